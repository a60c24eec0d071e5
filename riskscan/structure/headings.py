"""Headings without a head word: «1. Общие положения» or «Общие положения» between points.

Older rules number their chapters like their points. A heading has no full stop, and the point
after it goes on with the count of points instead of its own.
"""

from __future__ import annotations

import re

from riskscan.structure.heads import STAMPS, UNITS
from riskscan.structure.lines import ENDS, Line
from riskscan.structure.numbering import follows
from riskscan.structure.words import ENACTING, POSITION, PREDICATE

_LONGEST = 200
_NO_HEADING = re.compile(r"[|_:]| {4}|\t")


def promote_headings(text: str, lines: list[Line]) -> None:
    """Give the lines that are headings of chapters the head "chapter"."""
    upcoming = _upcoming_points(lines)
    chapter, point, in_article = "0", "0", False
    titled = False  # whether the title of the act is behind us
    for place, line in enumerate(lines):
        if line.quoted:
            continue
        titled = titled or bool(line.head) or text[line.end - 1] in ENDS
        if line.head in STAMPS:
            chapter, point, in_article = "0", "0", False
        elif line.head in UNITS:
            in_article = line.head == "article"
            point = "0" if in_article else point
        elif line.head == "point" and line.number is not None:
            coming = upcoming[place]
            if not _is_heading(text, line):
                point = line.number
            elif in_article and _parts_articles(lines, place, point):
                line.head = "roman"
            elif not in_article and (
                text[line.start] == "#"
                or _counts_chapters(line.number, coming, chapter=chapter, point=point)
            ):
                line.head, chapter = "chapter", line.number
            else:
                point = line.number
        elif not line.head and place and not in_article and _is_heading(text, line):
            coming = upcoming[place]
            marked = titled and text[line.start] == "#"
            if marked or (
                coming is not None
                and lines[place + 1].head == "point"
                and (coming == "1" or follows(coming, point))
                and _stands_apart(text, lines, place)
            ):
                line.head = "chapter"


def _upcoming_points(lines: list[Line]) -> list[str | None]:
    """For each line the number of the next point after it in the same instrument."""
    upcoming: list[str | None] = [None] * len(lines)
    number: str | None = None
    for place in range(len(lines) - 1, -1, -1):
        upcoming[place] = number
        line = lines[place]
        if line.head == "point":
            number = line.number
        elif line.head in STAMPS:
            number = None
    return upcoming


def _parts_articles(lines: list[Line], place: int, point: str) -> bool:
    """Whether a numbered line right before an article is no point of the one before it."""
    number = lines[place].number or ""
    following = lines[place + 1].head if place + 1 < len(lines) else ""
    return following == "article" and not follows(number, point)


def _counts_chapters(number: str, coming: str | None, *, chapter: str, point: str) -> bool:
    """Whether a number goes on with the count of chapters and the next one with that of points."""
    if not follows(number, chapter):
        return False
    if coming is None:
        return point != "0" and not follows(number, point)
    if follows(number, point) and follows(coming, number):
        return False
    return coming == "1" or follows(coming, point)


def _is_heading(text: str, line: Line) -> bool:
    words = text[line.body : line.end]
    return (
        0 < len(words) <= _LONGEST
        and words[-1] not in ENDS
        and words[-1] != ","
        and not _NO_HEADING.search(words)
        and (text[line.start] == "#" or words[0].isupper())
        and not ENACTING.search(words)
        and (text[line.start] == "#" or not PREDICATE.search(words))
    )


def _stands_apart(text: str, lines: list[Line], place: int) -> bool:
    """Whether the line before has ended, so that this one cannot be its last words."""
    before, line = lines[place - 1], lines[place]
    if POSITION.match(text, line.body):
        return False
    return (
        place == 1
        or (line.gap and lines[place + 1].gap and lines[place + 1].number == "1")
        or before.head in UNITS
        or before.head in {"title", "note"}
        or text[before.end - 1] in ENDS
    )
