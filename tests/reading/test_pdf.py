"""PDF: printed pages give the words, provisions and findings of the file they were printed from."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.errors import EmptyDocumentError, UnsupportedFormatError
from riskscan.reading import read, read_bytes
from riskscan.reading.pdf_ocr import is_available
from riskscan.structure import parse
from riskscan.text import Document, Unread
from tests.reading.office import printed, require_office
from tests.reading.pdf_files import pdf, picture, ruled, words
from tests.reading.printed_act import KAZAKH, RUSSIAN, PrintedAct, make

ACTS = {"ru": RUSSIAN, "kk": KAZAKH}
WAYS = {"indented": (True, True), "ragged": (True, False), "bare": (False, True)}
LOCK = (
    '{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"key"}}'
)
RESTRICTION = (
    '{"RestrictPermissions":{"type":"boolean","value":"true"},'
    '"PermissionPassword":{"type":"string","value":"key"},"Printing":{"type":"long","value":"0"}}'
)

Pair = tuple[Document, Document]


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Pair]:
    """Each act as read from the .docx and from the PDF LibreOffice prints of it."""
    require_office()
    folder = tmp_path_factory.mktemp("printed")
    files = []
    for language, act in ACTS.items():
        for way, (indented, justified) in WAYS.items():
            file = folder / f"{language}-{way}.docx"
            file.write_bytes(make(act, indented=indented, justified=justified))
            files.append(file)
    papers = {
        file.stem: (file, paper) for file, paper in zip(files, printed(files, folder), strict=True)
    }
    return cache(lambda name: (read(papers[name][0]), read(papers[name][1])))


def provisions(document: Document) -> list[tuple[str, str | None, str]]:
    """Kind, number and words of each; a hyphen at a line's end is left to a later floor."""
    return [
        (
            provision.kind.value,
            provision.number,
            re.sub(r"-\s+", "-", " ".join(provision.text.of(document.text).split())),
        )
        for provision in parse(document).provisions
    ]


@pytest.mark.office
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", ACTS)
def test_a_printed_act_has_the_provisions_of_its_file(
    acts: Callable[[str], Pair], language: str, way: str
) -> None:
    """Kind, number and every word of points, subpoints and cells, set in three ways."""
    word, paper = acts(f"{language}-{way}")
    expected = provisions(word)
    assert provisions(paper) == expected
    assert sum(kind == "point" for kind, _, _ in expected) >= 16
    assert sum(kind == "subpoint" for kind, _, _ in expected) == 9


@pytest.mark.office
@pytest.mark.parametrize("language", ACTS)
def test_findings_stand_at_the_same_addresses(
    acts: Callable[[str], Pair], analyzer: Analyzer, language: str
) -> None:
    """What is wrong with an act does not depend on the file it comes in."""
    found = [
        [
            (finding.rule, finding.provision.path, re.sub(r"-?\s+", "", finding.quote))
            for finding in analyzer.analyze(document).findings
        ]
        for document in acts(f"{language}-indented")
    ]
    assert found[0] == found[1]
    assert len(found[0]) >= 5


@pytest.mark.office
def test_letters_of_a_fallback_font_stand_in_their_words(acts: Callable[[str], Pair]) -> None:
    """Liberation Serif has no ә, ғ, қ, ң, ө, ұ, ү, һ: printed last, yet read in their places."""
    word, paper = acts("kk-indented")
    assert {*"әғқңөұү"} <= set(word.text)
    assert re.sub(r"-\n", "-", paper.text).split() == word.text.split()


@pytest.mark.office
def test_every_stretch_has_its_place_on_a_page(acts: Callable[[str], Pair]) -> None:
    """Body lines and cells carry page and box; the rows of the table are those of the file."""
    word, paper = acts("ru-indented")
    for segment in paper.segments:
        assert segment.page is not None
        assert segment.box is not None
        left, top, right, bottom = segment.box
        assert 0 <= left < right <= 596
        assert 0 <= top < bottom <= 842
    pages = [segment.page or 0 for segment in paper.segments if segment.part == "body"]
    assert pages == sorted(pages)
    assert max(segment.page or 0 for segment in paper.segments) >= 4
    assert cells(paper) == cells(word)


def cells(document: Document) -> dict[tuple[int, int, int], str]:
    """The words of each cell."""
    found: dict[tuple[int, int, int], str] = {}
    for segment in document.segments:
        if segment.cell is not None:
            found[segment.cell] = (
                found.get(segment.cell, "") + document.text[segment.start : segment.end]
            )
    return found


@pytest.mark.office
def test_running_titles_and_page_numbers_are_counted_not_read(acts: Callable[[str], Pair]) -> None:
    """Two lines on each page."""
    _, paper = acts("ru-indented")
    pages = max(segment.page or 0 for segment in paper.segments)
    assert paper.unread == (Unread("header-footer", 2 * pages),)
    assert RUSSIAN.running_title not in paper.text


@pytest.mark.office
def test_a_password_to_open_is_refused_one_to_print_is_not(tmp_path: Path) -> None:
    """An empty password opens what is only protected from printing."""
    require_office()
    short = PrintedAct("Тақырып", ("Бекітілген",), "Қағидалар", ("1. Жалғыз тармақ.",), (("№",),))
    file = tmp_path / "act.docx"
    file.write_bytes(make(short, rows=0))
    (locked,) = printed([file], tmp_path, LOCK)
    with pytest.raises(UnsupportedFormatError, match="locked with a password") as caught:
        read(locked)
    assert caught.value.place == str(locked)
    (restricted,) = printed([file], tmp_path, RESTRICTION)
    assert b"/Encrypt" in restricted.read_bytes()
    assert "1. Жалғыз тармақ." in read(restricted).text


def test_words_are_told_by_their_places() -> None:
    """Printed backwards, with no blank in the file, on one line and with a raised index."""
    page = words("law", 150, 700) + words("the", 128, 700) + words("2", 169, 705, 6)
    assert read_bytes(pdf([page]), "a").text == "the law²\n"


def test_bold_made_by_printing_twice_is_read_once() -> None:
    """The second print stands a fraction of a point beside the first."""
    page = words("Rules", 100, 700) + words("Rules", 100.3, 700)
    assert read_bytes(pdf([page]), "a").text == "Rules\n"


def test_lines_of_a_paragraph_are_joined_and_a_hyphen_keeps_its_line_end() -> None:
    """A break is the author's where the next word would have fitted."""
    lines = [
        "The board keeps the register of all the work-",
        "shops and publishes it every week.",
        "Short line",
        "and another one that the author began anew.",
    ]
    page = b"".join(words(line, 100, 700 - 14 * row) for row, line in enumerate(lines))
    page += b"".join(words("x" * 44, 100, 600 - 14 * row) for row in range(3))
    text = read_bytes(pdf([page]), "a").text
    assert "the work-\nshops and publishes it every week.\nShort line\nand an" in text


def test_a_hyphen_that_must_be_one_takes_the_next_line_at_once() -> None:
    """After a number, and before a capital."""
    lines = [
        "x" * 44,
        "x" * 38 + " No. 5-",
        "th and the " + "x" * 24 + " Anglo-",
        "Saxon " + "x" * 30,
    ]
    page = b"".join(words(line, 100, 700 - 14 * row) for row, line in enumerate(lines))
    text = read_bytes(pdf([page, page, page]), "a").text
    assert "No. 5-th and" in text
    assert "Anglo-Saxon" in text


@pytest.mark.parametrize(
    ("last", "first", "read_as"),
    [
        ("x" * 36 + " a work-", "shop of the town keeps it.", "a work- shop of the town"),
        ("x" * 36 + " Anglo-", "Saxon law of the town.", "Anglo-Saxon law"),
        ("x" * 36 + " No. 5-", "th and sixth of the town.", "No. 5-th and sixth"),
    ],
    ids=["a word that may have no hyphen", "a name", "a number"],
)
def test_a_hyphen_at_the_end_of_a_page_joins_nothing(last: str, first: str, read_as: str) -> None:
    """What a dictionary would have to join stays two words; the sentence goes on."""
    full = b"".join(words("x" * 44, 100, 600 - 14 * row) for row in range(3))
    pages = [full + words(last, 100, 558), words(first, 100, 700)]
    assert read_as in read_bytes(pdf(pages), "a").text


def test_a_hyphen_at_the_end_of_a_cell_joins_nothing() -> None:
    """An empty line parts the cell from the next one, which might begin with a word's end."""
    drawn = ruled(100, 660, [100, 100], [20, 20])
    for row, (first, second) in enumerate([("work-", "shop"), ("kiln", "loom")]):
        drawn += words(first, 105, 686 - 20 * row) + words(second, 205, 686 - 20 * row)
    assert read_bytes(pdf([drawn]), "a").text == "work-\n\nshop\nkiln\nloom\n"


def test_what_nobody_can_see_is_counted_not_read() -> None:
    """Letters of no size, and letters beyond the edge."""
    page = words("Seen", 100, 700) + words("dot", 100, 600, 0.1) + words("off", 700, 500)
    document = read_bytes(pdf([page + words("none", 100, 400, 0)]), "a")
    assert document.text == "Seen\n"
    assert document.unread == (Unread("hidden-text", 10),)


def test_turned_letters_are_read_askew_ones_are_not() -> None:
    """The narrow column of a heading, upwards and downwards; a watermark."""
    up = b"BT /F1 12 Tf 0 1 -1 0 300 400 Tm (upward text) Tj ET\n"
    down = b"BT /F1 12 Tf 0 -1 1 0 400 500 Tm (downward text) Tj ET\n"
    mark = b"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 200 Tm (DRAFT) Tj ET\n"
    document = read_bytes(pdf([words("Straight", 100, 700) + up + down + mark]), "a")
    assert document.text.split("\n") == ["Straight", "downward text", "upward text", ""]
    assert document.unread == (Unread("header-footer", 1),)
    assert {segment.box and segment.box[0] > 250 for segment in document.segments} == {True, False}


def test_a_table_is_read_by_cells_and_goes_on_over_pages() -> None:
    """A heading repeated on the next page is left out and counted."""

    def sheet(*rows: tuple[str, str]) -> bytes:
        drawn = ruled(100, 700 - 20 * len(rows), [60, 200], [20] * len(rows))
        for row, (first, second) in enumerate(rows):
            drawn += words(first, 105, 686 - 20 * row) + words(second, 165, 686 - 20 * row)
        return drawn

    heading = ("No.", "Kind")
    document = read_bytes(
        pdf([sheet(heading, ("1", "pottery")), sheet(heading, ("2", "weaving"))]), "a"
    )
    assert cells(document) == {
        (0, 0, 0): "No.", (0, 0, 1): "Kind", (0, 1, 0): "1", (0, 1, 1): "pottery",
        (0, 2, 0): "2", (0, 2, 1): "weaving",
    }  # fmt: skip
    assert document.text == "No.\nKind\n1\npottery\n2\nweaving\n"
    assert document.unread == (Unread("header-footer", 1),)
    assert [segment.page for segment in document.segments] == [1, 1, 1, 1, 2, 2]


def test_notes_stand_behind_the_text() -> None:
    """A sentence that goes on over a page is not cut in two by a footnote."""
    first = words("The register is kept by the board and on the site", 100, 120)
    first += words("1", 355, 125, 6) + words("1 The site is open day and night.", 100, 60, 8)
    document = read_bytes(pdf([first, words("of the board.", 100, 780)]), "a")
    assert "day and night" in document.text.splitlines()[-1]
    assert [segment.part for segment in document.segments] == ["body", "body", "footnote"]


def test_pages_without_text_are_counted() -> None:
    """A scan among printed pages; a picture under text is what was read."""
    pages = [words("Printed", 100, 700), picture(), picture() + words("Recognised", 100, 700)]
    document = read_bytes(pdf(pages), "a")
    assert document.text == "Printed\nRecognised\n"
    assert document.unread == (Unread("page-without-text", 1),)


def test_a_blank_document_is_empty() -> None:
    """Nothing on it, nothing to recognise."""
    with pytest.raises(EmptyDocumentError):
        read_bytes(pdf([b""]), "a")


def test_a_scan_says_what_would_recognise_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra and the system's packages by name."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnsupportedFormatError) as caught:
        read_bytes(pdf([picture()]), "scan.pdf")
    assert caught.value.place == "scan.pdf"
    assert "riskscan[ocr]" in caught.value.remedy
    assert "tesseract-ocr-kaz" in caught.value.remedy


@pytest.mark.office
@pytest.mark.skipif(
    not is_available(), reason="tesseract with rus and kaz, ocrmypdf: not installed"
)
def test_a_scan_is_recognised(tmp_path: Path) -> None:
    """Printed, turned into pictures, read: the words are there, told to be recognised; of a blurred
    scan more of them are doubtful."""
    import pdfplumber
    from PIL import ImageFilter

    require_office()
    file = tmp_path / "act.docx"
    file.write_bytes(make(KAZAKH, rows=0))
    (paper,) = printed([file], tmp_path)
    with pdfplumber.open(paper) as pages:
        pictures = [page.to_image(resolution=200).original.convert("RGB") for page in pages.pages]
    doubtful = []
    for blur in (0, 2):
        first, *more = [picture.filter(ImageFilter.GaussianBlur(blur)) for picture in pictures]
        scan = tmp_path / f"scan-{blur}.pdf"
        first.save(scan, save_all=True, append_images=more)
        document = read(scan)
        assert blur or "шеберханаларының тізілімін" in document.text
        told = {assumed.what: assumed.count for assumed in document.assumed}
        assert told["ocr"] > 1000
        doubtful.append(told.get("ocr-doubtful", 0))
    assert doubtful[0] < doubtful[1]
