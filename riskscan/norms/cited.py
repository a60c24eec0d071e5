"""Elements by citation: in the provision a norm cites, or where the norm itself is cited."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.concepts import Own
from riskscan.norms.distant import names_action
from riskscan.norms.hits import Hit
from riskscan.norms.lists import Lists
from riskscan.norms.model import ElementKind, Frame
from riskscan.norms.reader import NormReader
from riskscan.structure import Citation, resolve
from riskscan.text import Span

# «надбавка, указанная в пункте 5, составляет: 1) …; 2) …» says what depends on what.
_GRADED = {ElementKind.GROUND, ElementKind.CRITERIA, ElementKind.SCALE, ElementKind.CLOSED_LIST}


class Cited:
    """Follows the citations of frames and of the sentences about them."""

    def __init__(self, reader: NormReader, lists: Lists) -> None:
        self._reader = reader
        self._lists = lists

    def find(self, frame: Frame, kind: ElementKind) -> Span | None:
        """An element in a provision the frame cites, or in a sentence about its own."""
        for citation in self._frame_citations(frame):
            if not citation.steps:
                continue  # «настоящих Правил» names no provision to look into
            if kind is ElementKind.BOUND and self._of_first_term(frame, citation):
                continue
            for target in resolve(self._reader.act, citation, frame.provision):
                span = self.anywhere_in(target, kind)
                if span is not None:
                    return span
        return self.about(frame.provision, kind)

    def by_named_act(self, frame: Frame) -> Span | None:
        """«Согласование осуществляется по Правилам …, утвержденным приказом …»: another act."""
        within = self._reader.sentences_between(*self._reader.article(frame.provision))
        for sentence in sorted(self._reader.table.sentences("concept", Own.BY_RULE)):
            if sentence == frame.sentence or sentence not in within:
                continue
            if not names_action(self._reader.table.of(sentence), frame.actions):
                continue
            for citation in self._reader.citations(sentence):
                if citation.internal is False and self._reader.ruled_by(sentence, citation.span):
                    return citation.span
        return None

    def about(self, provision: int, kind: ElementKind) -> Span | None:
        """What sentences elsewhere say about a provision."""
        for sentence in self._reader.citing(provision):
            for hit in self._reader.elements(sentence, kind):
                return self._span(hit)
            listed = self._lists.closed(int(self._reader.text.provisions[sentence]))
            if listed is not None and kind in _GRADED:
                return listed
        return None

    def anywhere_in(self, provision: int, kind: ElementKind) -> Span | None:
        """The first element in the text of a provision or in its list."""
        listed = self._lists.closed(provision)
        if listed is not None and kind in {ElementKind.GROUND, ElementKind.CLOSED_LIST}:
            return listed
        for index in range(provision, self._reader.act.provisions[provision].last):
            for sentence in self._reader.sentences(index):
                for hit in self._reader.elements(sentence, kind):
                    return self._span(hit)
        return None

    def points_outside(self, frame: Frame) -> Span | None:
        """The citation, in a frame's sentence or lead-in, of what this document does not hold."""
        for citation in self._frame_citations(frame):
            if citation.internal is False or not resolve(
                self._reader.act, citation, frame.provision
            ):
                return citation.span
        return None

    def _of_first_term(self, frame: Frame, citation: Citation) -> bool:
        """«срок, указанный в пункте 6, продлевается»: what is moved, not how far."""
        return any(
            self._span(hit).end > citation.span.start >= self._span(hit).start
            for hit in self._reader.table.concept(frame.sentence, Own.FIRST_TERM)
        )

    def _frame_citations(self, frame: Frame) -> Iterator[Citation]:
        yield from self._reader.citations(frame.sentence)
        lead = self._reader.led_by(frame.provision)
        if lead is not None and lead != frame.sentence:
            yield from self._reader.citations(lead)

    def _span(self, hit: Hit) -> Span:
        return self._reader.text.tokens.span(hit.start, hit.end)
