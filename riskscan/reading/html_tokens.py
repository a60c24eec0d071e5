"""HTML taken apart: text, opening tags and closing tags, in one pass of linear cost.

A tree after the HTML standard costs the square of its depth, and a page of unclosed tags may ask
for gigabytes; a draft needs no tree, only where lines begin and end and what is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

NAME = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
ATTRIBUTE = re.compile(r"""[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]*))?""")
TAG_END = re.compile(r"[\s/]*>")
# What is inside them is no markup, and nothing a reader of the page sees as its text.
RAW = frozenset(
    ("script", "style", "title", "textarea", "iframe", "noframes", "noembed", "xmp", "plaintext")
)
# Longer than any character has a number; the standard library would refuse to count so far.
ENDLESS_REFERENCE = re.compile(r"&#(?:\d{8,}|[xX][0-9a-fA-F]{8,});?")
UNKNOWN = "\ufffd"


class Text(NamedTuple):
    """Characters between tags, their references resolved."""

    text: str


class Start(NamedTuple):
    """An opening tag; names are in lower case, values are as written."""

    name: str
    attributes: dict[str, str]


class End(NamedTuple):
    """A closing tag."""

    name: str


class Sheet(NamedTuple):
    """The style sheet in a ``style`` element, and the media it is for."""

    css: str
    media: str


Token = Text | Start | End | Sheet


def tokens(html: str) -> Iterator[Token]:
    """The tokens of a page in order; of raw elements only style sheets are kept."""
    position = 0
    while (opening := html.find("<", position)) >= 0:
        if opening > position:
            yield Text(resolve(html[position:opening]))
        tag = NAME.match(html, opening)
        if tag is None:
            position = pass_over(html, opening)
            if position == opening:
                yield Text("<")
                position += 1
            continue
        name = tag[2].lower()
        attributes, position = read_attributes(html, tag.end())
        if tag[1]:
            yield End(name)
        else:
            yield Start(name, attributes)
            if name in RAW:
                content, (begin, position) = position, end_of_raw(html, name, position)
                if name == "style":
                    yield Sheet(html[content:begin], attributes.get("media", ""))
                yield End(name)
    if position < len(html):
        yield Text(resolve(html[position:]))


def resolve(text: str) -> str:
    """The text with its character references replaced by what they stand for."""
    return unescape(ENDLESS_REFERENCE.sub(UNKNOWN, text)) if "&" in text else text


def pass_over(html: str, opening: int) -> int:
    """Where a comment or declaration ends; ``opening`` itself when there is none."""
    if html.startswith("<!--", opening):
        end = html.find("-->", opening + 2)
        return len(html) if end < 0 else end + 3
    if html.startswith(("<!", "<?", "</"), opening):
        end = html.find(">", opening)
        return len(html) if end < 0 else end + 1
    return opening


def read_attributes(html: str, position: int) -> tuple[dict[str, str], int]:
    """The attributes of a tag, the first of each name, and where the tag ends."""
    attributes: dict[str, str] = {}
    while (end := TAG_END.match(html, position)) is None:
        attribute = ATTRIBUTE.match(html, position)
        if attribute is None:
            return attributes, len(html)
        value = attribute[2] or ""
        if value[:1] in ('"', "'") and value[-1:] == value[:1]:
            value = value[1:-1]
        attributes.setdefault(attribute[1].lower(), value)
        position = attribute.end()
    return attributes, end.end()


def end_of_raw(html: str, name: str, position: int) -> tuple[int, int]:
    """Where the closing tag of a raw element begins and ends."""
    found = re.compile(rf"</{name}(?=[\s/>])[^>]*>?", re.IGNORECASE).search(html, position)
    return found.span() if found else (len(html), len(html))
