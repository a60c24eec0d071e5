"""A file of rich text read from its first group to its last: which words stand in which lines.

Tracked changes are read as accepted. What is not text is tallied, never dropped in silence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from riskscan.errors import DocumentTooLargeError
from riskscan.reading.docx_inline import UNKNOWN_SYMBOL
from riskscan.reading.docx_notes import mark
from riskscan.reading.limits import Limits
from riskscan.reading.ooxml import LARGEST
from riskscan.reading.rtf_fonts import PRIVATE, signs
from riskscan.reading.rtf_state import Note, State
from riskscan.reading.rtf_story import Story
from riskscan.reading.rtf_stream import Group, Stream, Word
from riskscan.reading.rtf_tables import RowShape, is_blank
from riskscan.reading.rtf_words import (
    BOXES,
    COUNTED,
    HEADERS,
    JOINING,
    LABELS,
    LOSING,
    PAGE_BREAKS,
    SKIPPED,
    TRANSPARENT,
)

MOST_STORIES = 10  # inside one another; a note holds no note, a box hardly a box
IS_ENDNOTE = re.compile(r"\s*\\ftnalt(?![a-z])")
EQUATION = r"\objclass Equation"
PICTURE = r"\pict"
NO_RESULT = re.compile(r"\}\s*\}")
SYMBOL_FIELD = re.compile(r'SYMBOL\s+(\d{1,5})\s[^{}"]*\\\\f\s*"([^"{}]+)"')
LONGEST_FIELD = 500  # characters in which a field says what symbol it shows
SIGN = re.compile("[\ue000-\uf8ff\ufffd]")  # a letter of a symbol font
BULLET = "•"

Handler = Callable[[int | None], None]


class RichReader:
    """Follows the groups and control words of one file."""

    def __init__(self, stream: Stream, limits: Limits, tally: Counter[str]) -> None:
        self.body = Story("body")
        self.notes: list[Note] = []
        self._stream = stream
        self._most_parts = limits.rtf_parts
        self._tally = tally
        self._handlers = self._make_handlers()
        self._state = State(self.body)
        self._groups: list[State] = []
        self._stories = 0  # open inside the body
        self._losing: str | None = None  # as what words are being lost
        self._parts = 0  # paragraphs, cells and tables
        self._ordinals: Counter[str] = Counter()

    def read(self, name: str) -> None:
        """Read the whole file. Raises DamagedFileError, DocumentTooLargeError."""
        for event in self._stream.events(self._handlers):
            if isinstance(event, str):
                self._read_text(event)
            elif isinstance(event, Word):
                self._read_word(event)
            elif event is Group.BEGIN:
                self._groups.append(self._state)
            else:
                self._end_group()
            if self._parts > self._most_parts:
                raise DocumentTooLargeError(
                    f"the file has more than {self._most_parts} paragraphs and cells",
                    place=name,
                    remedy="Split the document",
                )

    def _make_handlers(self) -> dict[str, Handler]:
        """What to do at each control word; the others are about looks."""
        handlers: dict[str, Handler] = {
            "plain": lambda _: self._go_on(replace(self._state, lost=frozenset())),
            "pard": lambda _: self._set_level(0),
            "intbl": lambda _: self._set_level(self._state.level or 1),
            "itap": lambda level: self._set_level(max(level or 0, 0)),
            "par": lambda _: self._read_paragraph_end(),
            "sect": lambda _: self._end_paragraph() if self._story.begun else None,
            "trowd": lambda _: self._story.begin_row(nested=self._state.nested_row),
            "trleft": lambda edge: self._shape.begin(edge or 0),
            "cellx": lambda edge: self._shape.add(edge or 0),
            "clmrg": lambda _: self._shape.cover(),
            "clvmrg": lambda _: self._shape.cover(),
            "cell": lambda _: self._end_cell(1),
            "nestcell": lambda _: self._end_cell(max(self._state.level, 2)),
            "row": lambda _: self._story.end_row(1),
            "nestrow": lambda _: self._story.end_row(max(self._story.depth, 2)),
            "nesttableprops": lambda _: self._go_on(replace(self._state, nested_row=True)),
            "chftn": lambda _: self._cite(),
            "footnote": lambda _: self._read_note(),
            "fldinst": lambda _: self._read_field(),
            "sp": lambda _: self._read_shape_property(),
        }
        handlers |= {name: partial(self._toggle, name) for name in LOSING}
        handlers |= {name: partial(self._count_group, kind) for name, kind in COUNTED.items()}
        handlers |= dict.fromkeys(PAGE_BREAKS, lambda _: self._read_page_break())
        handlers |= dict.fromkeys(SKIPPED, lambda _: self._skip_group())
        handlers |= dict.fromkeys(HEADERS, lambda _: self._open(Story("body", shown=False)))
        handlers |= dict.fromkeys(BOXES, lambda _: self._open(Story("textbox")))
        handlers |= dict.fromkeys(
            LABELS, lambda _: self._go_on(replace(self._state, is_label=True))
        )
        return handlers | dict.fromkeys(TRANSPARENT, lambda _: None)

    @property
    def _story(self) -> Story:
        return self._state.story

    @property
    def _shape(self) -> RowShape:
        return self._story.shape(nested=self._state.nested_row)

    def _read_word(self, word: Word) -> None:
        handler = self._handlers.get(word.name)
        if handler is not None:
            handler(word.argument)
        elif word.starred:
            self._skip_group()

    def _skip_group(self) -> None:
        self._stream.group()

    def _go_on(self, state: State) -> None:
        """Read with other properties, up to the end of the group."""
        self._state = state

    def _set_level(self, level: int) -> None:
        if level != self._state.level:
            self._state = replace(self._state, level=level)

    def _toggle(self, name: str, argument: int | None) -> None:
        lost = self._state.lost - {name} if argument == 0 else self._state.lost | {name}
        self._state = replace(self._state, lost=lost)

    def _read_text(self, text: str) -> None:
        if not text:
            return
        state = self._state
        if state.lost:
            self._lose(text)
        elif state.is_label:
            state.story.label.append(SIGN.sub(BULLET, text))
        else:
            self._losing = None
            self._tally["illegal-character"] += text.count(UNKNOWN_SYMBOL)
            state.story.add(text)

    def _lose(self, text: str) -> None:
        """Count a stretch of lost words once."""
        kind = self._state.lost_as
        if text.isspace() or kind == self._losing:
            return
        self._losing = kind
        if kind and self._story.shown:
            self._tally[kind] += 1

    def _read_paragraph_end(self) -> None:
        """A deleted end joins two paragraphs; a hidden one ends no line of its own."""
        lost = self._state.lost
        if not lost or (lost.isdisjoint(JOINING) and self._story.begun):
            self._end_paragraph()

    def _read_page_break(self) -> None:
        """At the start of a paragraph it is no part of its text."""
        if self._story.begun:
            self._read_text("\n")

    def _end_paragraph(self) -> None:
        self._parts += self._story.end_paragraph(self._state.level)
        self._losing = None

    def _end_cell(self, level: int) -> None:
        self._parts += self._story.end_cell(level)
        self._losing = None

    def _open(self, story: Story) -> None:
        """Read the rest of the group as a story of its own."""
        if self._state.lost or self._stories == MOST_STORIES:
            self._skip_group()
            return
        self._stories += 1
        self._parts += 1
        self._state = State(story)

    def _end_group(self) -> None:
        ended, self._state = self._state, self._groups.pop()
        if ended.story is self._state.story and self._groups:
            return
        ended.story.close(ended.level)
        self._stories -= 1
        if not ended.story.shown:
            self._tally["header-footer"] += not is_blank(ended.story.items)
        elif ended.story.part == "textbox":
            self._state.story.boxes.extend(ended.story.items)

    def _count_group(self, kind: str, _: int | None) -> None:
        group = self._stream.group()
        if not self._state.lost and self._story.shown:
            self._tally["equation" if EQUATION in group else kind] += 1

    def _read_shape_property(self) -> None:
        """A shape may hold a picture as one of its properties."""
        if PICTURE in self._stream.group() and self._story.shown:
            self._tally["image"] += 1

    def _read_field(self) -> None:
        """Of a field its result is read; what only a word processor can compute is told."""
        instruction = self._stream.group()
        symbol = SYMBOL_FIELD.search(instruction[:LONGEST_FIELD])
        if symbol:
            code = PRIVATE + int(symbol[1]) % 256
            self._read_text(signs(chr(code), symbol[2]))
        elif self._stream.comes(NO_RESULT) and not self._state.lost and self._story.shown:
            self._tally["field-code"] += 1

    def _cite(self) -> None:
        if not self._state.lost:
            self._story.cites = True

    def _read_note(self) -> None:
        """Put the mark of the note where it is cited, and read the note for the end."""
        story = self._story
        if self._state.lost or not story.shown or self._stories == MOST_STORIES:
            self._skip_group()
            return
        kind = "endnote" if self._stream.comes(IS_ENDNOTE) else "footnote"
        sign = ""
        if story.cites:
            story.cites = False
            self._ordinals[kind] += 1
            sign = mark(kind, min(self._ordinals[kind], LARGEST))
            story.add_mark(sign)
        note = Story("footnote")
        self.notes.append(Note(sign, kind == "endnote", note.items))
        self._open(note)
