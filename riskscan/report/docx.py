"""The reviewed list as a Word document: the table of an official conclusion, ready to edit."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from riskscan.report.conclusion import Conclusion, Row
from riskscan.report.quotation import Quotation
from riskscan.report.xml_text import legal

FONT = "Times New Roman"  # what Kazakh ministries ask for; it has the Kazakh letters
_WIDTHS = tuple(map(Cm, (2.2, 3.3, 7.2, 7.4, 6.1)))  # of the columns, A4 on its side
_LANGUAGES = {"ru": "ru-RU", "kk": "kk-KZ", "en": "en-GB"}


def render_docx(conclusion: Conclusion) -> bytes:
    """The bytes of a .docx file with one row for each accepted finding."""
    document = _page(conclusion)
    document.add_heading(legal(conclusion.heading), level=1)
    document.add_paragraph().add_run(legal(conclusion.title)).bold = True
    if conclusion.source:
        document.add_paragraph(legal(conclusion.source))
    if conclusion.rows:
        _table(document, conclusion)
    else:
        document.add_paragraph(legal(conclusion.none))
    if conclusion.undecided:
        document.add_heading(legal(conclusion.undecided_heading), level=2)
        _list(document, conclusion.undecided)
    document.add_heading(legal(conclusion.scope_heading), level=2)
    _list(document, conclusion.scope)
    document.add_paragraph(legal(conclusion.colophon))
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def _page(conclusion: Conclusion) -> Any:
    """An empty A4 page on its side, in one plain typeface, with nobody's name in its properties."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(2), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    for name, size in (("Normal", 11), ("Heading 1", 14), ("Heading 2", 12), ("List Bullet", 11)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(4)
    document.styles["Heading 1"].paragraph_format.space_before = Pt(0)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[conclusion.ui])
    document.styles["Normal"].element.get_or_add_rPr().append(language)
    properties = document.core_properties
    properties.title = legal(conclusion.title)[:255]
    properties.author = properties.comments = ""
    return document


def _table(document: Any, conclusion: Conclusion) -> None:
    table = document.add_table(rows=1, cols=len(conclusion.columns), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    for cell, name, width in zip(table.rows[0].cells, conclusion.columns, _WIDTHS, strict=True):
        cell.width = width
        cell.paragraphs[0].add_run(legal(name)).bold = True
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in conclusion.rows:
        _fill(table.add_row().cells, row)


def _fill(cells: Iterable[Any], row: Row) -> None:
    factor, element, norm, remark, advice = cells
    for cell, width in zip((factor, element, norm, remark, advice), _WIDTHS, strict=True):
        cell.width = width
    factor.paragraphs[0].add_run(legal(row.factor)).bold = True
    _write(element, (row.element,))
    _quote(norm, row.norm)
    _write(remark, row.remark)
    _write(advice, row.advice)


def _write(cell: Any, paragraphs: Iterable[str]) -> None:
    for number, words in enumerate(paragraphs):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        paragraph.add_run(legal(words))


def _quote(cell: Any, norm: Quotation) -> None:
    """The norm with the risky words in bold; a line of the norm is a line of the cell."""
    paragraph = cell.paragraphs[0]
    for words, bold in ((norm.before, False), (norm.words, True), (norm.after, False)):
        if words:
            paragraph.add_run(legal(words)).bold = bold


def _list(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(legal(line), style="List Bullet")
