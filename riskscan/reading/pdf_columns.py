"""Where the lines of a page begin and end: the edges that show which breaks the author made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from riskscan.reading.pdf_page import PADDING, Cell, Line, Page

SLACK = 0.6  # of the size: how far lines end from the edge without meaning it
_EDGE_LINES = 3  # that end together make an edge
_JUSTIFIED = 0.3  # of the lines of a page: then its edge is its own
_OFTEN = 0.1  # of the lines: then they begin at an edge


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines begin and end, and how far their baselines stand apart, in points."""

    left: float
    right: float
    pitch: float

    @classmethod
    def of_cell(cls, cell: Cell) -> Column:
        """The column a cell gives its words."""
        left, _, right, _ = cell.box
        return cls(left + PADDING, right - PADDING, _pitch(cell.lines))


def columns_of(pages: Iterable[Page]) -> dict[int, Column]:
    """The column of each page that has lines.

    A page of justified text shows its own edges; any other takes those of all pages as wide.
    """
    shared: dict[float, list[Page]] = {}
    for page in pages:
        if page.lines:
            shared.setdefault(page.width, []).append(page)
    return {
        page.number: _own_column(page, column)
        for width, alike in shared.items()
        for column in [_shared_column(width, alike)]
        for page in alike
    }


def _shared_column(width: float, pages: list[Page]) -> Column:
    """Where no lines end together, the right margin is taken to be as wide as the left one."""
    lines = [line for page in pages for line in page.lines]
    left = _left(lines)
    right = _right(lines, _EDGE_LINES) or max(width - left, *(line.right for line in lines))
    return Column(left, right, _pitch(*(page.lines for page in pages)))


def _own_column(page: Page, shared: Column) -> Column:
    right = _right(page.lines, max(_EDGE_LINES + 2, int(_JUSTIFIED * len(page.lines))))
    if right is None:
        return shared
    return replace(shared, left=_left(page.lines), right=right, pitch=_pitch(page.lines))


def _left(lines: Sequence[Line]) -> float:
    """The leftmost place where lines begin often."""
    begins = Counter(round(line.left) for line in lines)
    often = [left for left, count in begins.items() if count >= _OFTEN * len(lines)]
    return float(min(often or begins))


def _right(lines: Sequence[Line], enough: int) -> float | None:
    """The rightmost place where enough lines end; None where no such number ends together."""
    rights = sorted((line.right for line in lines), reverse=True)
    slack = SLACK * median(line.size for line in lines)
    for first, last in zip(rights, rights[enough - 1 :], strict=False):
        if first - last <= slack:
            return first
    return None


def _pitch(*stretches: Sequence[Line]) -> float:
    """The usual distance of baselines within stretches of lines; 0 for single lines."""
    steps = [
        after.baseline - line.baseline
        for lines in stretches
        for line, after in pairwise(lines)
        if after.baseline > line.baseline
    ]
    return median(steps) if steps else 0.0
