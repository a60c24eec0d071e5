"""Russian sentences → norm frames: predicates, who acts, what they act on, and their scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.language.ru.syntax import Syntax
from riskscan.norms.concepts import Own
from riskscan.norms.hits import HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import POWER, Actor, Frame, Modality, Role
from riskscan.norms.predicate import Predicate
from riskscan.norms.ru.actors import SentenceReader
from riskscan.norms.ru.embedded import find_embedded
from riskscan.norms.ru.phrases import find_phrases, longest_roles
from riskscan.norms.ru.predicates import find_predicates
from riskscan.norms.ru.sentence import Sentence
from riskscan.norms.ru.short_names import ShortNames
from riskscan.norms.ru.surface import Nominative
from riskscan.norms.ru.words import Word, word_facts
from riskscan.norms.sentence_bits import SentenceBits, marked
from riskscan.text import Span

_PASSIVE = Word.SHORT | Word.REFLEXIVE
_DOUBTFUL = frozenset({Role.DOCUMENT, Role.UNRESOLVED})
_JOINT = 10  # tokens from a conjunction to the verb it joins
_ENTITLING = {Modality.MAY}
_GOES_ON = frozenset({"также", "если", "когда"})


class RussianFrames:
    """Builds the frames of one annotated Russian act, a sentence at a time."""

    def __init__(
        self,
        text: AnnotatedAct,
        table: HitTable,
        lexicon: Lexicon,
        nominative: Nominative,
        syntax: Syntax,
    ) -> None:
        self._syntax = syntax
        self._nominative = nominative
        self._plain: dict[int, SentenceReader] = {}
        self._flags = text.tokens.vocabulary.ask(word_facts, text.tokens.types)
        self._text = text
        self._table = table
        concepts = lexicon.concepts.values()
        self._roles = {c.id: c.role for c in concepts if c.role is not None}
        self._short = ShortNames(text, table, self._roles, self._flags)
        self._powers = frozenset(a.id for a in lexicon.actions.values() if a.power_only)
        self._modalities = {c.id: c.modality for c in concepts if c.modality is not None}

    def build(
        self,
        sentence: int,
        lead: Actor | None,
        lead_modality: Modality | None,
        previous: Actor | None,
    ) -> tuple[Frame, ...]:
        """All frames of a sentence, in text order."""
        reader = self._reader(sentence, lead, previous)
        laid = reader.sentence
        found = find_predicates(laid, self._modalities, lead_modality)
        predicates = [reader.voiced(predicate) for predicate in found]
        conditions = [predicate for predicate in predicates if reader.conditional(predicate)]
        framed = [(p, reader.actor(p)) for p in predicates if p not in conditions]
        for predicate in conditions:
            holder = reader.relative_holder(predicate)
            if holder is not None:
                framed.append((replace(predicate, embedded=True), holder))
        for predicate in find_embedded(laid, self._powers):
            holder = reader.embedded_holder(predicate, framed)
            if holder is not None:
                framed.append((predicate, holder))
        framed.sort(key=lambda pair: (pair[0].first, pair[0].head))
        framed = list(self._sharing(laid, framed))
        clauses = frozenset(laid.clause(predicate.head) for predicate in conditions)
        return tuple(
            self._frame(sentence, reader, predicate, actor, scope, clauses, choice)
            for (predicate, actor), scope, choice in zip(
                framed, self._scopes(laid, framed), _choices(laid, framed), strict=True
            )
        )

    def _sharing(
        self, laid: Sentence, framed: list[tuple[Predicate, Actor]]
    ) -> Iterator[tuple[Predicate, Actor]]:
        """«дирекция продлевает договор либо расторгает его»: the second verb has no new subject."""
        before: tuple[Predicate, Actor] | None = None
        for predicate, actor in framed:
            if before is not None and actor.role in _DOUBTFUL and not predicate.passive:
                one, theirs = before
                joint = _joint(laid, one, predicate)
                if (
                    joint is not None
                    and not one.passive
                    and theirs.role in POWER
                    and actor.span is not None
                    and actor.span.end <= self._text.tokens.span(joint, joint + 1).start
                ):
                    actor = theirs
            before = predicate, actor
            yield before

    def introduced(self, sentence: int) -> Actor | None:
        """Who a line without a predicate introduces («…, единый организатор:»)."""
        reader = self._reader(sentence)
        subjects = [p for p in reader.phrases if p.nominative(None)]
        named = [p for p in subjects if p.role is not None] or subjects
        return reader.as_actor(named[-1]) if named else None

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on."""
        return self._reader(frame.sentence).object(frame)

    def passive(self) -> SentenceBits:
        """The sentences with a short participle, a reflexive verb or an impersonal modal."""
        return self._with_word(_PASSIVE)

    def choosing(self) -> SentenceBits:
        """The sentences with an "or"."""
        return self._with_word(Word.OR)

    def describing(self) -> SentenceBits:
        """The sentences with a participle."""
        return self._with_word(Word.PARTICIPLE)

    def short_named(self) -> SentenceBits:
        """The sentences where a bare noun stands for a holder of power («центр»)."""
        return self._short.sentences

    def name(self, actor: Actor) -> str:
        """The actor in the nominative: «комиссией» → «комиссия»."""
        if actor.span is None:
            return ""
        words = self._text.written(actor.span).split()
        if actor.head >= len(words):
            return " ".join(words)
        return self._nominative(tuple(words), actor.head)

    def _with_word(self, kinds: int) -> SentenceBits:
        """The sentences with a word of any of some kinds."""
        words = (self._flags & kinds) != 0
        if not len(words):
            return 0
        return marked(np.logical_or.reduceat(words, self._text.sentences[:-1]))

    def _reader(
        self, sentence: int, lead: Actor | None = None, previous: Actor | None = None
    ) -> SentenceReader:
        if lead is None and previous is None and sentence in self._plain:
            return self._plain[sentence]
        laid = self._lay_out(sentence)
        roles = longest_roles(laid.hits, laid.flags, laid.first, self._roles)
        for head, full in self._short.named(sentence).items():
            if head not in roles or self._roles[roles[head].id] is Role.UNRESOLVED:
                roles[head] = full
        phrases = find_phrases(laid.first, laid.flags, roles, self._roles)
        reader = SentenceReader(
            laid, phrases, lead, previous, self._text, self._syntax, self._powers
        )
        self._plain[sentence] = reader
        return reader

    def _lay_out(self, sentence: int) -> Sentence:
        text = self._text
        first, last = text.sentence_tokens(sentence)
        flags: list[int] = self._flags[first:last].tolist()
        for hit in self._table.concept(sentence, Own.SET_PHRASE):
            for token in range(hit.start, hit.end):
                flags[token - first] = Word.ADVERB
        return Sentence(
            first,
            last,
            flags,
            text.clauses[first:last].tolist(),
            self._table.of(sentence),
        )

    def _frame(
        self,
        sentence: int,
        reader: SentenceReader,
        predicate: Predicate,
        actor: Actor,
        scope: tuple[int, int],
        conditions: frozenset[int],
        choice: int | None,
    ) -> Frame:
        modality = predicate.modality
        if modality in _ENTITLING and actor.role in {Role.PRIVATE, Role.CONTRACT_PARTY}:
            modality = Modality.ENTITLED
        tokens = self._text.tokens
        return Frame(
            sentence=sentence,
            provision=int(self._text.provisions[sentence]),
            first=predicate.first,
            last=predicate.last,
            head=predicate.head,
            clause=reader.sentence.clause(predicate.head),
            scope=scope,
            conditions=conditions,
            modality=modality,
            actions=predicate.actions,
            actor=actor,
            predicate=tokens.span(predicate.first, predicate.last),
            passive=predicate.passive,
            nominal=predicate.nominal,
            open=predicate.open,
            embedded=predicate.embedded,
            choice=choice,
            asides=tuple(aside for aside in reader.sentence.asides if predicate.head not in aside),
        )

    def _scopes(
        self, sentence: Sentence, framed: list[tuple[Predicate, Actor]]
    ) -> list[tuple[int, int]]:
        """The stretch of tokens whose elements belong to each predicate.

        Neighbouring predicates of one actor share their scope ("рассматривает и принимает решение
        в течение …"); where the actor changes, the border is the clause break between the two, and
        where the second is set against the first («регистрирует за день, а ответ дает …»), the «а».
        """
        scopes: list[tuple[int, int]] = []
        for position, (predicate, actor) in enumerate(framed):
            start, end = sentence.first, sentence.last
            for other, theirs in reversed(framed[:position]):
                against = self._against(sentence, other.last, predicate.first)
                if against is not None or not actor.may_be(theirs):
                    start = against or _border(sentence, other.last, predicate.first)
                    break
            for other, theirs in framed[position + 1 :]:
                against = self._against(sentence, predicate.last, other.first)
                if against is not None or not actor.may_be(theirs):
                    end = against or _border(sentence, predicate.last, other.first)
                    break
            scopes.append((start, end))
        return scopes

    def _against(self, sentence: Sentence, left: int, right: int) -> int | None:
        """Where «, а» sets one predicate against another.

        «а также» goes on, and «а при …» tells another case of the same.
        """
        normal = self._text.tokens.normal
        for token in range(right - 1, left, -1):
            if normal(token) == "а" and normal(token - 1) == ",":
                same = sentence.flag(token + 1) & Word.PREPOSITION or normal(token + 1) in _GOES_ON
                return None if same else token
        return None


def _choices(sentence: Sentence, framed: list[tuple[Predicate, Actor]]) -> list[int | None]:
    """Which predicates are joined by "or", as group ordinals: «одобряет, возвращает или отклоняет».

    The last two stand on both sides of the conjunction; those before them are joined by commas.
    """
    groups: list[int | None] = [None] * len(framed)
    for position in range(1, len(framed)):
        (one, actor), (other, theirs) = framed[position - 1], framed[position]
        if not (actor.may_be(theirs) and _joined(sentence, one, other, Word.OR)):
            continue
        first = position - 1
        while first and groups[first] is None and _listed(sentence, *framed[first - 1 : first + 1]):
            first -= 1
        group = groups[first] if groups[first] is not None else position
        groups[first : position + 1] = [group] * (position + 1 - first)
    return groups


def _listed(
    sentence: Sentence, one: tuple[Predicate, Actor], other: tuple[Predicate, Actor]
) -> bool:
    return one[1].may_be(other[1]) and _joined(sentence, one[0], other[0], Word.COMMA)


def _joined(sentence: Sentence, one: Predicate, other: Predicate, mark: int) -> bool:
    joint = _joint(sentence, one, other)
    return joint is not None and bool(sentence.flag(joint) & mark)


def _joint(sentence: Sentence, one: Predicate, other: Predicate) -> int | None:
    """The conjunction or comma right before the second of two like predicates, if it joins them."""
    if sentence.form(one.head) != sentence.form(other.head):
        return None
    for token in range(other.head - 1, max(one.head, other.head - _JOINT), -1):
        flag = sentence.flag(token)
        if flag & (Word.COORDINATOR | Word.COMMA):
            return token
        if flag & (Word.FINITE | Word.PARTICIPLE | Word.RELATIVE) and not flag & Word.NOUN:
            return None
    return None


def _border(sentence: Sentence, left: int, right: int) -> int:
    for token in range(right - 1, left - 1, -1):
        if token > left and sentence.clause(token) != sentence.clause(token - 1):
            return token
    for token in range(right - 1, left - 1, -1):
        if sentence.flag(token) & (Word.COMMA | Word.COORDINATOR):
            return token
    return right
