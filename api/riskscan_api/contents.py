"""The outline of an act for the page: its headings, each with its line and its findings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from riskscan.analysis.report import Finding
from riskscan.report.wording import one_line
from riskscan.structure.model import ANNEXED, LARGE, Act, Provision, ProvisionKind

_HEADINGS = ANNEXED | LARGE
_FEW = 3  # with fewer headings the points are listed
_LONGEST = 110  # characters of a heading
_MOST = 3_000  # lines of the outline


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the outline: depth from 0, the words, the line of the text, the findings in it.

    ``findings`` are numbers as the report counts them; ``heading`` is false for a point.
    """

    depth: int
    words: str
    line: int
    findings: tuple[int, ...]
    heading: bool


def outline(act: Act, findings: Sequence[Finding]) -> list[Entry]:
    """The headings in document order; ``findings`` stand in the order of their numbers."""
    shown = [p for p in act.provisions[1:] if p.kind in _HEADINGS]
    if len(shown) < _FEW:
        shown = [p for p in act.provisions[1:] if p.kind in _HEADINGS | {ProvisionKind.POINT}]
    shown = [p for p in shown if not p.inline][:_MOST]
    text = act.document.text
    line_starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    spots = sorted((finding.start, number) for number, finding in enumerate(findings, start=1))
    starts = [start for start, _ in spots]
    listed = {provision.index for provision in shown}
    entries = []
    for provision in shown:
        first = bisect_right(starts, provision.span.start - 1)
        last = bisect_right(starts, provision.span.end - 1)
        entries.append(
            Entry(
                depth=min(3, sum(each.index in listed for each in act.ancestors(provision.index))),
                words=_words(text, provision),
                line=bisect_right(line_starts, provision.span.start) - 1,
                findings=tuple(sorted(number for _, number in spots[first:last])),
                heading=provision.kind in _HEADINGS,
            )
        )
    return entries


def _words(text: str, provision: Provision) -> str:
    """The words of a heading; those of an approved act without the stamp above its title."""
    own = text[provision.label.start : max(provision.label.end, provision.text.end)]
    if provision.kind is ProvisionKind.INSTRUMENT:
        lines = own.strip().split("\n")
        titled = [at for at, line in enumerate(lines) if line[:1].isupper() and "№" not in line]
        own = "\n".join(lines[titled[-1] :]) if titled else own
    words = one_line(own)
    return f"{words[:_LONGEST].rstrip()}…" if len(words) > _LONGEST else words
