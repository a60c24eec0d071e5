"""One thing under two names: what shows it, and what shows two things."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

RULE = "term-inconsistent.two-names"


def told(analyzer: Analyzer, *points: str) -> list[str]:
    """The second names that are found in an act of some points."""
    text = "\n".join(f"{number}. {point}" for number, point in enumerate(points, 1))
    found = analyzer.analyze(Document(text)).findings
    return [finding.quote for finding in found if finding.rule == RULE]


PAYER = ("Воду подают потребителю.", "Потребитель платит за воду.")


def test_a_name_that_gives_way_to_another_and_comes_back_is_one_thing(analyzer: Analyzer) -> None:
    """Who reads on must guess who the other is."""
    assert told(analyzer, PAYER[0], "Абонент хранит ключ.", PAYER[1]) == ["Абонент"]


@pytest.mark.parametrize(
    "second",
    [
        "Абонент и потребитель хранят по ключу.",  # both in one sentence
        "Потребитель хранит ключ.",
    ],
)
def test_names_told_together_or_alone_are_no_drift(analyzer: Analyzer, second: str) -> None:
    """Two things, or one name."""
    assert told(analyzer, PAYER[0], second, PAYER[1]) == []


def test_a_name_that_never_comes_back_may_be_of_somebody_else(analyzer: Analyzer) -> None:
    """First the one is told of, then the other."""
    assert told(analyzer, *PAYER, "Абонент хранит ключ.") == []


def test_a_paper_with_words_of_its_own_is_another_paper(analyzer: Analyzer) -> None:
    """The certificate says what it certifies."""
    own = "На печь нужен сертификат соответствия."
    assert told(analyzer, "Мастеру дают свидетельство.", own) == []


def test_a_name_the_act_explains_is_not_taken_for_another(analyzer: Analyzer) -> None:
    """«абонент – …» says who it is."""
    explained = "Абонент – хозяин колодца; он хранит ключ."
    assert told(analyzer, PAYER[0], explained, PAYER[1]) == []
