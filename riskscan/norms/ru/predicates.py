"""Predicates of a Russian sentence: modal + infinitive, finite verb, passive, light verb + noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from riskscan.norms.hits import Hit
from riskscan.norms.model import Modality
from riskscan.norms.ru.words import NOMINATIVE, Word

# A modal reaches its infinitive across adverbs and short phrases, never across half a sentence.
_REACH = 14
_LIGHT_REACH = 6


@dataclass(frozen=True, slots=True)
class Predicate:
    """``first … last`` covers modal and action word; ``head`` is the action word's token.

    ``actions`` is empty for a verb of no class; ``open`` marks a modal whose verbs stand in the
    list below ("вправе:"), ``embedded`` a participle, a gerund or a verb of a relative clause.
    """

    first: int
    last: int
    head: int
    modality: Modality
    actions: tuple[str, ...]
    passive: bool = False
    nominal: bool = False
    plural: bool | None = None
    modal: bool = False
    open: bool = False
    embedded: bool = False


class Sentence:
    """One sentence laid out for reading: flags, hits and clause ordinals by token."""

    def __init__(
        self, first: int, last: int, flags: list[int], clauses: list[int], hits: tuple[Hit, ...]
    ) -> None:
        self.first = first
        self.last = last
        self.flags = flags
        self.clauses = clauses
        self.hits = hits
        self.verbs = _actions(hits, "verbs")
        self.nouns = _actions(hits, "nouns")
        # «не начисляется»: where the pattern marks the «не», it is part of the action
        self.denied = {
            mark + 1: a for mark, a in self.verbs.items() if self.flag(mark) & Word.NEGATION
        }

    def flag(self, token: int) -> int:
        """The flags of one token; nothing outside the sentence."""
        inside = self.first <= token < self.last
        return self.flags[token - self.first] if inside else 0

    def actions(self, token: int) -> tuple[str, ...]:
        """The actions of a verb, those of its denial among them."""
        own = self.verbs.get(token, ())
        return (*own, *(a for a in self.denied.get(token, ()) if a not in own))

    def form(self, token: int) -> int:
        """What kind of verb a token is: finite, infinitive or short participle."""
        flag = self.flag(token)
        kinds = (Word.INFINITIVE, Word.SHORT, Word.FINITE)
        return next((kind for kind in kinds if flag & kind), 0)

    def clause(self, token: int) -> int:
        """The clause ordinal of one token."""
        return self.clauses[token - self.first]


def find_predicates(
    sentence: Sentence, modalities: dict[str, Modality], lead: Modality | None
) -> list[Predicate]:
    """All predicates in text order. ``lead`` is the modality an introducing line leaves open."""
    found: list[Predicate] = []
    taken: set[int] = set()
    for hit in _modal_hits(sentence, modalities):
        for predicate in _modal(sentence, hit, modalities[hit.id], taken):
            found.append(predicate)
            taken.update(range(predicate.first, predicate.last))
            taken.add(predicate.head)
    found.extend(_bare(sentence, lead, taken))
    found.extend(() if found else _elliptic(sentence))
    found.sort(key=lambda predicate: (predicate.first, predicate.head))
    return found


def find_embedded(sentence: Sentence, powers: frozenset[str]) -> list[Predicate]:
    """Powers told in passing: «заявка, отклоненная отделом, …», «отдел, отказав в приеме, …»."""
    found: list[Predicate] = []
    for token, actions in sentence.verbs.items():
        flag = sentence.flag(token)
        if powers.isdisjoint(actions) or not flag & (Word.GERUND | Word.PARTICIPLE):
            continue
        if not sentence.flag(token - 1) & (Word.NEGATION | Word.PREPOSITION):
            gerund = bool(flag & Word.GERUND)
            found.append(
                Predicate(
                    token,
                    token + 1,
                    token,
                    Modality.DECIDES,
                    actions,
                    passive=not gerund,
                    embedded=True,
                )
            )
    found.extend(_done_by(sentence, powers))
    return found


def _done_by(sentence: Sentence, powers: frozenset[str]) -> Iterator[Predicate]:
    """«Возврат отделом заявки отмечается в журнале»: a deed with its doer right behind it."""
    for token, actions in sentence.nouns.items():
        if (
            not powers.isdisjoint(actions)
            and sentence.flag(token) & NOMINATIVE
            and not sentence.flag(token - 1) & (Word.PREPOSITION | Word.NOUN)
            and (sentence.flag(token + 1) | sentence.flag(token + 2)) & Word.INSTRUMENTAL
        ):
            yield Predicate(
                token,
                token + 1,
                token,
                Modality.DECIDES,
                actions,
                passive=True,
                nominal=True,
                embedded=True,
            )


def _actions(hits: tuple[Hit, ...], part: str) -> dict[int, tuple[str, ...]]:
    table: dict[int, tuple[str, ...]] = {}
    for hit in hits:
        if hit.group == "action" and hit.part == part and hit.id not in table.get(hit.mark, ()):
            table[hit.mark] = (*table.get(hit.mark, ()), hit.id)
    return table


def _modal_hits(sentence: Sentence, modalities: dict[str, Modality]) -> Iterator[Hit]:
    end = -1
    ordered = sorted(
        (hit for hit in sentence.hits if hit.group == "concept" and hit.id in modalities),
        key=lambda hit: (hit.start, -hit.end),
    )
    for hit in ordered:
        if hit.start >= end:
            yield hit
            end = hit.end


def _modal(
    sentence: Sentence, hit: Hit, modality: Modality, taken: set[int]
) -> Iterator[Predicate]:
    """The predicates one modal governs: each coordinated infinitive is one."""
    first = hit.start
    if sentence.flag(first - 1) & Word.NEGATION:
        first -= 1
        if modality in {Modality.MAY, Modality.MUST}:
            modality = Modality.MUST_NOT
    plural = _number(sentence.flag(hit.start))
    base = Predicate(first, hit.end, hit.start, modality, (), plural=plural, modal=True)
    heads = list(_complements(sentence, _verbs_from(sentence, hit), taken))
    own = sentence.verbs.get(hit.start, ())
    if not heads and own and hit.end == hit.start + 1 and modality is not Modality.MUST:
        return  # «жалоба разрешается»: an action of its own
    if not heads:
        bare = _without_infinitive(sentence, base)
        yield replace(bare, actions=tuple(dict.fromkeys((*own, *bare.actions))))
        return
    for head, passive in heads:
        actions = sentence.actions(head)
        yield replace(
            _with_noun(sentence, replace(base, head=head, actions=actions, passive=passive)),
            first=min(first, head),
            last=max(hit.end, head + 1),
        )


def _verbs_from(sentence: Sentence, hit: Hit) -> int:
    """Where a modal's verbs begin: after it, or inside («право отказать принадлежит …»)."""
    inside = range(hit.start + 1, hit.end)
    return next((t for t in inside if sentence.flag(t) & Word.INFINITIVE), hit.end)


def _complements(sentence: Sentence, start: int, taken: set[int]) -> Iterator[tuple[int, bool]]:
    """Infinitives (or "быть" + short participle) after a modal, with whether they are passive."""
    limit = min(sentence.last, start + _REACH)
    token, seen = start, False
    while token < limit:
        flag = sentence.flag(token)
        if token in taken or (flag & Word.FINITE and not flag & (Word.INFINITIVE | Word.NOUN)):
            return
        if flag & Word.INFINITIVE and flag & Word.COPULA:
            short = _short_after(sentence, token + 1)
            if short is not None:
                yield short, True
                token, seen, limit = short, True, min(sentence.last, short + _REACH)
        elif flag & Word.INFINITIVE:
            if seen and not _coordinated(sentence, token):
                return
            yield token, bool(flag & Word.REFLEXIVE)
            seen, limit = True, min(sentence.last, token + _REACH)
        elif seen and flag & Word.SHORT and _coordinated(sentence, token):
            yield token, True
            limit = min(sentence.last, token + _REACH)
        token += 1


def _short_after(sentence: Sentence, start: int) -> int | None:
    for token in range(start, min(sentence.last, start + 5)):
        if sentence.flag(token) & Word.SHORT:
            return token
    return None


def _coordinated(sentence: Sentence, token: int) -> bool:
    """Whether a conjunction or comma stands right before the verb (an adverb may come between)."""
    for left in (token - 1, token - 2):
        flag = sentence.flag(left)
        if flag & (Word.COORDINATOR | Word.COMMA):
            return True
        if not flag & (Word.ADVERB | Word.NEGATION | Word.STOP):
            return False
    return False


def _without_infinitive(sentence: Sentence, base: Predicate) -> Predicate:
    """«допускается продление», «продление допускается», or an open «вправе:»."""
    fronted = _fronted_participle(sentence, base)
    noun = None if fronted is not None else _governed_noun(sentence, base)
    if noun is not None:
        head, actions = noun
        return replace(
            base,
            head=head,
            actions=actions,
            nominal=True,
            passive=True,
            first=min(base.first, head),
            last=max(base.last, head + 1),
        )
    if fronted is not None:
        return replace(
            base,
            head=fronted,
            actions=sentence.verbs.get(fronted, ()),
            passive=True,
            first=fronted,
        )
    infinitive = _left_infinitive(sentence, base.first)
    if infinitive is not None:
        return replace(
            base, head=infinitive, actions=sentence.verbs.get(infinitive, ()), first=infinitive
        )
    # «проекты, подлежащие внесению» describes: only a finite «подлежит» lays a duty down
    due = base.modality is Modality.MUST and not sentence.flag(base.first) & Word.PARTICIPLE
    noun_head = _plain_noun(sentence, base.last, NOMINATIVE | Word.DATIVE if due else NOMINATIVE)
    if noun_head is not None:
        return replace(base, head=noun_head, nominal=True, passive=True, last=noun_head + 1)
    left = _left_noun(sentence, base)
    if left is not None:
        return replace(base, head=left, nominal=True, passive=True, first=left)
    return replace(base, open=True)


def _governed_noun(sentence: Sentence, base: Predicate) -> tuple[int, tuple[str, ...]] | None:
    """The action noun after a modal, before it as its subject, or after it beyond a preposition."""
    right = _noun_action(sentence, base.last, base.last + _LIGHT_REACH)
    if right is not None and _governs(sentence, base.last, right[0]):
        return right
    left = _subject_noun(sentence, base.first)
    return (left[0], sentence.nouns[left[0]]) if left else right


def _governs(sentence: Sentence, start: int, noun: int) -> bool:
    """«допускается продление», «право на продление», not «возможно на этапе рассмотрения»."""
    between = [sentence.flag(token) for token in range(start, noun)]
    if not any(flag & Word.PREPOSITION for flag in between):
        return True
    direct = not any(flag & Word.NOUN for flag in between)
    return direct and sentence.flag(noun) & (Word.ACCUSATIVE | Word.GENITIVE) == Word.ACCUSATIVE


def _plain_noun(sentence: Sentence, start: int, case: int) -> int | None:
    """«возможно комплектование …», «подлежит перевеске»: a noun of no class after a modal."""
    for token in range(start, min(start + 4, sentence.last)):
        flag = sentence.flag(token)
        if flag & Word.NOUN and flag & case:
            return token
        if flag and not flag & (Word.ADJECTIVE | Word.ADVERB):
            return None
    return None


def _left_noun(sentence: Sentence, base: Predicate) -> int | None:
    """«замена участка возможна»: the subject of an impersonal modal is what may be done."""
    if not _is(sentence, base.first, "impersonal"):
        return None
    clause = sentence.clause(base.first)
    for token in range(sentence.first, base.first):
        here = sentence.flag(token)
        if here & NOMINATIVE and here & Word.NOUN and sentence.clause(token) == clause:
            return None if sentence.flag(token - 1) & Word.PREPOSITION else token
    return None


def _fronted_participle(sentence: Sentence, base: Predicate) -> int | None:
    """«приостановлена может быть и выплата»: the participle stands before its modal."""
    if not sentence.flag(base.last) & Word.COPULA:
        return None
    for token in range(base.first - 1, max(sentence.first, base.first - 4) - 1, -1):
        if sentence.flag(token) & Word.SHORT:
            return token
    return None


def _left_infinitive(sentence: Sentence, end: int) -> int | None:
    for token in range(end - 1, max(sentence.first, end - 2 * _REACH) - 1, -1):
        if sentence.flag(token) & Word.INFINITIVE:
            return token
    return None


def _noun_action(sentence: Sentence, start: int, end: int) -> tuple[int, tuple[str, ...]] | None:
    for token in range(max(start, sentence.first), min(end, sentence.last)):
        if token in sentence.nouns:
            return token, sentence.nouns[token]
        if (
            token > start
            and sentence.flag(token) & Word.FINITE
            and not sentence.flag(token) & Word.NOUN
        ):
            return None
    return None


def _with_noun(sentence: Sentence, predicate: Predicate) -> Predicate:
    """A light verb or "принять решение о …" takes its action from the nouns it carries."""
    nouns = _carried(sentence, predicate.head)
    if not nouns:
        return predicate
    actions = predicate.actions
    for noun in nouns:
        actions += tuple(action for action in sentence.nouns[noun] if action not in actions)
    return replace(
        predicate,
        actions=actions,
        nominal=True,
        passive=predicate.passive,
        first=min(predicate.first, nouns[0]),
        last=max(predicate.last, nouns[-1] + 1),
    )


def _carried(sentence: Sentence, verb: int) -> list[int]:
    """The action nouns a light verb carries: up to the next verb or clause boundary."""
    light = any(hit.mark == verb and hit.id == "light-verb" for hit in sentence.hits)
    deciding = "decide" in sentence.verbs.get(verb, ())
    if not light and not deciding:
        return []
    if light and sentence.flag(verb) & Word.REFLEXIVE:
        subject = _subject_noun(sentence, verb)  # «отбор проводится путем запроса цен»
        if subject:
            return subject
    clause = sentence.clause(verb)
    nouns: list[int] = []
    reach = verb + 1 + (2 * _LIGHT_REACH if deciding else _LIGHT_REACH)
    for token in range(verb + 1, min(reach, sentence.last)):
        if sentence.clause(token) != clause or _describes(sentence, token):
            break
        if _agent(sentence, verb, token) or _doer(sentence, token):
            continue
        if nouns and nouns[-1] == token - 1 and sentence.flag(token) & Word.GENITIVE:
            continue  # «решение о назначении выплаты»: what is granted is not yet paid
        if token in sentence.nouns and (not deciding or _after_about(sentence, verb, token)):
            nouns.append(token)
            if light and not deciding:
                break
    if not nouns and light:
        nouns = _subject_noun(sentence, verb)
    return nouns


def _describes(sentence: Sentence, token: int) -> bool:
    """«ведет реестр хозяйств, получивших возмещение»: a participle turns to something else."""
    before = sentence.flag(token - 1)
    return bool(sentence.flag(token) & Word.PARTICIPLE and before & Word.COMMA)


def _agent(sentence: Sentence, verb: int, token: int) -> bool:
    """«производится инспекцией»: a body, though its name can be an action."""
    return bool(
        token == verb + 1
        and sentence.flag(verb) & Word.REFLEXIVE
        and sentence.flag(token) & Word.INSTRUMENTAL
    )


def _doer(sentence: Sentence, token: int) -> bool:
    """«распределение мест осуществляет инспекция»: a body in the nominative does, is not done."""
    flag = sentence.flag(token)
    return bool(
        flag & Word.NOMINATIVE_SINGULAR
        and not flag & Word.ACCUSATIVE
        and _names_body(sentence, token)
    )


def _subject_noun(sentence: Sentence, verb: int) -> list[int]:
    """The action noun before a light verb: «Согласование … осуществляется», «Проверку … ведет»."""
    clause = sentence.clause(verb)
    active = not sentence.flag(verb) & Word.REFLEXIVE
    case = NOMINATIVE | (Word.ACCUSATIVE if active else 0)
    for token in range(sentence.first, verb):
        if (
            token in sentence.nouns
            and sentence.clause(token) == clause
            and sentence.flag(token) & case
            and not sentence.flag(token - 1) & Word.PREPOSITION
            and not (active and _names_body(sentence, token))
        ):
            return [token]
    return []


def _names_body(sentence: Sentence, token: int) -> bool:
    """«инспекция ведет список»: who acts, though the name can be an action."""
    return any(hit.id == "authority" and hit.start <= token < hit.end for hit in sentence.hits)


def _after_about(sentence: Sentence, verb: int, token: int) -> bool:
    """«решение о выдаче либо об отказе»: the noun stands after "о", or is coordinated to one."""
    prepositions = [
        left for left in range(verb + 1, token) if sentence.flag(left) & Word.PREPOSITION
    ]
    if not prepositions:
        return False
    before = sentence.flag(token - 1)
    return token - prepositions[-1] <= 3 or bool(before & (Word.COORDINATOR | Word.COMMA))


def _bare(sentence: Sentence, lead: Modality | None, taken: set[int]) -> Iterator[Predicate]:
    """Finite verbs without a modal, and infinitives a lead-in's modal left open."""
    governed = False
    for token in range(sentence.first, sentence.last):
        flag = sentence.flag(token)
        if token in taken:
            governed = True
            continue
        if _finite(flag):
            governed = True
            actions = sentence.actions(token)
            if sentence.flag(token - 1) & Word.NEGATION and token not in sentence.denied:
                continue
            yield _with_noun(
                sentence,
                Predicate(
                    token,
                    token + 1,
                    token,
                    Modality.DECIDES,
                    actions,
                    passive=_befalls(sentence, token)
                    or bool(flag & Word.REFLEXIVE and not _is(sentence, token, "deponent")),
                    plural=_number(flag),
                ),
            )
        elif flag & Word.INFINITIVE and lead is not None and not governed:
            yield _with_noun(
                sentence,
                Predicate(token, token + 1, token, lead, sentence.actions(token), modal=True),
            )


def _finite(flag: int) -> bool:
    """A finite verb: «ведут», but neither «правил» nor «часть», which are nouns here."""
    noun = Word.NOMINATIVE_SINGULAR if flag & Word.PRESENT else Word.NOUN
    return bool(flag & Word.FINITE) and not flag & noun


def _elliptic(sentence: Sentence) -> Iterator[Predicate]:
    """«доведение результата – с появлением возможности»: the verb is left out at the dash."""
    for token in range(sentence.first + 1, sentence.last - 1):
        if sentence.flag(token) & Word.DASH and sentence.flag(token + 1) & Word.PREPOSITION:
            before = range(sentence.first, token)
            head = next((t for t in before if t in sentence.nouns), None)
            actions = sentence.nouns.get(head, ()) if head is not None else ()
            if head is None:
                head = next((t for t in before if sentence.flag(t) & Word.NOUN), None)
            if head is not None:
                yield Predicate(
                    head, head + 1, head, Modality.DECIDES, actions, passive=True, nominal=True
                )
            return


def _befalls(sentence: Sentence, token: int) -> bool:
    """«дело лежит без движения»: somebody has left it there."""
    return _is(sentence, token, "befalls")


def _is(sentence: Sentence, token: int, concept: str) -> bool:
    return any(hit.id == concept and hit.start <= token < hit.end for hit in sentence.hits)


def _number(flag: int) -> bool | None:
    singular, plural = bool(flag & Word.SINGULAR), bool(flag & Word.PLURAL)
    return None if singular == plural else plural
