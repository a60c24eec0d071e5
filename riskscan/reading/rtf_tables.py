r"""Tables of rich text: rows of cells, each in the column of the grid that its edges draw.

A row states the right edge of every cell (``\cellx``), and rows of one table may differ, so the
columns are known when the table has ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from riskscan.text.document import Part

MOST_COLUMNS = 63  # Word's own bound
TOLERANCE = 57  # twips, a millimetre: edges as near are one


class Line(NamedTuple):
    """A paragraph: its words in order, each stretch generated or not."""

    pieces: tuple[tuple[str, bool], ...]
    part: Part


Cell = tuple[int, int, int]


@dataclass(slots=True)
class RowShape:
    """What a row says of its cells: left edge, right edges, and which a merged one covers."""

    left: int = 0
    edges: list[int] = field(default_factory=list)
    covered: list[bool] = field(default_factory=list)
    _covers: bool = False

    def begin(self, edge: int) -> None:
        """The first cell begins at the edge."""
        self.left = edge

    def cover(self) -> None:
        """The next cell is the hidden rest of a merged one."""
        self._covers = True

    def add(self, edge: int) -> None:
        """A cell ends at the edge."""
        if len(self.edges) < MOST_COLUMNS:
            self.edges.append(edge)
            self.covered.append(self._covers)
        self._covers = False

    def covers(self, place: int) -> bool:
        """Whether a cell is the hidden rest of a merged one."""
        return place < len(self.covered) and self.covered[place]


class Row(NamedTuple):
    """The cells of a row, each with the paragraphs and tables in it."""

    cells: list[list[Line | Table]]
    shape: RowShape


class Table:
    """A table being read: its rows, and the row and the cell that are not ended yet."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.cells: list[list[Line | Table]] = []
        self.cell: list[Line | Table] = []

    def end_cell(self) -> None:
        """Go on to the next cell."""
        self.cells.append(self.cell)
        self.cell = []

    def end_row(self, shape: RowShape) -> None:
        """Go on to the next row."""
        if self.cell:
            self.end_cell()
        if self.cells:
            self.rows.append(Row(self.cells, shape))
            self.cells = []

    def placed(self, index: int) -> Iterator[tuple[Line | Table, Cell]]:
        """What the table holds, each with its (table, row, column)."""
        grid = columns(row.shape for row in self.rows)
        for number, row in enumerate(self.rows):
            for place, (items, column) in enumerate(
                zip(row.cells, columns_of(row, grid), strict=True)
            ):
                if not (row.shape.covers(place) and is_blank(items)):
                    yield from ((item, (index, number, column)) for item in items)


def columns(shapes: Iterable[RowShape]) -> dict[int, int]:
    """The column that begins at each edge of a table."""
    drawn: dict[int, RowShape] = {id(shape): shape for shape in shapes}
    edges = sorted({edge for shape in drawn.values() for edge in (shape.left, *shape.edges)})
    grid = dict.fromkeys(edges[:1], 0)
    column = 0
    for before, edge in pairwise(edges):
        column += edge - before > TOLERANCE
        grid[edge] = column
    return grid


def columns_of(row: Row, grid: dict[int, int]) -> Iterator[int]:
    """The columns of the cells of a row, in order; a cell without an edge follows the one before.

    Each is beyond the one before it, whatever the edges say.
    """
    begins = (row.shape.left, *row.shape.edges)
    column = -1
    for place in range(len(row.cells)):
        drawn = grid[begins[place]] if place < len(begins) else 0
        column = max(drawn, column + 1)
        yield column


def is_blank(items: list[Line | Table]) -> bool:
    """Whether a cell shows nothing."""
    return not any(
        isinstance(item, Table) or any(text.strip() for text, _ in item.pieces) for item in items
    )
