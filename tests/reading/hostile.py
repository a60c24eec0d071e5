"""What a hostile file is, and how documents with one evil part are put together."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from tests.reading.hostile_archives import zipped
from tests.reading.word_files import paragraph, parts, root

Expected = Literal["refused", "read", "either"]
BODY = paragraph("Текст")
MEGABYTE = 2**20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file: its name, how to make it, and what is to become of it."""

    name: str
    make: Callable[[], bytes]
    expected: Expected = "refused"


def whole(body: str) -> str:
    """The part with the text."""
    return root("document", f"<w:body>{body}</w:body>")


def other(entries: Mapping[str, str | bytes]) -> Callable[[], bytes]:
    """A maker of a sound document with more or other entries."""
    return lambda: zipped(parts(BODY, {}) | dict(entries))


def without(part: str) -> Callable[[], bytes]:
    """A maker of a document that lacks a part."""
    return lambda: zipped({name: data for name, data in parts(BODY, {}).items() if name != part})


def of_body(
    make: Callable[[], str], companions: Mapping[str, str] | None = None
) -> Callable[[], bytes]:
    """A maker of a document with a body made late, not packed: its ratio shall not give it away."""
    return lambda: zipped(parts(make(), companions or {}), zipfile.ZIP_STORED)
