"""The facts of one act, each looked for when a rule first asks for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from riskscan.norms.abbreviations import unexplained_abbreviations
from riskscan.norms.broken import broken_references
from riskscan.norms.chained import chained_references
from riskscan.norms.circular import circular_references
from riskscan.norms.conflicting import conflicting_terms
from riskscan.norms.deciders import conflicting_deciders
from riskscan.norms.facts import Fact, Sighting
from riskscan.norms.kindred import two_names
from riskscan.norms.likeness import Likeness
from riskscan.norms.names import drifting_names, repeated_names
from riskscan.norms.reader import NormReader
from riskscan.norms.repeated import repeated_norms
from riskscan.norms.retold import retold_norms
from riskscan.norms.synonyms import several_names
from riskscan.norms.unequal import unequal_values
from riskscan.norms.unlisted import unlisted_papers
from riskscan.norms.unused import unused_terms

_SEEKERS: Mapping[Fact, Callable[[NormReader], Iterator[Sighting]]] = {
    Fact.BROKEN_REFERENCE: broken_references,
    Fact.CIRCULAR_REFERENCE: circular_references,
    Fact.CONFLICTING_DECIDERS: conflicting_deciders,
    Fact.CONFLICTING_TERMS: conflicting_terms,
    Fact.DRIFTING_NAME: drifting_names,
    Fact.REPEATED_NAME: repeated_names,
    Fact.SEVERAL_NAMES: several_names,
    Fact.TWO_NAMES: two_names,
    Fact.UNUSED_TERM: unused_terms,
    Fact.UNEXPLAINED_ABBREVIATION: unexplained_abbreviations,
    Fact.REFERENCE_CHAIN: chained_references,
    Fact.REPEATED_NORM: repeated_norms,
    Fact.UNLISTED_PAPER: unlisted_papers,
}
_COMPARING: Mapping[Fact, Callable[[NormReader, Likeness], Iterator[Sighting]]] = {
    Fact.RETOLD_NORM: retold_norms,
    Fact.UNEQUAL_VALUES: unequal_values,
}


class Sightings:
    """The sightings of one annotated act, by the sentence they stand in."""

    def __init__(self, reader: NormReader) -> None:
        self._reader = reader
        self._likeness = Likeness(reader)
        self._found: dict[Fact, Mapping[int, list[Sighting]]] = {}

    def sentences(self, fact: Fact) -> frozenset[int]:
        """The sentences that show a fact."""
        return frozenset(self._of(fact))

    def of(self, sentence: int, fact: Fact) -> list[Sighting]:
        """How a sentence shows a fact, in text order."""
        return self._of(fact).get(sentence, [])

    def _of(self, fact: Fact) -> Mapping[int, list[Sighting]]:
        found = self._found.get(fact)
        if found is None:
            by_sentence = defaultdict(list)
            for sighting in self._seek(fact):
                by_sentence[sighting.sentence].append(sighting)
            found = self._found[fact] = dict(by_sentence)
        return found

    def _seek(self, fact: Fact) -> Iterator[Sighting]:
        if fact in _COMPARING:
            return _COMPARING[fact](self._reader, self._likeness)
        return _SEEKERS[fact](self._reader)
