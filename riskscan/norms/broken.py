"""References of an act to units of its own that are not there: «пунктом 45 настоящих Правил»."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.absence import absent
from riskscan.text import Span


def broken_references(reader: NormReader) -> Iterator[Sighting]:
    """The citations whose unit the act surely lacks; one for the words of a citation."""
    act, seen = reader.act, set[Span]()
    for sentence in reader.references.citing_sentences():
        provision = int(reader.text.provisions[sentence])
        for citation in reader.citations(sentence):
            if citation.span in seen:
                continue
            lacking = absent(act, citation, provision)
            if lacking is None:
                continue
            seen.add(citation.span)
            last = lacking.last
            yield Sighting(
                Fact.BROKEN_REFERENCE,
                sentence,
                citation.span,
                (OtherPlace(last.index, Span(last.label.start, last.text.end)),),
                unit=(lacking.kind, lacking.number),
            )
