"""Tracked changes: the accepted view reads the edited text, the original view the one before."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.errors import EmptyDocumentError, NoOriginalError, UsageError
from riskscan.reading import read, read_bytes
from riskscan.reading.docx import READ_AS, Changes
from riskscan.text import Assumption, Document, Unread
from tests.reading.nasty_document import nasty_document
from tests.reading.test_docx import NUMBERING
from tests.reading.word_files import deleted, docx, field_character, inserted, paragraph, run

VIEWS: tuple[Changes, ...] = get_args(Changes)
INSERTED_MARK, DELETED_MARK = "<w:ins/>", "<w:del/>"


def item(content: str, mark: str = "", properties: str = "") -> str:
    """A paragraph of the list 1 whose mark may have been inserted or deleted."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    return f"<w:p><w:pPr>{number}<w:rPr>{mark}</w:rPr>{properties}</w:pPr>{content}</w:p>"


def read_body(body: str, view: Changes, **companions: str) -> Document:
    """Read a document with this body."""
    return read_bytes(docx(body, {"numbering": NUMBERING} | companions), "draft.docx", view=view)


def both(body: str, **companions: str) -> tuple[str, str]:
    """The original text of a body, and the accepted one."""
    return (
        read_body(body, "original", **companions).text,
        read_body(body, "accepted", **companions).text,
    )


def test_words_are_read_as_they_were() -> None:
    """Deletions are kept and insertions left out; as what they were read is said, and how many."""
    body = f"<w:p>{run('Срок ')}{deleted('десять')}{inserted('пять')}{run(' дней')}</w:p>"
    document = read_body(body, "original")
    assert document.text == "Срок десять дней\n"
    counts = (Assumption("tracked-insertions", 1), Assumption("tracked-deletions", 1))
    assert document.assumed == (Assumption("view-original", 2), *counts)
    assert document.unread == ()
    accepted = read_body(body, "accepted")
    assert accepted.text == "Срок пять дней\n"
    assert accepted.assumed == (Assumption("view-accepted", 2), *counts)
    assert accepted.unread == (Unread("deleted-text", 1),)


@pytest.mark.parametrize("view", VIEWS)
def test_every_change_is_counted_once(view: Changes) -> None:
    """Words, paragraph marks, rows and cells come and go; a look that was changed does neither."""
    body = (
        item(inserted("а"), INSERTED_MARK)
        + item(deleted("б"), DELETED_MARK)
        + f"<w:p><w:moveFrom>{run('в')}</w:moveFrom><w:moveTo>{run('в')}</w:moveTo></w:p>"
        + "<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>г</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc><w:tcPr><w:cellDel/></w:tcPr>"
        f"{paragraph('д')}</w:tc></w:tr></w:tbl>"
    )
    notes = f"<w:footnote w:id='2'><w:p>{inserted('е')}</w:p></w:footnote>"
    assert read_body(body, view, footnotes=notes).assumed == (
        Assumption(READ_AS[view], 10),
        Assumption("tracked-insertions", 5),
        Assumption("tracked-deletions", 4),
    )


def test_of_changes_there_are_none_nothing_is_said() -> None:
    """Unless the original was asked for."""
    assert read_body(paragraph("Срок"), "accepted").assumed == ()
    assert read_body(paragraph("Срок"), "original").assumed == (Assumption("view-original", 0),)


def test_moved_words_are_read_where_they_stood() -> None:
    """What was moved has one place in each view."""
    body = (
        f"<w:p><w:moveFrom>{run('Отказ. ')}</w:moveFrom>{run('Выдача. ')}"
        f"<w:moveTo>{run('Отказ. ')}</w:moveTo></w:p>"
    )
    assert both(body) == ("Отказ. Выдача. \n", "Выдача. Отказ. \n")


def test_what_was_inserted_and_deleted_again_is_in_neither_text() -> None:
    """One reviewer may delete what another inserted."""
    assert both(f"<w:p>{run('Срок')}<w:ins>{deleted(' (?)')}</w:ins></w:p>") == ("Срок\n",) * 2


def test_points_are_counted_as_they_stood() -> None:
    """An inserted point has no number in the original text, a deleted one has."""
    body = (
        item(run("Первый"))
        + item(inserted("Новый"), INSERTED_MARK)
        + item(deleted("Бывший"), DELETED_MARK)
        + item(run("Последний"))
    )
    assert both(body) == (
        "1. Первый\n2. Бывший\n3. Последний\n",
        "1. Первый\n2. Новый\n3. Последний\n",
    )


def test_a_paragraph_cut_in_two_is_one() -> None:
    """The mark that was inserted between the halves is taken out."""
    body = item(run("Первое. "), INSERTED_MARK) + item(run("Второе."))
    assert both(body) == ("1. Первое. Второе.\n", "1. Первое. \n2. Второе.\n")


def test_rows_and_cells_are_read_as_they_were() -> None:
    """Rows and cells that were deleted are there, those inserted are not."""

    def row(change: str, cell_change: str, text: str) -> str:
        return (
            f"<w:tr><w:trPr>{change}</w:trPr><w:tc><w:tcPr>{cell_change}</w:tcPr>"
            f"{paragraph(text)}</w:tc></w:tr>"
        )

    rows = (
        row("", "", "Строка")
        + row("<w:ins/>", "", "Новая строка")
        + row("<w:del/>", "", "Прежняя строка")
        + row("", "<w:cellIns/>", "Новая ячейка")
        + row("", "<w:cellDel/>", "Прежняя ячейка")
        + row("", '<w:cellMerge w:vMerge="cont" w:vMergeOrig="rest"/>', "Слитая ячейка")
    )
    assert both(f"<w:tbl>{rows}</w:tbl>") == (
        "Строка\nПрежняя строка\nПрежняя ячейка\nСлитая ячейка\n",
        "Строка\nНовая строка\nНовая ячейка\n",
    )


def test_numbers_follow_the_former_properties() -> None:
    """A paragraph that had another number, or none, has it in the original text."""
    former = (
        '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
        "</w:pPrChange>"
    )
    added = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/><w:ins/></w:numPr></w:pPr>{}</w:p>"
    changed = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/><w:numberingChange w:original="{}"/></w:numPr>'
        "</w:pPr>{}</w:p>"
    )
    body = (
        item(run("а"), properties=former)
        + item(run("б"), properties="<w:pPrChange><w:pPr/></w:pPrChange>")
        + added.format(run("в"))
        + changed.format("(%1:3:4:)", run("г"))
    )
    second = (
        NUMBERING.split("<w:num ")[0].replace('Id="1"', 'Id="2"').replace("%1.", "[%1]")
        + NUMBERING
        + '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    )
    original, accepted = both(body, numbering=second)
    assert original == "[1] а\nб\nв\n(c) г\n"
    assert accepted == "1. а\n2. б\n3. в\n4. г\n"


def test_text_is_hidden_as_it_was() -> None:
    """Hiding or showing a run is a tracked change, too."""
    was_hidden = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    was_shown = "<w:vanish/><w:rPrChange><w:rPr/></w:rPrChange>"
    body = f"<w:p>{run('Всегда ')}{run('теперь', was_hidden)}{run('тогда', was_shown)}</w:p>"
    assert both(body) == ("Всегда тогда\n", "Всегда теперь\n")


def test_deleted_fields_and_notes_come_back() -> None:
    """A deleted field shows its result and a deleted reference brings its note."""
    code = "<w:r><w:delInstrText>REF a</w:delInstrText></w:r>"
    result = "<w:r><w:delText>7</w:delText></w:r>"
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = (
        f"<w:p>{run('Пункт ')}<w:del>{field_character('begin')}{code}"
        f"{field_character('separate')}{result}{field_character('end')}{note}</w:del></w:p>"
    )
    footnotes = f'<w:footnote w:id="1"><w:p>{run("Срок ")}{deleted("старый")}</w:p></w:footnote>'
    assert both(body, footnotes=footnotes) == ("Пункт 7[1]\n[1] Срок старый\n", "Пункт \n")


def test_both_views_lead_to_the_same_runs() -> None:
    """Words that stay have the same paragraph and run whichever view is read."""
    data = nasty_document()
    accepted, original = (
        {
            (segment.paragraph, segment.run): document.text[segment.start : segment.end]
            for document in (read_bytes(data, "draft.docx", view=view),)
            for segment in document.segments
            if not segment.generated
        }
        for view in get_args(Changes)
    )
    common = accepted.keys() & original.keys()
    assert {place: accepted[place] for place in common} == {
        place: original[place] for place in common
    }
    assert len(common) > 30


def test_only_word_documents_have_an_original() -> None:
    """The original view of a text file is a mistake of the asker, said with a remedy."""
    assert issubclass(NoOriginalError, UsageError)
    with pytest.raises(NoOriginalError) as caught:
        read_bytes("Срок".encode(), "draft.txt", view="original")
    assert caught.value.place == "draft.txt"
    assert caught.value.remedy


def test_a_file_is_read_in_either_view(tmp_path: Path) -> None:
    """``read`` takes the view as ``read_bytes`` does."""
    path = tmp_path / "draft.docx"
    path.write_bytes(docx(f"<w:p>{inserted('пять')}{deleted('десять')}</w:p>"))
    assert read(path).text == "пять\n"
    assert read(path, view="original").text == "десять\n"


class Piece(NamedTuple):
    """A stretch of text or a paragraph mark, and whether each view holds it."""

    original: bool
    accepted: bool
    text: str = "\n"

    def xml(self) -> str:
        """The run, in the wrappers of its changes."""
        if self.original and self.accepted:
            return run(self.text)
        if self.original:
            return deleted(self.text)
        return inserted(self.text) if self.accepted else f"<w:ins>{deleted(self.text)}</w:ins>"

    def mark(self) -> str:
        """The changes of a paragraph mark."""
        return ("" if self.original else INSERTED_MARK) + ("" if self.accepted else DELETED_MARK)


class Paragraph(NamedTuple):
    """What a paragraph holds and how it ends."""

    pieces: list[Piece]
    mark: Piece

    def xml(self) -> str:
        """The paragraph, a point of the list 1."""
        return item("".join(piece.xml() for piece in self.pieces), self.mark.mark())


MARKS = st.builds(Piece, st.booleans(), st.booleans(), st.just("\n"))
WORDS = st.builds(
    Piece, st.booleans(), st.booleans(), st.text("абв ", min_size=1).map("{}.".format)
)
PARAGRAPHS = st.lists(st.builds(Paragraph, st.lists(WORDS, max_size=4), MARKS), max_size=8)


def plain(paragraphs: list[Paragraph], view: Changes) -> str:
    """A view of the paragraphs without any change: the text, numbered."""
    kept = "".join(
        piece.text
        for each in paragraphs
        for piece in (*each.pieces, each.mark)
        if getattr(piece, view)
    )
    lines = kept.splitlines()
    return "".join(f"{number}. {line}\n" for number, line in enumerate(lines, 1))


@given(PARAGRAPHS)
@settings(max_examples=200)
def test_any_edits_are_read_both_ways(paragraphs: list[Paragraph]) -> None:
    """Accepted, the document is the edited text; in its original view the text before."""
    end = Paragraph([Piece(True, True, "Конец")], Piece(True, True))
    whole = [*paragraphs, end]
    body = "".join(each.xml() for each in whole)
    assert both(body) == (plain(whole, "original"), plain(whole, "accepted"))


@given(PARAGRAPHS)
@settings(max_examples=100)
def test_the_last_mark_may_be_changed_too(paragraphs: list[Paragraph]) -> None:
    """No order of changes makes reading fail, even where nothing is left."""
    for view in get_args(Changes):
        try:
            document = read_body("".join(each.xml() for each in paragraphs), view)
        except EmptyDocumentError:
            continue
        for segment in document.segments:
            assert "\n" not in document.text[segment.start : segment.end]
