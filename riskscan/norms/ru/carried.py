"""Light verbs and the nouns they carry: «проводит проверку», «принимает решение о выдаче»."""

from __future__ import annotations

from dataclasses import replace

from riskscan.norms.concepts import Own
from riskscan.norms.predicate import Predicate
from riskscan.norms.ru.sentence import Sentence
from riskscan.norms.ru.words import NOMINATIVE, Word

LIGHT_REACH = 6  # tokens from a light verb to its noun
_ATTRIBUTES = 3  # tokens from a light verb to the body behind it


def with_noun(sentence: Sentence, predicate: Predicate) -> Predicate:
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
    light = any(hit.mark == verb and hit.id == Own.LIGHT_VERB for hit in sentence.hits)
    deciding = "decide" in sentence.verbs.get(verb, ())
    if not light and not deciding:
        return []
    if light and sentence.flag(verb) & Word.REFLEXIVE:
        subject = subject_noun(sentence, verb)  # «отбор проводится путем запроса цен»
        if subject:
            return subject
    if light and not deciding and _body_follows(sentence, verb):
        subject = subject_noun(sentence, verb)
        if subject:
            return subject
    clause = sentence.clause(verb)
    nouns: list[int] = []
    reach = verb + 1 + (2 * LIGHT_REACH if deciding else LIGHT_REACH)
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
        nouns = subject_noun(sentence, verb)
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
        and sentence.named(token, Own.AUTHORITY)
    )


def _body_follows(sentence: Sentence, verb: int) -> bool:
    """«отбор проб ведет районное управление санитарного контроля»: the doer, named by its work."""
    for token in range(verb + 1, min(verb + 1 + _ATTRIBUTES, sentence.last)):
        flag = sentence.flag(token)
        if sentence.named(token, Own.AUTHORITY):
            return bool(flag & NOMINATIVE)
        if flag & Word.NOUN:
            return False
    return False


def subject_noun(sentence: Sentence, verb: int) -> list[int]:
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
            and not (active and sentence.named(token, Own.AUTHORITY))
            and not (active and _subordinate(sentence, token))
        ):
            return [token]
    return []


def _subordinate(sentence: Sentence, token: int) -> bool:
    """«сведения о регистрации отдел получает», «управление, проводящее отбор, получает».

    Before an active verb the noun depends on another word, or belongs to a participle.
    """
    before = range(sentence.first, token)
    if sentence.flag(token) & Word.GENITIVE and any(sentence.flag(t) & Word.NOUN for t in before):
        return True
    opened = [t for t in before[1:] if _describes(sentence, t)]
    return bool(opened) and not any(sentence.flag(t) & Word.COMMA for t in range(opened[-1], token))


def _after_about(sentence: Sentence, verb: int, token: int) -> bool:
    """«решение о выдаче либо об отказе»: the noun stands after "о", or is coordinated to one."""
    prepositions = [
        left for left in range(verb + 1, token) if sentence.flag(left) & Word.PREPOSITION
    ]
    if not prepositions:
        return False
    before = sentence.flag(token - 1)
    return token - prepositions[-1] <= 3 or bool(before & (Word.COORDINATOR | Word.COMMA))
