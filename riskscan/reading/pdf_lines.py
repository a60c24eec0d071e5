"""Letters on a page become words and lines by where they stand, never by the stream's order.

A letter its font lacks is drawn from another one, after the rest of the line and lower or higher
by a little: in Kazakh text that is every ә, ғ, қ, ң, ө, ұ, ү, һ of a font without them. Only the
baseline, which fonts share, and the left edge say where it belongs. Blanks are not believed
either: a word ends where there is room.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import inf
from typing import Any, NamedTuple
from unicodedata import combining

from riskscan.reading.pdf_page import Line
from riskscan.text.characters import RAISED_DIGITS

Glyph = dict[str, Any]  # as pdfplumber describes a letter

_SAME_BASELINE = 0.25  # of the size
_SMALL = 0.8  # of the size: an index, a footnote's mark
_ROOM = 0.15  # of the size: room between words where the file has no blank
_BLANK_ROOM = 0.04  # the same where it has one
_OVERPRINT = 0.12  # of the size: the same letter again is bold made by printing twice
_TAB = 2.5  # of the size: more than justified words ever stand apart


@dataclass(slots=True)
class _Row:
    """Letters on one baseline."""

    baseline: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)


class Printed(NamedTuple):
    """A line and what it was put together from: its letters from left to right, blanks among them,
    and the rooms between its words, each from its left end to its right one."""

    line: Line
    glyphs: list[Glyph]
    rooms: list[tuple[float, float]]


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of upright letters, from top to bottom."""
    return [printed.line for printed in printed_of(glyphs)]


def printed_of(glyphs: Iterable[Glyph]) -> list[Printed]:
    """The same with their letters."""
    rows = _rows(sorted((glyph for glyph in glyphs if glyph["text"]), key=_baseline))
    return [_printed(row) for row in _with_indices(rows)]


def _baseline(glyph: Glyph) -> float:
    """How far the baseline lies under the upper edge of the page."""
    return float(glyph["bottom"] + glyph["y0"] - glyph["matrix"][5])


def _rows(glyphs: list[Glyph]) -> list[_Row]:
    rows: list[_Row] = []
    for glyph in glyphs:
        baseline, size = _baseline(glyph), glyph["size"]
        if not rows or baseline - rows[-1].baseline > _SAME_BASELINE * max(size, rows[-1].size):
            rows.append(_Row(baseline, size))
        row = rows[-1]
        row.glyphs.append(glyph)
        if size > row.size:
            row.baseline, row.size = baseline, size
    return [row for row in rows if any(not glyph["text"].isspace() for glyph in row.glyphs)]


def _with_indices(rows: list[_Row]) -> list[_Row]:
    """Rows of small letters beside a row of large ones belong to it; raised digits stay raised."""
    kept: list[_Row] = []
    for index, row in enumerate(rows):
        neighbours = rows[max(0, index - 1) : index + 2]
        host = next((other for other in neighbours if _is_index(row, other)), None)
        if host is None:
            kept.append(row)
            continue
        if row.baseline < host.baseline:
            row.glyphs = [
                {**glyph, "text": glyph["text"].translate(RAISED_DIGITS)} for glyph in row.glyphs
            ]
        host.glyphs.extend(row.glyphs)
    return kept


def _is_index(row: _Row, host: _Row) -> bool:
    if row is host or row.size > _SMALL * host.size:
        return False
    return abs(row.baseline - host.baseline) < 0.6 * host.size and all(
        any(-host.size < glyph["x0"] - other["x1"] < host.size / 2 for other in host.glyphs)
        for glyph in row.glyphs[:1]
    )


def _printed(row: _Row) -> Printed:
    """One line: letters from left to right, a blank where there is room between two."""
    text, right, blank = "", -inf, False
    glyphs: list[Glyph] = []
    rooms: list[tuple[float, float]] = []
    seen: dict[str, float] = {}
    placed = sorted(row.glyphs, key=_place)
    for glyph in placed:
        letter, left = glyph["text"], glyph["x0"]
        if letter.isspace():
            blank = True
            continue
        if left - seen.get(letter, -inf) < _OVERPRINT * row.size:
            continue
        room = (left - right) / row.size if glyphs else 0.0
        if room > (_BLANK_ROOM if blank else _ROOM):
            text += "\t" if room > _TAB else " "
            rooms.append((right, left))
        text += letter
        glyphs.append(glyph)
        seen[letter] = left
        blank, right = False, max(right, glyph["x1"])
    left = min(glyph["x0"] for glyph in glyphs)
    top, bottom = min(each["top"] for each in glyphs), max(each["bottom"] for each in glyphs)
    first = (rooms[0][0] if rooms else right) - left
    measures = (left, top, right, bottom, row.baseline, row.size, first)
    return Printed(Line(text, *(round(measure, 2) for measure in measures)), placed, rooms)


def _place(glyph: Glyph) -> tuple[float, bool]:
    """From left to right; an accent set over a letter comes after it."""
    accent = bool(combining(glyph["text"][0]))
    return (glyph["x0"] + glyph["x1"]) / 2 if accent else glyph["x0"], accent
