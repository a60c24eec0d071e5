"""References that end where they began: «в порядке пункта 7», and there «в порядке пункта 5».

Only units that say nothing besides count: what a point of several sentences leaves to another it
may well settle itself. An article, a chapter or an annex of one such sentence is no more than it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.language.model import NOUNS, Reading
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.hits import Hit
from riskscan.norms.model import TIMES, ElementKind
from riskscan.norms.reader import NormReader
from riskscan.structure import Citation, resolve
from riskscan.structure.model import LARGE, LISTED, Provision, ProvisionKind, ZoneKind

_LONGEST = 4  # provisions in a ring
_LONG = 3  # provisions that hardly ever form a ring by chance
_TELLING = 2  # nouns that name one matter
_AROUND = 10  # tokens between a citation and what says that it rules
_UNITS = LISTED | LARGE | {ProvisionKind.ANNEX}
_GLUE = frozenset({"учет", "соблюдение", "применение", "соответствие", "пункт", "тармақ", "бап"})
_SETTLING = (*TIMES, ElementKind.SCALE, ElementKind.CLOSED_LIST)


@dataclass(frozen=True, slots=True)
class Link:
    """A unit that leaves its matter to another one, and the words that do so.

    ``left`` is what it leaves (an order, a term), ``about`` what its sentence speaks of besides.
    ``homes`` are the unit and those around it that say no more; ``merely``: all that happens in it
    is that something is set.
    """

    homes: tuple[int, ...]
    to: int
    sentence: int
    citation: Citation
    left: frozenset[str]
    about: frozenset[str]
    merely: bool

    @property
    def point(self) -> int:
        """The smallest unit, which cites."""
        return self.homes[0]

    @property
    def matter(self) -> frozenset[str]:
        """All that its sentence names."""
        return self.left | self.about


def circular_references(reader: NormReader) -> Iterator[Sighting]:
    """One for a ring, in its last provision; the others stand elsewhere."""
    links: dict[int, list[Link]] = defaultdict(list)
    for link in links_of(reader):
        for home in link.homes:
            links[home].append(link)
    told: set[frozenset[int]] = set()
    for first in sorted({link.point for each in links.values() for link in each}):
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
        if path and link.to in path[0].homes:
            yield [*path, link]
        elif link.to not in link.homes and all(link.to not in each.homes for each in path):
            yield from _rings(links, first, [*path, link])


def _of_one_matter(ring: list[Link]) -> bool:
    """Whether a ring leaves the same thing all the way, or each point speaks of what it was left.

    Two points that are both merely «в соответствии» with each other may speak of one thing and
    settle it between them; of a longer ring one point may call it by another name.
    """
    if frozenset.intersection(*(link.left for link in ring)):
        return True
    leaving = any(link.left for link in ring) or all(link.merely for link in ring)
    if len(frozenset.intersection(*(link.about for link in ring))) >= _TELLING:
        return leaving
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    if len(ring) >= _LONG:
        return sum(not one.matter.isdisjoint(next_.matter) for one, next_ in pairs) >= len(ring) - 1
    taken = [
        not one.matter.isdisjoint(next_.matter if one.merely and next_.merely else next_.about)
        for one, next_ in pairs
    ]
    return all(taken) and leaving


def links_of(reader: NormReader) -> Iterator[Link]:
    """The units that say nothing but that another one settles their matter, in text order."""
    act, table = reader.act, reader.table
    ruled = table.sentences("concept", Own.BY_RULE) | table.sentences("concept", Own.RULED_BY)
    for sentence in sorted(ruled.intersection(reader.references.citing_sentences())):
        provision = int(reader.text.provisions[sentence])
        homes = _homes(reader, provision)
        if not homes:
            continue
        for citation in reader.citations(sentence):
            if not citation.steps or not _rules(reader, sentence, citation):
                continue
            for target in resolve(act, citation, provision):
                to = reader.references.point(target)
                if to.index not in homes and to.kind in _UNITS:
                    left = left_by(reader, sentence)
                    about = _about(reader, sentence) | _headed(reader, homes)
                    merely = sentence in table.sentences("concept", Own.IS_SET)
                    yield Link(homes, to.index, sentence, citation, left, about, merely)


def _homes(reader: NormReader, provision: int) -> tuple[int, ...]:
    """The units around a sentence that say nothing else, the smallest first."""
    point, homes = reader.references.point(provision), list[int]()
    if point.zone is not ZoneKind.NORM:
        return ()
    for unit in (point, *reader.act.ancestors(point.index)):
        if unit.kind in _UNITS and says_more(reader, unit):
            break
        if unit.kind in _UNITS:
            homes.append(unit.index)
    return tuple(homes)


def _headed(reader: NormReader, homes: tuple[int, ...]) -> frozenset[str]:
    """What the headings of units name that hold one sentence."""
    headings = (
        each
        for home in homes[1:]
        for each in reader.sentences_between(home, reader.act.provisions[home].last)
        if reader.text.provisions[each] >= 0
        and reader.act.provisions[int(reader.text.provisions[each])].zone is ZoneKind.HEADING
    )
    lemmas = reader.text.tokens.lemmas
    return frozenset[str]().union(
        *(lemmas(*reader.text.sentence_tokens(each), NOUNS) for each in headings)
    )


def _rules(reader: NormReader, sentence: int, citation: Citation) -> bool:
    """Whether the cited unit is what settles the matter, not what names a thing."""
    first, last = reader.text.tokens.between(citation.span)
    return reader.ruled_by(sentence, citation.span) or any(
        first - _AROUND <= hit.start < last + _AROUND
        for hit in reader.table.concept(sentence, Own.RULED_BY)
    )


def says_more(reader: NormReader, point: Provision) -> bool:
    """Whether a point has words of its own beside the one sentence that cites."""
    inside = reader.sentences_between(point.index, point.last)
    owners = ((each, int(reader.text.provisions[each])) for each in inside)
    own = [
        each
        for each, owner in owners
        if owner >= 0
        and reader.act.provisions[owner].zone is not ZoneKind.HEADING
        and _has_words(reader, each)
    ]
    return len(own) != 1 or _settles(reader, own[0])


def _has_words(reader: NormReader, sentence: int) -> bool:
    """An excerpt shows by dots of their own what it leaves out."""
    span = reader.sentence_span(sentence)
    return any(sign.isalpha() for sign in reader.act.document.text[span.start : span.end])


def _settles(reader: NormReader, sentence: int) -> bool:
    """Whether a sentence says itself what is asked; «в сроки, предусмотренные …» leaves it."""
    ruled = _ruling(reader, sentence)
    return any(
        all(hit.end <= each.start or each.end <= hit.start for each in ruled)
        for kind in _SETTLING
        for hit in reader.elements(sentence, kind)
        if kind is not ElementKind.SCALE or hit.end - hit.start > 1  # «при расчёте»
    )


def left_by(reader: NormReader, sentence: int) -> frozenset[str]:
    """What a sentence leaves to what it cites: an order, a term, cases.

    «В соответствии с» leaves nothing in particular.
    """
    tokens = reader.text.tokens
    cited = _cited(reader, sentence)
    named = (
        tokens.lemmas(at, at + 1, NOUNS)
        for hit in _ruling(reader, sentence)
        if all(reading.pos != "ADP" for reading in tokens.readings(hit.end - 1)[:1])
        for at in range(hit.start, hit.end)
        if at not in cited
    )
    return frozenset[str]().union(*named) - _GLUE


def _ruling(reader: NormReader, sentence: int) -> tuple[Hit, ...]:
    """The words of a sentence that make a citation its rule."""
    concept = reader.table.concept
    return (*concept(sentence, Own.BY_RULE), *concept(sentence, Own.RULED_BY))


def _cited(reader: NormReader, sentence: int) -> set[int]:
    """The tokens that name what is cited."""
    return {
        token
        for citation in reader.citations(sentence)
        for token in range(*reader.text.tokens.between(citation.span))
    }


def _about(reader: NormReader, sentence: int) -> frozenset[str]:
    """What a sentence speaks of, apart from what it cites and how it cites it."""
    tokens = reader.text.tokens
    apart = _cited(reader, sentence)
    for hit in _ruling(reader, sentence):
        apart.update(range(hit.start, hit.end))
    first, last = reader.text.sentence_tokens(sentence)
    return frozenset(
        reading.lemma
        for at in range(first, last)
        if at not in apart
        for reading in _likely(tokens.readings(at))
        if reading.pos in NOUNS
    )


def _likely(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The first reading; of a Kazakh verbal noun also that as a noun: «ескерту»."""
    verbal = bool(readings) and "VerbForm=Ger" in readings[0].features
    return readings if verbal else readings[:1]
