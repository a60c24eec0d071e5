"""Headings without a head word: «1. Общие положения» or «Общие положения» between points.

Older rules number their chapters like their points. A heading has no full stop, and the point
after it goes on with the count of points instead of its own.
"""

from __future__ import annotations

import re

from riskscan.structure.heads import STAMPS, UNITS
from riskscan.structure.line import ENDS, Line
from riskscan.structure.numbering import follows
from riskscan.structure.words import ENACTING, POSITION, PREDICATE

_LONGEST = 200
_NO_HEADING = re.compile(r"[|_:]| {4}|\t")


def promote_headings(text: str, lines: list[Line]) -> None:
    """Give the lines that are headings of chapters the head "chapter"."""
    Promoter(text, lines).promote()


class Promoter:
    """Counts chapters and points as it goes through the lines of one text."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self._text = text
        self._lines = lines
        self._coming = _coming_points(lines)
        self._chapter = self._point = "0"
        self._in_article = False

    def promote(self) -> None:
        """Change the heads of the lines in place."""
        titled = False  # whether the title of the act is behind us
        for place, line in enumerate(self._lines):
            if line.quoted:
                continue
            titled = titled or bool(line.head) or self._text[line.end - 1] in ENDS
            if line.head in STAMPS:
                self._chapter, self._point, self._in_article = "0", "0", False
            elif line.head in UNITS:
                self._in_article = line.head == "article"
                self._point = "0" if self._in_article else self._point
            elif line.head == "point" and line.number is not None:
                self._numbered(place, line, line.number)
            elif (
                not line.head
                and place
                and not self._in_article
                and (_is_heading(self._text, line) and self._is_chapter(place, titled=titled))
            ):
                line.head = "chapter"

    def _numbered(self, place: int, line: Line, number: str) -> None:
        """A line that begins like a point: a point, or a heading."""
        if _is_heading(self._text, line):
            if self._in_article and self._parts_articles(place, number):
                line.head = "roman"
                return
            marked = self._text[line.start] == "#"
            if not self._in_article and (marked or self._counts_chapters(place, number)):
                line.head, self._chapter = "chapter", number
                return
        self._point = number

    def _parts_articles(self, place: int, number: str) -> bool:
        """Whether a numbered line right before an article is no point of the one before it."""
        following = self._lines[place + 1].head if place + 1 < len(self._lines) else ""
        return following == "article" and not follows(number, self._point)

    def _counts_chapters(self, place: int, number: str) -> bool:
        """Whether a number goes on with the count of chapters and the next with that of points."""
        coming, point = self._coming[place], self._point
        if not follows(number, self._chapter):
            return False
        if coming is None:
            return point != "0" and not follows(number, point)
        if follows(number, point) and follows(coming, number):
            return False
        return coming == "1" or follows(coming, point)

    def _is_chapter(self, place: int, *, titled: bool) -> bool:
        """Whether an unnumbered line heads the point after it."""
        if titled and self._text[self._lines[place].start] == "#":
            return True
        coming = self._coming[place]
        return (
            coming is not None
            and self._lines[place + 1].head == "point"
            and (coming == "1" or follows(coming, self._point))
            and self._stands_apart(place)
        )

    def _stands_apart(self, place: int) -> bool:
        """Whether the line before has ended, so that this one cannot be its last words."""
        before, line, after = self._lines[place - 1 : place + 2]
        if POSITION.match(self._text, line.body):
            return False
        return (
            place == 1
            or (line.gap and after.gap and after.number == "1")
            or before.head in UNITS
            or before.head in {"title", "note"}
            or self._text[before.end - 1] in ENDS
        )


def _coming_points(lines: list[Line]) -> list[str | None]:
    """For each line the number of the next point after it in the same instrument."""
    coming: list[str | None] = [None] * len(lines)
    number: str | None = None
    for place in range(len(lines) - 1, -1, -1):
        coming[place] = number
        line = lines[place]
        if line.head == "point":
            number = line.number
        elif line.head in STAMPS:
            number = None
    return coming


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
