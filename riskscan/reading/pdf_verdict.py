"""Is it a table, text in columns, or neither: what the lines of a region say.

A table has rows: its columns begin together, and the shorter cells leave blank paper. Text in
columns has none, and each column is read to its end; so is whatever may be either, since no
sentence is cut that way. Lists whose numbers stand apart, and lines like «Minister      A. Name»,
are neither: they stay lines.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from statistics import median
from typing import NamedTuple

from riskscan.reading.pdf_bands import Band, Room
from riskscan.reading.pdf_lines import Glyph, Printed, printed_of
from riskscan.reading.pdf_page import PADDING, Box, Cell, Columns, Line, Table, union
from riskscan.reading.pdf_regions import Piece, Region, parted_by, pieces_of
from riskscan.reading.pdf_rows import Begin, Entry, Row, entries_of, right_edge, rows_of

_WORDED = re.compile(r".*[^\W\d_]{2}.*")
_ITEM = re.compile(r"(?:\d{1,3}|[а-яa-zәіңғүұқөһ])[.)]|[-–—•*·]", re.IGNORECASE)
_MOSTLY = 0.5  # of the lines of a column
_COVERED = 0.8  # of the width of a table: a line drawn across it
_SAME_RULE = 3.0  # points
_BORDER = 14.0  # points between the words of two cells, at least
_RUNNING = 2  # lines that go on with a sentence: a column of running text
_LINED_UP = 0.75  # of the blank stretches of a table: they end where a row begins
_AT_TOP = 0.7  # of the cells: they begin at the top of their rows
_FEWEST_ABREAST = (5, 3)  # bands with words side by side: in two columns, in more
_STRAYS = 0.1  # of the rows: what may go on at the margin
_LONG = 6  # the same of text in columns
_WIDE = 1.5  # times the size
_FEWEST_ROWS = 3  # of a table whose cells are all equally high


class Rule(NamedTuple):
    """A line drawn across the page."""

    left: float
    right: float
    height: float


@dataclass(frozen=True, slots=True)
class _Set:
    """The words of a region: the lines of each column, and those that cross a gutter."""

    gutters: tuple[Room, ...]
    columns: tuple[tuple[Printed, ...], ...]
    spanning: tuple[Entry, ...]
    box: Box
    edge: float  # where the paper of the last column ends
    abreast: int  # bands with words in several columns

    def stands_apart(self) -> bool:
        """Whether the columns are parted by more than the stretched blanks of a line."""
        size = median(each.line.size for column in self.columns for each in column)
        return all(right - left > _WIDE * size for left, right in self.gutters)

    def limit(self, column: int) -> float:
        """How far the lines of a column might reach."""
        if column == len(self.gutters):
            return self.edge
        following = chain.from_iterable(self.columns[column + 1 :])
        return min((each.line.left for each in following), default=self.edge) - _BORDER


def blocks_of(
    bands: list[Band], region: Region, rules: Sequence[Rule], begun: Table | Columns | None
) -> list[tuple[Region, Table | Columns]]:
    """What a region holds, and in which bands; ``begun``: what it goes on with from the page
    before."""
    inside = bands[region.first : region.end]
    words = _set(inside, region.gutters, max(band.right for band in bands))
    if begun is None:
        words = _without_items(words, inside)
        region = parted_by(region, bands, words.gutters)
    entries = [
        entry
        for column, printed in enumerate(words.columns)
        for entry in entries_of(column, list(printed), words.limit(column))
    ]
    rows = rows_of([*entries, *words.spanning], _across(rules, words.box), len(words.columns))
    if isinstance(begun, Table) or (not begun and _is_table(words, entries, rows)):
        return [(region, _table(words, rows))]
    if begun or _is_running(words, entries):
        parts = _uncrossed(bands, region)
        return [
            (part, _columns(_set(bands[part.first : part.end], part.gutters, words.edge)))
            for part in parts
        ]
    return []


def _uncrossed(bands: list[Band], region: Region) -> list[Region]:
    """A region without the lines that cross its columns from edge to edge."""
    parts, first = list[Region](), region.first
    for index in range(region.first, region.end + 1):
        pieces = pieces_of(bands[index], region.gutters) if index < region.end else []
        if pieces and not (len(pieces) == 1 and pieces[0].spans):
            continue
        if first < index:
            parts.append(replace(region, first=first, end=index))
        first = index + 1
    return parts


def _set(bands: Sequence[Band], gutters: tuple[Room, ...], edge: float) -> _Set:
    columns: list[list[Glyph]] = [[] for _ in range(len(gutters) + 1)]
    spanning: list[Entry] = []
    abreast = 0
    for band in bands:
        pieces = pieces_of(band, gutters)
        abreast += len(pieces) > 1
        for piece, glyphs in zip(pieces, _shared_out(band, pieces), strict=True):
            if piece.spans:
                spanning += _crossing(piece, glyphs, alone=len(pieces) == 1)
            else:
                columns[piece.column] += glyphs
    box = union([each.line.box for band in bands for each in band.lines])
    lines = tuple(tuple(printed_of(column)) for column in columns)
    return _Set(gutters, lines, tuple(spanning), box, edge, abreast)


def _shared_out(band: Band, pieces: list[Piece]) -> list[list[Glyph]]:
    """The letters of a band, by piece; a blank between two belongs to the left one."""
    shares: list[list[Glyph]] = [[] for _ in pieces]
    for glyph in chain.from_iterable(each.glyphs for each in band.lines):
        middle = (glyph["x0"] + glyph["x1"]) / 2
        begun = sum(piece.left <= middle for piece in pieces)
        shares[max(begun - 1, 0)].append(glyph)
    return shares


def _crossing(piece: Piece, glyphs: list[Glyph], *, alone: bool) -> list[Entry]:
    """Words over several columns; with none beside them they are a row across the table."""
    column = 0 if alone else piece.column
    lines = (each.line for each in printed_of(glyphs))
    return [Entry(line, column, Begin.ANEW, spans=alone) for line in lines]


def _without_items(words: _Set, bands: Sequence[Band]) -> _Set:
    """Without the gutters that only part the number of an item from its words."""
    kept = tuple(
        gutter
        for column, gutter in enumerate(words.gutters)
        if not column or not _mostly(_ITEM, words.columns[column])
    )
    return words if kept == words.gutters else _set(bands, kept, words.edge)


def _mostly(form: re.Pattern[str], column: Sequence[Printed]) -> bool:
    matching = sum(form.fullmatch(each.line.text) is not None for each in column)
    return matching > 0 and matching >= _MOSTLY * len(column)


def _across(rules: Sequence[Rule], box: Box) -> list[float]:
    """How deep lines are drawn across a table, but for those at its upper and lower edge."""
    drawn: dict[int, list[Rule]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: rule.height):
        drawn[round(rule.height / _SAME_RULE)].append(rule)
    width, found = box[2] - box[0], list[float]()
    for same in drawn.values():
        covered = sum(min(each.right, box[2]) - max(each.left, box[0]) for each in same)
        height = same[0].height
        inside = box[1] + _SAME_RULE < height < box[3] - _SAME_RULE
        new = not found or height - found[-1] > _SAME_RULE
        if inside and new and covered >= _COVERED * width:
            found.append(height)
    return found


def _is_table(words: _Set, entries: list[Entry], rows: list[Row]) -> bool:
    """Whether there are rows that keep sentences apart which one line would mix."""
    worded = sum(_mostly(_WORDED, column) for column in words.columns)
    mixing = any(entry.begin is Begin.GOES_ON for entry in entries)
    body = [row for row in rows if not row.entries[0].spans]
    if len(body) < 2 or not mixing or words.abreast < _FEWEST_ABREAST[len(words.gutters) > 1]:
        return False
    if worded < 2 and (len(words.gutters) < 2 or not words.stands_apart()):
        return False
    strays = _strays([*entries, *words.spanning])
    return strays <= _STRAYS * len(body) and _are_at_top(body) and _are_lined_up(entries, body)


def _strays(entries: list[Entry]) -> int:
    """Lines that go on at the margin, under a number or across the columns: those of a list."""
    first = [entry for entry in entries if not entry.column]
    first.sort(key=lambda entry: entry.line.baseline)
    return sum(
        entry.line.text[0].islower() and (entry.spans or not _WORDED.fullmatch(above.line.text))
        for above, entry in pairwise(first)
    )


def _are_at_top(rows: list[Row]) -> bool:
    """Whether most cells begin at the top of their rows."""
    cells = at_top = 0
    for row in rows:
        first = row.entries[0].line
        highest: dict[int, Line] = {}
        for entry in row.entries:
            highest.setdefault(entry.column, entry.line)
        cells += len(highest)
        at_top += sum(line.baseline - first.baseline < line.size for line in highest.values())
    return at_top >= _AT_TOP * cells


def _are_lined_up(entries: list[Entry], rows: list[Row]) -> bool:
    """Whether columns that pause begin again with a row."""
    begins = {id(entry.line) for row in rows for entry in _first_of(row)}
    if sum(row.numbered for row in rows) > 1:
        return True
    holes = [entry for entry in entries if entry.hole]
    if holes:
        return sum(id(entry.line) in begins for entry in holes) >= _LINED_UP * len(holes)
    anew = [entry for entry in entries if entry.begin is Begin.ANEW]
    together = sum(id(entry.line) in begins for entry in anew)
    return len(rows) >= _FEWEST_ROWS and together >= _LINED_UP * len(anew)


def _first_of(row: Row) -> list[Entry]:
    first = row.entries[0].line
    return [e for e in row.entries if e.line.baseline - first.baseline < first.size / 2]


def _is_running(words: _Set, entries: list[Entry]) -> bool:
    """Whether two columns hold sentences that go on from line to line."""
    running = [0] * len(words.columns)
    for entry in entries:
        running[entry.column] += entry.begin is Begin.GOES_ON
    return words.abreast >= _LONG and sum(count >= _RUNNING for count in running) > 1


def _table(words: _Set, rows: list[Row]) -> Table:
    cells = []
    for number, row in enumerate(rows):
        by_column: dict[int, list[Line]] = defaultdict(list)
        for entry in row.entries:
            by_column[entry.column].append(entry.line)
        for column, lines in sorted(by_column.items()):
            across = row.entries[0].spans
            cells.append(_cell(words, number, column, lines, across=across))
    return Table(words.box, len(words.columns), tuple(cells), words.gutters)


def _columns(words: _Set) -> Columns:
    lines = [[each.line for each in column] for column in words.columns]
    for entry in words.spanning:  # over some of the columns, beside others
        lines[entry.column].append(entry.line)
    cells = [
        _cell(words, 0, column, sorted(inside, key=lambda line: line.baseline))
        for column, inside in enumerate(lines)
        if inside
    ]
    return Columns(words.box, tuple(cells))


def _cell(words: _Set, row: int, column: int, lines: list[Line], *, across: bool = False) -> Cell:
    """A cell whose borders stand as far from the words of its column as drawn ones would."""
    _, top, _, bottom = union([line.box for line in lines])
    if across:
        left, right = words.box[0], words.box[2]
    else:
        column_lines = [each.line for each in words.columns[column]] or lines
        left = min(line.left for line in column_lines)
        right = right_edge(column_lines, words.limit(column))
    box = (left - PADDING, top, right + PADDING, bottom)
    return Cell(row, column, box, tuple(lines))
