"""Pattern hits sorted into sentences: the raw words frames are built from."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.patterns import Hits


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


NAMING = frozenset({"nouns", "gerunds"})  # the parts of an action's hits that name it as a thing


_NONE: frozenset[int] = frozenset()


class HitTable:
    """The hits of one annotated act, fetched a sentence at a time.

    What stands in a comparative table beside the proposed wording is read when asked for, but never
    met: nobody looking for a norm finds it.
    """

    def __init__(self, text: AnnotatedAct, hits: Hits) -> None:
        self._hits = hits
        self._rows = hits.rows()
        self._text = text
        self._readings = text.tokens.readings
        self._labels = _labels(hits.patterns.names)
        # the sentences of each pattern's hits, by group and id, then by part
        self._met: dict[tuple[str, str], dict[str, list[int]]] = {}
        self._sentences = np.searchsorted(text.sentences, hits.start, side="right") - 1
        aside = text.aside
        for number, met in hits.by_pattern(self._sentences):
            group, identity, part = self._labels[number]
            found = [sentence for sentence in met if sentence not in aside] if aside else met
            self._met.setdefault((group, identity), {})[part] = found
        self._bounds = np.searchsorted(hits.start, text.sentences)
        self._sets: dict[tuple[str, str, str | None], frozenset[int]] = {}
        self._cache: dict[int, tuple[Hit, ...]] = {}

    def of(self, sentence: int) -> tuple[Hit, ...]:
        """All hits that start in a sentence, in text order."""
        found = self._cache.get(sentence)
        if found is None:
            found = self._cache[sentence] = tuple(self._read(sentence))
        return found

    def concept(self, sentence: int, concept: str) -> Iterator[Hit]:
        """The hits of one concept that start in a sentence, in text order."""
        return (h for h in self.of(sentence) if h.id == concept and h.group == "concept")

    def has(self, sentence: int, concept: str) -> bool:
        """Whether a hit of a concept starts in a sentence."""
        return sentence in self.sentences("concept", concept)

    def sentences(self, group: str, identity: str, part: str | None = None) -> frozenset[int]:
        """The sentences with a hit of an id (of one part of it when given)."""
        key = (group, identity, part)
        found = self._sets.get(key)
        if found is None:
            met = self._met.get((group, identity))
            if met is None:
                return _NONE
            lists = met.values() if part is None else (met.get(part, ()),)
            found = self._sets[key] = frozenset(itertools.chain.from_iterable(lists))
        return found

    def starts(self, concepts: Iterable[str]) -> frozenset[int]:
        """The tokens that the hits of some concepts start with."""
        met = [concept for concept in concepts if ("concept", concept) in self._met]
        rows = (self._hits.of(f"concept:{concept}") for concept in met)
        return frozenset(itertools.chain.from_iterable(self._hits.start[r].tolist() for r in rows))

    def ending_before(self, action: str, part: str, tokens: frozenset[int]) -> frozenset[int]:
        """The sentences where a hit of an action ends right before one of some tokens."""
        met = self.sentences("action", action, part)
        if not met:
            return met
        rows = self._hits.of(f"action:{action}:{part}")
        pairs = zip(self._sentences[rows].tolist(), self._hits.end[rows].tolist(), strict=True)
        bounds = self._text.sentences
        return frozenset(
            sentence
            for sentence, end in pairs
            if end in tokens and sentence in met and end < bounds[sentence + 1]
        )

    def parts(self, group: str, identity: str) -> Collection[str]:
        """The parts of an id that were met anywhere in the act."""
        return self._met.get((group, identity), ())

    def _read(self, sentence: int) -> Iterator[Hit]:
        for hit in self._matched(sentence):
            yield hit
            if hit.part == "verbs" and self._is_verbal_noun(hit.shown - 1):
                yield hit._replace(part="gerunds")

    def _is_verbal_noun(self, token: int) -> bool:
        return any("VerbForm=Ger" in reading.features for reading in self._readings(token))

    def _matched(self, sentence: int) -> list[Hit]:
        first, last = int(self._bounds[sentence]), int(self._bounds[sentence + 1])
        new = tuple.__new__  # a tenth of the whole analysis would go into Hit's own constructor
        return [
            new(Hit, (start, end, mark, shown, *self._labels[pattern]))
            for start, end, mark, shown, pattern in self._rows[first:last].tolist()
        ]


@lru_cache(maxsize=8)  # one ruleset asks for the same names with every act
def _labels(names: tuple[str, ...]) -> list[tuple[str, str, str]]:
    return [_label(name) for name in names]


def _label(name: str) -> tuple[str, str, str]:
    group, identity, *part = name.split(":")
    return group, identity, part[0] if part else ""
