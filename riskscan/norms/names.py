"""Short names («далее – Комитет») and what becomes of them in the rest of an act.

Only a short name made of the full one counts, by its head («Комитет лесного хозяйства (далее –
Комитет)») or by its initials: where else a full name begins cannot be told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from riskscan.language.model import NOUNS, Vocabulary
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.model import Definition, ZoneKind

_WHERE = frozenset({ZoneKind.NORM, ZoneKind.PREAMBLE, ZoneKind.DEFINITION})
_LONGEST = 14  # tokens of a full name
_SHORTEST = 3  # words of a full name worth a short one
_BREAKING = frozenset({"PUNCT", "CCONJ", "NUM"})
_INITIALS = range(2, 8)
_HEREINAFTER = frozenset({"далее", "бұдан"})
_CLOSING_QUOTE = "»"


@dataclass(frozen=True, slots=True)
class _Named:
    """A short name: where it is given, what for, and in which document (rules, an annex).

    ``name`` is empty where the full name's beginning cannot be told from the short one.
    """

    provision: int
    document: int
    short: tuple[str, ...]
    first: int
    last: int
    name: tuple[str, ...]  # the lemmas of the full name


def drifting_names(reader: NormReader) -> Iterator[Sighting]:
    """The later of two short names for one thing, or of two things with one short name."""
    groups: dict[int, list[_Named]] = defaultdict(list)
    for named in _all_named(reader):
        groups[named.document].append(named)
    told: set[int] = set()
    for group in groups.values():
        for one, other in combinations(group, 2):
            if other.last in told:
                continue
            first = _same_name(reader, one, other)
            if first is None and _other_thing(reader, one, other):
                first = other.first
            if first is not None:
                told.add(other.last)
                yield _sighting(reader, Fact.DRIFTING_NAME, first, other.last, one)


def repeated_names(reader: NormReader) -> Iterator[Sighting]:
    """The first place, of each short name, where its full name is written out again."""
    named = [each for each in _all_named(reader) if _is_proper(reader, each)]
    if not named:
        return
    tokens = reader.text.tokens
    lemmas = tokens.vocabulary.ask(_lemma, tokens.types)
    for each in named:
        wanted = lemmas[each.first : each.last]
        for at in (np.flatnonzero(lemmas[each.last :] == wanted[0]) + each.last).tolist():
            last = at + len(wanted)
            if np.array_equal(lemmas[at:last], wanted) and _is_again(reader, each, at):
                yield _sighting(reader, Fact.REPEATED_NAME, at, last, each)
                break


def _is_proper(reader: NormReader, named: _Named) -> bool:
    """«Комитет рыбного хозяйства»: common words may come again for another thing."""
    tokens = reader.text.tokens
    capitals = (tokens.surface(i)[:1].isupper() for i in range(named.first, named.last))
    return len(named.name) >= _SHORTEST and any(capitals)


def _is_again(reader: NormReader, named: _Named, token: int) -> bool:
    """Whether a token stands in a norm of the document that a short name is given in."""
    provision = int(reader.text.provisions[reader.sentence_at(token)])
    return (
        provision >= 0
        and reader.act.provisions[provision].zone is ZoneKind.NORM
        and reader.document(provision) == named.document
    )


def _sighting(reader: NormReader, fact: Fact, first: int, last: int, given: _Named) -> Sighting:
    words = reader.text.tokens.span(first, last)
    place = OtherPlace(given.provision, reader.text.tokens.span(given.first, given.last))
    return Sighting(fact, reader.sentence_at(first), words, (place,))


def _same_name(reader: NormReader, one: _Named, other: _Named) -> int | None:
    """Where the second name begins, when it is the first one in full under another short name."""
    shorts = frozenset(one.short), frozenset(other.short)
    if len(one.name) < _SHORTEST or shorts[0] <= shorts[1] or shorts[1] <= shorts[0]:
        return None
    start = other.last - (one.last - one.first)
    if start < 0 or _lemmas(reader, start, other.last) != one.name:
        return None
    if reader.text.language == "kk":
        return start if _lemma_set(reader, start - 1) == _lemma_set(reader, one.first - 1) else None
    # «подразделение Комитета» is not the Committee
    return None if _pos(reader, start - 1) in NOUNS else start


def _other_thing(reader: NormReader, one: _Named, other: _Named) -> bool:
    """Whether two full names under one short name tell two things apart."""
    if one.short != other.short or not (one.name and other.name):
        return False
    names = [frozenset(_telling(reader, each)) for each in (one, other)]
    return bool(names[0] - names[1] and names[1] - names[0])


def _telling(reader: NormReader, named: _Named) -> tuple[str, ...]:
    """What tells one name from another: in Kazakh only the word before the head surely does."""
    return named.name[-2:-1] if reader.text.language == "kk" else named.name


def _all_named(reader: NormReader) -> Iterator[_Named]:
    for definition in reader.act.definitions:
        provision = reader.act.provisions[definition.provision]
        aside = provision.fragment or reader.act.is_aside(definition.span.start)
        if definition.short and provision.zone in _WHERE and not aside:
            named = _named(reader, definition)
            if named is not None:
                yield named


def _named(reader: NormReader, definition: Definition) -> _Named | None:
    tokens = reader.text.tokens
    first, last = tokens.between(definition.span)
    brackets = (i for i in range(first, last - 1) if tokens.normal(i) == "(")
    bracket = next((i for i in brackets if tokens.normal(i + 1) in _HEREINAFTER), None)
    if bracket is None:
        return None
    dash = next((i for i in range(bracket, last) if tokens.normal(i) in "–—-:"), bracket)
    end = next((i for i in range(dash, len(tokens)) if tokens.normal(i) == ")"), last)
    short = _lemmas(reader, dash + 1, end)
    begin = max(reader.text.sentence_tokens(reader.sentence_at(bracket))[0], bracket - _LONGEST)
    start = _start(reader, begin, bracket, tokens.surface(end - 1), short)
    return _Named(
        definition.provision,
        reader.document(definition.provision),
        short,
        bracket if start is None else start,
        bracket,
        () if start is None else _lemmas(reader, start, bracket),
    )


def _start(
    reader: NormReader, begin: int, end: int, written: str, short: tuple[str, ...]
) -> int | None:
    """Where the full name before a bracket begins."""
    tokens = reader.text.tokens
    if len(short) == 1 and written.isupper() and len(written) in _INITIALS:
        for start in range(end - len(written), begin - 1, -1):
            words = [tokens.normal(i) for i in range(start, end) if tokens.normal(i).isalpha()]
            if "".join(word[0] for word in words if len(word) > 1) == written.lower():
                return start
        return None
    if not short:
        return None
    if reader.text.language == "kk":  # the head stands last
        start = _before_head(reader, begin, end)
        whole = short[-1] in _lemma_set(reader, end - 1) and not _in_quotes(reader, start)
        return start if whole else None
    heads = [i for i in range(begin, end) if short[-1] in _lemma_set(reader, i)]
    return _with_adjectives(reader, begin, heads[-1]) if heads else None


def _in_quotes(reader: NormReader, first: int) -> bool:
    """«Банктер туралы» Заң: whether what tells the name apart stands before it, as a title."""
    return first > 0 and reader.text.tokens.normal(first - 1) == _CLOSING_QUOTE


def _with_adjectives(reader: NormReader, begin: int, head: int) -> int:
    while head > begin and _pos(reader, head - 1) == "ADJ":
        head -= 1
    return head


def _before_head(reader: NormReader, begin: int, end: int) -> int:
    """Two words before the last one: what of a Kazakh sentence is of a name is not marked."""
    start = end - 1
    while start > max(begin, end - _SHORTEST) and _pos(reader, start - 1) not in _BREAKING:
        start -= 1
    return start


def _lemmas(reader: NormReader, first: int, last: int) -> tuple[str, ...]:
    tokens = reader.text.tokens
    return tuple(
        readings[0].lemma
        for token in range(first, last)
        if (readings := tokens.readings(token)) and readings[0].pos != "PUNCT"
    )


def _lemma_set(reader: NormReader, token: int) -> frozenset[str]:
    return frozenset(reading.lemma for reading in reader.text.tokens.readings(token)[:1])


def _pos(reader: NormReader, token: int) -> str:
    readings = reader.text.tokens.readings(token)
    return readings[0].pos if readings else ""


def _lemma(vocabulary: Vocabulary, identity: int) -> int:
    """A number for the likeliest lemma, the same for all forms of a word."""
    readings = vocabulary.readings(identity)
    return vocabulary.intern(readings[0].lemma if readings else vocabulary.normal(identity))
