"""How much one sentence holds: words and clauses between two stops.

Items of a list written in one line are weighed apart; names in quotation marks and asides in
brackets do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.engine.model import Load
from riskscan.language.model import AnnotatedAct

_STOPS = frozenset(";:|•")
_OPENING, _CLOSING = frozenset("«(“„"), frozenset("»)”")
_QUOTE = '"'  # opens and closes


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
        least = wanted.words.of(language), wanted.clauses.of(language)
        words, clauses = max(self._stretches(sentence), default=(0, 0))
        if words >= least[0] and clauses >= least[1]:
            return None
        return f"{words} of {least[0]} words, {clauses} of {least[1]} clauses"

    def _stretches(self, sentence: int) -> Iterator[tuple[int, int]]:
        """The words and clauses of each stretch of a sentence between stops."""
        tokens, clauses = self._text.tokens, self._text.clauses
        words, aside, quoted = 0, 0, False
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
                yield words, len(held)
                words, held = 0, set()
            elif form[:1].isalnum():
                words += 1
                held.add(int(clauses[token]))
        yield words, len(held)
