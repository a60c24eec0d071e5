"""Chains of references that end at no rule: «в порядке пункта 7», and there «в порядке закона».

A chain goes over points that say nothing besides; it is told where it begins, unless it is a ring.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

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
        for home in link.homes:
            links.setdefault(home, link)
    inner = {link.to for link in links.values()}
    for first in dict.fromkeys(links.values()):
        if not inner.isdisjoint(first.homes):
            continue
        chain = _chain(links, first, _leaves_the_same)
        end = _left_open(reader, chain[-1]) if chain else None
        if chain and end is None and len(chain) < _MANY:
            chain = _chain(links, first, _goes_on)
        if not chain or (end is None and len(chain) < _MANY):
            continue
        sentences = [link.sentence for link in chain[1:]] + ([end] if end is not None else [])
        places = tuple(
            OtherPlace(int(reader.text.provisions[each]), reader.sentence_span(each))
            for each in sentences
        )
        yield Sighting(Fact.REFERENCE_CHAIN, first.sentence, first.citation.span, places)


def _chain(
    links: Mapping[int, Link], first: Link, goes_on: Callable[[list[Link], Link], bool]
) -> list[Link]:
    """The references one after another about the same; none when they come back."""
    chain = [first]
    while (following := links.get(chain[-1].to)) is not None:
        if any(following.to in link.homes for link in chain):
            return []
        if not goes_on(chain, following):
            break
        chain.append(following)
    return chain


def _leaves_the_same(chain: list[Link], following: Link) -> bool:
    return not chain[0].left.isdisjoint(following.left)


def _goes_on(chain: list[Link], following: Link) -> bool:
    """What was named before, the next one takes up and leaves further on in the act."""
    onward = following.point < following.to
    telling = bool(following.left) or following.merely
    return (
        onward and telling and any(not link.matter.isdisjoint(following.matter) for link in chain)
    )


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
