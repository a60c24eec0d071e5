"""Drafts of our own writing set in columns: comparative tables, and text in two columns.

What a word processor prints of them has no line, or few, to show where a column ends.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table

from tests.reading.printed_act import FONT

Drawn = Literal["nothing", "heading", "rows", "frame"]

_SIDES = {
    "nothing": (),
    "rows": ("top", "bottom", "insideH"),
    "frame": ("top", "left", "bottom", "right"),
}


@dataclass(frozen=True)
class Comparison:
    """A comparative table: what stands over it, its heading, its rows without their numbers.

    A paragraph of a cell is a line of its own; ``chapter`` stands across the table.
    """

    title: str
    heading: tuple[str, ...]
    chapter: str
    rows: tuple[tuple[str, ...], ...]
    closing: str


def compare(
    draft: Comparison,
    *,
    drawn: Drawn = "nothing",
    times: int = 3,
    numbered: bool = True,
    justified: bool = False,
    apart: float = 0,
) -> bytes:
    """The draft as a .docx; its rows come so many times, so many points apart."""
    document = _landscape()
    document.add_paragraph(draft.title).alignment = ALIGN.CENTER
    document.add_paragraph()
    widths = (1.2, 3.6, 7, 7, 6) if numbered else (3.8, 7.5, 7.5, 6)
    rows = [draft.heading if numbered else draft.heading[1:]]
    for number in range(times * len(draft.rows)):
        row = draft.rows[number % len(draft.rows)]
        if number == len(draft.rows):
            rows.append((draft.chapter,))
        rows.append((f"{number + 1}.", *row) if numbered else row)
    table = _table(document, rows, widths)
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                if justified:
                    paragraph.alignment = ALIGN.JUSTIFY
            cell.paragraphs[-1].paragraph_format.space_after = Pt(apart)
    for cell in table.rows[0].cells:
        for paragraph in cell.paragraphs:
            paragraph.alignment = ALIGN.CENTER
            for run in paragraph.runs:
                run.bold = True
    _draw(table, drawn)
    document.add_paragraph()
    document.add_paragraph(draft.closing)
    return _saved(document)


def in_columns(title: str, paragraphs: Iterable[str], *, justified: bool = True) -> bytes:
    """Text set in two columns as a newspaper has it, under a title over both."""
    document = _blank()
    document.add_paragraph(title).alignment = ALIGN.CENTER
    document.add_section(0)
    columns = document.sections[-1]._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    columns.set(qn("w:space"), "567")
    for words in paragraphs:
        paragraph = document.add_paragraph(words)
        paragraph.paragraph_format.first_line_indent = Cm(0.8)
        if justified:
            paragraph.alignment = ALIGN.JUSTIFY
    return _saved(document)


def side_by_side(left: Iterable[str], right: Iterable[str]) -> bytes:
    """Two texts each in a column of its own over all pages."""
    document = _blank()
    table = document.add_table(1, 2)
    for cell, paragraphs in zip(table.rows[0].cells, (left, right), strict=True):
        for words in paragraphs:
            paragraph = cell.add_paragraph(words)
            paragraph.alignment = ALIGN.JUSTIFY
            paragraph.paragraph_format.first_line_indent = Cm(0.8)
        cell._tc.remove(cell.paragraphs[0]._p)
    return _saved(document)


def prose(paragraphs: Iterable[str]) -> bytes:
    """One narrow column, its lines stretched to its edges."""
    document = _blank()
    document.sections[0].right_margin = Cm(10.5)
    for words in paragraphs:
        paragraph = document.add_paragraph(words)
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Cm(1)
    return _saved(document)


def without_columns() -> bytes:
    """What blanks in a draft are for besides columns: a stamp, items, contents, signatures."""
    document = _blank()
    for line in ("Утверждены", "приказом руководителя", "от 3 марта 2026 года № 17"):
        document.add_paragraph(line).paragraph_format.left_indent = Cm(10)
    document.add_paragraph()
    for number, title in enumerate(("Общие положения", "Порядок осмотра", "Помещения"), 1):
        paragraph = document.add_paragraph(f"Глава {number}. {title}\t{number * 4}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    document.add_paragraph()
    for number, words in enumerate(_ITEMS, 1):
        paragraph = document.add_paragraph(f"{number}.\t{words}")
        paragraph.alignment = ALIGN.JUSTIFY
        paragraph.paragraph_format.left_indent = Cm(1.5)
        paragraph.paragraph_format.first_line_indent = Cm(-1.5)
    document.add_paragraph()
    for post, name in _SIGNATURES:
        *above, last = post.split("\n")
        for line in above:
            document.add_paragraph(line)
        paragraph = document.add_paragraph(f"{last}\t{name}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(12))
    return _saved(document)


def _blank() -> WordDocument:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    return document


def _landscape() -> WordDocument:
    document = _blank()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    return document


def _table(document: WordDocument, rows: list[tuple[str, ...]], widths: tuple[float, ...]) -> Table:
    table = document.add_table(0, len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for words in rows:
        cells = table.add_row().cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)
        if len(words) == 1:
            cells = (cells[0].merge(cells[-1]),)
        for cell, text in zip(cells, words, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for each in more:
                cell.add_paragraph(each)
    return table


def _draw(table: Table, drawn: Drawn) -> None:
    if drawn == "heading":
        for cell in table.rows[0].cells:
            cell._tc.get_or_add_tcPr().append(_borders("w:tcBorders", ("bottom",)))
    elif _SIDES[drawn]:
        table._tbl.tblPr.append(_borders("w:tblBorders", _SIDES[drawn]))


def _borders(name: str, sides: Iterable[str]) -> OxmlElement:
    borders = OxmlElement(name)
    for side in sides:
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), "single")
        border.set(qn("w:sz"), "6")
        borders.append(border)
    return borders


def _saved(document: WordDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_ITEMS = (
    "Осмотр мастерской проводится в присутствии заявителя или его представителя, а его итоги"
    " заносятся в акт, один экземпляр которого вручается заявителю в день осмотра.",
    "Печь для обжига осматривается отдельно, если мастерская занимает больше одного помещения.",
    "Замечания устраняются в течение месяца, о чём заявитель сообщает управлению письмом, приложив"
    " к нему снимки мастерской и копию договора о ремонте.",
    "Повторный осмотр проводится один раз.",
)
_SIGNATURES = (
    ("Руководитель", "Б. Мастеров"),
    ("Заместитель руководителя управления\nремёсел и торговли", "Г. Гончарова"),
    ("Главный бухгалтер управления\nремёсел и торговли", "Д. Столяров"),
    ("Руководитель отдела\nреестра мастерских", "Е. Ткачёва"),
)

RUSSIAN = Comparison(
    title="Сравнительная таблица к проекту приказа об изменении Правил ведения реестра мастерских",
    heading=(
        "№",
        "Структурный элемент",
        "Действующая редакция",
        "Предлагаемая редакция",
        "Обоснование",
    ),
    chapter="Глава 2. Порядок предоставления помещений ремесленным мастерским города",
    rows=(
        (
            "Пункт 5",
            "5. Управление рассматривает заявление в течение десяти рабочих дней.",
            "5. Управление рассматривает заявление в течение десяти рабочих дней. Срок рассмотрения"
            " может быть продлен руководителем управления при необходимости.",
            "Уточняется порядок рассмотрения заявлений.",
        ),
        (
            "Пункт 6 изложить в новой редакции",
            "6. Управление отказывает во внесении сведений в реестр, если представлены неполные"
            " документы.",
            "6. Управление вправе отказать во внесении сведений в реестр при наличии достаточных"
            " оснований.",
            "Перечень оснований отказа не охватывает всех случаев, встречавшихся за прошлый год, и"
            " потому заменяется общим указанием на основания.",
        ),
        (
            "Подпункт 3) пункта 10",
            "10. Сведения исключаются из реестра:\n3) при нарушении договора найма, установленном"
            " судом.",
            "10. Сведения исключаются из реестра:\n3) в иных случаях, определяемых руководителем"
            " управления по своему усмотрению.",
            "Приведение в соответствие с практикой.",
        ),
        (
            "Новый пункт 17",
            "Отсутствует.",
            "17. Должностное лицо управления может потребовать у заявителя иные документы, не"
            " указанные в пункте 4 настоящих Правил.",
            "Необходимо для полноты рассмотрения.",
        ),
    ),
    closing="Руководитель управления ремёсел                                        Б. Мастеров",
)

KAZAKH = Comparison(
    title="Шеберханалар тізілімін жүргізу қағидаларын өзгерту туралы бұйрық жобасына салыстырма"
    " кесте",
    heading=(
        "№",
        "Құрылымдық элемент",
        "Қолданыстағы редакция",
        "Ұсынылатын редакция",
        "Негіздеме",
    ),
    chapter="2-тарау. Қолөнер шеберханаларына қала аумағында үй-жай беру тәртібі",
    rows=(
        (
            "5-тармақ",
            "5. Басқарма өтінішті он жұмыс күні ішінде қарайды.",
            "5. Басқарма өтінішті он жұмыс күні ішінде қарайды. Қажет болған жағдайда қарау"
            " мерзімін басқарма басшысы ұзарта алады.",
            "Өтініштерді қарау тәртібі нақтыланады.",
        ),
        (
            "6-тармақ жаңа редакцияда жазылсын",
            "6. Құжаттар толық ұсынылмаса, басқарма мәліметтерді тізілімге енгізуден бас тартады.",
            "6. Жеткілікті негіздер болған кезде басқарма мәліметтерді тізілімге енгізуден бас"
            " тартуға құқылы.",
            "Бас тарту негіздерінің тізбесі былтыр кездескен барлық жағдайды қамтымайды, сондықтан"
            " ол жалпы нұсқаумен ауыстырылады.",
        ),
        (
            "10-тармақтың 3) тармақшасы",
            "10. Мәліметтер тізілімнен мынадай жағдайларда шығарылады:\n3) сот жалдау шартының"
            " бұзылғанын анықтағанда.",
            "10. Мәліметтер тізілімнен мынадай жағдайларда шығарылады:\n3) басқарма басшысы өз"
            " қалауы бойынша айқындайтын өзге де жағдайларда.",
            "Тәжірибеге сәйкес келтіру.",
        ),
        (
            "Жаңа 17-тармақ",
            "Жоқ.",
            "17. Басқарманың лауазымды адамы өтініш берушіден осы Қағидалардың 4-тармағында"
            " көрсетілмеген өзге де құжаттарды талап ете алады.",
            "Толық қарау үшін қажет.",
        ),
    ),
    closing="Қолөнер басқармасының басшысы                                        Б. Шеберов",
)
