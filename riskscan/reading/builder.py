"""Puts a document together line by line and remembers where each stretch came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, get_args

from lxml.etree import _Element

from riskscan.reading.limits import Limits
from riskscan.text.document import Part, Segment, Unread, UnreadKind

# A line break inside a paragraph is a newline only where a list item typed by hand follows;
# elsewhere it is layout, and a newline there would cut a sentence in two.
LAYOUT_BREAK = re.compile(
    r"\n(?![ \t\xa0]{0,8}(?:\d{1,3}(?:-\d{1,3})?[.)]|[а-яәіңғүұқөһ]\))\s)", re.IGNORECASE
)


class Source(NamedTuple):
    """An element of the file and the text it shows."""

    element: _Element
    text: str


class Piece(NamedTuple):
    """Text from one run of one paragraph; ``run`` is None for generated text.

    ``sources`` show it, in order; generated text has the paragraph or the reference it stands for.
    """

    text: str
    paragraph: int
    run: int | None
    sources: tuple[Source, ...] = ()


class TextBuilder:
    """The text and segments of a Document in the making."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._lines: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []

    def line(
        self,
        pieces: Iterable[Piece],
        part: Part,
        cell: tuple[int, int, int] | None = None,
        anchor: str | None = None,
    ) -> None:
        """Add one paragraph as one line; raises DocumentTooLargeError over the limit."""
        words = []
        for piece in pieces:
            self.note(piece)
            text, paragraph, run, _ = piece
            end = self.length + len(text)
            self.segments.append(
                Segment(
                    self.length,
                    end,
                    part,
                    paragraph,
                    run,
                    cell,
                    generated=run is None,
                    anchor=anchor,
                )
            )
            self.length = end
            words.append(text)
        self._lines.append(LAYOUT_BREAK.sub(" ", "".join(words)))
        self.length += 1
        self._limits.check_length(self.length, self._name)

    def note(self, piece: Piece) -> None:
        """What a builder of another kind keeps of a piece that is to stand at ``length``."""

    def text(self) -> str:
        """All lines, each closed by a newline."""
        return "".join(f"{line}\n" for line in self._lines)


def unread(tally: Mapping[str, int]) -> tuple[Unread, ...]:
    """What was counted as not read, as the document states it: in the order of its closed list."""
    counts = ((kind, tally.get(kind, 0)) for kind in get_args(UnreadKind))
    return tuple(Unread(kind, count) for kind, count in counts if count)
