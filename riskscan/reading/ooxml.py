"""Names of WordprocessingML elements, and the few questions asked of all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return f"{{{TRANSITIONAL}}}{name}"


VAL = w("val")
INTEGER = re.compile(r"-?\d{1,12}")
LARGEST = 32767  # Word's own bound on numbers in lists
TRUE = {None, "1", "true", "on"}  # a toggle that is present without a value is on

ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
# Wrappers that add nothing to what they hold when tracked changes are accepted.
WRAPPERS = frozenset(
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)


def value(parent: _Element | None, name: str) -> str | None:
    """The ``w:val`` of a child element; None when there is no such child."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL)


def number(parent: _Element | None, name: str) -> int | None:
    """The ``w:val`` of a child as an integer; None when absent or no integer."""
    return as_number(value(parent, name))


def as_number(digits: str | None) -> int | None:
    """An attribute as an integer of Word's own size; None when absent or no integer."""
    if digits is None or not INTEGER.fullmatch(digits):
        return None
    return min(int(digits), LARGEST)


def toggle(parent: _Element | None, name: str) -> bool | None:
    """Whether an on/off property is set; None when it is not mentioned."""
    child = None if parent is None else parent.find(w(name))
    return None if child is None else child.get(VAL) in TRUE


def chosen(alternate: _Element) -> _Element | None:
    """The one branch of ``mc:AlternateContent`` to read: the first choice, else the fallback."""
    choice = alternate.find(CHOICE)
    if choice is not None:
        return choice
    return alternate[0] if len(alternate) else None


def blocks(parent: _Element) -> Iterator[_Element]:
    """The children of a block container with their wrappers taken off."""
    for child in parent:
        if child.tag in WRAPPERS:
            yield from blocks(child)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from blocks(branch)
        else:
            yield child
