"""What the elements of a page are to its reader, and what their attributes say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "bgsound", "frame",
))  # fmt: skip
CELLS = frozenset(("td", "th"))
TABLE_PARTS = CELLS | {"table", "caption", "tr", "thead", "tbody", "tfoot"}
BLOCKS = TABLE_PARTS | {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
    "option", "p", "pre", "section", "summary", "ul",
}  # fmt: skip
LISTS = frozenset(("ol", "ul", "menu", "dir"))

# What ends an element left open: the next of its kind, a cell and a row together.
ENDED_BY = {
    "li": frozenset(("li",)),
    "dd": frozenset(("dd", "dt")),
    "dt": frozenset(("dd", "dt")),
    "option": frozenset(("option",)),
    "td": frozenset(("td", "th", "tr", "thead", "tbody", "tfoot")),
    "th": frozenset(("td", "th", "tr", "thead", "tbody", "tfoot")),
    "tr": frozenset(("tr", "thead", "tbody", "tfoot")),
    "p": BLOCKS,
}
ENDS = {
    name: tuple(open_one for open_one, ended in ENDED_BY.items() if name in ended)
    for name in BLOCKS
}

FURNITURE = frozenset(("nav", "aside", "button", "select", "datalist"))
FURNITURE_OF_PAGE = frozenset(("header", "footer"))  # inside an article they are its own
ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar"))
SILENT = frozenset(("noscript", "template", "xml"))
LOST: dict[str, str] = {"del": "deleted-text"} | dict.fromkeys(FURNITURE, "site-furniture")
DRAWN: dict[str, str] = {"svg": "image", "math": "equation"} | dict.fromkeys(
    ("object", "applet", "audio", "video", "canvas"), "embedded-object"
)
COUNTED: dict[str, str] = {"iframe": "embedded-object", "embed": "embedded-object"}

HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.I)
WORD_PART = re.compile(r"mso-element\s*:\s*(comment|footnote|endnote|header|footer)", re.I)
RED = re.compile(r"#?ff0000|red", re.IGNORECASE)
RED_STYLE = re.compile(r"(?<![-\w])color\s*:\s*(?:#ff0000|red)", re.IGNORECASE)


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of the element."""
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")))


def classes(attributes: Mapping[str, str]) -> list[str]:
    """The classes of an element."""
    return attributes.get("class", "").split()


def is_editorial(attributes: Mapping[str, str]) -> bool:
    """Whether an element of a page of the legal database is marked as a note of its editors."""
    red = RED.fullmatch(attributes.get("color", "").strip())
    return bool(red or RED_STYLE.search(attributes.get("style", ""))) or "note" in classes(
        attributes
    )


def is_dot(attributes: Mapping[str, str]) -> bool:
    """Whether a picture is one of the invisible dots that pages put between words."""
    return attributes.get("width") in ("0", "1") and attributes.get("height") in ("0", "1")
