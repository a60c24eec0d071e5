"""Who cites what inside one act: a sentence's citations, and the sentences about a provision."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from enum import IntFlag

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import AnnotatedAct, Vocabulary
from riskscan.structure import Citation, find_citations, resolve
from riskscan.structure.model import LISTED, Provision, ProvisionKind
from riskscan.text import Span

_OPENING = 60  # characters from the start of a sentence within which a citation is its subject
_NUMBER = 8  # characters between the word for a unit and its number, both ways
_DIGIT = re.compile(r"\d|\b[IVX]+\b")
_NEXT_DOOR = 3  # articles: further off an article is cited for other reasons


class _Unit(IntFlag):
    """Which kinds of unit a word names."""

    ANNEX = 1
    POINT = 2  # and whatever is numbered like points
    LARGER = 4


_CUES = {
    _Unit.ANNEX: ("риложени", "осымша"),  # приложение, приложении; қосымша
    _Unit.POINT: ("ункт", "армақ", "армағ", "тать", "бап", "баб"),  # «пункт», «тармағында»
    _Unit.LARGER: ("глав", "тарау", "раздел", "бөлім"),
}


def _units(vocabulary: Vocabulary, identity: int) -> int:
    form = vocabulary.normal(identity)
    return sum(unit for unit, cues in _CUES.items() if any(cue in form for cue in cues))


class References:
    """The citations of an annotated act, each sentence read when first asked about."""

    def __init__(self, text: AnnotatedAct) -> None:
        self._text = text
        self._act = text.act
        self._read: dict[int, list[Citation]] = {}
        self._citing: list[int] | None = None
        self._about: dict[int, list[int]] | None = None
        self._ordinals: dict[int, int] | None = None
        self._callers: dict[int, list[tuple[int, int]]] | None = None

    def of(self, sentence: int) -> list[Citation]:
        """The citations in a sentence."""
        found = self._read.get(sentence)
        if found is None:
            found = self._read[sentence] = self._cited(self._text.sentence_span(sentence))
        return found

    def about(self, provision: int) -> list[int]:
        """The sentences elsewhere about a provision ("действия, указанные в пункте 10")."""
        if self._about is None:
            self._about = self._back_references()
        return self._about.get(self.point(provision).index, [])

    def told_in(self, provision: int) -> list[int]:
        """The sentences next door about a provision's article ("приостановление по статье 21").

        In the opening of another article, no further than ``_NEXT_DOOR`` articles away.
        """
        own = self._article(provision)
        if own is None:
            return []
        articles = self._in_order()
        return [
            sentence
            for sentence in self.about(own)
            if (other := self._article(int(self._text.provisions[sentence]))) is not None
            and 0 < abs(articles[other] - articles[own]) <= _NEXT_DOOR
        ]

    def taking_up(self, provision: int) -> list[int]:
        """The sentences elsewhere about a provision, or about the article it stands in."""
        found = list(self.about(provision))
        for ancestor in self._act.ancestors(provision):
            if ancestor.kind is ProvisionKind.ARTICLE:
                found += self.about(ancestor.index)
        return found

    def citing_sentences(self) -> list[int]:
        """The sentences that may cite a unit of an act by its number."""
        if self._citing is None:
            tokens, text = self._text.tokens, self._act.document.text
            named = self._naming(_Unit.ANNEX | _Unit.POINT | _Unit.LARGER)
            places = zip(
                named.tolist(),
                tokens.starts[named].tolist(),
                tokens.ends[named].tolist(),
                strict=True,
            )
            numbered = [
                token
                for token, start, end in places
                if _DIGIT.search(text, max(0, start - _NUMBER), end + _NUMBER)
            ]
            self._citing = self._around(np.array(numbered, np.intp))
        return self._citing

    def callers(self, annex: int) -> list[tuple[int, int]]:
        """The sentences that cite an annex, each with the clause it does so in."""
        if self._callers is None:
            self._callers = self._annex_callers()
        return self._callers.get(annex, [])

    def point(self, provision: int) -> Provision:
        """The point a provision belongs to, or the provision itself where there is none."""
        chosen = self._act.provisions[provision]
        for ancestor in self._act.ancestors(provision):
            if ancestor.kind in LISTED:
                chosen = ancestor
            else:
                break
        return chosen

    def _cited(self, span: Span) -> list[Citation]:
        view = self._text.view
        found = find_citations(view.text, *view.span_from_source(span))
        if view.is_source:
            return found
        return [replace(each, span=view.span_in_source(each.span)) for each in found]

    def _annex_callers(self) -> dict[int, list[tuple[int, int]]]:
        callers: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for sentence in self._around(self._naming(_Unit.ANNEX)):
            owner = int(self._text.provisions[sentence])
            for citation in self.of(sentence):
                token = self._text.tokens.between(citation.span)[0]
                place = (sentence, int(self._text.clauses[token]))
                for target in resolve(self._act, citation, owner):
                    callers[target].append(place)
        return callers

    def _back_references(self) -> dict[int, list[int]]:
        table: dict[int, list[int]] = defaultdict(list)
        for sentence in self._around(self._naming(_Unit.POINT), within=_OPENING):
            owner = int(self._text.provisions[sentence])
            opening = self._text.sentence_span(sentence).start + _OPENING
            for citation in self.of(sentence):
                if citation.span.start > opening:
                    break
                for target in resolve(self._act, citation, owner):
                    point = self.point(target).index
                    if point != self.point(owner).index:
                        table[point].append(sentence)
        return table

    def _in_order(self) -> dict[int, int]:
        """The ordinal of each article, by its provision."""
        if self._ordinals is None:
            kinds = (p for p in self._act.provisions if p.kind is ProvisionKind.ARTICLE)
            self._ordinals = {article.index: number for number, article in enumerate(kinds)}
        return self._ordinals

    def _article(self, provision: int) -> int | None:
        """The article a provision is or belongs to."""
        for one in (self._act.provisions[provision], *self._act.ancestors(provision)):
            if one.kind is ProvisionKind.ARTICLE:
                return one.index
        return None

    def _naming(self, units: _Unit) -> NDArray[np.intp]:
        """The tokens that may name a unit of some kinds."""
        flags = self._text.tokens.vocabulary.ask(_units, self._text.tokens.types)
        return np.flatnonzero(flags & units)

    def _around(self, tokens: NDArray[np.intp], *, within: int | None = None) -> list[int]:
        """The sentences of provisions around some tokens, ``within`` characters of their start."""
        text = self._text
        sentences = np.searchsorted(text.sentences, tokens, side="right") - 1
        kept = text.provisions[sentences] >= 0
        if within is not None:
            begins = text.tokens.starts[text.sentences[sentences]]
            kept &= text.tokens.starts[tokens] - begins < within
        return list(dict.fromkeys(sentences[kept].tolist()))
