"""Which sentences of an act could hold what, by their words alone.

Sets of sentences from the hit table, so that frames are built only where a rule could hold.
"""

from __future__ import annotations

import itertools
from functools import cached_property

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.norms.concepts import Own
from riskscan.norms.frame_builder import FrameBuilder
from riskscan.norms.hits import Hit, HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import TIMES, ElementKind, Modality
from riskscan.norms.places import Places


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
        self._power_concepts = lexicon.power_concepts()
        self._empty_concepts = {
            *self._power_concepts,
            *itertools.chain.from_iterable(self._modal_concepts.values()),
            Own.LIGHT_VERB,
            Own.COMMON_WORD,
        }
        self._bounded: dict[tuple[str, ElementKind], list[int]] = {}
        self._predicating: dict[str, frozenset[int]] = {}
        self._predicating_any: dict[tuple[str, ...], frozenset[int]] = {}
        self._naming_any: dict[tuple[str, ...], frozenset[int]] = {}
        self._in_order: dict[tuple[str, ...], list[int]] = {}
        self._modal: dict[Modality, frozenset[int]] = {}
        self._outright: dict[ElementKind, frozenset[int]] = {}

    def bounded(self, action: str, kind: ElementKind) -> list[int]:
        """The sentences that name both an action (verb or noun) and an element of a kind."""
        found = self._bounded.get((action, kind))
        if found is None:
            both = self._table.sentences("action", action) & self._table.sentences(
                "element", kind.value
            )
            found = self._bounded[action, kind] = sorted(both)
        return found

    def naming(self, action: str) -> frozenset[int]:
        """The sentences that name an action, by verb or noun."""
        return self._table.sentences("action", action)

    def predicating(self, action: str) -> frozenset[int]:
        """The sentences where an action can be a predicate: its verb, or its noun carried."""
        found = self._predicating.get(action)
        if found is None:
            verbs = self._table.sentences("action", action, "verbs")
            nouns = self._table.sentences("action", action, "nouns")
            found = verbs | (nouns & self._carrying) | (nouns & self._followed(action))
            self._predicating[action] = found
        return found

    def predicating_any(self, actions: tuple[str, ...]) -> frozenset[int]:
        """The sentences where any of some actions can be a predicate."""
        found = self._predicating_any.get(actions)
        if found is None:
            found = frozenset[int]().union(*map(self.predicating, actions))
            self._predicating_any[actions] = found
        return found

    def in_order(self, actions: tuple[str, ...]) -> list[int]:
        """``predicating_any`` in text order."""
        found = self._in_order.get(actions)
        if found is None:
            found = self._in_order[actions] = sorted(self.predicating_any(actions))
        return found

    def naming_any(self, actions: tuple[str, ...]) -> frozenset[int]:
        """The sentences that name any of some actions, by verb or noun."""
        found = self._naming_any.get(actions)
        if found is None:
            found = self._naming_any[actions] = frozenset[int]().union(*map(self.naming, actions))
        return found

    def with_modality(self, modality: Modality) -> frozenset[int]:
        """The sentences that hold a word of a modality, and the items of lists it introduces."""
        found = self._modal.get(modality)
        if found is None:
            named = {
                sentence
                for concept in self._modal_concepts.get(modality, ())
                for sentence in self._table.sentences("concept", concept)
            }
            found = self._modal[modality] = frozenset(named).union(self._places.introduced(named))
        return found

    @cached_property
    def powerful(self) -> frozenset[int]:
        """The sentences where a holder of power is named, or can be inherited from one."""
        named = self._builder.short_named().union(
            *(self._table.sentences("concept", concept) for concept in self._power_concepts)
        )
        return named.union(self._places.introduced(named), self._places.following(named))

    def names_power(self, sentence: int, first: int, last: int) -> bool:
        """Whether tokens ``first … last - 1`` of a sentence name a holder of power."""
        return any(
            hit.group == "concept" and hit.id in self._power_concepts and first <= hit.start < last
            for hit in self._table.of(sentence)
        )

    def says_little(self, hit: Hit) -> bool:
        """Whether a hit says who acts or that something is done, never what."""
        return hit.group == "concept" and (hit.id in self._empty_concepts)

    @cached_property
    def passive(self) -> frozenset[int]:
        """The sentences with a word that can make a predicate passive."""
        impersonal = self._table.sentences("concept", Own.IMPERSONAL)
        befalling = self._table.sentences("concept", Own.BEFALLS)
        return self._builder.passive() | impersonal | befalling

    @cached_property
    def choosing(self) -> frozenset[int]:
        """The sentences with a word that can join alternatives."""
        return self._builder.choosing()

    def outright(self, kind: ElementKind) -> frozenset[int]:
        """The sentences of a single clause that hold an element: whatever they do is bounded."""
        found = self._outright.get(kind)
        if found is None:
            named = self._table.sentences("element", kind.value, "patterns")
            mistaken = self._table.sentences("element", kind.value, "except")
            doubtful = mistaken | self._table.sentences("concept", Own.COUNTED_FROM)
            if kind in TIMES or kind is ElementKind.GROUND:  # perhaps told in passing
                doubtful |= self._builder.describing()
            if kind is ElementKind.BOUND:  # perhaps the time of a notice
                doubtful |= self.predicating("notify")
            found = self._outright[kind] = (named - doubtful) & self._single_clauses
        return found

    def _followed(self, action: str) -> frozenset[int]:
        """The sentences where a power holder stands right behind the noun of his power."""
        if not self._actions[action].power_only:
            return frozenset()
        return self._table.ending_before(action, "nouns", self._power_starts)

    @cached_property
    def _power_starts(self) -> frozenset[int]:
        """The tokens that begin the name of a power holder."""
        return self._table.starts(self._power_concepts)

    @cached_property
    def _carrying(self) -> frozenset[int]:
        """The sentences with a word that can carry an action noun: light verb, modal, decision."""
        return self._table.sentences("concept", Own.LIGHT_VERB).union(
            self._table.sentences("action", "decide", "verbs"),
            *map(self.with_modality, self._modal_concepts),
        )

    @cached_property
    def _single_clauses(self) -> frozenset[int]:
        clauses, begins = self._text.clauses, self._text.sentences[:-1]
        if not len(clauses):
            return frozenset()
        lowest = np.minimum.reduceat(clauses, begins)
        highest = np.maximum.reduceat(clauses, begins)
        return frozenset(np.flatnonzero(lowest == highest).tolist())
