"""Which sentences of an act could hold what, by their words alone.

Sets of sentences from the hit table, so that frames are built only where a rule could hold.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cached_property

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.norms.concepts import Own
from riskscan.norms.frame_builder import FrameBuilder
from riskscan.norms.hits import Hit, HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import TIMES, ElementKind, Modality
from riskscan.norms.places import Places
from riskscan.norms.sentence_bits import SentenceBits, marked, members


class Candidates:
    """Sets of sentences of one act, each found when first asked for."""

    def __init__(
        self,
        text: AnnotatedAct,
        table: HitTable,
        places: Places,
        builder: FrameBuilder,
        lexicon: Lexicon,
    ) -> None:
        self._text = text
        self._table = table
        self._places = places
        self._builder = builder
        self._actions = lexicon.actions
        self._modal_concepts = lexicon.modal_concepts()
        self.power_concepts = lexicon.power_concepts()
        self._empty_concepts = {
            *self.power_concepts,
            *itertools.chain.from_iterable(self._modal_concepts.values()),
            Own.LIGHT_VERB,
            Own.COMMON_WORD,
        }
        self._predicating: dict[str, SentenceBits] = {}
        self._modal: dict[Modality, SentenceBits] = {}
        self._outright: dict[ElementKind, SentenceBits] = {}
        self._in_order: dict[tuple[str, ...], list[int]] = {}

    def bounded(self, kind: ElementKind, *actions: str) -> SentenceBits:
        """The sentences that name any of some actions (verb or noun), and an element of a kind."""
        return self.naming(*actions) & self._table.bits("element", kind.value)

    def naming(self, *actions: str) -> SentenceBits:
        """The sentences that name any of some actions, by verb or noun."""
        found = 0
        for action in actions:
            found |= self._table.bits("action", action)
        return found

    def predicating(self, *actions: str) -> SentenceBits:
        """The sentences where any of some actions can be a predicate: a verb, or a carried noun."""
        found = 0
        for action in actions:
            held = self._predicating.get(action)
            if held is None:
                held = self._predicating[action] = self._can_be_predicate(action)
            found |= held
        return found

    def in_order(self, actions: tuple[str, ...]) -> list[int]:
        """``predicating`` in text order."""
        found = self._in_order.get(actions)
        if found is None:
            found = self._in_order[actions] = list(members(self.predicating(*actions)))
        return found

    def with_modality(self, *modalities: Modality) -> SentenceBits:
        """The sentences that hold a word of a modality, and the items of lists it introduces."""
        found = 0
        for modality in modalities:
            held = self._modal.get(modality)
            if held is None:
                named = self._any(self._modal_concepts.get(modality, ()))
                held = self._modal[modality] = named | self._places.introduced(named)
            found |= held
        return found

    @cached_property
    def powerful(self) -> SentenceBits:
        """The sentences where a holder of power is named, or can be inherited from one."""
        named = self._builder.short_named() | self._any(self.power_concepts)
        return named | self._places.introduced(named) | self._places.following(named)

    def names_power(self, sentence: int, first: int, last: int) -> bool:
        """Whether tokens ``first … last - 1`` of a sentence name a holder of power."""
        return any(
            hit.group == "concept" and hit.id in self.power_concepts and first <= hit.start < last
            for hit in self._table.of(sentence)
        )

    def says_little(self, hit: Hit) -> bool:
        """Whether a hit says who acts or that something is done, never what."""
        return hit.group == "concept" and (hit.id in self._empty_concepts)

    @cached_property
    def passive(self) -> SentenceBits:
        """The sentences with a word that can make a predicate passive."""
        return self._builder.passive() | self._any((Own.IMPERSONAL, Own.BEFALLS))

    @cached_property
    def choosing(self) -> SentenceBits:
        """The sentences with a word that can join alternatives."""
        return self._builder.choosing()

    def outright(self, kind: ElementKind) -> SentenceBits:
        """The sentences of a single clause that hold an element: whatever they do is bounded."""
        found = self._outright.get(kind)
        if found is None:
            found = self._outright[kind] = self._surely_holding(kind)
        return found

    def _surely_holding(self, kind: ElementKind) -> SentenceBits:
        named = self._table.bits("element", kind.value, "patterns")
        doubtful = self._table.bits("element", kind.value, "except")
        doubtful |= self._table.bits("concept", Own.COUNTED_FROM)
        if kind in TIMES or kind is ElementKind.GROUND:  # perhaps told in passing
            doubtful |= self._describing
        if kind is ElementKind.BOUND:  # perhaps the time of a notice
            doubtful |= self.predicating("notify")
        return named & ~doubtful & self._single_clauses

    def _can_be_predicate(self, action: str) -> SentenceBits:
        verbs = self._table.bits("action", action, "verbs")
        nouns = self._table.bits("action", action, "nouns")
        if not nouns:
            return verbs
        carried = self._carrying
        if self._actions[action].power_only:
            carried |= self._followed.get(action, 0)
        return verbs | (nouns & carried)

    def _any(self, concepts: Iterable[str]) -> SentenceBits:
        found = 0
        for concept in concepts:
            found |= self._table.bits("concept", concept)
        return found

    @cached_property
    def _followed(self) -> dict[str, SentenceBits]:
        """Action → the sentences where a power holder stands right behind the noun of his power."""
        return self._table.before("nouns", self.power_concepts)

    @cached_property
    def _carrying(self) -> SentenceBits:
        """The sentences with a word that can carry an action noun: light verb, modal, decision."""
        light = self._table.bits("concept", Own.LIGHT_VERB)
        decided = self._table.bits("action", "decide", "verbs")
        return light | decided | self.with_modality(*self._modal_concepts)

    @cached_property
    def _describing(self) -> SentenceBits:
        return self._builder.describing()

    @cached_property
    def _single_clauses(self) -> SentenceBits:
        clauses, begins = self._text.clauses, self._text.sentences[:-1]
        if not len(clauses):
            return 0
        lowest = np.minimum.reduceat(clauses, begins)
        highest = np.maximum.reduceat(clauses, begins)
        return marked(lowest == highest)
