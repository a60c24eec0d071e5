"""Two terms for one thing: «рассматривает заявление за пять дней» and, elsewhere, «за десять».

One action of one actor upon one object; whatever tells the two sentences apart (a condition, a
category, another start of the count, another body, a list they stand in) explains the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from riskscan.language.model import NOUNS, IntArray, noun
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.model import Frame, Role
from riskscan.norms.quantities import DAYS, Quantity, quantities
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import members
from riskscan.text import Span

_TELLING = NOUNS | {"ADJ", "ADV", "NUM"}
_APART = (Own.CONDITION, Own.CASE_WORD, Own.FIRST_TERM)
_OTHER_UNIT = 1.6  # «пять рабочих дней» and «семь дней» may be one term
_SPECIFIC = 2  # words that name a thing well enough across articles
_NAMES = 8  # nouns that may tell two names of one actor apart
_MARKS = frozenset(",;:–—()")


@dataclass(frozen=True, slots=True)
class _Timed:
    """A sentence that sets one term: for what actions upon what, counted from what."""

    sentence: int
    term: Quantity
    acting: frozenset[tuple[int, str]]  # the words that name an action, and the action
    about: frozenset[str]
    counted_from: frozenset[str]

    def may_be(self, other: _Timed) -> bool:
        """Whether two sentences could be about the same, before anybody asks who acts."""
        return (
            _differ(self.term, other.term)
            and not self.about.isdisjoint(other.about)
            and len(self.about ^ other.about) <= _NAMES
            and not {action for _, action in self.acting}.isdisjoint(
                action for _, action in other.acting
            )
        )


def conflicting_terms(reader: NormReader) -> Iterator[Sighting]:
    """The later of two sentences with different terms for the same."""
    groups: dict[int, list[_Timed]] = defaultdict(list)
    for sentence in _candidates(reader):
        timed = _timed(reader, sentence)
        if timed is not None:
            groups[reader.document(int(reader.text.provisions[sentence]))].append(timed)
    told: set[int] = set()
    for group in groups.values():
        for one, other in combinations(group, 2):
            if other.sentence in told or not one.may_be(other):
                continue
            frame = _same(reader, one, other)
            if frame is None:
                continue
            told.add(other.sentence)
            place = OtherPlace(
                int(reader.text.provisions[one.sentence]), reader.sentence_span(one.sentence)
            )
            yield Sighting(
                Fact.CONFLICTING_TERMS, other.sentence, other.term.span, (place,), frame=frame
            )


def _candidates(reader: NormReader) -> list[int]:
    """The sentences that set a term for an action and name much the same as another one."""
    table, tokens = reader.table, reader.text.tokens
    timed = table.bits("concept", Own.DURATION)
    for word in _APART:
        timed &= ~table.bits("concept", word)
    named: IntArray | None = None
    nouns: dict[int, frozenset[int]] = {}
    kept: set[int] = set()
    for action in reader.actions.values():
        acting = timed & reader.candidates.naming(action.id) if action.affects_persons else 0
        if acting.bit_count() < 2:  # nothing to differ from, and no words to read
            continue
        if named is None:
            named = tokens.vocabulary.ask(noun, tokens.types)
        for sentence in members(acting):
            if sentence in nouns:
                continue
            first, last = reader.text.sentence_tokens(sentence)
            nouns[sentence] = frozenset(named[first:last].tolist())
        for one, other in combinations(members(acting), 2):
            if len(nouns[one] ^ nouns[other]) <= _NAMES:
                kept.update((one, other))
    return sorted(kept)


def _timed(reader: NormReader, sentence: int) -> _Timed | None:
    text = reader.text
    provision = int(text.provisions[sentence])
    if provision < 0 or reader.lead_in(provision) is not None:
        return None
    hits = list(reader.table.concept(sentence, Own.DURATION))
    span = text.tokens.span(min(h.start for h in hits), max(h.end for h in hits))
    view = text.view  # where soft hyphens and letters that only look alike are mended
    read = quantities(view.text, Span(*view.span_from_source(span)), text.language)
    terms = [each for each in read if each.unit in DAYS]
    if len(terms) != 1:
        return None
    return _read(reader, sentence, replace(terms[0], span=view.span_in_source(terms[0].span)))


def _read(reader: NormReader, sentence: int, term: Quantity) -> _Timed | None:
    tokens = reader.text.tokens
    begin, end = reader.text.sentence_tokens(sentence)
    first, last = tokens.between(term.span)
    hits = [hit for hit in reader.table.of(sentence) if hit.group == "action"]
    verbs = {hit.mark for hit in hits if hit.part == "verbs" and hit.mark >= last}
    tail = last
    while tail < end and tail not in verbs and tokens.normal(tail) not in _MARKS:
        tail += 1
    if not reader.table.has(sentence, Own.COUNTED_FROM):
        tail = last
    outside = [*range(begin, first), *range(tail, end)]
    acting = [hit for hit in hits if hit.mark in outside]
    marks = frozenset(hit.mark for hit in acting)
    timing = {
        place
        for word in (Own.TIME_WORD, Own.TIME_FRAME)
        for hit in reader.table.concept(sentence, word)
        for place in range(hit.start, hit.end)
    }
    about = frozenset(
        lemma
        for place in outside
        if place not in marks and place not in timing
        for lemma in _telling(reader, place)
    )
    if not acting or not about:
        return None
    counted = frozenset(lemma for place in range(last, tail) for lemma in _telling(reader, place))
    return _Timed(sentence, term, frozenset((hit.mark, hit.id) for hit in acting), about, counted)


def _telling(reader: NormReader, token: int) -> Iterator[str]:
    """The lemma of a word that can tell one case from another."""
    for reading in reader.text.tokens.readings(token)[:1]:
        if reading.pos in _TELLING or "VerbForm=Part" in reading.features:
            yield reading.lemma


def _differ(one: Quantity, other: Quantity) -> bool:
    days = sorted(float(each.value) * DAYS[each.unit] for each in (one, other))
    same_unit = one.unit == other.unit
    return days[0] > 0 and days[1] > days[0] * (1 if same_unit else _OTHER_UNIT)


def _same(reader: NormReader, one: _Timed, other: _Timed) -> Frame | None:
    """The frame of the later of two sentences, when both are about the same."""
    if (
        one.counted_from
        and other.counted_from
        and not _nested(one.counted_from, other.counted_from)
    ):
        return None
    frames = _frame(reader, one), _frame(reader, other)
    actors = [_actor(reader, frame) for frame in frames]
    if all(actors) and not _nested(*actors):
        return None
    done = [_done(reader, *each) for each in zip((one, other), frames, strict=True)]
    if not done[0] or done[0] != done[1]:
        return None
    named = actors[0] | actors[1]
    about = one.about - named
    if not about or about != other.about - named:
        return None
    near = reader.article(int(reader.text.provisions[one.sentence]))
    if len(about) < _SPECIFIC and near != reader.article(
        int(reader.text.provisions[other.sentence])
    ):
        return None
    return frames[1]


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _frame(reader: NormReader, timed: _Timed) -> Frame | None:
    frames = [frame for frame in reader.frames(timed.sentence) if not frame.embedded]
    marks = {mark for mark, _ in timed.acting}
    acting = [frame for frame in frames if frame.head in marks]
    return next(iter(acting or frames), None)


def _done(reader: NormReader, timed: _Timed, frame: Frame | None) -> frozenset[str]:
    """What is done; that «инспекция» is a word of checking says nothing."""
    doer = frame.actor.span if frame is not None else None
    first, last = reader.text.tokens.between(doer) if doer is not None else (0, 0)
    named = _actor(reader, frame)
    return frozenset(
        action for mark, action in timed.acting if not (named and first <= mark < last)
    )


def _actor(reader: NormReader, frame: Frame | None) -> frozenset[str]:
    """Who acts, by name; «срок выдачи составляет …» names nobody."""
    if frame is None or frame.actor.span is None or frame.actor.role is Role.DOCUMENT:
        return frozenset()
    first, last = reader.text.tokens.between(frame.actor.span)
    timing = reader.table.concept(frame.sentence, Own.TIME_WORD)
    if any(first <= hit.start < last for hit in timing):
        return frozenset()
    return reader.words_of(frame.actor.span)
