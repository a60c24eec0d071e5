"""What another provision adds to a norm, and what it does not."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

POWER = "Статья 4. Пост\n1. Начальник станции вправе ограничить движение судов.\n"


@pytest.mark.parametrize(
    "limit",
    [
        "2. Ограничение применяется исключительно при высоте волны более двух метров.",
        "2. Движение ограничивается на час.\nСтатья 5. Случаи\n"
        "1. Предусмотренное статьей 4 ограничение длится до окончания шторма.",
        "2. Ограничивают движение, когда высота волны более двух метров.",
    ],
)
def test_a_power_taken_up_and_limited_elsewhere_is_silent(analyzer: Analyzer, limit: str) -> None:
    """By «только», by a citation of the article, by a condition of what the sentence is about."""
    assert not analyzer.analyze(Document(POWER + limit)).findings


@pytest.mark.parametrize(
    "other",
    [
        "2. Лоцман выходит на борт только по вызову капитана.",
        "2. Если капитан не согласен с ограничением, он подает рапорт.",
        "2. Лицензия выдается в порядке, предусмотренном статьей 4.",
    ],
)
def test_a_limit_of_something_else_clears_nothing(analyzer: Analyzer, other: str) -> None:
    """Another matter, a mere mention, a citation about another matter."""
    assert analyzer.analyze(Document(POWER + other)).findings
