"""References that end where they began: «в порядке пункта 7», and there «в порядке пункта 5».

Only provisions that say nothing besides count: what a point of several sentences leaves to another
it may well settle itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.model import TIMES, ElementKind
from riskscan.norms.reader import NormReader
from riskscan.structure import Citation, resolve
from riskscan.structure.model import LISTED, Provision, ZoneKind

_LONGEST = 4  # provisions in a ring
_LONG = 3  # provisions that hardly ever form a ring by chance
_TELLING = 2  # nouns that name one matter
_SETTLING = (*TIMES, ElementKind.SCALE, ElementKind.CLOSED_LIST)


@dataclass(frozen=True, slots=True)
class Link:
    """A point that leaves its matter to another one, and the words that do so.

    ``left`` is what it leaves (an order, a term), ``about`` what its sentence speaks of besides.
    """

    point: int
    to: int
    sentence: int
    citation: Citation
    left: frozenset[str]
    about: frozenset[str]


def circular_references(reader: NormReader) -> Iterator[Sighting]:
    """One for a ring, in its last provision; the others stand elsewhere."""
    links: dict[int, list[Link]] = defaultdict(list)
    for link in links_of(reader):
        links[link.point].append(link)
    told: set[frozenset[int]] = set()
    for first in sorted(links):
        for ring in _rings(links, first, []):
            members = frozenset(link.point for link in ring)
            if members in told or not _of_one_matter(ring):
                continue
            told.add(members)
            *others, last = sorted(ring, key=lambda link: link.sentence)
            places = tuple(
                OtherPlace(link.point, reader.sentence_span(link.sentence)) for link in others
            )
            yield Sighting(Fact.CIRCULAR_REFERENCE, last.sentence, last.citation.span, places)


def _rings(links: dict[int, list[Link]], first: int, path: list[Link]) -> Iterator[list[Link]]:
    """The ways from a point over others, each once, back to it."""
    at = path[-1].to if path else first
    for link in links.get(at, ()) if len(path) < _LONGEST else ():
        if link.to == first and path:
            yield [*path, link]
        elif link.to != first and all(link.to != each.point for each in path):
            yield from _rings(links, first, [*path, link])


def _of_one_matter(ring: list[Link]) -> bool:
    """Whether a ring leaves the same thing all the way, or each point speaks of what it was left.

    Two points that are both merely «в соответствии» with each other may speak of one thing and
    settle it between them; of a longer ring one point may call it by another name.
    """
    if frozenset.intersection(*(link.left for link in ring)):
        return True
    if len(frozenset.intersection(*(link.about for link in ring))) >= _TELLING:
        return any(link.left for link in ring)
    following = [*ring[1:], ring[0]]
    taken = [
        not (link.left or link.about).isdisjoint(after.about)
        for link, after in zip(ring, following, strict=True)
    ]
    if len(ring) >= _LONG:
        return sum(taken) >= len(ring) - 1
    return all(taken) and any(link.left for link in ring)


def links_of(reader: NormReader) -> Iterator[Link]:
    """The points that say nothing but that another one settles their matter, in text order."""
    act = reader.act
    ruled = reader.table.sentences("concept", Own.BY_RULE)
    for sentence in sorted(ruled.intersection(reader.references.citing_sentences())):
        provision = int(reader.text.provisions[sentence])
        point = reader.references.point(provision)
        if point.kind not in LISTED or point.zone is not ZoneKind.NORM or says_more(reader, point):
            continue
        for citation in reader.citations(sentence):
            if not citation.steps or not reader.ruled_by(sentence, citation.span):
                continue
            for target in resolve(act, citation, provision):
                to = reader.references.point(target)
                if to.index != point.index and to.kind in LISTED:
                    left, about = left_by(reader, sentence), _about(reader, sentence)
                    yield Link(point.index, to.index, sentence, citation, left, about)


def says_more(reader: NormReader, point: Provision) -> bool:
    """Whether a point has words of its own beside the one sentence that cites."""
    inside = reader.sentences_between(point.index, point.last)
    own = [
        each for each in inside if reader.text.provisions[each] >= 0 and _has_words(reader, each)
    ]
    return len(own) != 1 or _settles(reader, own[0])


def _has_words(reader: NormReader, sentence: int) -> bool:
    """An excerpt shows by dots of their own what it leaves out."""
    span = reader.sentence_span(sentence)
    return any(sign.isalpha() for sign in reader.act.document.text[span.start : span.end])


def _settles(reader: NormReader, sentence: int) -> bool:
    """Whether a sentence says itself what is asked; «в сроки, предусмотренные …» leaves it."""
    ruled = reader.table.concept(sentence, Own.BY_RULE)
    return any(
        all(hit.end <= each.start or each.end <= hit.start for each in ruled)
        for kind in _SETTLING
        for hit in reader.elements(sentence, kind)
    )


def left_by(reader: NormReader, sentence: int) -> frozenset[str]:
    """What a sentence leaves to what it cites: an order, a term, cases.

    «В соответствии с» leaves nothing in particular.
    """
    tokens = reader.text.tokens
    hits = reader.table.concept(sentence, Own.BY_RULE)
    named = (
        tokens.lemmas(hit.start, hit.end, NOUNS)
        for hit in hits
        if all(reading.pos != "ADP" for reading in tokens.readings(hit.end - 1)[:1])
    )
    return frozenset[str]().union(*named)


def _about(reader: NormReader, sentence: int) -> frozenset[str]:
    """What a sentence speaks of, apart from what it cites and how it cites it."""
    tokens = reader.text.tokens
    apart = {
        token
        for citation in reader.citations(sentence)
        for token in range(*tokens.between(citation.span))
    }
    for hit in reader.table.concept(sentence, Own.BY_RULE):
        apart.update(range(hit.start, hit.end))
    first, last = reader.text.sentence_tokens(sentence)
    return frozenset[str]().union(
        *(tokens.lemmas(at, at + 1, NOUNS) for at in range(first, last) if at not in apart)
    )
