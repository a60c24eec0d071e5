"""A page of a PDF as it was set: its lines, tables and pictures, before anything is concluded.

The worker that opens the file hands these over as JSON: plain values, so that nothing of a hostile
file is ever executed by the process that asked.
"""

from __future__ import annotations

from typing import Any, NamedTuple

PADDING = 6.0  # points between the border of a cell and its words
Box = tuple[float, float, float, float]  # left, top, right, bottom in points, from the upper left


class Line(NamedTuple):
    """One printed line: its words, where it stands, the size of its letters in points.

    ``first`` is the width of its first word in points: what would have had to fit on the line
    before for the break to be the author's.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    first: float

    @property
    def box(self) -> Box:
        return (self.left, self.top, self.right, self.bottom)


class Cell(NamedTuple):
    """One cell of a table, by row and column of its grid; its box is that of its borders."""

    row: int
    column: int
    box: Box
    lines: tuple[Line, ...]


class Table(NamedTuple):
    """A table on one page: its box, its number of columns, its cells row by row.

    One without borders has ``gutters``: the blank strips between its columns, from left to right.
    """

    box: Box
    columns: int
    cells: tuple[Cell, ...]
    gutters: tuple[tuple[float, float], ...] = ()


class Columns(NamedTuple):
    """A stretch of a page set in columns of text, each of them a cell that is read to its end."""

    box: Box
    cells: tuple[Cell, ...]


class Page(NamedTuple):
    """One page; sizes in points.

    ``silent``: it shows something, but holds no text layer (a scan, or letters without a code).
    ``unmapped`` counts glyphs the file gives no character for, ``hidden`` letters nobody can see,
    ``slanted`` those set askew (watermarks), ``comments`` the reader's annotations.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    columns: tuple[Columns, ...]
    pictures: int
    comments: int
    unmapped: int
    hidden: int
    slanted: int
    silent: bool

    def blocks(self) -> tuple[Table | Columns, ...]:
        """What stands on it besides lines."""
        return (*self.tables, *self.columns)


def page_of(values: list[Any]) -> Page:
    """A page from the JSON it was sent as: named tuples travel as arrays."""
    number, width, height, lines, tables, columns, *counts = values
    return Page(
        number,
        width,
        height,
        tuple(Line(*line) for line in lines),
        tuple(_table(*table) for table in tables),
        tuple(Columns(_box(box), _cells(cells)) for box, cells in columns),
        *counts,
    )


def _table(
    box: list[float], columns: int, cells: list[Any], gutters: list[tuple[float, float]]
) -> Table:
    strips = tuple((left, right) for left, right in gutters)
    return Table(_box(box), columns, _cells(cells), strips)


def _cells(cells: list[Any]) -> tuple[Cell, ...]:
    return tuple(_cell(*cell) for cell in cells)


def _cell(row: int, column: int, box: list[float], lines: list[Any]) -> Cell:
    return Cell(row, column, _box(box), tuple(Line(*line) for line in lines))


def _box(values: list[float]) -> Box:
    left, top, right, bottom = values
    return (left, top, right, bottom)


def union(boxes: list[Box]) -> Box:
    """The smallest box around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))
