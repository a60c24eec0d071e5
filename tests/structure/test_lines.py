"""Broken lines: what is one paragraph, and which numbers at the beginning of a line are labels."""

from __future__ import annotations

from textwrap import dedent

import pytest

from riskscan.structure import parse
from riskscan.structure.model import ProvisionKind
from riskscan.text import Document, Segment
from tests.structure.drawing import act, drawn, own

HARD_WRAPPED = dedent("""\
    О порядке работы лодочной станции на городском озере и о мерах безопасности
    на воде

    Глава 1. Общие положения и порядок допуска граждан к пользованию лодками в
    летнее время

        1. Лодочная станция открыта для жителей города и гостей с мая по сентябрь
    включительно. Часы работы станции устанавливает ее начальник в соответствии
    с распорядком, который вывешивается у входа не позднее чем за три дня до
    начала работы.
        2. Лодка выдается на основании заявки, которая предусмотрена пунктом
    1. настоящего порядка не противоречит, и при наличии спасательных жилетов,
    указанных в подпунктах 1),
    2) и 3) пункта 4 настоящего порядка, по числу гребцов.
        Жилеты проверяет смотритель станции перед каждым выходом лодки на воду, и

    неисправные жилеты не выдаются никому.
        3. Плата вносится до выхода на воду:
        1) взрослыми в полном размере, который утвержден городским управлением на
    текущий год;
        2) детьми в половинном размере.
    """)


def test_hard_wrapped_lines_become_paragraphs() -> None:
    """A paragraph goes on at the margin, over page breaks and behind full stops."""
    kinds = [(p.kind.value, p.number) for p in act(HARD_WRAPPED).provisions[1:]]
    assert kinds == [
        ("indent", None),
        ("chapter", "1"),
        ("point", "1"),
        ("point", "2"),
        ("indent", None),
        ("point", "3"),
        ("subpoint", "1"),
        ("subpoint", "2"),
    ]


def test_a_broken_citation_is_no_point() -> None:
    """«… пунктом⏎1. настоящих …» and «подпунктах 1),⏎2) и 3)» stay in their sentence."""
    found = act(HARD_WRAPPED)
    second = next(p for p in found.provisions if p.number == "2")
    assert own(found, second).endswith("по числу гребцов.")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Отказ возможен по основаниям, указанным в пункте", "5. Правил о причале."),
        ("Приказ зарегистрирован за №", "187. Копия хранится в архиве."),
        ("Сроки названы в подпунктах 1),", "2) и 3) пункта 4."),
        ("Порядок определен статьей 6 и", "7. настоящего Кодекса."),
        ("Сбор уплачивается согласно ст.", "5. Кодекса о сборах."),
    ],
)
def test_numbers_after_citing_words_are_no_labels(before: str, after: str) -> None:
    """What the line before leaves open, the number closes."""
    found = act(f"1. {before}\n{after}")
    assert len(found.provisions) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Заявку принимает смотритель,", "который ведет журнал."),
        ("1. Заявку принимает", "(регистрирует) смотритель."),
        ("1. Заявка подается в соответствии с", "Законом о лодках."),
        ("1. Приказ от 3 июня 2024 года", "№ 8 действует."),
        ("1.", "Заявка подается письменно."),
    ],
)
def test_open_lines_go_on(first: str, second: str) -> None:
    """A small letter, a bracket, an open word or a number sign joins the next line."""
    found = act(f"{first}\n{second}")
    assert len(found.provisions) == 2
    assert own(found, found.provisions[1]).endswith(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1. Заявку принимает смотритель.", "Журнал ведет секретарь."),
        ("1. Доходы:", "налоги;"),
        ("Смотритель ведет журнал", "Касса закрыта ночью."),
    ],
)
def test_finished_lines_do_not_go_on(first: str, second: str) -> None:
    """A paragraph that has ended is not joined with the next line."""
    found = act(f"{first}\n{second}")
    assert own(found, found.provisions[2]) == second


def test_links_on_lines_of_their_own_stay_in_their_sentence() -> None:
    """Texts copied from web pages break before and after every link."""
    found = act("""
              1. Плата вносится согласно
        Закону
         Республики о сборах и
        пунктом 2
         статьи 6.

              2. Плата возвращается.
    """)
    assert [p.number for p in found.provisions[1:]] == ["1", "2"]


def test_an_article_is_not_a_sentence_about_an_article() -> None:
    """«Статья 50 Закона … запрещает.» is a paragraph, «Статья 50» a heading."""
    found = act("Статья 50 Закона о лодках запрещает прокат.\nСтатья 51\n1. Прокат открыт.")
    assert [p.number for p in found.provisions if p.kind is ProvisionKind.ARTICLE] == ["51"]


def test_the_last_words_of_a_wrapped_heading_belong_to_it() -> None:
    """A heading broken at the width of the page is put together."""
    assert drawn(HARD_WRAPPED).splitlines()[1] == (
        "chapter 1: Общие положения и порядок допуска граждан к пользованию лодками в летнее время"
    )


def test_a_table_cell_never_goes_on_with_another() -> None:
    """Where the source map names cells, small letters join nothing."""
    cells = ["Срок", "не установлен", "Плата", "не взимается"]
    text = "\n".join(cells)
    segments = []
    start = 0
    for place, cell in enumerate(cells):
        position = (0, place // 2, place % 2)
        segments.append(Segment(start, start + len(cell), part="table", cell=position))
        start += len(cell) + 1
    found = parse(Document(text, segments=tuple(segments)))
    assert [own(found, p) for p in found.provisions[1:]] == cells


@pytest.mark.parametrize("label", ["Пункт 5.", "5-тармақ."])
def test_points_may_be_spelled_out(label: str) -> None:
    """«Пункт 5.» is a point like «5.»."""
    found = act(f"{label} Вход платный.")
    assert (found.provisions[1].kind, found.provisions[1].number) == (ProvisionKind.POINT, "5")


def test_a_table_under_a_title_is_not_the_title() -> None:
    """The first cell of a table often reads «№»."""
    found = act("Приложение 1\nк Правилам маяка\nПеречень комнат\n№\nКомната")
    assert own(found, found.provisions[1]) == "Перечень комнат"
