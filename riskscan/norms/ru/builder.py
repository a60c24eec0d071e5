"""Russian sentences → norm frames: predicates, who acts, what they act on, and their scope."""

from __future__ import annotations

from dataclasses import replace

from riskscan.language.model import AnnotatedAct
from riskscan.norms.hits import HitTable
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import POWER, Actor, Frame, Modality, Role
from riskscan.norms.ru.phrases import Phrase, find_phrases, longest_roles
from riskscan.norms.ru.predicates import Predicate, Sentence, find_predicates
from riskscan.norms.ru.surface import Nominative
from riskscan.norms.ru.words import Word, Words
from riskscan.text import Span

_SUBORDINATORS = frozenset({"если", "когда", "что", "чтобы", "поскольку", "пока", "хотя", "либо"})
_ENTITLING = {Modality.MAY}


class RussianFrames:
    """Builds the frames of one annotated Russian act, a sentence at a time."""

    def __init__(
        self,
        text: AnnotatedAct,
        table: HitTable,
        lexicon: Lexicon,
        words: Words,
        nominative: Nominative,
    ) -> None:
        self._nominative = nominative
        self._text = text
        self._table = table
        self._words = words
        concepts = lexicon.concepts.values()
        self._roles = {c.id: c.role for c in concepts if c.role is not None}
        self._modalities = {c.id: c.modality for c in concepts if c.modality is not None}
        self._actions = lexicon.actions

    def build(
        self,
        sentence: int,
        lead: Actor | None,
        lead_modality: Modality | None,
        previous: Actor | None,
    ) -> tuple[Frame, ...]:
        """All frames of a sentence, in text order."""
        laid = self._lay_out(sentence)
        roles = longest_roles(laid.hits, laid.flags, laid.first, set(self._roles))
        phrases = find_phrases(laid.first, laid.last, laid.flags, roles, self._roles)
        predicates = find_predicates(laid, self._modalities, lead_modality)
        reader = self._reader(laid, phrases, lead, previous)
        conditions = [predicate for predicate in predicates if reader.conditional(predicate)]
        framed = [(p, reader.actor(p)) for p in predicates if p not in conditions]
        clauses = frozenset(laid.clause(predicate.head) for predicate in conditions)
        return tuple(
            self._frame(sentence, reader, predicate, actor, scope, clauses)
            for (predicate, actor), scope in zip(framed, _scopes(laid, framed), strict=True)
        )

    def introduced(self, sentence: int) -> Actor | None:
        """Who a line without a predicate introduces («…, единый организатор:»)."""
        laid = self._lay_out(sentence)
        roles = longest_roles(laid.hits, laid.flags, laid.first, set(self._roles))
        phrases = find_phrases(laid.first, laid.last, laid.flags, roles, self._roles)
        named = [p for p in phrases if p.role is not None and p.nominative(None)]
        if not named:
            return None
        return self._reader(laid, phrases, None, None).as_actor(named[-1])

    def name(self, actor: Actor) -> str:
        """The actor in the nominative: «комиссией» → «комиссия»."""
        if actor.span is None:
            return ""
        words = actor.span.of(self._text.act.document.text).split()
        if actor.head >= len(words):
            return " ".join(words)
        return self._nominative(tuple(words), actor.head)

    def _reader(
        self, laid: Sentence, phrases: list[Phrase], lead: Actor | None, previous: Actor | None
    ) -> _Reader:
        return _Reader(laid, phrases, lead, previous, self._text)

    def _lay_out(self, sentence: int) -> Sentence:
        text = self._text
        first, last = int(text.sentences[sentence]), int(text.sentences[sentence + 1])
        flags = [self._words(identity) for identity in text.tokens.types[first:last].tolist()]
        return Sentence(
            first, last, flags, text.clauses[first:last].tolist(), self._table.of(sentence)
        )

    def _frame(
        self,
        sentence: int,
        reader: _Reader,
        predicate: Predicate,
        actor: Actor,
        scope: tuple[int, int],
        conditions: frozenset[int],
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
            clause=reader.sentence.clause(predicate.head),
            scope=scope,
            conditions=conditions,
            modality=modality,
            actions=predicate.actions,
            actor=actor,
            predicate=tokens.span(predicate.first, predicate.last),
            object=reader.object(predicate),
            passive=predicate.passive and not reader.acts_itself(predicate),
            nominal=predicate.nominal,
            open=predicate.open,
        )


class _Reader:
    """Answers about one sentence: who acts, on what, and what is only a condition."""

    def __init__(
        self,
        sentence: Sentence,
        phrases: list[Phrase],
        lead: Actor | None,
        previous: Actor | None,
        text: AnnotatedAct,
    ) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self.lead = lead
        self.previous = previous
        self._text = text

    def actor(self, predicate: Predicate) -> Actor:
        """The actor of a predicate: its subject or agent, or what the sentence inherits."""
        if predicate.passive and not self.acts_itself(predicate):
            agent = self._agent(predicate)
            holder = self._holder(predicate) if agent.role is Role.UNSTATED else None
            return self.as_actor(holder) if holder is not None else agent
        subject = self._subject(predicate)
        holder = self._holder(predicate)
        if holder is not None and (subject is None or subject.role is None):
            return self.as_actor(holder)
        if subject is not None:
            return self.as_actor(subject)
        inherited = self.lead or self.previous
        if inherited is not None:
            return replace(inherited, inherited=True)
        return Actor(Role.UNSTATED)

    def object(self, predicate: Predicate) -> Span | None:
        """What is acted on: the accusative, a passive's subject, a noun's complement."""
        after = [phrase for phrase in self.phrases if phrase.head > predicate.head]
        if predicate.nominal:
            wanted = [p for p in after if p.complement and p.head <= predicate.head + 4]
        elif predicate.passive:
            wanted = [
                p
                for p in self.phrases
                if p.nominative(predicate.plural) and self._near(p, predicate)
            ]
        else:
            wanted = [
                p
                for p in after
                if p.preposition is None and not p.complement and self._near(p, predicate)
            ]
        return self._span(wanted[0]) if wanted else None

    def conditional(self, predicate: Predicate) -> bool:
        """Whether the predicate stands in an "if …" clause: a condition exercises no power."""
        if predicate.modal:
            return False
        clause = self.sentence.clause(predicate.head)
        token = predicate.head
        while token > self.sentence.first and self.sentence.clause(token - 1) == clause:
            token -= 1
        opening = {
            self._text.tokens.normal(t) for t in range(token, min(token + 3, self.sentence.last))
        }
        return bool(opening & _SUBORDINATORS) or any(
            self.sentence.flag(t) & Word.RELATIVE for t in range(token, predicate.head)
        )

    def acts_itself(self, predicate: Predicate) -> bool:
        """«покупатель вправе отказаться»: a reflexive infinitive with a person as its subject."""
        reflexive = Word.INFINITIVE | Word.REFLEXIVE
        if not predicate.modal or self.sentence.flag(predicate.head) & reflexive != reflexive:
            return False
        subject = self._subject(predicate)
        return subject is not None and subject.role is not None

    def _agent(self, predicate: Predicate) -> Actor:
        agents = [
            phrase
            for phrase in self.phrases
            if phrase.role is not None
            and (phrase.instrumental() or self._under_decision(phrase))
            and self._near(phrase, predicate)
        ]
        if agents:
            nearest = min(agents, key=lambda phrase: abs(phrase.head - predicate.head))
            return self.as_actor(nearest)
        lead = self.lead
        if lead is not None and lead.role in POWER:
            return replace(lead, inherited=True)
        return Actor(Role.UNSTATED)

    def _under_decision(self, phrase: Phrase) -> bool:
        """«по решению руководителя», «решением комиссии»."""
        if not phrase.complement:
            return False
        for hit in self.sentence.hits:
            if hit.id == "decision" and hit.end == phrase.start:
                flag = self.sentence.flag(hit.start)
                return bool(flag & Word.INSTRUMENTAL) or bool(
                    self.sentence.flag(hit.start - 1) & Word.PREPOSITION and flag & Word.DATIVE
                )
        return False

    def _subject(self, predicate: Predicate) -> Phrase | None:
        candidates = [p for p in self.phrases if p.nominative(predicate.plural)]
        same = [p for p in candidates if self._near(p, predicate)]
        left = [p for p in same if p.head < predicate.first]
        right = [p for p in same if p.head >= predicate.last]
        for group in (list(reversed(left)), right):
            acting = [p for p in group if p.role is not None]
            if acting:
                return acting[0]
        if left and (predicate.modal or not (self.lead or self.previous)):
            return left[0]
        earlier = [p for p in candidates if p.head < predicate.first and p.role is not None]
        if earlier:
            return earlier[-1]
        return None

    def _holder(self, predicate: Predicate) -> Phrase | None:
        """«за оператором сохраняется возможность», «директору принадлежит право»."""
        if not (predicate.modal or predicate.nominal):
            return None
        for phrase in self.phrases:
            if phrase.role is None or not self._near(phrase, predicate):
                continue
            if phrase.preposition is None:
                if phrase.flags & Word.DATIVE and not phrase.complement and predicate.modal:
                    return phrase
            elif self._text.tokens.normal(phrase.preposition) in {"за", "у", "для"}:
                return phrase
        return None

    def _near(self, phrase: Phrase, predicate: Predicate) -> bool:
        return self.sentence.clause(phrase.head) == self.sentence.clause(predicate.head)

    def as_actor(self, phrase: Phrase) -> Actor:
        """The phrase as an actor; a noun the lexicon does not know is a thing or somebody."""
        span, head = self._span(phrase), phrase.head - phrase.start
        if phrase.role is not None:
            return Actor(phrase.role, span, head)
        thing = not phrase.flags & Word.ANIMATE
        role = Role.DOCUMENT if thing else Role.UNRESOLVED
        return Actor(role, span, head)

    def _span(self, phrase: Phrase) -> Span:
        last = phrase.head + 1
        for other in self.phrases:
            if other.complement and other.start == last:
                last = other.head + 1
        return self._text.tokens.span(phrase.start, last)


def _scopes(sentence: Sentence, framed: list[tuple[Predicate, Actor]]) -> list[tuple[int, int]]:
    """The stretch of tokens whose elements belong to each predicate.

    Neighbouring predicates of one actor share their scope ("рассматривает и принимает решение в
    течение …"); where the actor changes, the border is the clause break between the two.
    """
    scopes: list[tuple[int, int]] = []
    for position, (predicate, actor) in enumerate(framed):
        start, end = sentence.first, sentence.last
        for other, theirs in reversed(framed[:position]):
            if not _same(actor, theirs):
                start = _border(sentence, other.last, predicate.first)
                break
        for other, theirs in framed[position + 1 :]:
            if not _same(actor, theirs):
                end = _border(sentence, predicate.last, other.first)
                break
        scopes.append((start, end))
    return scopes


def _same(one: Actor, other: Actor) -> bool:
    return (
        one.span == other.span or Role.UNSTATED in {one.role, other.role} or one.role == other.role
    )


def _border(sentence: Sentence, left: int, right: int) -> int:
    for token in range(right - 1, left - 1, -1):
        if token > left and sentence.clause(token) != sentence.clause(token - 1):
            return token
    for token in range(right - 1, left - 1, -1):
        if sentence.flag(token) & (Word.COMMA | Word.COORDINATOR):
            return token
    return right
