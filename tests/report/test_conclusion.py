"""The reviewed list in words: rows of the official table and what is said under it."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.report import Interface
from riskscan.report.conclusion import Conclusion, conclude
from riskscan.report.docx import render_docx
from riskscan.report.html import render_conclusion
from riskscan.report.reviewed_json import ReviewedReport, render_reviewed_json
from riskscan.review import Decision, Review, review
from riskscan.text import Document
from tests.report.sample import DOCUMENT, FINDINGS, REPORT, report

FACTORS = {"deadline-extension": "Продление без пределов"}
NOTE = "Сроки проверены по кодексу"
DECIDED = Review(
    decisions={
        FINDINGS[1].id: Decision(verdict="accepted", note=NOTE),
        FINDINGS[3].id: Decision(verdict="rejected", reason="other-act"),
        "0000": Decision(verdict="accepted"),
    }
)


def concluded(ui: Interface = "ru", decided: Review = DECIDED) -> Conclusion:
    """The conclusion of the sample."""
    return conclude(REPORT, DOCUMENT, review(REPORT, decided), ui, FACTORS)


def test_a_row_holds_the_five_parts_of_the_form() -> None:
    """Number, structural element, norm, remark with basis and note, recommendation."""
    (row,) = concluded().rows
    assert row.factor == "Фактор 1"
    assert row.element == "подпункт 1) пункта 7"
    assert row.norm.words == FINDINGS[1].quote
    assert row.remark[0].endswith("фактора – «Продление без пределов».")
    assert row.remark[1] == FINDINGS[1].explanation
    assert "статья 24" in row.remark[2]
    assert row.remark[3] == f"Пояснение эксперта: {NOTE}"
    assert row.advice == (FINDINGS[1].recommendation,)


def test_what_is_left_out_is_said() -> None:
    """Counts of rejected and undecided, orphans, skipped provisions, what was not read."""
    made = concluded()
    said = "\n".join(made.scope)
    assert "принятые экспертом: 1" in said
    assert "предел назван в другом акте (1)" in said
    assert "«Решает эксперт»): 1" in said
    assert "«Юридическая техника»): 1" in said
    assert "никуда не отнесены: 1" in said
    assert "Не проверялось: заголовки (1)" in said
    assert "Не прочитано в файле: изображения (2)" in said
    assert made.undecided == ()
    open_ones = concluded(decided=Review()).undecided
    assert open_ones == (
        "подпункт 1) пункта 7: Продление без предела",
        "подпункт 1) пункта 7: Отказ по любому поводу",
    )


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_every_language_says_it_all(ui: Interface) -> None:
    """The same parts in each interface language, none of them empty or a gap left open."""
    made = concluded(ui)
    said = [made.heading, made.scope_heading, *made.columns, *made.scope, made.colophon]
    assert len(made.columns) == 5
    assert all(words and "{" not in words for words in said)
    assert len(made.scope) == len(concluded("ru").scope)


def test_the_norm_is_quoted_with_its_lead_in(analyzer: Analyzer) -> None:
    """An item of a list is quoted under the words that govern it, the risky words apart."""
    text = (
        "Правила причала\n\n"
        "1. Причал открыт летом.\n"
        "2. Для получения пропуска лицо представляет:\n"
        "1) заявление;\n"
        "2) иные документы, необходимые для рассмотрения.\n"
    )
    document = Document(text)
    found = analyzer.analyze(document, Options(factors=("extra-documents",)))
    decided = Review(decisions={found.findings[0].id: Decision(verdict="accepted")})
    (row,) = conclude(found, document, review(found, decided), "ru", {}).rows
    assert row.norm.before == ("2. Для получения пропуска лицо представляет:\n[…]\n2) ")
    assert row.norm.words == "иные документы"
    assert row.norm.after == ", необходимые для рассмотрения."


def test_a_long_norm_is_quoted_around_the_words(analyzer: Analyzer) -> None:
    """Of a norm of many lines the line with the words stands, and the cuts are shown."""
    filler = "".join(f"\nПричал номер {n} красят весной в белый цвет." for n in range(60))
    text = f"1. Порядок на причале.{filler}\nСрок ответа может быть продлен начальником.{filler}\n"
    document = Document(text)
    found = analyzer.analyze(document, Options(factors=("deadline-extension",)))
    decided = Review(decisions={found.findings[0].id: Decision(verdict="accepted")})
    (row,) = conclude(found, document, review(found, decided), "ru", {}).rows
    quoted = row.norm.before + row.norm.words + row.norm.after
    assert "Срок ответа может быть продлен начальником." in quoted
    assert len(quoted) < 300


def test_the_word_file_is_the_table() -> None:
    """A page on its side, a header that repeats, the risky words in bold, nobody's name."""
    document = docx.Document(BytesIO(render_docx(concluded())))
    (table,) = document.tables
    header, row = table.rows
    assert [cell.text for cell in header.cells] == list(concluded().columns)
    assert header._tr.trPr is not None
    assert header._tr.trPr.xpath("w:tblHeader")
    bold = [run.text for run in row.cells[2].paragraphs[0].runs if run.bold]
    assert bold == [FINDINGS[1].quote]
    assert document.sections[0].page_width > document.sections[0].page_height
    assert document.core_properties.author == ""
    assert "docx" not in document.core_properties.comments


def test_nothing_accepted_is_said_in_words() -> None:
    """Without an accepted finding there is a sentence in place of a table."""
    made = concluded(decided=Review())
    document = docx.Document(BytesIO(render_docx(made)))
    assert not document.tables
    assert made.none in [paragraph.text for paragraph in document.paragraphs]
    assert made.none in render_conclusion(made)
    assert "<table" not in render_conclusion(made)


def test_characters_xml_cannot_hold_do_not_break_the_file() -> None:
    """Control characters of a hostile draft or note become the replacement character."""
    nasty = "a\x00b\x0bc\ufffe\ud800\N{RIGHT-TO-LEFT OVERRIDE}<b>&amp;"
    finding = FINDINGS[1].model_copy(update={"title": nasty, "explanation": nasty})
    hostile = report(finding, title=nasty)
    decided = Review.model_construct(
        decisions={finding.id: Decision.model_construct(verdict="accepted", note=nasty)}
    )
    made = conclude(hostile, DOCUMENT, review(hostile, decided), "ru", {})
    document = docx.Document(BytesIO(render_docx(made)))
    assert "<b>&amp;" in document.tables[0].rows[1].cells[3].text
    assert "&lt;b&gt;&amp;amp;" in render_conclusion(made)


def test_the_page_fetches_nothing_and_escapes() -> None:
    """One file, no scripts, markup in a note as words."""
    noted = Review(decisions={FINDINGS[1].id: Decision(verdict="accepted", note="<i>да</i>")})
    html = render_conclusion(concluded(decided=noted))
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")
    assert "&lt;i&gt;да&lt;/i&gt;" in html


def test_the_json_has_every_finding_once() -> None:
    """For the next program: three lists, each finding whole, with its decision."""
    made = ReviewedReport.model_validate_json(render_reviewed_json(REPORT, review(REPORT, DECIDED)))
    lists = (made.accepted, made.rejected, made.undecided)
    assert sorted(each.finding.id for part in lists for each in part) == sorted(
        finding.id for finding in FINDINGS
    )
    assert made.accepted[0].decision.note == NOTE
    assert made.orphans == 1
    assert made.document.unread == REPORT.document.unread
