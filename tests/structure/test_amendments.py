"""Amending acts: instructions, new text in quotes, old words."""

from __future__ import annotations

from textwrap import dedent

import pytest

from riskscan.structure.model import ZoneKind
from tests.structure.drawing import act, drawn, find, own, zoned

LAW = """
    О внесении изменений в Закон о маяках
    Статья 1. Внести в Закон о маяках следующие изменения и дополнения:
    1) в статье 5:
    пункт 2 изложить в следующей редакции:
    «2. Смотритель вправе отказать:
    1) ночью;
    2) в иных случаях.»;
    слова «три дня» заменить словами «разумный срок»;
    2) дополнить статьей 7-1 следующего содержания:
    «Статья 7-1. Отказ
    1. Отказ пишут на бланке.
    Бланк хранится год.»;
    3) пункт 4 статьи 6 исключить.
    Статья 2. Настоящий Закон вводится в действие со дня опубликования.
"""


def test_new_text_hangs_under_its_instruction() -> None:
    """Quoted points and articles are provisions of the instruction that inserts them."""
    assert drawn(LAW) == dedent("""\
        indent: О внесении изменений в Закон о маяках
        article 1: Внести в Закон о маяках следующие изменения и дополнения:
          subpoint 1: в статье 5:
            indent: пункт 2 изложить в следующей редакции:
              point 2: Смотритель вправе отказать:
                subpoint 1: ночью;
                subpoint 2: в иных случаях.»;
            indent: слова «три дня» заменить словами «разумный срок»;
          subpoint 2: дополнить статьей 7-1 следующего содержания:
            article 7-1: Отказ
              point 1: Отказ пишут на бланке.
                indent: Бланк хранится год.»;
          subpoint 3: пункт 4 статьи 6 исключить.
        article 2: Настоящий Закон вводится в действие со дня опубликования.""")


def test_instructions_and_new_text_have_their_zones() -> None:
    """What the law orders is an instruction, what it inserts is checked as law."""
    zones = [zone for zone, _ in zoned(LAW)]
    assert zones == [
        "heading",
        "instruction",
        "instruction",
        "instruction",
        "inserted",
        "inserted",
        "inserted",
        "instruction",
        "instruction",
        "heading",
        "inserted",
        "inserted",
        "instruction",
        "boilerplate",
    ]


def test_old_and_new_words_are_zones_of_their_own() -> None:
    """In «слова «…» заменить словами «…»» the old words are replaced, the new ones inserted."""
    found = act(LAW)
    text = found.document.text
    words = {zone.span.of(text): zone.kind for zone in found.zones}
    assert words["«три дня»"] is ZoneKind.REPLACED
    assert words["«разумный срок»"] is ZoneKind.INSERTED


def test_new_text_on_the_line_of_its_instruction() -> None:
    """The quote is cut off and its label read."""
    found = act("""
        ПРИКАЗЫВАЮ:
        1. Пункт 3 Правил изложить в следующей редакции: «3. Орган вправе отказать.».
        2. Контроль за исполнением приказа возложить на секретаря.
    """)
    new = find(found, "point 1", "point 3")
    assert (new.zone, new.inline) == (ZoneKind.INSERTED, True)
    assert find(found, "point 2").zone is ZoneKind.BOILERPLATE


def test_a_quote_left_open_ends_at_the_next_instruction() -> None:
    """Drafts forget closing quotes; the amending act's own words are not swallowed."""
    found = act("""
        РЕШИЛ:
        1. Внести в решение следующие изменения:
        пункт 1 изложить в новой редакции:
        «1. Утвердить бюджет:
        1) доходы – 5 тенге.
        приложение 1 изложить в новой редакции согласно приложению.
        2. Настоящее решение вводится в действие с 1 января.
    """)
    zones = {own(found, p): p.zone.value for p in found.provisions}
    assert zones["доходы – 5 тенге."] == "inserted"
    assert zones["приложение 1 изложить в новой редакции согласно приложению."] == "instruction"
    assert zones["Настоящее решение вводится в действие с 1 января."] == "boilerplate"


@pytest.mark.parametrize(("opening", "closing"), [("«", "»"), ('"', '"'), ("“", "”")])
def test_kinds_of_quotes(opening: str, closing: str) -> None:
    """Guillemets, straight and curly quotes, with names in quotes inside."""
    found = act(
        "1. Дополнить пунктом 5 следующего содержания:\n"
        f"{opening}5. Билеты ТОО {opening}Маяк{closing} продает касса.\n"
        f"Касса закрыта ночью.{closing}.\n"
        "2. Приказ вводится в действие завтра."
    )
    zones = [p.zone.value for p in found.provisions[1:]]
    assert zones[1:3] == ["inserted", "inserted"]
    assert zones[3] != "inserted"


def test_kazakh_amendments() -> None:
    """«мынадай редакцияда жазылсын», «деген сөздер … ауыстырылсын»."""
    assert [
        zone
        for zone, _ in zoned("""
        1. Қағидаларға мынадай өзгерістер енгізілсін:
        5-тармақ мынадай редакцияда жазылсын:
        «5. Күзетші бас тартуға құқылы.»;
        «үш күн» деген сөздер «ақылға қонымды мерзім» деген сөздермен ауыстырылсын.
    """)
    ] == ["instruction", "instruction", "inserted", "instruction"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Заявитель вправе внести изменения и дополнения в заявку.",
        "1. Орган может дополнить перечень документов.",
        "1. Смотритель исключает нарушителя из списка.",
        "1. Порядок изложен в приложении.",
    ],
)
def test_rules_about_changes_are_norms(text: str) -> None:
    """The words of amendments in a rule do not make it an instruction."""
    assert zoned(text)[0][0] == "norm"


def test_an_oath_in_quotes_is_no_amendment() -> None:
    """«… присягу следующего содержания:» inserts nothing into a law."""
    found = act("1. Смотритель дает клятву следующего содержания:\n«Клянусь хранить огонь».")
    assert found.provisions[2].zone is ZoneKind.NORM
