"""Generated numbers: the rules of Word lists, and LibreOffice as witness."""

from __future__ import annotations

import pytest

from riskscan.reading import read_bytes
from riskscan.reading.number_formats import FORMATS
from riskscan.text import Document, Unread
from tests.reading.numbering_documents import compare, numbering, style
from tests.reading.office import require_office
from tests.reading.word_files import docx, numbered, paragraph


def level(depth: int, text: str, form: str = "decimal", start: int = 1, extra: str = "") -> str:
    """A level of a list; ``extra`` stands between format and text, as the schema wants it."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def family(*levels: str, identity: int = 1) -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def list_of(num: int = 1, changes: str = "", identity: int = 1) -> str:
    """A list of the abstract one."""
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{identity}"/>{changes}</w:num>'


def read_list(body: str, definition: str, styles: str = "") -> Document:
    """Read a document with these lists."""
    return read_bytes(docx(body, {"numbering": definition, "styles": styles}), "draft.docx")


def labels(body: str, definition: str, styles: str = "") -> list[str]:
    """The label of each paragraph, all of which say "x"."""
    lines = read_list(body, definition, styles).text.splitlines()
    return [line.removesuffix("x") for line in lines]


def items(*depths: int, num: int = 1) -> str:
    """Paragraphs at the given levels of a list."""
    return "".join(numbered("x", num, depth) for depth in depths)


ACT = family(level(0, "%1."), level(1, "%2)"), level(2, "%3)", "russianLower"))


def test_points_and_subpoints_count_as_word_shows() -> None:
    """Each level counts on its own and starts anew under the next item above it."""
    found = labels(items(0, 1, 1, 2, 2, 0, 1), ACT + list_of())
    assert found == ["1. ", "1) ", "2) ", "а) ", "б) ", "2. ", "1) "]


def test_placeholders_take_the_format_of_their_own_level() -> None:
    """A composite number shows each level as that level writes itself."""
    definition = family(level(0, "%1", "upperRoman"), level(1, "%1.%2.", "lowerLetter"))
    assert labels(items(0, 1, 1), definition + list_of()) == ["I ", "I.a. ", "I.b. "]


def test_legal_style_writes_all_levels_in_arabic() -> None:
    """``isLgl`` turns Roman chapters into Arabic inside the number of a point."""
    definition = family(
        level(0, "%1", "upperRoman"), level(1, "%1.%2.", "lowerLetter", 1, "<w:isLgl/>")
    )
    assert labels(items(0, 1), definition + list_of()) == ["I ", "1.1. "]


@pytest.mark.parametrize(
    ("restart", "third_level"),
    [(None, ["1) ", "1) ", "1) "]), (1, ["1) ", "2) ", "1) "]), (0, ["1) ", "2) ", "3) "])],
)
def test_lvl_restart_says_which_levels_restart_a_level(
    restart: int | None, third_level: list[str]
) -> None:
    """By default any outer level restarts it, with 1 only the first one, with 0 none."""
    rule = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    definition = family(level(0, "%1."), level(1, "%2."), level(2, "%3)", extra=rule))
    found = labels(items(0, 1, 2, 1, 2, 0, 2), definition + list_of())
    assert [found[2], found[4], found[6]] == third_level


def test_lists_of_one_family_count_together() -> None:
    """A second list of the same family goes on where the first stopped."""
    body = items(0, 0) + items(0, num=2)
    assert labels(body, ACT + list_of(1) + list_of(2)) == ["1. ", "2. ", "3. "]


def test_a_start_override_acts_once() -> None:
    """A list with a start of its own begins there the first time it is used, and only then."""
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = items(0, 0) + items(0, num=2) + items(0) + items(0, num=2)
    assert labels(body, ACT + list_of(1) + list_of(2, start)) == ["1. ", "2. ", "5. ", "6. ", "7. "]


def test_a_list_may_replace_a_level_of_its_family() -> None:
    """The level inside an override wins over the family's, for that list only."""
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "[%1]", "upperLetter")}</w:lvlOverride>'
    body = items(0) + items(0, num=2) + items(0)
    assert labels(body, ACT + list_of(1) + list_of(2, own)) == ["1. ", "[B] ", "3. "]


def test_a_list_may_be_defined_by_a_numbering_style() -> None:
    """``numStyleLink`` leads to the family that carries the ``styleLink``."""
    linked = family('<w:styleLink w:val="S"/>', level(0, "№ %1"))
    linking = family('<w:numStyleLink w:val="S"/>', identity=2)
    definition = linked + linking + list_of(1) + list_of(2, identity=2)
    assert labels(items(0) + items(0, num=2), definition) == ["№ 1 ", "№ 2 "]


def test_styles_bring_numbers_and_paragraphs_may_refuse_them() -> None:
    """List and level come each from the nearest source; list 0 means none."""
    styles = style("Point", numbering(1, 0)) + style("Deeper", numbering(level=1), "Point")
    point, deeper = '<w:pStyle w:val="Point"/>', '<w:pStyle w:val="Deeper"/>'
    body = (
        paragraph("x", point)
        + paragraph("x", deeper)
        + paragraph("x", point + numbering(level=2))
        + paragraph("x", point + numbering(0))
        + paragraph("x", point)
    )
    assert labels(body, ACT + list_of(), styles) == ["1. ", "1) ", "а) ", "", "2. "]


def test_a_level_may_be_chosen_by_the_style_it_is_linked_to() -> None:
    """Without a level of its own, a paragraph takes the level that names its style."""
    definition = family(level(0, "%1."), level(1, "%2)", extra='<w:pStyle w:val="Subpoint"/>'))
    styles = style("Subpoint", numbering(1)) + style("Based", "", "Subpoint")
    body = items(0) + "".join(
        paragraph("x", f'<w:pStyle w:val="{name}"/>') for name in ("Subpoint", "Based")
    )
    assert labels(body, definition + list_of(), styles) == ["1. ", "1) ", "2) "]


def test_styles_in_a_circle_do_no_harm() -> None:
    """A style based on itself through others has no number and no end of the world."""
    styles = style("A", "", "B") + style("B", "", "A")
    assert labels(paragraph("x", '<w:pStyle w:val="A"/>'), ACT, styles) == [""]


def test_nothing_follows_a_label_whose_suffix_is_nothing() -> None:
    """Tab and space after a label are read as one space, nothing as nothing."""
    glued = family(level(0, "§%1-", extra='<w:suff w:val="nothing"/>'))
    assert labels(items(0), glued + list_of()) == ["§1-"]


def test_hidden_labels_count_without_showing() -> None:
    """A level whose number is hidden still counts for the levels below."""
    hidden = level(0, "%1.").replace("</w:lvl>", "<w:rPr><w:vanish/></w:rPr></w:lvl>")
    definition = family(hidden, level(1, "%1.%2."))
    assert labels(items(0, 0, 1), definition + list_of()) == ["", "", "2.1. "]


@pytest.mark.parametrize(("sign", "shown"), [("–", "– "), ("\uf0b7", "• "), ("o", "• "), ("", "")])
def test_bullets_are_dashes_or_bullets(sign: str, shown: str) -> None:
    """A dash is kept; letters of symbol fonts are shown as the bullet they draw."""
    assert labels(items(0), family(level(0, sign, "bullet")) + list_of()) == [shown]


def test_an_unknown_format_is_read_as_decimal_and_said_aloud() -> None:
    """A number in a script we do not write is shown in digits and listed as unread."""
    document = read_list(items(0, 0), family(level(0, "%1.", "hebrew1")) + list_of())
    assert document.text == "1. x\n2. x\n"
    assert document.unread == (Unread("unknown-numbering", 2),)


def test_legal_style_needs_no_format_of_its_own() -> None:
    """What is written in Arabic digits anyway is of no unknown kind."""
    legal = level(0, "%1.", "hebrew1", extra="<w:isLgl/>")
    document = read_list(items(0), family(legal) + list_of())
    assert (document.text, document.unread) == ("1. x\n", ())


@pytest.mark.parametrize(
    ("language", "shown", "unread"),
    [("ru-RU", "1-й. ", 0), ("kk-KZ", "1. ", 1), ("en-US", "1. ", 1)],
)
def test_ordinals_are_written_in_russian_documents(language: str, shown: str, unread: int) -> None:
    """How other languages write them is not known: the digits are shown, and that is said."""
    styles = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="{language}"/></w:rPr></w:rPrDefault>'
        "</w:docDefaults>"
    )
    definition = family(level(0, "%1.", "ordinal")) + list_of()
    assert labels(items(0), definition, styles) == [shown]
    unknown = read_list(items(0), definition, styles).unread
    assert sum(each.count for each in unknown) == unread


@pytest.mark.parametrize("sign", ["", "\uf0b7", "–"])
def test_a_bullet_that_is_a_picture_is_a_bullet(sign: str) -> None:
    """The sign behind the picture, or none, stands for it as it does without the picture."""
    drawn = level(0, sign, "bullet").replace("</w:lvl>", '<w:lvlPicBulletId w:val="0"/></w:lvl>')
    picture = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>'
    plain = labels(items(0), family(level(0, sign, "bullet")) + list_of())
    assert labels(items(0), picture + family(drawn) + list_of()) == plain


def test_points_in_cells_count_with_those_outside() -> None:
    """A list runs on through the cells of tables and of tables inside them."""
    inner = f"<w:tbl><w:tr><w:tc>{items(0)}</w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc>{items(0)}{inner}</w:tc><w:tc>{items(0, 1)}</w:tc></w:tr></w:tbl>"
    assert labels(items(0) + table + items(1, 0), ACT + list_of()) == [
        "1. ", "2. ", "3. ", "4. ", "1) ", "2) ", "5. ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "definition",
    ["", list_of(), ACT, family(level(12, "%1.")) + list_of(), ACT + list_of().replace("1", "x")],
)
def test_dangling_lists_give_no_label(definition: str) -> None:
    """A paragraph that names a list or level nobody defines has no number."""
    assert labels(items(0), definition) == [""]


@pytest.mark.parametrize("start", ["999999999999", "99999999999999999999", "-5", "x", ""])
def test_senseless_starts_are_bounded(start: str) -> None:
    """No start makes a label longer than Word itself could."""
    definition = family(
        level(0, "%1.", "russianLower").replace('start w:val="1"', f'start w:val="{start}"')
    )
    assert len(labels(items(0), definition + list_of())[0]) < 2000


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("lowerRoman", 1994, "mcmxciv"),
        ("upperRoman", 49, "XLIX"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 28, "bb"),
        ("ordinal", 3, "3-й"),
        ("russianLower", 7, "ж"),
        ("russianLower", 10, "к"),
        ("russianUpper", 29, "Я"),
        ("russianLower", 30, "аа"),
        ("lowerRoman", 0, "0"),
        ("upperLetter", 0, "0"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, number: int, written: str) -> None:
    """Russian letters leave out ё, й, ъ and ь; past the alphabet letters are doubled."""
    assert FORMATS[form](number) == written


@pytest.mark.office
def test_labels_agree_with_libreoffice() -> None:
    """Over a thousand labels of random lists are those LibreOffice shows."""
    require_office()
    compared, disagreements = compare(range(40))
    assert disagreements == []
    assert compared > 1000
