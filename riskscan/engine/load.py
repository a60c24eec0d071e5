"""How much one sentence holds: words, clauses and turns of speech between two stops.

Items of a list written in one line are weighed apart; names in quotation marks and asides in
brackets do not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from riskscan.engine.model import Load
from riskscan.language.model import AnnotatedAct

_STOPS = frozenset(";:|•")
_OPENING, _CLOSING = frozenset("«(“„"), frozenset("»)”")
_QUOTE = '"'  # opens and closes
# A verb that says, conditions or qualifies something, and what joins a clause to another.
_TURNS = frozenset(
    {"VerbForm=Fin", "VerbForm=Part", "VerbForm=Conv", "Mood=Ind", "Mood=Cnd", "Variant=Short"}
)
_JOINING = frozenset({"который", "кто", "что", "какой"})


class _Stretch(NamedTuple):
    """What stands between two stops."""

    words: int
    clauses: int
    turns: int


class Loads:
    """The sentences of one act that hold more than a reader can; nothing is read before asked."""

    def __init__(self, text: AnnotatedAct) -> None:
        self._text = text
        self._found: dict[Load, frozenset[int]] = {}

    def sentences(self, wanted: Load) -> frozenset[int]:
        """The sentences loaded as wanted."""
        found = self._found.get(wanted)
        if found is None:
            least = wanted.words.of(self._text.language)
            long = np.flatnonzero(np.diff(self._text.sentences) >= least)
            found = self._found[wanted] = frozenset(
                sentence for sentence in long.tolist() if self.failed(wanted, sentence) is None
            )
        return found

    def failed(self, wanted: Load, sentence: int) -> str | None:
        """Why a sentence is not loaded as wanted; None when it is."""
        language = self._text.language
        least = _Stretch(
            *(each.of(language) for each in (wanted.words, wanted.clauses, wanted.turns))
        )
        held = max(self._stretches(sentence), default=_Stretch(0, 0, 0))
        if all(has >= needs for has, needs in zip(held, least, strict=True)):
            return None
        return ", ".join(
            f"{has} of {needs} {name}"
            for name, has, needs in zip(_Stretch._fields, held, least, strict=True)
        )

    def _stretches(self, sentence: int) -> Iterator[_Stretch]:
        """Each stretch of a sentence between stops."""
        tokens, clauses = self._text.tokens, self._text.clauses
        words, turns, aside, quoted = 0, 0, 0, False
        held: set[int] = set()
        for token in range(*self._text.sentence_tokens(sentence)):
            form = tokens.normal(token)
            if form == _QUOTE:
                quoted = not quoted
            elif form in _OPENING:
                aside += 1
            elif form in _CLOSING:
                aside = max(0, aside - 1)
            elif aside or quoted:
                continue
            elif form in _STOPS:
                yield _Stretch(words, len(held), turns)
                words, turns, held = 0, 0, set()
            elif form[:1].isalnum():
                words += 1
                turns += self._turns(token)
                held.add(int(clauses[token]))
        yield _Stretch(words, len(held), turns)

    def _turns(self, token: int) -> bool:
        """Whether a word begins or bears a turn of speech, in its likeliest reading."""
        return any(
            reading.pos == "SCONJ"
            or reading.lemma in _JOINING
            or not _TURNS.isdisjoint(reading.features)
            for reading in self._text.tokens.readings(token)[:1]
        )
