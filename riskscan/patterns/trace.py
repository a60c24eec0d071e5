"""Where the parts of one match lie: captures and the highlight, worked out for single hits.

Of all ways a pattern can match the same tokens, the one counts whose items, from left to right,
end earliest; a bracketed choice takes the first option written that fits.
"""

from __future__ import annotations

from collections.abc import Callable

from riskscan.patterns.tree import Capture, Choice, Gap, Maybe, Node, Sequence, Symbol

Found = dict[str, tuple[int, int]]


class Trace:
    """Reads patterns against the tokens of one text."""

    def __init__(self, takes: Callable[[Symbol, int], bool]) -> None:
        """``takes(symbol, token)`` says whether the token, within bounds, satisfies the symbol."""
        self._takes = takes
        self._ends: dict[tuple[Node, int, int], tuple[int, ...]] = {}

    def found(self, parts: tuple[Node, ...], start: int, end: int) -> Found | None:
        """The captures of a match over exactly these tokens; None when there is no such match.

        Each of several parts, joined by ``&``, is taken where it comes first and is shortest.
        """
        if len(parts) == 1:
            return self._captures(parts[0], start, end)
        spans = [self._first(part, start, end) for part in parts]
        firsts, lasts = zip(*spans, strict=True)
        if (min(firsts), max(lasts)) != (start, end):
            return None
        merged: Found = {}
        for part, span in zip(parts, spans, strict=True):
            merged = (self._captures(part, *span) or {}) | merged
        return merged

    def _captures(self, node: Node, start: int, end: int) -> Found | None:
        if end not in self._reach(node, start, end):
            return None
        match node:
            case Capture(name, body):
                inner = self._captures(body, start, end) or {}
                return {name: (start, end)} | inner if end > start else inner
            case Maybe(body):
                return self._captures(body, start, end) or {}
            case Choice(options):
                ways = (self._captures(option, start, end) for option in options)
                return next(way for way in ways if way is not None)
            case Sequence((head, *tail)):
                rest = Sequence(tuple(tail))
                for middle in self._reach(head, start, end):
                    after = self._captures(rest, middle, end)
                    if after is not None:
                        return after | (self._captures(head, start, middle) or {})
        return {}

    def _first(self, node: Node, start: int, end: int) -> tuple[int, int]:
        spans = ((at, last) for at in range(start, end) for last in self._reach(node, at, end))
        return next(spans, (start, start))

    def _reach(self, node: Node, start: int, limit: int) -> tuple[int, ...]:
        """Every place, ascending, where a match of the node that starts here can end."""
        key = (node, start, limit)
        if key not in self._ends:
            self._ends[key] = tuple(sorted(self._steps(node, start, limit)))
        return self._ends[key]

    def _steps(self, node: Node, start: int, limit: int) -> set[int]:
        match node:
            case Symbol():
                return {start + 1} if start < limit and self._takes(node, start) else set()
            case Gap(most):
                return set(range(start, min(start + most, limit) + 1))
            case Maybe(body):
                return {start, *self._reach(body, start, limit)}
            case Capture(_, body):
                return set(self._reach(body, start, limit))
            case Choice(options):
                return {end for option in options for end in self._reach(option, start, limit)}
            case Sequence(items):
                places = {start}
                for item in items:
                    places = {end for at in places for end in self._reach(item, at, limit)}
                return places
            case _:
                raise TypeError(node)
