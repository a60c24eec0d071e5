"""Numbers with their units: the same value and unit for both languages, digits or words."""

from __future__ import annotations

import pytest

from riskscan.norms.quantities import quantities
from riskscan.text import Span

SAME = [
    ("5 (пяти) рабочих дней", "5 (бес) жұмыс күні", ("5", "workday")),
    ("пятнадцати рабочих дней", "он бес жұмыс күні", ("15", "workday")),
    ("тридцать календарных дней", "күнтізбелік отыз күн", ("30", "calendar-day")),
    ("в трехдневный срок", "үш күндік мерзімде", ("3", "day")),
    ("двух суток", "екі тәулік", ("2", "day")),
    ("24 часов", "24 сағат", ("24", "hour")),
    ("трех месяцев", "үш ай", ("3", "month")),
    ("двадцати пяти лет", "жиырма бес жыл", ("25", "year")),
    ("восемнадцати лет", "он сегіз жасқа", ("18", "year")),
    ("пятидесяти месячных расчетных показателей", "елу айлық есептік көрсеткіш", ("50", "mci")),
    ("ста двадцати МРП", "120 АЕК", ("120", "mci")),
    ("0,5 процента", "0,5 пайыз", ("0.5", "percent")),
    ("двадцати тысяч тенге", "20 000 теңге", ("20000", "tenge")),
    ("13 ноября 2018 года", "2018 жылғы 13 қараша", ("2018-11-13", "date")),
    ("до 1 мая", "1 мамырға дейін", ("05-01", "date")),
    ("№ 37-204", "№ 37-204", ("37-204", "act")),
    ("десяти человек", "он адам", ("10", "person")),
    ("2 этапа", "2 кезең", ("2", "bare")),
    ("второй этап", "екінші кезең", ("2", "word")),
]


def read(text: str, language: str) -> list[tuple[str, str]]:
    """Values and units of a text."""
    return [(each.value, each.unit) for each in quantities(text, Span(0, len(text)), language)]


@pytest.mark.parametrize(("ru", "kk", "expected"), SAME, ids=[ru for ru, _, _ in SAME])
def test_both_languages_say_the_same(ru: str, kk: str, expected: tuple[str, str]) -> None:
    """Whether in digits or words, before or behind the kind of days."""
    assert read(ru, "ru") == [expected]
    assert read(kk, "kk") == [expected]


def test_the_span_covers_the_number_and_its_unit() -> None:
    """What is quoted is the whole quantity, with the words in brackets."""
    text = "Срок – 5 (пять) рабочих дней со дня подачи."
    (found,) = quantities(text, Span(0, len(text)), "ru")
    assert found.span.of(text) == "5 (пять) рабочих дней"


def test_a_unit_does_not_reach_over_a_stop() -> None:
    """A number that ends its sentence has no unit in the next one."""
    assert read("по форме 2. Дни отдыха", "ru") == [("2", "bare")]


def test_years_of_a_range_are_two_numbers() -> None:
    """Nothing between them is lost."""
    assert read("на 2026–2028 годы", "ru") == [("2026", "bare"), ("2028", "year")]
    assert read("2026–2028 жылдарға", "kk") == [("2026", "bare"), ("2028", "year")]
