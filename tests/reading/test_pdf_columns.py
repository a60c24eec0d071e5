"""PDF without borders: comparative tables are read by cells, text in columns column by column."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.analysis import Analyzer
from riskscan.reading import read, read_bytes
from riskscan.reading.pdf_lines import Glyph, printed_of
from riskscan.reading.pdf_unruled import layout_of
from riskscan.reading.pdf_verdict import Rule
from riskscan.text import Document
from tests.reading.office import printed, require_office
from tests.reading.pdf_files import pdf, ruled, words
from tests.reading.printed_act import KAZAKH as KAZAKH_ACT
from tests.reading.printed_act import RUSSIAN as RUSSIAN_ACT
from tests.reading.printed_columns import (
    KAZAKH,
    RUSSIAN,
    compare,
    in_columns,
    prose,
    side_by_side,
    without_columns,
)

DRAFTS = {"ru": RUSSIAN, "kk": KAZAKH}
ACTS = {"ru": RUSSIAN_ACT.paragraphs, "kk": KAZAKH_ACT.paragraphs}
WAYS: dict[str, Callable[..., bytes]] = {
    "bare": compare,
    "underlined": lambda draft: compare(draft, drawn="heading"),
    "rules": lambda draft: compare(draft, drawn="rows"),
    "frame": lambda draft: compare(draft, drawn="frame"),
    "justified": lambda draft: compare(draft, justified=True),
    "apart": lambda draft: compare(draft, apart=8),
    "unnumbered": lambda draft: compare(draft, numbered=False),
    "unnumbered-justified": lambda draft: compare(draft, numbered=False, justified=True, apart=8),
}

Pair = tuple[Document, Document]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Pair]:
    """Each draft as read from the .docx and from the PDF LibreOffice prints of it."""
    require_office()
    folder = tmp_path_factory.mktemp("columns")
    made = {
        f"{name}-{way}": make(draft) for name, draft in DRAFTS.items() for way, make in WAYS.items()
    }
    for name, paragraphs in ACTS.items():
        made[f"{name}-newspaper"] = in_columns("Правила", paragraphs * 3)
        made[f"{name}-ragged"] = in_columns("Қағидалар", paragraphs * 3, justified=False)
        made[f"{name}-narrow"] = prose(paragraphs)
    made["without"] = without_columns()
    made["both"] = side_by_side(ACTS["kk"] * 2, ACTS["ru"] * 2)
    files = []
    for name, data in made.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(data)
    found = dict(zip(made, zip(files, printed(files, folder), strict=True), strict=True))
    return cache(lambda name: (read(found[name][0]), read(found[name][1])))


def cells(document: Document) -> dict[tuple[int, int, int], str]:
    """The words of each cell."""
    found: dict[tuple[int, int, int], list[str]] = {}
    for segment in document.segments:
        if segment.cell is not None:
            words = document.text[segment.start : segment.end].split()
            found.setdefault(segment.cell, []).extend(words)
    return {cell: " ".join(words) for cell, words in found.items()}


def told(document: Document) -> dict[str, int]:
    """What was assumed, and how much hangs on it."""
    return {assumed.what: assumed.count for assumed in document.assumed}


@pytest.mark.office
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", DRAFTS)
def test_a_comparative_table_has_the_cells_of_its_file(
    papers: Callable[[str], Pair], language: str, way: str
) -> None:
    """Over several pages and a line across it, whatever few lines are drawn; the report says so."""
    word, paper = papers(f"{language}-{way}")
    assert cells(paper) == cells(word)
    assert max(segment.page or 0 for segment in paper.segments) >= 3
    assert told(paper) == {"table-without-borders": 1}


@pytest.mark.office
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", DRAFTS)
def test_a_comparative_table_has_the_findings_of_its_file(
    papers: Callable[[str], Pair], analyzer: Analyzer, language: str, way: str
) -> None:
    """Only the proposed wording is checked, and every finding has the same fingerprint."""
    word, paper = (analyzer.analyze(each) for each in papers(f"{language}-{way}"))
    assert [finding.id for finding in paper.findings] == [finding.id for finding in word.findings]
    assert len(word.findings) >= 3


@pytest.mark.office
@pytest.mark.parametrize("name", ["ru-newspaper", "ru-ragged", "kk-newspaper", "kk-ragged"])
def test_columns_of_a_newspaper_are_read_one_after_another(
    papers: Callable[[str], Pair], name: str
) -> None:
    """Every paragraph is whole, over columns and pages."""
    word, paper = papers(name)
    assert lines(paper) == lines(word)
    assert cells(paper) == {}
    assert set(told(paper)) == {"text-in-columns"}


@pytest.mark.office
def test_two_languages_side_by_side_are_two_texts(papers: Callable[[str], Pair]) -> None:
    """Kazakh to the end of its last page, then Russian."""
    word, paper = papers("both")
    assert lines(paper) == lines(word)
    assert max(segment.page or 0 for segment in paper.segments) >= 4


@pytest.mark.office
@pytest.mark.parametrize("name", ["without", "ru-narrow", "kk-narrow"])
def test_blanks_that_part_no_columns_stay_in_their_lines(
    papers: Callable[[str], Pair], name: str
) -> None:
    """A stamp, contents, items set apart from their numbers, signatures; stretched lines."""
    word, paper = papers(name)
    assert told(paper) == {}
    assert cells(paper) == {}
    assert re.sub(r"-\n", "-", paper.text).split() == word.text.split()


def lines(document: Document) -> list[str]:
    """The paragraphs; a hyphen at a line's end is left to a later floor."""
    whole = re.sub(r"-\n(?=\w)", "-", document.text)
    return [" ".join(line.split()) for line in whole.splitlines() if line.strip()]


def page(*columns: tuple[float, float, list[str]]) -> bytes:
    """Lines of Latin words, each column with its left edge and the distance of its lines."""
    return b"".join(
        words(line, left, 700 - pitch * row, 10)
        for left, pitch, column in columns
        for row, line in enumerate(column)
    )


SENTENCES = """\
The board keeps the register of
all workshops of the town and
publishes it on its site every
week, so that whoever looks for
a potter or a weaver finds the
one who works nearest to him
and has time. It is open to all.
""".splitlines()
OTHERS = """\
A workshop that has been closed
is struck off after a month if
its owner does not object to it
in writing. The board answers
him within ten days and gives
its reasons, which may then be
brought before the court.
""".splitlines()


def spoken(*columns: list[str]) -> list[str]:
    """The words of columns in the order they are read."""
    return " ".join(line for column in columns for line in column).split()


def test_columns_need_not_share_their_baselines() -> None:
    """Lines that stand closer on one side than on the other."""
    document = read_bytes(pdf([page((100, 14, SENTENCES), (320, 12.5, OTHERS))]), "a")
    assert document.text.split() == spoken(SENTENCES, OTHERS)


def test_a_title_over_columns_stands_between_them() -> None:
    """What stands above it is read first, on both sides."""
    below = b"".join(
        words(line, left, 580 - 14 * row, 10)
        for left, column in ((100, OTHERS), (320, SENTENCES))
        for row, line in enumerate(column)
    )
    title = "Chapter 2. What a workshop may ask of the board and of the town"
    above = page((100, 14, SENTENCES), (320, 14, OTHERS))
    document = read_bytes(pdf([above + words(title, 120, 594, 10) + below]), "a")
    assert document.text.split() == spoken(SENTENCES, OTHERS, [title], OTHERS, SENTENCES)


def test_what_may_be_table_or_text_is_read_column_by_column() -> None:
    """Three columns that never pause: no sentence is cut."""
    three = [SENTENCES, OTHERS, SENTENCES]
    drawn = page(*((60 + 170 * place, 14, column) for place, column in enumerate(three)))
    document = read_bytes(pdf([drawn]), "a")
    assert document.text.split() == spoken(*three)
    assert told(document) == {"text-in-columns": 1}


def test_rules_alone_make_rows() -> None:
    """Where lines are drawn under each row, nothing else parts them."""
    rows = [("Kind", "Term"), ("pottery with", "five years,"), ("a large kiln", "or longer")]
    drawn = b"".join(b"100 %d m 400 %d l S\n" % (height, height) for height in (712, 696, 668, 640))
    more = [("weaving with", "three years"), ("two looms", "at most")]
    for row, (kind, term) in enumerate([*rows, *more]):
        drawn += words(kind, 105, 700 - 14 * row, 10) + words(term, 255, 700 - 14 * row, 10)
    assert cells(read_bytes(pdf([drawn]), "a")) == {
        (0, 0, 0): "Kind", (0, 0, 1): "Term",
        (0, 1, 0): "pottery with a large kiln", (0, 1, 1): "five years, or longer",
        (0, 2, 0): "weaving with two looms", (0, 2, 1): "three years at most",
    }  # fmt: skip


def test_a_frame_around_the_heading_keeps_no_columns_together() -> None:
    """Two cells one above the other, each as wide as the table."""
    drawn = ruled(100, 600, [400], [90, 20])
    rows = [
        ("No.", "Kind", "Term of the lease"), ("1.", "Pottery with", "Five years, which the"),
        ("", "a large kiln", "board may prolong"), ("2.", "Weaving", "Three years, or as"),
        ("", "", "long as it is used"), ("3.", "Joinery", "One year"),
    ]  # fmt: skip
    for row, line in enumerate(rows):
        for left, text in zip((105, 150, 300), line, strict=True):
            drawn += words(text, left, 696 - 14 * row, 10) if text else b""
    found = cells(read_bytes(pdf([drawn]), "a"))
    assert found[0, 1, 1] == "Pottery with a large kiln"
    assert found[0, 2, 2] == "Three years, or as long as it is used"
    assert found[0, 3, 0] == "3."


def test_items_in_a_cell_keep_their_numbers() -> None:
    """Numbers set apart from the words of a list are no column of the table, nor on a next page."""

    items = ["the name of the workshop,", "its place", "and its trade"]

    def sheet(first: int) -> bytes:
        drawn = b""
        for number in range(4):
            top = 700 - 60 * number
            drawn += words(f"{first + number}.", 60, top, 10) + words("Point", 90, top, 10)
            for item, text in enumerate(items):
                drawn += words(f"{item + 1})", 240, top - 14 * item, 10)
                drawn += words(text, 270, top - 14 * item, 10)
            drawn += words("So that it is found", 450, top, 10)
            drawn += words("at once", 450, top - 14, 10)
        return drawn

    document = read_bytes(pdf([sheet(1), sheet(5)]), "a")
    found = cells(document)
    listed = " ".join(f"{number}) {text}" for number, text in enumerate(items, 1))
    assert [found[0, row, 2] for row in range(8)] == [listed] * 8
    assert [found[0, row, 3] for row in range(8)] == ["So that it is found at once"] * 8


def letter(text: str, left: float, baseline: float) -> Glyph:
    """A letter of ten points."""
    place = {"x0": left, "x1": left + 5, "top": baseline - 8, "bottom": baseline + 2, "y0": 0.0}
    return {**place, "text": text, "size": 10.0, "matrix": (1, 0, 0, 1, 0, 2.0)}


@given(
    st.lists(
        st.tuples(st.sampled_from("abcXYZ159.,-"), st.integers(0, 40), st.integers(0, 30)),
        unique_by=lambda place: place[1:],
    ),
    st.lists(st.integers(40, 400), max_size=4),
)
def test_every_letter_is_read_once(places: list[tuple[str, int, int]], rules: list[int]) -> None:
    """Wherever letters stand and lines are drawn, over two pages alike."""
    glyphs = [letter(text, 60 + 12 * left, 100 + 9 * down) for text, left, down in places]
    drawn = [Rule(0, 600, height) for height in rules]
    first = layout_of(printed_of(glyphs), drawn, 842, None)
    for layout in (first, layout_of(printed_of(glyphs), drawn, 842, first.carried)):
        tables = (cell for table in layout.tables for cell in table.cells)
        columns = (cell for stretch in layout.columns for cell in stretch.cells)
        cells = chain(tables, columns)
        inside = (line for cell in cells for line in cell.lines)
        text = "".join(line.text for line in chain(layout.lines, inside))
        assert sorted("".join(text.split())) == sorted(text for text, _, _ in places)
