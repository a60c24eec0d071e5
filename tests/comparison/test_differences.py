"""Pairs of norms: what differs is told once, what is only worded otherwise is not told."""

from __future__ import annotations

import pytest

from riskscan.comparison import Difference
from tests.comparison.conftest import Comparing, stated

ALIKE = [
    ("Срок – не более тридцати календарных дней.", "Мерзім күнтізбелік 30 күннен аспайды."),
    ("Отряд собирается в течение месяца.", "Жасақ бір ай ішінде жиналады."),
    ("Отбор проводится в 2 этапа.", "Іріктеу екі кезеңде өткізіледі."),
    ("Плата составляет 5 000 тенге.", "Төлемақы 5 мың теңгені құрайды."),
    ("Инспектор вправе остановить работы.", "Инспектор жұмыстарды тоқтатуға құқылы."),
    ("Инспектор может остановить работы.", "Инспектор жұмыстарды тоқтата алады."),
    ("Инспектор должен остановить работы.", "Инспектор жұмыстарды тоқтатуға тиіс."),
    ("Не допускается передача пропуска.", "Рұқсатнаманы беруге жол берілмейді."),
    ("Пропуск не может быть передан.", "Рұқсатнама басқаға берілмейді."),
    ("Запрещается ловля сетью.", "Аумен аулауға тыйым салынады."),
    ("Срок может быть продлен.", "Мерзім ұзартылуы мүмкін."),
    ("Порядок дан в пункте 1 настоящих Правил.", "Тәртіп осы Қағидалардың 1-тармағында."),
    ("Согласно части второй пункта 1 Правил.", "Қағидалардың 1-тармағының екінші бөлігіне сәйкес."),
    ("По статье 30 Закона «О связи».", "«Байланыс туралы» Заңның 30-бабы бойынша."),
    ("Ежегодно до 25 января сдается отчет.", "Жыл сайын 25 қаңтарға дейін есеп тапсырылады."),
    ("Отдел (далее – орган) ведет реестр.", "Бөлім (бұдан әрі – орган) тізілім жүргізеді."),
]  # fmt: skip
UNLIKE = [
    ("Пропуск дают за 5 рабочих дней.", "Рұқсатнама 7 жұмыс күнінде беріледі.", "term", 1),
    ("Пропуск дают за пять рабочих дней.", "Рұқсатнама күнтізбелік бес күнде беріледі.", "term", 1),
    ("Пропуск дают за пять дней.", "Рұқсатнама бес жұмыс күнінде беріледі.", "term", 2),
    ("Пропуск дают за пять рабочих дней.", "Рұқсатнама беріледі.", "term", 1),
    ("Плата – десять МРП.", "Төлемақы – жиырма АЕК.", "amount", 1),
    ("Пеня – 0,1 процента.", "Өсімпұл – 0,5 пайыз.", "amount", 1),
    ("В комиссии не менее 7 членов.", "Комиссияда кемінде 9 мүше бар.", "number", 1),
    ("Реестр от 5 марта 2024 года.", "2024 жылғы 6 наурыздағы тізілім.", "number", 1),
    ("Отдел обязан выдать пропуск.", "Бөлім рұқсатнама беруге құқылы.", "modality", 1),
    ("Отдел вправе выдать пропуск.", "Бөлім рұқсатнама береді.", "modality", 2),
    ("Не допускается передача пропуска.", "Рұқсатнама басқаға беріледі.", "modality", 1),
    ("Пропуск передают другим лицам.", "Рұқсатнаманы беруге жол берілмейді.", "modality", 1),
    ("Согласно пункту 1 Правил.", "Қағидалардың 3-тармағына сәйкес.", "reference", 1),
    ("Отдел (далее – орган) ведет реестр.", "Бөлім тізілім жүргізеді.", "definition", 2),
]


def norms(comparing: Comparing, ru: str, kk: str) -> tuple[Difference, ...]:
    """The differences of two texts whose second points are the norms."""
    found = comparing(f"1. Причал открыт.\n2. {ru}\n", f"1. Айлақ ашық.\n2. {kk}\n")
    return stated(found)


@pytest.mark.parametrize(("ru", "kk"), ALIKE)
def test_the_same_said_otherwise_is_no_difference(comparing: Comparing, ru: str, kk: str) -> None:
    """Digits and words, stock phrases of both languages, the order of a citation."""
    assert norms(comparing, ru, kk) == ()


@pytest.mark.parametrize(("ru", "kk", "kind", "tier"), UNLIKE)
def test_what_differs_is_told_once(
    comparing: Comparing, ru: str, kk: str, kind: str, tier: int
) -> None:
    """Each pair differs in one thing, which is told with its kind and tier."""
    assert [(each.kind, each.tier) for each in norms(comparing, ru, kk)] == [(kind, tier)]


def test_a_value_repeated_in_one_text_is_no_difference(comparing: Comparing) -> None:
    """What is missing is said already."""
    ru = "Пропуск дают за 5 рабочих дней; отказ шлют за 5 рабочих дней."
    assert norms(comparing, ru, "Рұқсатнама да, бас тарту да 5 жұмыс күнінде беріледі.") == ()


def test_places_quote_their_own_text(comparing: Comparing) -> None:
    """Look-alike letters and odd hyphens of the source do not move the places."""
    ru = "1. Причал открыт.\n2. Пропуск дают за 5 ра\u00adбочих дней.\n"
    kk = "1. Айлақ ашық.\n2. Pұқсатнама 7 жұмыс күнiнде берiледi.\n"  # Latin P and i
    (found,) = stated(comparing(ru, kk))
    assert found.ru.quote == ru[found.ru.start : found.ru.end] == "5 ра\u00adбочих дней"
    assert found.kk.quote == kk[found.kk.start : found.kk.end] == "7 жұмыс күнiнде"
    assert found.ru.provision.citation["ru"] == "пункт 2"
    assert found.kk.provision.citation["kk"] == "2-тармақ"
