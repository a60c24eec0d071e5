"""Kazakh clauses: which stretch of a sentence each token's predicate governs.

Kazakh is verb-final, so a clause is known by its end.

* A sentence, ``;`` and ``:`` end one.
* A conditional («… ұсынбаса,»), a participle in the locative («… түскенде,») or with a word of case
  or time («… болған жағдайда,») and the comma after it end one that only states a condition.
  Begun by a comma of its own («мерзім, қажет болған жағдайда, ұзартылады») it interrupts the clause
  around it. Without a comma after it the condition stays in the clause it belongs to: where it
  begins cannot be told.
* «ал», «бірақ», «алайда» after a comma begin one, when a finite verb stands on both sides.

A parenthesis is a clause of its own, see ``language.parentheses``.
"""

from __future__ import annotations

from enum import IntFlag, auto

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary
from riskscan.language.parentheses import ordinals, sentence_begins

_Mask = NDArray[np.bool_]
_Places = NDArray[np.intp]
_ASIDE = 25  # tokens of a condition between commas, at most


class _Mark(IntFlag):
    """What a token is to the borders of clauses."""

    COMMA = auto()
    HARD = auto()
    CONDITIONAL = auto()
    PARTICIPLE = auto()
    CASE = auto()  # «жағдайда», «кезде»
    CONTRAST = auto()
    FINITE = auto()


_CASE_WORDS = """
    жағдайда жағдайларда жағдайлардан жағдайларында кезде кезінде кездерде уақытта бойда реттерде
    ретте соң
"""
_CASES = frozenset(_CASE_WORDS.split())
_CONTRASTS = frozenset({"ал", "бірақ", "алайда", "дегенмен"})
_IDIOMS = frozenset({"болмаса", "әйтпесе"})  # conditionals that are conjunctions


def clause_ordinals(tokens: Tokens, sentence_starts: _Mask) -> IntArray:
    """The ordinal of every token's clause; ``sentence_starts`` marks the first tokens."""
    return ordinals(tokens, sentence_starts, _firsts)


def _firsts(tokens: Tokens, outer: _Places, sentences: _Places) -> _Places:
    marks = tokens.vocabulary.ask(_marks, tokens.types)[outer]
    begins = sentence_begins(sentences) | _after_stops(marks) | _contrasts(marks, sentences)
    return _with_conditions(marks, begins)


def _after_stops(marks: IntArray) -> _Mask:
    found = np.zeros(len(marks), dtype=bool)
    found[1:] = (marks[:-1] & _Mark.HARD) != 0
    return found


def _contrasts(marks: IntArray, sentences: _Places) -> _Mask:
    """«…, ал …» between two finite verbs of a sentence."""
    found = np.zeros(len(marks), dtype=bool)
    places = np.flatnonzero((marks[1:] & _Mark.CONTRAST) != 0) + 1
    places = places[(marks[places - 1] & _Mark.COMMA) != 0]
    if len(places):
        finite = np.append(0, np.cumsum((marks & _Mark.FINITE) != 0))
        first = np.searchsorted(sentences, sentences[places])
        last = np.searchsorted(sentences, sentences[places], side="right")
        told = (finite[places] > finite[first]) & (finite[last] > finite[places])
        found[places[told]] = True
    return found


def _with_conditions(marks: IntArray, begins: _Mask) -> _Places:
    """For each token the place of the first token of its clause, parentheses left out."""
    places = np.arange(len(marks))
    owners = np.maximum.accumulate(np.where(begins, places, 0))
    before = np.concatenate(([0], marks[:-1]))
    after = np.concatenate((marks[1:], [0]))
    ending = (marks & _Mark.CONDITIONAL) != 0
    ending |= ((marks & _Mark.CASE) != 0) & ((before & _Mark.PARTICIPLE) != 0)
    ending &= (after & _Mark.COMMA) != 0
    commas = np.flatnonzero(marks & _Mark.COMMA)
    bounds = np.append(np.flatnonzero(begins), len(marks))
    for end in np.flatnonzero(ending).tolist():
        clause = owners[end]
        stop = int(bounds[np.searchsorted(bounds, end, side="right")])
        earlier = commas[: np.searchsorted(commas, end)]
        opening = int(earlier[-1]) + 1 if len(earlier) else 0
        if opening > clause and end - opening < _ASIDE:
            owners[opening : end + 1] = opening
        else:
            owners[end + 2 : stop][owners[end + 2 : stop] == clause] = end + 2
    return owners


def _marks(vocabulary: Vocabulary, identity: int) -> int:
    word = vocabulary.normal(identity)
    if not word[0].isalnum():
        return _PUNCTUATION.get(word, 0)
    marks = 0
    if word in _CASES:
        marks |= _Mark.CASE
    if word in _CONTRASTS:
        marks |= _Mark.CONTRAST
    if word in _IDIOMS:
        return marks
    for reading in vocabulary.readings(identity):
        features = reading.features
        if "Mood=Cnd" in features or {"VerbForm=Part", "Case=Loc"} <= features:
            marks |= _Mark.CONDITIONAL
        elif "VerbForm=Part" in features:
            marks |= _Mark.PARTICIPLE
        elif "VerbForm=Fin" in features:
            marks |= _Mark.FINITE
    return marks


_PUNCTUATION: dict[str, int] = {
    ",": _Mark.COMMA,
    **dict.fromkeys(";:", _Mark.HARD),
}
