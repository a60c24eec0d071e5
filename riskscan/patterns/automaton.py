"""The states of all phrases as arrays, run over all candidate places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from riskscan.patterns.states import Branch, Predicates, State
from riskscan.patterns.tape import NOWHERE, Index

_BYTE = 8  # classes in a byte
_BITS = 1 << np.arange(_BYTE, dtype=np.uint8)


class Paths(NamedTuple):
    """Rows of paths: the candidate each began at, the place it has reached, and its highlight.

    Unless a highlighted place was read, ``first`` is ``NOWHERE`` and ``last`` (exclusive) is 0.
    """

    candidate: Index
    at: Index
    first: Index
    last: Index


class Automaton:
    """States, edges, and the classes that each symbol takes.

    Those are bits, a row for each symbol: a text asks mostly for the same symbols and the same
    classes, and this way they lie together in the processor's nearer cache.
    """

    def __init__(self, states: Sequence[State], symbols: Sequence[Predicates]) -> None:
        self._symbol = np.array([state.symbol for state in states], np.intp)
        self._marked = np.array([state.marked for state in states], np.bool_)
        self._accepting = np.array([state.accepting for state in states], np.bool_)
        self._edge_count = np.array([len(state.edges) for state in states], np.intp)
        self._edge_start = np.cumsum(self._edge_count) - self._edge_count
        edges = [edge for state in states for edge in state.edges]
        self._target = np.array([target for target, _ in edges], np.intp)
        self._step = np.array([step for _, step in edges], np.intp)
        self._symbols_with: dict[int, list[int]] = defaultdict(list)
        for number, symbol in enumerate(symbols):
            for predicate in symbol:
                self._symbols_with[predicate].append(number)
        self._takes = np.zeros((len(symbols), 0), np.uint8)
        self._row = np.zeros(len(edges), np.intp)  # where the row of each edge's symbol begins
        self._known = 0

    def learn(self, rows: Sequence[Predicates]) -> None:
        """Take note of new classes; ``rows`` are the predicates of every class there is."""
        height, width = self._takes.shape
        if len(rows) > _BYTE * width:
            wider = np.zeros((height, 2 * len(rows) // _BYTE + 1), np.uint8)
            wider[:, :width] = self._takes
            self._takes = wider
            self._row = self._symbol[self._target] * wider.shape[1]
        for number in range(self._known, len(rows)):
            column, bit = self._takes[:, number // _BYTE], 1 << number % _BYTE
            for predicate in rows[number]:
                column[self._symbols_with.get(predicate, [])] |= bit
        self._known = len(rows)

    def read(self, classes: Index, state: Index, at: Index, low: Index, high: Index) -> Paths:
        """Read on from every candidate to the ends of all paths that are accepted.

        ``classes`` are the symbol classes along the tape; candidate ``k`` stands in ``state[k]``
        at place ``at[k]`` and may read places ``low[k] … high[k] - 1`` only.
        """
        takes = self._takes.reshape(-1)
        column, bit = classes >> 3, _BITS.take(classes & 7)  # by _BYTE, without a slow division
        candidate = np.arange(len(state))
        first, last = np.full(len(state), NOWHERE), np.zeros(len(state), np.intp)
        accepted = []
        while len(state):
            marked = self._marked[state].nonzero()[0]
            if len(marked):
                first[marked] = np.minimum(first[marked], at[marked])
                last[marked] = np.maximum(last[marked], at[marked] + 1)
            done = self._accepting[state].nonzero()[0]
            if len(done):
                accepted.append(Paths(candidate[done], at[done], first[done], last[done]))
            reached = len(state)
            rows, edges = spread(self._edge_start[state], self._edge_count[state])
            if not len(rows):
                break
            # Most edges end here, so bounds are asked of the few that are taken. A place beyond
            # the tape reads the tape's end, and falls with the bounds.
            place = at[rows] + self._step[edges]
            cells = self._row[edges] + column.take(place, mode="clip")
            taken = (takes.take(cells) & bit.take(place, mode="clip")).nonzero()[0]
            rows, edges, place = rows[taken], edges[taken], place[taken]
            owner = candidate[rows]
            inside = ((place >= low[owner]) & (place < high[owner])).nonzero()[0]
            rows, candidate = rows[inside], owner[inside]
            at, state = place[inside], self._target[edges[inside]]
            first, last = first[rows], last[rows]
            if len(state) > reached:  # without this, paths that meet again would multiply
                kept = _distinct(candidate, state, at, first, last)
                candidate, state, at = candidate[kept], state[kept], at[kept]
                first, last = first[kept], last[kept]
        if not accepted:
            return Paths(*(np.empty(0, np.intp) for _ in Paths._fields))
        return Paths(*map(np.concatenate, zip(*accepted, strict=True)))


def _distinct(candidate: Index, state: Index, at: Index, first: Index, last: Index) -> Index:
    """One row for each candidate, state and place: that of the first, then shortest highlight."""
    order = np.lexsort((last, first, at, state, candidate))
    new = np.zeros(len(order), np.bool_)
    new[:1] = True
    for column in (candidate, state, at):
        new[1:] |= column[order[1:]] != column[order[:-1]]
    return order[new]


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
        at = count.nonzero()[0]
        rows, entries = spread(self._start[classes[at]], count[at])
        return self._branch[entries], at[rows]


def spread(start: Index, count: Index) -> tuple[Index, Index]:
    """Every row ``k`` repeated over its entries ``start[k] … start[k] + count[k] - 1``.

    Returns (row, entry), both of length ``count.sum()``.
    """
    rows = np.arange(len(count)).repeat(count)
    skipped = count.cumsum() - count - start
    return rows, np.arange(len(rows)) - skipped[rows]
