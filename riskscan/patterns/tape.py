"""The tokens of a text in the orders in which patterns read them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import AnnotatedAct

Index = NDArray[np.intp]

NOWHERE = np.iinfo(np.intp).max


class Matches(NamedTuple):
    """Columns of matches: what matched, the places from ``start`` to ``end``, and the highlight.

    A match without highlight has ``first`` at ``NOWHERE`` and ``last``, which is exclusive, at 0.
    """

    what: Index
    start: Index
    end: Index
    first: Index
    last: Index

    def where(self, chosen: Index | slice) -> Matches:
        """Only the rows of these numbers."""
        return Matches(*(column[chosen] for column in self))


def together(several: Iterable[Matches]) -> Matches:
    """The rows of all, one after another."""
    return Matches(*map(np.concatenate, zip(*several, strict=True)))


@dataclass(frozen=True, slots=True)
class Tape:
    """A text laid out twice, ``2 * length`` places for ``length`` tokens.

    First sentence by sentence, for patterns without gaps: there places are token numbers. Then
    clause by clause, for patterns with gaps or ``&``: ``order`` holds the tokens of that half and
    ``rank`` the position of every token in it. What interrupts a clause, such as a parenthesis,
    stands elsewhere on that half, so the clause is read as one. No match leaves its stretch, from
    one of the places ``firsts`` to the next; the last of them is a sentinel.
    """

    length: int
    order: Index
    rank: Index
    firsts: Index

    def along(self, column: Index) -> Index:
        """A column over the tokens as one over the places."""
        return np.concatenate([column, column[self.order]])

    def places(self, tokens: Index, clausal: NDArray[np.bool_]) -> Index:
        """Where tokens stand on the half that is asked for."""
        return np.where(clausal, self.rank[tokens] + self.length, tokens)

    def tokens(self, places: Index) -> Index:
        """The tokens that stand there."""
        return np.where(places < self.length, places, self.order[places - self.length])

    def in_tokens(self, found: Matches) -> Matches:
        """Matches in tokens instead of places."""
        lit = np.flatnonzero(found.last)
        first, last = found.first.copy(), found.last.copy()
        first[lit], last[lit] = self.tokens(first[lit]), self.tokens(last[lit] - 1) + 1
        return Matches(
            found.what, self.tokens(found.start), self.tokens(found.end - 1) + 1, first, last
        )

    def bounds(self, places: Index) -> tuple[Index, Index]:
        """First place and end (exclusive) of the stretch around each place."""
        stretch = self.stretches(places)
        return self.firsts[stretch], self.firsts[stretch + 1]

    def stretches(self, places: Index) -> Index:
        """The number of the stretch around each place."""
        return np.searchsorted(self.firsts, places, side="right") - 1


def lay_out(text: AnnotatedAct) -> Tape:
    """The tape of a text."""
    length, clauses = len(text.tokens), text.clauses
    order = rank = np.arange(length)
    if (clauses[1:] < clauses[:-1]).any():
        order = np.argsort(clauses, kind="stable")
        rank = np.empty_like(order)
        rank[order] = np.arange(length)
        clauses = clauses[order]
    begins = np.flatnonzero(clauses[1:] != clauses[:-1]) + 1
    firsts = np.concatenate([text.sentences, begins + length, [2 * length]])
    return Tape(length, order, rank, firsts)
