"""Ruled tables on a page: cells by their borders, the words of each cell by where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from riskscan.reading.pdf_lines import Glyph
from riskscan.reading.pdf_page import Box, Cell, Table
from riskscan.reading.pdf_turned import all_lines_of, parted

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage
    from pdfplumber.table import Table as PlumberTable

_MOST_EDGES = 4_000  # of a page: beyond that it is a drawing


def tables_of(
    page: PlumberPage, glyphs: list[Glyph]
) -> tuple[list[Table], list[tuple[Table, list[Glyph]]], list[Glyph]]:
    """The tables of a page from top to bottom, frames, and the letters that stand in none of them.

    One cell alone is a frame around text, not a table. So may be cells that only stand one above
    the other: each of those comes with its upright letters, and may hold columns.
    """
    tables: list[Table] = []
    frames: list[tuple[Table, list[Glyph]]] = []
    if not 4 <= len(page.edges) <= _MOST_EDGES:
        return tables, frames, glyphs
    for found in sorted(page.find_tables(), key=lambda table: (table.bbox[1], table.bbox[0])):
        if len(found.cells) > 1:
            inside, glyphs = _part(glyphs, found.bbox)
            table = _table(found, inside)
            upright, turned = parted(inside)
            if table.columns > 1 or turned:
                tables.append(table)
            else:
                frames.append((table, upright))
    return tables, frames, glyphs


def _table(found: PlumberTable, glyphs: list[Glyph]) -> Table:
    cells = []
    for number, row in enumerate(found.rows):
        for column, box in enumerate(row.cells):
            if box is not None:
                inside, glyphs = _part(glyphs, box)
                cells.append(Cell(number, column, _rounded(box), tuple(all_lines_of(inside))))
    columns = max(len(row.cells) for row in found.rows)
    return Table(_rounded(found.bbox), columns, tuple(cells))


def _part(glyphs: Iterable[Glyph], box: Box) -> tuple[list[Glyph], list[Glyph]]:
    """Letters whose middle lies in a box, and the others."""
    left, top, right, bottom = box
    parts: tuple[list[Glyph], list[Glyph]] = ([], [])
    for glyph in glyphs:
        across, down = (glyph["x0"] + glyph["x1"]) / 2, (glyph["top"] + glyph["bottom"]) / 2
        parts[not (left <= across <= right and top <= down <= bottom)].append(glyph)
    return parts


def _rounded(box: Box) -> Box:
    left, top, right, bottom = box
    return (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
