"""Russian sentences: where they end in an act, and where they do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.language import Vocabulary, tokenize
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.language.sentences import sentence_starts

VOCABULARY = Vocabulary(RussianMorphology())


def sentences(text: str) -> list[str]:
    tokens = tokenize(text, VOCABULARY)
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    starts = tokens.starts[sentence_starts(tokens, begins)].tolist()
    return [
        text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "Срок равен пяти дням.|Он может быть продлен!|Кем?|Руководителем.",
        "Пункт исключен…|Далее по тексту.",
        "Как?!|Никак.",
        "Орган отвечает: «Срок истек.»|Заявитель уходит.",
        "(Действие приостановлено.)|Пункт 3 изменен.",
        "Заявка отклонена.|«Портал» уведомляет заявителя.",
        "Заявка отклонена.|– Портал уведомляет заявителя.",
        "Заявка отклонена.|5 дней спустя она подается снова.",
        "Согласно Закону РК № 5.|Заявитель вправе обжаловать отказ.",
        "1.|Заявитель подает заявку.",
    ],
)
def test_sentences_end(marked: str) -> None:
    """At a terminator with what closes after it, when a beginning follows."""
    assert sentences(marked.replace("|", " ")) == marked.split("|")


def test_a_forgotten_space_hides_no_sentence() -> None:
    """A long word, a point and a capitalised word are enough."""
    text = "Заявка подается в орган.Орган ее рассматривает."
    assert sentences(text) == ["Заявка подается в орган.", "Орган ее рассматривает."]


@pytest.mark.parametrize(
    "text",
    [
        "Согласно ст. 5 и пп. 2) п. 7 Правил срок равен 1.5 месяца.",
        "Сумма в 5 тыс. тенге и 3 млн. 200 тыс. долларов выплачивается.",
        "И.о. акима г. Астаны А. Б. Ахметов подписал акт.",
        "Проверка, т.е. контроль, и др. меры, в т.ч. осмотр.",
        "Выдача копий, справок и т.п. документов; прием заявлений.",
        "Приказ от 5 мая 2026 г. № 12 и от 6 июня 2026 г. 5 раз изменялся.",
        "На сайте adilet.zan.kz публикуется проект... и пояснения к нему.",
        "Слова «до 5 дней.», указанные в пункте 2, исключить.",
    ],
)
def test_sentences_go_on(text: str) -> None:
    """Over abbreviations, initials, numbers, addresses and everything a small letter follows."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "marked",
    [
        "Действует до 5 мая 2026 г.|Заявитель вправе обжаловать отказ.",
        "Выдаются копии, справки и т.д.|Заявитель получает их бесплатно.",
        "Штраф равен 2 млн.|Сумма уплачивается сразу.",
        "Бланки, формы и др.|Формы утверждает орган.",
    ],
)
def test_some_abbreviations_close_a_sentence(marked: str) -> None:
    """«г.», «т.д.», «млн.», «др.» do, before a capitalised word."""
    assert sentences(marked.replace("|", " ")) == marked.split("|")


def test_a_new_text_begins_a_sentence_whatever_stands_before() -> None:
    """Provisions never share a sentence."""
    tokens = tokenize("срок и порядок", VOCABULARY)
    begins = np.array([True, False, True])
    assert sentence_starts(tokens, begins).tolist() == [True, False, True]


@given(st.text(alphabet='аБвг1. !?…«»()"т-–;,№', max_size=40))
def test_any_text_is_divided(text: str) -> None:
    """The first token always begins a sentence; nothing is lost."""
    tokens = tokenize(text, VOCABULARY)
    begins = np.zeros(len(tokens), dtype=bool)
    begins[:1] = True
    starts = sentence_starts(tokens, begins)
    assert len(starts) == len(tokens)
    assert (starts[:1]).all()
