"""Web pages: acts saved from the legal database, from Word, or from anywhere else."""

from __future__ import annotations

import time
from collections.abc import Iterable
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.analysis import Analyzer
from riskscan.errors import DocumentTooLargeError, EmptyDocumentError, UnsupportedFormatError
from riskscan.reading import Limits, read_bytes
from riskscan.reading.html import read_html
from riskscan.structure import parse
from riskscan.structure.model import ZoneKind
from riskscan.text import Assumption, Document, Unread
from tests.reading.acts import ACTS, FOUND, places, text_of

NBSP = "&nbsp;" * 5


def read_page(html: str, limits: Limits | None = None) -> Document:
    """The document of a page in UTF-8; every segment is checked to lie in the text."""
    document = read_bytes(html.encode(), "page.html", limits or Limits())
    ends = [segment.end for segment in document.segments]
    assert ends == sorted(ends)
    assert all(0 <= segment.start <= segment.end for segment in document.segments)
    return document


def page(body: str) -> str:
    """A page around its body."""
    return f"<!DOCTYPE html>\n<html><head><title>Страница</title></head><body>{body}</body></html>"


def lines_of(body: str) -> list[str]:
    """The lines a page's body becomes."""
    return read_page(page(body)).text.splitlines()


def counted(document: Document) -> dict[str, int]:
    """What was not read, by kind."""
    return {unread.what: unread.count for unread in document.unread}


def database_page(title: str, article: str, language: str = "rus") -> str:
    """A page of the legal database: the act in its article, menus and other acts around it."""
    return f"""<!DOCTYPE html>
<!-- saved from url=(0042)https://example.kz/{language}/docs/V2600000001 -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>{title}</title><script>var menu = "<p>вправе</p>";</script></head>
<!--[if (gt IE 9)|!(IE)]><!--> <body class="normal js"> <!--<![endif]-->
<div id="container" class="module_npaView lang_{language}">
<div id="header"><p>Ведутся технические работы.<br><br>Попробуйте позже.</p></div>
<div id="menu"><ul><li><a href="/">Главная</a></li><li>Поиск</li></ul></div>
<div class="container_alpha slogan">
    <h1>{title}</h1>
    <span class="status status_upd">Обновленный</span>
    <p>Приказ директора департамента от 3 марта 2026 года № 7.</p>
</div>
<div class="container_gamma text text_upd"><div class="gs_12">
<article>{article}</article></div></div>
<h4>Последние документы</h4><ul><li><a>Орган вправе отказать по своему усмотрению</a></li></ul>
<div id="footer_bottom"><p>© 2026</p></div></div></body></html>"""


def database_article(lines: Iterable[str]) -> str:
    """The lines as the database writes them: headings, and flat paragraphs with an anchor each."""
    elements = []
    for number, line in enumerate(lines, 1):
        if "Глава" in line or "тарау" in line:
            elements.append(f'<h3 id="z{number}"> {escape(line)}</h3>')
        else:
            elements.append(f'<p id="z{number}">\n{NBSP} {escape(line)}</p>')
    return "\n".join(elements)


@pytest.mark.parametrize("language", ACTS)
def test_an_act_of_the_database_is_read_without_its_frame(
    language: str, analyzer: Analyzer
) -> None:
    """Title, requisites and text; menus, scripts and the titles of other acts are left out."""
    title, lines = ACTS[language]
    document = read_page(database_page(title, database_article(lines)))
    read = document.text.splitlines()
    assert read == [title, "Приказ директора департамента от 3 марта 2026 года № 7.", *lines]
    assert places(analyzer, document) >= FOUND
    assert counted(document)["site-furniture"] >= 5
    segment = next(each for each in document.segments if each.anchor == "z7")
    assert document.text[segment.start : segment.end] == lines[6]


NOTED = f"""<p>
<font color="#FF0000">{NBSP} <a name="z4"></a>Примечание ИЗПИ!<br>
Порядок введения в действие см. п.<a href="#z11">4</a><font color="FF0000">.</font></font></p>
<p id="z5">{NBSP} 1. Склад ведет журнал.</p>
<span class="note">{NBSP} Сноска. Пункт 1 в редакции приказа от 01.02.2026 </span><a>№ 12</a>
<span class="note"> (вводится в действие с 01.03.2026).</span><br>
<font color="red">{NBSP} В пункт 2 предусмотрено изменение.</font><br>
<p id="z6">{NBSP} 2. Склад вправе отказать.</p>
<p><font color="#ff0000">Текст приводится с сокращениями</font></p>
<p id="z7">{NBSP} 3. Склад работает ежедневно.</p>
<p class="note">{NBSP} Ескерту. 3-тармақ жаңа редакцияда.</p>"""


def test_notes_of_the_editors_are_lines_of_their_own() -> None:
    """Loose spans and links become one line, which structure knows as a note."""
    document = read_page(database_page("О складах", NOTED))
    assert document.text.splitlines()[2:] == [
        "Примечание ИЗПИ! Порядок введения в действие см. п.4.",
        "1. Склад ведет журнал.",
        "Сноска. Пункт 1 в редакции приказа от 01.02.2026 № 12 (вводится в действие с 01.03.2026)."
        " В пункт 2 предусмотрено изменение.",
        "2. Склад вправе отказать.",
        "3. Склад работает ежедневно.",
        "Ескерту. 3-тармақ жаңа редакцияда.",
    ]
    notes = [
        zone.span.of(document.text).split()[0]
        for zone in parse(document).zones
        if zone.kind is ZoneKind.NOTE
    ]
    assert notes == ["Примечание", "Сноска.", "Ескерту."]


def test_a_note_that_says_nothing_of_itself_is_left_out_and_counted() -> None:
    """Red words without the opening of a note cannot be told from norms later on."""
    document = read_page(database_page("О складах", NOTED))
    assert "сокращениями" not in document.text
    assert counted(document)["editorial-note"] == 1


def test_red_words_inside_a_sentence_stay() -> None:
    """Only whole lines are notes."""
    article = '<p id="z1">1. Склад <font color="#FF0000">вправе</font> отказать.</p>'
    assert read_page(database_page("О складах", article)).text.endswith(
        "1. Склад вправе отказать.\n"
    )


def test_raised_numbers_of_articles_stay_apart() -> None:
    """«5» with a raised «2» is article 5², not 52."""
    article = (
        '<p><b><a name="z1"></a>Статья 5<sup>2</sup>. Склады</b></p>'
        '<p id="z2">1. Площадь склада 20 м<sup>2</sup>.</p>'
    )
    document = read_page(database_page("О складах", article))
    assert document.text.splitlines()[2:] == ["Статья 5². Склады", "1. Площадь склада 20 м²."]
    assert [p.number for p in parse(document).provisions if p.kind == "article"] == ["5-2"]


APPROVED = f"""<p id="z1">{NBSP} В соответствии с законом ПРИКАЗЫВАЮ:</p>
<p id="z2">{NBSP} 1. Утвердить прилагаемые Правила.</p>
<p><table border="0" width="600"><tr><td width="400"><i>{NBSP} <a name="z3"></a>Директор<br>
департамента </i></td><td width="215"><i>А. Складов</i></td></tr></table></p>
<p align="right"><table border="0"><tr><td width="387">&nbsp;</td><td width="228"><a name="z4"></a>
Утверждены приказом<br>директора департамента<br>складского хозяйства<br>от 3 марта 2026 года № 7
</td></tr></table></p><h3 id="z5"> Правила<br>хранения грузов</h3>
<p id="z6">{NBSP} 1. Груз хранится год.</p>
<p align="right"><table border="0"><tr><td>&nbsp;</td><td><a name="z7"></a>Приложение 1<br>
к Правилам хранения<br>грузов</td></tr></table></p>
<h3 id="z8"> Перечень грузов</h3><p id="z9">{NBSP} 1. Зерно.</p>"""


def test_approved_rules_and_annexes_begin_anew() -> None:
    """The stamps in layout tables part the order from its rules and their annex."""
    act = parse(read_page(database_page("О хранении грузов", APPROVED)))
    kinds = [p.kind for p in act.provisions if p.kind in ("instrument", "annex", "point")]
    assert kinds == ["point", "instrument", "point", "annex", "point"]


SHELL = """<!doctype html><html lang="ru"><head><title>Акты</title>
<script type="module" src="/assets/index.js"></script></head><body><!--SEO_BODY-->
<noscript><h1>Акты</h1><p>Включите JavaScript.</p></noscript><div id="root"></div></body></html>"""
CAPTCHA = page(
    "<h1>Проверка</h1><p>Подтвердите, что Вы не робот</p><div class='g-recaptcha'></div>"
)


@pytest.mark.parametrize(("html", "cause"), [(SHELL, "script"), (CAPTCHA, "robot")])
def test_pages_that_hold_no_act_are_refused(html: str, cause: str) -> None:
    """The shell of a site made by scripts, and a captcha: what to do instead is said."""
    with pytest.raises(UnsupportedFormatError) as caught:
        read_page(html)
    assert cause in caught.value.cause
    assert "save the page complete" in caught.value.remedy


def test_an_act_about_captchas_is_read() -> None:
    """The words alone refuse nothing."""
    assert "робот" in read_page(page("<p>Пользователь отвечает, робот ли он.</p>")).text


@pytest.mark.parametrize("language", ACTS)
def test_an_ordinary_page_is_read(language: str, analyzer: Analyzer) -> None:
    """Its menus are dropped, its blocks are lines."""
    title, lines = ACTS[language]
    body = "".join(f"<div>{escape(line)}</div>" for line in lines)
    document = read_page(
        page(f"<nav><a>Меню</a></nav><header>Сайт</header><main><h1>{title}</h1>{body}</main>"
             "<aside>Реклама</aside><footer>Контакты</footer>")
    )  # fmt: skip
    assert document.text == text_of(language)
    assert document.unread == (Unread("site-furniture", 4),)
    assert places(analyzer, document) >= FOUND


def test_lists_get_their_numbers(analyzer: Analyzer) -> None:
    """Numbers a browser shows are generated; a list inside a list counts subpoints."""
    _, lines = ACTS["ru"]
    words = [line.partition(" ")[2] for line in lines[4:]]
    html = page(
        f"<h1>Правила</h1><ol start=3><li>{words[0]}<li><p>{words[1]}</p></li><li>{words[2]}</li>"
        f"<li>{words[3]}<ol><li>{words[4]}</li><li>{words[5]}</li></ol></li><li>{words[6]}</li>"
        f"<li value=8>{words[7]}</li></ol>"
    )
    document = read_page(html)
    assert document.text.splitlines() == ["Правила", *lines[4:12]]
    generated = [
        document.text[segment.start : segment.end]
        for segment in document.segments
        if segment.generated
    ]
    assert generated == ["3. ", "4. ", "5. ", "6. ", "1) ", "2) ", "7. ", "8. "]
    assert places(analyzer, document) >= FOUND


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ("type=a", ["a) x", "b) x"]),
        ("type=A", ["A. x", "B. x"]),
        ("type=I start=4", ["IV. x", "V. x"]),
        ("style='list-style-type: lower-roman'", ["i) x", "ii) x"]),
        ("style='list-style: none'", ["x", "x"]),
    ],
)
def test_numbers_take_the_shape_the_list_names(attributes: str, shown: list[str]) -> None:
    """Letters, Roman digits, or none."""
    assert lines_of(f"<ol {attributes}><li>x</li><li>x</li></ol>") == shown


def test_tables_keep_their_cells() -> None:
    """A cell is a line with its row and column in the table's grid, spans counted."""
    document = read_page(
        page(
            "<table><tr><th rowspan=2>а<th colspan=2>б</tr><tr><td>в<td>г</tr>"
            "<tr><td>д<td>е<td><table><tr><td>ж</table></table><p>з</p>"
        )
    )
    cells = {document.text[each.start : each.end]: each.cell for each in document.segments}
    assert cells == {
        "а": (0, 0, 0),
        "б": (0, 0, 1),
        "в": (0, 1, 1),
        "г": (0, 1, 2),
        "д": (0, 2, 0),
        "е": (0, 2, 1),
        "ж": (1, 0, 0),
        "з": None,
    }


@pytest.mark.parametrize(
    "sheet",
    [
        ".x { display: none }",
        "p.y, .x{color:red;DISPLAY:None !important}",
        "#one{visibility:hidden}",
        "span.x { mso-hide: all }",
        "SPAN{display:none}",
        ".x.z{display:none}",
        "<!-- /* a { */ @import 'a;{'; @font-face{src:url(a)} .x{display:none} -->",
        "@media screen { .x { display:none } } p{color:red}",
        ".x{display:block} .x{display:none}",
        "#one{display:none} .x{display:inline}",
        ".x{display:none} .y .x{visibility:visible}",
        ".x{display:none!important} .x{display:inline}",
        ".x{display:none} .y{display:block} .x:after{content:'}'}",
        ".x{display:none",
    ],
)
def test_what_a_style_sheet_hides_is_left_out_and_counted(sheet: str) -> None:
    """By a simple selector: tag, class, id, several of them; the later and weightier rule holds."""
    document = read_page(
        f"<head><style>{sheet}</style></head>"
        "<p>Видно<span class='x z' id=one> вправе <b>и</b></span>, <b class=X>да</b>."
    )
    assert document.text == "Видно, да.\n"
    assert document.unread == (Unread("hidden-text", 1),)


@pytest.mark.parametrize(
    "sheet",
    [
        ".x{display:none} .x{display:inline}",
        ".x{display:none} .x.z{display:inline}",
        ".x{display:none} p .x{display:inline}",
        ".x{display:none} .x[open]:not(.a){display:inline}",
        ".d{display:none} .x{display:none} @media (min-width: 9em){.x{display:inline}}",
        "@media print{.x{display:none}} @media (max-width: 9em){.x{display:none}}",
        "@supports (display:none){.x{display:none}} @keyframes x{from{display:none}}",
        "p .x, p>span, span:hover, span + span{display:none}",
        ".X{display:none} .xx{display:none} span.y{display:none} #two{display:none}",
        "/* .x{display:none} */ .x{color:none; -x-display:none}",
        "html, body{display:none}",
        ".x{display:none} /*" + "a" * 1_000_000,
        "".join(f".x.y{each}{{display:none}}" for each in range(60)) + ".x{display:none}",
        "} .a{} ; @media{{{{ .x{display:none} }}}}",
    ],
)
def test_what_a_style_sheet_may_show_is_read(sheet: str) -> None:
    """Rules for paper, for some screens, for an element's place; and sheets no one writes."""
    begun = time.perf_counter()
    page = f"<head><style>{sheet}</style></head><body><p>Видно<span class='x z' id=one> и это"
    assert read_page(page).text == "Видно и это\n"
    assert time.perf_counter() - begun < 5


def test_only_sheets_for_the_reader_of_the_page_count() -> None:
    """Not one for paper, nor one for browsers without scripts; an element's own style is above."""
    hidden = "<html><style {}>.x{{display:none}}</style>"
    shown = "<p>Видно<span class=x> и это"
    assert read_page(hidden.format("media=print") + shown).text == "Видно и это\n"
    assert (
        read_page(f"<html><noscript>{hidden.format('')}</noscript>{shown}").text == "Видно и это\n"
    )
    own = shown.replace("class=x", "class=x style='display:inline'")
    assert read_page(hidden.format("media=all") + own).text == "Видно и это\n"


def test_what_is_hidden_is_left_out_and_counted() -> None:
    """As a browser shows it: by attribute or by the element's own style."""
    document = read_page(
        page(
            "<p>Видно<span style='display: none'> вправе</span>.</p><div hidden><p>а</p><p>б</div>"
            "<p style='visibility:hidden'>в<p>Видно."
        )
    )
    assert document.text == "Видно.\nВидно.\n"
    assert document.unread == (Unread("hidden-text", 4),)


def test_what_is_no_text_is_counted() -> None:
    """Pictures, formulas, objects and deleted words."""
    document = read_page(
        page(
            "<p>Те<img width=1 height=1>кст<img src=a.png></p><math><mi>x</mi></math>"
            "<object>o</object><iframe>f</iframe><p><del>стало</del><svg><text>s</text></svg></p>"
        )
    )
    assert document.text == "Текст\n"
    assert counted(document) == {
        "image": 2, "embedded-object": 2, "deleted-text": 1, "equation": 1,
    }  # fmt: skip


def test_line_breaks_part_sentences_and_list_items_only() -> None:
    """Elsewhere a break is layout; after a hyphen it goes without a blank."""
    assert lines_of(
        "<p>Приложение 1<br>к приказу и.о.<br>Министра<br>жилищно-<br>коммунального хозяйства</p>"
        "<p>Первое предложение.<br>Второе:<br>1) пункт<br/>2) пункт<br><br>Третье</p>"
    ) == [
        "Приложение 1 к приказу и.о. Министра жилищно-коммунального хозяйства",
        "Первое предложение.",
        "Второе:",
        "1) пункт",
        "2) пункт",
        "Третье",
    ]


def test_preformatted_lines_stay_lines() -> None:
    """Inside <pre> the page's own lines count."""
    assert lines_of("<pre>1. Первый.\n\n   2. Второй.</pre>") == ["1. Первый.", "2. Второй."]


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<!--[if gte mso 9]><xml><w:WordDocument>вправе</w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""} --></style></head>
<body lang=RU><div class=WordSection1>%s</div>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1"><sup>[1]</sup></a> Сноска к слову.</p></div></div>
</body></html>"""
WORD_LINE = (
    "<p class=MsoNormal style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>%s<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;\n"
    "</span></span><![endif]><span lang=RU>%s<span style='mso-hide:all'>тайно</span><o:p></o:p>"
    "</span></p>"
)


@pytest.mark.parametrize("encoding", ["cp1251", "utf-8"])
def test_a_page_saved_from_word_is_read(encoding: str, analyzer: Analyzer) -> None:
    """List numbers stand in the page; conditional comments and styles do not."""
    title, lines = ACTS["ru"]
    items = (line.partition(" ") for line in lines)
    body = f"<p class=MsoTitle>{title}<o:p>&nbsp;</o:p></p>" + "".join(
        WORD_LINE % (number, words) for number, _, words in items
    )
    data = (WORD % body).replace("windows-1251", encoding).encode(encoding)
    document = read_bytes(data, "word.htm")
    assert document.text == text_of("ru") + "[1] Сноска к слову.\n"
    assert document.segments[-1].part == "footnote"
    assert document.assumed == ()
    assert places(analyzer, document) >= FOUND


def test_a_page_that_claims_windows_1251_may_be_kazakh() -> None:
    """Its Kazakh letters are read, and that they were guessed is said."""
    html = (
        '<html><head><meta charset="windows-1251"></head><body><p>Өтініш қағазы</p></body></html>'
    )
    document = read_bytes(html.encode("kz1048"), "page.html")
    assert document.text == "Өтініш қағазы\n"
    assert document.assumed == (Assumption("encoding-kz-1048", 12),)


@pytest.mark.parametrize("declared", ["koi8-r", "iso-8859-5", "ibm866"])
def test_the_declared_encoding_is_used(declared: str) -> None:
    """When the bytes are no UTF-8."""
    html = f"<html><meta charset={declared}><p>Склад ведет журнал.</p></html>"
    assert read_bytes(html.encode(declared), "page.html").text == "Склад ведет журнал.\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_of_byte_order_decides(encoding: str) -> None:
    """Whatever the page declares."""
    html = "<html><meta charset=windows-1251><p>Қойма журнал жүргізеді.</p></html>"
    assert read_bytes(html.encode(encoding), "page.html").text == "Қойма журнал жүргізеді.\n"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Текст</p>",
        "<!-- saved from url -->\n<div>Текст</div>\n",
        "<?xml version='1.0'?>\n<!DOCTYPE html><html><body>Текст",
        "<body>Текст</body>",
        "<table><tr><td>Текст</table>",
    ],
)
def test_pieces_of_pages_are_pages(html: str) -> None:
    """A page is known by its beginning, a fragment by beginning and ending with a tag."""
    assert read_page(html).text == "Текст\n"


@pytest.mark.parametrize(
    "text",
    ["<a name='z1'></a>\n# Правила\n", "<div align=center>\n\n# Правила\n\n</div>\nТекст.\n"],
)
def test_marked_down_text_that_begins_with_a_tag_is_text(text: str) -> None:
    """Markdown holds tags, too."""
    assert read_page(text).text == text


BROKEN = {
    "unclosed tags": "<p><b>Пункт <i>первый<p>Пункт <font color=x>второй<td></div></p></span>",
    "unclosed quote": '<p>Пункт первый<p title="x>Пункт</p><p>Пункт второй',
    "lone brackets": "<p>Пункт < первый & <> второй <3",
    "cut off": "<p>Пункт первый</p><p>Пункт второй</p><div cla",
}


@pytest.mark.parametrize("html", BROKEN.values(), ids=BROKEN)
def test_broken_pages_are_read(html: str) -> None:
    """Whatever is not closed, the words are there."""
    text = read_page(page(html).removesuffix("</body></html>")).text
    assert "первый" in text
    assert "второй" in text


BOMBS = {
    "nested blocks": "<div>" * 100_000 + "текст",
    "nested tables": "<table><tr><td>" * 30_000 + "текст",
    "nested lists": "<ol><li>" * 30_000 + "текст",
    "closing tags": "<div>" * 50_000 + "</p></span>" * 50_000 + "текст",
    "unclosed styles": "".join(f"<p><font size={n}>" for n in range(30_000)) + "текст",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(100_000)) + ">текст",
    "quotes": "<p " + "a=\"'" * 100_000 + "><p>текст",
    "spans": "<table>" + "<tr><td colspan=999999999 rowspan=999999999>" * 5_000 + "текст",
    "comments": "<!-" * 100_000 + "<p>текст",
    "references": "<p>" + "&#" + "9" * 100_000 + ";" + "&amp" * 100_000 + "текст",
    "entities": '<!DOCTYPE html [<!ENTITY a "&b;&b;">]><p>' + "&a;" * 1000 + "текст",
}


@pytest.mark.parametrize("html", BOMBS.values(), ids=BOMBS)
def test_hostile_pages_cost_no_more_than_their_size(html: str) -> None:
    """Depth, unclosed tags and bombs neither crash the reader nor hold it up."""
    begun = time.perf_counter()
    assert "текст" in read_page(f"<!DOCTYPE html><html>{html}").text
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize("limits", [Limits(characters=10), Limits(xml_tags=5)])
def test_the_limits_are_kept(limits: Limits) -> None:
    """Of characters and of tags."""
    with pytest.raises(DocumentTooLargeError):
        read_page(page("<p>Слово и слово</p>"), limits)


def test_a_page_without_text_is_refused() -> None:
    """Pictures alone are no act, and the remedy says so."""
    with pytest.raises(EmptyDocumentError) as caught:
        read_page(page("<img src=scan.png>"))
    assert "pictures" in caught.value.remedy


PARTS = ("<p>", "</p>", "<div hidden>", "</div>", "<table>", "<tr>", "<td rowspan=2>", "</table>",
         "<ol type=a>", "<li>", "</ol>", "<br>", "<sup>", "</sup>", "<span class=note>", "</span>",
         "<article>", "</article>", '<a name="z1">', "<pre>", "<!--", "-->", "<", "5", "слово ",
         "Сноска. ", "\n", "&nbsp;", "&#0;", "<script>", "</script>", "\v")  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=60))
@settings(max_examples=300)
def test_any_tags_are_read(parts: list[str]) -> None:
    """In whatever order: segments lie in the text, in order, and cover it but for line ends."""
    html = "<html>" + "".join(parts).replace("<script>", "<style>")
    document = read_html(html.encode(), "page.html", Limits())
    position = 0
    for segment in document.segments:
        assert set(document.text[position : segment.start]) <= {"\n"}
        position = segment.end
    assert document.text[position:] in ("", "\n")
