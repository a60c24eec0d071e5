"""Who acts in a Russian sentence, on what, and which predicates only state a condition."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from riskscan.language.model import AnnotatedAct
from riskscan.language.ru.syntax import Syntax
from riskscan.norms.concepts import Own
from riskscan.norms.hits import Hit
from riskscan.norms.model import POWER, Actor, Frame, Modality, Role
from riskscan.norms.predicate import Predicate
from riskscan.norms.ru.phrases import Phrase
from riskscan.norms.ru.sentence import Sentence
from riskscan.norms.ru.words import Word
from riskscan.text import Span

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ADJACENT = 3  # tokens between a verb and the "в" that says what it is about
_PERSONAL = frozenset({"он", "она", "оно", "они"})
_SUBORDINATORS = frozenset(
    ("если", "ежели", "буде", "коль", "коли", "когда", "что", "чтобы", "поскольку", "пока", "хотя")
) | {"либо"}


class SentenceReader:
    """Answers about one sentence: who acts, on what, and what is only a condition."""

    def __init__(
        self,
        sentence: Sentence,
        phrases: list[Phrase],
        lead: Actor | None,
        previous: Actor | None,
        text: AnnotatedAct,
        syntax: Syntax,
        powers: frozenset[str],
    ) -> None:
        self._powers = powers  # actions that only an authority performs
        self._syntax = syntax
        self.sentence = sentence
        self.phrases = phrases
        self.lead = lead
        self.previous = previous
        self._text = text

    def actor(self, predicate: Predicate) -> Actor:
        """The actor of a predicate: its subject or agent, or what the sentence inherits."""
        entitled = self._entitled(predicate)
        if entitled is not None:
            return self.as_actor(entitled)
        if predicate.passive:
            agent = self._agent(predicate)
            holder = self._holder(predicate) if agent.role is Role.UNSTATED else None
            return self.as_actor(holder) if holder is not None else agent
        subject = self._antecedent(self._subject(predicate))
        holder = (
            self._holder(predicate) or self._charged(predicate) or self._decider(predicate, subject)
        )
        if holder is not None and (subject is None or subject.role is None):
            return self.as_actor(holder)
        inherited = self.lead or self.previous
        if subject is not None and not (inherited is not None and self._stands_in(subject)):
            return self.as_actor(subject)
        if inherited is not None:
            return replace(inherited, inherited=True)
        return Actor(Role.UNSTATED)

    def object(self, frame: Frame) -> Span | None:
        """What is acted on: the accusative, a passive's subject, a noun's complement."""
        # «приостановление лицензии осуществляется»: the action noun stands first
        anchor = min(frame.first, frame.head) if frame.nominal else frame.head
        after = [p for p in self.phrases if p.head > anchor and not self._acts(p, frame)]
        if frame.nominal:
            wanted = [p for p in after if p.complement and p.head <= anchor + 4]
        elif frame.passive:
            wanted = [p for p in self.phrases if p.nominative(None) and self._near(p, frame)]
            wanted.sort(key=lambda p: abs(p.head - frame.head))
        else:
            wanted = self._fronted(frame) or [
                p
                for p in after
                if p.preposition is None
                and not p.complement
                and not p.instrumental()  # «отказывает письмом»
                and self._near(p, frame)
            ]
            # «вручает владельцу акт»
            wanted.sort(key=lambda p: not p.flags & Word.ACCUSATIVE)
        wanted = wanted or [p for p in after[:1] if self._in_what(p, frame)]
        return self._span(wanted[0]) if wanted else None

    def _fronted(self, frame: Frame) -> list[Phrase]:
        """«удостоверения выдает отдел», «акт отдел направляет»: the object before the subject."""
        named = frame.actor.span
        if named is None or frame.actor.inherited:
            return []
        starts, case = self._text.tokens.starts, Word.ACCUSATIVE
        if named.start < self._text.tokens.span(self.sentence.first, self.sentence.last).start:
            return []
        before = (
            p
            for p in self.phrases
            if p.head < frame.first and starts[p.head] < named.start and self._near(p, frame)
        )
        return [p for p in before if p.preposition is None and not p.complement and p.flags & case]

    def _acts(self, phrase: Phrase, frame: Frame) -> bool:
        """«отказывает комиссия в приеме»: the subject behind its verb is no object."""
        named = frame.actor.span
        return named is not None and self._text.tokens.starts[phrase.start] == named.start

    def _in_what(self, phrase: Phrase, frame: Frame) -> bool:
        """«отказывает в выдаче паспорта»: the noun after "в" right behind the verb."""
        if frame.nominal and phrase.preposition is not None:  # «надзор за лифтами»
            over = self._text.tokens.normal(phrase.preposition) in {"за", "над"}
            return over and bool(phrase.flags & Word.INSTRUMENTAL)
        return (
            phrase.preposition is not None
            and bool(phrase.flags & Word.LOCATIVE)
            and self._text.tokens.normal(phrase.preposition) == "в"
            and phrase.preposition - frame.head <= _ADJACENT
        )

    def conditional(self, predicate: Predicate) -> bool:
        """Whether the predicate stands in an "if …" clause: a condition exercises no power."""
        if predicate.modal:
            return False
        clause = self.sentence.clause(predicate.head)
        token = predicate.head
        while token > self.sentence.first and self.sentence.clause(token - 1) == clause:
            token -= 1
        opening = {
            self._text.tokens.normal(t) for t in range(token, min(token + 3, predicate.head))
        }
        return bool(opening & _SUBORDINATORS) or any(
            self.sentence.flag(t) & Word.RELATIVE for t in range(token, predicate.head)
        )

    def voiced(self, predicate: Predicate) -> Predicate:
        """«покупатель вправе отказаться»: active, since a person is the reflexive's subject."""
        reflexive = Word.INFINITIVE | Word.REFLEXIVE
        if not (predicate.passive and predicate.modal):
            return predicate
        if self.sentence.flag(predicate.head) & reflexive != reflexive:
            return predicate
        subject = self._subject(predicate)
        acting = subject is not None and subject.role is not None
        return replace(predicate, passive=False) if acting else predicate

    def relative_holder(self, predicate: Predicate) -> Actor | None:
        """«заявка, рассмотрение которой останавливает отдел»: who acts upon what is described."""
        if self._powers.isdisjoint(predicate.actions):
            return None
        clause = [p for p in self.phrases if self._near(p, predicate)]
        relative = next((p for p in clause if p.flags & Word.RELATIVE), None)
        if relative is None or relative.head > predicate.head or relative.nominative(None):
            return None
        if predicate.passive:
            holders = [p for p in clause if p.instrumental()]
        else:
            holders = [p for p in clause if p.nominative(predicate.plural)]
        return next((self.as_actor(p) for p in holders if p.role in POWER), None)

    def embedded_holder(
        self, predicate: Predicate, framed: list[tuple[Predicate, Actor]]
    ) -> Actor | None:
        """Who stands behind a participle («отклоненная отделом») or a gerund («отдел, отказав»)."""
        if not predicate.passive:
            active = [a for p, a in framed if not p.passive and a.role in POWER]
            return active[0] if active and len(active) == len(framed) else None
        if predicate.nominal and any(p.modality is Modality.MUST_NOT for p, _ in framed):
            return None  # «отказ отделом без причин не допускается»
        agents = (
            p
            for p in self.phrases
            if p.role in POWER and p.instrumental() and p.head > predicate.head
        )
        agent = next(agents, None)
        if agent is None or not self._follows(agent, predicate):
            return None
        return self.as_actor(agent)

    def _follows(self, agent: Phrase, predicate: Predicate) -> bool:
        """Whether an agent stands right behind its participle, whatever modifies it between."""
        return agent.start <= predicate.head + 1 or not any(
            self.sentence.flag(t) & (Word.NOUN | Word.COMMA | Word.PREPOSITION)
            for t in range(predicate.head + 1, agent.start)
        )

    def _agent(self, predicate: Predicate) -> Actor:
        agents = [
            phrase
            for phrase in self.phrases
            if phrase.role is not None
            and (phrase.instrumental() or self._under_decision(phrase))
            and self._near(phrase, predicate)
            and not self._adnominal(phrase, predicate)
            and not self._become(phrase, predicate)
        ]
        if agents:
            # «обслуживание перевозчиком приостанавливается организатором»: the one after it
            after = [phrase for phrase in agents if phrase.head > predicate.head]
            nearest = min(after or agents, key=lambda phrase: abs(phrase.head - predicate.head))
            return self.as_actor(nearest)
        somebody = self._pronoun_agent(predicate)
        if somebody is not None:
            return somebody
        lead = self.lead
        if lead is not None and lead.role in POWER:
            return replace(lead, inherited=True)
        return Actor(Role.UNSTATED)

    def _become(self, phrase: Phrase, predicate: Predicate) -> bool:
        """«проекты признаются победителями»: what they become, and not who does it."""
        return phrase.role is Role.PRIVATE and any(
            hit.start <= predicate.head < hit.end for hit in self.sentence.concept(Own.BECOMING)
        )

    def _adnominal(self, phrase: Phrase, predicate: Predicate) -> bool:
        """Who belongs to a noun or participle: «после загрузки владельцем», «указанный законом»."""
        if phrase.role is Role.DOCUMENT:
            saying = Word.PARTICIPLE | Word.SHORT  # «чем предусмотрено документацией»
            before = range(phrase.start - 1, phrase.head)
            return any(self.sentence.flag(t) & saying for t in before if t != predicate.head)
        by = self.sentence.flag(phrase.start - 1)
        if by & Word.PARTICIPLE and not by & Word.SHORT and phrase.start - 1 != predicate.head:
            return True  # «по очередности, сформированной системой»
        return phrase.role is Role.PRIVATE and bool(
            self.sentence.flag(phrase.start - 1) & Word.NOUN
        )

    def _pronoun_agent(self, predicate: Predicate) -> Actor | None:
        """«выданный туристу жетон может быть сдан им»: the last one named before."""
        pronouns = [
            phrase
            for phrase in self.phrases
            if phrase.instrumental()
            and phrase.flags & Word.PRONOUN
            and phrase.head in {predicate.last, predicate.first - 1}
            and not self._owning(phrase)
        ]
        if not pronouns:
            return None
        before = [p for p in self.phrases if p.head < pronouns[0].head and p.role is not None]
        if before:
            return self.as_actor(before[-1])
        # «Пробы берет инспектор. В остальные дни пробы берутся им»
        inherited = self.lead or self.previous
        return replace(inherited, inherited=True) if inherited else Actor(Role.UNRESOLVED)

    def _owning(self, pronoun: Phrase) -> bool:
        """«лицензия, действие которой приостановлено»: whose, not by whom."""
        return bool(
            pronoun.flags & Word.RELATIVE and self.sentence.flag(pronoun.head - 1) & Word.NOUN
        )

    def _stands_in(self, subject: Phrase) -> bool:
        """«Она вправе сократить срок»: the one who acted in the sentence before."""
        return self._text.tokens.normal(subject.head) in _PERSONAL

    def _charged(self, predicate: Predicate) -> Phrase | None:
        """«проверка входит в обязанности отдела»: who the duty is of."""
        if not predicate.nominal:
            return None
        lists = self.sentence.concept(Own.FUNCTION_LIST)
        ends = {hit.end for hit in lists if hit.start > self.sentence.first}
        charged = (p for p in self.phrases if p.role is not None and p.complement)
        return next((phrase for phrase in charged if phrase.start in ends), None)

    def _decider(self, predicate: Predicate, subject: Phrase | None) -> Phrase | None:
        """«обследование переходит на весну распоряжением акима»: whose word moves a thing."""
        if subject is None or subject.flags & Word.ANIMATE:
            return None
        deciding = (p for p in self.phrases if p.role in POWER and self._near(p, predicate))
        return next((phrase for phrase in deciding if self._under_decision(phrase)), None)

    def _under_decision(self, phrase: Phrase) -> bool:
        """«по решению руководителя», «решением комиссии»."""
        if not phrase.complement:
            return False
        for hit in self.sentence.concept(Own.DECISION):
            if hit.end == phrase.start:
                flag = self.sentence.flag(hit.start)
                return bool(flag & Word.INSTRUMENTAL) or bool(
                    self.sentence.flag(hit.start - 1) & Word.PREPOSITION and flag & Word.DATIVE
                )
        return False

    def _subject(self, predicate: Predicate) -> Phrase | None:
        candidates = [p for p in self.phrases if p.nominative(predicate.plural)]
        if predicate.plural and not any(p.role for p in candidates):
            candidates += [p for p in self._coordinated() if p.role is not None]
        same = [p for p in candidates if self._near(p, predicate)]
        left = [p for p in same if p.head < predicate.first]
        right = [p for p in same if p.head > predicate.first]  # «вправе комиссия отказать»
        for group in (list(reversed(left)), right):
            acting = [p for p in group if p.role and not self._kept(p, same, predicate)]
            if acting:
                return self._parsed(acting, predicate) if _disputed(acting) else acting[0]
        if left and (predicate.modal or not (self.lead or self.previous)):
            # «план эксперт возвращает»: of two, the living one acts
            last = left[-1]
            living = last.flags & Word.ANIMATE and predicate.first - last.head <= _ADJACENT
            return last if living and last.nominative(False) else left[0]
        earlier = [p for p in candidates if p.head < predicate.first and p.role is not None]
        if earlier:
            return earlier[-1]
        return None

    def _kept(self, phrase: Phrase, same: list[Phrase], predicate: Predicate) -> bool:
        """«реестр ведет отдел», «палата ведет реестр и выдает значки»: a register kept, no doer."""
        if phrase.role is not Role.SYSTEM or not phrase.flags & Word.ACCUSATIVE:
            return False
        between = range(phrase.head + 1, predicate.first)
        joined = any(self.sentence.flag(t) & Word.COORDINATOR for t in between)
        return any(
            other.start == predicate.last or (joined and other.head < phrase.start)
            for other in same
            if other.role in POWER
        )

    def _coordinated(self) -> list[Phrase]:
        """«министерство и акимат проверяют»: singular subjects of one plural verb."""
        subjects = [p for p in self.phrases if not p.complement and p.preposition is None]
        return [
            one
            for one, other in pairwise(subjects)
            if one.nominative(False)
            and other.nominative(False)
            and any(self.sentence.flag(t) & Word.COORDINATOR for t in range(one.head, other.head))
        ]

    def _antecedent(self, subject: Phrase | None) -> Phrase | None:
        """«орган, который вправе»: the relative pronoun stands for the noun before its clause."""
        if subject is None or subject.role is not None:
            return subject
        if self._text.tokens.normal(subject.head) in _PERSONAL:
            named = [p for p in self.phrases if p.head < subject.start and p.role is not None]
            acting = [phrase for phrase in named if phrase.nominative(None)]
            if not acting and (self.lead or self.previous):
                return None
            return (acting or [subject])[-1]
        if not subject.flags & Word.RELATIVE:
            return subject
        before = [phrase for phrase in self.phrases if phrase.head < subject.start]
        while len(before) > 1 and before[-1].complement:
            before.pop()
        return before[-1] if before else subject

    def _parsed(self, acting: list[Phrase], predicate: Predicate) -> Phrase:
        """The subject by syntax where a holder of power and somebody else could both be it."""
        first = self.sentence.first
        words = [self._text.tokens.surface(token) for token in range(first, self.sentence.last)]
        arcs = self._syntax.parse(words)
        verbs = {predicate.first - first, predicate.head - first}
        for phrase in acting:
            position = phrase.head - first
            if arcs and arcs[position].head in verbs and arcs[position].relation in _SUBJECTS:
                return phrase
        return acting[0]

    def _holder(self, predicate: Predicate) -> Phrase | None:
        """«за оператором сохраняется возможность», «директору принадлежит право»."""
        if not (predicate.modal or predicate.nominal):
            return None
        marks = {"за", "у"} if predicate.passive else {"за", "у", "для"}
        owned = self._owned(predicate)
        for phrase in self.phrases:
            if phrase.role is None or not self._near(phrase, predicate):
                continue
            if phrase.start in owned:
                return phrase
            if phrase.role not in POWER and self._affected(phrase, predicate):
                continue
            if phrase.preposition is None:
                receives = predicate.passive and not predicate.nominal
                if (
                    phrase.flags & Word.DATIVE
                    and not phrase.complement
                    and predicate.modal
                    and not receives  # «заявителю может быть отказано»
                ):
                    return phrase
            elif self._text.tokens.normal(phrase.preposition) in marks and not self._belongs(
                phrase
            ):
                return phrase
        return None

    def _belongs(self, phrase: Phrase) -> bool:
        """«лимит, закрепленный за хозяйством», «сохранение места за студентом»: of the noun."""
        if phrase.preposition is None:
            return False
        before = self.sentence.flag(phrase.preposition - 1)
        if before & Word.PARTICIPLE and not before & Word.SHORT:
            return True
        return phrase.role is Role.PRIVATE and bool(before & Word.NOUN)

    def _owned(self, predicate: Predicate) -> set[int]:
        """Where an owner of a right would begin: «является правом акимата»."""
        if not predicate.modal:
            return set()
        rights, lists = self._rights(predicate), self.sentence.concept(Own.FUNCTION_LIST)
        ends = {hit.end for hit in rights}
        if any(hit.start == predicate.first for hit in rights):
            # «в полномочия смотрителя входит право закрывать вход»
            ends |= {hit.end for hit in lists}
        if predicate.last in ends:  # «составляет право, но не обязанность отдела»
            beyond = range(predicate.last, predicate.last + _ADJACENT + 1)
            ends |= {hit.end for hit in lists if hit.start in beyond}
        return ends

    def _rights(self, predicate: Predicate) -> list[Hit]:
        """The words of a predicate that say "a right"."""
        return [
            hit
            for hit in self.sentence.concept(Own.RIGHT_WORD)
            if predicate.first <= hit.start < predicate.last
        ]

    def _affected(self, phrase: Phrase, predicate: Predicate) -> bool:
        """«изъятие у должника осуществляется», «уменьшение премии автору возможно»."""
        if not predicate.nominal:  # «право закрывать вход посетителям»
            ends = predicate.modal and predicate.last == predicate.head + 1
            return ends and phrase.preposition is None and phrase.head > predicate.head
        if phrase.preposition is None:
            # «лицу не воспрещено назначение второй сиделки»
            return phrase.head > predicate.head or self._given(predicate)
        follows = phrase.head > predicate.first  # «возможно изъятие у должника» as well
        taken = follows and (not predicate.modal or predicate.head == predicate.last - 1)
        return taken and self._text.tokens.normal(phrase.preposition) == "у"

    def _entitled(self, predicate: Predicate) -> Phrase | None:
        """«лицо имеет право на возмещение акиматом», «порт располагает правом закрытия пути»."""
        if not (predicate.passive and predicate.nominal and predicate.modal):
            return None
        if not self.sentence.flag(predicate.first) & Word.FINITE or not self._owned(predicate):
            return None
        subject = self._antecedent(self._subject(predicate))
        owners = POWER | {Role.PRIVATE}
        return subject if subject is not None and subject.role in owners else None

    def _given(self, predicate: Predicate) -> bool:
        """Whether somebody in power must give it; «право на выплату» is the receiver's own."""
        own = bool(self._rights(predicate))
        return predicate.passive and not own and not self._powers.isdisjoint(predicate.actions)

    def _near(self, phrase: Phrase, predicate: Predicate | Frame) -> bool:
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


def _disputed(acting: list[Phrase]) -> bool:
    """Whether the candidates differ in holding power, so that the choice decides the verdict."""
    return len({phrase.role in POWER for phrase in acting}) > 1
