"""Phrases, the parts of patterns that are matched as one, and the patterns made of several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from riskscan.patterns.automaton import Index
from riskscan.patterns.tape import Tape
from riskscan.patterns.tree import Node, choice, without_captures

_SHARED = -1

Columns = tuple[Index, Index, Index]


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
        for source in sources:
            parts = list(map(without_captures, source.parts))
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

    def resolve(self, phrase: Index, start: Index, end: Index, tape: Tape) -> Columns:
        """Matches of phrases as matches of patterns: (pattern, start, end), all in places.

        Parts joined by ``&`` give the shortest stretches of a clause that hold them all: none of
        those given contains another.
        """
        owner = self._owner[phrase]
        own = np.flatnonzero(owner != _SHARED)
        columns = [(owner[own], start[own], end[own])]
        present = set(np.unique(phrase[owner == _SHARED]).tolist())
        for pattern, parts in self._joined:
            if present.issuperset(parts):
                matches = [(start[phrase == part], end[phrase == part]) for part in parts]
                first, last = _shortest_stretches(matches, tape)
                columns.append((np.full(len(first), pattern), first, last))
        patterns, starts, ends = zip(*columns, strict=True)
        return np.concatenate(patterns), np.concatenate(starts), np.concatenate(ends)


def _shortest_stretches(parts: list[tuple[Index, Index]], tape: Tape) -> tuple[Index, Index]:
    """For every end of a part, the latest start that leaves room for all the parts."""
    last = np.unique(np.concatenate([end for _, end in parts]))
    first = last
    for start, end in parts:
        order = np.argsort(end, kind="stable")
        latest = np.concatenate([[-1], np.maximum.accumulate(start[order])])
        first = np.minimum(first, latest[np.searchsorted(end[order], last, side="right")])
    whole = first >= tape.bounds(last - 1)[0]
    first, last = first[whole], last[whole]
    # Starts never fall as ends rise, so the first end seen with a start is its nearest.
    nearest = np.flatnonzero(np.diff(first, prepend=-1))
    return first[nearest], last[nearest]
