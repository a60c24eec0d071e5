"""Citations in Russian and Kazakh."""

from __future__ import annotations

import pytest

from riskscan.structure import find_citations
from riskscan.structure.citations import Citation


def cited(text: str) -> list[Citation]:
    """The citations of a whole text."""
    return find_citations(text, 0, len(text))


def steps(text: str) -> list[str]:
    """Citations as short strings: "point 12 subpoint 3"."""
    return [
        " ".join(f"{kind.value} {number}".strip() for kind, number in citation.steps)
        for citation in cited(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("подпунктом 3) пункта 12", ["point 12 subpoint 3"]),
        ("пунктами 2 и 3 статьи 33-1", ["article 33-1 point 2", "article 33-1 point 3"]),
        (
            "подпункты 1), 2) и 5) пункта 4",
            ["point 4 subpoint 1", "point 4 subpoint 2", "point 4 subpoint 5"],
        ),
        ("пункты 5–7", ["point 5", "point 6", "point 7"]),
        ("пунктами 5-7", ["point 5", "point 6", "point 7"]),
        ("пунктами 5-1 и 7", ["point 5-1", "point 7"]),
        ("пунктом 1-3", ["point 1-3"]),
        ("пунктом 33-1", ["point 33-1"]),
        ("пунктом 3) части второй статьи 5", ["article 5 part 2 subpoint 3"]),
        ("частью второй статьи 10", ["article 10 part 2"]),
        ("абзацем третьим подпункта 2) пункта 7", ["point 7 subpoint 2 indent 3"]),
        ("абзацы второй и четвертый пункта 1", ["point 1 indent 2", "point 1 indent 4"]),
        ("ч. 2 ст. 10", ["article 10 part 2"]),
        ("пп. 3) п. 12", ["point 12 subpoint 3"]),
        ("частью четвёртой статьёй 5", ["article 5 part 4"]),
        ("статьёй 12", ["article 12"]),
        ("главой 4", ["chapter 4"]),
        ("параграфа 2 главы 3", ["chapter 3 paragraph 2"]),
        ("приложению 2", ["annex 2"]),
        ("настоящим пунктом", ["point"]),
        ("подпунктом 1) настоящего пункта", ["point subpoint 1"]),
        ("подпунктом а) пункта 2", ["point 2 subpoint а"]),
        ("пункта 3 и пункта 5", ["point 3", "point 5"]),
        ("пункт выдачи; часть имущества; глава района", []),
        ("12-тармақтың 3) тармақшасы", ["point 12 subpoint 3"]),
        ("5-баптың 2-тармағының 3) тармақшасында", ["article 5 point 2 subpoint 3"]),
        ("33-1-баптың 2 және 3-тармақтары", ["article 33-1 point 2", "article 33-1 point 3"]),
        ("14-тармақтың 1), 2) тармақшалары", ["point 14 subpoint 1", "point 14 subpoint 2"]),
        ("10-баптың сегізінші бөлігі", ["article 10 part 8"]),
        ("1) тармақшаның екінші абзацы", ["subpoint 1 indent 2"]),
        ("осы баптың", ["article"]),
        ("2-қосымшаға сәйкес", ["annex 2"]),
        ("3-тарауда", ["chapter 3"]),
    ],
)
def test_steps_go_from_large_to_small(text: str, expected: list[str]) -> None:
    """Whatever the order of the language; one citation for each number listed."""
    assert steps(text) == expected


@pytest.mark.parametrize(
    ("text", "internal", "title"),
    [
        ("пунктом 12 настоящих Правил", True, None),
        ("пунктом 12 Правил", None, None),
        ("пунктом 12", None, None),
        ("приложению 2 к настоящим Правилам", True, None),
        ("приложению к настоящему приказу", True, None),
        ("настоящими Правилами", True, None),
        ("статьи 5 указанного Закона", False, "Закона"),
        ("статьи 7 Водного кодекса", False, "Водного кодекса"),
        ("статьи 18 Закона Республики Казахстан «О маяках»", False, "О маяках"),
        ('статьи 4 Закона Республики Казахстан от 4 мая 2009 года "О портах"', False, "О портах"),
        ("Законом Республики Казахстан «О маяках»", False, "О маяках"),
        ("Трудовым кодексом Республики Казахстан", False, "Трудовым кодексом Республики Казахстан"),
        ("осы Қағиданың 5-тармағы", True, None),
        ("осы Заңның 5-бабы", True, None),
        ("«Порттар туралы» Қазақстан Республикасы Заңының 14-бабы", False, "Порттар туралы"),
    ],
)
def test_whose_provision_it_is(text: str, internal: bool | None, title: str | None) -> None:
    """«Настоящий» and «осы» mean this act; a named law another; a bare number says nothing."""
    (found,) = cited(text)
    assert (found.internal, found.act_title) == (internal, title)


@pytest.mark.parametrize(
    ("text", "internal"),
    [
        ("Пункты 4–7 Правил приёма, утверждённых приказом Министра", False),
        ("пунктом 9 Инструкции «О пломбах», утвержденной совместным постановлением", False),
        ("пункта 4 Правил ведения реестра, утверждённых настоящим приказом", None),
        ("пункту 6 Правил. Акт, утверждённый приказом, хранится", None),
    ],
)
def test_rules_approved_by_another_act_are_another_act(text: str, internal: bool | None) -> None:
    """«Правил …, утверждённых приказом …» are not the rules the citation stands in."""
    assert {c.internal for c in cited(text) if c.steps} == {internal}


@pytest.mark.parametrize(
    ("before", "citation", "after"),
    [
        ("Отказ по ", "подпунктам 1) и 2) пункта 3 настоящих Правил", " обжалуется."),
        ("Согласно ", "статье 5 Закона Республики Казахстан «О маяках»", ", вход открыт."),
        ("", "Осы Қағидалардың 5-тармағының", " талаптары сақталады."),
    ],
)
def test_spans_cover_the_whole_expression(before: str, citation: str, after: str) -> None:
    """From the first unit to the act's name, and nothing else; positions are the document's."""
    text = before + citation + after
    assert {c.span.of(text) for c in find_citations(text, 0, len(text))} == {citation}


def test_citations_listed_together_share_their_act() -> None:
    """«пунктом 1 статьи 2 и статьей 3 Закона …»: both are of the law."""
    found = cited("пунктом 1 статьи 2 и статьей 3 Закона Республики Казахстан «О маяках»")
    assert [c.act_title for c in found] == ["О маяках", "О маяках"]
    assert {c.internal for c in cited("пункте 1, пункте 4 настоящих Правил")} == {True}


def test_only_the_stretch_asked_for_is_read() -> None:
    """Citations outside the stretch are not found."""
    text = "Согласно пункту 1. Согласно пункту 2."
    assert [c.steps[0][1] for c in find_citations(text, text.index(".") + 1, len(text))] == ["2"]


def test_a_long_range_is_cut() -> None:
    """«пункты 1–9999» does not make thousands of citations."""
    assert len(cited("пункты 1–9999")) <= 100
    assert len(cited("подпункты 1)–50) пунктов 1–50")) <= 100
