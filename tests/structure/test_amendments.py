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


@pytest.mark.parametrize(
    "words",
    [
        "пункт 2 изложить в следующей редакции: «2. Новое.»",
        "изложить пункт 2 в новой редакции: «2. Новое.»",
        "пункт 2 в следующей редакции изложить: «2. Новое.»",
        "статью 5 дополнить пунктом 2-2 следующего содержания: «2-2. Новое.»",
        "дополнить статьёй 5-1 следующего содержания: «Статья 5-1. Новое.»",
        "дополнить подпунктами 8-1) и 8-2) следующего содержания: «8-1) новое;»",
        "слово «день» заменить словом «час»",
        "заменить слова «три дня» словами «пять дней»",
        "после слова «день» дополнить словами «и час»",
        "в абзаце втором цифры «30» заменить цифрами «20»",
        "слова «три дня» исключить",
        "исключить слова «три дня» в пункте 2",
        "подпункт 3) пункта 2 исключить",
        "исключить пункт 3",
        "пункты 3 и 4 признать утратившими силу",
        "дополнить приложением 3 согласно приложению 2 к настоящему приказу",
        "приложение 2 изложить в новой редакции согласно приложению 1 к настоящему приказу",
        "2-тармақ мынадай редакцияда жазылсын: «2. Жаңа.»",
        "2-тармақ жаңа редакцияда жазылсын: «2. Жаңа.»",
        "мынадай мазмұндағы 2-2-тармақпен толықтырылсын: «2-2. Жаңа.»",
        "2-2-тармақпен мынадай мазмұнда толықтырылсын: «2-2. Жаңа.»",
        "«үш күн» деген сөздер «бес күн» деген сөздермен ауыстырылсын",
        "«үш» деген сөзден кейін «жұмыс» деген сөзбен толықтырылсын",
        "«30» деген сан «20» деген санмен ауыстырылсын",
        "2-тармақтағы «үш күн» деген сөздер алып тасталсын",
        "2-тармақ алып тасталсын",
        "3) тармақша алынып тасталсын",
        "2-тармақтың күші жойылды деп танылсын",
        "2-қосымша осы бұйрыққа 1-қосымшаға сәйкес жаңа редакцияда жазылсын",
    ],
)
@pytest.mark.parametrize("end", [".", ";"])
def test_forms_of_orders(words: str, end: str) -> None:
    """Each form is known by its own words, without a heading that says what follows."""
    kazakh = " ғ" if "тарма" in words or "деген" in words else ""
    assert zoned(f"Маяк{kazakh} 3.\n\n{words}{end}")[1][0] == "instruction"


@pytest.mark.parametrize(
    "text",
    [
        "1. Орган вправе исключить слова «срочно» из заявки.",
        "1. Заявитель обязан заменить слово «порт» в заявке.",
        "1. Комиссия может дополнить перечень пунктом 5.",
        "1. Тізім толықтырылады және жаңартылады.",
        "1. Тізілім жаңа редакцияда жарияланады.",
    ],
)
def test_governed_verbs_are_norms(text: str) -> None:
    """An infinitive under a modal, and an indicative, order no change of an act."""
    assert zoned(text)[0][0] == "norm"


def test_several_orders_on_one_line() -> None:
    """An order after a closing quote is no part of the new text."""
    assert zoned(
        "1. Внести в Правила изменения: пункт 3 изложить в следующей редакции: "
        "«3. Маяк открыт.»; пункт 4 исключить; пункт 5 изложить в новой редакции: "
        "«5. Маяк закрыт.». 2. Настоящий приказ вводится в действие завтра."
    ) == [
        ("instruction", "Внести в Правила изменения: пункт 3 изложить в следующей редакции:"),
        ("inserted", "Маяк открыт.»;"),
        ("instruction", "пункт 4 исключить; пункт 5 изложить в новой редакции:"),
        ("inserted", "Маяк закрыт.»."),
        ("boilerplate", "Настоящий приказ вводится в действие завтра."),
    ]


def test_a_whole_kazakh_order_on_one_line() -> None:
    """Enacting words, order, new text and the next order, as when a page lost its lines."""
    assert [
        zone
        for zone, _ in zoned(
            "БҰЙЫРАМЫН: 1. Қағидаларға мынадай өзгерістер енгізілсін: 2-тармақ мынадай редакцияда "
            'жазылсын: "2. Шамшырақ ашық."; 3-тармақ алып тасталсын; 4-тармақ мынадай редакцияда '
            'жазылсын: "4. Шамшырақ жабық.". 2. Осы бұйрық ертең қолданысқа енгізіледі.'
        )
    ] == ["preamble", "instruction", "inserted", "instruction", "inserted", "boilerplate"]


def test_low_opening_quotes() -> None:
    """„…“ closes with the mark that opens elsewhere."""
    assert [
        zone
        for zone, _ in zoned("""
            1. Внести в Правила изменения:
            1) пункт 3 изложить в следующей редакции:
            „3. Маяк открыт.
            Вход свободный.“;
            2) слова «три дня» исключить.
        """)
    ] == ["instruction", "instruction", "inserted", "inserted", "instruction"]


def test_a_preamble_in_quotes_is_no_preamble() -> None:
    """Enacting words inside new text do not make what stands before them a preamble."""
    zones = zoned("""
        ҚАУЛЫ ЕТЕДІ:
        1. Қаулыға мынадай өзгерістер енгізілсін:
        кіріспе мынадай редакцияда жазылсын:
        "Заңға сәйкес Үкімет ҚАУЛЫ ЕТЕДІ:";
        2-тармақ алып тасталсын.
    """)
    assert [zone for zone, _ in zones] == [
        "preamble",
        "instruction",
        "instruction",
        "inserted",
        "instruction",
    ]


def test_a_table_inside_new_text() -> None:
    """Rows belong to the new text until its quote closes."""
    zones = zoned("""
        1. Внести в приказ изменения:
        1) приложение 1 изложить в следующей редакции:
        «Перечень огней
        | № | Огонь |
        | 1 | Белый |»;
        2) приложение 2 исключить.
    """)
    assert [zone for zone, _ in zones] == ["instruction"] * 2 + ["inserted"] * 3 + ["instruction"]


def test_new_words_with_a_predicate_are_text_of_their_own() -> None:
    """Words that say something alone are a provision; a scrap stays in its instruction."""
    assert zoned("1. В пункте 2 слово «день» заменить словами «орган может отказать»;") == [
        ("instruction", "В пункте 2 слово «день» заменить словами"),
        ("inserted", "«орган может отказать»;"),
    ]
    assert [zone for zone, _ in zoned("1. В пункте 2 слово «день» заменить словом «час».")] == [
        "instruction"
    ]
