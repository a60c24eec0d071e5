"""Paragraphs: lines with their heads read, and lines broken by hand put together again."""

from __future__ import annotations

import re

from riskscan.structure.heads import LINE, STAMPS
from riskscan.structure.joining import Joiner
from riskscan.structure.labels import Labels, read_label
from riskscan.structure.layout import Layout
from riskscan.structure.line import Line, has_ended, is_hollow
from riskscan.structure.words import PREDICATE
from riskscan.text import Document

_UNLABELLED = frozenset({"", "lower", "glue"})


class LineReader:
    """Reads the paragraphs of one document; a table cell never goes on with another."""

    def __init__(self, document: Document) -> None:
        text = document.text
        layout = Layout.of(text)
        self._text = text
        self._cells = _cell_starts(document)
        self._labels = Labels(text, layout)
        self._joiner = Joiner(text, layout)
        self._lines: list[Line] = []

    def read(self) -> list[Line]:
        """All paragraphs in text order; blank ones are left out."""
        text = self._text
        for found in LINE.finditer(text):
            start, end = found.end(1), found.end()
            while end > start and text[end - 1].isspace():
                end -= 1
            if end > start:
                self._take(found, start, end)
        return self._lines

    def _take(self, found: re.Match[str], start: int, end: int) -> None:
        begin = found.start()
        newline = self._text.rfind("\n", begin, start) if start > begin else -1
        indent = start - (newline + 1 if newline >= 0 else begin)
        head = found.lastgroup or ""
        line = Line(start, start, start, end, head, None, newline >= 0, indent, start)
        previous = self._lines[-1] if self._lines else None
        if head not in _UNLABELLED:
            self._label(found, previous, line)
        if line.head in _UNLABELLED and previous is not None:
            if start not in self._cells and self._belongs(previous, line, found.end(2)):
                if is_hollow(previous) and previous.head not in STAMPS:
                    previous.body = start
                previous.end, previous.tail = end, start
                return
            if previous.head in STAMPS and self._is_title(line):
                line.head = "title"
        self._labels.note(line)
        self._lines.append(line)

    def _label(self, found: re.Match[str], previous: Line | None, line: Line) -> None:
        """Read the label of a line, or find that it is none."""
        read_label(self._text, found, line)
        if not self._labels.accepts(previous, line):
            line.head = "glue" if self._labels.closes(previous, line) else ""
            line.number, line.label, line.body = None, line.start, line.start

    def _belongs(self, previous: Line, line: Line, first: int) -> bool:
        """Whether a line belongs to the paragraph before it; one of mere markup always does."""
        return first >= line.end or self._joiner.joins(
            previous, line, first, opening=len(self._lines) == 1
        )

    def _is_title(self, line: Line) -> bool:
        """Whether a line after a stamp is the title of what the stamp begins."""
        if has_ended(self._text, line):
            return False
        return self._text[line.start] == "#" or not PREDICATE.search(
            self._text, line.body, line.end
        )


def _cell_starts(document: Document) -> frozenset[int]:
    """Where the text of each table cell begins."""
    starts: dict[tuple[int, int, int], int] = {}
    for segment in document.segments:
        if segment.cell is not None:
            starts.setdefault(segment.cell, segment.start)
    return frozenset(starts.values())
