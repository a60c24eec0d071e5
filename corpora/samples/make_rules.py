"""Makes rules.docx: a draft order with the rules of a public service, as a drafter would send it.

The act is invented. Most of it is drafted with care; some norms are the kind an anti-corruption
expert objects to. Numbers come from Word lists, one sentence is a tracked insertion, one note is a
footnote, the annexes hold a form and a table. The same program makes the same bytes.

Usage: python corpora/samples/make_rules.py
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

TARGET = Path(__file__).with_name("rules.docx")
MOMENT = datetime(2026, 9, 1, tzinfo=UTC)
ZIP_MOMENT = (2026, 9, 1, 0, 0, 0)

ORDER_POINTS, CHAPTERS, RULES_POINTS = 101, 102, 103  # the three Word lists
CHAPTER, POINT, SUBPOINT = "chapter", "point", "subpoint"

ORDER_TITLE = (
    "Об утверждении Правил оказания государственной услуги «Выдача разрешения на сезонную "
    "перевозку пассажиров маломерными судами»"
)
ORDER_PREAMBLE = (
    "В соответствии с подпунктом 1) статьи 10 Закона Республики Казахстан «О государственных "
    "услугах» ПРИКАЗЫВАЮ:"
)
ORDER = (
    (POINT, "Утвердить прилагаемые Правила оказания государственной услуги «Выдача разрешения на "
     "сезонную перевозку пассажиров маломерными судами»."),
    (POINT, "Департаменту водного транспорта Министерства транспорта Республики Казахстан в "
     "установленном законодательством Республики Казахстан порядке обеспечить:"),
    (SUBPOINT, "государственную регистрацию настоящего приказа в Министерстве юстиции Республики "
     "Казахстан;"),
    (SUBPOINT, "размещение настоящего приказа на интернет-ресурсе Министерства транспорта "
     "Республики Казахстан после его официального опубликования;"),
    (SUBPOINT, "в течение десяти рабочих дней после государственной регистрации настоящего приказа "
     "представление в Юридический департамент Министерства транспорта Республики Казахстан "
     "сведений об исполнении мероприятий, предусмотренных подпунктами 1) и 2) настоящего пункта."),
    (POINT, "Контроль за исполнением настоящего приказа возложить на курирующего вице-министра "
     "транспорта Республики Казахстан."),
    (POINT, "Настоящий приказ вводится в действие по истечении шестидесяти календарных дней после "
     "дня его первого официального опубликования."),
)  # fmt: skip

RULES_TITLE = (
    "Правила оказания государственной услуги «Выдача разрешения на сезонную перевозку пассажиров "
    "маломерными судами»"
)
PORTAL_NOTE = (
    "Портал доступен круглосуточно, за исключением технических перерывов, о которых сообщается "
    "на его главной странице не позднее чем за сутки."
)
RULES = (
    (CHAPTER, "Общие положения"),
    (POINT, "Настоящие Правила оказания государственной услуги «Выдача разрешения на сезонную "
     "перевозку пассажиров маломерными судами» (далее – Правила) разработаны в соответствии с "
     "подпунктом 1) статьи 10 Закона Республики Казахстан «О государственных услугах» и определяют "
     "порядок оказания государственной услуги «Выдача разрешения на сезонную перевозку пассажиров "
     "маломерными судами» (далее – государственная услуга)."),
    (POINT, "В Правилах используются следующие основные понятия:"),
    (SUBPOINT, "маломерное судно – самоходное судно длиной не более двадцати метров, допущенное к "
     "перевозке не более двенадцати пассажиров;"),
    (SUBPOINT, "навигационный период – период с 1 апреля по 31 октября одного календарного года;"),
    (SUBPOINT, "перевозчик – индивидуальный предприниматель или юридическое лицо, получившие "
     "разрешение в соответствии с Правилами;"),
    (SUBPOINT, "разрешение – электронный документ, подтверждающий право перевозчика перевозить "
     "пассажиров маломерным судном по указанному в нем маршруту;"),
    (SUBPOINT, "услугодатель – территориальное подразделение Комитета водного транспорта "
     "Министерства транспорта Республики Казахстан."),
    (POINT, "Государственная услуга оказывается услугодателем индивидуальным предпринимателям и "
     "юридическим лицам (далее – услугополучатель) через веб-портал «электронного правительства» "
     "(далее – портал){note}. Государственная услуга оказывается бесплатно."),
    (CHAPTER, "Порядок выдачи разрешения"),
    (POINT, "Для получения разрешения услугополучатель не позднее чем за двадцать рабочих дней до "
     "начала перевозок направляет услугодателю через портал:"),
    (SUBPOINT, "заявление по форме согласно приложению 1 к Правилам;"),
    (SUBPOINT, "электронную копию документа, подтверждающего право собственности или иное законное "
     "право на маломерное судно;"),
    (SUBPOINT, "схему маршрута с указанием причалов отправления и назначения;"),
    (SUBPOINT, "иные документы, необходимые для рассмотрения заявления."),
    (POINT, "Сведения о государственной регистрации услугополучателя, о государственной "
     "регистрации маломерного судна и о его техническом освидетельствовании услугодатель получает "
     "из государственных информационных систем через шлюз «электронного правительства». Требовать "
     "от услугополучателя документы, которые содержатся в этих системах, не допускается."),
    (POINT, "Работник канцелярии услугодателя регистрирует заявление в день его поступления. "
     "Заявление, поступившее после окончания рабочего времени, в выходной или праздничный день, "
     "регистрируется в ближайший следующий рабочий день."),
    (POINT, "Ответственный исполнитель услугодателя в течение двух рабочих дней со дня регистрации "
     "заявления проверяет полноту представленных документов. Если представлены не все документы "
     "либо срок действия документа истек, услугодатель в тот же срок направляет услугополучателю "
     "мотивированный отказ в дальнейшем рассмотрении заявления с указанием недостающих или "
     "просроченных документов."),
    (POINT, "При полноте документов ответственный исполнитель услугодателя в течение пяти рабочих "
     "дней со дня регистрации заявления сверяет представленные сведения с требованиями, указанными "
     "в приложении 2 к Правилам, и готовит проект решения."),
    (POINT, "Срок рассмотрения заявления продлевается руководителем услугодателя, если требуется "
     "дополнительное изучение представленных документов."),
    (POINT, "Услугодатель отказывает в выдаче разрешения по следующим основаниям:"),
    (SUBPOINT, "документы или содержащиеся в них сведения недостоверны;"),
    (SUBPOINT, "услугополучатель или маломерное судно не соответствует требованиям, указанным в "
     "приложении 2 к Правилам;"),
    (SUBPOINT, "в отношении услугополучателя имеется вступившее в законную силу решение суда о "
     "запрещении деятельности по перевозке пассажиров."),
    (POINT, "До отказа по основаниям, указанным в пункте 10 Правил, услугодатель не позднее чем за "
     "три рабочих дня до принятия решения уведомляет услугополучателя о предварительном решении, а "
     "также о времени, дате и способе заслушивания. По результатам заслушивания услугодатель "
     "выдает разрешение либо направляет мотивированный отказ с указанием основания и порядка "
     "обжалования."),
    (POINT, "Разрешение либо мотивированный отказ подписывается электронной цифровой подписью "
     "руководителя услугодателя и в течение одного рабочего дня со дня подписания направляется в "
     "«личный кабинет» услугополучателя на портале."),
    (POINT, "Разрешение выдается на один навигационный период либо на срок до пяти лет."),
    (POINT, "Сведения о выданных разрешениях размещаются на интернет-ресурсе услугодателя в "
     "течение трех рабочих дней со дня выдачи{insertion}."),
    (CHAPTER, "Порядок переоформления разрешения и изменения маршрута"),
    (POINT, "При изменении наименования юридического лица или фамилии, имени, отчества (при его "
     "наличии) индивидуального предпринимателя перевозчик в течение пятнадцати рабочих дней "
     "направляет услугодателю через портал заявление о переоформлении разрешения."),
    (POINT, "Услугодатель переоформляет разрешение в течение трех рабочих дней со дня регистрации "
     "заявления. Основанием для отказа в переоформлении является отсутствие в государственных "
     "информационных системах сведений об изменениях, указанных в заявлении."),
    (POINT, "Для изменения маршрута перевозчик направляет услугодателю через портал заявление с "
     "приложением новой схемы маршрута. Услугодатель рассматривает заявление и принимает решение о "
     "согласовании нового маршрута или об отказе в его согласовании."),
    (POINT, "О принятом решении перевозчик извещается в разумный срок."),
    (POINT, "При обнаружении описки в разрешении услугодатель вправе устранить ее по заявлению "
     "перевозчика в течение одного рабочего дня со дня регистрации заявления."),
    (CHAPTER, "Порядок приостановления и прекращения действия разрешения"),
    (POINT, "Действие разрешения может быть приостановлено решением руководителя услугодателя."),
    (POINT, "Возобновление действия разрешения осуществляется в порядке, установленном "
     "законодательством Республики Казахстан."),
    (POINT, "Действие разрешения прекращается в случаях:"),
    (SUBPOINT, "подачи перевозчиком заявления о прекращении действия разрешения;"),
    (SUBPOINT, "истечения срока, на который разрешение выдано;"),
    (SUBPOINT, "ликвидации юридического лица или прекращения деятельности индивидуального "
     "предпринимателя;"),
    (SUBPOINT, "вступления в законную силу решения суда о лишении разрешения."),
    (POINT, "О прекращении действия разрешения по основаниям, указанным в подпунктах 2), 3) и 4) "
     "пункта 22 Правил, услугодатель уведомляет перевозчика через портал в течение одного рабочего "
     "дня со дня наступления соответствующего случая."),
    (CHAPTER, "Порядок контроля за безопасностью перевозок"),
    (POINT, "Перевозчик до начала каждого рейса проводит инструктаж пассажиров, обеспечивает их "
     "спасательными жилетами и вносит запись о рейсе в судовой журнал."),
    (POINT, "О происшествии, повлекшем причинение вреда жизни или здоровью пассажира, перевозчик "
     "незамедлительно, но не позднее двух часов с момента происшествия, сообщает услугодателю по "
     "телефону или через портал."),
    (POINT, "Перевозчик хранит судовой журнал в течение двух лет после внесения в него последней "
     "записи."),
    (POINT, "Услугодатель до 1 марта каждого года размещает на своем интернет-ресурсе перечень "
     "причалов, открытых для перевозки пассажиров в предстоящем навигационном периоде."),
    (POINT, "Услугодатель запрашивает у перевозчика сведения о выполненных рейсах с "
     "периодичностью, которую определяет самостоятельно."),
    (CHAPTER, "Порядок обжалования решений, действий (бездействия) услугодателя"),
    (POINT, "Жалоба на решение, действие (бездействие) услугодателя подается не позднее трех "
     "месяцев со дня, когда услугополучателю стало известно о принятии решения или совершении "
     "действия (бездействия). Жалоба подается услугодателю, решение, действие (бездействие) "
     "которого обжалуются."),
    (POINT, "Услугодатель в течение трех рабочих дней со дня поступления жалобы направляет ее и "
     "административное дело в орган, рассматривающий жалобу. Услугодатель не направляет жалобу, "
     "если в тот же срок примет решение, полностью удовлетворяющее требованиям, указанным в "
     "жалобе."),
    (POINT, "Жалоба рассматривается органом, рассматривающим жалобу, в течение двадцати рабочих "
     "дней со дня ее поступления. Если иное не предусмотрено законом, обращение в суд допускается "
     "после обжалования в досудебном порядке."),
)  # fmt: skip
INSERTION = " и обновляются не позднее пятого числа каждого месяца"

FORM = (
    "Кому: ______________________________________________",
    "(наименование услугодателя)",
    "От кого: ____________________________________________",
    "(фамилия, имя, отчество (при его наличии) или наименование, ИИН или БИН)",
    "Прошу выдать разрешение на сезонную перевозку пассажиров маломерным судном "
    "____________________ (название, бортовой номер) по маршруту ____________________ на период "
    "с ____________ по ____________.",
    "Согласен на использование сведений, составляющих охраняемую законом тайну, содержащихся в "
    "информационных системах.",
    "«___» ____________ 20__ года     _____________________ (подпись)",
)
REQUIREMENTS = (
    ("№", "К кому или к чему", "Требование", "Чем подтверждается"),
    ("1", "Услугополучатель", "Государственная регистрация в качестве индивидуального "
     "предпринимателя или юридического лица", "Сведения государственной базы данных"),
    ("2", "Маломерное судно", "Государственная регистрация и действующее техническое "
     "освидетельствование", "Сведения государственного судового реестра"),
    ("3", "Маломерное судно", "Спасательные жилеты по числу пассажиров и членов экипажа, "
     "огнетушитель, аптечка", "Акт технического освидетельствования"),
    ("4", "Судоводитель", "Действующее удостоверение на право управления маломерным судном",
     "Сведения реестра удостоверений"),
    ("5", "Перевозка", "Договор обязательного страхования гражданско-правовой ответственности "
     "перевозчика перед пассажирами", "Сведения единой страховой базы данных"),
)  # fmt: skip
WIDTHS = (1.2, 3.8, 6.5, 5)  # centimetres


def make() -> bytes:
    """The bytes of rules.docx."""
    document = Document()
    set_layout(document)
    define_lists(document)
    add_order(document)
    add_rules(document)
    add_annexes(document)
    add_footnotes(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_times(buffer.getvalue())


def set_layout(document: WordDocument) -> None:
    """Page, font and file properties."""
    section = document.sections[0]
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.title, properties.author = ORDER_TITLE, ""
    properties.created = properties.modified = MOMENT


def define_lists(document: WordDocument) -> None:
    """The Word lists: points and subpoints of the order, chapters, points of the rules."""
    points = level(0, "%1.") + level(1, "%2)")
    families = (
        (ORDER_POINTS, points),
        (CHAPTERS, level(0, "Глава %1.", "space", "<w:rPr><w:b/></w:rPr>")),
        (RULES_POINTS, points),
    )
    numbering = document.part.numbering_part.element
    for place, (identity, levels) in enumerate(families):
        family = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}">{levels}</w:abstractNum>'
        )
        numbering.insert(place, parse_xml(family))
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{identity}"><w:abstractNumId w:val="{identity}"/>'
                "</w:num>"
            )
        )


def level(depth: int, text: str, suffix: str = "tab", look: str = "") -> str:
    """One level of a Word list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"{look}</w:lvl>"
    )


def add_order(document: WordDocument) -> None:
    """The order that approves the rules, with its signature."""
    add_centred(document, ORDER_TITLE, bold=True)
    document.add_paragraph()
    add_text(document, ORDER_PREAMBLE)
    for kind, text in ORDER:
        add_item(document, kind, text, ORDER_POINTS)
    document.add_paragraph()
    signature = document.add_paragraph()
    signature.add_run("Министр транспорта\nРеспублики Казахстан\t\t\t\t\tА. Сеитов").bold = True


def add_rules(document: WordDocument) -> None:
    """The approved rules."""
    add_stamp(
        document,
        "Утверждены\nприказом Министра транспорта\nРеспублики Казахстан\n"
        "от «___» __________ 2026 года\n№ ______",
    )
    document.add_paragraph()
    add_centred(document, RULES_TITLE, bold=True)
    for kind, text in RULES:
        add_item(document, kind, text, RULES_POINTS)


def add_annexes(document: WordDocument) -> None:
    """The form of the application and the table of requirements."""
    add_stamp(document, "Приложение 1\nк Правилам")
    add_text(document, "Форма")
    add_centred(document, "Заявление", bold=True)
    for line in FORM:
        add_text(document, line)
    add_stamp(document, "Приложение 2\nк Правилам")
    add_centred(document, "Требования для выдачи разрешения", bold=True)
    table = document.add_table(rows=0, cols=len(REQUIREMENTS[0]), style="Table Grid")
    for row in REQUIREMENTS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)


def add_item(document: WordDocument, kind: str, text: str, points: int) -> None:
    """A chapter heading, point or subpoint, numbered by Word."""
    if kind == CHAPTER:
        document.add_paragraph()
        heading = add_centred(document, text, bold=True)
        number(heading, CHAPTERS, 0)
        document.add_paragraph()
        return
    item = add_text(document, "")
    number(item, points, 0 if kind == POINT else 1)
    before, note, after = text.partition("{note}")
    before, insertion, ending = before.partition("{insertion}")
    item.add_run(before)
    if note:
        item._p.append(parse_xml(FOOTNOTE_REFERENCE))
        item.add_run(after)
    if insertion:
        item._p.append(parse_xml(TRACKED_INSERTION))
        item.add_run(ending)


def number(paragraph: Paragraph, identity: int, depth: int) -> None:
    """Put a paragraph into a Word list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = depth
    properties.get_or_add_numId().val = identity


def add_text(document: WordDocument, text: str) -> Paragraph:
    """A justified paragraph with a first-line indent."""
    paragraph = document.add_paragraph(text)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Cm(1.25)
    return paragraph


def add_centred(document: WordDocument, text: str, *, bold: bool = False) -> Paragraph:
    """A centred paragraph."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold
    return paragraph


def add_stamp(document: WordDocument, text: str) -> None:
    """The mark of approval or annex in the upper right corner of a new page."""
    paragraph = document.add_paragraph()
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run(text)
    paragraph.paragraph_format.left_indent = Cm(9)
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


FOOTNOTE_REFERENCE = (
    f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    '<w:footnoteReference w:id="2"/></w:r>'
)
TRACKED_INSERTION = (
    f'<w:ins {nsdecls("w")} w:id="1" w:author="Юридический департамент" '
    f'w:date="{MOMENT:%Y-%m-%dT%H:%M:%SZ}"><w:r><w:t xml:space="preserve">{INSERTION}</w:t></w:r>'
    "</w:ins>"
)
FOOTNOTES = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>'
    '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r>'
    '</w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/>'
    f'</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {PORTAL_NOTE}</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def add_footnotes(document: WordDocument) -> None:
    """The part with the text of the footnote."""
    name = PackURI("/word/footnotes.xml")
    part = Part(name, FOOTNOTES_TYPE, FOOTNOTES.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def with_fixed_times(data: bytes) -> bytes:
    """The same archive with one time for all entries, so that the bytes never differ."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, ZIP_MOMENT)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(fixed, source.read(entry))
    return buffer.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
