"""What another sentence of the article settles."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document


def _found(analyzer: Analyzer, text: str, *rules: str) -> bool:
    return any(f.rule in rules for f in analyzer.analyze(Document(text)).findings if f.tier <= 2)


_OUTCOMES = ("discretion-wide.choice", "discretion-wide.alternatives", "discretion-wide.measures")


@pytest.mark.parametrize(
    "told",
    [
        "Задержание применяется при течи в корпусе; исправная баржа допускается.",
        "Баржа задерживается, если истек срок освидетельствования.",
        "80 – 100 – баржа допускается.\n3. 0 – 79 – баржа задерживается.",
    ],
    ids=["both outcomes", "one outcome of a pair", "rows of a table"],
)
def test_outcomes_told_apart_elsewhere_leave_no_choice(analyzer: Analyzer, told: str) -> None:
    """A later point that gives the outcomes their cases answers who gets what."""
    given = "1. Инспекция допускает баржу к рейсу либо задерживает ее.\n"
    assert _found(analyzer, given, *_OUTCOMES)
    assert not _found(analyzer, f"{given}2. {told}", *_OUTCOMES)


@pytest.mark.parametrize(
    "other",
    [
        "О допуске или задержании капитан извещается в тот же день.",
        "Жалоба на задержание удовлетворяется, если срок пропущен.",
    ],
    ids=["named together again", "a later step"],
)
def test_naming_the_outcomes_is_not_telling_them_apart(analyzer: Analyzer, other: str) -> None:
    """Sentences about how the outcome is announced or disputed give no case."""
    text = f"1. Инспекция допускает баржу к рейсу либо задерживает ее.\n2. {other}"
    assert _found(analyzer, text, *_OUTCOMES)


def test_a_word_is_measured_by_its_own_noun(analyzer: Analyzer) -> None:
    """«злостность доказывается …» explains «злостное», unless an official judges it."""
    given = "1. Патент изымается отделом за злостное нарушение.\n2. "
    rule = "vague-terms.evaluative"
    assert not _found(analyzer, given + "Злостность доказывается двумя протоколами за год.", rule)
    assert _found(analyzer, given + "Злостным нарушение признает инспектор.", rule)


def test_closed_exceptions_make_a_habit_a_rule(analyzer: Analyzer) -> None:
    """Exceptions closed by «только» must be exceptions of the same thing."""
    given = "1. Выплаты обычно перечисляются фондом на карту.\n2. "
    rule = "discretion-wide.hedge"
    assert not _found(analyzer, given + "На руки выплаты выдаются только жителям аулов.", rule)
    assert _found(analyzer, given + "Карту выпускает только банк.", rule)


def test_an_amount_is_given_in_numbers(analyzer: Analyzer) -> None:
    """The number must be of the very thing whose amount is set."""
    given = "1. Отдел устанавливает плату за место на пристани.\n2. "
    rule = "discretion-wide.amount"
    assert not _found(analyzer, given + "Плата – два месячных расчетных показателя.", rule)
    assert _found(analyzer, given + "Бланк квитанции составляет 500 тенге.", rule)
