"""One annotated act read for norms: frames and elements of any sentence, on demand.

Frames are built only for sentences somebody asks about; a whole code costs no more than its
sentences of interest.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit, HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import TIMES, Actor, ElementKind, Frame, Modality, Role
from riskscan.norms.references import References
from riskscan.structure import Citation
from riskscan.structure.model import ProvisionKind
from riskscan.text import Span

_NEARBY = 40  # sentences
_MARGIN = 20  # characters of white space that may follow a colon
_TERM = re.compile(r"[^.;:,]{2,60}\s[–—-]\s")
_MEANING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB"})


class FrameBuilder(Protocol):
    """The one part that knows a language: a sentence in, its frames out."""

    def build(
        self,
        sentence: int,
        lead: Actor | None,
        lead_modality: Modality | None,
        previous: Actor | None,
    ) -> tuple[Frame, ...]:
        """All frames of a sentence, in text order."""
        ...

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on."""
        ...

    def passive(self) -> frozenset[int]:
        """The sentences with a word that can make a predicate passive."""
        ...

    def choosing(self) -> frozenset[int]:
        """The sentences with a word that can join alternatives."""
        ...

    def describing(self) -> frozenset[int]:
        """The sentences with a word that can tell something in passing."""
        ...

    def introduced(self, sentence: int) -> Actor | None:
        """Who a line without a predicate introduces ("…, организатор:")."""
        ...

    def short_named(self) -> frozenset[int]:
        """The sentences where a bare noun stands for a holder of power."""
        ...

    def name(self, actor: Actor) -> str:
        """The actor as an explanation names it."""
        ...


class NormReader:
    """Frames, elements and neighbourhoods of the sentences of one act."""

    def __init__(
        self, text: AnnotatedAct, table: HitTable, builder: FrameBuilder, lexicon: Lexicon
    ) -> None:
        self.text = text
        self.act = text.act
        self.table = table
        self.references = References(text)
        self.actions = lexicon.actions
        self._modal_concepts = lexicon.modal_concepts()
        self._power_concepts = lexicon.power_concepts()
        self._empty_concepts = {
            *self._power_concepts,
            *itertools.chain.from_iterable(self._modal_concepts.values()),
            Own.LIGHT_VERB,
            Own.COMMON_WORD,
        }
        self._builder = builder
        self._frames: dict[int, tuple[Frame, ...]] = {}
        self._elements: dict[int, tuple[Hit, ...]] = {}
        self._done: dict[str, frozenset[int]] = {}
        self._modal: dict[Modality, frozenset[int]] = {}
        self._single: frozenset[int] | None = None
        self._outright: dict[ElementKind, frozenset[int]] = {}
        self._powerful: frozenset[int] | None = None
        self._passive: frozenset[int] | None = None
        self._carriers: frozenset[int] | None = None
        self._choosing: frozenset[int] | None = None
        self._first, self._last = _sentence_ranges(text)
        placed = np.flatnonzero(text.provisions >= 0)
        self._positions: list[int] = placed.tolist()
        self._owners: list[int] = text.provisions[placed].tolist()
        self._bounded: dict[tuple[str, ElementKind], list[int]] = {}
        self._terms: list[frozenset[str]] | None = None
        self._introductions: dict[tuple[int, int], list[tuple[int, frozenset[str]]]] = {}

    def sentences(self, provision: int) -> range:
        """The sentences of a provision's own text."""
        return range(self._first[provision], self._last[provision])

    def sentence_span(self, sentence: int) -> Span:
        """The source span of a sentence."""
        return self.text.sentence_span(sentence)

    def opens_with(self, provision: int, pos: str) -> bool:
        """Whether the first word of a provision's own text is of a part of speech."""
        first, last = self.text.tokens.between(self.act.provisions[provision].text)
        for token in range(first, last):
            readings = self.text.tokens.readings(token)
            if readings and readings[0].pos not in {"PUNCT", "NUM"}:
                return readings[0].pos == pos
        return False

    def frames(self, sentence: int) -> tuple[Frame, ...]:
        """The frames of a sentence."""
        found = self._frames.get(sentence)
        if found is None:
            self._frames[sentence] = ()  # a list inside itself cannot be its own lead-in
            found = self._frames[sentence] = self._build(sentence)
        return found

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on; None when the sentence does not say."""
        return self._builder.object(frame)

    def name(self, actor: Actor) -> str:
        """The actor as an explanation names it; empty when nobody is named."""
        return self._builder.name(actor)

    def certainty(self) -> float | None:
        """How much of what bounds a power is said: the mean share of its term and its ground.

        Over the sentences that give somebody power over persons; what the line introducing a list
        says counts for every item. None when no sentence gives any power.
        """
        acting: frozenset[int] = frozenset().union(
            *(self.predicating(a.id) for a in self.actions.values() if a.affects_persons)
        )
        giving = acting & self.powerful()
        if not giving:
            return None
        said = 0
        for kind in (ElementKind.TERM, ElementKind.GROUND):
            named = self.table.sentences("element", kind.value, "patterns")
            said += len(giving & named.union(self._introduced(named)))
        return round(said / (2 * len(giving)), 2)

    def elements(self, sentence: int, kind: ElementKind) -> Iterator[Hit]:
        """The element hits of one kind in a sentence, false friends removed."""
        found = self._elements.get(sentence)
        if found is None:
            found = self._elements[sentence] = _true_elements(self.table.of(sentence))
        return (hit for hit in found if hit.id == kind.value)

    def citations(self, sentence: int) -> list[Citation]:
        """The citations in a sentence."""
        return self.references.of(sentence)

    def citing(self, provision: int) -> list[int]:
        """The sentences elsewhere about a provision ("действия, указанные в пункте 10")."""
        return self.references.about(provision)

    def lead_in(self, provision: int) -> int | None:
        """The sentence that introduces the list a provision belongs to ("… вправе:")."""
        for ancestor in self.act.ancestors(provision):
            own = self.sentences(ancestor.index)
            if own and self.introduces(ancestor.index):
                return own[-1]
            if ancestor.kind not in {ProvisionKind.INDENT, ProvisionKind.SUBPOINT}:
                return None
        return None

    def bounded(self, action: str, kind: ElementKind) -> list[int]:
        """The sentences that name both an action (verb or noun) and an element of a kind."""
        found = self._bounded.get((action, kind))
        if found is None:
            both = self.table.sentences("action", action) & self.table.sentences(
                "element", kind.value
            )
            found = self._bounded[action, kind] = sorted(both)
        return found

    def naming(self, action: str) -> frozenset[int]:
        """The sentences that name an action, by verb or noun."""
        return self.table.sentences("action", action)

    def predicating(self, action: str) -> frozenset[int]:
        """The sentences where an action can be a predicate: its verb, or its noun carried."""
        verbs = self.table.sentences("action", action, "verbs")
        nouns = self.table.sentences("action", action, "nouns")
        return verbs | (nouns & self._carrying()) | (nouns & self._followed(action))

    def _followed(self, action: str) -> frozenset[int]:
        """The sentences where a power holder stands right behind the noun of his power."""
        if not self.actions[action].power_only:
            return frozenset()
        found = self._done.get(action)
        if found is None:
            nouns = self.table.sentences("action", action, "nouns")
            found = self._done[action] = frozenset(
                sentence
                for sentence in nouns & self.powerful()
                if self._doer_behind(action, self.table.of(sentence))
            )
        return found

    def _doer_behind(self, action: str, hits: tuple[Hit, ...]) -> bool:
        ends = {hit.end for hit in hits if hit.id == action and hit.part == "nouns"}
        return any(hit.start in ends and hit.id in self._power_concepts for hit in hits)

    def _carrying(self) -> frozenset[int]:
        """The sentences with a word that can carry an action noun: light verb, modal, decision."""
        if self._carriers is None:
            found = self.table.sentences("concept", Own.LIGHT_VERB) | self.table.sentences(
                "action", "decide", "verbs"
            )
            for modality in self._modal_concepts:
                found |= self.with_modality(modality)
            self._carriers = found
        return self._carriers

    def with_modality(self, modality: Modality) -> frozenset[int]:
        """The sentences that hold a word of a modality, and the items of lists it introduces."""
        found = self._modal.get(modality)
        if found is None:
            named = {
                sentence
                for concept in self._modal_concepts.get(modality, ())
                for sentence in self.table.sentences("concept", concept)
            }
            found = self._modal[modality] = frozenset(named).union(self._introduced(named))
        return found

    def powerful(self) -> frozenset[int]:
        """The sentences where a holder of power is named, or can be inherited from one."""
        if self._powerful is None:
            named: frozenset[int] = frozenset().union(
                *(self.table.sentences("concept", concept) for concept in self._power_concepts)
            )
            named |= self._builder.short_named()
            heirs = itertools.chain(self._introduced(named), self._following(named))
            self._powerful = named.union(heirs)
        return self._powerful

    def names_power(self, sentence: int, first: int, last: int) -> bool:
        """Whether tokens ``first … last - 1`` of a sentence name a holder of power."""
        return any(
            hit.group == "concept" and hit.id in self._power_concepts and first <= hit.start < last
            for hit in self.table.of(sentence)
        )

    def says_little(self, hit: Hit) -> bool:
        """Whether a hit says who acts or that something is done, never what."""
        return hit.group == "concept" and (hit.id in self._empty_concepts)

    def passive(self) -> frozenset[int]:
        """The sentences with a word that can make a predicate passive."""
        if self._passive is None:
            impersonal = self.table.sentences("concept", Own.IMPERSONAL)
            befalling = self.table.sentences("concept", Own.BEFALLS)
            self._passive = self._builder.passive() | impersonal | befalling
        return self._passive

    def choosing(self) -> frozenset[int]:
        """The sentences with a word that can join alternatives."""
        if self._choosing is None:
            self._choosing = self._builder.choosing()
        return self._choosing

    def choices(self, sentence: int) -> list[Frame]:
        """Predicates joined by "or" in a sentence, each group as one frame of all their actions."""
        groups: dict[int, list[Frame]] = {}
        for frame in self.frames(sentence):
            if frame.choice is not None:
                groups.setdefault(frame.choice, []).append(frame)
        return [_merged(group) for group in groups.values()]

    def outright(self, kind: ElementKind) -> frozenset[int]:
        """The sentences of a single clause that hold an element: whatever they do is bounded."""
        found = self._outright.get(kind)
        if found is None:
            named = self.table.sentences("element", kind.value, "patterns")
            mistaken = self.table.sentences("element", kind.value, "except")
            doubtful = mistaken | self.table.sentences("concept", Own.COUNTED_FROM)
            if kind in TIMES:  # perhaps of something told in passing
                doubtful |= self._builder.describing()
            if kind is ElementKind.BOUND:  # perhaps the time of a notice
                doubtful |= self.predicating("notify")
            found = self._outright[kind] = (named - doubtful) & self._single_clauses()
        return found

    def _single_clauses(self) -> frozenset[int]:
        if self._single is None:
            clauses, begins = self.text.clauses, self.text.sentences[:-1]
            if len(clauses):
                lowest = np.minimum.reduceat(clauses, begins)
                highest = np.maximum.reduceat(clauses, begins)
                self._single = frozenset(np.flatnonzero(lowest == highest).tolist())
            else:
                self._single = frozenset()
        return self._single

    def siblings(self, provision: int, sentence: int) -> list[int]:
        """The sentences of the same point around one: its own text, list and indents.

        A point of hundreds of sentences is read as far as a reader's memory goes, ``_NEARBY`` to
        each side.
        """
        root = self.references.point(provision)
        whole = self.sentences_between(root.index, root.last)
        near = range(max(whole.start, sentence - _NEARBY), min(whole.stop, sentence + _NEARBY + 1))
        return [other for other in near if self.text.provisions[other] >= 0]

    def sentences_between(self, first: int, last: int) -> range:
        """The sentences of provisions ``first … last - 1``, labels among them."""
        begin, end = bisect_left(self._owners, first), bisect_left(self._owners, last)
        if begin == end:
            return range(0)
        return range(self._positions[begin], self._positions[end - 1] + 1)

    def in_context(self, sentence: int, concept: str) -> bool:
        """Whether a concept stands in the sentence's own provision or a line introducing it.

        A row of an annex is introduced by the clause that cites it: «… прилагаются документы по
        перечню приложения 3».
        """
        provision = int(self.text.provisions[sentence])
        own = self.sentences(provision)
        near = [other for other in self.siblings(provision, sentence) if other in own]
        lead = self.lead_in(provision)
        while lead is not None and lead not in near:
            near.append(lead)
            lead = self.lead_in(int(self.text.provisions[lead]))
        return any(
            True for other in near for _ in self.table.concept(other, concept)
        ) or self._called(provision, concept)

    def defined(self, first: int, last: int) -> bool:
        """Whether tokens ``first … last - 1`` are, or belong to, a term the act explains.

        A definition, an item of the shape «термин – …», or «под … понимается …».
        """
        if self._terms is None:
            self._terms = [self.words_of(span) for span in self._explained()]
        words = self.words(first, last)
        return bool(words) and any(words <= term for term in self._terms)

    def _explained(self) -> Iterator[Span]:
        """The terms the act explains, and the sentences that say what is meant."""
        view = self.text.view
        for definition in self.act.definitions:
            yield definition.span
        for sentence in self.table.sentences("concept", Own.MEANS):
            yield self.sentence_span(sentence)
        for provision in self.act.provisions:
            if provision.kind in {ProvisionKind.SUBPOINT, ProvisionKind.POINT}:
                shaped = _TERM.match(view.text, *view.span_from_source(provision.text))
                if shaped is not None:
                    yield view.span_in_source(Span(*shaped.span()))

    def words_of(self, span: Span) -> frozenset[str]:
        """The lemmas of the words that carry meaning in a stretch of the act."""
        return self.words(*self.text.tokens.between(span))

    def introductions(self, within: tuple[int, int]) -> list[tuple[int, frozenset[str]]]:
        """The provisions of a range that introduce a list, and the words of each."""
        found = self._introductions.get(within)
        if found is None:
            found = self._introductions[within] = [
                (index, self.words_of(self.act.provisions[index].text))
                for index in range(*within)
                if self.introduces(index)
            ]
        return found

    def words(self, first: int, last: int) -> frozenset[str]:
        """The likeliest lemmas of the words that carry meaning among some tokens."""
        return self.text.tokens.lemmas(first, last, _MEANING)

    def article(self, provision: int) -> tuple[int, int]:
        """The provision range of the article, or in acts without articles of the chapter."""
        for ancestor in (self.act.provisions[provision], *self.act.ancestors(provision)):
            if ancestor.kind in {
                ProvisionKind.ARTICLE,
                ProvisionKind.PARAGRAPH,
                ProvisionKind.CHAPTER,
                ProvisionKind.SECTION,
                ProvisionKind.INSTRUMENT,
                ProvisionKind.ANNEX,
                ProvisionKind.ACT,
            }:
                return ancestor.index, ancestor.last
        return provision, self.act.provisions[provision].last

    def _called(self, provision: int, concept: str) -> bool:
        """Whether a concept stands in a clause about a request that cites a provision's annex."""
        for ancestor in self.act.ancestors(provision):
            if ancestor.kind is ProvisionKind.ANNEX:
                return any(
                    {concept, Own.REQUEST} <= self._concepts_of(sentence, clause)
                    for sentence, clause in self.references.callers(ancestor.index)
                )
        return False

    def _concepts_of(self, sentence: int, clause: int) -> set[str]:
        return {
            hit.id
            for hit in self.table.of(sentence)
            if hit.group == "concept" and self.text.clauses[hit.start] == clause
        }

    def _introduced(self, sentences: Iterable[int]) -> Iterator[int]:
        """The sentences of the lists that the provisions of some sentences introduce."""
        for provision in {int(self.text.provisions[sentence]) for sentence in sentences} - {-1}:
            if self.introduces(provision):
                for index in range(provision + 1, self.act.provisions[provision].last):
                    yield from self.sentences(index)

    def _following(self, sentences: Iterable[int]) -> Iterator[int]:
        """The later sentences of the same paragraphs, which may keep an actor."""
        earliest: dict[int, int] = {}
        for sentence in sentences:
            provision = int(self.text.provisions[sentence])
            earliest[provision] = min(sentence, earliest.get(provision, sentence))
        earliest.pop(-1, None)
        for provision, sentence in earliest.items():
            yield from range(sentence + 1, self._last[provision])

    def introduces(self, provision: int) -> bool:
        """Whether a provision's own text ends with a colon."""
        text = self.act.provisions[provision].text
        ending = self.act.document.text[max(text.start, text.end - _MARGIN) : text.end]
        return ending.rstrip().endswith(":")

    def _build(self, sentence: int) -> tuple[Frame, ...]:
        provision = int(self.text.provisions[sentence])
        lead = self.lead_in(provision) if provision >= 0 else None
        lead_frames = self.frames(lead) if lead is not None and lead != sentence else ()
        opening = lead_frames[-1] if lead_frames else None
        actor = opening.actor if opening and opening.actor.role is not Role.UNSTATED else None
        if actor is None and lead is not None and lead != sentence:
            actor = self._builder.introduced(lead)
        return self._builder.build(
            sentence,
            actor,
            opening.modality if opening and opening.open else None,
            self._previous_actor(sentence, provision),
        )

    def _previous_actor(self, sentence: int, provision: int) -> Actor | None:
        if provision < 0 or sentence - 1 not in self.sentences(provision):
            return None
        first = sentence - 1
        while first > self.sentences(provision)[0] and first not in self._frames:
            first -= 1
        for earlier in range(first, sentence - 1):
            self.frames(earlier)  # in order, so that a long paragraph is no deep recursion
        frames = self.frames(sentence - 1)
        return frames[-1].actor if frames and not frames[-1].passive else None


def _merged(options: list[Frame]) -> Frame:
    """Alternatives as one frame. What stands before them is common to all and bounds none."""
    first = min(options, key=lambda option: option.first)
    last = max(options, key=lambda option: option.last)
    return replace(
        first,
        last=last.last,
        predicate=Span(first.predicate.start, last.predicate.end),
        scope=(first.first, last.scope[1]),
        actions=tuple(dict.fromkeys(action for option in options for action in option.actions)),
    )


def _sentence_ranges(text: AnnotatedAct) -> tuple[list[int], list[int]]:
    """First and last+1 sentence of each provision (an empty range when it has none)."""
    count = len(text.act.provisions)
    order = np.arange(len(text.provisions))
    first = np.zeros(count, dtype=np.int64)
    last = np.zeros(count, dtype=np.int64)
    known = text.provisions >= 0
    owners, positions = text.provisions[known], order[known]
    first[owners[::-1]] = positions[::-1]
    last[owners] = positions + 1
    return first.tolist(), last.tolist()


def _true_elements(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    elements = [hit for hit in hits if hit.group == "element"]
    excepted = [hit for hit in elements if hit.part == "except"]
    return tuple(
        hit
        for hit in elements
        if hit.part != "except"
        and not any(
            other.id == hit.id and other.start < hit.end and hit.start < other.end
            for other in excepted
        )
    )
