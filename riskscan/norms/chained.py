"""Chains of references that end at no rule: «в порядке пункта 7», and there «в порядке закона».

A chain goes over points that say nothing besides; it is told where it begins, unless it is a ring.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from riskscan.norms.circular import Link, left_by, links_of, says_more
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.model import LISTED

_MANY = 3  # references, after which nobody follows any more


def chained_references(reader: NormReader) -> Iterator[Sighting]:
    """One for a chain, at its first reference; the others stand elsewhere."""
    links: dict[int, Link] = {}
    for link in links_of(reader):
        links.setdefault(link.point, link)
    inner = {link.to for link in links.values()}
    for first in links.values():
        if first.point in inner:
            continue
        chain = _chain(links, first)
        end = _left_open(reader, chain[-1]) if chain else None
        if not chain or (end is None and len(chain) < _MANY):
            continue
        sentences = [link.sentence for link in chain[1:]] + ([end] if end is not None else [])
        places = tuple(
            OtherPlace(int(reader.text.provisions[each]), reader.sentence_span(each))
            for each in sentences
        )
        yield Sighting(Fact.REFERENCE_CHAIN, first.sentence, first.citation.span, places)


def _chain(links: Mapping[int, Link], first: Link) -> list[Link]:
    """The references one after another that leave the same; none when they come back."""
    chain = [first]
    while (following := links.get(chain[-1].to)) is not None:
        if any(following.to == link.point for link in chain):
            return []
        if first.left.isdisjoint(following.left):
            break
        chain.append(following)
    return chain


def _left_open(reader: NormReader, last: Link) -> int | None:
    """The sentence of the last point, when it leaves the matter to a law without a name."""
    point = reader.act.provisions[last.to]
    if point.kind not in LISTED or says_more(reader, point):
        return None
    inside = reader.sentences_between(point.index, point.last)
    own = next(each for each in inside if reader.text.provisions[each] >= 0)
    if reader.citations(own) or last.left.isdisjoint(left_by(reader, own)):
        return None
    laws = reader.table.concept(own, Own.UNNAMED_LAW)
    spans = (reader.text.tokens.span(law.start, law.end) for law in laws)
    return own if any(reader.ruled_by(own, span) for span in spans) else None
