"""Tables of contents: their lines look like headings, and would double every article."""

from __future__ import annotations

from collections import Counter

from riskscan.structure.heads import UNITS
from riskscan.structure.line import Line

_LEAST = 3  # headings of one kind in a row with nothing between them
_LONGEST = 300  # lines of a table of contents without the word "статья"


def strike_contents(text: str, lines: list[Line]) -> None:
    """Make the headings inside tables of contents ordinary lines with the head "contents"."""
    last_place = {
        (line.head, line.number): place for place, line in enumerate(lines) if line.head in UNITS
    }
    place = 0
    while place < len(lines):
        line = lines[place]
        if line.head in UNITS:
            place = _strike_run(lines, place, last_place)
        elif line.head == "contents" and line.end - line.start <= 20:
            place = _strike_list(text, lines, place + 1)
        else:
            place += 1


def _strike_run(
    lines: list[Line], first: int, last_place: dict[tuple[str, str | None], int]
) -> int:
    """Strike headings that follow one another and all come again later."""
    seen: set[tuple[str, str | None]] = set()
    last = first
    while last < len(lines) and lines[last].head in UNITS:
        entry = (lines[last].head, lines[last].number)
        if entry in seen:
            break
        seen.add(entry)
        last += 1
    most = max(Counter(head for head, _ in seen).values())
    again = sum(last_place[entry] >= last for entry in seen)
    if most >= _LEAST and again * 2 > len(seen):
        _strike(lines[first:last])
    return last


def _strike_list(text: str, lines: list[Line], first: int) -> int:
    """Strike everything between the word «Содержание» and the second coming of its first entry."""
    if first >= len(lines) or lines[first].head in UNITS:
        return first
    entry = _words(text, lines[first])
    for place in range(first + 2, min(first + _LONGEST, len(lines))):
        if _words(text, lines[place]) == entry:
            _strike(lines[first:place])
            return place
    return first


def _words(text: str, line: Line) -> str:
    """The line without page numbers and leaders."""
    return text[line.body : line.end].rstrip(" .…\t0123456789").casefold()


def _strike(lines: list[Line]) -> None:
    for line in lines:
        line.head, line.number, line.label, line.body = "contents", None, line.start, line.start
