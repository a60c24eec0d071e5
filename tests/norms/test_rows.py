"""Rows of a table of terms."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

_RULE = "deadline-missing.decision"
_GIVEN = "1. Отдел выдает рыбаку пропуск на причал.\n2. Копия хранится в журнале.\n"


def _missing(analyzer: Analyzer, text: str) -> bool:
    return any(f.rule == _RULE for f in analyzer.analyze(Document(text)).findings)


@pytest.mark.parametrize(
    ("row", "missing"),
    [
        ("1) выдача пропуска – два рабочих дня;", False),
        ("1) выдача – не позднее вторника;", False),
        ("1) проверка причала – два рабочих дня;", True),
        ("1) выдача пропуска – по журналу;", True),
    ],
    ids=["the step", "the step alone", "another step", "no time"],
)
def test_a_row_gives_its_step_a_term(analyzer: Analyzer, row: str, missing: bool) -> None:
    """«выдача пропуска – два дня» answers for «выдает», however far down it stands."""
    table = f"Приложение. Сроки\n{row}\n2) осмотр лодки – один рабочий день."
    assert _missing(analyzer, _GIVEN)
    assert _missing(analyzer, _GIVEN + table) is missing
