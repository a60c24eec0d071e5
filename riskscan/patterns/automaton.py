"""One automaton for all phrases, run over all candidate positions at once.

Every phrase is cut at its rarest element, the *anchor*: what follows is read rightwards from the
anchor's token, what precedes it leftwards. Both sides are paths of states without loops; a state
asks for one symbol, and an edge says how many tokens to step. States with the same symbol and the
same continuation are one state, whichever phrases they come from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from riskscan.patterns.tree import Choice, Gap, Maybe, Node, Symbol
from riskscan.patterns.tree import Sequence as Items

Index = NDArray[np.intp]
Predicates: TypeAlias = frozenset[int]

_ACCEPT = -1
# What may come next: states, each with the widest gap before it; _ACCEPT when nothing need come.
_After: TypeAlias = Mapping[int, int]
_END: _After = {_ACCEPT: 0}


@dataclass(frozen=True, slots=True)
class Branch:
    """One way to match a phrase: an anchor, and the states that read on in both directions."""

    phrase: int
    anchor: Predicates
    right: int
    left: int


class Builder:
    """Builds states from phrases; ``cost[k]`` estimates how often predicate ``k`` is met."""

    def __init__(self, cost: Sequence[float]) -> None:
        self.branches: list[Branch] = []
        self.symbols: list[Predicates] = []
        self.symbol_of: list[int] = []
        self.accepting: list[bool] = []
        self.edges: list[list[tuple[int, int]]] = []
        self._cost = cost
        self._symbol_numbers: dict[Predicates, int] = {}
        self._states: dict[tuple[int, bool, frozenset[tuple[int, int]]], int] = {}

    def add(self, phrase: int, node: Node) -> None:
        """Enter a phrase; the node holds symbols, gaps, sequences, choices and optionals only."""
        for before, anchor, after in self._cuts(node):
            branch = Branch(
                phrase,
                anchor,
                right=self._state(anchor, self._link(Items(after), _END, +1), +1),
                left=self._state(anchor, self._link(Items(before), _END, -1), -1),
            )
            self.branches.append(branch)

    def _cuts(
        self, node: Node
    ) -> Iterator[tuple[tuple[Node, ...], Predicates, tuple[Node, ...]]]:
        """The node as (what precedes, anchor, what follows), one for each way to hold an anchor."""
        match node:
            case Symbol(predicates):
                yield (), predicates, ()
            case Choice(options):
                for option in options:
                    yield from self._cuts(option)
            case Items(items):
                rarest = min(range(len(items)), key=lambda k: self._price(items[k]))
                for before, anchor, after in self._cuts(items[rarest]):
                    yield items[:rarest] + before, anchor, after + items[rarest + 1 :]

    def _price(self, node: Node) -> float:
        """How often the cheapest anchors inside the node are met."""
        match node:
            case Symbol(predicates):
                return sum(self._cost[predicate] for predicate in predicates)
            case Choice(options):
                return sum(map(self._price, options))
            case Items(items):
                return min(map(self._price, items))
            case _:
                return float("inf")

    def _link(self, node: Node, after: _After, direction: int) -> _After:
        """What may come first when the node is read in the direction and then ``after``."""
        match node:
            case Symbol(predicates):
                return {self._state(predicates, after, direction): 0}
            case Gap(limit):
                return {state: gap + limit for state, gap in after.items()}
            case Maybe(body):
                return _widest(self._link(body, after, direction), after)
            case Choice(options):
                return _widest(*(self._link(option, after, direction) for option in options))
            case Items(items):
                for item in items[::-direction]:
                    after = self._link(item, after, direction)
                return after
            case _:
                raise TypeError(node)

    def _state(self, predicates: Predicates, after: _After, direction: int) -> int:
        by_gap: dict[int, list[int]] = defaultdict(list)
        for state, gap in after.items():
            if state != _ACCEPT:
                by_gap[gap].append(state)
        edges = [
            (self._gate(states), direction * step)
            for gap, states in by_gap.items()
            for step in range(1, gap + 2)
        ]
        return self._enter(predicates, _ACCEPT in after, edges)

    def _gate(self, states: list[int]) -> int:
        """A state before many: one question to a token, whether any of them would take it."""
        if len(states) == 1:
            return states[0]
        union = frozenset().union(*(self.symbols[self.symbol_of[state]] for state in states))
        return self._enter(union, False, [(state, 0) for state in states])

    def _enter(self, predicates: Predicates, accepting: bool, edges: list[tuple[int, int]]) -> int:
        symbol = self._symbol_numbers.setdefault(predicates, len(self.symbols))
        if symbol == len(self.symbols):
            self.symbols.append(predicates)
        state = self._states.setdefault((symbol, accepting, frozenset(edges)), len(self.edges))
        if state == len(self.edges):
            self.symbol_of.append(symbol)
            self.accepting.append(accepting)
            self.edges.append(edges)
        return state


def _widest(*ways: _After) -> _After:
    merged: dict[int, int] = {}
    for way in ways:
        for state, gap in way.items():
            merged[state] = max(gap, merged.get(state, 0))
    return merged


class Automaton:
    """The states as arrays, with the classes that each symbol takes."""

    def __init__(self, built: Builder) -> None:
        self._symbol = np.array(built.symbol_of, np.intp)
        self._accepting = np.array(built.accepting, np.bool_)
        self._edge_count = np.array([len(edges) for edges in built.edges], np.intp)
        self._edge_start = np.cumsum(self._edge_count) - self._edge_count
        edges = [edge for edges in built.edges for edge in edges]
        self._target = np.array([target for target, _ in edges], np.intp)
        self._step = np.array([step for _, step in edges], np.intp)
        self._symbols_with: dict[int, list[int]] = defaultdict(list)
        for number, symbol in enumerate(built.symbols):
            for predicate in symbol:
                self._symbols_with[predicate].append(number)
        self._takes = np.zeros((0, len(built.symbols)), np.bool_)
        self._known = 0

    def learn(self, rows: Sequence[Predicates]) -> None:
        """Take note of new classes; ``rows`` are the predicates of every class there is."""
        room, width = self._takes.shape
        if len(rows) > room:
            wider = np.zeros((2 * len(rows), width), np.bool_)
            wider[:room] = self._takes
            self._takes = wider
        for number in range(self._known, len(rows)):
            for predicate in rows[number]:
                self._takes[number, self._symbols_with.get(predicate, [])] = True
        self._known = len(rows)

    def read(
        self, classes: Index, state: Index, at: Index, low: Index, high: Index
    ) -> tuple[Index, Index]:
        """Read on from every candidate: (candidate, last place read) of each accepted path.

        ``classes`` are the symbol classes along the tape; candidate ``k`` stands in ``state[k]``
        at place ``at[k]`` and may read places ``low[k] … high[k] - 1`` only.
        """
        takes, width = self._takes.reshape(-1), self._takes.shape[1]
        candidate = np.arange(len(state))
        accepted = [(candidate[:0], at[:0])]
        while len(state):
            done = np.flatnonzero(self._accepting[state])
            accepted.append((candidate[done], at[done]))
            reached = len(state)
            rows, edges = spread(self._edge_start[state], self._edge_count[state])
            candidate, at = candidate[rows], at[rows] + self._step[edges]
            inside = np.flatnonzero((at >= low[candidate]) & (at < high[candidate]))
            candidate, at, state = candidate[inside], at[inside], self._target[edges[inside]]
            taken = np.flatnonzero(takes[classes[at] * width + self._symbol[state]])
            candidate, at, state = candidate[taken], at[taken], state[taken]
            if len(state) > reached:  # without this, paths that meet again would multiply
                candidate, state, at = self._distinct(candidate, state, at, len(classes))
        return (
            np.concatenate([candidates for candidates, _ in accepted]),
            np.concatenate([last for _, last in accepted]),
        )

    def _distinct(
        self, candidate: Index, state: Index, at: Index, length: int
    ) -> tuple[Index, Index, Index]:
        states = len(self._symbol)
        key = np.unique((candidate * states + state) * length + at)
        key, at = np.divmod(key, length)
        candidate, state = np.divmod(key, states)
        return candidate, state, at


class Anchors:
    """Which branches have their anchor in which class."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        self._branches_with: dict[int, list[int]] = defaultdict(list)
        for number, branch in enumerate(branches):
            for predicate in branch.anchor:
                self._branches_with[predicate].append(number)
        self._start = self._count = self._branch = np.empty(0, np.intp)

    def learn(self, rows: Sequence[Predicates]) -> None:
        """Take note of new classes; ``rows`` are the predicates of every class there is."""
        new = [
            sorted({branch for predicate in row for branch in self._branches_with[predicate]})
            for row in rows[len(self._count) :]
        ]
        if not new:
            return
        entries = [branch for branches in new for branch in branches]
        counts = [len(branches) for branches in new]
        self._branch = np.concatenate([self._branch, np.array(entries, np.intp)])
        self._count = np.concatenate([self._count, np.array(counts, np.intp)])
        self._start = np.cumsum(self._count) - self._count

    def candidates(self, classes: Index) -> tuple[Index, Index]:
        """(branch, token) of every anchor in the text, in token order."""
        count = self._count[classes]
        at = np.flatnonzero(count)
        rows, entries = spread(self._start[classes[at]], count[at])
        return self._branch[entries], at[rows]


def spread(start: Index, count: Index) -> tuple[Index, Index]:
    """Every row ``k`` repeated over its entries ``start[k] … start[k] + count[k] - 1``.

    Returns (row, entry), both of length ``count.sum()``.
    """
    rows = np.repeat(np.arange(len(count)), count)
    skipped = np.cumsum(count) - count - start
    return rows, np.arange(len(rows)) - skipped[rows]
