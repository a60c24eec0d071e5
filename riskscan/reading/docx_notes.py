"""Footnotes and endnotes: which the text refers to, in which order, under which mark."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from riskscan.reading.number_formats import roman
from riskscan.reading.ooxml import w

KINDS = ("footnote", "endnote")


class Notes:
    """Notes are marked as Word marks them: [1], [2] for footnotes, [i], [ii] for endnotes."""

    def __init__(self) -> None:
        self._cited: dict[str, list[str]] = {kind: [] for kind in KINDS}

    def cite(self, kind: str, identity: str) -> str:
        """Enter a reference to the note with this ``w:id``; its mark."""
        self._cited[kind].append(identity)
        return mark(kind, len(self._cited[kind]))

    def collect(self, kind: str, root: _Element) -> Iterator[tuple[str, _Element]]:
        """The cited notes of one notes part, each with its mark, in the order of the text."""
        notes = {note.get(w("id")): note for note in root.iterfind(w(kind))}
        for ordinal, identity in enumerate(self._cited[kind], 1):
            if identity in notes:
                yield mark(kind, ordinal), notes[identity]


def mark(kind: str, ordinal: int) -> str:
    """The sign that ties a note to its place in the text."""
    return f"[{ordinal}]" if kind == "footnote" else f"[{roman(ordinal)}]"
