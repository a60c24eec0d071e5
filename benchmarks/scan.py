"""The scan of a folder: speed, memory, the price of a second run, and a kill in the middle.

    uv run python -m benchmarks.scan [FOLDER]

Without a folder a corpus is made up: 20 MB in small acts. Each figure is of one run from a cold
start, with two workers. The killed scan is ended by SIGKILL of its whole process group each time
a fifth of the corpus is safe, started again, and compared with the undisturbed one, row by row.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from benchmarks.corpus import MEGABYTE, documents
from benchmarks.memory import peak

WORKERS = 2
MADE_UP = 20.0  # megabytes
_KILLS = 4
_SCAN = (
    "import sys; from pathlib import Path; from riskscan.corpus.scan import Plan, scan\n"
    "if __name__ == '__main__':\n"
    "    scan(Plan(Path(sys.argv[1]), Path(sys.argv[2]), workers={}, part_seconds={}))\n"
)


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: seconds, processor seconds, peak memory in MB of the parent and a worker."""

    seconds: float
    processor: float
    parent: float
    worker: float


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _made_up(base / "acts")
        first = _run(base, folder, base / "whole")
        again = _run(base, folder, base / "whole")
        summary = json.loads((base / "whole" / "scan.json").read_text("utf-8"))["counts"]
        total = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        print(f"files {summary['files']}, documents {summary['documents']}, ", end="")
        print(f"{total / MEGABYTE:.1f} MB, findings {summary['tier1'] + summary['tier2']}")
        size = total / MEGABYTE
        print(f"scan         {first.seconds:7.1f} s  {size / first.seconds:.2f} MB/s", end="")
        print(f"  processor {first.processor:.1f} s  {size / first.processor:.2f} MB/s a core")
        print(f"memory       {first.parent:7.0f} MB parent, {first.worker:.0f} MB a worker")
        print(f"second scan  {again.seconds:7.2f} s  processor {again.processor:.2f} s")
        kills = _killed(base, folder, base / "killed", summary["documents"])
        print(f"killed {kills} times: {_difference(base / 'whole', base / 'killed')}")


def _made_up(folder: Path) -> Path:
    folder.mkdir()
    number = 0
    for text in documents(MADE_UP, seed=11, risky=0.015):
        for start in range(0, len(text), 4_000):
            (folder / f"{number:06}.txt").write_text(text[start : start + 4_000], "utf-8")
            number += 1
    return folder


def _start(base: Path, folder: Path, out: Path, part_seconds: float) -> subprocess.Popen[bytes]:
    script = base / "scan.py"
    script.write_text(_SCAN.format(WORKERS, part_seconds), "utf-8")
    command = [sys.executable, str(script), str(folder), str(out)]
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603


def _run(base: Path, folder: Path, out: Path) -> Run:
    start, spent = time.perf_counter(), _processor()
    running = _start(base, folder, out, 5.0)
    parent = worker = 0.0
    while running.poll() is None:
        parent = max(parent, peak(running.pid))
        worker = max([worker, *map(peak, _children(running.pid))])
        time.sleep(0.02)
    assert running.returncode == 0
    return Run(time.perf_counter() - start, _processor() - spent, parent, worker)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _children(process: int) -> list[int]:
    try:
        return [
            int(c) for c in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    except OSError:
        return []


def _killed(base: Path, folder: Path, out: Path, expected: int) -> int:
    kills = 0
    for fifth in range(1, _KILLS + 1):
        running = _start(base, folder, out, 0.0)
        while running.poll() is None and _safe(out) < expected * fifth // (_KILLS + 1):
            time.sleep(0.005)
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            kills += 1
        running.wait()
    running = _start(base, folder, out, 5.0)
    assert running.wait() == 0
    return kills


def _safe(out: Path) -> int:
    return len(list(out.glob("parts/*/*.parquet")))


def _difference(one: Path, other: Path) -> str:
    for table in ("documents", "findings", "files"):
        if _rows(one / f"{table}.parquet") != _rows(other / f"{table}.parquet"):
            return f"{table} differ"
    return "all rows equal"


def _rows(path: Path) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return [{name: value for name, value in row.items() if name != "seconds"} for row in read]


if __name__ == "__main__":
    main()
