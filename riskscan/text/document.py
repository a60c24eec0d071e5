"""The document: the exact text that was sent or read, and where each piece came from."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from riskscan.text.matching import line_view
from riskscan.text.view import View

Part = Literal["body", "table", "footnote", "textbox"]
UnreadKind = Literal[
    "image", "embedded-object", "macro", "comment", "deleted-text", "hidden-text",
    "header-footer", "chart", "equation", "field-code", "unknown-numbering", "illegal-character",
    "page-without-text", "editorial-note", "site-furniture",
]  # fmt: skip
AssumedKind = Literal[
    "encoding-windows-1251", "encoding-kz-1048", "encoding-koi8-r", "encoding-utf-16",
    "misread-kz-1048", "latin-kazakh", "mixed-language", "declared-ru-read-kk",
    "declared-kk-read-ru", "ocr", "ocr-doubtful", "converted", "view-accepted", "view-original",
    "tracked-insertions", "tracked-deletions", "table-without-borders", "text-in-columns",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Segment:
    """Where one stretch of the text came from in the source file.

    ``paragraph`` counts the file's paragraphs from 0; ``run`` is None for text no run holds, such
    as a number Word generated (``generated`` is then True). ``cell`` is (table, row, column). Of a
    PDF ``page`` counts from 1 and ``box`` is (left, top, right, bottom) on it in points, from its
    upper left corner. Of a web page ``anchor`` is the nearest element's id at or before it.
    """

    start: int
    end: int
    part: Part = "body"
    paragraph: int = 0
    run: int | None = None
    cell: tuple[int, int, int] | None = None
    generated: bool = False
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that did not become text: said aloud, never dropped in silence."""

    what: UnreadKind
    count: int


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken to be so, and how many characters, words or provisions hang on it."""

    what: AssumedKind
    count: int


@dataclass(frozen=True)
class Document:
    """``text`` is exactly what the caller sent, or for a file the text read from it."""

    text: str
    source: str | None = None
    segments: tuple[Segment, ...] = ()
    unread: tuple[Unread, ...] = field(default=())
    assumed: tuple[Assumption, ...] = field(default=())

    @cached_property
    def view(self) -> View:
        """The text as its lines read: what needs no dictionary (see ``view``)."""
        return line_view(self.text)
