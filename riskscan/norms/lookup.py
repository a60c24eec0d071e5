"""Look-through: is an element there, proven absent, or does the text point outside the document?

The answer is three-valued. Places are searched from near to far and the first find ends the search;
a citation of another act leaves the verdict unknown, because what it says cannot be read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from riskscan.norms.hits import Hit
from riskscan.norms.model import ElementKind, Frame, Place, Role, Verdict
from riskscan.norms.reader import NormReader
from riskscan.structure import Citation, resolve
from riskscan.structure.model import Provision
from riskscan.text import Span

_NOT_POWER = {Role.PRIVATE, Role.CONTRACT_PARTY}
# A limit next door usually limits something else: it must speak of the same action.
_OWN = {ElementKind.BOUND, ElementKind.GROUND}


@dataclass(frozen=True, slots=True)
class Found:
    """The outcome of a search: the verdict, where it was looked for, and the words found."""

    verdict: Verdict
    where: tuple[Place, ...]
    span: Span | None = None


class Lookup:
    """Searches the neighbourhoods of frames for the elements that would bound them."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._places: dict[Place, Callable[[Frame, ElementKind], Span | None]] = {
            Place.CLAUSE: self._in_clause,
            Place.LEAD_IN: self._in_lead_in,
            Place.LIST: self._in_list,
            Place.SIBLINGS: self._in_siblings,
            Place.ARTICLE: self._in_article,
            Place.DOCUMENT: self._in_document,
            Place.REFERENCE: self._in_reference,
        }

    def find(self, frame: Frame, kind: ElementKind, places: Sequence[Place]) -> Found:
        """Search the places in order; see the module's words for the verdict."""
        searched: list[Place] = []
        for place in places:
            searched.append(place)
            span = self._places[place](frame, kind)
            if span is not None:
                return Found(Verdict.PRESENT, (place,), span)
        if Place.REFERENCE in places:
            outside = self._points_outside(frame)
            if outside is not None:
                return Found(Verdict.UNKNOWN, tuple(searched), outside)
        return Found(Verdict.ABSENT, tuple(searched))

    def closed_list(self, provision: int) -> Span | None:
        """The list a provision introduces, when it has two items or more and no open tail."""
        items = self._items(provision)
        if len(items) < 2 or any(self._open_tail(item) for item in items):
            return None
        return Span(items[0].span.start, items[-1].span.end)

    def _in_clause(self, frame: Frame, kind: ElementKind) -> Span | None:
        if kind is ElementKind.CLOSED_LIST:
            return None
        if kind is ElementKind.CITED_PROVISION:
            return next((c.span for c in self._reader.citations(frame.sentence)), None)
        for hit in self._reader.elements(frame.sentence, kind):
            if frame.scope[0] <= hit.start < frame.scope[1] and self._counts(frame, hit, kind):
                return self._span(hit)
        return None

    def _counts(self, frame: Frame, hit: Hit, kind: ElementKind) -> bool:
        """Not the power itself ("уведомляет" bounds no notice), nor a term inside a condition."""
        if kind is ElementKind.NOTICE:
            return not frame.first <= hit.start < frame.last
        timed = kind in {ElementKind.TERM, ElementKind.BOUND}
        return not (timed and int(self._reader.text.clauses[hit.start]) in frame.conditions)

    def _in_lead_in(self, frame: Frame, kind: ElementKind) -> Span | None:
        lead = self._reader.lead_in(frame.provision)
        while lead is not None and lead != frame.sentence:
            if kind is ElementKind.CITED_PROVISION:
                for citation in self._reader.citations(lead):
                    return citation.span
            for hit in self._reader.elements(lead, kind):
                return self._span(hit)
            lead = self._reader.lead_in(int(self._reader.text.provisions[lead]))
        return None

    def _in_list(self, frame: Frame, kind: ElementKind) -> Span | None:
        if kind in {ElementKind.GROUND, ElementKind.CLOSED_LIST}:
            listed = self.closed_list(frame.provision)
            if listed is not None and (
                kind is ElementKind.CLOSED_LIST or self._introduces_cases(frame)
            ):
                return listed
        for item in self._items(frame.provision):
            for index in range(item.index, item.last):
                for sentence in self._reader.sentences(index):
                    for hit in self._reader.elements(sentence, kind):
                        return self._span(hit)
        return None

    def _introduces_cases(self, frame: Frame) -> bool:
        """«… в следующих случаях:» — the last clause before the list names grounds."""
        own = self._reader.sentences(frame.provision)
        return bool(own) and any(True for _ in self._reader.elements(own[-1], ElementKind.GROUND))

    def _in_siblings(self, frame: Frame, kind: ElementKind) -> Span | None:
        for sentence in self._reader.siblings(frame.provision):
            if sentence != frame.sentence:
                span = self._bounds_same_action(frame, sentence, kind, near=True)
                if span is not None:
                    return span
        return None

    def _in_article(self, frame: Frame, kind: ElementKind) -> Span | None:
        first, last = self._reader.article(frame.provision)
        return self._in_range(frame, kind, first, last)

    def _in_document(self, frame: Frame, kind: ElementKind) -> Span | None:
        whole = len(self._reader.act.provisions)
        return self._in_range(frame, kind, 0, whole)

    def _in_range(self, frame: Frame, kind: ElementKind, first: int, last: int) -> Span | None:
        provisions = self._reader.text.provisions
        for action in self._akin(frame, kind):
            for sentence in self._reader.bounded(action, kind):
                if sentence == frame.sentence or not first <= provisions[sentence] < last:
                    continue
                if not self._same_object(frame, sentence):
                    continue
                span = self._bounds_same_action(frame, sentence, kind, near=False)
                if span is not None:
                    return span
        return None

    def _same_object(self, frame: Frame, sentence: int) -> bool:
        """Whether a distant sentence speaks of what the frame acts on (a request is a request)."""
        if self._asks(frame.sentence) and self._asks(sentence):
            return True
        target = self._reader.object(frame)
        if target is None:
            return True
        text = self._reader.text
        first, last = int(text.sentences[sentence]), int(text.sentences[sentence + 1])
        wanted = self._nouns(*self._token_bounds(target))
        return not wanted or bool(wanted & self._nouns(first, last))

    def _asks(self, sentence: int) -> bool:
        hits = self._reader.table.of(sentence)
        return any(hit.group == "concept" and hit.id == "request" for hit in hits)

    def _token_bounds(self, span: Span) -> tuple[int, int]:
        starts = self._reader.text.tokens.starts
        return int(np.searchsorted(starts, span.start)), int(np.searchsorted(starts, span.end))

    def _nouns(self, first: int, last: int) -> set[str]:
        """The lemmas of the nouns among tokens ``first … last - 1``."""
        tokens = self._reader.text.tokens
        return {
            reading.lemma
            for token in range(first, last)
            for reading in tokens.readings(token)[:1]
            if reading.pos in {"NOUN", "PROPN"}
        }

    def _bounds_same_action(
        self, frame: Frame, sentence: int, kind: ElementKind, *, near: bool
    ) -> Span | None:
        """An element of another sentence counts when it belongs to the same action.

        Nearby, a sentence of the same point that speaks of nobody else's act is enough; far away
        the element must stand with a frame of the same action, or speak of its term or ground by
        name ("срок рассмотрения", "основаниями для отказа").
        """
        hits = list(self._reader.elements(sentence, kind))
        if not hits:
            return None
        frames = self._reader.frames(sentence)
        for hit in hits:
            owners = [f for f in frames if f.scope[0] <= hit.start < f.scope[1]]
            if any(f.actor.role in _NOT_POWER for f in owners):
                continue
            if any(self._same_act(f, frame, kind) for f in owners):
                return self._span(hit)
            if _other_acts(owners):
                continue
            if self._names_action(sentence, frame) or (near and kind not in _OWN):
                return self._span(hit)
        return None

    def _akin(self, frame: Frame, kind: ElementKind) -> list[str]:
        """The frame's actions, and for a term every action of their stages."""
        if kind is not ElementKind.TERM:
            return list(frame.actions)
        actions = self._reader.actions
        stages = {actions[a].stage for a in frame.actions} - {None}
        return [a for a in actions if a in frame.actions or actions[a].stage in stages]

    def _same_act(self, one: Frame, other: Frame, kind: ElementKind) -> bool:
        """Whether two frames speak of one action, or for a term of one stage of a procedure."""
        if set(one.actions) & set(other.actions):
            return True
        if kind is not ElementKind.TERM:
            return False
        stages = {self._reader.actions[a].stage for a in one.actions} - {None}
        return any(self._reader.actions[a].stage in stages for a in other.actions)

    def _names_action(self, sentence: int, frame: Frame) -> bool:
        """«срок рассмотрения …», «основаниями для отказа …», «приостановление длится …»."""
        return any(
            hit.group == "action" and hit.part == "nouns" and hit.id in frame.actions
            for hit in self._reader.table.of(sentence)
        )

    def _in_reference(self, frame: Frame, kind: ElementKind) -> Span | None:
        for citation in self._frame_citations(frame):
            for target in resolve(self._reader.act, citation, frame.provision):
                span = self._anywhere_in(target, kind)
                if span is not None:
                    return span
        for sentence in self._reader.citing(frame.provision):
            for hit in self._reader.elements(sentence, kind):
                return self._span(hit)
        return None

    def _anywhere_in(self, provision: int, kind: ElementKind) -> Span | None:
        listed = self.closed_list(provision)
        if listed is not None and kind in {ElementKind.GROUND, ElementKind.CLOSED_LIST}:
            return listed
        for index in range(provision, self._reader.act.provisions[provision].last):
            for sentence in self._reader.sentences(index):
                for hit in self._reader.elements(sentence, kind):
                    return self._span(hit)
        return None

    def _points_outside(self, frame: Frame) -> Span | None:
        for citation in self._frame_citations(frame):
            if citation.internal is False or not resolve(
                self._reader.act, citation, frame.provision
            ):
                return citation.span
        return None

    def _frame_citations(self, frame: Frame) -> Iterator[Citation]:
        yield from self._reader.citations(frame.sentence)
        lead = self._reader.lead_in(frame.provision)
        if lead is not None and lead != frame.sentence:
            yield from self._reader.citations(lead)

    def _items(self, provision: int) -> list[Provision]:
        act = self._reader.act
        text = act.provisions[provision].text.of(act.document.text)
        if not text.rstrip().endswith(":"):
            return []
        return list(act.children(provision))

    def _open_tail(self, item: Provision) -> bool:
        return any(
            hit.group == "concept" and hit.id == "open-tail"
            for sentence in self._reader.sentences(item.index)
            for hit in self._reader.table.of(sentence)
        )

    def _span(self, hit: Hit) -> Span:
        return self._reader.text.tokens.span(hit.start, hit.end)


def _other_acts(owners: list[Frame]) -> bool:
    return any(frame.actions for frame in owners)
