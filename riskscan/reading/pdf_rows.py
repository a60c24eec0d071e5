"""Rows of a table without borders: lines of several columns that begin together.

A column shows where a cell of it may begin: after blank paper, behind a line that had room for the
next word, in other letters. A row begins where no column goes on with a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise
from statistics import median

from riskscan.reading.pdf_columns import SLACK
from riskscan.reading.pdf_lines import Printed
from riskscan.reading.pdf_page import Line
from riskscan.reading.pdf_regions import CONTIGUOUS

NUMBER = re.compile(
    r"(?:№\s*)?(?:\d{1,4}(?:[-.]\d{1,3}){0,3}[.)]?|[IVXА-Яа-яa-z][.)]|[-–—•*·])", re.IGNORECASE
)
_HELD_OPEN = re.compile(r"[,\-–—(«]$")
_TOGETHER = 0.5  # of the size: lines of one row
_NEAR_EDGE = 1.5  # times the size
_EDGE_LINES = 3  # that end together make an edge
_PADDING = 14.0  # points, left and right of a border taken together
_INSET = 1.0  # of the size: how far a centred line stands from both edges
_MOSTLY = 0.5  # of the first column: numbers
_OTHER_SIZE = 1.12
_BLANK = 0.2  # of the size


class Begin(Enum):
    """How a line stands to the one above it in its column."""

    ANEW = auto()
    PERHAPS = auto()
    GOES_ON = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line in its column; ``hole``: blank paper stands above it; ``spans``: it crosses others."""

    line: Line
    column: int
    begin: Begin
    hole: bool = False
    spans: bool = False


@dataclass(slots=True)
class Row:
    """The entries of a row from top to bottom; ``numbered``: it begins with a number."""

    entries: list[Entry] = field(default_factory=list)
    numbered: bool = False


def entries_of(column: int, printed: list[Printed], limit: float) -> list[Entry]:
    """The lines of a column, each judged by the one above; ``limit``: where its paper ends."""
    if not printed:
        return []
    lines = [each.line for each in printed]
    left, right = min(line.left for line in lines), right_edge(lines, limit)
    pitch = _pitch(lines)
    entries = [Entry(lines[0], column, Begin.ANEW)]
    for above, each in pairwise(printed):
        hole = each.line.baseline - above.line.baseline > CONTIGUOUS * pitch
        anew = hole or _looks_other(above, each) or _has_room(above.line, each.line, left, right)
        begin = Begin.ANEW if anew else _begin(above.line, each.line)
        entries.append(Entry(each.line, column, begin, hole))
    return entries


def right_edge(lines: list[Line], limit: float) -> float:
    """Where lines end for want of room: where several of them do, else where there is a limit."""
    last = max(line.right for line in lines)
    near = sum(last - line.right < _NEAR_EDGE * line.size for line in lines)
    return last if near >= _EDGE_LINES else max(last, limit)


def rows_of(entries: Sequence[Entry], rules: list[float], columns: int) -> list[Row]:
    """The entries of all columns in rows; ``rules``: how deep lines are drawn across them."""
    rows: list[Row] = []
    spanned = False
    ruled, numbers = len(rules) > 1, _numbers(entries)
    for group in _groups(entries):
        parted = bool(rows) and _parted(rows[-1].entries[-1], group, rules)
        spans = all(entry.spans for entry in group)
        begins = not rows or parted or spans != spanned
        if not begins and not ruled and not spans:
            begins = _begins(group, columns, numbers)
        if begins:
            rows.append(Row(numbered=not numbers.isdisjoint(map(id, group))))
        rows[-1].entries += group
        spanned = spans
    return rows


def _groups(entries: Iterable[Entry]) -> list[list[Entry]]:
    """Entries that stand side by side."""
    groups: list[list[Entry]] = []
    for entry in sorted(entries, key=lambda entry: (entry.line.baseline, entry.column)):
        line = entry.line
        if groups and line.baseline - groups[-1][0].line.baseline < _TOGETHER * line.size:
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return groups


def _parted(last: Entry, group: list[Entry], rules: list[float]) -> bool:
    return any(last.line.baseline <= rule < group[0].line.baseline for rule in rules)


def _begins(group: list[Entry], columns: int, numbers: set[int]) -> bool:
    """Whether a row begins: nothing goes on, and what names the row is there or a number is not."""
    if any(entry.begin is Begin.GOES_ON for entry in group):
        return False
    if len(group) > 1 and not numbers.isdisjoint(map(id, group)):
        return True
    present = {entry.column for entry in group}
    whole = 0 in present or present == set(range(1, columns))
    return whole and len(present) > 1 and any(entry.begin is Begin.ANEW for entry in group)


def _numbers(entries: Iterable[Entry]) -> set[int]:
    """The entries that number rows, by identity: of a first column that holds little else."""
    first = [entry for entry in entries if not entry.column and not entry.spans]
    numbers = {id(entry) for entry in first if NUMBER.fullmatch(entry.line.text)}
    return numbers if len(numbers) >= _MOSTLY * len(first) else set()


def _pitch(lines: list[Line]) -> float:
    """The usual distance of the baselines, taken from the nearest ones: rows may stand apart."""
    size = median(line.size for line in lines)
    steps = sorted(after.baseline - line.baseline for line, after in pairwise(lines))
    near = [step for step in steps if step < 2 * size]
    return median(near) if near else 1.2 * size


def _looks_other(above: Printed, printed: Printed) -> bool:
    """Whether two lines differ in size or weight."""
    sizes = sorted((above.line.size, printed.line.size))
    return sizes[1] > _OTHER_SIZE * sizes[0] or _is_bold(above) is not _is_bold(printed)


def _is_bold(printed: Printed) -> bool:
    """Whether most of a line is; letters from another font may not be."""
    bold = sum("bold" in str(glyph.get("fontname", "")).lower() for glyph in printed.glyphs)
    return 2 * bold > len(printed.glyphs)


def _has_room(above: Line, line: Line, left: float, right: float) -> bool:
    """Whether the first word of a line would have fitted on the one above."""
    before, after = above.left - left, right - above.right
    inset = _INSET * line.size
    centred = min(before, after) > inset and abs(before - after) < inset
    if centred and line.left - left < inset / 2:
        return True
    room = before + after if centred else after
    return line.first + _BLANK * line.size < room - SLACK * line.size


def _begin(above: Line, line: Line) -> Begin:
    """What the words say where both lines are full."""
    open_ = _HELD_OPEN.search(above.text) or line.text[0].islower()
    return Begin.GOES_ON if open_ else Begin.PERHAPS
