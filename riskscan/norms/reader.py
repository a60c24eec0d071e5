"""One annotated act read for norms: frames and elements of any sentence, on demand.

Frames are built only for sentences somebody asks about; a whole code costs no more than its
sentences of interest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from riskscan.language.model import NOUNS, AnnotatedAct
from riskscan.norms.candidates import Candidates
from riskscan.norms.concepts import Own
from riskscan.norms.frame_builder import FrameBuilder
from riskscan.norms.hits import Hit, HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import Actor, ElementKind, Frame, Role
from riskscan.norms.places import Places
from riskscan.structure import Citation
from riskscan.structure.model import ProvisionKind
from riskscan.text import Span

_TERM = re.compile(r"[^.;:,]{2,60}\s[–—-]\s")
_ADDRESSED = 10  # tokens between «в соответствии с» and what it cites
_DASHES = frozenset("–—-")
_MEANING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB"})


class NormReader(Places):
    """Frames and elements of the sentences of one act, on top of where they stand."""

    def __init__(
        self, text: AnnotatedAct, table: HitTable, builder: FrameBuilder, lexicon: Lexicon
    ) -> None:
        super().__init__(text)
        self.table = table
        # not from this reader: two that hold each other wait for the garbage collector
        self.candidates = Candidates(text, table, Places(text), builder, lexicon)
        self.actions = lexicon.actions
        self._builder = builder
        self._frames: dict[int, tuple[Frame, ...]] = {}
        self._objects: dict[tuple[int, int, int, int], Span | None] = {}
        self._elements: dict[int, tuple[Hit, ...]] = {}
        self._terms: list[frozenset[str]] | None = None
        self._introductions: dict[tuple[int, int], list[tuple[int, frozenset[str]]]] = {}

    def sentence_span(self, sentence: int) -> Span:
        """The source span of a sentence."""
        return self.text.sentence_span(sentence)

    def frames(self, sentence: int) -> tuple[Frame, ...]:
        """The frames of a sentence."""
        found = self._frames.get(sentence)
        if found is None:
            self._frames[sentence] = ()  # a list inside itself cannot be its own lead-in
            found = self._frames[sentence] = self._build(sentence)
        return found

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on; None when the sentence does not say."""
        key = frame.sentence, frame.first, frame.head, frame.last
        if key not in self._objects:
            self._objects[key] = self._builder.object(frame)
        return self._objects[key]

    def name(self, actor: Actor) -> str:
        """The actor as an explanation names it; empty when nobody is named."""
        return self._builder.name(actor)

    def elements(self, sentence: int, kind: ElementKind) -> Iterator[Hit]:
        """The element hits of one kind in a sentence, false friends removed."""
        found = self._elements.get(sentence)
        if found is None:
            found = self._elements[sentence] = _true_elements(self.table.of(sentence))
        return (hit for hit in found if hit.id == kind.value)

    def says(self, sentence: int, *kinds: ElementKind) -> bool:
        """Whether a sentence holds an element of any of some kinds."""
        return any(True for kind in kinds for _ in self.elements(sentence, kind))

    def dash(self, sentence: int) -> int | None:
        """The first dash of a sentence."""
        normal, bounds = self.text.tokens.normal, self.text.sentence_tokens(sentence)
        return next((token for token in range(*bounds) if normal(token) in _DASHES), None)

    def dashed_off(self, sentence: int) -> bool:
        """«заңды тұлғалар үшін – …»: a postposition before the dash, so nothing is defined."""
        dash = self.dash(sentence)
        readings = self.text.tokens.readings(dash - 1) if dash else ()
        return any(reading.pos == "ADP" for reading in readings)

    def verbless(self, sentence: int, until: int) -> bool:
        """Whether no verb stands before a token of a sentence: «выдача паспорта – …»."""
        return all(frame.nominal or frame.head >= until for frame in self.frames(sentence))

    def target_nouns(self, frame: Frame) -> frozenset[str]:
        """The lemmas of the nouns in the words that say what a frame acts on."""
        target = self.object(frame)
        tokens = self.text.tokens
        return frozenset() if target is None else tokens.lemmas(*tokens.between(target), NOUNS)

    def of_later_step(self, sentence: int, than: int) -> bool:
        """«жалоба удовлетворяется, если …»: whether only the first names a later step."""
        return self.table.has(sentence, Own.LATER_STEP) and not self.table.has(than, Own.LATER_STEP)

    def citations(self, sentence: int) -> list[Citation]:
        """The citations in a sentence."""
        return self.references.of(sentence)

    def ruled_by(self, sentence: int, cited: Span, *words: Own) -> bool:
        """Whether a sentence cites something as the rule that is followed.

        ``words`` are what may say so beside the usual words.
        """
        first, last = self.text.tokens.between(cited)
        near = {
            "ru": range(first - _ADDRESSED, first),
            "kk": range(first, last + _ADDRESSED),  # «5-тармақта белгіленген мерзімде»
        }[self.text.language]
        return any(
            hit.start in near
            for concept in (Own.BY_RULE, *words)
            for hit in self.table.concept(sentence, concept)
        )

    def citing(self, provision: int) -> list[int]:
        """The sentences elsewhere about a provision ("действия, указанные в пункте 10")."""
        return self.references.about(provision)

    def told_in(self, provision: int) -> list[int]:
        """The sentences next door about a provision's article («приостановление по статье 21»)."""
        return self.references.told_in(provision)

    def choices(self, sentence: int) -> list[Frame]:
        """Predicates joined by "or" in a sentence, each group as one frame of all their actions."""
        groups: dict[int, list[Frame]] = {}
        for frame in self.frames(sentence):
            if frame.choice is not None:
                groups.setdefault(frame.choice, []).append(frame)
        return [_merged(group) for group in groups.values()]

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
        return any(self.table.has(other, concept) for other in near) or self._called(
            provision, concept
        )

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
