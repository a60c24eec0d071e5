"""Zones: what each stretch of an act is for."""

from __future__ import annotations

import pytest

from riskscan.structure import parse
from riskscan.structure.model import ZoneKind
from riskscan.text import Document, Segment
from tests.structure.drawing import act, find, own, zoned

ORDER = """
    Об утверждении Правил посещения маяка

    В соответствии с пунктом 2 статьи 7 Закона о маяках ПРИКАЗЫВАЮ:
    1. Утвердить прилагаемые Правила посещения маяка.
    2. Смотрителю вести журнал посещений.
    3. Отделу охраны в установленном порядке обеспечить:
    1) государственную регистрацию настоящего приказа;
    2) размещение настоящего приказа на интернет-ресурсе.
    4. Контроль за исполнением настоящего приказа оставляю за собой.
    5. Настоящий приказ вводится в действие со дня подписания.
    Начальник порта
    М. Маяков
    Утверждены приказом
    от 3 июня 2024 года № 8
    Правила посещения маяка
    1. Посетитель берет билет.
"""


def test_the_shell_of_an_order() -> None:
    """Title, preamble, closing points and signature; what the order itself rules is a norm."""
    found = act(ORDER)
    zones = {own(found, p)[:24]: p.zone.value for p in found.provisions[1:]}
    assert zones == {
        "Об утверждении Правил по": "heading",
        "В соответствии с пунктом": "preamble",
        "Утвердить прилагаемые Пр": "boilerplate",
        "Смотрителю вести журнал ": "norm",
        "Отделу охраны в установл": "boilerplate",
        "государственную регистра": "boilerplate",
        "размещение настоящего пр": "boilerplate",
        "Контроль за исполнением ": "boilerplate",
        "Настоящий приказ вводитс": "boilerplate",
        "Начальник порта": "signature",
        "М. Маяков": "signature",
        "Правила посещения маяка": "heading",
        "Посетитель берет билет.": "norm",
    }


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Контроль за исполнением приказа возложить на начальника порта.", "boilerplate"),
        ("Контроль за настоящим делом возложить на заместителя.", "boilerplate"),
        ("Контроль за чистотой причала осуществляют порт и акимат.", "norm"),
    ],
)
def test_control_of_a_matter_is_a_norm(words: str, zone: str) -> None:
    """Who sees that the order is obeyed closes it; who controls a matter rules on it."""
    found = act(f"О маяке\n\n1. Маяк открыт днем.\n2. {words}")
    assert found.provisions[-1].zone.value == zone


@pytest.mark.parametrize(
    ("instruction", "approval", "norm"),
    [
        (
            "пункт {} изложить в следующей редакции:",
            "Утвердить прилагаемые Правила.",
            "Маяк открыт.",
        ),
        (
            "{}-тармақ мынадай редакцияда жазылсын:",
            "Қоса беріліп отырған Қағидалар бекітілсін.",
            "Маяк ашық.",
        ),
    ],
)
def test_the_shell_of_an_amended_order_is_a_shell(
    instruction: str, approval: str, norm: str
) -> None:
    """New words of its own points say no more than those of the amending one."""
    found = act(
        f"1. Внести в приказ, енгізілсін:\n{instruction.format(1)}\n«1. {approval}»;\n"
        f"{instruction.format(5)}\n«5. {norm}»."
    )
    zones = [p.zone.value for p in found.provisions if own(found, p).startswith((approval, norm))]
    assert zones == ["boilerplate", "inserted"]


@pytest.mark.parametrize(
    "words", ["Маслихат РЕШИЛ:", "Правительство ПОСТАНОВЛЯЕТ:", "БҰЙЫРАМЫН:", "ҚАУЛЫ ЕТЕДІ:"]
)
def test_enacting_words_end_the_preamble(words: str) -> None:
    """Orders, resolutions and decisions, in both languages."""
    found = act(f"О маяке\n\nСогласно закону {words}\n1. Маяк открыт днем.")
    assert [p.zone.value for p in found.provisions[1:]] == ["heading", "preamble", "norm"]


def test_kazakh_closing_points() -> None:
    """Approval, registration, control and entry into force in Kazakh."""
    found = act("""
        БҰЙЫРАМЫН:
        1. Қоса беріліп отырған Шамшыраққа бару қағидалары бекітілсін.
        2. Бөлім заңнамада белгіленген тәртіппен:
        1) осы бұйрықтың мемлекеттік тіркелуін қамтамасыз етсін.
        3. Осы бұйрықтың орындалуын бақылау басшыға жүктелсін.
        4. Осы бұйрық қол қойылған күнінен бастап қолданысқа енгізіледі.
    """)
    assert {p.zone.value for p in found.provisions[2:]} == {"boilerplate"}


def test_watching_another_paper_closes_no_order() -> None:
    """«Орындалуын бақылау» of an order closes it; of an inspector's paper it is a norm."""
    found = act("""
        БҰЙЫРАМЫН:
        1. Шамшырақ нұсқаманың орындалуын бақылау үшін тексеріледі.
        2. Осы бұйрықтың орындалуын бақылауды өзіме қалдырамын.
    """)
    assert [p.zone.value for p in found.provisions[2:]] == ["norm", "boilerplate"]


def test_definitions_are_the_items_with_a_dash() -> None:
    """The lead-in and its terms; a rule among them stays a norm."""
    assert zoned("""
        2. В настоящих Правилах используются следующие основные понятия:
        1) маяк – башня с огнем;
        2) смотритель – работник маяка.
        Иные слова понимаются обычно.
        3. Смотритель ведет журнал.
    """) == [
        ("definition", "В настоящих Правилах используются следующие основные понятия:"),
        ("definition", "маяк – башня с огнем;"),
        ("definition", "смотритель – работник маяка."),
        ("norm", "Иные слова понимаются обычно."),
        ("norm", "Смотритель ведет журнал."),
    ]


def test_kazakh_definitions() -> None:
    """«мынадай ұғымдар пайдаланылады:»."""
    found = act("""
        2. Осы Қағидаларда мынадай ұғымдар пайдаланылады:
        1) шамшырақ – оты бар мұнара;
        2) күзетші – шамшырақ қызметкері.
    """)
    assert {p.zone for p in found.provisions[1:]} == {ZoneKind.DEFINITION}


def test_editorial_notes() -> None:
    """Footnotes, notes of the publisher and excluded items are nobody's norm."""
    assert zoned("""
        Статья 3. Вход
        Примечание ИЗПИ!
        В статью 3 предусмотрено изменение.
        1. Вход платный.
        2. Исключен Законом РК от 03.06.2024 № 8.
        Сноска. Статья 3 с изменением, внесенным Законом РК от 03.06.2024 № 8.
        3. Выход свободный.
    """) == [
        ("heading", "Вход"),
        ("note", "Примечание ИЗПИ! В статью 3 предусмотрено изменение."),
        ("norm", "Вход платный."),
        ("note", "Исключен Законом РК от 03.06.2024 № 8."),
        ("note", "Сноска. Статья 3 с изменением, внесенным Законом РК от 03.06.2024 № 8."),
        ("norm", "Выход свободный."),
    ]


def test_excluded_from_a_register_is_a_norm() -> None:
    """The word alone does not make a note."""
    assert zoned("1. Исключенные из реестра лица вправе обратиться вновь.")[0][0] == "norm"


def test_an_article_without_a_heading_is_a_norm() -> None:
    """«Статья 2. Вход открыт днем.» rules something: headings have no full stop."""
    assert zoned("Статья 1. Вход\nСтатья 2. Вход открыт днем.")[1][0] == "norm"


def test_forms() -> None:
    """Lines to fill in are forms, and so is a whole annex headed «Форма»."""
    found = act("""
        1. Подается заявка.
        Фамилия _____________
        Приложение 1
        к Правилам посещения маяка
        Форма
        Кому
        Прошу пустить на маяк
    """)
    zones = [p.zone.value for p in found.provisions[1:]]
    assert zones[:3] == ["norm", "form", "heading"]
    assert set(zones[3:]) == {"form"}


def test_a_powerful_sentence_is_no_signature() -> None:
    """A paragraph that begins with an office but has a verb is a norm."""
    found = act("1. Срок три дня.\nРуководитель вправе продлить срок")
    assert found.provisions[2].zone is ZoneKind.NORM


def test_zones_cover_the_document_in_order() -> None:
    """Every character is in exactly one zone."""
    found = act(ORDER)
    ends = [zone.span.end for zone in found.zones]
    assert [zone.span.start for zone in found.zones] == [0, *ends[:-1]]
    assert ends[-1] == len(found.document.text)


def test_the_columns_of_a_comparative_table() -> None:
    """The current wording is never checked, the proposed one is new text."""
    cells = [
        "Действующая редакция",
        "Предлагаемая редакция",
        "Орган отказывает в три дня.",
        "Орган вправе отказать.",
    ]
    text = "\n".join(cells)
    segments = []
    for place, cell in enumerate(cells):
        start = text.index(cell)
        position = (0, place // 2, place % 2)
        segments.append(Segment(start, start + len(cell), part="table", cell=position))
    found = parse(Document(text, segments=tuple(segments)))
    zones = {own(found, p): p.zone.value for p in found.provisions[1:]}
    assert zones["Орган отказывает в три дня."] == "current"
    assert zones["Орган вправе отказать."] == "inserted"


def test_a_note_does_not_break_its_list() -> None:
    """A note between two items hangs in the first one, and the list goes on."""
    found = act("""
        1. Орган:
        1) проверяет билеты;
        Примечание ИЗПИ!
        В подпункт 2) предусмотрено изменение.
        2) выдает билеты.
    """)
    assert find(found, "point 1", "subpoint 2").parent == find(found, "point 1").index


@pytest.mark.parametrize("name", ["Заявление", "Нысан________", "Өтініш"])
def test_an_annex_named_as_a_form_is_one(name: str) -> None:
    """The name stands among its first lines, perhaps with a blank behind it."""
    found = act(f"""
        Правила посещения маяка

        1. Посетитель подает заявление.

        Приложение 1
        к Правилам посещения маяка

        начальнику порта
        {name}
        Прошу выдать пропуск на маяк.
    """)
    assert found.provisions[-1].zone is ZoneKind.FORM
