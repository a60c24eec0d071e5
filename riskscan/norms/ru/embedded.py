"""Powers told in passing: participles, gerunds and action nouns with their doer."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.model import Modality
from riskscan.norms.predicate import Predicate
from riskscan.norms.ru.sentence import Sentence
from riskscan.norms.ru.words import NOMINATIVE, Word


def find_embedded(sentence: Sentence, powers: frozenset[str]) -> Iterator[Predicate]:
    """Powers told in passing: «заявка, отклоненная отделом, …», «отдел, отказав в приеме, …»."""
    for token, actions in sentence.verbs.items():
        flag = sentence.flag(token)
        if powers.isdisjoint(actions) or not flag & (Word.GERUND | Word.PARTICIPLE):
            continue
        if not sentence.flag(token - 1) & (Word.NEGATION | Word.PREPOSITION):
            passive = not flag & Word.GERUND
            yield Predicate.of(token, Modality.DECIDES, actions, passive=passive, embedded=True)
    yield from _done_by(sentence, powers)


def _done_by(sentence: Sentence, powers: frozenset[str]) -> Iterator[Predicate]:
    """«Возврат отделом заявки отмечается в журнале»: a deed with its doer right behind it."""
    for token, actions in sentence.nouns.items():
        if (
            not powers.isdisjoint(actions)
            and sentence.flag(token) & NOMINATIVE
            and not sentence.flag(token - 1) & (Word.PREPOSITION | Word.NOUN)
            and (sentence.flag(token + 1) | sentence.flag(token + 2)) & Word.INSTRUMENTAL
        ):
            yield Predicate.of(
                token, Modality.DECIDES, actions, passive=True, nominal=True, embedded=True
            )
