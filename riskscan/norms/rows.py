"""Rows of a table of terms: «Приложение. Сроки: 1) выдача паспорта – два рабочих дня»."""

from __future__ import annotations

from functools import cached_property

from riskscan.language.model import NOUNS
from riskscan.norms.model import ElementKind, Frame
from riskscan.norms.reader import NormReader
from riskscan.norms.stems import akin, stem
from riskscan.structure.model import ITEMS
from riskscan.text import Span

_OPENING = 4  # tokens in which a row names its step


class TermRows:
    """Finds the row of an act that gives a step its term: a noun, a dash, a time."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader

    def find(self, frame: Frame) -> Span | None:
        """The time in the row that opens with the noun of what a frame does."""
        readings = self._reader.text.tokens.readings(frame.head)[:1]
        if not readings:
            return None
        own = stem(readings[0].lemma)
        return next((t for nouns, t in self._rows if any(akin(n, own) for n in nouns)), None)

    @cached_property
    def _rows(self) -> list[tuple[frozenset[str], Span]]:
        """The nouns that open each row, and its time."""
        timed = self._reader.table.sentences("element", ElementKind.TERM.value, "patterns")
        rows = (self._row(sentence) for sentence in sorted(timed))
        return [row for row in rows if row is not None]

    def _row(self, sentence: int) -> tuple[frozenset[str], Span] | None:
        provision = int(self._reader.text.provisions[sentence])
        if provision < 0 or self._reader.act.provisions[provision].kind not in ITEMS:
            return None
        dash = self._reader.dash(sentence)
        if dash is None or not self._reader.verbless(sentence, dash):
            return None
        times = (h for h in self._reader.elements(sentence, ElementKind.TERM) if h.start > dash)
        time = next(times, None)
        if time is None:
            return None
        tokens = self._reader.text.tokens
        first, _ = self._reader.text.sentence_tokens(sentence)
        nouns = tokens.lemmas(first, min(dash, first + _OPENING), NOUNS)
        return nouns, tokens.span(time.start, time.end)
