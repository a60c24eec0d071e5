"""Pattern hits sorted into sentences: the raw words frames are built from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import AnnotatedAct
from riskscan.norms.sentence_bits import SentenceBits, holds, members, packed
from riskscan.patterns import Hits, PatternSet


class Hit(NamedTuple):
    """One match: token bounds, the token it is about, and what it is of.

    ``group`` is "concept", "action", "element", "phrase" or "profile"; ``id`` the concept, action,
    rule or profile; ``part`` the sub-list ("verbs", "nouns", "patterns", "except") or item.
    An action that a verbal noun names is met twice, the second time as part "gerunds".
    """

    start: int
    end: int
    mark: int
    shown: int  # end of the part to show, which begins at ``mark``
    group: str
    id: str
    part: str


def actions_by_token(hits: tuple[Hit, ...], part: str) -> dict[int, tuple[str, ...]]:
    """Marked token → the actions that its hits of one part name."""
    table: dict[int, tuple[str, ...]] = {}
    for hit in hits:
        if hit.group == "action" and hit.part == part and hit.id not in table.get(hit.mark, ()):
            table[hit.mark] = (*table.get(hit.mark, ()), hit.id)
    return table


Label: TypeAlias = tuple[str, ...]  # group, id and part of a pattern
NAMING = frozenset({"nouns", "gerunds"})  # the parts of an action's hits that name it as a thing


class HitTable:
    """The hits of one annotated act, fetched a sentence at a time.

    What stands in a comparative table beside the proposed wording is read when asked for, but never
    met: nobody looking for a norm finds it. ``labels`` are of the patterns with any hit.
    """

    def __init__(self, text: AnnotatedAct, hits: Hits) -> None:
        self._hits = hits
        self._rows = hits.rows()
        self._text = text
        self._readings = text.tokens.readings
        self._names = _names(hits.patterns)
        self._sentences = np.searchsorted(text.sentences, hits.start, side="right") - 1
        met = np.zeros(len(self._names.labels), bool)
        met[hits.pattern] = True
        self.labels = frozenset(self._names.labels[each] for each in met.nonzero()[0].tolist())
        self._places, self._met = self._meet(met)
        self._bounds = np.searchsorted(hits.start, text.sentences)
        self._bits: dict[tuple[str, str, str | None], SentenceBits] = {}
        self._sets: dict[tuple[str, str, str | None], frozenset[int]] = {}
        self._cache: dict[int, tuple[Hit, ...]] = {}

    def _meet(self, met: NDArray[np.bool_]) -> tuple[list[int], NDArray[np.uint8]]:
        """Where each pattern's row is (-1: never met), and in each row the sentences as bits."""
        rows = np.where(met, met.cumsum() - 1, -1)
        marks = np.zeros((int(met.sum()), len(self._text.sentences) - 1), bool)
        marks[rows[self._hits.pattern], self._sentences] = True
        if self._text.aside:
            marks[:, sorted(self._text.aside)] = False
        return rows.tolist(), np.packbits(marks, axis=1, bitorder="little")

    def of(self, sentence: int) -> tuple[Hit, ...]:
        """All hits that start in a sentence, in text order."""
        found = self._cache.get(sentence)
        if found is None:
            found = self._cache[sentence] = tuple(self._read(sentence))
        return found

    def concept(self, sentence: int, concept: str) -> Iterator[Hit]:
        """The hits of one concept that start in a sentence, in text order."""
        return (h for h in self.of(sentence) if h.id == concept and h.group == "concept")

    def everywhere(self, concept: str) -> list[tuple[int, Hit]]:
        """The hits of one concept with their sentences, in text order, no other hit being read."""
        met = self.sentences("concept", concept)
        rows = np.flatnonzero(self._of_concepts((concept,))) if met else ()
        found = ((int(self._sentences[row]), self._hit(self._rows[row].tolist())) for row in rows)
        return [(sentence, hit) for sentence, hit in found if sentence in met]

    def has(self, sentence: int, concept: str) -> bool:
        """Whether a hit of a concept starts in a sentence."""
        return holds(self.bits("concept", concept), sentence)

    def bits(self, group: str, identity: str, part: str | None = None) -> SentenceBits:
        """The sentences with a hit of an id (of one part of it when given), as bits."""
        key = (group, identity, part)
        found = self._bits.get(key)
        if found is None:
            found = 0
            for name, number in self._names.parts.get((group, identity), ()):
                row = self._places[number]
                if row >= 0 and (part is None or name == part):
                    found |= packed(self._met[row])
            self._bits[key] = found
        return found

    def sentences(self, group: str, identity: str, part: str | None = None) -> frozenset[int]:
        """The sentences with a hit of an id (of one part of it when given)."""
        key = (group, identity, part)
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = frozenset(members(self.bits(*key)))
        return found

    def before(self, part: str, concepts: Iterable[str]) -> dict[str, SentenceBits]:
        """Action → the sentences where a hit of its part ends right before one of some concepts."""
        hits = self._hits
        starts = np.zeros(len(self._text.tokens) + 1, bool)
        starts[hits.start[self._of_concepts(concepts)]] = True
        inside = hits.end < self._text.sentences[self._sentences + 1]
        found: dict[str, SentenceBits] = {}
        for hit in np.flatnonzero(starts[hits.end] & inside).tolist():
            group, identity, said = self._names.labels[hits.pattern[hit]]
            if group == "action" and said == part:
                found[identity] = found.get(identity, 0) | 1 << int(self._sentences[hit])
        return found

    def covered(self, concepts: Iterable[str]) -> NDArray[np.bool_]:
        """For each token whether it lies in a hit of any of some concepts."""
        size, asked = len(self._text.tokens) + 1, self._of_concepts(concepts)
        opened = np.bincount(self._hits.start[asked], minlength=size)
        closed = np.bincount(self._hits.end[asked], minlength=size)
        depth: NDArray[np.intp] = (opened - closed).cumsum()
        return depth[:-1] > 0

    def _of_concepts(self, concepts: Iterable[str]) -> NDArray[np.bool_]:
        """Which hits are of any of some concepts."""
        asked = np.zeros(len(self._names.labels), bool)
        for concept in concepts:
            for _, number in self._names.parts.get(("concept", concept), ()):
                asked[number] = True
        return asked[self._hits.pattern]

    def _read(self, sentence: int) -> Iterator[Hit]:
        for hit in self._matched(sentence):
            yield hit
            if hit.part == "verbs" and self._is_verbal_noun(hit.shown - 1):
                yield hit._replace(part="gerunds")

    def _is_verbal_noun(self, token: int) -> bool:
        return any("VerbForm=Ger" in reading.features for reading in self._readings(token))

    def _hit(self, row: list[int]) -> Hit:
        start, end, mark, shown, pattern = row
        group, identity, part = self._names.labels[pattern]
        return Hit(start, end, mark, shown, group, identity, part)

    def _matched(self, sentence: int) -> list[Hit]:
        first, last = int(self._bounds[sentence]), int(self._bounds[sentence + 1])
        labels = self._names.labels
        new = tuple.__new__  # a tenth of the whole analysis would go into Hit's own constructor
        return [
            new(Hit, (start, end, mark, shown, *labels[pattern]))
            for start, end, mark, shown, pattern in self._rows[first:last].tolist()
        ]


@dataclass(frozen=True, slots=True)
class _Names:
    """What the patterns of a set are of, by number; and by group and id, their parts' numbers."""

    labels: list[Label]
    parts: Mapping[tuple[str, str], list[tuple[str, int]]]


@lru_cache(maxsize=8)  # one ruleset asks for the same names with every act
def _names(patterns: PatternSet) -> _Names:
    labels = [_label(name) for name in patterns.names]
    parts: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for number, (group, identity, part) in enumerate(labels):
        parts.setdefault((group, identity), []).append((part, number))
    return _Names(labels, parts)


def _label(name: str) -> Label:
    group, identity, *part = name.split(":")
    return group, identity, part[0] if part else ""
