"""One thing under two names: «потребитель», a point on «абонент», then «потребитель» again.

Names of one kin are told by concepts. Two of them may be two things: so they are where a sentence
names both, where the act explains one, or where each has words of its own that tell it apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.hits import Hit
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ZoneKind

_KIN = (
    Own.KIN_APPLICANT,
    Own.KIN_CERTIFICATE,
    Own.KIN_CONTRACTOR,
    Own.KIN_COUNCIL,
    Own.KIN_ENTRANT,
    Own.KIN_FEE,
    Own.KIN_FINDING,
    Own.KIN_INSPECTOR,
    Own.KIN_ORDER,
    Own.KIN_OWNER,
    Own.KIN_PATIENT,
    Own.KIN_PAYER,
    Own.KIN_PERMIT,
    Own.KIN_REGISTER,
    Own.KIN_STUDENT,
    Own.KIN_SUM,
    Own.KIN_TEACHER,
    Own.KIN_TENANT,
    Own.KIN_WORKER,
    Own.REQUEST_NAME,
)
# papers of one step, of which the second may follow the first for good
_FOLLOWING = frozenset({Own.KIN_FINDING, Own.KIN_ORDER, Own.KIN_INSPECTOR})
_DASHES = frozenset("–—-")
_SHORT = 12  # sentences, labels among them, of a text that is about one thing
_NEAR = 8  # sentences, labels among them, between two names for one thing


def two_names(reader: NormReader) -> Iterator[Sighting]:
    """The first place of the second name, with the first of the other; one for a kin."""
    whole = (0, len(reader.act.provisions))
    short = len(reader.sentences_between(*whole)) <= _SHORT
    for kin in _KIN:
        by_article: dict[tuple[int, int], list[Hit]] = defaultdict(list)
        for sentence, hit in reader.table.everywhere(kin):
            provision = int(reader.text.provisions[sentence])
            if provision >= 0 and reader.act.provisions[provision].zone is ZoneKind.NORM:
                # a name holds throughout a short text, elsewhere in its article or chapter
                by_article[whole if short else reader.article(provision)].append(hit)
        for article, hits in by_article.items():
            hits = _outermost(hits)
            if len(hits) < 2:
                continue
            brief = len(reader.sentences_between(*article)) <= _SHORT and kin in _FOLLOWING
            found = _second(reader, hits, brief=brief)
            if found is not None:
                yield _sighting(reader, *found)


def _outermost(hits: list[Hit]) -> list[Hit]:
    """Hits that lie in no longer one; those at the very same place stay all."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (each.start, -each.end)):
        if not kept or hit.end > kept[-1].end or hit[:2] == kept[-1][:2]:
            kept.append(hit)
    return kept


def _second(reader: NormReader, hits: list[Hit], *, brief: bool) -> tuple[Hit, Hit] | None:
    """The first hit of each of two names, when they are of one thing."""
    heads = [_head(reader, hit) for hit in hits]
    names = list(dict.fromkeys(heads))
    if len(names) != 2 or _named_together(reader, hits, heads) or _explained(reader, hits, names):
        return None
    one, other = (hits[heads.index(name)] for name in names)
    where = [reader.sentence_at(hit.start) for hit in hits]
    first, last = (
        pick(w for w, h in zip(where, heads, strict=True) if h == names[1]) for pick in (min, max)
    )
    back = any(
        h == names[0] and last < w <= last + _NEAR for w, h in zip(where, heads, strict=True)
    )
    near = last - first <= _NEAR and first - where[0] <= _NEAR
    if not (near and (back or brief)) or _told_apart(reader, one, other):
        return None
    return one, other


def _head(reader: NormReader, hit: Hit) -> str:
    token = {"ru": hit.mark, "kk": hit.end - 1}[reader.text.language]
    readings = reader.text.tokens.readings(token)
    return readings[0].lemma if readings else ""


def _named_together(reader: NormReader, hits: list[Hit], heads: list[str]) -> bool:
    named: dict[int, set[str]] = defaultdict(set)
    for hit, head in zip(hits, heads, strict=True):
        named[reader.sentence_at(hit.start)].add(head)
    return any(len(each) > 1 for each in named.values())


def _explained(reader: NormReader, hits: list[Hit], names: list[str]) -> bool:
    """Whether the act says what a name means: in a definition, or as «заявка – …»."""
    terms = (reader.words_of(definition.span) for definition in reader.act.definitions)
    normal, size = reader.text.tokens.normal, len(reader.text.tokens)
    dashed = any(hit.end < size and normal(hit.end) in _DASHES for hit in hits)
    return dashed or not frozenset[str]().union(*terms).isdisjoint(names)


def _told_apart(reader: NormReader, one: Hit, other: Hit) -> bool:
    """«удостоверение» and «сертификат соответствия»: the second is of a kind of its own."""
    return bool(_beside(reader, other) - _beside(reader, one))


def _beside(reader: NormReader, hit: Hit) -> frozenset[str]:
    """The words right beside a name that may say of what kind it is."""
    kazakh = reader.text.language == "kk"
    if kazakh and not _owned(reader, hit.end - 1):
        return frozenset()
    place = hit.start - 1 if kazakh else hit.end
    cases = {"Case=Nom", "Case=Gen"} if kazakh else {"Case=Gen"}
    readings = reader.text.tokens.readings(place) if 0 <= place < len(reader.text.tokens) else ()
    return frozenset(
        reading.lemma
        for reading in readings[:1]
        if reading.pos in NOUNS and not reading.features.isdisjoint(cases)
    )


def _owned(reader: NormReader, token: int) -> bool:
    """«шеберлік куәлігі»: whether a Kazakh word belongs to the one before it."""
    return any("Person[psor]=3" in r.features for r in reader.text.tokens.readings(token)[:1])


def _sighting(reader: NormReader, one: Hit, other: Hit) -> Sighting:
    tokens = reader.text.tokens
    provision = int(reader.text.provisions[reader.sentence_at(one.start)])
    return Sighting(
        Fact.TWO_NAMES,
        reader.sentence_at(other.start),
        tokens.span(other.start, other.end),
        (OtherPlace(provision, tokens.span(one.start, one.end)),),
    )
