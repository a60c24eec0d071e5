"""A refusal for want of a paper that nobody was told to bring.

The act lists the papers of a request and closes the list; a ground of refusal is the want of one
that no other sentence of the act names.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.language.model import IntArray, noun
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.hits import Hit
from riskscan.norms.lists import Lists
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import holds, members

_REFUSAL = "refuse"


def unlisted_papers(reader: NormReader) -> Iterator[Sighting]:
    """One for each ground, with the line that introduces the list."""
    wanting = reader.table.sentences("concept", Own.WANTING_PAPER)
    grounds = [each for each in sorted(wanting) if _refuses(reader, each)]
    listing = _listing(reader) if grounds else None
    if listing is None:
        return
    tokens = reader.text.tokens
    named = tokens.vocabulary.ask(noun, tokens.types)
    place = OtherPlace(int(reader.text.provisions[listing]), reader.sentence_span(listing))
    for sentence in grounds:
        for hit in reader.table.concept(sentence, Own.WANTING_PAPER):
            if not _named_elsewhere(reader, named, hit, wanting):
                span = tokens.span(hit.start, hit.end)
                yield Sighting(Fact.UNLISTED_PAPER, sentence, span, (place,))
                break


def _refuses(reader: NormReader, sentence: int) -> bool:
    """Whether a sentence, or the line that introduces it, tells of a refusal."""
    refusing = reader.candidates.naming(_REFUSAL)
    provision = int(reader.text.provisions[sentence])
    lead = reader.lead_in(provision) if provision >= 0 else None
    return holds(refusing, sentence) or (lead is not None and holds(refusing, lead))


def _listing(reader: NormReader) -> int | None:
    """The line that introduces a closed list of papers to hand in."""
    lists, table = Lists(reader), reader.table
    handing = table.bits("concept", Own.SUBMISSION) & table.bits("concept", Own.PAPER)
    refusing = reader.candidates.naming(_REFUSAL)
    for sentence in members(handing & ~refusing):
        provision = int(reader.text.provisions[sentence])
        if provision >= 0 and lists.closed(provision) is not None:
            return sentence
    return None


def _named_elsewhere(
    reader: NormReader, named: IntArray, hit: Hit, wanting: frozenset[int]
) -> bool:
    """Whether the paper of a hit is named in a sentence that does not speak of its want."""
    bounds = reader.text.sentences
    paper = {"ru": hit.end - 1, "kk": hit.start}[reader.text.language]
    if not named[paper]:
        return True
    places = np.flatnonzero(named == named[paper])
    sentences = set((bounds.searchsorted(places, side="right") - 1).tolist())
    return bool(sentences - wanting)
