"""Abbreviations that an act uses and never explains."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.language.model import Vocabulary
from riskscan.norms.concepts import Own
from riskscan.norms.entire import is_entire
from riskscan.norms.facts import Fact, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ZoneKind

_LETTERS = range(3, 7)
_CODED = frozenset('№-–—/»«"')  # «12-НҚ», «СТ РК», names in quotation marks
_NUMERAL = frozenset("ІХ")
_EXPLAINING = frozenset("()")


def unexplained_abbreviations(reader: NormReader) -> Iterator[Sighting]:
    """The first place of each abbreviation whose full words stand nowhere."""
    tokens = reader.text.tokens
    places = np.flatnonzero(tokens.vocabulary.ask(_abbreviates, tokens.types)).tolist()
    if not places or not is_entire(reader.act):
        return
    settled = _defined(reader)
    first: dict[str, int] = {}
    for place in places:
        form = tokens.normal(place)
        if form in settled:
            continue
        if _known(reader, place) or not _EXPLAINING.isdisjoint(_beside(reader, place)):
            settled.add(form)
        elif form not in first and _used(reader, place):
            first[form] = place
    for form, place in first.items():
        if form not in settled:
            yield Sighting(
                Fact.UNEXPLAINED_ABBREVIATION,
                reader.sentence_at(place),
                tokens.span(place, place + 1),
                (),
            )


def _abbreviates(vocabulary: Vocabulary, identity: int) -> int:
    """Whether a form is a few Cyrillic capitals that no dictionary has."""
    form = vocabulary.surface(identity)
    if len(form) not in _LETTERS or not form.isupper() or _NUMERAL.issuperset(form):
        return 0
    cyrillic = all("Ѐ" <= letter <= "ӿ" for letter in form)
    return int(cyrillic and not vocabulary.morphology.known(vocabulary.normal(identity)))


def _defined(reader: NormReader) -> set[str]:
    """The words of all the names that the act explains or introduces."""
    tokens = reader.text.tokens
    spans = [definition.span for definition in reader.act.definitions]
    return {tokens.normal(i) for span in spans for i in range(*tokens.between(span))}


def _known(reader: NormReader, place: int) -> bool:
    sentence = reader.sentence_at(place)
    return any(
        hit.start <= place < hit.end
        for hit in reader.table.concept(sentence, Own.KNOWN_ABBREVIATION)
    )


def _beside(reader: NormReader, place: int) -> set[str]:
    tokens = reader.text.tokens
    return {tokens.normal(i) for i in (place - 1, place + 1) if 0 <= i < len(tokens)}


def _used(reader: NormReader, place: int) -> bool:
    """Whether a norm uses the abbreviation: in no code, no quotation marks, no line of capitals."""
    provision = int(reader.text.provisions[reader.sentence_at(place)])
    if provision < 0 or reader.act.provisions[provision].zone is not ZoneKind.NORM:
        return False
    tokens = reader.text.tokens
    beside = _beside(reader, place)
    return (
        _CODED.isdisjoint(beside)
        and not any(word.isdigit() for word in beside)
        and not any(
            tokens.surface(i).isupper() and len(tokens.surface(i)) > 1
            for i in (place - 1, place + 1)
            if 0 <= i < len(tokens)
        )
    )
