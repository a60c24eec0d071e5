"""What a Word file shows, character by character, told from its XML without the reader's help."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from tests.reading.word_files import W

W_ = f"{{{W}}}"
SHOWN = {
    "tab": "\t",
    "br": " ",
    "cr": " ",
    "noBreakHyphen": "-",
    "softHyphen": "\u00ad",
    "sym": "☐",
}
UNSEEN = {"del", "moveFrom", "pPr", "rPr", "instrText", "sdtPr"}


class Character(NamedTuple):
    """A character, the properties of its run but the highlight, what holds it, its comments."""

    text: str
    properties: str
    wrappers: tuple[str, ...]
    highlighted: bool
    comments: frozenset[str]


def part(data: bytes, name: str) -> _Element:
    """The root of one part of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def characters(root: _Element) -> list[Character]:
    """Everything a part shows; a paragraph ends in a line end."""
    return [*_walk(root, (), set())]


def _walk(element: _Element, wrappers: tuple[str, ...], comments: set[str]) -> Iterator[Character]:
    for child in element:
        name = etree.QName(child).localname
        if name == "commentRangeStart":
            comments.add(child.get(f"{W_}id", ""))
        elif name == "commentRangeEnd":
            comments.discard(child.get(f"{W_}id", ""))
        elif name == "t" or name in SHOWN:
            run = next(child.iterancestors(f"{W_}r"))
            properties, highlighted = _properties(run)
            for text in SHOWN.get(name) or child.text or "":
                yield Character(text, properties, wrappers, highlighted, frozenset(comments))
        elif name not in UNSEEN and not _hidden(child):
            yield from _walk(child, wrappers if name == "r" else (*wrappers, name), comments)
            if name == "p":
                yield Character("\n", "", wrappers, False, frozenset(comments))


def _hidden(run: _Element) -> bool:
    return run.find(f"{W_}rPr/{W_}vanish") is not None


def _properties(run: _Element) -> tuple[str, bool]:
    properties = run.find(f"{W_}rPr")
    kept = [] if properties is None else [p for p in properties if p.tag != f"{W_}highlight"]
    highlighted = properties is not None and properties.find(f"{W_}highlight") is not None
    return " ".join(etree.tostring(each, method="c14n").decode() for each in kept), highlighted


def covered(data: bytes, identity: str, name: str = "word/document.xml") -> str:
    """The text between the two ends of a comment's range."""
    shown = characters(part(data, name))
    return "".join(each.text for each in shown if identity in each.comments)


def highlighted(data: bytes, name: str = "word/document.xml") -> str:
    """The highlighted text of a part."""
    return "".join(each.text for each in characters(part(data, name)) if each.highlighted)
