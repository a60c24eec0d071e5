"""Comparative tables: which cells hold the wording in force, the proposed one, and neither.

Law 480-V "On legal acts", article 29, point 2: a bill that amends acts comes with a table of the
current and the proposed wording. The columns are known only when the source map names the cells:
by their headings, and where a table has none, by two neighbours that resemble each other row by
row.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from riskscan.structure.line import Line
from riskscan.structure.model import ComparedRow, Steps, ZoneKind
from riskscan.structure.row_address import address_of, under
from riskscan.structure.tree import Node
from riskscan.text import Document, Span


class Column(Enum):
    """What a column of a comparative table holds."""

    NUMBER = auto()
    ELEMENT = auto()
    CURRENT = auto()
    PROPOSED = auto()
    REASON = auto()


_LONGEST_HEADING = 80
_TOP = 10  # rows among which the heading stands
_WORDINGS = r"(?:редакци|текст|норм|формулиров|положени)\w*"
_KK_WORDINGS = r"(?:редакция|мәтін|норма|тұжырым)\w*"
_HEADINGS = {
    Column.REASON: re.compile(
        r"обоснован|примечани|пояснени|комментари|негіздеме|ескертпе|түсіндірме|түсініктеме"
    ),
    Column.CURRENT: re.compile(
        rf"(?:действующ|существующ)\w+\s+{_WORDINGS}|{_WORDINGS}\s*[,(]?\s*(?:действующ|существующ)"
        r"|^(?:действующая|существующая)$"
        rf"|(?:қолданыстағы|қолданылып\s+жүрген|қазіргі|күшіндегі)\s+{_KK_WORDINGS}"
        rf"|{_KK_WORDINGS}\s*[,(]?\s*(?:қолданыстағы|қазіргі)|^(?:қолданыстағы|қазіргі)$"
    ),
    Column.PROPOSED: re.compile(
        rf"(?:предлагаем|нов|проектн|измен[её]нн)\w+\s+{_WORDINGS}"
        rf"|{_WORDINGS}\s*[,(]?\s*(?:предлагаем|проект)"
        r"|^(?:предлагаемая|проект)$"
        r"|^проект\s+(?:закон|приказ|постановлени|решени|кодекс|указ|нпа)"
        rf"|(?:ұсынылатын|ұсынылған|ұсынылып\s+отырған|жаңа|жобаның)\s+{_KK_WORDINGS}"
        rf"|{_KK_WORDINGS}\s*[,(]?\s*(?:ұсынылатын|ұсынылып|жоба)|^(?:ұсынылатын|жоба)$"
    ),
    Column.ELEMENT: re.compile(
        r"структурн\w+\s+(?:элемент|единиц)|құрылымдық\s+(?:элемент|бөлі[кг]|бірлі[кг])"
        r"|^(?:статья|элемент|бап|наименование\s+\w+|атауы)$"
    ),
    Column.NUMBER: re.compile(r"^(?:№|n|п\s?/\s?п|р\s?/\s?[сн]|[\s.])+$"),
}
_EMPTY = re.compile(
    r"[\s«\"(*_]*(?:отсутству[ею]т|нет|не\s+предусмотрен[оа]?|жоқ|көзделмеген|[-–—]+"
    r"|исключ(?:ить|ается|ен[аоы]?)|алып\s+тасталсын|алынып\s+тасталсын|алып\s+тасталады)?"
    r"[\s»\".;,)*_]*",
    re.IGNORECASE,
)
_FRAME = ' \t\r\n*_|«»"():.'
_WORD = re.compile(r"\w+")
_FEWEST_WORDS = 5  # of a cell that shows by its words which column it stands in
_ALIKE = 0.5  # share of words
_MOSTLY = 0.75  # of the rows

_SIDES = frozenset({Column.CURRENT, Column.PROPOSED})

Cells = dict[int, Span]
"""The cells of a row by column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A comparative table in the making; spans are the matching view's.

    ``silent`` are the cells that are nobody's norm, with the zone of each.
    """

    rows: tuple[ComparedRow, ...]
    silent: tuple[tuple[Span, ZoneKind], ...]
    cells: tuple[Span, ...]


def find_tables(document: Document) -> list[Table]:
    """The comparative tables of a document, in text order."""
    found = []
    for rows in _grids(document):
        columns = _headed(document.text, rows) or _alike(document.text, rows)
        if columns:
            found.append(_table(document.text, rows, columns))
    return found


def part_cells(tables: list[Table], lines: list[Line]) -> None:
    """Give the lines of each cell a stretch of their own: no cell is a part of another."""
    cells = sorted(cell for table in tables for cell in table.cells)
    place, stretch = 0, max((line.quoted for line in lines), default=0)
    for line in lines:
        while place < len(cells) and cells[place].end <= line.start:
            place += 1
        if place < len(cells) and cells[place].start <= line.start:
            line.quoted = stretch + place + 1


def mark_columns(tables: list[Table], nodes: list[Node]) -> None:
    """Set the zones of the nodes in the cells of comparative tables."""
    zones = [
        *(zone for table in tables for zone in table.silent),
        *(
            (side, kind)
            for table in tables
            for row in table.rows
            for side, kind in ((row.current, ZoneKind.CURRENT), (row.proposed, ZoneKind.INSERTED))
            if side is not None
        ),
    ]
    zones.sort(key=lambda zone: zone[0])
    place = 0
    for node in nodes[1:]:
        while place < len(zones) and zones[place][0].end <= node.start:
            place += 1
        if place == len(zones):
            return
        span, kind = zones[place]
        if span.start <= node.start and not _keeps(node, kind):
            node.zone = kind


def _keeps(node: Node, kind: ZoneKind) -> bool:
    """Whether a node of new text is a heading, a note or a form, and not a norm."""
    return kind is ZoneKind.INSERTED and node.zone in {
        ZoneKind.HEADING,
        ZoneKind.NOTE,
        ZoneKind.FORM,
    }


def _grids(document: Document) -> Iterator[list[Cells]]:
    """Every table as its rows, each a map from column to what the cell holds."""
    tables: dict[int, dict[int, Cells]] = defaultdict(lambda: defaultdict(dict))
    for segment in document.segments:
        if segment.cell is not None and segment.start < segment.end:
            table, row, column = segment.cell
            cells = tables[table][row]
            start = cells[column].start if column in cells else segment.start
            cells[column] = Span(start, segment.end)
    for _, rows in sorted(tables.items()):
        yield [cells for _, cells in sorted(rows.items())]


def _headed(text: str, rows: list[Cells]) -> dict[int, Column]:
    """The columns by the first row that names both wordings, and by the rows above it."""
    columns: dict[int, Column] = {}
    for cells in rows[:_TOP]:
        if any(span.end - span.start > _LONGEST_HEADING for span in cells.values()):
            continue
        named = _named(text, cells)
        columns |= {c: kind for c, kind in named.items() if kind not in _SIDES}
        if _is_heading(named):
            return columns | named
    return {}


def _named(text: str, cells: Cells) -> dict[int, Column]:
    """The columns whose kind the cells of a row name."""
    named = {}
    for column, span in cells.items():
        words = " ".join(span.of(text).lower().split()).strip(_FRAME)
        if len(words) <= _LONGEST_HEADING:
            kind = next((kind for kind, form in _HEADINGS.items() if form.search(words)), None)
            if kind is not None:
                named[column] = kind
    return named


def _is_heading(named: dict[int, Column]) -> bool:
    return bool(_pairs(named))


def _pairs(columns: dict[int, Column]) -> list[tuple[int, int]]:
    """The columns of the two wordings side by side, once for each language of a table."""
    sides = sorted(column for column, kind in columns.items() if kind in _SIDES)
    pairs = list(zip(sides[::2], sides[1::2], strict=False))
    if len(sides) % 2 or any(columns[one] is columns[other] for one, other in pairs):
        return []
    return pairs


def _alike(text: str, rows: list[Cells]) -> dict[int, Column]:
    """Two neighbouring columns whose cells say nearly the same, row by row."""
    pairs: dict[tuple[int, int], list[tuple[list[str], list[str]]]] = defaultdict(list)
    for cells in rows:
        ordered = sorted(cells)
        for left, right in pairwise(ordered):
            sides = _words(text, cells[left]), _words(text, cells[right])
            if min(map(len, sides)) >= _FEWEST_WORDS:
                pairs[left, right].append(sides)
    columns: dict[int, Column] = {}
    for (left, right), found in sorted(pairs.items()):
        close = sum(_likeness(*sides) >= _ALIKE for sides in found)
        edited = any(one != other for one, other in found)
        if close >= max(2, _MOSTLY * len(found)) and edited and left not in columns:
            columns |= {left: Column.CURRENT, right: Column.PROPOSED}
    return columns


def _words(text: str, span: Span) -> list[str]:
    return _WORD.findall(span.of(text).lower())


def _likeness(one: list[str], other: list[str]) -> float:
    """The share of the shorter text's words that the other has too."""
    first, second = set(one), set(other)
    return len(first & second) / min(len(first), len(second))


class _RowReader:
    """Reads the rows of one table, of which each may leave its address to those under it."""

    def __init__(self, text: str, columns: dict[int, Column]) -> None:
        self._text = text
        self._columns = columns
        self._pairs = _pairs(columns)
        self._above: Steps = ()  # what a line across the whole table says of the rows under it
        self._element: Span | None = None
        self._address: Steps = ()
        self.compared: list[ComparedRow] = []
        self.silent: list[tuple[Span, ZoneKind]] = []

    def heading(self, cells: Cells) -> None:
        """A row that only names the columns."""
        self.silent += [(span, ZoneKind.HEADING) for span in cells.values()]

    def read(self, cells: Cells) -> None:
        """A row of wordings, or a line across the table."""
        kinds = {column: self._columns.get(column) for column in cells}
        self.silent += [
            (cells[c], ZoneKind.NOTE) for c, kind in kinds.items() if kind not in _SIDES
        ]
        if len(cells) == 1:
            self._above = address_of(self._text, *cells.values()) or self._above
            self._element, self._address = None, self._above
        for column, kind in kinds.items():
            if kind is Column.ELEMENT:
                self._element = cells[column]
                self._address = under(self._above, address_of(self._text, cells[column]))
        start = min(cells.values()).start
        for pair in self._pairs:
            sides = {self._columns[c]: cells[c] for c in pair if c in cells}
            if sides:
                last = pair == self._pairs[-1]
                end = max(cells.values() if last else sides.values()).end
                self._compare(Span(start, end), sides)
                start = end

    def _compare(self, whole: Span, sides: dict[Column, Span]) -> None:
        current, proposed = (sides.get(side) for side in (Column.CURRENT, Column.PROPOSED))
        if self._is_empty(current):
            self._silence(current, ZoneKind.CURRENT)
            current = None
        struck = None
        if self._is_empty(proposed):
            struck = self._struck(whole, proposed) if current is not None else None
            self._silence(proposed, ZoneKind.NOTE)
            proposed = None
        row = ComparedRow(whole, self._element, current, proposed, self._address, struck)
        self.compared.append(row)

    def _is_empty(self, cell: Span | None) -> bool:
        """Whether a cell says that there is nothing."""
        if cell is None:
            return True
        return cell.end - cell.start <= _LONGEST_HEADING and bool(
            _EMPTY.fullmatch(cell.of(self._text))
        )

    def _struck(self, whole: Span, cell: Span | None) -> Span | None:
        """What a finding about a provision that goes can stand at."""
        if cell is not None and _WORD.search(self._text, cell.start, cell.end):
            return cell
        element = self._element
        return element if element is not None and whole.covers(element) else None

    def _silence(self, cell: Span | None, zone: ZoneKind) -> None:
        if cell is not None:
            self.silent.append((cell, zone))


def _table(text: str, rows: list[Cells], columns: dict[int, Column]) -> Table:
    reader = _RowReader(text, columns)
    headings = [place for place, cells in enumerate(rows) if _is_heading(_named(text, cells))]
    for place, cells in enumerate(rows):
        counted = all(span.of(text).strip(_FRAME).isdigit() for span in cells.values())
        if counted or place in headings or (headings and place < headings[0]):
            reader.heading(cells)
        else:
            reader.read(cells)
    return Table(
        tuple(reader.compared),
        tuple(reader.silent),
        tuple(span for cells in rows for span in cells.values()),
    )
