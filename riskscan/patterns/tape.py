"""The tokens of a text in the orders in which patterns read them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import AnnotatedAct, IntArray

Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Tape:
    """A text laid out twice: ``token[p]`` is the token at place ``p``.

    First sentence by sentence, for patterns without gaps; then clause by clause, for those with
    gaps or ``&``. What interrupts a clause, such as a parenthesis, stands elsewhere on the second
    half, so that the clause is read as one. No match leaves its stretch, the places
    ``low[p] … high[p] - 1``.
    """

    token: Index
    low: Index
    high: Index
    clausal: Index  # the place of each token on the second half

    def places(self, token: Index, clausal: NDArray[np.bool_]) -> Index:
        """Where tokens stand on the half that is asked for."""
        return np.where(clausal, self.clausal[token], token)

    def tokens(self, start: Index, end: Index) -> tuple[Index, Index]:
        """Token bounds of the non-empty stretches of places from ``start`` to ``end``."""
        return self.token[start], self.token[end - 1] + 1


def lay_out(text: AnnotatedAct) -> Tape:
    """The tape of a text."""
    length = len(text.tokens)
    order, clausal = _by_clause(text.clauses)
    new = text.clauses[order[1:]] != text.clauses[order[:-1]]
    clauses = np.flatnonzero(np.concatenate([[length > 0], new]))
    firsts = np.concatenate([text.sentences[:-1], clauses + length, [2 * length]])
    lengths = np.diff(firsts)
    return Tape(
        token=np.concatenate([np.arange(length), order]),
        low=np.repeat(firsts[:-1], lengths),
        high=np.repeat(firsts[1:], lengths),
        clausal=clausal + length,
    )


def _by_clause(clauses: IntArray) -> tuple[Index, Index]:
    """Tokens clause by clause, and the rank of each token in that order."""
    ranks = np.arange(len(clauses))
    if (clauses[1:] >= clauses[:-1]).all():
        return ranks, ranks
    order = np.argsort(clauses, kind="stable")
    inverse = np.empty_like(order)
    inverse[order] = ranks
    return order, inverse
