"""Footnotes and endnotes: which the text refers to, in which order, under which mark."""

from __future__ import annotations

from lxml.etree import _Element

from riskscan.reading.number_formats import roman
from riskscan.reading.ooxml import w

KINDS = ("footnote", "endnote")


class Notes:
    """Notes are marked as Word marks them: [1], [2] for footnotes, [i], [ii] for endnotes."""

    def __init__(self) -> None:
        self._ordinals: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}

    def cite(self, kind: str, identity: str) -> str:
        """Enter a reference to the note with this ``w:id``; its mark."""
        ordinals = self._ordinals[kind]
        return mark(kind, ordinals.setdefault(identity, len(ordinals) + 1))

    def cited(self, kind: str, root: _Element) -> list[tuple[str, _Element]]:
        """The notes of one notes part cited so far, each with its mark, in the order of the text.

        A note cited only by another note, which Word does not allow, is none of them.
        """
        notes = {note.get(w("id")): note for note in root.iterfind(w(kind))}
        return [
            (mark(kind, ordinal), notes[identity])
            for identity, ordinal in self._ordinals[kind].items()
            if identity in notes
        ]


def mark(kind: str, ordinal: int) -> str:
    """The sign that ties a note to its place in the text."""
    return f"[{ordinal}]" if kind == "footnote" else f"[{roman(ordinal)}]"
