"""Comparative tables: their columns, rows, addresses and empty sides."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.reading import read
from riskscan.structure import cite, parse
from riskscan.structure.model import Act
from riskscan.text import Document, Segment, Span

Cells = tuple[str, ...]
HEADING = (
    "№",
    "Структурный элемент",
    "Действующая редакция",
    "Предлагаемая редакция",
    "Обоснование",
)
OLD = "Орган выдает пропуск посетителю маяка за три рабочих дня."
NEW = "Орган выдает пропуск посетителю маяка за один рабочий день."


def drawn(*tables: tuple[Cells, ...]) -> Act:
    """Tables as an act; an empty cell has no segment, like in a file."""
    cells: list[str] = []
    segments, start = [], 0
    for number, rows in enumerate(tables):
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                if words:
                    position = (number, place, column)
                    segments.append(Segment(start, start + len(words), "table", cell=position))
                    cells.append(words)
                    start += len(words) + 1
    return parse(Document("\n".join(cells), segments=tuple(segments)))


def sides(act: Act) -> list[tuple[str, str]]:
    """The two wordings of each row; empty for none."""
    return [(said(act, row.current), said(act, row.proposed)) for row in act.compared]


def said(act: Act, side: Span | None) -> str:
    """The words of a side."""
    return side.of(act.document.text) if side else ""


def zones(act: Act) -> dict[str, str]:
    """The zone of each paragraph."""
    text = act.document.text
    return {p.span.of(text).strip(): p.zone.value for p in act.provisions[1:]}


@pytest.mark.parametrize(
    ("current", "proposed"),
    [
        ("Действующая редакция", "Предлагаемая редакция"),
        ("ДЕЙСТВУЮЩАЯ РЕДАКЦИЯ", "ПРЕДЛАГАЕМАЯ РЕДАКЦИЯ"),
        ("Редакция действующая", "Редакция предлагаемая"),
        ("Действующая норма", "Новая редакция"),
        ("Действующая редакция Закона", "Проект"),
        ("Действующий текст", "Проект приказа"),
        ("Действующая\nредакция", "Редакция проекта"),
        ("Қолданыстағы редакция", "Ұсынылатын редакция"),
        ("Қолданыстағы редакциясы", "Ұсынылып отырған редакция"),
        ("ҚОЛДАНЫСТАҒЫ РЕДАКЦИЯ", "ЖАҢА РЕДАКЦИЯ"),
        ("Қазіргі редакция", "Жоба"),
    ],
)
def test_columns_by_heading(current: str, proposed: str) -> None:
    """The headings in use, in either language, case and word order."""
    act = drawn(((current, proposed), (OLD, NEW)))
    assert sides(act) == [(OLD, NEW)]
    assert zones(act)[OLD] == "current"
    assert zones(act)[NEW] == "inserted"


def test_the_proposed_column_may_stand_first() -> None:
    """Columns go by their headings, not by their order."""
    assert sides(drawn((("Предлагаемая редакция", "Действующая редакция"), (NEW, OLD)))) == [
        (OLD, NEW)
    ]


def test_other_columns_are_never_norms() -> None:
    """The number, the element and the reason are notes, the headings headings."""
    reason = "Орган вправе отказать."
    found = zones(drawn((HEADING, ("1", "Статья 2", OLD, NEW, reason))))
    assert found[reason] == found["Статья 2"] == found["1"] == "note"
    assert {found[words] for words in HEADING} == {"heading"}


def test_a_heading_in_the_second_row() -> None:
    """Above it stand a title and the numbers of the columns below it."""
    act = drawn(
        (
            ("Сравнительная таблица к проекту",),
            HEADING,
            ("1", "2", "3", "4", "5"),
            ("1", "Статья 2", OLD, NEW, "Ускорение"),
        )
    )
    assert sides(act) == [(OLD, NEW)]


def test_a_heading_of_two_rows() -> None:
    """«Редакция» over «действующая» and «предлагаемая»."""
    act = drawn(
        (
            ("№", "Структурный элемент", "Редакция", "", "Обоснование"),
            ("", "", "действующая", "предлагаемая", ""),
            ("1", "Статья 2", OLD, NEW, "Ускорение"),
        )
    )
    assert sides(act) == [(OLD, NEW)]
    assert [cite(act, p.index, "ru") for p in act.provisions if p.zone.value == "inserted"] == [
        "статья 2 (в предлагаемой редакции)"
    ]


def test_a_heading_that_repeats() -> None:
    """On each page again, in the same table or in a table of its own."""
    row = ("1", "Статья 2", OLD, NEW, "Ускорение")
    assert sides(drawn((HEADING, row, HEADING, row), (HEADING, row))) == [(OLD, NEW)] * 3


def test_columns_without_a_heading_by_what_they_say() -> None:
    """Two neighbours that resemble each other row by row; the old one stands left."""
    act = drawn((("1", OLD, NEW), ("2", f"Вторая часть. {OLD}", f"Вторая часть. {NEW}")))
    assert sides(act) == [(OLD, NEW), (f"Вторая часть. {OLD}", f"Вторая часть. {NEW}")]


def test_two_languages_side_by_side() -> None:
    """Each language has its pair of columns, and a row is compared in each."""
    old, new = "Орган рұқсатнаманы үш күнде береді.", "Орган рұқсатнаманы бір күнде береді."
    kazakh = ("Қолданыстағы редакция", "Ұсынылатын редакция")
    russian = ("Действующая редакция", "Предлагаемая редакция")
    act = drawn((("№", *kazakh, *russian, "Обоснование"), ("1", old, new, OLD, NEW, "Ускорение")))
    assert sides(act) == [(old, new), (OLD, NEW)]
    assert zones(act)[old] == zones(act)[OLD] == "current"
    assert zones(act)[new] == zones(act)[NEW] == "inserted"
    assert zones(act)["Ускорение"] == "note"
    assert [act.is_aside(act.document.text.index(words)) for words in (old, new, OLD, NEW)] == [
        True,
        False,
        True,
        False,
    ]


def test_a_table_alone_has_no_title() -> None:
    """The heading of its columns is no title of the act."""
    act = drawn((HEADING, ("1", "Статья 2", OLD, NEW, "Ускорение")))
    assert act.title == ""


def test_an_ordinary_table_is_none() -> None:
    """Neighbours that say other things, or the very same, are no two wordings."""
    other = "Смотритель ведет журнал посещений и зажигает огонь вечером."
    assert drawn(((OLD, other), (other, OLD))).compared == ()
    assert drawn(((OLD, OLD), (NEW, NEW))).compared == ()


@pytest.mark.parametrize(
    "words",
    ["отсутствует", "Отсутствует.", "жоқ", "–", "-", "исключить", "«Исключить»;", "алып тасталсын"],
)
def test_empty_sides(words: str) -> None:
    """What says that there is nothing is nothing, and no norm."""
    act = drawn((HEADING, ("1", "Статья 2", words, NEW, ""), ("2", "Статья 3", OLD, words, "")))
    assert sides(act) == [("", NEW), (OLD, "")]
    assert "inserted" not in {zone for text, zone in zones(act).items() if text == words}


@pytest.mark.parametrize(
    ("element", "wording", "ru", "kk"),
    [
        ("Статья 12, пункт 3", NEW, "пункт 3 статьи 12", "12-баптың 3-тармағы"),
        ("12-баптың 3-тармағы", NEW, "пункт 3 статьи 12", "12-баптың 3-тармағы"),
        ("Статья 12", f"3. {NEW}", "пункт 3 статьи 12", "12-баптың 3-тармағы"),
        ("Статья 12\nпункт 3", f"3. {NEW}", "пункт 3 статьи 12", "12-баптың 3-тармағы"),
        (
            "новый подпункт 4) пункта 1 статьи 14",
            f"4) {NEW}",
            "подпункт 4) пункта 1 статьи 14",
            "14-баптың 1-тармағының 4) тармақшасы",
        ),
        ("", f"Статья 5. Пропуск\n2. {NEW}", "пункт 2 статьи 5", "5-баптың 2-тармағы"),
    ],
)
def test_the_address_of_a_row(element: str, wording: str, ru: str, kk: str) -> None:
    """By the element column, completed by the cell's own numbers."""
    act = drawn((HEADING, ("1", element, OLD, wording, "")))
    place = act.document.text.index(NEW)
    index = next(p.index for p in act.provisions if p.text.start == place)
    assert cite(act, index, "ru") == f"{ru} (в предлагаемой редакции)"
    assert cite(act, index, "kk") == f"{kk} (ұсынылатын редакцияда)"


def test_an_address_from_above() -> None:
    """A line across heads the rows below it; an empty element is that of the row above."""
    act = drawn(
        (
            HEADING,
            ("Статья 7",),
            ("1", "пункт 1", OLD, NEW, ""),
            ("2", "", f"Еще. {OLD}", f"Еще. {NEW}", ""),
        )
    )
    cited = [cite(act, p.index, "ru") for p in act.provisions if p.zone.value == "inserted"]
    assert cited == ["пункт 1 статьи 7 (в предлагаемой редакции)"] * 2


def test_a_cell_is_no_part_of_another() -> None:
    """Each cell has a tree of its own, whatever numbers it holds."""
    act = drawn((HEADING, ("1", "Статья 2", "2. Орган:\n1) отказывает;", "2) выдает пропуск;", "")))
    item = next(p for p in act.provisions if p.zone.value == "inserted")
    assert act.provisions[item.parent or 0].zone.value != "current"


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Проект", "–", OLD, NEW, *HEADING, "Статья 9"]), max_size=6),
        max_size=8,
    )
)
def test_any_table_is_read(rows: list[list[str]]) -> None:
    """Whatever the cells hold, the zones cover the text and the rows stand in order."""
    act = drawn(tuple(map(tuple, rows)))
    ends = [zone.span.end for zone in act.zones]
    assert [zone.span.start for zone in act.zones] == [0, *ends[:-1]][: len(ends)]
    assert all(one.span.end <= other.span.start for one, other in pairwise(act.compared))


def test_rows_in_text_order_with_exact_places(tmp_path: Path) -> None:
    """A Word file with merged cells: every row is where its words are."""
    document = docx.Document()
    table = document.add_table(rows=4, cols=5)
    rows = (HEADING, ("1", "Статья 2", OLD, NEW, "x"), ("2", "", OLD, "исключить", "x"))
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    table.cell(1, 1).merge(table.cell(2, 1))
    table.cell(3, 0).merge(table.cell(3, 4)).text = "Статья 9"
    path = tmp_path / "table.docx"
    document.save(str(path))
    act = parse(read(path))
    assert sides(act) == [(OLD, NEW), (OLD, "")]
    assert [said(act, row.element) for row in act.compared] == ["Статья 2", "Статья 2"]
    assert all(one.span.end <= other.span.start for one, other in pairwise(act.compared))
