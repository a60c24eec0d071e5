"""What each provision is about: an order, what it approves, or the act it changes."""

from __future__ import annotations

import pytest

from riskscan.structure import Subjects
from tests.structure.drawing import act, own

CHANGES = {
    "ru": """
        О внесении изменений в некоторые приказы
        ПРИКАЗЫВАЮ:
        1. Внести следующие изменения:
        1) в приказ начальника комитета контроля «Об утверждении Правил закупок фонарей»:
        в Правилах, утвержденных указанным приказом:
        пункт 5 изложить в следующей редакции:
        «5. Фонари покупает порт.»;
        2) в приказ «Об утверждении Правил прогулок»:
        пункт 6 изложить в следующей редакции:
        «6. Прогулка бесплатна.».
        2. Смотрителю убрать причал.
    """,
    "kk": """
        Кейбір бұйрықтарға өзгерістер енгізу туралы
        БҰЙЫРАМЫН:
        1. Мынадай өзгерістер енгізілсін:
        1) «Шам сатып алу қағидаларын бекіту туралы» порт бастығының бұйрығына:
        көрсетілген бұйрықпен бекітілген қағидаларда:
        5-тармақ мынадай редакцияда жазылсын:
        «5. Шамды порт алады.»;
        2) «Серуен қағидаларын бекіту туралы» порт бастығының бұйрығына:
        6-тармақ мынадай редакцияда жазылсын:
        «6. Серуен тегін.».
        2. Күзетші айлақты тазаласын.
    """,
}
FIRST = {
    "ru": ("Фонари", "Прогулка", "Смотрителю"),
    "kk": ("Шамды", "Серуен тегін", "Күзетші"),
}


def about(text: str, words: str) -> str | None:
    """The profile of the provision whose own words begin so."""
    found = act(text)
    (provision,) = [p for p in found.provisions[1:] if own(found, p).startswith(words)]
    return Subjects(found).of(provision.index)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_new_words_are_about_what_the_amended_act_is_about(language: str) -> None:
    """The nearest act named by its title tells; what the order says itself is a shell."""
    told = [about(CHANGES[language], words) for words in FIRST[language]]
    assert told == ["procurement", None, "order-shell"]


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (
            """
            БҰЙЫРАМЫН:
            1. «Шам сатып алу қағидаларын бекіту туралы» бұйрыққа мынадай өзгерістер енгізілсін:
            көрсетілген бұйрықпен бекітілген қағидаларда:
            5-тармақ мынадай редакцияда жазылсын:
            «5. Шамды порт алады.»;
            6-тармақ мынадай редакцияда жазылсын:
            «6. Шам қоймада тұрады.».
            """,
            "Шам қоймада",
        ),
        (
            """
            ПРИКАЗЫВАЮ:
            1. Внести в приказ «Об утверждении Правил закупок фонарей» изменение:
            пункт 5 изложить в следующей редакции:
            «5. Фонари покупает порт.».
            """,
            "Фонари",
        ),
    ],
    ids=["kk", "ru"],
)
def test_the_act_may_be_named_over_several_instructions(order: str, words: str) -> None:
    """Not every instruction names it again."""
    assert about(order, words) == "procurement"


def test_codes_keep_their_own_law_inside_an_amending_law() -> None:
    """What goes into the criminal code is criminal law, its neighbour is not."""
    law = """
        О внесении изменений в некоторые законодательные акты
        Статья 1. Внести изменения в следующие законодательные акты:
        1. В Уголовный кодекс Республики Казахстан:
        статью 5 изложить в следующей редакции:
        «Статья 5. Кража маяка карается.»;
        2. В Закон Республики Казахстан «О маяках»:
        статью 6 изложить в следующей редакции:
        «Статья 6. Маяк открыт.».
    """
    assert (about(law, "Кража"), about(law, "Маяк открыт")) == ("criminal", None)


ANNEXED = """
    О порядке работы порта
    ПРИКАЗЫВАЮ:
    1. Установить порядок согласно приложению 1.
    2. Смотрителю убрать причал.
    Приложение 1 к приказу

    {}

    1) маяк северный;
"""


@pytest.mark.parametrize(
    ("title", "profile"), [("Субсидирование рыбаков", "subsidy"), ("Прогулки", None)]
)
def test_an_annex_of_an_order_is_about_what_its_title_tells(
    title: str, profile: str | None
) -> None:
    """And never an order itself."""
    text = ANNEXED.format(title)
    assert about(text, "маяк северный") == profile
    assert about(text, "Смотрителю") == "order-shell"


def test_an_annex_of_rules_is_about_what_the_rules_are_about() -> None:
    """Whatever it lists."""
    text = """
        Правила закупок фонарей
        1. Порт покупает фонари.
        Приложение к Правилам

        Перечень земельных участков

        1) участок северный;
    """
    assert about(text, "участок") == "procurement"


def test_rules_approved_together_are_each_about_their_own() -> None:
    """The title of the order tells of one of them only."""
    text = """
        Об утверждении Правил закупок фонарей и Правил субсидирования рыбаков
        ПРИКАЗЫВАЮ:
        1. Утвердить прилагаемые Правила.
        Утверждены приказом № 8
        Правила закупок фонарей
        1. Порт покупает фонари.
        Утверждены приказом № 8
        Правила субсидирования рыбаков
        1. Рыбак получает деньги.
    """
    assert about(text, "Порт покупает") == "procurement"
    assert about(text, "Рыбак") == "subsidy"


def test_an_act_without_parts_is_about_one_thing() -> None:
    """Nothing is looked up for it."""
    subjects = Subjects(act("Правила закупок фонарей\n1. Порт покупает фонари."))
    assert (subjects.one, subjects.of(1)) == (True, "procurement")
