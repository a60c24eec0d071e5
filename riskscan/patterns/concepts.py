"""Concepts: named lists of patterns, nested at will, expanded where a pattern names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riskscan.errors import PatternError
from riskscan.patterns.grammar import error_at, parse_pattern, suggest
from riskscan.patterns.tree import (
    Capture,
    Choice,
    ConceptName,
    Kind,
    Maybe,
    Node,
    Pattern,
    Traits,
    Word,
    children,
)
from riskscan.patterns.tree import Sequence as Items

_KINDS = {kind.value: kind for kind in Kind}

# «30», «тридцать два», «5 (пять)», «пяти (5)»
_BUILT_IN: dict[str, Sources] = {
    "number": ['<numeral> <numeral>? <numeral>? ("(" <numeral> <numeral>? <numeral>? ")")?'],
}


Sources = Sequence[str | Pattern]


class Concepts:
    """The concepts of one language, with ``<any>``, ``<numeral>`` and ``<number>`` built in."""

    def __init__(self, sources: Mapping[str, Sources]) -> None:
        """``sources``: concept name to its patterns. Raises PatternError for any that is wrong."""
        taken = sorted(sources.keys() & (_KINDS.keys() | _BUILT_IN.keys()))
        if taken:
            raise PatternError(f"<{taken[0]}> is built in", place=f"concept <{taken[0]}>")
        self.names = frozenset(sources) | _KINDS.keys() | _BUILT_IN.keys()
        self.patterns = {
            name: [parse_pattern(source, place=f"concept <{name}>") for source in listed]
            for name, listed in (_BUILT_IN | dict(sources)).items()
        }
        self._bodies: dict[str, Node] = dict(_KINDS)
        self._expanded: dict[str, tuple[Node, ...]] = {}  # by source: many stand in several places
        self._open: list[str] = []
        for name, parsed in self.patterns.items():
            for pattern in parsed:
                _check_concept(pattern)
            self._body(name)

    def expand(self, pattern: Pattern) -> tuple[Node, ...]:
        """The parts of the pattern with every concept replaced by what it stands for.

        Raises PatternError for an unknown concept, with the nearest known name.
        """
        if "<" not in pattern.source:
            return pattern.parts
        known = self._expanded.get(pattern.source)
        if known is None:
            known = tuple(self._resolve(part, pattern) for part in pattern.parts)
            self._expanded[pattern.source] = known
        return known

    def _resolve(self, node: Node, pattern: Pattern) -> Node:
        match node:
            case ConceptName(name, traits, column):
                if name not in self.names:
                    cause = f"there is no concept <{name}>"
                    remedy = suggest(name, self.names)
                    raise error_at(pattern.place, pattern.source, column, cause, remedy)
                return _agreeing(self._body(name), traits) if traits else self._body(name)
            case Maybe(body):
                return Maybe(self._resolve(body, pattern))
            case Capture(name, body):
                return Capture(name, self._resolve(body, pattern))
            case Choice(options):
                return Choice(tuple(self._resolve(option, pattern) for option in options))
            case Items(items):
                return Items(tuple(self._resolve(item, pattern) for item in items))
            case _:
                return node

    def _body(self, name: str) -> Node:
        if name in self._open:
            circle = " → ".join(f"<{each}>" for each in [*self._open, name])
            cause = f"concepts name each other in a circle: {circle}"
            raise PatternError(cause, place=f"concept <{name}>")
        if name not in self._bodies:
            parsed = self.patterns[name]
            if not parsed:
                raise PatternError("the concept has no patterns", place=f"concept <{name}>")
            self._open.append(name)
            options = tuple(part for pattern in parsed for part in self.expand(pattern))
            self._open.pop()
            self._bodies[name] = options[0] if len(options) == 1 else Choice(options)
        return self._bodies[name]


def _agreeing(node: Node, traits: Traits) -> Node:
    """The node with traits asked of the last word of each of its forms."""
    match node:
        case Word():
            return replace(node, traits=node.traits + traits)
        case Choice(options):
            return Choice(tuple(_agreeing(option, traits) for option in options))
        case Items((*before, Maybe(body))):
            without = before[0] if len(before) == 1 else Items(tuple(before))
            longer = Items((*before, _agreeing(body, traits)))
            return Choice((longer, _agreeing(without, traits)))
        case Items((*before, last)):
            return Items((*before, _agreeing(last, traits)))
        case _:
            return node


def _check_concept(pattern: Pattern) -> None:
    if len(pattern.parts) > 1:
        column = pattern.source.index("&")
        raise error_at(pattern.place, pattern.source, column, "a concept cannot hold «&»")
    if _holds_capture(pattern.parts[0]):
        cause = "a concept cannot hold a capture or a highlight"
        remedy = "Capture the concept by its name instead"
        raise error_at(pattern.place, pattern.source, 0, cause, remedy)


def _holds_capture(node: Node) -> bool:
    return isinstance(node, Capture) or any(map(_holds_capture, children(node)))
