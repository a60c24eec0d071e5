"""Kazakh sentences → norm frames: predicates, who acts, what they act on, and their scope."""

from __future__ import annotations

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.norms.concepts import Own
from riskscan.norms.hits import HitTable
from riskscan.norms.kk.actors import SentenceReader
from riskscan.norms.kk.phrases import Phrase, find_phrases, strangers
from riskscan.norms.kk.predicates import find_predicates
from riskscan.norms.kk.sentence import Sentence
from riskscan.norms.kk.surface import bare
from riskscan.norms.kk.words import Word, word_facts
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import Actor, Frame, Modality, Role
from riskscan.norms.predicate import Predicate
from riskscan.norms.sentence_bits import SentenceBits, marked
from riskscan.text import Span

_ENTITLED = frozenset({Role.PRIVATE, Role.CONTRACT_PARTY})
_Framed = tuple[Predicate, Actor]


class KazakhFrames:
    """Builds the frames of one annotated Kazakh act, a sentence at a time."""

    def __init__(self, text: AnnotatedAct, table: HitTable, lexicon: Lexicon) -> None:
        self._text = text
        self._table = table
        self._flags = text.tokens.vocabulary.ask(word_facts, text.tokens.types)
        concepts = lexicon.concepts.values()
        self._roles = {c.id: c.role for c in concepts if c.role is not None}
        self._modalities = {c.id: c.modality for c in concepts if c.modality is not None}
        self._powers = frozenset(a.id for a in lexicon.actions.values() if a.power_only)
        self._laid: dict[int, Sentence] = {}
        self._phrases: dict[int, list[Phrase]] = {}

    def build(
        self,
        sentence: int,
        lead: Actor | None,
        lead_modality: Modality | None,
        previous: Actor | None,
    ) -> tuple[Frame, ...]:
        """All frames of a sentence, in text order."""
        laid = self._lay_out(sentence)
        reader = self._reader(laid, lead, previous)
        following = self._closing_modality(sentence) if lead_modality is None else None
        predicates = find_predicates(laid, self._modalities, lead_modality, following)
        framed = [(predicate, reader.actor(predicate)) for predicate in predicates]
        framed += self._embedded(laid, reader, predicates)
        framed.sort(key=lambda pair: (pair[0].first, pair[0].head))
        conditions = _conditions(laid)
        return tuple(
            self._frame(sentence, laid, predicate, actor, scope, conditions, choice)
            for (predicate, actor), scope, choice in zip(
                framed, _scopes(laid, framed), _choices(laid, framed), strict=True
            )
        )

    def object(self, frame: Frame) -> Span | None:
        """What a frame acts on."""
        laid = self._lay_out(frame.sentence)
        reader = self._reader(laid, None, None)
        return reader.object(frame.first, frame.head)

    def passive(self) -> SentenceBits:
        """The sentences with a passive verb."""
        return self._with_word(Word.PASSIVE)

    def choosing(self) -> SentenceBits:
        """The sentences with an "or"."""
        return self._with_word(Word.OR)

    def describing(self) -> SentenceBits:
        """The sentences with a participle or a conditional."""
        return self._with_word(Word.PARTICIPLE | Word.CONDITIONAL)

    def introduced(self, sentence: int) -> Actor | None:
        """Who a line without a predicate introduces («Комиссия:»)."""
        laid = self._lay_out(sentence)
        reader = self._reader(laid, None, None)
        subjects = [p for p in reader.phrases if p.subject()] or [
            p for p in reader.phrases if p.flags & Word.GENITIVE
        ]
        subjects = subjects or strangers(laid, reader.phrases)
        return reader.as_actor(subjects[-1]) if subjects else None

    def short_named(self) -> SentenceBits:
        """Short names need no sentences of their own: in Kazakh they are named like others."""
        return 0

    def name(self, actor: Actor) -> str:
        """The actor in the nominative: «уәкілетті органның» → «уәкілетті орган»."""
        if actor.span is None:
            return ""
        first, last = self._text.tokens.between(actor.span)
        words = self._text.written(actor.span).split()
        readings = self._text.tokens.readings(last - 1) if last > first else ()
        return " ".join([*words[:-1], bare(words[-1], readings)]) if words else ""

    def _with_word(self, kinds: int) -> SentenceBits:
        words = (self._flags & kinds) != 0
        if not len(words):
            return 0
        return marked(np.logical_or.reduceat(words, self._text.sentences[:-1]))

    def _lay_out(self, sentence: int) -> Sentence:
        found = self._laid.get(sentence)
        if found is None:
            first, last = self._text.sentence_tokens(sentence)
            flags: list[int] = self._flags[first:last].tolist()
            for hit in self._table.concept(sentence, Own.SET_PHRASE):
                flags[hit.start - first : hit.end - first] = [Word.ADVERB] * (hit.end - hit.start)
            found = self._laid[sentence] = Sentence(
                first,
                last,
                flags,
                self._text.clauses[first:last].tolist(),
                self._table.of(sentence),
            )
        return found

    def _reader(self, laid: Sentence, lead: Actor | None, previous: Actor | None) -> SentenceReader:
        tokens = self._text.tokens
        phrases = self._phrases.get(laid.first)
        if phrases is None:
            phrases = self._phrases[laid.first] = find_phrases(laid, self._roles)
        return SentenceReader(
            laid,
            phrases,
            lead,
            previous,
            lambda token: tokens.normal(token) if token < laid.last else "",
            tokens.span,
        )

    def _embedded(
        self, laid: Sentence, reader: SentenceReader, predicates: list[Predicate]
    ) -> list[_Framed]:
        """Powers told in passing: «басқарма кері қайтарған өтініш …»."""
        found: list[_Framed] = []
        covered = {token for p in predicates for token in range(p.first, p.last)}
        for token, actions in laid.verbs.items():
            flag = laid.flag(token)
            told = flag & Word.PARTICIPLE and not flag & (Word.PASSIVE | Word.NEGATIVE)
            if not told or token in covered or self._powers.isdisjoint(actions):
                continue
            holder = reader.embedded_holder(token)
            if holder is not None and token not in laid.conditions:
                predicate = Predicate.of(token, Modality.DECIDES, actions, embedded=True)
                found.append((predicate, holder))
        return found

    def _closing_modality(self, sentence: int) -> Modality | None:
        """The modality a list's last item says for all («1) … -уға; 2) … -уға құқылы.»)."""
        act, provision = self._text.act, int(self._text.provisions[sentence])
        if provision < 0:
            return None
        own = act.provisions[provision]
        if not act.document.text[own.text.start : own.text.end].rstrip().endswith(";"):
            return None
        parent = next(iter(act.ancestors(provision)), None)
        if parent is None:
            return None
        first, last = self._text.tokens.between(Span(own.span.end, parent.span.end))
        if first >= last:
            return None
        closing = int(np.searchsorted(self._text.sentences, last - 1, side="right")) - 1
        for hit in sorted(self._table.of(closing), key=lambda hit: -hit.end):
            if hit.group == "concept" and hit.id in self._modalities and hit.end >= last - 2:
                return self._modalities[hit.id]
        return None

    def _frame(
        self,
        sentence: int,
        laid: Sentence,
        predicate: Predicate,
        actor: Actor,
        scope: tuple[int, int],
        conditions: frozenset[int],
        choice: int | None,
    ) -> Frame:
        modality = predicate.modality
        if modality is Modality.MAY and actor.role in _ENTITLED:
            modality = Modality.ENTITLED
        return Frame(
            sentence=sentence,
            provision=int(self._text.provisions[sentence]),
            first=predicate.first,
            last=predicate.last,
            head=predicate.head,
            clause=laid.clause(predicate.head),
            scope=scope,
            conditions=conditions,
            modality=modality,
            actions=predicate.actions,
            actor=actor,
            predicate=self._text.tokens.span(predicate.first, predicate.last),
            passive=predicate.passive,
            nominal=predicate.nominal,
            open=predicate.open,
            embedded=predicate.embedded,
            choice=choice,
            asides=tuple(aside for aside in laid.asides if predicate.head not in aside),
        )


def _conditions(laid: Sentence) -> frozenset[int]:
    """The clauses that only state a condition: they end in it."""
    found: set[int] = set()
    for token in laid.conditions:
        end = token if laid.flag(token) & Word.CONDITIONAL else token + 1
        clause = laid.clause(token)
        following = end + 1 if laid.flag(end + 1) & Word.COMMA else end
        if following + 1 >= laid.last or laid.clause(following + 1) != clause:
            found.add(clause)
    return frozenset(found)


def _scopes(laid: Sentence, framed: list[_Framed]) -> list[tuple[int, int]]:
    """The stretch of tokens whose elements belong to each predicate.

    Neighbouring predicates of one actor share it; where the actor changes the border stands behind
    the earlier predicate, since the verb is last. A condition behind it is the next one's:
    «өтінімді қайтарады, ол үш рет қайтарылса, мәртебе жойылады».
    """
    scopes: list[tuple[int, int]] = []
    for position, (predicate, actor) in enumerate(framed):
        start, end = laid.first, laid.last
        for other, theirs in reversed(framed[:position]):
            if other.last <= predicate.head and not actor.may_be(theirs):
                start = other.last
                break
        for other, theirs in framed[position + 1 :]:
            elsewhere = not actor.may_be(theirs) or _conditional(laid, predicate, other)
            if predicate.last <= other.head and elsewhere:
                end = predicate.last
                break
        scopes.append((start, end))
    return scopes


def _conditional(laid: Sentence, one: Predicate, other: Predicate) -> bool:
    """Whether a condition stands between two predicates."""
    return any(one.last <= token < other.head for token in laid.conditions)


def _choices(laid: Sentence, framed: list[_Framed]) -> list[int | None]:
    """Which predicates are joined by "or", as group ordinals."""
    groups: list[int | None] = [None] * len(framed)
    for position in range(1, len(framed)):
        (one, actor), (other, theirs) = framed[position - 1], framed[position]
        if actor.may_be(theirs) and _offered(laid, one, other):
            group = groups[position - 1] or position
            groups[position - 1] = groups[position] = group
    return groups


def _offered(laid: Sentence, one: Predicate, other: Predicate) -> bool:
    """«ескертеді немесе жабады»: the "or" stands right behind the verb, of nouns elsewhere."""
    for token in range(one.head + 1, other.head):
        if laid.flag(token) & Word.OR:
            before = token - 1
            while laid.flag(before) & (Word.COMMA | Word.OR):
                before -= 1
            if before < one.last:
                return True
    return False
