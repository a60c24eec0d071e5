"""Short names: «центр» after «центр занятости» is the same body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property

from riskscan.language.model import AnnotatedAct, IntArray
from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit, HitTable
from riskscan.norms.model import POWER, Role
from riskscan.norms.ru.words import Word
from riskscan.norms.sentence_bits import SentenceBits, members

_MEMORY = 40  # sentences a reader remembers a full name for
_DEPENDENT = Word.GENITIVE | Word.INSTRUMENTAL
_DESCRIBING = Word.ADJECTIVE | Word.PARTICIPLE
_POINTING = frozenset({"то", "та", "тот", "этот", "эта", "это", "этому", "этой", "этого", "данный"})


class ShortNames:
    """Finds the full name a bare noun stands for, within a reader's memory."""

    def __init__(
        self, text: AnnotatedAct, table: HitTable, role_of: Mapping[str, Role], flags: IntArray
    ) -> None:
        self._text = text
        self._table = table
        self._role_of = role_of
        self._flags = flags

    def named(self, sentence: int) -> dict[int, Hit]:
        """Head token → the full name it stands for, of the bare nouns of a sentence."""
        found: dict[int, Hit] = {}
        for hit in self._shorts(sentence):
            full = self._before(self._lemma(hit.start), sentence)
            if full is not None and self._bare(hit.start):
                found[hit.start] = full
        return found

    @cached_property
    def sentences(self) -> SentenceBits:
        """The sentences where a bare noun stands for a holder of power."""
        found = 0
        for sentence in members(self._table.bits("concept", Own.SHORT_NAME)) if self._full else ():
            if self.named(sentence):
                found |= 1 << sentence
        return found

    def _shorts(self, sentence: int) -> list[Hit]:
        if not self._table.has(sentence, Own.SHORT_NAME):
            return []
        return list(self._table.concept(sentence, Own.SHORT_NAME))

    def _before(self, lemma: str, sentence: int) -> Hit | None:
        known = self._full.get(lemma, [])
        at = bisect_left(known, sentence, key=lambda pair: pair[0])
        if at == 0 or sentence - known[at - 1][0] > _MEMORY:
            return None
        return known[at - 1][1]

    @cached_property
    def _full(self) -> dict[str, list[tuple[int, Hit]]]:
        """By lemma of the head: the full names of holders of power, in text order."""
        found: dict[str, list[tuple[int, Hit]]] = {}
        for sentence in members(self._table.bits("concept", Own.SHORT_NAME)):
            heads = {hit.start for hit in self._shorts(sentence)}
            for hit in self._table.of(sentence):
                role = self._role_of.get(hit.id) if hit.group == "concept" else None
                if role not in POWER or hit.end - hit.start < 2:
                    continue
                head = next((t for t in range(hit.start, hit.end) if t in heads), None)
                if head is not None and not self._bare(head):
                    found.setdefault(self._lemma(head), []).append((sentence, hit))
        return found

    def _lemma(self, token: int) -> str:
        readings = self._text.tokens.readings(token)
        return readings[0].lemma if readings else ""

    def _bare(self, token: int) -> bool:
        """«центр решает», «этот центр», but neither «центр города» nor «торговый центр»."""
        after = int(self._flags[token + 1]) if token + 1 < len(self._flags) else 0
        if after & _DEPENDENT and after & (Word.NOUN | Word.ADJECTIVE):
            return False
        before = int(self._flags[token - 1]) if token else 0
        return not before & _DESCRIBING or self._text.tokens.normal(token - 1) in _POINTING
