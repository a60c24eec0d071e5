"""Numbers and bullets of lists, which a page does not hold but its reader sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from riskscan.reading.number_formats import FORMATS
from riskscan.reading.ooxml import as_number

KINDS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
STYLES = {
    "decimal": "decimal",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}
STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
BULLET = "• "


class Lists:
    """The lists open at one place of a page, and how far each has counted."""

    def __init__(self) -> None:
        self._open: list[List] = []

    def enter(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a list."""
        nested = any(each.numbered for each in self._open)
        self._open.append(List(name == "ol", attributes, nested=nested))

    def leave(self) -> None:
        """End the innermost list."""
        if self._open:
            self._open.pop()

    def label(self, attributes: Mapping[str, str]) -> str:
        """What stands before the next item."""
        return self._open[-1].label(attributes) if self._open else BULLET


class List:
    """One list.

    The page shows «1.» at every level. Inside another list, and with letters, the point becomes a
    bracket: so acts write subpoints, and the two levels stay apart.
    """

    def __init__(self, numbered: bool, attributes: Mapping[str, str], *, nested: bool) -> None:
        style = STYLE.search(attributes.get("style", ""))
        shape = style[1].lower() if style else ""
        kind = STYLES.get(shape) or KINDS.get(attributes.get("type", ""), "decimal")
        self.numbered = numbered
        self._bare = shape == "none"
        self._format: Callable[[int], str] = FORMATS[kind]
        self._close = ") " if nested or kind.startswith("lower") else ". "
        start = as_number(attributes.get("start"))
        self._next = 1 if start is None else start

    def label(self, attributes: Mapping[str, str]) -> str:
        """The number or bullet of the next item; empty where the style says none."""
        value = as_number(attributes.get("value"))
        number = self._next if value is None else value
        self._next = number + 1
        if self._bare:
            return ""
        return f"{self._format(number)}{self._close}" if self.numbered else BULLET
