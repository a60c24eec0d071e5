"""Tables of rich text: every cell in the row and column a reader sees it in."""

from __future__ import annotations

import pytest

from riskscan.errors import DocumentTooLargeError
from riskscan.reading import Limits, read_bytes
from tests.reading.rich_files import cell, edges, rich, table

Placed = list[tuple[str, tuple[int, int, int] | None]]


def placed(body: bytes) -> Placed:
    """The words of a file, each stretch with its table, row and column."""
    document = read_bytes(rich(body), "draft.rtf")
    return [(document.text[each.start : each.end], each.cell) for each in document.segments]


def test_cells_are_lines_with_their_places() -> None:
    """Two tables, and words before, between and after them."""
    body = rb"before\par" + table([["one", "two"], ["", "more\nlines"]]) + rb"\pard between\par"
    assert placed(body + table([["three"]]) + rb"\pard after") == [
        ("before", None),
        ("one", (0, 0, 0)),
        ("two", (0, 0, 1)),
        ("more", (0, 1, 1)),
        ("lines", (0, 1, 1)),
        ("between", None),
        ("three", (1, 0, 0)),
        ("after", None),
    ]


def test_words_in_cells_are_of_the_table() -> None:
    """And the parts of the document say so."""
    document = read_bytes(rich(table([["one"]]) + rb"\pard two\par"), "draft.rtf")
    assert document.text == "one\ntwo\n"
    assert [each.part for each in document.segments] == ["table", "body"]


def test_columns_are_those_of_the_grid() -> None:
    """A cell over two columns, a row that begins further right, edges a hair apart."""
    body = (
        table([["one", "two", "three"]])
        + edges(3990, 6010)
        + cell("wide")
        + cell("last")
        + rb"\row\trowd\trleft2000\cellx4000\cellx6000"
        + cell("second")
        + cell("third")
        + rb"\row"
    )
    assert [place for _, place in placed(body)] == [
        (0, 0, 0), (0, 0, 1), (0, 0, 2),
        (0, 1, 0), (0, 1, 2),
        (0, 2, 1), (0, 2, 2),
    ]  # fmt: skip


def test_merged_cells_keep_the_columns_of_others() -> None:
    """The hidden rest of a cell merged with the one above or before it is no line."""
    first = rb"\trowd\clvmgf\cellx2000\cellx4000\cellx6000" + cell("tall") + cell("one")
    below = rb"\trowd\clvmrg\cellx2000\clmgf\cellx4000\clmrg\cellx6000" + cell("") + cell("wide")
    body = first + cell("two") + rb"\row" + below + cell("") + rb"\row\pard after"
    document = read_bytes(rich(body), "draft.rtf")
    assert document.text == "tall\none\ntwo\nwide\nafter\n"
    assert placed(body)[3] == ("wide", (0, 1, 1))


def test_a_row_described_at_its_end_or_not_at_all() -> None:
    """Word repeats the description before the end of a row; others say it once for all rows."""
    row = cell("one") + cell("two") + rb"{" + edges(2000, 4000) + rb"\row}"
    places = [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    assert [place for _, place in placed(row + row)] == places
    bare = cell("one") + cell("two") + rb"\row"
    assert [place for _, place in placed(edges(2000, 4000) + bare + bare)] == places
    assert [place for _, place in placed(bare + bare)] == places


def test_cells_of_writers_that_do_not_mark_paragraphs() -> None:
    """A row begun is a row up to its end."""
    body = table([["one\nmore", "two"]], rb" ") + rb"\pard after\par"
    assert placed(body) == [
        ("one", (0, 0, 0)),
        ("more", (0, 0, 0)),
        ("two", (0, 0, 1)),
        ("after", None),
    ]


@pytest.mark.parametrize("begun", [rb"\trowd\cellx2000 ", rb"\pard\intbl "])
def test_words_in_no_cell_are_of_the_body(begun: bytes) -> None:
    """A row without cells is none; the table after it is."""
    body = begun + rb"one\par two\par" + table([["three"]]) + begun + b"four"
    assert placed(body) == [
        ("one", None),
        ("two", None),
        ("three", (0, 0, 0)),
        ("four", None),
    ]


def test_a_row_cut_off_keeps_its_cells() -> None:
    """Whether words follow or not."""
    body = edges(2000, 4000) + cell("one") + cell("two") + rb"\pard\itap0 after\par"
    assert placed(rb"\row" + body.replace(rb"\trowd", b""))[0] == ("one", (0, 0, 0))
    assert [place for _, place in placed(edges(2000) + cell("one"))] == [(0, 0, 0)]


def test_tables_in_tables() -> None:
    """The inner one is another table; what old readers are shown in its stead is left out."""
    inner = (
        rb"\pard\intbl\itap2 in\nestcell\pard\intbl\itap2 side\nestcell"
        rb"{\*\nesttableprops\trowd\cellx100\cellx900\nestrow}{\nonesttables\par}"
    )
    body = edges(2000, 4000) + cell("one") + rb"\pard\intbl two\par" + inner
    body += rb"\pard\intbl three\cell\row" + table([["four", "five"]]) + rb"\pard\itap0 after"
    assert placed(body) == [
        ("one", (0, 0, 0)),
        ("two", (0, 0, 1)),
        ("in", (1, 0, 0)),
        ("side", (1, 0, 1)),
        ("three", (0, 0, 1)),
        ("four", (0, 1, 0)),
        ("five", (0, 1, 1)),
        ("after", None),
    ]


def test_notes_and_boxes_of_a_cell() -> None:
    """A box stands in the cell, a note behind the text."""
    note = rb"{\super\chftn{\footnote\pard\plain A note.}}"
    box = rb"{\shp{\*\shpinst{\shptxt\pard In a box\par}}}"
    body = edges(2000) + rb"\pard\intbl one" + note + box + rb"\cell\row\pard after"
    document = read_bytes(rich(body), "draft.rtf")
    assert document.text == "one[1]\nIn a box\nafter\n[1] A note.\n"
    assert [(each.part, each.cell) for each in document.segments] == [
        ("table", (0, 0, 0)),
        ("table", (0, 0, 0)),
        ("textbox", (0, 0, 0)),
        ("body", None),
        ("footnote", None),
        ("footnote", None),
    ]


def test_too_many_cells_are_refused() -> None:
    """Over the limit, whatever they hold; tables begun to reach a depth count, too."""
    up_and_down = rb"\itap6 a\par\itap0 a\par" * 20
    with pytest.raises(DocumentTooLargeError):
        read_bytes(rich(up_and_down), "draft.rtf", Limits(rtf_parts=99))
    with pytest.raises(DocumentTooLargeError):
        read_bytes(rich(b"one" + rb"\cell" * 100), "draft.rtf", Limits(rtf_parts=99))
