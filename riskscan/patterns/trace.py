"""Where the parts of one match lie: captures and the highlight, worked out for single hits.

Of all ways a pattern can match the same tokens, the one counts whose items, from left to right,
end earliest; a bracketed choice takes the first option written that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from riskscan.patterns.phrases import Source
from riskscan.patterns.tape import Index, Tape
from riskscan.patterns.tree import Capture, Choice, Gap, Maybe, Node, Symbol
from riskscan.patterns.tree import Sequence as Items

Found = dict[str, tuple[int, int]]


class Trace:
    """Reads patterns against one text."""

    def __init__(self, tape: Tape, classes: Index, rows: Sequence[frozenset[int]]) -> None:
        """``classes`` are those along the tape; ``rows`` the predicates of every class."""
        self._tape = tape
        self._classes = classes
        self._rows = rows
        self._ends: dict[tuple[int, int, int], list[int]] = {}

    def found(self, source: Source, start: int, end: int) -> Found | None:
        """The captures of a match over these tokens, in tokens; None when there is no such match.

        Each of several parts, joined by ``&``, is taken where it comes first and is shortest.
        """
        tape = self._tape
        ends = tape.places(np.array([start, end - 1]), np.array(source.clausal))
        stretches, _ = tape.bounds(ends)
        if stretches[0] != stretches[1]:
            return None
        places = self._joined(source.parts, int(ends[0]), int(ends[1]) + 1)
        if places is None:
            return None
        return {name: self._in_tokens(*span) for name, span in places.items()}

    def _in_tokens(self, start: int, end: int) -> tuple[int, int]:
        first, last = self._tape.tokens(np.array([start, end - 1])).tolist()
        return first, last + 1

    def _joined(self, parts: Sequence[Node], start: int, end: int) -> Found | None:
        if len(parts) == 1:
            return self._captures(parts[0], start, end)
        spans = [self._first(part, start, end) for part in parts]
        firsts, lasts = zip(*spans, strict=True)
        if (min(firsts), max(lasts)) != (start, end):
            return None
        return self._merged(parts, spans)

    def _first(self, node: Node, start: int, end: int) -> tuple[int, int]:
        spans = ((at, last) for at in range(start, end) for last in self._reach(node, at, end))
        return next(spans, (start, start))

    def _captures(self, node: Node, start: int, end: int) -> Found | None:
        """The captures of the node over exactly these places; None when it does not match them."""
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
            case Items(items):
                return self._merged(items, self._split(items, start, end))
        return {}

    def _merged(self, nodes: Sequence[Node], spans: Sequence[tuple[int, int]]) -> Found:
        """The captures of several nodes; of two with one name, the one written first stays."""
        merged: Found = {}
        for node, span in zip(nodes, spans, strict=True):
            merged = (self._captures(node, *span) or {}) | merged
        return merged

    def _split(self, items: Sequence[Node], start: int, end: int) -> list[tuple[int, int]]:
        """The places of each item, every one ending as early as the rest allows."""
        layers = [{start}]
        for item in items:
            layers.append({last for at in layers[-1] for last in self._reach(item, at, end)})
        layers[-1] = {end}
        for k in reversed(range(len(items))):
            goals = layers[k + 1]
            layers[k] = {
                at for at in layers[k] if not goals.isdisjoint(self._reach(items[k], at, end))
            }
        spans = []
        for item, layer in zip(items, layers[1:], strict=True):
            stop = next(last for last in self._reach(item, start, end) if last in layer)
            spans.append((start, stop))
            start = stop
        return spans

    def _reach(self, node: Node, start: int, limit: int) -> list[int]:
        """Every place, ascending, where a match of the node that starts here can end."""
        key = (id(node), start, limit)
        if key not in self._ends:
            self._ends[key] = sorted(set(self._steps(node, start, limit)))
        return self._ends[key]

    def _steps(self, node: Node, start: int, limit: int) -> Iterator[int]:
        match node:
            case Symbol(predicates):
                if start < limit and not predicates.isdisjoint(self._row(start)):
                    yield start + 1
            case Gap(most):
                yield from range(start, min(start + most, limit) + 1)
            case Maybe(body):
                yield start
                yield from self._reach(body, start, limit)
            case Capture(_, body):
                yield from self._reach(body, start, limit)
            case Choice(options):
                for option in options:
                    yield from self._reach(option, start, limit)
            case Items(items):
                places = {start}
                for item in items:
                    places = {end for at in places for end in self._reach(item, at, limit)}
                yield from places

    def _row(self, place: int) -> frozenset[int]:
        return self._rows[int(self._classes[place])]
