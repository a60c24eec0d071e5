"""Which provision a citation means."""

from __future__ import annotations

import pytest

from riskscan.structure import find_citations, path, resolve
from tests.structure.drawing import act, find

RULES = """
    ПРИКАЗЫВАЮ:
    1. Утвердить Правила.
    2. Смотрителю вести журнал.
    Утверждены приказом № 8
    Правила маяка
    Глава 1. Общее
    1. Вход платный.
    2. Вход закрыт:
    1) ночью;
    2) в шторм.
    Шторм объявляет порт.
    3. Смотритель:
    1) светит;
    2) звонит.
    Приложение 1
    к Правилам маяка
    Перечень комнат
    1. Башня.
    Приложение 2
    к Правилам маяка
    Перечень лестниц
    1. Винтовая.
"""
LAW = """
    Статья 1. Вход
    1. Вход платный.
    2. Вход закрыт ночью.
    Статья 2. Выход
    1. Выход свободный.
    Выход ночью запрещен.
    2. Выход один.
"""


def target(text: str, citation: str, *steps: str) -> list[tuple[str, ...]]:
    """The paths a citation leads to when it stands in the provision the steps reach."""
    found = act(text)
    at = find(found, *steps).index
    return [
        path(found, index)
        for cited in find_citations(citation, 0, len(citation))
        for index in resolve(found, cited, at)
    ]


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ("пунктом 2", ("instrument:1", "point:2")),
        ("подпунктом 2) пункта 2 настоящих Правил", ("instrument:1", "point:2", "subpoint:2")),
        ("подпунктом 1)", ("instrument:1", "point:3", "subpoint:1")),
        ("настоящим пунктом", ("instrument:1", "point:3")),
        ("частью второй пункта 2", ("instrument:1", "point:2", "indent:2")),
        ("приложению 2 к настоящим Правилам", ("instrument:1", "annex:2")),
        ("настоящими Правилами", ("instrument:1",)),
        ("главой 1", ("instrument:1", "chapter:1")),
        ("2-тармақтың 1) тармақшасы", ("instrument:1", "point:2", "subpoint:1")),
    ],
)
def test_inside_rules(citation: str, expected: tuple[str, ...]) -> None:
    """A bare number means the same instrument, a bare subpoint the same point."""
    assert target(RULES, citation, "instrument", "point 3", "subpoint 2") == [expected]


def test_a_bare_point_in_an_article_is_the_articles() -> None:
    """Points of different articles bear the same numbers."""
    assert target(LAW, "пунктом 2", "article 2", "point 1") == [("article:2", "point:2")]
    assert target(LAW, "пунктом 2 статьи 1", "article 2") == [("article:1", "point:2")]
    assert target(LAW, "частью второй пункта 1", "article 2") == [
        ("article:2", "point:1", "indent:2")
    ]
    assert target(LAW, "частью 2 статьи 1", "article 2") == [("article:1", "point:2")]


def test_an_annex_finds_its_own_point_first() -> None:
    """In an annex a bare number is the annex's, «настоящих Правил» the rules'."""
    steps = ("instrument", "annex 1", "point 1")
    assert target(RULES, "пунктом 1", *steps) == [("instrument:1", "annex:1", "point:1")]
    assert target(RULES, "пунктом 1 настоящих Правил", *steps) == [("instrument:1", "point:1")]
    assert target(RULES, "пунктом 3 Правил", *steps) == [("instrument:1", "point:3")]


@pytest.mark.parametrize(
    "citation",
    [
        "пунктом 99",
        "подпунктом 7) пункта 2",
        "статьей 5",
        "пунктом 2 статьи 5 Закона Республики Казахстан «О портах»",
        "приложению 9",
        "частью девятой пункта 2",
    ],
)
def test_what_is_not_there_is_not_found(citation: str) -> None:
    """Other acts and missing numbers lead nowhere."""
    assert target(RULES, citation, "instrument", "point 3") == []


def test_the_order_has_points_of_its_own() -> None:
    """The same number means another point in the order."""
    assert target(RULES, "пунктом 2", "point 1") == [("point:2",)]


def test_quoted_new_text_is_not_the_acts_own() -> None:
    """A number inside quotes is found from inside only."""
    text = """
        1. Дополнить пунктом 5 следующего содержания:
        «5. Вход платный.».
        2. Приказ краток.
    """
    assert target(text, "пунктом 5", "point 2") == []


@pytest.mark.parametrize("citation", ["пунктом 2 настоящей главы", "осы тараудың 2-тармағында"])
def test_an_extract_may_lack_the_heading_of_its_chapter(citation: str) -> None:
    """«пункт 2 настоящей главы» where no heading of a chapter is shown is point 2."""
    text = """
        2. Вход закрыт ночью.
        3. Смотритель светит.
    """
    assert target(text, citation, "point 3") == [("point:2",)]
