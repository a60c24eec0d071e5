"""The day an act was adopted: its own, never that of an act it speaks of."""

from __future__ import annotations

from datetime import date

import pytest

from riskscan.structure.dated import adopted_on, is_published
from tests.structure.drawing import act

POINTS = "1. Маяк светит ночью.\n2. Маяк отдыхает днем."
TARMAQTAR = "1. Шамшырақ түнде жанады.\n2. Шамшырақ күндіз тынығады."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("О маяках\nПриказ Министра портов от 3 июня 2027 года № 8", date(2027, 6, 3)),
        ("О маяках\nРешение маслихата Приморского района от 03.06.2027 № 8", date(2027, 6, 3)),
        ("О маяках\nг. Актау 17 мая 2024 года", date(2024, 5, 17)),
        ("Правила маяков\nУтверждены приказом Министра от 9 мая 2021 года № 5", date(2021, 5, 9)),
        ("О маяках\nПриказ Министра портов от «__» ______ 2027 года № __", None),
        ("О внесении изменений в приказ Министра портов от 3 июня 2019 года № 8", None),
        ("О маяках\nПриказ Министра портов от 31 июня 2027 года № 8", None),
        ("О маяках", None),
    ],
)
def test_day_in_russian(head: str, expected: date | None) -> None:
    """The line of requisites, the place and day, the stamp of approval; a title tells nothing."""
    assert adopted_on(act(f"{head}\n{POINTS}")) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Шамшырақтар туралы\nПорт министрінің 2027 жылғы 3 маусымдағы № 8 бұйрығы", (2027, 6, 3)),
        ("Порт министрінің 2019 жылғы 3 маусымдағы № 8 бұйрығына өзгеріс енгізу туралы", None),
        ("Шамшырақтар туралы", None),
    ],
)
def test_day_in_kazakh(head: str, expected: tuple[int, int, int] | None) -> None:
    """The form stands behind the date, in the nominative."""
    day = date(*expected) if expected else None
    assert adopted_on(act(f"{head}\n{TARMAQTAR}")) == day


def test_notes_of_a_publisher_show_an_act_in_force() -> None:
    """«Сноска. …» is added by who publishes; an author's own note is no such thing."""
    note = "\nСноска. Пункт 2 с изменением, внесённым приказом Министра от 4 июня 2022 года № 9."
    assert is_published(act(POINTS + note))
    assert not is_published(act(POINTS + "\nПримечание: лампа меняется ночью."))
