"""How a text is set: one line a paragraph, or lines broken at a fixed width as in a PDF."""

from __future__ import annotations

from dataclasses import dataclass

_SAMPLE = 100_000  # characters: plenty to see how a document is set
_WIDEST = 140  # characters: nobody breaks lines by hand beyond this
_FULL = 0.75  # a line this full was broken for want of room
_MARGIN = 2  # blanks before a line that still begins at the margin


@dataclass(frozen=True, slots=True)
class Layout:
    """``wrapped``: lines are broken at a width; then a line of ``full`` characters is a full one.

    ``indented``: paragraphs begin with an indent; ``spaced``: blank lines stand between them.
    """

    wrapped: bool
    indented: bool
    spaced: bool
    full: int

    @classmethod
    def of(cls, text: str) -> Layout:
        """See how a text is set from its beginning."""
        sample = text[:_SAMPLE]
        lines = [line.rstrip() for line in sample.split("\n") if line and not line.isspace()]
        lengths = sorted(map(len, lines))
        width = lengths[len(lengths) * 9 // 10] if lengths else 0
        broken = sum(map(_goes_on, lines, lines[1:])) if width <= _WIDEST else 0
        indents = sum(line.startswith("  ") for line in lines)
        return cls(
            wrapped=broken >= 3 and broken >= 0.3 * len(lines),
            indented=0.05 * len(lines) <= indents <= 0.95 * len(lines),
            spaced=sample.count("\n") + 1 - len(lines) >= 0.1 * len(lines),
            full=int(width * _FULL),
        )


def _goes_on(line: str, following: str) -> bool:
    """Whether a sentence plainly runs from one line into the next."""
    start = following.lstrip()
    return (
        line[-1] not in ".;:!?"
        and (start[0].islower() or start[0] == "(")
        and len(following) - len(start) <= _MARGIN
    )
