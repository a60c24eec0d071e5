"""One file with both texts: a table whose two columns are the Kazakh and the Russian text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from riskscan.comparison.model import Side
from riskscan.errors import UsageError
from riskscan.language.identify import identify
from riskscan.text import Document
from riskscan.text.document import Segment

_HEADINGS: dict[Side, re.Pattern[str]] = {
    "ru": re.compile(r"(?i)русск|орыс\s|орысша"),
    "kk": re.compile(r"(?i)казахск|государственном\s+языке|қазақ|мемлекеттік\s+тіл"),
}
_LONGEST_HEADING = 80
_SAMPLE = 20_000  # characters that show the language of a column


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell the reader, by the code of its wording, with a number for it."""

    code: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The two texts of a table, each a document of its own, and what was noticed on the way."""

    ru: Document
    kk: Document
    notes: tuple[Note, ...]


def split_columns(document: Document) -> Columns:
    """The two columns with the most text of the largest table, told apart by heading or language.

    UsageError when the document holds no table of two columns.
    """
    table = _largest(document)
    columns = _columns(document, table)
    headed = {side: column for column in columns for side in _headed(document, columns[column])}
    chosen = [*dict.fromkeys(headed.values())]
    widest = sorted(columns, key=lambda column: (-_size(columns[column]), column))
    chosen += [column for column in widest if column not in chosen]
    if len(chosen) < 2:
        raise UsageError(
            "no table with two columns of text",
            place=document.source or "",
            remedy="Give the two texts as two files",
        )
    first, second = sorted(chosen[:2])
    sides = _sides(document, columns, first, second, headed)
    texts = {side: _document(document, columns[column]) for side, column in sides.items()}
    outside = _size([each for each in document.segments if not each.cell or each.cell[0] != table])
    notes = []
    if len(headed) < len(sides):
        notes.append(Note("columns-by-language"))
    if gaps := _gaps(columns[sides["ru"]], columns[sides["kk"]]):
        notes.append(Note("empty-cells", gaps))
    if outside > len(document.text) // 20:
        notes.append(Note("outside", outside))
    return Columns(texts["ru"], texts["kk"], tuple(notes))


def _largest(document: Document) -> int:
    sizes: Counter[int] = Counter()
    for segment in document.segments:
        if segment.cell is not None:
            sizes[segment.cell[0]] += segment.end - segment.start
    return max(sizes, key=lambda table: (sizes[table], -table), default=-1)


def _columns(document: Document, table: int) -> dict[int, list[Segment]]:
    columns: dict[int, list[Segment]] = defaultdict(list)
    for segment in document.segments:
        if segment.cell is not None and segment.cell[0] == table:
            columns[segment.cell[2]].append(segment)
    return columns


def _headed(document: Document, cells: list[Segment]) -> list[Side]:
    """The side a column's first cell names."""
    first = [each for each in cells if each.cell == cells[0].cell]
    words = "".join(document.text[each.start : each.end] for each in first)
    if len(words) > _LONGEST_HEADING:
        return []
    named: list[Side] = [side for side, form in _HEADINGS.items() if form.search(words)]
    return named if len(named) == 1 else []


def _size(cells: list[Segment]) -> int:
    return sum(each.end - each.start for each in cells)


def _sides(
    document: Document,
    columns: dict[int, list[Segment]],
    first: int,
    second: int,
    headed: dict[Side, int],
) -> dict[Side, int]:
    """Which column is which text: by its heading, else by its words."""
    if "ru" in headed or "kk" in headed:
        russian = headed.get("ru", first if headed.get("kk") == second else second)
    else:
        sample = _document(document, columns[first]).text[:_SAMPLE]
        russian = second if identify(sample) == "kk" else first
    return {"ru": russian, "kk": second if russian == first else first}


def _document(document: Document, cells: list[Segment]) -> Document:
    """A column as a document; its lines are the paragraphs of its cells, its heading left out."""
    if _headed(document, cells):
        cells = [each for each in cells if each.cell != cells[0].cell]
    pieces: list[str] = []
    segments: list[Segment] = []
    length, last = 0, None
    for each in cells:
        if last is not None and (each.cell, each.paragraph) != last:
            pieces.append("\n")
            length += 1
        last = (each.cell, each.paragraph)
        words = document.text[each.start : each.end]
        pieces.append(words)
        segments.append(replace(each, start=length, end=length + len(words), cell=None))
        length += len(words)
    return replace(document, text="".join(pieces), segments=tuple(segments))


def _gaps(first: list[Segment], second: list[Segment]) -> int:
    """How many rows have words in one of the two columns only."""
    rows = [{each.cell[1] for each in cells if each.cell} for cells in (first, second)]
    return len(rows[0] ^ rows[1])
