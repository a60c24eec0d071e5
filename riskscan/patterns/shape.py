"""The shape of a pattern's matches, known without any text: gaps, highlights, what may be empty."""

from __future__ import annotations

from typing import NamedTuple

from riskscan.patterns.tree import (
    HIGHLIGHT,
    Capture,
    Choice,
    Gap,
    Kind,
    Literal,
    Maybe,
    Node,
    NodeMap,
    Word,
)
from riskscan.patterns.tree import Sequence as Items


class Shape(NamedTuple):
    """``gap`` is the most tokens that gaps can skip, ``highlights`` the most parts to highlight.

    ``empty``: no token may match at all; ``opens`` and ``closes``: a match may begin or end inside
    a gap.
    """

    empty: bool = False
    gap: int = 0
    highlights: int = 0
    opens: bool = False
    closes: bool = False


_TOKEN = Shape()


class Shapes:
    """The shapes of many patterns; concepts they share are looked at once."""

    def __init__(self) -> None:
        self._choices: NodeMap[Shape] = NodeMap()

    def of(self, node: Node) -> Shape:
        """The shape of one part of a pattern, concepts expanded."""
        match node:
            case Word() | Literal() | Kind():
                return _TOKEN
            case Gap(limit):
                return Shape(empty=True, gap=limit, opens=True, closes=True)
            case Maybe(body):
                return self.of(body)._replace(empty=True)
            case Capture(name, body):
                inner = self.of(body)
                return inner._replace(highlights=inner.highlights + (name == HIGHLIGHT))
            case Choice(options):
                known = self._choices.get(node)
                return known or self._choices.put(node, _any(set(map(self.of, options))))
            case Items(items):
                return _in_turn([self.of(item) for item in items])
            case _:
                raise TypeError(node)


def _any(options: set[Shape]) -> Shape:
    return Shape(
        empty=any(option.empty for option in options),
        gap=max(option.gap for option in options),
        highlights=max(option.highlights for option in options),
        opens=any(option.opens for option in options),
        closes=any(option.closes for option in options),
    )


def _in_turn(items: list[Shape]) -> Shape:
    return Shape(
        empty=all(item.empty for item in items),
        gap=sum(item.gap for item in items),
        highlights=sum(item.highlights for item in items),
        opens=_reached(items, [item.opens for item in items]),
        closes=_reached(items[::-1], [item.closes for item in items[::-1]]),
    )


def _reached(items: list[Shape], gaps: list[bool]) -> bool:
    """Whether a gap stands before the first item that must match a token, or in it."""
    for item, gap in zip(items, gaps, strict=True):
        if gap:
            return True
        if not item.empty:
            return False
    return False
