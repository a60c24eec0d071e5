"""Addresses, as a lawyer writes them."""

from __future__ import annotations

import pytest

from riskscan.structure import cite, path
from riskscan.structure.model import ProvisionKind
from tests.structure.drawing import act, find

RULES = """
    ПРИКАЗЫВАЮ:
    1. Утвердить Правила.
    Утверждены приказом № 8
    Правила маяка
    Глава 1. Общее
    12. Вход закрыт:
    1) ночью;
    3) в шторм:
    сильный;
    Шторм объявляет порт.
    Глава 2. Иное
    13. Вход открыт.
    Приложение 2
    к Правилам маяка
    Перечень комнат
    1. Башня.
"""


@pytest.mark.parametrize(
    ("steps", "ru", "kk", "en"),
    [
        (
            ("instrument", "point 12", "subpoint 3"),
            "подпункт 3) пункта 12 Правил",
            "Қағидалардың 12-тармағының 3) тармақшасы",
            "point 12, subpoint 3 of the Rules",
        ),
        (
            ("instrument", "point 12"),
            "пункт 12 Правил",
            "Қағидалардың 12-тармағы",
            "point 12 of the Rules",
        ),
        (
            ("instrument", "point 12", "subpoint 3", "indent"),
            "абзац второй подпункта 3) пункта 12 Правил",
            "Қағидалардың 12-тармағының 3) тармақшасының екінші абзацы",
            "point 12, subpoint 3, paragraph 2 of the Rules",
        ),
        (
            ("instrument", "chapter 2"),
            "глава 2 Правил",
            "Қағидалардың 2-тарауы",
            "chapter 2 of the Rules",
        ),
        (
            ("instrument", "annex 2", "point 1"),
            "пункт 1 приложения 2 Правил",
            "Қағидалардың 2-қосымшасының 1-тармағы",
            "annex 2, point 1 of the Rules",
        ),
        (("point 1",), "пункт 1 приказа", "бұйрықтың 1-тармағы", "point 1 of the order"),
        (("instrument",), "Правила", "Правила", "Правила"),
    ],
)
def test_addresses_in_an_order_with_rules(
    steps: tuple[str, ...], ru: str, kk: str, en: str
) -> None:
    """Small to large in Russian, large to small in Kazakh and English; the act is named."""
    found = act(RULES)
    index = find(found, *steps).index
    assert [cite(found, index, language) for language in ("ru", "kk", "en")] == [ru, kk, en]


def test_addresses_in_a_law() -> None:
    """Articles need no name of the act."""
    found = act("Статья 5-1. Вход\n1. Вход открыт:\n2) днем;\nВход один.")
    subpoint = find(found, "article 5-1", "point 1", "subpoint 2").index
    assert cite(found, subpoint, "ru") == "подпункт 2) пункта 1 статьи 5-1"
    assert cite(found, subpoint, "kk") == "5-1-баптың 1-тармағының 2) тармақшасы"
    assert path(found, subpoint) == ("article:5-1", "point:1", "subpoint:2")


def test_some_codes_have_parts() -> None:
    """Criminal and procedural codes call the numbered paragraphs of an article parts."""
    found = act("Морской процессуальный кодекс\nСтатья 5. Суд\n1. Суд решает:\n2) спор о маяке.")
    subpoint = find(found, "article 5", "point 1", "subpoint 2").index
    assert cite(found, subpoint, "ru") == "пункт 2) части 1 статьи 5"


def test_a_capitalised_paragraph_is_a_part() -> None:
    """«часть вторая» counts complete paragraphs, «абзац второй» the lines of a list."""
    found = act("4. Вход платный.\nПлату берет касса.\nКасса выдает:\nбилет;\nчек.")
    indents = [p.index for p in found.provisions if p.kind is ProvisionKind.INDENT]
    assert [cite(found, index, "ru") for index in indents] == [
        "часть вторая пункта 4",
        "часть третья пункта 4",
        "абзац четвертый пункта 4",
        "абзац пятый пункта 4",
    ]
    assert cite(found, indents[0], "kk") == "4-тармақтың екінші бөлігі"


def test_the_lead_in_of_an_article_is_passed_over() -> None:
    """A subpoint under an unnumbered lead-in is cited by the article."""
    found = act("Статья 4. Отказ\nВ приеме отказывают:\n1) без подписи;\n2) без даты.")
    assert cite(found, find(found, "article 4", "subpoint 2").index, "ru") == "подпункт 2) статьи 4"


def test_chapters_are_named_where_each_counts_from_one() -> None:
    """Otherwise two points would have one address."""
    found = act("Глава 1. Вход\n1. Вход открыт.\nГлава 2. Выход\n1. Выход открыт.")
    points = [p.index for p in found.provisions if p.kind is ProvisionKind.POINT]
    assert [cite(found, index, "ru") for index in points] == ["пункт 1 главы 1", "пункт 1 главы 2"]
    assert len({path(found, index) for index in points}) == 2


def test_rules_that_stand_alone_are_named() -> None:
    """A document that is itself the rules."""
    found = act("Правила маяка\n1. Вход открыт.")
    assert cite(found, find(found, "point 1").index, "kk") == "Қағидалардың 1-тармағы"


def test_new_text_is_cited_as_proposed() -> None:
    """A quoted point bears its own number, not that of the instruction."""
    found = act("1. Пункт 3 изложить в следующей редакции:\n«3. Вход закрыт.».")
    new = find(found, "point 1", "point 3").index
    assert cite(found, new, "ru") == "пункт 3 (в предлагаемой редакции)"
    assert path(found, new) == ("inserted", "point:3")


def test_the_act_itself_has_no_address() -> None:
    """The root is named by the title of the document."""
    found = act("1. Вход открыт.")
    assert (cite(found, 0, "ru"), path(found, 0)) == ("", ())
