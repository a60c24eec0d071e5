"""Tables of a page: which cell of the grid is being read, with what spans rows and columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from riskscan.reading.ooxml import as_number

MOST_COLUMNS = 63  # Word's own bound


@dataclass(slots=True)
class Table:
    """A table being read; ``covered`` says how many more rows a cell from above reaches into."""

    index: int
    row: int = -1
    column: int = 0
    width: int = 0
    covered: dict[int, int] = field(default_factory=dict)


class Tables:
    """The tables open at one place of a page."""

    def __init__(self) -> None:
        self._open: list[Table] = []
        self._count = 0

    @property
    def cell(self) -> tuple[int, int, int] | None:
        """(table, row, column) of the place; None outside of tables."""
        if not self._open:
            return None
        table = self._open[-1]
        return table.index, max(table.row, 0), table.column

    def enter(self) -> None:
        """Begin a table."""
        self._open.append(Table(self._count))
        self._count += 1

    def leave(self) -> None:
        """End the innermost table."""
        if self._open:
            self._open.pop()

    def next_row(self) -> None:
        """Begin a row."""
        if self._open:
            table = self._open[-1]
            table.row += 1
            table.column = table.width = 0
            table.covered = {column: rows - 1 for column, rows in table.covered.items() if rows > 1}

    def next_cell(self, attributes: Mapping[str, str]) -> None:
        """Go on to the next cell, past those that cells above cover."""
        if not self._open:
            return
        if self._open[-1].row < 0:
            self.next_row()
        table = self._open[-1]
        table.column += table.width
        while table.covered.get(table.column):
            table.column += 1
        table.width = min(max(as_number(attributes.get("colspan")) or 1, 1), MOST_COLUMNS)
        rows = as_number(attributes.get("rowspan")) or 1
        if rows > 1 and table.column < MOST_COLUMNS:
            for column in range(table.column, table.column + table.width):
                table.covered[column] = rows
