"""What another provision adds to a norm: «необходимость возникает, только если …».

Drafters give a power in one point and limit it in another: by its cases, by saying what a word
means, by citing the point. Whoever takes up the words of a norm so has said when it applies.
"""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.concepts import Own
from riskscan.norms.model import NEWS
from riskscan.norms.reader import NormReader
from riskscan.norms.stems import opening

_NEARBY = 30  # sentences to each side, labels among them
_STEM = 5  # letters that «приостановление» and «приостановить» share
_MEANING = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_CONDITIONAL = (Own.CONDITION, Own.MEANS)
_OPENING = 4  # tokens that say what a sentence is about


class Elaborations:
    """Finds the sentence of another provision that limits or explains some words."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._stems: dict[int, frozenset[str]] = {}

    def find(self, sentence: int, first: int, last: int) -> int | None:
        """The sentence that takes up tokens ``first … last - 1`` and limits or explains them."""
        words = self._telling(sentence, first, last)
        if not words:
            return None
        provision = int(self._reader.text.provisions[sentence])
        outright = self._reader.table.sentences("concept", Own.RESTRICTING)
        for other in self._reader.references.taking_up(provision):
            if other in outright or not (words.isdisjoint(self._of(other)) or self._is_news(other)):
                return other
        for other, conditional in self._limiting(sentence, provision):
            if not words.isdisjoint(self._opening(other) if conditional else self._of(other)):
                return other
        return None

    def _limiting(self, sentence: int, provision: int) -> Iterator[tuple[int, bool]]:
        """The sentences of the article, near by and not of the provision, that limit something.

        «только» limits whatever is said; a condition limits what its sentence is about.
        """
        table = self._reader.table
        outright = table.sentences("concept", Own.RESTRICTING)
        limiting = outright.union(*(table.sentences("concept", c) for c in _CONDITIONAL))
        refusing = table.sentences("action", "refuse")
        own = range(provision, self._reader.act.provisions[provision].last)
        for other in self._reader.around(sentence, _NEARBY):
            if int(self._reader.text.provisions[other]) in own or other not in limiting:
                continue
            if self._reader.of_later_step(other, sentence):
                continue
            if other in refusing and sentence not in refusing:
                continue  # «во внесении отказывается, если …» limits the refusal
            yield other, other not in outright

    def _is_news(self, sentence: int) -> bool:
        """«о приостановлении по статье 12 водитель уведомляется»: news limits nothing."""
        frames = self._reader.frames(sentence)
        return bool(frames) and all(frame.actions == NEWS for frame in frames)

    def _telling(self, sentence: int, first: int, last: int) -> frozenset[str]:
        """The stems of the words that say what is done: neither who may nor «осуществляется»."""
        empty: set[int] = set()
        for hit in self._reader.table.of(sentence):
            if hit.start < last and first < hit.end and self._reader.candidates.says_little(hit):
                empty.update(range(hit.start, hit.end))
        return frozenset(
            stem for token in range(first, last) if token not in empty for stem in self._stem(token)
        )

    def _of(self, sentence: int) -> frozenset[str]:
        found = self._stems.get(sentence)
        if found is None:
            first, last = self._reader.text.sentence_tokens(sentence)
            found = frozenset(stem for token in range(first, last) for stem in self._stem(token))
            self._stems[sentence] = found
        return found

    def _opening(self, sentence: int) -> frozenset[str]:
        first, last = self._reader.text.sentence_tokens(sentence)
        return frozenset(
            stem
            for token in range(first, min(last, first + _OPENING))
            for stem in self._stem(token)
        )

    def _stem(self, token: int) -> Iterator[str]:
        for reading in self._reader.text.tokens.readings(token)[:1]:
            if reading.pos in _MEANING and len(reading.lemma) >= _STEM:
                yield opening(reading.lemma, _STEM)
