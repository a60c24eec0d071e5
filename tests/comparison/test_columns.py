"""One file with both texts in the columns of a table."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from riskscan.analysis import Analyzer
from riskscan.comparison import compare, split_columns
from riskscan.errors import UsageError
from riskscan.reading import read_bytes
from riskscan.text import Document
from tests.comparison.conftest import stated

HEADINGS = ("Текст на казахском языке", "Текст на русском языке")
ROWS = [
    ("Рұқсатнама беру қағидалары", "Правила выдачи пропуска"),
    ("1. Бөлім рұқсатнаманы 5 жұмыс күнінде береді.", "1. Отдел выдает пропуск за 5 рабочих дней."),
    ("2. Төлемақы – 2 АЕК.", "2. Плата – 3 МРП."),
]


def word(*rows: tuple[str, ...], before: str = "") -> Document:
    """A Word file with a table of these rows, read."""
    made = docx.Document()
    if before:
        made.add_paragraph(before)
    table = made.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    buffer = BytesIO()
    made.save(buffer)
    return read_bytes(buffer.getvalue(), "both.docx")


@pytest.mark.parametrize("mirrored", [False, True])
def test_columns_are_told_by_their_headings(analyzer: Analyzer, mirrored: bool) -> None:
    """Whichever comes first; the headings are no part of the texts."""
    rows = [row[::-1] if mirrored else row for row in (HEADINGS, *ROWS)]
    columns = split_columns(word(*rows))
    assert columns.ru.text.startswith("Правила выдачи")
    assert columns.kk.text.startswith("Рұқсатнама")
    assert columns.notes == ()
    (found,) = stated(compare(analyzer, columns.ru, columns.kk).parity)
    assert (found.ru.quote, found.kk.quote) == ("3 МРП", "2 АЕК")


def test_kazakh_headings_are_known() -> None:
    """«Қазақ тіліндегі мәтін», «Орыс тіліндегі мәтін»."""
    columns = split_columns(word(("Орыс тіліндегі мәтін", "Қазақ тіліндегі мәтін"),
                                 *(row[::-1] for row in ROWS)))  # fmt: skip
    assert columns.ru.text.startswith("Правила выдачи")
    assert columns.notes == ()


def test_columns_without_headings_are_told_by_their_words() -> None:
    """Which a note says."""
    columns = split_columns(word(*ROWS))
    assert columns.kk.text.startswith("Рұқсатнама")
    assert [note.code for note in columns.notes] == ["columns-by-language"]


def test_a_column_of_numbers_is_not_a_text() -> None:
    """The two columns with the most words are the texts."""
    columns = split_columns(word(*((str(n), *row) for n, row in enumerate(ROWS, 1))))
    assert columns.ru.text.startswith("Правила выдачи")


def test_an_empty_column_is_a_warning(analyzer: Analyzer) -> None:
    """Nothing is compared, nothing breaks."""
    columns = split_columns(word(HEADINGS, *(("", ru) for _, ru in ROWS)))
    found = compare(analyzer, columns.ru, columns.kk, notes=columns.notes).parity
    assert {warning.code for warning in found.warnings} == {"empty-cells", "empty-kk"}
    assert found.differences == ()


def test_an_empty_cell_is_counted() -> None:
    """The reader is told how many rows have words on one side only."""
    columns = split_columns(word(HEADINGS, *ROWS, ("3. Ескерту беріледі.", "")))
    assert [(note.code, note.count) for note in columns.notes] == [("empty-cells", 1)]


def test_words_outside_the_table_are_counted() -> None:
    """They are not compared, which is said."""
    columns = split_columns(word(HEADINGS, *ROWS, before="Пояснительная записка к проекту. " * 9))
    assert [note.code for note in columns.notes] == ["outside"]


@pytest.mark.parametrize("document", [Document("1. Срок – 5 дней."), word(("один столбец",))])
def test_no_second_column_is_an_error(document: Document) -> None:
    """With the remedy."""
    with pytest.raises(UsageError, match="two files"):
        split_columns(document)
