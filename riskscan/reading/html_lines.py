"""Lines of a page: the words gathered in a block become lines of the document.

A line break inside a block is layout, as in Word, unless a sentence ends before it, it is one of
two, or the text after it is indented. Notes of the editors stay as lines of their own, so that
structure knows them by their first words; those without such words are left out and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from riskscan.reading.builder import Piece, TextBuilder
from riskscan.reading.encodings import ILLEGAL
from riskscan.text.characters import RAISED_DIGITS
from riskscan.text.document import Part
from riskscan.text.editorial import EDITORIAL

SPACE = re.compile(r"[ \t\r\n\f\v]+")
BREAK = "\n"  # a break a page may use for layout
LINE_END = "\v"  # one that always ends a line
BLANKS = re.compile(r"[ \xa0]+")
AROUND_BREAK = re.compile(r" *\n *")
HARD_BREAK = re.compile(r"\v|\n[ \xa0]*(?=\n)|(?<=[\w»)]{3}[.;:!?])[ \xa0]*\n|\n(?=[ \xa0]{4})")
HYPHENATED = re.compile(r"(?<=\w-)[ \xa0]*\n[ \xa0]*(?=\w)")
NOTE = re.compile(EDITORIAL)

Cell = tuple[int, int, int]


class Place(NamedTuple):
    """Where in the page a block stands."""

    part: Part
    cell: Cell | None


class Fragment(NamedTuple):
    """Words of one block; ``note``: marked as an editor's, None for what may be either."""

    text: str
    note: bool | None


class LineWriter:
    """Gathers the fragments of a block and writes them as lines when it ends."""

    def __init__(self, builder: TextBuilder, tally: Counter[str]) -> None:
        self._builder = builder
        self._tally = tally
        self._fragments: list[Fragment] = []
        self._anchor: str | None = None
        self._begun = False  # whether the block holds a visible character
        self._label = ""
        self._note: str | None = None  # the editors' note being put together
        self._note_at: tuple[Place, str | None] | None = None
        self._paragraphs = 0

    def add(self, text: str, anchor: str | None, *, note: bool | None) -> None:
        """Add words to the block."""
        if not self._begun and not text.isspace():
            self._anchor, self._begun = anchor, True
        self._fragments.append(Fragment(text, note))

    def add_superscript(self, text: str, anchor: str | None, *, note: bool | None) -> None:
        """Add raised words: «5» and a raised «2» are the number «5²», not «52»."""
        before = self._fragments[-1].text[-1:] if self._fragments else ""
        digits = text.strip()
        raised = before.isalnum() and digits.isascii() and digits.isdigit()
        self.add(digits.translate(RAISED_DIGITS) if raised else text, anchor, note=note)

    def label(self, label: str) -> None:
        """Set what the page generates before the next line."""
        self._label = label

    def end_block(self, place: Place) -> None:
        """Write what the block held."""
        fragments, self._fragments = self._fragments, []
        if self._begun:
            self._begun = False
            for note, text in by_authors(fragments):
                if note:
                    self._write_note(text, place)
                else:
                    self._write(text, place)

    def close(self) -> None:
        """Write what is still being put together."""
        if self._note is not None and self._note_at is not None:
            note, (place, anchor) = self._note, self._note_at
            self._note = None
            self._line(note, place, anchor)

    def _write(self, text: str, place: Place) -> None:
        for line in HARD_BREAK.split(HYPHENATED.sub("", text)):
            words = AROUND_BREAK.sub(BREAK, BLANKS.sub(" ", line)).strip(" \n")
            if words:
                self.close()
                self._line(words, place, self._anchor)

    def _write_note(self, text: str, place: Place) -> None:
        """Begin a note, or go on with the one before; without its opening words it is left out."""
        for line in text.split(BREAK):
            words = BLANKS.sub(" ", line).strip()
            if NOTE.match(words):
                self.close()
                self._note, self._note_at = words, (place, self._anchor)
            elif words and self._note is not None:
                self._note += f" {words}"
            elif words:
                self._tally["editorial-note"] += 1

    def _line(self, words: str, place: Place, anchor: str | None) -> None:
        words, illegal = ILLEGAL.subn("", words)
        self._tally["illegal-character"] += illegal
        index = self._paragraphs
        self._paragraphs += 1
        pieces = [Piece(self._label, index, None)] if self._label else []
        self._label = ""
        self._builder.line([*pieces, Piece(words, index, 0)], place.part, place.cell, anchor)


def by_authors(fragments: list[Fragment]) -> Iterator[tuple[bool, str]]:
    """The words of a block in stretches of whole lines, each the act's own or the editors'."""
    if not any(fragment.note for fragment in fragments):
        yield False, "".join(fragment.text for fragment in fragments)
        return
    lines: list[tuple[bool, str]] = []
    is_note = False
    for line in broken(fragments):
        marks = {fragment.note for fragment in line if fragment.text.strip(" \xa0\n")} - {None}
        is_note = marks == {True} or (not marks and is_note)
        lines.append((is_note, "".join(fragment.text for fragment in line)))
    for note, group in groupby(lines, lambda each: each[0]):
        yield note, "".join(text for _, text in group)


def broken(fragments: list[Fragment]) -> Iterator[list[Fragment]]:
    """The fragments line by line, each line with its break."""
    line: list[Fragment] = []
    for fragment in fragments:
        line.append(fragment)
        if fragment.text in (BREAK, LINE_END):
            yield line
            line = []
    yield line
