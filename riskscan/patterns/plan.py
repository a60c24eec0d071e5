"""A plan of matching: phrases cut at the elements believed rarest, and run over a text."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riskscan.patterns.automaton import Anchors, Automaton, Builder, Index, Predicates, spread
from riskscan.patterns.phrases import Columns, Phrases
from riskscan.patterns.scopes import Scope


class Plan:
    """How to find all the phrases; the choice of anchors changes the speed, never the matches."""

    def __init__(self, phrases: Phrases, cost: Sequence[float]) -> None:
        """``cost[k]`` estimates how often predicate ``k`` is met."""
        built = Builder(cost)
        for number, node in enumerate(phrases.nodes):
            built.add(number, node)
        self._anchors = Anchors(built.branches)
        self._automaton = Automaton(built)
        self._phrase = np.array([branch.phrase for branch in built.branches], np.intp)
        self._right = np.array([branch.right for branch in built.branches], np.intp)
        self._left = np.array([branch.left for branch in built.branches], np.intp)
        self._clausal = phrases.clausal[self._phrase]

    def learn(self, rows: Sequence[Predicates]) -> None:
        """Take note of new classes; ``rows`` are the predicates of every class there is."""
        self._anchors.learn(rows)
        self._automaton.learn(rows)

    def match(self, classes: Index, sentence: Scope, clause: Scope) -> Columns:
        """Every (phrase, start, end) in a text of these classes, repeated and in no order."""
        branch, at = self._anchors.candidates(classes)
        clausal = self._clausal[branch]
        low = np.where(clausal, clause.low[at], sentence.low[at])
        high = np.where(clausal, clause.high[at], sentence.high[at])
        rightward, last = self._automaton.read(classes, self._right[branch], at, low, high)
        # Only candidates that hold on the right are read to the left, each of them once.
        held, back = np.unique(rightward, return_inverse=True)
        leftward, first = self._automaton.read(
            classes, self._left[branch[held]], at[held], low[held], high[held]
        )
        # Any left side goes with any right side of the same candidate.
        order = np.argsort(leftward, kind="stable")
        count = np.bincount(leftward, minlength=len(held))
        rows, entries = spread((np.cumsum(count) - count)[back], count[back])
        return self._phrase[branch[rightward[rows]]], first[order][entries], last[rows] + 1
