"""The pages of a PDF as one flow: paragraphs and tables over page ends, notes behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from riskscan.reading.pdf_columns import Column, columns_of
from riskscan.reading.pdf_notes import without_notes
from riskscan.reading.pdf_page import Line, Page, Table
from riskscan.reading.pdf_paragraphs import Paragraph, mended, paragraphs

_SAME_BORDER = 6.0  # points
_ENDED = re.compile(r"[.;:!?»)]$")

Row = dict[int, list[Paragraph]]  # the paragraphs of each cell, by column


@dataclass(slots=True)
class FlowTable:
    """A table, from its first page to its last: its rows, its last page and the borders there."""

    page: int
    table: Table
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Flow:
    """Paragraphs and tables in reading order, the notes of all pages, and rows left out because
    they repeat a table's heading on its next page."""

    blocks: tuple[Paragraph | FlowTable, ...]
    notes: tuple[Paragraph, ...]
    repeated: int


def flow_of(pages: list[Page]) -> Flow:
    """Put the pages together."""
    parted = [without_notes(page) for page in pages]
    columns = columns_of(pages)
    notes = [(page.number, line) for page, lines in parted for line in lines]
    blocks: list[Paragraph | FlowTable] = []
    run: list[tuple[int, Line]] = []
    repeated = 0
    for number, item in _items([page for page, _ in parted]):
        if isinstance(item, Line):
            run.append((number, item))
            continue
        blocks.extend(paragraphs(run, columns))
        last = None if run or not blocks else blocks[-1]
        run = []
        rows = _rows(number, item)
        if isinstance(last, FlowTable) and last.page < number and _continues(last.table, item):
            repeated += _append(last.rows, rows)
            last.page, last.table = number, item
        else:
            blocks.append(FlowTable(number, item, rows))
    blocks.extend(paragraphs(run, columns))
    return Flow(tuple(blocks), tuple(paragraphs(notes, columns)), repeated)


def _items(pages: list[Page]) -> Iterator[tuple[int, Line | Table]]:
    """Lines and tables from top to bottom, each with its page."""
    for page in pages:
        items: list[Line | Table] = [*page.lines, *page.tables]
        items.sort(key=lambda item: item.top if isinstance(item, Line) else item.box[1])
        yield from ((page.number, item) for item in items)


def _rows(number: int, table: Table) -> list[Row]:
    rows: list[Row] = []
    for cell in table.cells:
        while len(rows) <= cell.row:
            rows.append({})
        column = Column.of_cell(cell)
        found = paragraphs(((number, line) for line in cell.lines), {number: column})
        rows[cell.row][cell.column] = [mended(each, column) for each in found]
    return rows


def _continues(table: Table, after: Table) -> bool:
    """Whether a table on the next page has the borders of the one that ended the last."""
    return (
        table.columns == after.columns
        and abs(table.box[0] - after.box[0]) < _SAME_BORDER
        and abs(table.box[2] - after.box[2]) < _SAME_BORDER
    )


def _append(rows: list[Row], more: list[Row]) -> int:
    """Add the rows of the next page; the number of those that only repeat the heading."""
    pairs = zip(rows, more, strict=False)
    heading = len(list(takewhile(lambda pair: _words(pair[0]) == _words(pair[1]) != [], pairs)))
    rest = more[heading:]
    if rest and _is_rest(rows[-1], rest[0]):
        for column, cell in rest.pop(0).items():
            _extend(rows[-1].setdefault(column, []), cell)
    rows.extend(rest)
    return heading


def _is_rest(row: Row, after: Row) -> bool:
    """Whether a row is what did not fit of the one before: without a number, going on."""
    if not row.get(0) or after.get(0):
        return False
    return any(cell and row.get(column) and _is_open(row[column]) for column, cell in after.items())


def _extend(cell: list[Paragraph], more: list[Paragraph]) -> None:
    """Add what did not fit of a cell; a sentence goes on where it was cut."""
    if cell and more and _is_open(cell):
        cell[-1].lines.extend(more[0].lines)
        more = more[1:]
    cell.extend(more)


def _is_open(cell: list[Paragraph]) -> bool:
    _, line = cell[-1].lines[-1]
    return not _ENDED.search(line.text)


def _words(row: Row) -> list[str]:
    return [line.text for _, cell in sorted(row.items()) for each in cell for _, line in each.lines]
