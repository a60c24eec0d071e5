"""The pages of a PDF as one flow: paragraphs and tables over page ends, notes behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from riskscan.reading.pdf_columns import Column, columns_of
from riskscan.reading.pdf_notes import without_notes
from riskscan.reading.pdf_page import Columns, Line, Page, Table
from riskscan.reading.pdf_page_ends import with_last_rows
from riskscan.reading.pdf_paragraphs import Paragraph, is_open, mended, paragraphs
from riskscan.reading.pdf_regions import same_gutters
from riskscan.reading.pdf_strands import strands_of

_SAME_BORDER = 6.0  # points

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
    they repeat a table's heading on its next page.

    ``unruled`` counts tables without borders, ``abreast`` the pages with text in columns.
    """

    blocks: tuple[Paragraph | FlowTable, ...]
    notes: tuple[Paragraph, ...]
    repeated: int
    unruled: int
    abreast: int


def flow_of(pages: list[Page]) -> Flow:
    """Put the pages together."""
    parted = [without_notes(page) for page in pages]
    columns = columns_of(pages)
    notes = [(page.number, line) for page, lines in parted for line in lines]
    blocks: list[Paragraph | FlowTable] = []
    repeated = 0
    items = _items(with_last_rows([page for page, _ in parted]))
    for _, group in groupby(items, key=lambda item: type(item[1])):
        alike = list(group)
        blocks += paragraphs(
            ((page, item) for page, item in alike if isinstance(item, Line)), columns
        )
        blocks += strands_of([(page, item) for page, item in alike if isinstance(item, Columns)])
        tables, again = _tables((page, item) for page, item in alike if isinstance(item, Table))
        blocks += tables
        repeated += again
    return Flow(
        tuple(blocks),
        tuple(paragraphs(notes, columns)),
        repeated,
        sum(isinstance(block, FlowTable) and bool(block.table.gutters) for block in blocks),
        sum(bool(page.columns) for page in pages),
    )


def _tables(found: Iterable[tuple[int, Table]]) -> tuple[list[FlowTable], int]:
    """Tables that follow each other, those that go on over pages put together; the rows left out
    because they repeat a heading."""
    tables: list[FlowTable] = []
    repeated = 0
    for page, table in found:
        last = tables[-1] if tables else None
        rows = _rows(page, table)
        if last and last.page < page and _continues(last.table, table):
            repeated += _append(last.rows, rows, bordered=not table.gutters)
            last.page, last.table = page, table
        else:
            tables.append(FlowTable(page, table, rows))
    return tables, repeated


def _items(pages: list[Page]) -> Iterator[tuple[int, Line | Table | Columns]]:
    """Lines, tables and columns from top to bottom, each with its page."""
    for page in pages:
        items: list[Line | Table | Columns] = [*page.lines, *page.blocks()]
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
    """Whether a table on the next page has the borders, or gutters, of the one that ended the
    last."""
    if table.gutters or after.gutters:
        return bool(same_gutters(table.gutters, after.gutters))
    return (
        table.columns == after.columns
        and abs(table.box[0] - after.box[0]) < _SAME_BORDER
        and abs(table.box[2] - after.box[2]) < _SAME_BORDER
    )


def _append(rows: list[Row], more: list[Row], *, bordered: bool) -> int:
    """Add the rows of the next page; the number of those that only repeat the heading."""
    pairs = zip(rows, more, strict=False)
    heading = len(list(takewhile(lambda pair: _words(pair[0]) == _words(pair[1]) != [], pairs)))
    rest = more[heading:]
    if rest and (_is_rest(rows[-1], rest[0]) or (not bordered and _is_cut(rows[-1], rest[0]))):
        for column, cell in rest.pop(0).items():
            _extend(rows[-1].setdefault(column, []), cell)
    rows.extend(rest)
    return heading


def _is_rest(row: Row, after: Row) -> bool:
    """Whether a row is what did not fit of the one before: without a number, going on."""
    if not row.get(0) or after.get(0):
        return False
    return any(
        cell and row.get(column) and is_open(row[column][-1]) for column, cell in after.items()
    )


def _is_cut(row: Row, after: Row) -> bool:
    """Whether the page ended in the midst of a row: no sentence of it had ended, and one goes on.

    Only without borders: drawn ones show where a row ends.
    """
    firsts = [cell[0].lines[0][1].text for cell in after.values()]
    all_open = all(row.get(column) and is_open(row[column][-1]) for column in after)
    return all_open and any(text[0].islower() for text in firsts)


def _extend(cell: list[Paragraph], more: list[Paragraph]) -> None:
    """Add what did not fit of a cell; a sentence goes on where it was cut."""
    if cell and more and is_open(cell[-1]):
        cell[-1].lines.extend(more[0].lines)
        more = more[1:]
    cell.extend(more)


def _words(row: Row) -> list[str]:
    return [line.text for _, cell in sorted(row.items()) for each in cell for _, line in each.lines]
