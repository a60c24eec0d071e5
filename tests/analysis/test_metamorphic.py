"""Verdicts do not hang on a word: synonyms, inflection, order and numbers change nothing."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

ACTORS = ["Комиссия", "Департамент", "Акимат", "Министерство", "Фонд", "Инспекция", "Оператор"]


def factors(analyzer: Analyzer, text: str) -> set[str]:
    """The factors found at tier 1."""
    return {f.factor for f in analyzer.analyze(Document(text)).findings if f.tier == 1}


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize(
    ("norm", "factor"),
    [
        ("{} отказывает в приеме документов заявителя.", "refusal-grounds-open"),
        ("{} приостанавливает рассмотрение ходатайства.", "deadline-extension"),
        ("{} продлевает срок обследования.", "deadline-extension"),
        ("{} вправе запросить у заявителя дополнительные сведения.", "extra-documents"),
        ("{} по своему усмотрению меняет размер взноса.", "discretion-wide"),
    ],
)
def test_the_actor_is_a_role_not_a_word(
    analyzer: Analyzer, actor: str, norm: str, factor: str
) -> None:
    """Any holder of power in the same norm gets the same verdict."""
    assert factor in factors(analyzer, norm.format(actor))


ORDERS = [
    "Срок обследования может быть продлен инспекцией.",
    "Инспекцией может быть продлен срок обследования.",
    "Может быть продлен инспекцией срок обследования.",
    "Инспекция может продлить срок обследования.",
    "Инспекция вправе продлевать срок обследования.",
    "Сроки обследования могут продлеваться инспекцией.",
    "Допускается продление инспекцией срока обследования.",
    "Инспекция продлевает срок обследования.",
    "Инспекция имеет право на продление срока обследования.",
    "Срок обследования пролонгируется инспекцией.",
]


@pytest.mark.parametrize("text", ORDERS)
def test_word_order_voice_and_aspect(analyzer: Analyzer, text: str) -> None:
    """One power in ten wordings."""
    assert "deadline-extension" in factors(analyzer, text)


@pytest.mark.parametrize(
    "bound", ["три рабочих дня", "3 рабочих дня", "3 (три) рабочих дня", "один месяц"]
)
def test_any_number_bounds(analyzer: Analyzer, bound: str) -> None:
    """Digits, words or both: a bound is a bound."""
    text = f"Инспекция продлевает срок обследования не более чем на {bound}."
    assert "deadline-extension" not in factors(analyzer, text)
