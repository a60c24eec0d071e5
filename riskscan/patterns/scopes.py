"""How far a match may reach: per token, the bounds of its sentence and of its clause."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import AnnotatedAct, IntArray

Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Scope:
    """``low[i]`` and ``high[i]``: first token and end (exclusive) of the stretch of token ``i``."""

    low: Index
    high: Index


def sentences(text: AnnotatedAct) -> Scope:
    """The scope of matches without gaps."""
    return _scope(text.sentences)


def clauses(text: AnnotatedAct) -> Scope:
    """The scope of matches with gaps or ``&``: one unbroken run of one clause of one sentence."""
    changes = text.clauses[1:] != text.clauses[:-1]
    opens = np.ones(len(text.tokens) + 1, np.bool_)
    opens[1:-1] = changes
    opens[text.sentences] = True
    return _scope(np.flatnonzero(opens))


def _scope(firsts: IntArray | Index) -> Scope:
    lengths = np.diff(firsts)
    return Scope(np.repeat(firsts[:-1], lengths), np.repeat(firsts[1:], lengths))
