"""Phrases, the parts of patterns that are matched as one, and the patterns made of several."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from riskscan.patterns.tape import NOWHERE, Index, Matches, Tape, together
from riskscan.patterns.tree import (
    HIGHLIGHT,
    Capture,
    Choice,
    Maybe,
    Node,
    NodeMap,
    Symbol,
    children,
    choice,
    sequence,
)
from riskscan.patterns.tree import Sequence as Items

_SHARED = -1


@dataclass(frozen=True, slots=True)
class Source:
    """One source of pattern number ``pattern``, lowered to symbols; parts are joined by ``&``.

    A clausal source, one with gaps or ``&``, reads clauses, any other reads sentences.
    """

    pattern: int
    parts: tuple[Node, ...]
    clausal: bool


class Phrases:
    """Every distinct phrase of the patterns, and how phrases make up patterns."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self.nodes: list[Node] = []
        self._joined: list[tuple[int, list[int]]] = []
        clausal: list[bool] = []
        owner: list[int] = []

        def enter(node: Node, reads_clauses: bool, pattern: int) -> int:
            self.nodes.append(node)
            clausal.append(reads_clauses)
            owner.append(pattern)
            return len(self.nodes) - 1

        alone: dict[tuple[int, bool], list[Node]] = defaultdict(list)
        shared: dict[Node, int] = {}
        nameless = _Nameless()
        for source in sources:
            parts = list(map(nameless.of, source.parts))
            if len(parts) == 1:
                alone[source.pattern, source.clausal].append(parts[0])
                continue
            for part in parts:
                if part not in shared:
                    shared[part] = enter(part, True, _SHARED)
            self._joined.append((source.pattern, [shared[part] for part in parts]))
        for (pattern, reads_clauses), nodes in alone.items():
            enter(choice(*nodes), reads_clauses, pattern)
        self.clausal = np.array(clausal, np.bool_)
        self._owner = np.array(owner, np.intp)

    def resolve(self, matches: Matches, tape: Tape) -> Matches:
        """Matches of phrases as matches of patterns, in no order.

        Parts joined by ``&`` give the shortest stretches of a clause that hold them all: none of
        those given contains another.
        """
        owner = self._owner[matches.what]
        own = np.flatnonzero(owner != _SHARED)
        found = [matches.where(own)._replace(what=owner[own])]
        if not self._joined:
            return found[0]
        shared = _Shared(matches.where(np.flatnonzero(owner == _SHARED)), tape)
        for pattern, phrases in self._joined:
            if shared.meet(phrases):
                found.append(_shortest_stretches(pattern, list(map(shared.of, phrases)), tape))
        return together(found)


class _Shared:
    """The matches of the phrases that ``&`` joins, by phrase.

    Most of them never stand in one clause, and that is told by numbers whose bits are clauses.
    """

    def __init__(self, matches: Matches, tape: Tape) -> None:
        few = matches.what.astype(np.min_scalar_type(int(matches.what.max(initial=0))))
        self._rows = matches.where(np.argsort(few, kind="stable"))  # small numbers sort fast
        new = np.diff(self._rows.what, prepend=-1) != 0
        bounds = [*new.nonzero()[0].tolist(), len(new)]
        phrases = self._rows.what[new].tolist()
        self._bounds = dict(zip(phrases, itertools.pairwise(bounds), strict=True))
        clauses = tape.stretches(self._rows.start)
        clauses -= clauses.min(initial=NOWHERE)
        marks = np.zeros((len(phrases), int(clauses.max(initial=0)) + 1), np.bool_)
        marks[new.cumsum() - 1, clauses] = True
        packed = np.packbits(marks, axis=1, bitorder="little")
        numbers = (int.from_bytes(row.tobytes(), "little") for row in packed)
        self._clauses = dict(zip(phrases, numbers, strict=True))

    def meet(self, phrases: Sequence[int]) -> bool:
        """Whether some clause holds matches of all of some phrases."""
        common = -1
        for phrase in phrases:
            common &= self._clauses.get(phrase, 0)
            if not common:
                return False
        return True

    def of(self, phrase: int) -> Matches:
        """The matches of a phrase that has any."""
        return self._rows.where(slice(*self._bounds[phrase]))


class _Nameless:
    """Nodes with the same matches and nothing named; the symbols of the highlight are marked."""

    def __init__(self) -> None:
        self._named: NodeMap[bool] = NodeMap()

    def of(self, node: Node) -> Node:
        """The node without captures; most hold none."""
        return self._strip(node, marked=False) if self._holds_names(node) else node

    def _holds_names(self, node: Node) -> bool:
        match node:
            case Symbol():
                return False
            case Capture():
                return True
            case Choice(options):
                known = self._named.get(node)
                if known is None:
                    known = self._named.put(node, any(map(self._holds_names, options)))
                return known
            case _:
                return any(map(self._holds_names, children(node)))

    def _strip(self, node: Node, *, marked: bool) -> Node:
        def inner(each: Node) -> Node:
            return self._strip(each, marked=True) if marked else self.of(each)

        match node:
            case Symbol(predicates):
                return Symbol(predicates, marked)
            case Capture(name, body):
                return self._strip(body, marked=True) if name == HIGHLIGHT else inner(body)
            case Maybe(body):
                return Maybe(inner(body))
            case Choice(options):
                return choice(*map(inner, options))
            case Items(items):
                return sequence(*map(inner, items))
            case _:
                return node


def _shortest_stretches(pattern: int, parts: list[Matches], tape: Tape) -> Matches:
    """For every end of a part, the latest start that leaves room for all the parts."""
    end = np.unique(np.concatenate([part.end for part in parts]))
    start = end
    for part in parts:
        order = np.argsort(part.end, kind="stable")
        latest = np.concatenate([[-1], np.maximum.accumulate(part.start[order])])
        start = np.minimum(start, latest[np.searchsorted(part.end[order], end, side="right")])
    whole = start >= tape.bounds(end - 1)[0]
    start, end = start[whole], end[whole]
    # Starts never fall as ends rise, so the first end seen with a start is its nearest.
    nearest = np.flatnonzero(np.diff(start, prepend=-1))
    start, end = start[nearest], end[nearest]
    first, last = _highlights(together(parts), start, end)
    return Matches(np.full(len(start), pattern), start, end, first, last)


def _highlights(parts: Matches, start: Index, end: Index) -> tuple[Index, Index]:
    """For every stretch, the first, then shortest highlight of a part inside it."""
    parts = parts.where(np.flatnonzero(parts.last))
    parts = parts.where(np.argsort(parts.start, kind="stable"))
    begin, stop = (np.searchsorted(parts.start, bound).tolist() for bound in (start, end))
    spans = list(zip(parts.first.tolist(), parts.last.tolist(), strict=True))
    ends = parts.end.tolist()
    chosen = [
        min((spans[k] for k in range(*rows) if ends[k] <= limit), default=(NOWHERE, 0))
        for *rows, limit in zip(begin, stop, end.tolist(), strict=True)
    ]
    first, last = np.array(chosen, np.intp).reshape(-1, 2).T
    return first, last
