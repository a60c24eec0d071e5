"""Who acts in a Kazakh sentence, and on what."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from riskscan.norms.concepts import Own
from riskscan.norms.kk.phrases import MODIFIER, Phrase, by_decision, owner_of, strangers
from riskscan.norms.kk.sentence import Sentence
from riskscan.norms.kk.words import Word
from riskscan.norms.model import POWER, Actor, Modality, Role
from riskscan.norms.predicate import Predicate
from riskscan.text import Span

_OBJECT_REACH = 14  # tokens from a verb back to its object
_LONGEST_OBJECT = 6  # tokens
_GOVERNING = frozenset({"арқылы", "үшін", "туралы", "жөнінде", "бойынша"})  # no subject before
_OWN = frozenset({"өз", "өзінің"})
_RIGHTS = frozenset({"құқық", "құқығы", "мүмкіндік", "мүмкіндігі", "өкілеттік", "өкілеттігі"})
_PRONOUNS = frozenset({"ол", "олар", "бұл", "оның", "олардың"})
_MUTUAL = ("шарт", "меморандум", "келіс", "үйлес", "бірге", "бірлес", "қатар", "байланыс")
Spelling = Callable[[int], str]
Spans = Callable[[int, int], Span]


class SentenceReader:
    """Answers about one sentence: who acts, and on what."""

    def __init__(
        self,
        sentence: Sentence,
        phrases: list[Phrase],
        lead: Actor | None,
        previous: Actor | None,
        spell: Spelling,
        span: Spans,
    ) -> None:
        self.sentence = sentence
        self.phrases = phrases
        self._lead = lead
        self._previous = previous
        self._spell = spell
        self._span = span

    def actor(self, predicate: Predicate) -> Actor:
        """The actor of a predicate: its subject, whose decision it is, or what is inherited."""
        receiver = self._entitled(predicate)
        if receiver is not None:
            return self.as_actor(receiver)
        if predicate.passive:
            return self._behind_passive(predicate)
        subject = self._subject(predicate)
        if subject is not None and subject.role is not None:
            return self.as_actor(subject)
        decider = self._decider(predicate)
        if decider is not None:
            return self.as_actor(decider)
        inherited = self._lead or self._previous
        if inherited is not None and (subject is None or self._stands_in(subject)):
            return replace(inherited, inherited=True)
        if subject is None or self._impersonal(predicate):
            return Actor(Role.UNSTATED)
        return self.as_actor(subject)

    def _impersonal(self, predicate: Predicate) -> bool:
        """«… қайтаруға болады»: what stands before it in the nominative does nothing."""
        return predicate.modal and self._spell(predicate.last - 1) == "болады"

    def as_actor(self, phrase: Phrase) -> Actor:
        """A phrase as an actor."""
        role = phrase.role if phrase.role is not None else Role.UNRESOLVED
        return Actor(role, self._span(phrase.start, phrase.end), phrase.head - phrase.start)

    def object(self, predicate_first: int, head: int) -> Span | None:
        """What is acted on: the accusative before the verb, a passive's subject, a bare noun."""
        sentence = self.sentence
        begin = min(predicate_first, head)
        passive = any(sentence.flag(t) & Word.PASSIVE for t in range(begin, head + 1))
        subjects = {p.head for p in self.phrases if p.subject() and p.role is not None}
        named = {  # «өтініш берушіге»: words for somebody, the name of no thing
            token
            for p in self.phrases
            if not p.flags & (Word.NOMINATIVE | Word.ACCUSATIVE | Word.GENITIVE)
            for token in range(p.start, p.head)
        }
        bare: int | None = None
        receiver: int | None = None
        for token in range(begin - 1, max(sentence.first, begin - _OBJECT_REACH) - 1, -1):
            flag = sentence.flag(token)
            if sentence.clause(token) != sentence.clause(begin) or self._aside(token):
                continue
            if token in named:
                continue
            if flag & (Word.FINITE | Word.CONDITIONAL) and flag & Word.VERB_ONLY:
                break
            nominal = flag & (Word.NOUN | Word.VERBAL_NOUN)
            if not nominal or (token in subjects and not passive):
                continue
            if flag & Word.ACCUSATIVE and not passive:
                return self._noun_phrase(token, begin)
            if flag & Word.NOMINATIVE and bare is None and self._free(token):
                bare = token
                if passive:
                    break
            if flag & Word.DATIVE and token == begin - 1:
                receiver = token
        found = receiver if bare is None and not passive else bare
        return self._noun_phrase(found, begin) if found is not None else None

    def _free(self, token: int) -> bool:
        """Whether a noun stands for itself: neither a noun nor a postposition takes it."""
        taken = self.sentence.flag(token + 1) & Word.POSTPOSITION
        return not taken and owner_of(self.sentence, token) is None

    def _aside(self, token: int) -> bool:
        return any(token in aside for aside in self.sentence.asides)

    def embedded_holder(self, token: int) -> Actor | None:
        """«басқарма кері қайтарған өтініш»: a holder of power right before what he has done."""
        holders = [
            p
            for p in self.phrases
            if p.role in POWER and p.subject() and p.end <= token and token - p.end <= 4
        ]
        if not holders:
            return None
        between = range(holders[-1].end, token)
        if any(self._spell(each) in _OWN for each in between):
            return None  # «архив өз қызметін тоқтатқан нотариустың құжаттарын қабылдайды»
        return self.as_actor(holders[-1])

    def _noun_phrase(self, head: int, begin: int) -> Span:
        """A noun with what modifies it; whoever acts is no part of it."""
        start = head
        while start > self.sentence.first and head - start < _LONGEST_OBJECT:
            before = self.sentence.flag(start - 1)
            noun = before & (Word.NOUN | Word.VERBAL_NOUN) and before & Word.NOMINATIVE
            modifies = before & (MODIFIER | Word.GENITIVE) or noun
            if before & (Word.COMMA | Word.STOP | Word.COORDINATOR | Word.POSTPOSITION):
                break
            if not modifies or self._acts(start - 1, begin):
                break
            start -= 1
        return self._span(start, head + 1)

    def _acts(self, token: int, begin: int) -> bool:
        return any(
            (p.subject() or (p.owner is not None and p.owner >= begin)) and p.start <= token < p.end
            for p in self.phrases
        )

    def _entitled(self, predicate: Predicate) -> Phrase | None:
        """«көрсетілетін қызметті алушыға … құқық беріледі»: a right goes to a dative.

        Or rests with whoever stands behind it: «… құқығы басқармаға тиесілі».
        """
        if not predicate.modal or predicate.modality is not Modality.MAY:
            return None
        given = range(predicate.first, predicate.last)
        rights = [token for token in given if self._spell(token) in _RIGHTS]
        if not rights:
            return None
        behind = [
            p
            for p in self.phrases
            if rights[-1] < p.start
            and p.end <= predicate.last
            and p.flags & (Word.DATIVE | Word.OBLIQUE)
        ]
        if behind or not predicate.passive:
            return behind[-1] if behind else None
        receivers = [p for p in self.phrases if p.flags & Word.DATIVE and p.head < predicate.head]
        return receivers[-1] if receivers else None

    def _behind_passive(self, predicate: Predicate) -> Actor:
        decider = self._decider(predicate)
        if decider is not None:
            return self.as_actor(decider)
        for phrase in self.phrases:
            if phrase.head < predicate.last and self._spell(phrase.end) == "тарапынан":
                return self.as_actor(phrase)
        doer = self._doer(predicate)
        if doer is not None:
            return self.as_actor(doer)
        # «Комиссия: 1) … тексеріледі»
        if self._lead is not None and self._lead.role in POWER:
            return replace(self._lead, inherited=True)
        return Actor(Role.UNSTATED)

    def _doer(self, predicate: Predicate) -> Phrase | None:
        """«өтінім бөлім қызметкерімен қаралады»: done by whoever stands in the instrumental.

        Not what is done together with him: «инспекциямен келісіледі», «әкімдікпен шарт жасалады».
        """
        if self.sentence.named(predicate.head, Own.DEPONENT):
            return None
        return next(
            (
                p
                for p in self.phrases
                if p.role in POWER
                and p.flags & Word.INSTRUMENTAL
                and p.owner is None
                and p.head < predicate.last
                and self.sentence.clause(p.head) == self._clause(predicate)
                and not self._together(p, predicate)
            ),
            None,
        )

    def _together(self, phrase: Phrase, predicate: Predicate) -> bool:
        between = range(phrase.end, predicate.last)
        return any(
            self._spell(each).startswith(_MUTUAL) or self.sentence.named(each, Own.DEPONENT)
            for each in between
        )

    def _decider(self, predicate: Predicate) -> Phrase | None:
        """«басшының шешімі бойынша ұзартылады»."""
        deciding = (
            p
            for p in self.phrases
            if p.role in POWER and p.head < predicate.last and by_decision(self.sentence, p)
        )
        return next(deciding, None)

    def _subject(self, predicate: Predicate) -> Phrase | None:
        """The subject: of two, the one no embedded clause has for itself."""
        holder = self._right_holder(predicate)
        if holder is not None:
            return holder
        named = [p for p in self.phrases if self._can_act(p, predicate)]
        named = [p for p in named if not self._tells_of(p)] or named
        named = named or self._whose(predicate) or self._with_his_own(predicate)
        if named:
            return self._outermost(named, predicate)
        object_said = any(
            self.sentence.flag(token) & Word.ACCUSATIVE
            for token in range(self.sentence.first, predicate.first)
        )
        nearest = predicate.first if object_said else predicate.first - 1
        unknown = [
            p
            for p in strangers(self.sentence, self.phrases)
            if p.head < nearest and not self._told_aside(p.head, predicate)
        ]
        return unknown[0] if unknown else None

    def _can_act(self, phrase: Phrase, predicate: Predicate) -> bool:
        if phrase.role is Role.DOCUMENT and self._given(phrase.head):
            return False
        if self._spell(phrase.end) in _GOVERNING or self._has_given(phrase):  # «портал арқылы»
            return False
        if self._in_name(phrase):
            return False
        return phrase.head < predicate.last and phrase.subject()

    def _in_name(self, phrase: Phrase) -> bool:
        """«электрондық үкімет» веб-порталы: quoted words that only name the thing behind them."""
        named = self.sentence.flag(phrase.end + 1) & Word.NOUN
        return self._spell(phrase.end) == "»" and bool(named)

    def _has_given(self, phrase: Phrase) -> bool:
        """«өтініш беруші ұсынған құжаттарды тексереді»: it is somebody else who examines."""
        flag = self.sentence.flag(phrase.end)
        gave = flag & Word.PARTICIPLE and not flag & (Word.PASSIVE | Word.NEGATIVE | Word.FINITE)
        described = self.sentence.flag(phrase.end + 1) & (Word.NOUN | Word.ADJECTIVE)
        return (
            phrase.role is Role.PRIVATE
            and bool(gave and described)
            and "apply" in self.sentence.verbs.get(phrase.end, ())
        )

    def _tells_of(self, phrase: Phrase) -> bool:
        """«бөлім … тұрғын көрсеткен орынды қосады»: what a name did only tells which thing it is.

        Asked where somebody else is left to act.
        """
        flag = self.sentence.flag(phrase.end)
        did = flag & Word.PARTICIPLE and flag & Word.VERB_ONLY and not flag & Word.PASSIVE
        tells = self.sentence.flag(phrase.end + 1) & (Word.NOUN | Word.ADJECTIVE)
        return bool(did and tells) and not self.sentence.named(phrase.end, Own.COMES_ABOUT)

    def _given(self, token: int) -> bool:
        """«келісім беруден бас тартады»: a bare object right before its verbal noun."""
        after = self.sentence.flag(token + 1)
        return bool(after & Word.VERBAL_NOUN) and not after & Word.POSSESSED

    def _whose(self, predicate: Predicate) -> list[Phrase]:
        """«комиссияның … құқығы бар», «органның тоқтата тұруы мүмкін»: the owner acts."""
        if not predicate.modal:
            return []
        words = {*range(predicate.first, predicate.last), predicate.head}
        return [
            p
            for p in self.phrases
            if p.flags & Word.GENITIVE and p.head < predicate.last and p.owner in words
        ] or [
            p
            for p in self.phrases
            if p.flags & Word.GENITIVE
            and p.owner is None
            and p.head < predicate.first
            and self.sentence.flag(predicate.head) & Word.POSSESSED
        ]

    def _right_holder(self, predicate: Predicate) -> Phrase | None:
        """«инспектордың пункттің жұмысын тоқтатуға құқығы бар»: whose right, however far off.

        A genitive that opens the clause owns the right rather than the noun behind it.
        """
        given = range(predicate.head + 1, predicate.last)
        if not predicate.modal or not any(
            self.sentence.flag(token) & Word.NOUN and self.sentence.flag(token) & Word.POSSESSED
            for token in given
        ):
            return None
        owners = [
            p
            for p in self.phrases
            if p.flags & Word.GENITIVE
            and (p.head < predicate.first or p.owner in given)
            and self.sentence.clause(p.head) == self._clause(predicate)
        ]
        nearest = [p for p in owners if p.owner in given]
        opening = [p for p in owners if p.start == self.sentence.first]
        return next(iter(nearest or opening), None)

    def _with_his_own(self, predicate: Predicate) -> list[Phrase]:
        """«Сатушы орнынан бас тартады»: the first noun owns the second, and acts."""
        return [
            p
            for p in self.phrases
            if p.owner is not None
            and p.flags & Word.NOMINATIVE
            and p.head < predicate.first
            and not self.sentence.flag(p.owner) & (Word.NOMINATIVE | Word.GENITIVE)
            and not by_decision(self.sentence, p)
        ]

    def _outermost(self, named: list[Phrase], predicate: Predicate) -> Phrase:
        """«өтініш беруші құжат ұсынбаған жағдайда басқарма бас тартады»: the office acts."""
        free = [p for p in named if not self._told_aside(p.head, predicate)]
        free = [p for p in free if p.head > self._finished(predicate)] or free
        same = [p for p in free if self.sentence.clause(p.head) == self._clause(predicate)]
        chosen = same or free or named
        return chosen[0]

    def _finished(self, predicate: Predicate) -> int:
        """The finite verb that ends what is said before: «ата-ана шақырылады, мектеп хабарлайды».

        A subject behind it is the next verb's own.
        """
        ends = Word.FINITE | Word.VERB_ONLY
        for token in range(predicate.first - 1, self.sentence.first, -1):
            if self.sentence.flag(token) & ends == ends and token not in self.sentence.conditions:
                return token
        return self.sentence.first - 1

    def _told_aside(self, token: int, predicate: Predicate) -> bool:
        """Whether a condition or a description between a name and the verb has it as its own.

        The name nearest before a condition is the condition's, unless no other is left.
        """
        later = [p for p in self.phrases if p.subject() and token < p.head < predicate.first]
        ends = [end for end in range(token + 1, predicate.first) if end in self.sentence.conditions]
        return bool(ends) and any(p.head > ends[0] for p in later)

    def _stands_in(self, subject: Phrase) -> bool:
        """«Ол … құқылы»: the one who acted in the sentence before."""
        return self._spell(subject.head) in _PRONOUNS

    def _clause(self, predicate: Predicate) -> int:
        head = min(predicate.head, self.sentence.last - 1)
        return self.sentence.clause(head)
