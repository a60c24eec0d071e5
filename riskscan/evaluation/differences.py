"""What a change of rules changes: findings gone, new and changed, document by document.

Findings are matched by fingerprint, which survives a change of the leading rule; a finding whose
rule, tier, severity or confidence differs is *changed*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from riskscan.analysis import Analyzer, Finding, Report
from riskscan.analysis.report import Severity
from riskscan.errors import InputError
from riskscan.evaluation.workers import spread
from riskscan.reading import read

SUFFIXES = frozenset({".txt", ".docx"})
SMALL = 4 * 1024 * 1024  # bytes for which starting processes would cost more than it saves

Kind = Literal["gone", "new", "changed"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Verdict(_Model):
    """What one set of rules says of a norm."""

    rule: str
    tier: int
    severity: Severity
    confidence: float


class Change(_Model):
    """One finding that differs; ``before`` is None for a new one, ``after`` for one gone."""

    change: Kind
    id: str
    factor: str
    citation: str
    start: int
    end: int
    quote: str
    before: Verdict | None
    after: Verdict | None

    @property
    def rules(self) -> frozenset[str]:
        """The rules concerned: two when the leading rule changed."""
        return frozenset(each.rule for each in (self.before, self.after) if each is not None)


class DocumentDifference(_Model):
    """One document: how many findings before and after, what differs, or why it was not read."""

    document: str
    before: int = 0
    after: int = 0
    changes: tuple[Change, ...] = ()
    problem: str | None = None


class Differ:
    """Analyses documents with two sets of rules; built once in each process."""

    def __init__(self, old: Path, new: Path, folder: Path) -> None:
        self._old, self._new, self._folder = Analyzer(old), Analyzer(new), folder

    def __call__(self, path: Path) -> DocumentDifference:
        """The difference for one document."""
        name = path.relative_to(self._folder).as_posix()
        try:
            document = read(path)
            old, new = self._old.analyze(document), self._new.analyze(document)
        except InputError as error:
            return DocumentDifference(document=name, problem=str(error))
        return DocumentDifference(
            document=name,
            before=len(old.findings),
            after=len(new.findings),
            changes=tuple(changes(old, new)),
        )


def differences(old: Path, new: Path, folder: Path) -> Iterator[DocumentDifference]:
    """The difference for every .txt and .docx file under a folder, by path.

    InputError when there are none; an unreadable document is an answer with its problem.
    """
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    if not paths:
        raise InputError("no .txt or .docx files", place=str(folder))
    size = sum(path.stat().st_size for path in paths if path.is_file())
    return spread(partial(Differ, old, new, folder), paths, alone=size <= SMALL)


def changes(old: Report, new: Report) -> Iterator[Change]:
    """What differs between two reports of one document, in text order."""
    before, after = ({each.id: each for each in report.findings} for report in (old, new))
    found = {**before, **after}
    for identity, finding in sorted(found.items(), key=lambda pair: (pair[1].start, pair[0])):
        was, now = before.get(identity), after.get(identity)
        verdicts = _verdict(was), _verdict(now)
        if verdicts[0] != verdicts[1]:
            yield Change(
                change="new" if was is None else "gone" if now is None else "changed",
                id=identity,
                factor=finding.factor,
                citation=finding.provision.citation["ru"],
                start=finding.start,
                end=finding.end,
                quote=finding.quote,
                before=verdicts[0],
                after=verdicts[1],
            )


class Tally:
    """Changes counted as they pass: by kind, and by rule and kind."""

    def __init__(self) -> None:
        self.kinds: Counter[Kind] = Counter()
        self.rules: dict[str, Counter[Kind]] = {}
        self.documents = 0
        self.unread = 0

    def watch(self, differences: Iterable[DocumentDifference]) -> Iterator[DocumentDifference]:
        """Pass differences on, counting them."""
        for difference in differences:
            self.documents += 1
            self.unread += difference.problem is not None
            for change in difference.changes:
                self.kinds[change.change] += 1
                for rule in change.rules:
                    self.rules.setdefault(rule, Counter())[change.change] += 1
            yield difference


def _verdict(finding: Finding | None) -> Verdict | None:
    if finding is None:
        return None
    return Verdict(
        rule=finding.rule,
        tier=finding.tier,
        severity=finding.severity,
        confidence=finding.confidence,
    )
