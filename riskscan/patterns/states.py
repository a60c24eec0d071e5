"""States: phrases cut at their rarest element and turned into paths to read on both sides.

Every phrase is cut at an *anchor*, the element met most rarely: what follows is read rightwards
from the anchor's token, what precedes it leftwards. Both sides are paths of states without loops; a
state asks for one symbol, and an edge says how many places to step. States with the same symbol
and the same continuation are one state, whichever phrases they come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from riskscan.patterns.tree import Choice, Gap, Maybe, Node, NodeMap, Symbol
from riskscan.patterns.tree import Sequence as Items

Predicates: TypeAlias = frozenset[int]

_ACCEPT = -1
# What may come next: states, each with the widest gap before it; _ACCEPT when nothing need come.
_After: TypeAlias = Mapping[int, int]
_END: _After = {_ACCEPT: 0}


class Branch(NamedTuple):
    """One way to match a phrase: an anchor, and the states that read on in both directions."""

    anchor: Predicates
    right: int
    left: int


class State(NamedTuple):
    """``edges`` are (state, step), in order; a step of 0 asks the same place again."""

    symbol: int
    marked: bool
    accepting: bool
    edges: tuple[tuple[int, int], ...]


class Builder:
    """Builds states from phrases; ``cost[k]`` estimates how often predicate ``k`` is met."""

    def __init__(self, cost: Sequence[float]) -> None:
        self.branches: list[tuple[int, Branch]] = []  # with the phrase
        self.states: list[State] = []
        self.symbols: list[Predicates] = []
        self._cost = cost
        self._symbol_numbers: dict[Predicates, int] = {}
        self._state_numbers: dict[State, int] = {}
        self._prices: NodeMap[float] = NodeMap()
        self._links: NodeMap[dict[tuple[int, frozenset[tuple[int, int]]], _After]] = NodeMap()

    def add(self, phrase: int, node: Node) -> None:
        """Enter a phrase; the node holds symbols, gaps, sequences, choices and optionals only."""
        self._cut(phrase, node, _END, _END)

    def _cut(self, phrase: int, node: Node, right: _After, left: _After) -> None:
        """A branch for each way the node can hold an anchor, read on to both sides."""
        match node:
            case Symbol(predicates):
                sides = self._state(node, right, +1), self._state(node, left, -1)
                self.branches.append((phrase, Branch(predicates, *sides)))
            case Choice(options):
                for option in options:
                    self._cut(phrase, option, right, left)
            case Items(items):
                rarest = min(range(len(items)), key=lambda k: self._price(items[k]))
                right = self._link_all(items[rarest + 1 :], right, +1)
                left = self._link_all(items[:rarest], left, -1)
                self._cut(phrase, items[rarest], right, left)

    def _price(self, node: Node) -> float:
        """How often the cheapest anchors inside the node are met."""
        match node:
            case Symbol(predicates):
                return sum(map(self._cost.__getitem__, predicates))
            case Choice(options):
                known = self._prices.get(node)
                return known or self._prices.put(node, sum(map(self._price, options)))
            case Items(items):
                return min(map(self._price, items))
            case _:
                return float("inf")

    def _link(self, node: Node, after: _After, direction: int) -> _After:
        """What may come first when the node is read in the direction and then ``after``."""
        match node:
            case Symbol():
                return {self._state(node, after, direction): 0}
            case Gap(limit):
                return {state: gap + limit for state, gap in after.items()}
            case Maybe(body):
                return _widest(self._link(body, after, direction), after)
            case Choice() | Items():
                known = self._links.get(node)
                if known is None:
                    known = self._links.put(node, {})
                key = direction, frozenset(after.items())
                if key not in known:
                    known[key] = self._link_anew(node, after, direction)
                return known[key]
            case _:
                raise TypeError(node)

    def _link_anew(self, node: Choice | Items, after: _After, direction: int) -> _After:
        """The same, for what stands in many phrases, often with the same continuation."""
        if isinstance(node, Choice):
            return _widest(*(self._link(option, after, direction) for option in node.options))
        return self._link_all(node.items, after, direction)

    def _link_all(self, items: Sequence[Node], after: _After, direction: int) -> _After:
        """One after another."""
        for item in items[::-direction]:
            after = self._link(item, after, direction)
        return after

    def _state(self, symbol: Symbol, after: _After, direction: int) -> int:
        if len(after) == 1:  # as at most places
            ((state, gap),) = after.items()
            last = state == _ACCEPT
            steps = range(0 if last else gap + 1)
            return self._enter(symbol, last, [(state, direction * (step + 1)) for step in steps])
        by_gap: dict[int, list[int]] = defaultdict(list)
        for state, gap in after.items():
            if state != _ACCEPT:
                by_gap[gap].append(state)
        edges = []
        for gap, states in by_gap.items():
            gate = self._gate(states)
            edges += [(gate, direction * step) for step in range(1, gap + 2)]
        return self._enter(symbol, _ACCEPT in after, edges)

    def _gate(self, states: list[int]) -> int:
        """A state before many: one question to a token, whether any of them would take it."""
        if len(states) == 1:
            return states[0]
        union = frozenset().union(*(self.symbols[self.states[state].symbol] for state in states))
        return self._enter(Symbol(union), False, [(state, 0) for state in states])

    def _enter(self, symbol: Symbol, accepting: bool, edges: list[tuple[int, int]]) -> int:
        number = self._symbol_numbers.setdefault(symbol.predicates, len(self.symbols))
        if number == len(self.symbols):
            self.symbols.append(symbol.predicates)
        ordered = tuple(sorted(set(edges)) if len(edges) > 1 else edges)
        state = State(number, symbol.marked, accepting, ordered)
        known = self._state_numbers.setdefault(state, len(self.states))
        if known == len(self.states):
            self.states.append(state)
        return known


def _widest(*ways: _After) -> _After:
    merged: dict[int, int] = {}
    for way in ways:
        for state, gap in way.items():
            merged[state] = max(gap, merged.get(state, 0))
    return merged
