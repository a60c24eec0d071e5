"""Comparative tables read for norms: which sentence of the proposed wording replaces which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from riskscan.norms.reader import NormReader
from riskscan.structure.model import ComparedRow
from riskscan.text import Span

_ALIKE = 0.4  # share of words two wordings of one sentence have in common
_SAME_CLAUSE = 0.6
_FAR = 100  # sentences; a whole act in one cell is not searched for more


@dataclass(frozen=True)
class PairedRow:
    """A row with both sides: their sentences, and the sentence in force behind each proposed one.

    ``current`` and ``proposed`` are ordinals of sentences that hold words.
    """

    row: ComparedRow
    current: tuple[int, ...]
    proposed: tuple[int, ...]
    before: dict[int, int]

    @cached_property
    def after(self) -> dict[int, int]:
        """The proposed sentence of each one in force that has one."""
        return {old: new for new, old in self.before.items()}


@dataclass(frozen=True)
class StruckRow:
    """A row whose provision goes: its sentences in force, and the sentence that strikes it out."""

    current: tuple[int, ...]
    struck: int


class ComparedRows:
    """The comparative tables of one annotated act; empty when it has none."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader

    @cached_property
    def rows(self) -> tuple[PairedRow, ...]:
        """The rows with both sides in the language that is read."""
        found = []
        for row in self._reader.act.compared:
            if row.current is not None and row.proposed is not None:
                current = self._sentences(row.current)
                proposed = self._proposed(row.proposed)
                if proposed:
                    before = self._paired(current, proposed)
                    found.append(PairedRow(row, current, proposed, before))
        return tuple(found)

    @cached_property
    def struck(self) -> tuple[StruckRow, ...]:
        """The rows of provisions that go, in the language that is read."""
        found = []
        for row in self._reader.act.compared:
            if row.current is not None and row.struck is not None:
                words = self._proposed(row.struck)
                if words:
                    found.append(StruckRow(self._sentences(row.current), words[0]))
        return tuple(found)

    def of(self, sentence: int) -> PairedRow | None:
        """The row a proposed sentence stands in."""
        return self._by_sentence.get(sentence)

    def proposed(self, sentences: Iterable[int]) -> list[int]:
        """Those of some sentences that stand in the proposed wording of a row with both sides."""
        return [sentence for sentence in sentences if sentence in self._by_sentence]

    def added(self, sentences: Iterable[int]) -> list[int]:
        """Those of some sentences that stand in rows that only add something."""
        reader = self._reader
        return [
            sentence
            for sentence in sentences
            if sentence not in self._by_sentence
            and reader.act.row_at(reader.sentence_span(sentence).start) is not None
        ]

    def standing(self, sentence: int, words: Span) -> Span | None:
        """Where words of a proposed sentence stand in the same clause of the wording in force."""
        row = self.of(sentence)
        old = row.before.get(sentence) if row is not None else None
        if old is None:
            return None
        tokens = self._reader.text.tokens
        first, last = tokens.between(words)
        sought = [tokens.normal(token) for token in range(first, last)]
        begin, end = self._reader.text.sentence_tokens(old)
        there = [tokens.normal(token) for token in range(begin, end)]
        for offset in range(len(there) - len(sought) + 1):
            place = begin + offset
            if there[offset : offset + len(sought)] == sought and self._alike(first, place):
                return tokens.span(place, place + len(sought))
        return None

    @cached_property
    def _by_sentence(self) -> dict[int, PairedRow]:
        return {sentence: row for row in self.rows for sentence in row.proposed}

    def _proposed(self, cell: Span) -> tuple[int, ...]:
        provisions = self._reader.text.provisions
        return tuple(s for s in self._sentences(cell) if provisions[s] >= 0)

    def _sentences(self, cell: Span) -> tuple[int, ...]:
        text = self._reader.text
        first, last = text.tokens.between(cell)
        begin, end = text.sentences.searchsorted((first, last)).tolist()
        return tuple(
            sentence
            for sentence in range(begin, end)
            if self._reader.words(*text.sentence_tokens(sentence))
        )

    def _paired(self, current: tuple[int, ...], proposed: tuple[int, ...]) -> dict[int, int]:
        """The sentence in force behind each proposed one: the likest first, each once."""
        old, new = (
            {each: self._reader.words(*self._reader.text.sentence_tokens(each)) for each in side}
            for side in (current, proposed)
        )
        scores = sorted(
            (-_likeness(old[one], new[other]), other, one)
            for place, one in enumerate(old)
            for other in proposed[max(0, place - _FAR) : place + _FAR]
        )
        before: dict[int, int] = {}
        taken: set[int] = set()
        for score, other, one in scores:
            if -score >= _ALIKE and other not in before and one not in taken:
                before[other] = one
                taken.add(one)
        return before

    def _alike(self, one: int, other: int) -> bool:
        """Whether the clauses of two tokens say nearly the same."""
        words = (self._clause_words(token) for token in (one, other))
        return _likeness(*words) >= _SAME_CLAUSE

    def _clause_words(self, token: int) -> frozenset[str]:
        clauses = self._reader.text.clauses
        clause, first, last = clauses[token], token, token + 1
        while first and clauses[first - 1] == clause:
            first -= 1
        while last < len(clauses) and clauses[last] == clause:
            last += 1
        return self._reader.words(first, last)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The words two stretches share, of all they have (Dice's coefficient)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0
