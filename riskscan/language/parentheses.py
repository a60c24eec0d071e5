"""Parentheses: clauses of their own, whatever they hold.

The text after one continues the clause before it. But a short one without a dash is a mere
alternative and no border: «и (или)», «товаров (работ, услуг)», «5 (бес)». Of nested parentheses
only the inner ones count; one that its sentence does not close is none.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntFlag, auto

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary

_Mask = NDArray[np.bool_]
_Places = NDArray[np.intp]
_ALTERNATIVE = 4  # tokens between the brackets of a mere alternative, at most


class _Mark(IntFlag):
    """What a token is to parentheses."""

    OPEN = auto()
    CLOSE = auto()
    DASH = auto()


def ordinals(
    tokens: Tokens,
    sentence_starts: _Mask,
    firsts_of: Callable[[Tokens, _Places, _Places], _Places],
) -> IntArray:
    """The ordinal of every token's clause, a parenthesis being one of its own.

    ``sentence_starts`` marks the first tokens. ``firsts_of`` gets the tokens outside parentheses
    and the ordinals of their sentences, and says of each which of them begins its clause.
    """
    count = len(tokens)
    if not count:
        return np.zeros(0, dtype=np.int32)
    sentences = np.cumsum(sentence_starts, dtype=np.intp)
    opens, inside = parentheses(tokens, sentences)
    outer = np.flatnonzero(~inside)
    firsts = np.maximum.accumulate(np.where(opens, np.arange(count), 0))
    firsts[outer] = outer[firsts_of(tokens, outer, sentences[outer])]
    numbered = np.cumsum(firsts == np.arange(count), dtype=np.int32) - np.int32(1)
    return numbered[firsts]


def sentence_begins(sentences: _Places) -> _Mask:
    """Which tokens are the first of their sentences."""
    begins = np.ones(len(sentences), dtype=bool)
    begins[1:] = np.diff(sentences) != 0
    return begins


def parentheses(tokens: Tokens, sentences: _Places) -> tuple[_Mask, _Mask]:
    """Opening brackets of parentheses, and all tokens in parentheses, brackets included.

    ``sentences`` holds the ordinal of every token's sentence.
    """
    marks = tokens.vocabulary.ask(_marks, tokens.types)
    brackets = np.flatnonzero(marks & (_Mark.OPEN | _Mark.CLOSE))
    dashes = np.cumsum((marks & _Mark.DASH) != 0)
    pairs = _pairs(brackets, marks, sentences)
    left, right = brackets[pairs], brackets[pairs + 1]
    alternative = (right - left <= _ALTERNATIVE + 1) & (dashes[left] == dashes[right])
    pairs = pairs[alternative]
    brackets = np.delete(brackets, np.concatenate((pairs, pairs + 1)))
    pairs = _pairs(brackets, marks, sentences)
    opens = np.zeros(len(marks), dtype=bool)
    opens[brackets[pairs]] = True
    steps = np.zeros(len(marks) + 1, dtype=np.int8)
    steps[brackets[pairs]] += 1
    steps[brackets[pairs + 1] + 1] -= 1
    return opens, np.cumsum(steps[:-1], dtype=np.int8) > 0


def _pairs(brackets: _Places, marks: IntArray, sentences: _Places) -> _Places:
    """Which brackets open a parenthesis that the next one closes in the same sentence."""
    left, right = brackets[:-1], brackets[1:]
    pair = ((marks[left] & _Mark.OPEN) != 0) & ((marks[right] & _Mark.CLOSE) != 0)
    return np.flatnonzero(pair & (sentences[left] == sentences[right]))


def _marks(vocabulary: Vocabulary, identity: int) -> int:
    return _MARKS.get(vocabulary.normal(identity), 0)


_MARKS: dict[str, int] = {
    "(": _Mark.OPEN,
    ")": _Mark.CLOSE,
    **dict.fromkeys("–—-", _Mark.DASH),
}
