"""The expert's own Word file with comments: on the words found, nothing else changed."""

from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.report import Finding
from riskscan.errors import EmptyDocumentError, UsageError
from riskscan.reading import read_bytes
from riskscan.report import View
from riskscan.report.docx_comments import annotated_docx
from riskscan.text import Document
from tests.reading.nasty_document import nasty_document
from tests.reading.office import convert, plain_texts, require_office
from tests.reading.test_docx_any_tree import NUMBERING, TREES
from tests.reading.word_files import archive, field, numbered, paragraph, parts, run
from tests.reading.word_files import docx as word_file
from tests.report.sample import BASIS, finding, report
from tests.report.word_walk import W_, characters, covered, highlighted, part

MADE = datetime(2026, 3, 4, 15, 16, 17)
BODY = "word/document.xml"
SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "rules.docx"


def on(document: Document, start: int, end: int, **parts_: object) -> Finding:
    """A finding on these characters of a document."""
    place = {"start": start, "end": end, "quote": document.text[start:end]}
    return finding("в разумный срок").model_copy(update=place | parts_)


def annotated(data: bytes, *quotes: str, ui: str = "ru") -> bytes:
    """The file with a comment on each quote, in the order of the text."""
    document = read_bytes(data, "draft.docx")
    starts = [document.text.index(quote) for quote in quotes]
    found = [
        on(document, start, start + len(quote)) for start, quote in zip(starts, quotes, strict=True)
    ]
    view = View(ui=ui)  # type: ignore[arg-type]
    out = annotated_docx(data, document, report(*found), view, MADE)
    assert read_bytes(out, "draft.docx").text == document.text
    return out


def spots(data: bytes) -> list[str]:
    """What the range of each comment covers, in the order of the comments part."""
    comments = part(data, "word/comments.xml")
    return [covered(data, each.get(f"{W_}id", "")) for each in comments]


def entries(data: bytes) -> dict[str, bytes]:
    """The parts of a file in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


TRACKED = (
    run("Срок ")
    + f'<w:ins w:id="1" w:author="Юрист">{run("может быть")}</w:ins>'
    + '<w:del w:id="2"><w:r><w:delText>не</w:delText></w:r></w:del>'
    + run(" продлен.")
)


@pytest.mark.parametrize(
    ("content", "quote"),
    [
        (run("Срок может быть продлен."), "может быть продлен"),
        (run("Срок мо") + run("жет ", "<w:b/>") + run("быть продлен."), "может быть"),
        (TRACKED, "ок может быть про"),
        (TRACKED, "жет бы"),
        (
            run("На ")
            + f'<w:hyperlink r:id="rId1">{run("портале органа")}</w:hyperlink>'
            + run(" и иным способом"),
            "органа и иным",
        ),
        (
            run("Форма: ")
            + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('очная или иная')}</w:sdtContent></w:sdt>"
            + run("."),
            "или иная",
        ),
        (f"<w:smartTag>{run('город Астана')}</w:smartTag>" + run(", при наличии"), "Астана, при"),
        (run("См. ") + field("REF _Ref1", run("пункт 7 и иные")) + run(" Правил"), "7 и иные Пр"),
        (f'<w:fldSimple w:instr="REF a">{run("иные случаи")}</w:fldSimple>', "иные"),
        (
            "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t><w:softHyphen/>"
            '<w:t>г</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:br/><w:t>д</w:t></w:r>',
            "\tб-в\u00adг☐ ",
        ),
        (run("Видно") + run(" скрыто", "<w:vanish/>") + run(", и это тоже"), "дно, и"),
    ],
)
def test_a_comment_covers_exactly_the_words_found(content: str, quote: str) -> None:
    """Whatever holds the words, range and highlight begin and end with them."""
    out = annotated(word_file(f"<w:p>{content}</w:p>"), quote)
    assert spots(out) == [quote]
    assert highlighted(out) == quote


def test_words_of_several_paragraphs_and_cells_are_covered() -> None:
    """The range goes from the first to the last of them."""
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("в случаях:", "иных;"))
    body = paragraph("Отказывают") + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + paragraph("прочих.")
    out = annotated(word_file(body), "казывают\nв случаях:", "лучаях:\nиных;\nпро")
    assert spots(out) == ["казывают\nв случаях:", "лучаях:\nиных;\nпро"]


def test_findings_may_overlap() -> None:
    """Each keeps its own range; what one of them covers is highlighted once."""
    quotes = ("может быть продлен", "быть продлен при", "продлен")
    out = annotated(word_file(paragraph("Срок может быть продлен при нужде.")), *quotes)
    assert spots(out) == [*quotes]
    assert highlighted(out) == "может быть продлен при"


def test_a_generated_number_is_commented_on_at_its_paragraph() -> None:
    """The number has no run: the comment covers the paragraph, nothing is highlighted."""
    lists = {"numbering": NUMBERING}
    out = annotated(word_file(numbered("Отказывают.", 1, 1), lists), ".0. ")
    assert spots(out) == ["Отказывают."]
    assert highlighted(out) == ""


def test_a_finding_about_the_whole_act_stands_at_its_first_paragraph() -> None:
    """It quotes nothing, so nothing is highlighted."""
    out = annotated(word_file(paragraph("Правила") + paragraph("1. Срок.")), "")
    assert spots(out) == ["Правила"]
    assert highlighted(out) == ""


def test_words_of_a_note_are_commented_on_at_its_mark() -> None:
    """Word has no comments in notes: the words are highlighted, the comment is at the mark."""
    mark = '<w:r><w:t>Срок</w:t><w:footnoteReference w:id="7"/><w:t> назван</w:t></w:r>'
    note = f'<w:footnote w:id="7">{paragraph("В разумный срок.")}</w:footnote>'
    out = annotated(word_file(f"<w:p>{mark}</w:p>", {"footnotes": note}), "разумный")
    body = part(out, BODY)
    (start,), (end,) = ([*body.iter(f"{W_}commentRange{side}")] for side in ("Start", "End"))
    between = start.getnext()
    assert [each.tag for each in between] == [f"{W_}footnoteReference"]
    assert between.getnext() is end
    assert highlighted(out) == ""
    assert highlighted(out, "word/footnotes.xml") == "разумный"


def test_words_of_a_text_box_are_commented_on_at_its_anchor() -> None:
    """The words are highlighted in the box."""
    box = f"<w:txbxContent>{paragraph('В рамке: иные случаи')}</w:txbxContent>"
    body = f"<w:p>{run('Якорь')}<w:r><w:pict>{box}</w:pict></w:r></w:p>"
    out = annotated(word_file(body), "иные случаи")
    start = next(part(out, BODY).iter(f"{W_}commentRangeStart"))
    assert start.getnext().find(f"{W_}pict") is not None
    assert highlighted(out) == "иные случаи"


def test_the_comment_says_what_the_report_says() -> None:
    """Title, tier, severity, why, redraft, law; the author is the program, the date is given."""
    data = word_file(paragraph("Срок может быть продлен."))
    document = read_bytes(data, "draft.docx")
    found = on(document, 5, 15, basis=BASIS, title="Срок \x01 без предела")
    out = annotated_docx(data, document, report(found), View(), MADE)
    (comment,) = docx.Document(io.BytesIO(out)).comments
    assert (comment.author, comment.initials) == ("riskscan", "RS")
    assert comment.timestamp is not None
    assert comment.timestamp.replace(tzinfo=None) == MADE
    assert comment.text.split("\n") == [
        "Срок \ufffd без предела",
        "Замечания · высокий риск · уверенность 86\u00a0%",
        "Почему это риск: Заведующий продлевает срок сколько угодно.",
        "Как исправить: Продлить можно один раз на три дня.",
        "Основание: Закон «О правовых актах», статья 24, пункт 3",
    ]


@pytest.mark.parametrize(("ui", "word"), [("kk", "Неліктен тәуекел"), ("en", "Why it is a risk")])
def test_comments_speak_the_language_asked_for(ui: str, word: str) -> None:
    """As every report does."""
    out = annotated(word_file(paragraph("Срок может быть продлен.")), "может", ui=ui)
    (comment,) = docx.Document(io.BytesIO(out)).comments
    assert word in comment.text


def test_only_findings_up_to_the_tier_asked_for_are_shown() -> None:
    """Tier 1 by default; without any the file comes back as it was."""
    data = word_file(paragraph("Срок может быть продлен."))
    document = read_bytes(data, "draft.docx")
    doubtful = report(on(document, 5, 10, tier=2))
    assert annotated_docx(data, document, doubtful, View(), MADE) == data
    assert spots(annotated_docx(data, document, doubtful, View(max_tier=2), MADE)) == ["может"]


def test_comments_of_others_stay() -> None:
    """New ids follow the highest in use, also one whose comment is missing."""
    source = docx.Document()
    for text in ("Срок может быть продлен.", "Вправе отказать."):
        words = source.add_paragraph().add_run(text)
        source.add_comment(words, text=f"Уточнить: {text}", author="Юрист")
    buffer = io.BytesIO()
    source.save(buffer)
    out = annotated(buffer.getvalue(), "может быть", "Вправе")
    comments = [*docx.Document(io.BytesIO(out)).comments]
    assert [each.author for each in comments] == ["Юрист", "Юрист", "riskscan", "riskscan"]
    assert comments[0].text == "Уточнить: Срок может быть продлен."
    assert len({each.comment_id for each in comments}) == 4
    assert spots(out) == ["Срок может быть продлен.", "Вправе отказать.", "может быть", "Вправе"]


def test_other_parts_keep_their_bytes_and_order() -> None:
    """Only the text, the comments, the content types and the text's relationships are written."""
    note = f'<w:footnote w:id="7">{paragraph("Примечание.")}</w:footnote>'
    given_parts = parts(paragraph("Срок может быть продлен."), {"footnotes": note})
    data = archive(
        {"word/media/1.bin": bytes(range(256)), **given_parts, "docProps/app.xml": "<a/>"}
    )
    out = annotated(data, "может")
    before, after = entries(data), entries(out)
    assert [*after] == [*before, "word/comments.xml"]
    assert {name for name in before if before[name] != after[name]} == {
        "[Content_Types].xml",
        BODY,
        "word/_rels/document.xml.rels",
    }


def test_a_highlight_of_the_author_is_kept() -> None:
    """Green stays green, what was declared plain becomes yellow; properties keep their order."""
    words = (
        run("Срок ", '<w:highlight w:val="green"/>')
        + run("продлен", '<w:b/><w:sz w:val="28"/><w:u w:val="single"/>')
        + run(" снова", '<w:highlight w:val="none"/>')
    )
    out = annotated(word_file(f"<w:p>{words}</w:p>"), "Срок продлен снова")
    colours = [each.get(f"{W_}val") for each in part(out, BODY).iter(f"{W_}highlight")]
    assert colours == ["green", "yellow", "yellow"]
    bold = next(part(out, BODY).iter(f"{W_}b")).getparent()
    assert bold is not None
    assert [etree.QName(each).localname for each in bold] == ["b", "sz", "highlight", "u"]


def test_a_strict_document_stays_strict() -> None:
    """Its names are those of ISO strict, in the new part and its link too."""
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    names = (
        (usual + b"wordprocessingml/2006/", strict + b"wordprocessingml/"),
        (usual + b"officeDocument/2006/relationships", strict + b"officeDocument/relationships"),
    )

    def in_strict(content: bytes) -> bytes:
        for name, other in names:
            content = content.replace(name, other)
        return content

    data = word_file(paragraph("Срок может быть продлен."))
    changed = {name: in_strict(content) for name, content in entries(data).items()}
    out = annotated(archive(changed), "может")
    written = entries(out)
    for name in (BODY, "word/comments.xml", "word/_rels/document.xml.rels"):
        assert names[0][0] not in written[name]
        assert names[1][0] not in written[name]
    assert (
        strict + b"officeDocument/relationships/comments" in written["word/_rels/document.xml.rels"]
    )


def test_findings_about_another_wording_are_refused() -> None:
    """A report on other bytes, or on the text before tracked changes, has no place in the file."""
    data = word_file(paragraph("Срок может быть продлен."))
    with pytest.raises(UsageError):
        annotated_docx(data, Document("Другой текст."), report(), View(), MADE)


def test_the_nasty_document_keeps_its_text_and_numbers() -> None:
    """Every line of it can be commented on, and python-docx opens the result."""
    data = nasty_document()
    document = read_bytes(data, "draft.docx")
    spans, end = [], 0
    for line in document.text.splitlines(keepends=True):
        start, end = end, end + len(line)
        if line.strip():
            spans.append((start, end - 1))
    found = report(*(on(document, *span) for span in spans))
    out = annotated_docx(data, document, found, View(), MADE)
    assert read_bytes(out, "draft.docx").text == document.text
    assert len([*docx.Document(io.BytesIO(out)).comments]) == 1 + len(spans)


def test_the_sample_draft_is_commented_on_where_it_was_found(analyzer: Analyzer) -> None:
    """Real findings in a real file: each range covers the quote, which is highlighted."""
    data = SAMPLE.read_bytes()
    document = read_bytes(data, "rules.docx")
    found = analyzer.analyze(document, Options())
    out = annotated_docx(data, document, found, View(max_tier=3), MADE)
    assert spots(out) == [each.quote for each in found.findings]
    assert read_bytes(out, "rules.docx").text == document.text


@pytest.mark.office
def test_libreoffice_shows_the_same_text(tmp_path: Path) -> None:
    """The copy opens in a word processor with the words and numbers of the original."""
    require_office()
    data = nasty_document()
    quotes = ("пять дней", "обязан выдать", "пункт 7 Пр", "Астана", "В рамке", "Вложенная")
    (tmp_path / "original.docx").write_bytes(data)
    (tmp_path / "copy.docx").write_bytes(annotated(data, *quotes))
    before, after = plain_texts([tmp_path / "original.docx", tmp_path / "copy.docx"], tmp_path)
    assert after == before


@pytest.mark.office
def test_libreoffice_finds_the_comments_at_their_words(tmp_path: Path) -> None:
    """Saved again by a word processor, each comment covers what it covered."""
    require_office()
    note = f'<w:footnote w:id="7">{paragraph("В разумный срок.")}</w:footnote>'
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("в случаях:", "иных;"))
    body = (
        f"<w:p>{TRACKED}</w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + '<w:p><w:r><w:t>Срок</w:t><w:footnoteReference w:id="7"/><w:t> назван</w:t></w:r></w:p>'
        + paragraph("Отказывают и в иных")
        + paragraph("случаях.")
    )
    quotes = ("ок может быть про", "случ", "разумный", "иных\nслуч")
    (tmp_path / "copy.docx").write_bytes(annotated(word_file(body, {"footnotes": note}), *quotes))
    saved = convert([tmp_path / "copy.docx"], tmp_path, "docx") / "copy.docx"
    assert spots(saved.read_bytes()) == [quotes[0], quotes[1], "", quotes[3]]


PIECES = st.one_of(
    st.text("абв ,", min_size=1, max_size=6).map(
        lambda text: f'<w:t xml:space="preserve">{text}</w:t>'
    ),
    st.sampled_from(
        (
            "<w:tab/>",
            "<w:br/>",
            "<w:noBreakHyphen/>",
            "<w:softHyphen/>",
            '<w:sym w:font="Wingdings" w:char="F0A8"/>',
            "<w:lastRenderedPageBreak/>",
            "<w:t/>",
        )
    ),
)
RUNS = st.builds(
    lambda properties, pieces: f"<w:r>{properties}{''.join(pieces)}</w:r>",
    st.sampled_from(
        (
            "",
            "<w:rPr><w:b/></w:rPr>",
            '<w:rPr><w:rFonts w:ascii="Arial"/><w:sz w:val="20"/><w:lang w:val="ru-RU"/></w:rPr>',
            "<w:rPr><w:vanish/></w:rPr>",
        )
    ),
    st.lists(PIECES, max_size=4),
)
WRAPPERS = (
    "{}",
    "{}",
    '<w:ins w:id="1">{}</w:ins>',
    '<w:del w:id="2"><w:r><w:delText>нет</w:delText></w:r></w:del>{}',
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:smartTag>{}</w:smartTag>",
    "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
)
PARAGRAPHS = st.lists(
    st.builds(
        lambda wrapper, runs: wrapper.format("".join(runs)),
        st.sampled_from(WRAPPERS),
        st.lists(RUNS, max_size=3),
    ),
    max_size=4,
).map(lambda content: f"<w:p>{''.join(content)}</w:p>")


@given(st.lists(PARAGRAPHS, min_size=1, max_size=4), st.data())
@settings(max_examples=150)
def test_any_span_of_any_runs_is_covered(paragraphs: list[str], draw: st.DataObject) -> None:
    """Each range covers its quote; every other character, property and wrapper stays."""
    data = word_file("".join(paragraphs))
    try:
        document = read_bytes(data, "draft.docx")
    except EmptyDocumentError:
        return
    places = st.integers(0, len(document.text))
    spans = [
        (min(pair), max(pair))
        for pair in draw.draw(st.lists(st.tuples(places, places), min_size=1, max_size=4))
        if document.text[min(pair) : max(pair)].strip("\n")
    ]
    found = sorted((on(document, *span) for span in spans), key=lambda each: each.start)
    out = annotated_docx(data, document, report(*found), View(), MADE)
    if found:
        quotes = [each.quote.strip("\n") for each in found]
        assert [spot.strip("\n") for spot in spots(out)] == quotes
    before, after = (characters(part(each, BODY)) for each in (data, out))
    assert [each[:3] for each in after] == [each[:3] for each in before]
    marked = {place for span in spans for place in range(*span) if document.text[place] != "\n"}
    assert [place for place, each in enumerate(after) if each.highlighted] == sorted(marked)


@given(st.lists(TREES, max_size=6), st.data())
@settings(max_examples=150)
def test_any_tree_of_word_elements_keeps_its_text(trees: list[str], draw: st.DataObject) -> None:
    """Misplaced elements may hold a comment askew, but never lose a word."""
    footnote = f'<w:footnote w:id="1"><w:p>{trees[0] if trees else ""}</w:p></w:footnote>'
    data = word_file("".join(trees), {"numbering": NUMBERING, "footnotes": footnote})
    with contextlib.suppress(EmptyDocumentError):
        document = read_bytes(data, "draft.docx")
        place = st.integers(0, len(document.text))
        spans = draw.draw(st.lists(st.tuples(place, place), max_size=4))
        found = report(*(on(document, min(span), max(span)) for span in spans))
        out = annotated_docx(data, document, found, View(), MADE)
        assert read_bytes(out, "draft.docx").text == document.text


def test_five_hundred_findings_in_a_hundred_pages() -> None:
    """Each has its comment on its own words (how fast: ``benchmarks/comments.py``)."""
    body = "".join(
        paragraph(f"{number}. Срок проверки может быть продлен руководителем. " * 4)
        for number in range(500)
    )
    data = word_file(body)
    document = read_bytes(data, "draft.docx")
    starts = [document.text.index(f"{number}. Срок") for number in range(500)]
    found = report(*(on(document, start, start + 20) for start in starts))
    out = annotated_docx(data, document, found, View(), MADE)
    assert read_bytes(out, "draft.docx").text == document.text
    shown = characters(part(out, BODY))
    words: dict[str, str] = {}
    for each in shown:
        for identity in each.comments:
            words[identity] = words.get(identity, "") + each.text
    assert [*words.values()] == [each.quote for each in found.findings]
