"""One paper under several names: «заявка», two points on «ходатайство», then «прошение».

Two names may be two papers; three within one short procedure, none of them explained, are one
paper whose name was never chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.hits import Hit
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ZoneKind

_DASHES = frozenset("–—-")
_ENOUGH = 3
_LONGEST = 30  # sentences of a procedure that is about one paper


def several_names(reader: NormReader) -> Iterator[Sighting]:
    """The second of the names, with the places of the others; one for an article or chapter."""
    naming = reader.table.sentences("concept", Own.REQUEST_NAME)
    by_article: dict[tuple[int, int], list[int]] = defaultdict(list)
    for sentence in sorted(naming):
        provision = int(reader.text.provisions[sentence])
        if provision >= 0 and reader.act.provisions[provision].zone is ZoneKind.NORM:
            by_article[reader.article(provision)].append(sentence)
    for article, sentences in by_article.items():
        if len(reader.sentences_between(*article)) <= 2 * _LONGEST:  # labels among them
            names = _names(reader, sentences)
            if len(names) >= _ENOUGH and names.keys().isdisjoint(_explained(reader)):
                yield _sighting(reader, list(names.values()))


def _explained(reader: NormReader) -> frozenset[str]:
    """The words of the terms the act explains, and the names that open an item: «заявка – …»."""
    tokens = reader.text.tokens
    terms = (reader.words_of(definition.span) for definition in reader.act.definitions)
    opening = (
        reader.words(hit.start, hit.end)
        for sentence in reader.table.sentences("concept", Own.REQUEST_NAME)
        for hit in reader.table.concept(sentence, Own.REQUEST_NAME)
        if hit.end < len(tokens) and tokens.normal(hit.end) in _DASHES
    )
    return frozenset[str]().union(*terms, *opening)


def _names(reader: NormReader, sentences: list[int]) -> dict[str, Hit]:
    """The first place of each name that stands alone in its sentence, by its lemma."""
    names: dict[str, Hit] = {}
    for sentence in sentences:
        hits = list(reader.table.concept(sentence, Own.REQUEST_NAME))
        lemmas = {lemma for hit in hits for lemma in reader.words(hit.start, hit.end)}
        if len(lemmas) == 1:  # «заявление или ходатайство» are two
            names.setdefault(lemmas.pop(), hits[0])
        elif lemmas:
            return {}
    return names


def _sighting(reader: NormReader, hits: list[Hit]) -> Sighting:
    tokens = reader.text.tokens
    first, second, *rest = hits
    places = tuple(
        OtherPlace(
            int(reader.text.provisions[reader.sentence_at(hit.start)]),
            tokens.span(hit.start, hit.end),
        )
        for hit in (first, *rest)
    )
    words = tokens.span(second.start, second.end)
    return Sighting(Fact.SEVERAL_NAMES, reader.sentence_at(second.start), words, places)
