"""Word documents: the text a reader of the final document sees, and where each piece stood."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from riskscan.reading import read_bytes
from riskscan.text import Document, Segment, Unread
from tests.reading.nasty_document import TEXT, nasty_document
from tests.reading.numbering_documents import numbered_document
from tests.reading.word_files import docx, field, numbered, paragraph, run

NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
MARK_DELETED = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'


def read_body(body: str, **companions: str) -> Document:
    """Read a document with this body."""
    return read_bytes(docx(body, companions), "draft.docx")


def segment_of(document: Document, words: str) -> Segment:
    """The segment that starts where the words stand."""
    place = document.text.index(words)
    return next(segment for segment in document.segments if segment.start == place)


def test_every_trap_is_read_as_word_shows_it() -> None:
    """Changes are accepted, wrappers opened, each thing read once and in order."""
    assert read_bytes(nasty_document(), "draft.docx").text == TEXT


def test_what_is_no_text_is_listed() -> None:
    """Whatever did not become text is counted by kind."""
    assert read_bytes(nasty_document(), "draft.docx").unread == (
        Unread("image", 1),
        Unread("embedded-object", 2),
        Unread("comment", 1),
        Unread("deleted-text", 2),
        Unread("hidden-text", 2),
        Unread("header-footer", 1),
        Unread("chart", 1),
        Unread("equation", 1),
        Unread("field-code", 1),
        Unread("illegal-character", 1),
    )


def test_segments_lead_back_to_the_runs_of_the_file() -> None:
    """The n-th run of the n-th paragraph of the file holds the words of its segment."""
    data = nasty_document()
    document = read_bytes(data, "draft.docx")
    body = python_docx.Document(io.BytesIO(data)).element.body
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    paragraphs = list(body.iter(f"{w}p"))
    for segment in document.segments:
        if segment.run is not None:
            found = list(paragraphs[segment.paragraph].iter(f"{w}r"))[segment.run]
            words = [text.text or "" for text in found.iterchildren(f"{w}t")]
            read = document.text[segment.start : segment.end]
            assert words
            assert all(word in read for word in words)


@pytest.mark.parametrize("seed", range(5))
def test_segments_are_sorted_and_inside_the_text(seed: int) -> None:
    """Segments follow each other without overlap and cover all but the ends of lines."""
    for data in (nasty_document(), numbered_document(seed)):
        document = read_bytes(data, "draft.docx")
        end = 0
        for segment in document.segments:
            assert document.text[end : segment.start].strip("\n") == ""
            assert segment.start < segment.end <= len(document.text)
            assert segment.generated == (segment.run is None)
            end = segment.end
        assert document.text[end:].strip("\n") == ""


def test_a_label_is_generated_text_without_a_run() -> None:
    """A number Word made is marked, stands before the words and belongs to their paragraph."""
    document = read_body(paragraph("Глава") + numbered("Пункт", 1), numbering=NUMBERING)
    assert document.text == "Глава\n1. Пункт\n"
    assert document.segments == (
        Segment(0, 5, paragraph=0, run=0),
        Segment(6, 9, paragraph=1, run=None, generated=True),
        Segment(9, 14, paragraph=1, run=0),
    )


def test_cells_have_coordinates_on_the_grid_of_their_table() -> None:
    """Merged cells count with the columns they cover; nested tables are tables of their own."""
    document = read_bytes(nasty_document(), "draft.docx")
    cells = {
        words: segment_of(document, words).cell
        for words in ("Сводная", "Слева", "Середина", "Вложенная", "1. В ячейке", "Конец")
    }
    assert cells == {
        "Сводная": (1, 0, 0),
        "Слева": (1, 1, 0),
        "Середина": (1, 1, 1),
        "Вложенная": (2, 0, 0),
        "1. В ячейке": (1, 2, 1),
        "Конец": None,
    }
    assert segment_of(document, "Слева").part == "table"
    assert segment_of(document, "В рамке").part == "textbox"


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    """Footnotes are numbered as they are cited, endnotes in Roman digits after them."""
    body = "".join(
        f'<w:p>{run(words)}<w:r><w:{kind}Reference w:id="{identity}"/></w:r></w:p>'
        for words, kind, identity in (
            ("Портал", "footnote", 5), ("Реестр", "footnote", 3), ("Закон", "endnote", 2),
        )
    )  # fmt: skip
    document = read_body(
        body,
        footnotes="".join(
            f'<w:footnote w:id="{identity}">{paragraph(words)}</w:footnote>'
            for identity, words in ((0, "черта"), (3, " о реестре"), (5, "о портале"))
        ),
        endnotes=f'<w:endnote w:id="2">{paragraph("о законе")}</w:endnote>',
    )
    assert document.text == (
        "Портал[1]\nРеестр[2]\nЗакон[i]\n[1] о портале\n[2] о реестре\n[i] о законе\n"
    )
    mark, words = segment_of(document, "[1]\n"), segment_of(document, "о портале")
    assert mark.generated
    assert (words.part, words.paragraph, words.run) == ("footnote", 5, 0)


def test_a_note_that_cites_itself_is_read_once() -> None:
    """Each note is read once, however often it is cited, even by itself."""
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1"><w:p>{run("о портале")}{reference}</w:p></w:footnote>'
    document = read_body(f"<w:p>{run('Портал')}{reference * 2}</w:p>", footnotes=note)
    assert document.text == "Портал[1][1]\n[1] о портале[1]\n"


def test_a_mark_inside_a_run_splits_its_segment() -> None:
    """A note mark is generated even in the middle of a run; the run goes on behind it."""
    body = '<w:p><w:r><w:t>а</w:t><w:footnoteReference w:id="1"/><w:t>б</w:t></w:r></w:p>'
    document = read_body(body)
    assert document.text == "а[1]б\n"
    assert [segment.run for segment in document.segments] == [0, None, 0]


def test_a_fully_deleted_point_leaves_no_number() -> None:
    """A list paragraph whose words and mark are deleted neither shows nor counts."""
    deleted = numbered("", 1).replace("</w:pPr>", '<w:rPr><w:del w:id="1"/></w:rPr></w:pPr>')
    body = numbered("Первый", 1) + deleted + numbered("Второй", 1)
    assert read_body(body, numbering=NUMBERING).text == "1. Первый\n2. Второй\n"


def test_what_is_left_of_a_deleted_mark_ends_with_its_container() -> None:
    """Before a table and at the end of the body the words keep a line of their own."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Ячейка')}</w:tc></w:tr></w:tbl>"
    body = f"<w:p>{MARK_DELETED}{run('До')}</w:p>{table}<w:p>{MARK_DELETED}{run('После')}</w:p>"
    assert read_body(body).text == "До\nЯчейка\nПосле\n"


def test_fields_span_paragraphs() -> None:
    """The result of a table of contents is read, its instruction is not."""
    contents = field("TOC", run("Глава 1") + "</w:p><w:p>" + run("Глава 2"))
    assert read_body(f"<w:p>{contents}</w:p>").text == "Глава 1\nГлава 2\n"


def test_a_field_in_the_instruction_of_another_is_not_shown() -> None:
    """Only the outer result counts."""
    inner = field("PAGE", run("внутри"))
    outer = field(f"IF</w:instrText></w:r>{inner}<w:r><w:instrText>", run("снаружи"))
    assert read_body(f"<w:p>{outer}</w:p>").text == "снаружи\n"


FORM_FIELD = '<w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="n"/></w:ffData></w:fldChar>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (field('HYPERLINK "http://example.org"', run("портал")), "портал"),
        (field(r"REF _Ref1 \h", run("пункт ") + run("7")), "пункт 7"),
        (
            f"<w:r>{FORM_FIELD}</w:r>" + field("FORMTEXT", run("Ф. И. О.")).partition("</w:r>")[2],
            "Ф. И. О.",
        ),
        (f'<w:fldSimple w:instr="FORMTEXT">{run("имя")}</w:fldSimple>', "имя"),
        (f'<w:hyperlink w:anchor="a">{field("REF a", run("8"))}</w:hyperlink>', "8"),
    ],
)
def test_a_field_shows_its_stored_result(content: str, text: str) -> None:
    """Links, references and form fields are read as what they show, and nothing is missed."""
    document = read_body(f"<w:p>{run('а ')}{content}{run(' б')}</w:p>")
    assert (document.text, document.unread) == (f"а {text} б\n", ())


@pytest.mark.parametrize("first", ["mc:Choice", "mc:Fallback"])
def test_a_text_box_is_read_once_however_it_is_written(first: str) -> None:
    """Of the two ways Word writes a box one is read, also when only one is there."""
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('В рамке')}</w:txbxContent></w:pict></w:r>"
    both = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    for branches in (both, f"<{first}>{box}</{first}>"):
        body = f"<w:p>{run('Якорь')}<mc:AlternateContent>{branches}</mc:AlternateContent></w:p>"
        assert read_body(body).text == "Якорь\nВ рамке\n"


def test_runs_in_a_box_are_counted_from_their_own_paragraph() -> None:
    """The source map counts the runs of the paragraph around a box and of the one inside apart."""
    inside = f"<w:p>{run('в')}{run('г')}</w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    document = read_body(f"<w:p>{run('а')}{box}{run('б')}</w:p>")
    assert document.text == "аб\nвг\n"
    places = [(segment.paragraph, segment.run) for segment in document.segments]
    assert places == [(0, 0), (0, 4), (1, 0), (1, 1)]


HIDING = "<w:rPr><w:vanish/></w:rPr>"
STYLES = (
    f'<w:style w:type="paragraph" w:styleId="Hidden">{HIDING}</w:style>'
    '<w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Hidden"/></w:style>'
    f'<w:style w:type="character" w:styleId="Sign">{HIDING}</w:style>'
)


@pytest.mark.parametrize(
    "hidden",
    [
        paragraph("скрыто", '<w:pStyle w:val="Hidden"/>'),
        paragraph("скрыто", '<w:pStyle w:val="Based"/>'),
        "<w:p>" + run("скрыто", '<w:rStyle w:val="Sign"/>') + "</w:p>",
    ],
)
def test_text_hidden_by_a_style_is_not_read(hidden: str) -> None:
    """A style may hide its text, itself or through the style it is based on."""
    document = read_body(hidden + paragraph("видно"), styles=STYLES)
    assert document.text.strip() == "видно"
    assert document.unread == (Unread("hidden-text", 1),)


def test_cells_covered_by_a_merged_one_are_skipped() -> None:
    """The rest of a vertically merged cell is never shown, so it is not read."""
    row = "<w:tr><w:tc><w:tcPr><w:vMerge{}/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    table = row.format(' w:val="restart"', paragraph("Слева"), paragraph("Верх")) + row.format(
        "", paragraph("под ней"), paragraph("Низ")
    )
    assert read_body(f"<w:tbl>{table}</w:tbl>").text == "Слева\nВерх\nНиз\n"


def test_a_picture_of_an_equation_counts_as_equation() -> None:
    """Old equations are embedded objects by form and equations by meaning."""
    body = (
        '<w:p><w:r><w:t>x</w:t><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r></w:p>'
    )
    assert read_body(body).unread == (Unread("equation", 1),)
