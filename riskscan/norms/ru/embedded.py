"""Powers told in passing: participles, gerunds and action nouns with their doer."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.model import Modality
from riskscan.norms.ru.sentence import Predicate, Sentence
from riskscan.norms.ru.words import NOMINATIVE, Word


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
