"""The text of a draft as lines of pieces, each piece with the findings over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riskscan.analysis.report import SEVERITIES, Finding
from riskscan.report.segments import Segment, cut, paragraphs
from riskscan.report.wording import visible
from riskscan.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: its words, the findings that begin here, the look of the mark.

    ``opens`` and ``numbers`` count findings from 1, as the report numbers them; ``look`` is empty
    for words under no finding.
    """

    text: str
    opens: tuple[int, ...]
    numbers: str
    look: str


def mark_lines(text: str, findings: Sequence[Finding]) -> list[list[Piece]]:
    """The lines of the text; pieces are cut wherever a finding begins or ends."""
    segments = cut(len(text), [Span(finding.start, finding.end) for finding in findings])
    return [
        [_piece(segment, text, findings) for segment in line] for line in paragraphs(text, segments)
    ]


def _piece(segment: Segment, text: str, findings: Sequence[Finding]) -> Piece:
    return Piece(
        visible(segment.span.of(text)),
        tuple(ordinal + 1 for ordinal in segment.opens),
        " ".join(str(ordinal + 1) for ordinal in segment.over),
        _look([findings[ordinal] for ordinal in segment.over]),
    )


def _look(over: list[Finding]) -> str:
    """The class of a mark: that of the strongest finding over it, and whether they overlap."""
    if not over:
        return ""
    strongest = min(over, key=lambda f: (f.tier, -SEVERITIES.index(f.severity)))
    look = f"tier{strongest.tier} {strongest.severity}"
    return f"{look} several" if len(over) > 1 else look
