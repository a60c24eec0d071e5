"""Two hands for one step: «решение принимает комиссия» and elsewhere «решение принимает аким».

The same step upon the same paper, told of two holders of power in two provisions. Whatever tells
the two sentences apart (a condition, a stage, a person in place of another, a further word)
explains the difference; a head who acts for his own body is no second hand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.model import POWER, Frame, Modality, Role
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import SentenceBits, members
from riskscan.norms.stems import akin, stem
from riskscan.text import Span

_TELLING = NOUNS | {"ADJ", "ADV", "NUM", "PRON", "DET", "VERB"}
_APART = (Own.CONDITION, Own.CASE_WORD, Own.STAND_IN)
_SPECIFIC = 2  # words that name a paper well enough across articles


@dataclass(frozen=True, slots=True)
class _Step:
    """Who decides or signs what, by the words of one sentence."""

    frame: Frame
    signs: bool
    named: Span
    actor: frozenset[str]
    head: str
    about: frozenset[str]


def conflicting_deciders(reader: NormReader) -> Iterator[Sighting]:
    """The later of two sentences that give one step to different holders of power."""
    groups: dict[int, list[_Step]] = defaultdict(list)
    for sentence in members(_candidates(reader)):
        step = _step(reader, sentence)
        if step is not None:
            groups[reader.document(step.frame.provision)].append(step)
    told: set[int] = set()
    for group in groups.values():
        for one, other in combinations(group, 2):
            if other.frame.sentence not in told and _conflict(reader, one, other):
                told.add(other.frame.sentence)
                yield _sighting(reader, one, other)


def _candidates(reader: NormReader) -> SentenceBits:
    """The sentences where a holder of power decides or signs, with nothing to tell them apart."""
    table = reader.table
    found = table.bits("action", "decide", "verbs") | table.bits("concept", Own.SIGNING)
    found &= reader.candidates.powerful
    for word in _APART:
        found &= ~table.bits("concept", word)
    return found if found.bit_count() > 1 else 0


def _step(reader: NormReader, sentence: int) -> _Step | None:
    provision = int(reader.text.provisions[sentence])
    if provision < 0 or reader.lead_in(provision) is not None or reader.introduces(provision):
        return None
    signing = {
        token
        for hit in reader.table.concept(sentence, Own.SIGNING)
        for token in range(hit.start, hit.end)
    }
    deciding = {
        hit.mark
        for hit in reader.table.of(sentence)
        if hit.group == "action" and hit.id == "decide" and hit.part == "verbs"
    }
    main = [frame for frame in reader.frames(sentence) if not frame.embedded]
    if len(main) != 1 or not (signing | deciding).intersection(range(main[0].first, main[0].last)):
        return None
    named = _actor(reader, main[0])
    if named is None:
        return None
    first, last = reader.text.tokens.between(named)
    return _Step(
        main[0],
        bool(signing),
        named,
        reader.words_of(named),
        next(_telling(reader, first + main[0].actor.head), ""),
        _about(reader, sentence, {*range(first, last), *signing, *deciding}),
    )


def _actor(reader: NormReader, frame: Frame) -> Span | None:
    """Who in this very sentence is to act, and is not just any body or official."""
    actor = frame.actor
    if frame.modality is Modality.MUST_NOT or actor.role not in POWER or actor.inherited:
        return None
    if actor.span is None:
        return None
    first, last = reader.text.tokens.between(actor.span)
    general = (hit.mark for hit in reader.table.concept(frame.sentence, Own.ANY_BODY))
    return None if any(first <= mark < last for mark in general) else actor.span


def _about(reader: NormReader, sentence: int, named: set[int]) -> frozenset[str]:
    """The telling words of a sentence beside those named, and beside how and when."""
    for word in (Own.MANNER, Own.DURATION):
        for hit in reader.table.concept(sentence, word):
            named.update(range(hit.start, hit.end))
    return frozenset(
        lemma
        for place in range(*reader.text.sentence_tokens(sentence))
        if place not in named
        for lemma in _telling(reader, place)
    )


def _telling(reader: NormReader, token: int) -> Iterator[str]:
    """The lemma of a word that can tell one case from another."""
    for reading in reader.text.tokens.readings(token)[:1]:
        if reading.pos in _TELLING:
            yield reading.lemma


def _conflict(reader: NormReader, one: _Step, other: _Step) -> bool:
    if one.signs != other.signs or not one.about or one.about != other.about:
        return False
    if one.frame.provision == other.frame.provision or not _two_hands(one, other):
        return False
    near = reader.article(one.frame.provision) == reader.article(other.frame.provision)
    return near or len(one.about) >= _SPECIFIC


def _two_hands(one: _Step, other: _Step) -> bool:
    """Whether two names are of two holders of power, and not of a body and who speaks for it."""
    if akin(one.head, stem(other.head)):
        return False
    roles = {one.frame.actor.role, other.frame.actor.role}
    if roles == {Role.COMMISSION, Role.OFFICIAL}:
        return True  # a chairman is one member of his commission
    if Role.OFFICIAL in roles and len(roles) > 1 and min(len(one.actor), len(other.actor)) < 2:
        return False  # «руководитель» of whichever body the other sentence names
    return not (one.actor <= other.actor or other.actor <= one.actor)


def _sighting(reader: NormReader, one: _Step, other: _Step) -> Sighting:
    place = OtherPlace(one.frame.provision, reader.sentence_span(one.frame.sentence))
    return Sighting(
        Fact.CONFLICTING_DECIDERS, other.frame.sentence, other.named, (place,), frame=other.frame
    )
