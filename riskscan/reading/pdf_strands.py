"""Strands: text in columns in the order it is read, over columns and pages.

In a newspaper a column goes on at the top of the next one. In a draft printed in two languages side
by side, each goes on in its own column of the next page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from riskscan.reading.pdf_columns import Column
from riskscan.reading.pdf_page import Cell, Columns
from riskscan.reading.pdf_paragraphs import Paragraph, goes_on, paragraphs

_LETTER = re.compile(r"[^\W\d_]")
_KAZAKH = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_OFTEN = 0.04  # of the letters: Kazakh
_RARELY = 0.01  # of the letters: names in another language

Stand = tuple[int, Cell]  # a column and its page


def strands_of(stretches: Sequence[tuple[int, Columns]]) -> list[Paragraph]:
    """The paragraphs of stretches that follow each other, each given with its page."""
    return [paragraph for strand in _strands(stretches) for paragraph in _read(strand)]


def _read(strand: Iterable[Stand]) -> list[Paragraph]:
    """The paragraphs of one strand; a column's end is no end of a paragraph."""
    read: list[Paragraph] = []
    before: Column | None = None
    for page, cell in strand:
        column = Column.of_cell(cell)
        more = paragraphs(((page, line) for line in cell.lines), {page: column})
        if before and goes_on(read[-1], cell.lines[0], before, column):
            read[-1].lines.extend(more.pop(0).lines)
        read.extend(more)
        before = column
    return read


def _strands(stretches: Sequence[tuple[int, Columns]]) -> list[list[Stand]]:
    """Columns in the order of reading: side by side in two languages each of them is a text."""
    sides: dict[int, list[Stand]] = {}
    for page, columns in stretches:
        for cell in columns.cells:
            sides.setdefault(cell.column, []).append((page, cell))
    if _in_two_languages(sides):
        return [side for _, side in sorted(sides.items())]
    return [[(page, cell) for page, columns in stretches for cell in columns.cells]]


def _in_two_languages(sides: dict[int, list[Stand]]) -> bool:
    shares = [_kazakh_share(side) for side in sides.values()]
    return len(shares) > 1 and min(shares) < _RARELY and max(shares) > _OFTEN


def _kazakh_share(side: list[Stand]) -> float:
    text = " ".join(line.text for _, cell in side for line in cell.lines)
    return len(_KAZAKH.findall(text)) / max(1, len(_LETTER.findall(text)))
