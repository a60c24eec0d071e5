"""Which sentences could give one power over one thing to two hands, by their words alone.

Two norms on the same thing share a noun that names neither who acts nor a time; where none is
shared no frame need be built.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import cached_property

import numpy as np

from riskscan.language.model import IntArray, noun
from riskscan.norms.concepts import Own
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import SentenceBits, members

_WATCHING = frozenset({"inspect", "supervise"})
_TIMES = (Own.DURATION, Own.TIME_FRAME)


class Rivals:
    """The sentences of one act that may repeat a power of another one."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._read: dict[int, frozenset[int]] = {}

    @cached_property
    def sentences(self) -> SentenceBits:
        """Those by which a holder of power may do what another sentence does to the same thing."""
        candidates = self._reader.candidates
        found = 0
        for action in self._reader.actions:
            doing = candidates.predicating(*kindred((action,))) & candidates.powerful
            if doing.bit_count() > 1:
                found |= self._sharing(doing)
        return found

    def _sharing(self, sentences: SentenceBits) -> SentenceBits:
        """Those of some sentences that share a noun with another of them."""
        naming: dict[int, SentenceBits] = defaultdict(int)
        for sentence in members(sentences):
            for named in self._nouns(sentence):
                naming[named] |= 1 << sentence
        found = 0
        for where in naming.values():
            if where.bit_count() > 1:
                found |= where
        return found

    def _nouns(self, sentence: int) -> frozenset[int]:
        found = self._read.get(sentence)
        if found is None:
            first, last = self._reader.text.sentence_tokens(sentence)
            found = self._read[sentence] = frozenset(self._things[first:last].tolist()) - {0}
        return found

    @cached_property
    def _things(self) -> IntArray:
        """For each token the noun it is, by number; 0 in names of holders of power and in times."""
        reader = self._reader
        tokens = reader.text.tokens
        named = tokens.vocabulary.ask(noun, tokens.types)
        aside = reader.table.covered((*reader.candidates.power_concepts, *_TIMES))
        return np.where(aside, 0, named)


def kindred(actions: Collection[str]) -> frozenset[str]:
    """«Контролирует» and «проверяет» are one power over a thing."""
    own = frozenset(actions)
    return own if own.isdisjoint(_WATCHING) else own | _WATCHING
