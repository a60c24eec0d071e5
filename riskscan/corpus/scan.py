"""The scan: every file of a folder examined once, its answer kept before it is counted as done."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

import riskscan
from riskscan import __version__
from riskscan.corpus.columns import FILES, schema
from riskscan.corpus.examine import Examined, Failed, Outcome, Row, Task, prepare
from riskscan.corpus.executor import Executor, Lost, ProcessPool
from riskscan.corpus.folder import FileEntry, PassedOver, read_file, walk
from riskscan.corpus.publish import publish
from riskscan.corpus.store import Store, key_of, open_store, storing
from riskscan.engine.ruleset import RuleSet, load_ruleset
from riskscan.errors import InputError, UsageError
from riskscan.reading import Limits
from riskscan.reading.docx import Changes

LIMITS = Limits()
# A part is written before it gets larger than this.
_PART_DOCUMENTS = 500
_PART_FINDINGS = 20_000
_LIST_ROWS = 5_000

_PASSED_OVER = {
    "hidden": ("a hidden file or folder", "Rename it if it should be scanned"),
    "link": ("a link: links are not followed", "Scan the folder it leads to"),
    "special": ("no file but a pipe, a socket or a device", ""),
}


@dataclass(frozen=True, slots=True)
class Plan:
    """What to scan, where to, and how.

    ``view`` is as what tracked changes are read: the original of a .docx, and of it alone.
    ``seconds`` is the limit for one document, ``part_seconds`` the time after which what is done
    is made safe: about as much a killed scan does again.
    """

    folder: Path
    out: Path
    rules: Path | None = None
    workers: int = 1
    seconds: float = 60.0
    quotes: bool = True
    view: Changes = "accepted"
    part_seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is: files and bytes gone through of those there were at its beginning."""

    total_files: int
    total_bytes: int
    files: int = 0
    bytes: int = 0
    analysed: int = 0
    failed: int = 0


Watch = Callable[[Progress], None]


def scan(plan: Plan, watch: Watch = lambda _: None) -> dict[str, Any]:
    """Scan a folder and publish the tables; the summary is what ``scan.json`` holds.

    UsageError for a folder that makes no sense, StorageError when results cannot be written,
    RuleError for rules that do not load. KeyboardInterrupt passes through when what is done is
    safe. After any of them, and after a kill, the same call goes on where this one stopped.
    """
    if plan.out.resolve() == plan.folder.resolve():
        raise UsageError(
            "results cannot stand among what is scanned",
            place=str(plan.out),
            remedy="Choose another --out",
        )
    ruleset = load_ruleset(plan.rules)
    pool = ProcessPool[Task, Outcome](
        partial(prepare, plan.rules, plan.quotes, plan.view), plan.workers, plan.seconds
    )
    key = key_of(ruleset.digest, _code(), plan.quotes, plan.view)
    with open_store(plan.out, key) as store:
        start = time.monotonic()
        run = _Run(plan, store, watch)
        with run.met:
            run.examine(pool)
        facts = _facts(plan, ruleset, time.monotonic() - start)
        summary = publish(store, run.met.path, run.lost, facts)
        run.met.path.unlink()
        return summary


def _code() -> str:
    """A digest of this program: a version in development has many."""
    total = hashlib.sha256()
    package = Path(riskscan.__file__).parent
    for path in sorted(package.rglob("*.py")):
        total.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _facts(plan: Plan, ruleset: RuleSet, seconds: float) -> dict[str, Any]:
    rules = {rule.id: rule.title.model_dump() for rule in ruleset.rules}
    factors = {code: factor.title.model_dump() for code, factor in ruleset.factors.items()}
    return {
        "folder": str(plan.folder.resolve()),
        "engine": __version__,
        "ruleset": {"version": ruleset.version, "digest": f"sha256:{ruleset.digest}"},
        "quotes": plan.quotes,
        "view": plan.view,
        "seconds": round(seconds, 1),
        "titles": {"rules": rules, "factors": factors},
    }


class _Run:
    """One scan at work."""

    def __init__(self, plan: Plan, store: Store, watch: Watch) -> None:
        self._plan = plan
        self._store = store
        self._watch = watch
        self._known = store.known()
        self._rows: list[Row] = []
        self._kept = time.monotonic()
        self.met = _FileList(store.folder)
        self.lost: dict[str, Failed] = {}
        sizes = [e.size for e in walk(plan.folder, plan.out) if isinstance(e, FileEntry)]
        self._progress = Progress(len(sizes), sum(sizes))

    def examine(self, executor: Executor[Task, Outcome]) -> None:
        """Examine what has no answer yet; every answer is in a part when this returns."""
        try:
            with closing(executor.run(self._tasks())) as results:
                for task, outcome in results:
                    self._take(task, outcome)
        except KeyboardInterrupt:
            self._keep()
            raise
        self._keep()

    def _tasks(self) -> Iterator[Task]:
        """The contents without an answer, each once, read only when a worker is free."""
        for entry in walk(self._plan.folder, self._plan.out):
            if isinstance(entry, PassedOver):
                cause, remedy = _PASSED_OVER[entry.reason]
                self.met.add(entry.name, "passed-over", cause=cause, remedy=remedy)
                continue
            if not isinstance(entry, FileEntry):
                self._fail(entry.name, None, entry.error)
                continue
            try:
                data = read_file(entry, LIMITS)
            except InputError as error:
                self._fail(entry.name, entry.size, error)
                self._advance(entry.size, failed=1)
                continue
            digest = hashlib.sha256(data).digest()
            self.met.add(entry.name, "read", sha256=digest.hex(), bytes=len(data))
            if digest in self._known:
                self._advance(len(data))
                continue
            self._known.add(digest)
            yield Task(digest.hex(), entry.name, data)

    def _fail(self, name: str, size: int | None, error: InputError) -> None:
        self.met.add(
            name,
            "failed",
            bytes=size,
            error=type(error).__name__,
            cause=error.cause,
            remedy=error.remedy,
        )

    def _take(self, task: Task, outcome: Outcome | Lost) -> None:
        if isinstance(outcome, Lost):
            outcome = self._loss(outcome)
        if isinstance(outcome, Examined):
            self._rows.append(outcome.row)
            failed = outcome.row.get("error") is not None
        else:
            self.lost[task.sha256] = outcome
            failed = True
        self._advance(len(task.data), failed=int(failed), analysed=int(not failed))
        if self._part_is_due():
            self._keep()

    def _part_is_due(self) -> bool:
        return (
            time.monotonic() - self._kept >= self._plan.part_seconds
            or len(self._rows) >= _PART_DOCUMENTS
            or sum(len(row["findings"]) for row in self._rows) >= _PART_FINDINGS
        )

    def _loss(self, lost: Lost) -> Failed:
        if lost.reason == "time":
            return Failed(
                "TimeLimit",
                f"its analysis takes more than {self._plan.seconds:g} seconds",
                "Split the document, or scan again with a higher --timeout",
            )
        return Failed(
            "WorkerDied",
            "the process that analysed it died, twice",
            "Scan again with fewer --workers: memory may have run out",
        )

    def _keep(self) -> None:
        if self._rows:
            self._store.keep(self._rows)
        self._rows = []
        self._kept = time.monotonic()

    def _advance(self, size: int, failed: int = 0, analysed: int = 0) -> None:
        done = self._progress
        self._progress = replace(
            done,
            files=done.files + 1,
            bytes=done.bytes + size,
            failed=done.failed + failed,
            analysed=done.analysed + analysed,
        )
        self._watch(self._progress)


@dataclass(slots=True)
class _FileList:
    """The files met, written as they are met: a million of them take no memory."""

    folder: Path
    path: Path = field(init=False)
    _rows: list[Row] = field(default_factory=list)
    _writer: pq.ParquetWriter | None = None

    def __post_init__(self) -> None:
        self.path = self.folder / "met.tmp"

    def __enter__(self) -> None:
        with storing(self.folder):
            self._writer = pq.ParquetWriter(self.path, schema(*FILES), compression="zstd")

    def __exit__(self, *_: object) -> None:
        with storing(self.folder):
            self._flush()
            if self._writer:
                self._writer.close()

    def add(self, path: str, status: str, **values: Any) -> None:
        self._rows.append({"path": path, "status": status, **values})
        if len(self._rows) >= _LIST_ROWS:
            with storing(self.folder):
                self._flush()

    def _flush(self) -> None:
        if self._writer:
            self._writer.write_table(pa.Table.from_pylist(self._rows, schema=schema(*FILES)))
        self._rows = []
