"""What sentences tell, as stems, and which two of an act may tell the same.

«Продавец носит знак» and «продавцу надлежит носить знак» share what they tell, whatever the order,
the voice and the case of the words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import combinations

from riskscan.language.model import Vocabulary
from riskscan.norms.concepts import Own
from riskscan.norms.frequencies import frequencies
from riskscan.norms.quantities import Quantity, quantities
from riskscan.norms.reader import NormReader
from riskscan.norms.stems import stem
from riskscan.structure.model import ZoneKind
from riskscan.text import Span

OFTEN = "often"  # the unit of a frequency, in times a year
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "ADV"})
_FINITE = frozenset({"VerbForm=Fin", "Variant=Short"})
_PREDICATIVE = frozenset({"ADJ", "AUX"})  # «… бес жыл жарамды», «… ұсынуға міндетті»
_FEWEST = 3  # stems a norm tells at least
_LONGEST = 60  # tokens; what is longer says more than one thing
_RARE = 6  # sentences; a stem of more is the subject of the act
_MEETING = 2  # rare stems by which two sentences are met
_SHARE = 2  # of so many stems of the shorter one at least one is the other's too


class Likeness:
    """The stems of the norms of one act that stand by themselves, and their likely pairs."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._told: dict[int, frozenset[int]] = {}
        self._values: dict[int, list[Quantity]] = {}

    @cached_property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Two sentences of different provisions of one document that share rare stems."""
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[tuple[int, int]]:
        places: dict[int, list[int]] = defaultdict(list)
        for sentence, stems in self._stems.items():
            for each in stems:
                places[each].append(sentence)
        met = Counter(
            pair
            for sentences in places.values()
            if len(sentences) <= _RARE
            for pair in combinations(sentences, 2)
        )
        provisions = self._reader.text.provisions
        for one, other in sorted(pair for pair, times in met.items() if times >= _MEETING):
            shorter = min(len(self._stems[one]), len(self._stems[other]))
            if _SHARE * len(self._stems[one] & self._stems[other]) < shorter:
                continue
            homes = int(provisions[one]), int(provisions[other])
            if homes[0] != homes[1] and len({self._reader.document(each) for each in homes}) == 1:
                yield one, other

    def told(self, sentence: int) -> frozenset[int]:
        """The stems of a sentence but for words that say nothing by themselves."""
        found = self._told.get(sentence)
        if found is None:
            reader = self._reader
            empty = {
                place
                for hit in reader.table.concept(sentence, Own.EMPTY_WORD)
                for place in range(hit.start, hit.end)
            }
            first, last = reader.text.sentence_tokens(sentence)
            for value in self.values(sentence):
                empty.update(range(*reader.text.tokens.between(value.span)))
            kept = (place for place in range(first, last) if place not in empty)
            found = frozenset(self._keys[place] for place in kept) - {0}
            self._told[sentence] = found
        return found

    def places(self, sentence: int, stems: frozenset[int]) -> Iterator[int]:
        """The tokens of a sentence with any of some stems."""
        for place in range(*self._reader.text.sentence_tokens(sentence)):
            if self._keys[place] in stems:
                yield place

    def values(self, sentence: int) -> list[Quantity]:
        """The quantities a sentence names, where the source has them, and how often."""
        found = self._values.get(sentence)
        if found is None:
            found = self._values[sentence] = self._read_values(sentence)
        return found

    def _read_values(self, sentence: int) -> list[Quantity]:
        text = self._reader.text
        view, span = text.view, text.view.span_from_source(text.sentence_span(sentence))
        often = [
            Quantity(f"{each.yearly:g}", OFTEN, each.span)
            for each in frequencies(view.text, Span(*span), text.language)
        ]
        rest = [
            each
            for each in quantities(view.text, Span(*span), text.language)
            if not any(each.span.overlaps(other.span) for other in often)
        ]
        return [replace(each, span=view.span_in_source(each.span)) for each in (*rest, *often)]

    @cached_property
    def _keys(self) -> list[int]:
        tokens = self._reader.text.tokens
        keys: list[int] = tokens.vocabulary.ask(_key, tokens.types).tolist()
        return keys

    @cached_property
    def _stems(self) -> dict[int, frozenset[int]]:
        """The stems of every sentence that may be a norm by itself."""
        text, provisions = self._reader.text, self._reader.act.provisions
        bounds, owners = text.sentences.tolist(), text.provisions.tolist()
        found = {}
        for sentence, owner in enumerate(owners):
            first, last = bounds[sentence], bounds[sentence + 1]
            if owner < 0 or not _FEWEST < last - first <= _LONGEST:
                continue
            if provisions[owner].zone is not ZoneKind.NORM:
                continue
            stems = frozenset(self._keys[first:last]) - {0}
            if len(stems) >= _FEWEST:
                found[sentence] = stems
        return found


def stands_alone(reader: NormReader, *sentences: int) -> bool:
    """Whether sentences are norms wherever they stand: a verb, no list, no citation, no «such»."""
    provisions = [int(reader.text.provisions[sentence]) for sentence in sentences]
    return (
        all(reader.lead_in(provision) is None for provision in provisions)
        and not any(map(reader.introduces, provisions))
        and not any(reader.table.has(sentence, Own.ANAPHOR) for sentence in sentences)
        and not any(map(reader.citations, sentences))
        and all(_has_verb(reader, sentence) for sentence in sentences)
    )


def _has_verb(reader: NormReader, sentence: int) -> bool:
    places = range(*reader.text.sentence_tokens(sentence))
    if any(reader.text.tokens.normal(place) == "|" for place in places):
        return False  # a row of a table
    likeliest = [each for place in places for each in reader.text.tokens.readings(place)[:1]]
    last = next((each.pos for each in reversed(likeliest) if each.pos != "PUNCT"), "")
    return last in _PREDICATIVE or any(_FINITE & each.features for each in likeliest)


def _key(vocabulary: Vocabulary, identity: int) -> int:
    """A number for the stem of a telling word, or 0."""
    for reading in vocabulary.readings(identity)[:1]:
        if reading.pos in _TELLING:
            return 1 + vocabulary.intern(stem(reading.lemma))
    return 0
