"""Lines across a table without borders that stand last on a page, before its next rows.

Seen alone, such a line is one behind the table; that it is a row, only the next page shows.
"""

from __future__ import annotations

from itertools import pairwise

from riskscan.reading.pdf_page import PADDING, Cell, Line, Page, Table, union
from riskscan.reading.pdf_regions import same_gutters

_MOST = 2  # lines


def with_last_rows(pages: list[Page]) -> list[Page]:
    """The pages, such lines put into their tables."""
    return [
        *(_with_last_row(page, after) for page, after in pairwise(pages)),
        *pages[-1:],
    ]


def _with_last_row(page: Page, after: Page) -> Page:
    if not page.tables or not after.tables:
        return page
    *others, table = sorted(page.tables, key=lambda table: table.box[1])
    below = tuple(line for line in page.lines if line.baseline > table.box[3])
    first = min(after.tables, key=lambda table: table.box[1])
    goes_on = same_gutters(table.gutters, first.gutters) and not _stands_above(after, first)
    if not goes_on or not 0 < len(below) <= _MOST or not _crosses(below, table):
        return page
    lines = tuple(line for line in page.lines if line not in below)
    return page._replace(lines=lines, tables=(*others, _with_row(table, below)))


def _stands_above(page: Page, table: Table) -> bool:
    return any(line.baseline < table.box[1] for line in page.lines)


def _crosses(lines: tuple[Line, ...], table: Table) -> bool:
    """Whether one of the lines crosses a gutter."""
    return any(
        line.left < left and right < line.right for line in lines for left, right in table.gutters
    )


def _with_row(table: Table, lines: tuple[Line, ...]) -> Table:
    """A table with one more row, across all of its columns."""
    left, top, right, bottom = union([table.box, *(line.box for line in lines)])
    number = 1 + max(cell.row for cell in table.cells)
    box = (left - PADDING, lines[0].top, right + PADDING, bottom)
    cells = (*table.cells, Cell(number, 0, box, lines))
    return table._replace(box=(left, top, right, bottom), cells=cells)
