"""Russian clauses: which words share a predicate."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.language import Vocabulary, tokenize
from riskscan.language.ru.clauses import clause_ordinals
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.language.sentences import sentence_starts

VOCABULARY = Vocabulary(RussianMorphology())


def clauses(text: str) -> str:
    """The text with the ordinal of the clause wherever it changes."""
    tokens = tokenize(text, VOCABULARY)
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    ordinals = clause_ordinals(tokens, sentence_starts(tokens, begins)).tolist()
    shown, last = "", 0
    for index, ordinal in enumerate(ordinals):
        start = int(tokens.ends[index - 1]) if index else 0
        shown += f" [{ordinal}]" if ordinal != last else ""
        shown += text[start : int(tokens.ends[index])]
        last = ordinal
    return shown


@pytest.mark.parametrize(
    "marked",
    [
        "Орган отказывает в выдаче. [1] Отказ мотивируется.",
        "Орган принимает заявку; [1] рассматривает ее: [2] лично.",
        "Орган отказывает, [1] если срок истек.",
        "Орган уведомляет, [1] что срок истек.",
        "Срок продлевается, [1] поскольку дело сложное, [2] а также если оно изменилось.",
        "Срок не продлевается, [1] так как дело простое.",
        "Утверждается порядок, [1] в соответствии с которым выдаются копии.",
        "Утверждается порядок, [1] условия применения которого публикуются.",
        "Орган отказывает – [1] если срок истек.",
        "Орган отказывает, [1] но может принять копию.",
        "Орган отказывает, [1] при этом он обязан назвать причину.",
    ],
)
def test_clauses_begin(marked: str) -> None:
    """After stops, and at subordinators, relatives and coordinators after a comma."""
    assert clauses(_plain(marked)) == marked


@pytest.mark.parametrize(
    "text",
    [
        "Срок может быть продлен, но не более чем на месяц, и приостановлен.",
        "Орган, выдающий разрешения, принимает заявки, жалобы, обращения.",
        "Срок и (или) размер определяется договором.",
        "Покупатель товаров (работ, услуг) вправе требовать счет.",
        "Заявка, поданная как лично, так и через портал, рассматривается.",
    ],
)
def test_clauses_go_on(text: str) -> None:
    """Over enumerations, participles, bounds and mere alternatives in brackets."""
    assert clauses(text) == text


@pytest.mark.parametrize(
    "marked",
    [
        "Лицо, [1] которое подало заявку, [0] вправе отозвать ее.",
        "Если лицо не явилось, [1] орган отказывает.",
        "Если лицо, [1] которое подало заявку, [0] не явилось, [2] орган отказывает.",
        "Если лицо, достигшее возраста, не явилось, [1] орган отказывает.",
        "Чтобы получить копию, [1] заявитель подает заявку.",
        "Орган отказывает [1] в случае, если срок истек, [0] и уведомляет заявителя.",
        "Орган отказывает, [1] за исключением случаев, когда срок не истек.",
        "В случае если срок истек, [1] орган отказывает.",
    ],
)
def test_the_interrupted_clause_is_taken_up_again(marked: str) -> None:
    """A subordinate clause ends where another predicate follows its own."""
    assert clauses(_plain(marked)) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "Орган [1] (далее – орган) [0] отказывает.",
        "Орган, [1] который [2] (при наличии жалобы или обращения) [1] решает, [0] отказывает.",
        "Лица [1] (граждане, их филиалы и (или) представительства) [0] платят сбор.",
        "Орган (суд отказывает.",
    ],
)
def test_parentheses_are_clauses_of_their_own(marked: str) -> None:
    """And the text after them continues the clause before them."""
    assert clauses(_plain(marked)) == marked


WORDS = "если лицо , которое ( ) ; : – и но вправе отказать в случае случаев что . Срок продлен"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=30).map(" ".join))
def test_clauses_never_cross_sentences(text: str) -> None:
    """Every token has a clause, ordinals come in order of first sight, sentences share none."""
    tokens = tokenize(text, VOCABULARY)
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    starts = sentence_starts(tokens, begins)
    ordinals = clause_ordinals(tokens, starts)
    first_seen = list(dict.fromkeys(ordinals.tolist()))
    assert first_seen == list(range(len(first_seen)))
    sentence = np.cumsum(starts)
    for ordinal in first_seen:
        assert len(set(sentence[ordinals == ordinal].tolist())) == 1


def _plain(marked: str) -> str:
    for ordinal in range(4):
        marked = marked.replace(f" [{ordinal}]", "")
    return marked
