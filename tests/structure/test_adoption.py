"""Who adopts an act, and in what form: what the law on legal acts tells acts apart by."""

from __future__ import annotations

import pytest

from riskscan.structure.adoption import Adoption, adoption
from tests.structure.drawing import act

POINTS = "1. Маяк светит ночью.\n2. Маяк отдыхает днем."
TARMAQTAR = "1. Шамшырақ түнде жанады.\n2. Шамшырақ күндіз тынығады."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("О маяках\nУказ Президента Республики Казахстан от 3 июня 2027 года № 8", "decree"),
        ("УКАЗ\nПрезидента Республики Казахстан\nО маяках", "decree"),
        ("О маяках\nВ целях охраны судов ПОСТАНОВЛЯЮ:", "decree"),
        ("О регламенте\nСенат Парламента Республики Казахстан ПОСТАНОВЛЯЕТ:", "parliament"),
        ("Постановление Мажилиса Парламента Республики Казахстан\nО регламенте", "parliament"),
        (
            "НОРМАТИВНОЕ ПОСТАНОВЛЕНИЕ\nКОНСТИТУЦИОННОГО СУДА\nРЕСПУБЛИКИ КАЗАХСТАН",
            "constitutional-court",
        ),
        ("О практике\nНормативное постановление Верховного Суда", "supreme-court"),
        (
            "О бюллетенях\nЦентральная избирательная комиссия Республики Казахстан ПОСТАНОВЛЯЕТ:",
            "election-commission",
        ),
        ("О республиканском бюджете на 2031 – 2033 годы", "republican-budget"),
        ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО республиканском бюджете на 2031 год", "republican-budget"),
        (
            "О внесении изменений и дополнений в Закон Республики Казахстан"
            " «О республиканском бюджете на 2031 – 2033 годы»",
            "republican-budget",
        ),
        (
            "О гарантированном трансферте из Национального фонда Республики на 2031 год",
            "guaranteed-transfer",
        ),
        (
            "Об объемах трансфертов общего характера между республиканским и областными бюджетами",
            "general-transfers",
        ),
        ("ЗАКОН РЕСПУБЛИКИ КАЗАХСТАН\nО маяках", "ordinary"),
        ("О маяках\nПриказ Министра портов от 3 июня 2027 года № 8", "ordinary"),
        ("О маяках\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:", "ordinary"),
        ("О бюджете района\nМаслихат района РЕШИЛ:", "ordinary"),
    ],
)
def test_russian_heads(head: str, expected: str) -> None:
    """From the enacting clause or the lines of the head."""
    assert adoption(act(f"{head}\n{POINTS}")) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Қазақстан Республикасы Президентінің Жарлығы\nШамшырақтар туралы", "decree"),
        ("Шамшырақтар туралы\nКемелерді қорғау мақсатында ҚАУЛЫ ЕТЕМІН:", "decree"),
        (
            "Регламент туралы\nҚазақстан Республикасы Парламентінің Мәжілісі ҚАУЛЫ ЕТЕДІ:",
            "parliament",
        ),
        (
            "Қазақстан Республикасы Конституциялық Сотының нормативтік қаулысы\nТалап туралы",
            "constitutional-court",
        ),
        (
            "Қазақстан Республикасы Жоғарғы Сотының 2031 жылғы 3 маусымдағы № 8"
            " нормативтік қаулысы\nТәжірибе туралы",
            "supreme-court",
        ),
        (
            "Бюллетеньдер туралы\nҚазақстан Республикасының Орталық сайлау комиссиясы ҚАУЛЫ ЕТЕДІ:",
            "election-commission",
        ),
        ("2031 – 2033 жылдарға арналған республикалық бюджет туралы", "republican-budget"),
        (
            "Қазақстан Республикасының Ұлттық қорынан 2031 жылға арналған"
            " кепілдендірілген трансферт туралы",
            "guaranteed-transfer",
        ),
        (
            "Республикалық және облыстық бюджеттер арасындағы жалпы сипаттағы трансферттердің"
            " көлемі туралы",
            "general-transfers",
        ),
        (
            "«2031 – 2033 жылдарға арналған республикалық бюджет туралы» Қазақстан"
            " Республикасының Заңына өзгерістер енгізу туралы",
            "republican-budget",
        ),
        ("Шамшырақ туралы\nБҰЙЫРАМЫН:", "ordinary"),
        (
            "Қазақстан Республикасы Президентінің Жарлығына өзгеріс енгізу туралы\nБҰЙЫРАМЫН:",
            "ordinary",
        ),
        ("Шамшырақ туралы\nҚазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:", "ordinary"),
    ],
)
def test_kazakh_heads(head: str, expected: str) -> None:
    """The Kazakh form stands at the end of its line."""
    assert adoption(act(f"{head}\n{TARMAQTAR}")) == expected


def test_an_order_about_a_decree_is_an_order() -> None:
    """What a title quotes adopts nothing."""
    found = act(f"О внесении изменений в\nУказ Президента\nПРИКАЗЫВАЮ:\n{POINTS}")
    assert adoption(found) is Adoption.ORDINARY


def test_a_title_that_goes_on_in_the_next_line_is_one_title() -> None:
    """A line of it that happens to begin with a form is none."""
    assert adoption(act(f"О внесении изменений в\nУказ Президента о маяках\n{POINTS}")) is None


def test_the_state_budget_in_an_order_is_no_budget_law() -> None:
    """Who carries a budget law out does not adopt it."""
    title = "О реализации Закона «О республиканском бюджете на 2031 – 2033 годы»"
    found = act(f"{title}\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:\n{POINTS}")
    assert adoption(found) is Adoption.ORDINARY


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("Утверждены\nприказом Министра портов\nот 3 июня 2027 года № 8", Adoption.ORDINARY),
        ("Утверждены\nУказом Президента\nРеспублики Казахстан", Adoption.DECREE),
    ],
)
def test_approved_rules_are_of_what_approves_them(stamp: str, expected: Adoption) -> None:
    """Rules without their order say it in the stamp."""
    assert adoption(act(f"{stamp}\nПравила маяка\n{POINTS}")) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Правила маяка\n1. Вход свободный.",
        "Вход свободный.",
        "«2031 жылға арналған республикалық бюджет туралы» Заңға сәйкес жұмыс жүреді",
    ],
)
def test_what_the_text_does_not_say_is_not_guessed(text: str) -> None:
    """Rules alone may be approved by anybody."""
    assert adoption(act(text)) is None
