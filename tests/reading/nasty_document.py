"""One Word document with every trap a real draft may hold, made with python-docx and raw XML."""

from __future__ import annotations

import io

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from tests.reading.word_files import NAMESPACES, field, field_character, run


def nasty_document() -> bytes:
    """The bytes of the document; the test says what must be read from it."""
    document = Document()
    document.add_heading("Правила", 0)
    for content in PARAGRAPHS:
        add(document, f"<w:p>{content}</w:p>")
    for block in BLOCKS:
        add(document, block)
    add_table(document)
    add_extras(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add(document: WordDocument, xml: str) -> None:
    """Put a block before the section properties that close the body."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:body {NAMESPACES}>{xml}</w:body>")[0])


def add_table(document: WordDocument) -> None:
    """Two merged cells above, a nested table and a numbered paragraph below."""
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Сводная строка"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Слева"
    table.cell(1, 1).text = "Середина"
    table.cell(1, 2).add_table(rows=1, cols=1).cell(0, 0).text = "Вложенная"
    table.cell(2, 1).paragraphs[0].style = "List Number"
    table.cell(2, 1).paragraphs[0].add_run("В ячейке")


def add_extras(document: WordDocument) -> None:
    """A comment, a header and an empty footer."""
    last = document.add_paragraph("Конец")
    document.add_comment(last.runs[0], text="Уточнить", author="Юрист")
    document.sections[0].header.paragraphs[0].text = "Проект"
    document.sections[0].footer.paragraphs[0].text = " "


def box(text: str) -> str:
    """The content of a text box."""
    return f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"


PARAGRAPHS = (
    # tracked changes
    run("Срок ") + f"<w:ins>{run('пять')}</w:ins>"
    "<w:del><w:r><w:delText>десять</w:delText></w:r></w:del>" + run(" дней."),
    run("Орган ")
    + f"<w:moveFrom>{run('вправе ')}</w:moveFrom>"
    + run("обязан ")
    + f"<w:moveTo>{run('выдать')}</w:moveTo>",
    # a paragraph whose mark is deleted joins the next
    '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + run("Начало "),
    run("и продолжение"),
    # wrappers
    run("Форма: ") + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('очная')}</w:sdtContent></w:sdt>",
    f"<w:smartTag>{run('город Астана')}</w:smartTag>"
    + run(", ")
    + f'<w:hyperlink r:id="rId1">{run("портал")}</w:hyperlink>',
    # fields
    run("См. пункт ") + field("REF _Ref1", run("7")) + run(" Правил"),
    run("Номер ")
    + f'<w:fldSimple w:instr="SEQ N">{run("3")}</w:fldSimple>'
    + field("LISTNUM", None)
    + field('XE "срок"', None),
    run("Не закрыто") + field_character("begin") + run(" и видно"),
    # special characters
    "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:noBreakHyphen/><w:t>в</w:t><w:softHyphen/>"
    '<w:t>г</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:sym w:font="X" w:char="F001"/></w:r>',
    # line breaks: layout, a list typed by hand, a new page
    "<w:r><w:t>Утверждены</w:t><w:br/><w:t>приказом</w:t></w:r>",
    "<w:r><w:t>Случаи:</w:t><w:br/><w:t>1) один;</w:t><w:br/><w:t>2) два.</w:t></w:r>",
    '<w:r><w:br w:type="page"/><w:t>С новой</w:t><w:br w:type="page"/><w:t>страницы</w:t></w:r>',
    # hidden text
    run("Видно") + run(" скрыто", "<w:vanish/>") + run("!", '<w:vanish w:val="0"/>'),
    "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" + run("вся строка", "<w:vanish/>"),
    # a text box, written twice as Word writes it
    run("Якорь") + '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
    f"{box('В рамке')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
    f"{box('В рамке')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    # what is no text
    run("Формула ") + "<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>"
    "<w:r><w:drawing><c:chart/></w:drawing><w:drawing><pic:pic/></w:drawing></w:r>"
    '<w:r><w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet"/></w:object>'
    "</w:r>",
)
BLOCKS = (
    f"<w:sdt><w:sdtContent><w:p>{run('Блок')}</w:p></w:sdtContent></w:sdt>",
    '<w:altChunk r:id="rId9"/>',
    "<w:tbl><w:tr><w:sdt><w:sdtContent><w:tc>"
    f"<w:p>{run('Ячейка в элементе управления')}</w:p></w:tc></w:sdtContent></w:sdt></w:tr>"
    f"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('Удалённая строка')}</w:p></w:tc></w:tr>"
    "</w:tbl>",
)
TEXT = """\
Правила
Срок пять дней.
Орган обязан выдать
Начало и продолжение
Форма: очная
город Астана, портал
См. пункт 7 Правил
Номер 3
Не закрыто и видно
а\tб-в\u00adг☐\ufffd
Утверждены приказом
Случаи:
1) один;
2) два.
С новой страницы
Видно!
Якорь
В рамке
Формула\x20
Блок
Ячейка в элементе управления
Сводная строка
Слева
Середина

Вложенная

1. В ячейке

Конец
"""
