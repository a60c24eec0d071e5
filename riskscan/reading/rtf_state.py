"""What a group of rich text is read with, and gives back where it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from riskscan.reading.rtf_story import Story
from riskscan.reading.rtf_tables import Line, Table
from riskscan.reading.rtf_words import LOSING


@dataclass(frozen=True, slots=True)
class State:
    """How words are read at one place of the file.

    ``lost`` are the properties that take words out of the text; ``level`` says in how many tables
    the paragraph stands.
    """

    story: Story
    lost: frozenset[str] = frozenset()
    is_label: bool = False
    level: int = 0
    nested_row: bool = False  # where the row of a table in a table is described

    @property
    def lost_as(self) -> str:
        """As what words are lost here; the last of the properties says it."""
        return next(kind for name, kind in reversed(LOSING.items()) if name in self.lost)


class Note(NamedTuple):
    """What a note holds, and its mark, which is empty for one that brings its own."""

    mark: str
    is_endnote: bool
    items: list[Line | Table]
