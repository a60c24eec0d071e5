"""A plan of matching: phrases cut at the elements believed rarest, and run over a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from riskscan.patterns.automaton import Anchors, Automaton, spread
from riskscan.patterns.phrases import Phrases
from riskscan.patterns.states import Branch, Builder, Predicates, State
from riskscan.patterns.tape import NOWHERE, Index, Matches, Tape, together

_BLOCK = 1 << 16  # candidates read at a time: bounds memory, keeps to the cache


class Plan:
    """How to find all the phrases; the choice of anchors changes the speed, never the matches."""

    def __init__(self, phrases: Phrases, cost: Sequence[float]) -> None:
        """``cost[k]`` estimates how often predicate ``k`` is met."""
        built = Builder(cost)
        for number, node in enumerate(phrases.nodes):
            built.add(number, node)
        # Many phrases hold the same concept: its branches are read once and told to each of them.
        owners: dict[tuple[Branch, bool], list[int]] = defaultdict(list)
        for number, branch in built.branches:
            owners[branch, bool(phrases.clausal[number])].append(number)
        branches = [branch for branch, _ in owners]
        self._anchors = Anchors(branches)
        self._automaton = Automaton(built.states, built.symbols)
        self._phrases = np.array([each for owned in owners.values() for each in owned], np.intp)
        self._owners = np.array(list(map(len, owners.values())), np.intp)
        self._first_owner = self._owners.cumsum() - self._owners
        self._right = np.array([branch.right for branch in branches], np.intp)
        self._left = np.array([branch.left for branch in branches], np.intp)
        self._clausal = np.array([clausal for _, clausal in owners], np.bool_)
        sides = [(built.states[each.right], built.states[each.left]) for each in branches]
        self._bare = np.array([all(map(_is_end, each)) for each in sides], np.bool_)
        self._marked = np.array([right.marked for right, _ in sides], np.bool_)

    def learn(self, rows: Sequence[Predicates]) -> None:
        """Take note of new classes; ``rows`` are the predicates of every class there is."""
        self._anchors.learn(rows)
        self._automaton.learn(rows)

    def match(self, classes: Index, tape: Tape) -> Matches:
        """Every match of a phrase, repeated and in no order.

        ``classes`` are the symbol classes along the tape.
        """
        branch, token = self._anchors.candidates(classes[: tape.length])
        at = tape.places(token, self._clausal[branch])
        bare = self._bare[branch]
        found = [self._lone(branch[bare], at[bare])]
        branch, at = branch[~bare], at[~bare]
        for k in range(0, len(branch), _BLOCK):
            found.append(self._read(classes, tape, branch[k : k + _BLOCK], at[k : k + _BLOCK]))
        return self._told(together(found))

    def _told(self, found: Matches) -> Matches:
        """Matches of branches as matches of every phrase that has them."""
        rows, owners = spread(self._first_owner[found.what], self._owners[found.what])
        return found.where(rows)._replace(what=self._phrases[owners])

    def _lone(self, branch: Index, at: Index) -> Matches:
        """Branches of one word: the anchor is the match."""
        marked = self._marked[branch]
        first, last = np.where(marked, at, NOWHERE), np.where(marked, at + 1, 0)
        return Matches(branch, at, at + 1, first, last)

    def _read(self, classes: Index, tape: Tape, branch: Index, at: Index) -> Matches:
        low, high = tape.bounds(at)
        right = self._automaton.read(classes, self._right[branch], at, low, high)
        # Only candidates that hold on the right are read to the left, each of them once.
        holds = np.zeros(len(branch), np.bool_)
        holds[right.candidate] = True
        held, back = holds.nonzero()[0], (holds.cumsum() - 1)[right.candidate]
        left = self._automaton.read(
            classes, self._left[branch[held]], at[held], low[held], high[held]
        )
        # Any left side goes with any right side of the same candidate.
        count = np.bincount(left.candidate, minlength=len(held))
        rights, entries = spread((np.cumsum(count) - count)[back], count[back])
        lefts = np.argsort(left.candidate, kind="stable")[entries]
        return Matches(
            what=branch[right.candidate[rights]],
            start=left.at[lefts],
            end=right.at[rights] + 1,
            first=np.minimum(left.first[lefts], right.first[rights]),
            last=np.maximum(left.last[lefts], right.last[rights]),
        )


def _is_end(state: State) -> bool:
    """Whether nothing is read beyond a state."""
    return state.accepting and not state.edges
