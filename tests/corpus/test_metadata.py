"""Who adopted an act and when: as its head says it, or not at all."""

from __future__ import annotations

import pytest

from riskscan.corpus.metadata import Head, read_head

BODY = "\n1. Утвердить прилагаемые Правила.\n2. Приказ вводится в действие со дня подписания.\n"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Об утверждении Правил учета\nПриказ Министра лесов Республики Казахстан от 3 мая "
            "2021 года № 7.\nВ соответствии с Кодексом ПРИКАЗЫВАЮ:",
            Head("Министр лесов", 2021),
        ),
        (
            "Об утверждении Правил учета\nПриказ и.о. Министра лесов Республики Казахстан\nот 3 мая"
            "\n2021 года № 7.\nПРИКАЗЫВАЮ:",
            Head("Министр лесов", 2021),
        ),
        (
            "О реестре\nПостановление Правительства Республики Казахстан от «__» ______ 2026 года"
            " № ___\nПравительство Республики Казахстан ПОСТАНОВЛЯЕТ:",
            Head("Правительство", 2026),
        ),
        (
            "О реестре\nВ целях учета Правительство\nРеспублики Казахстан ПОСТАНОВЛЯЕТ:",
            Head("Правительство", None),
        ),
        (
            "О реестре\nВ соответствии с Законом Заречный районный маслихат РЕШИЛ:",
            Head("Заречный районный маслихат", None),
        ),
        (
            "О лесах\nЗакон Республики Казахстан от 3 мая 2021 года № 7-VII ЗРК.\n",
            Head(None, 2021),
        ),
        (
            "Утверждены\nприказом Министра лесов\nРеспублики Казахстан\nот 03.05.2021 № 7\n\n"
            "Правила учета",
            Head("Министр лесов", 2021),
        ),
        (
            "Тізілім туралы\nҚазақстан Республикасы Орман министрінің 2021 жылғы 3 мамырдағы "
            "№ 7 бұйрығы\nБҰЙЫРАМЫН:",
            Head("Орман министрі", 2021),
        ),
        (
            "Тізілім туралы\nҚазақстан Республикасының Үкiметi ҚАУЛЫ ЕТЕДІ:",
            Head("Үкіметі", None),
        ),
        ("Правила учета лесов", Head(None, None)),
    ],
)
def test_the_head_is_read_as_it_stands(head: str, expected: Head) -> None:
    """Requisites, stamp, enacting clause; in both languages, drafts with blanks included."""
    assert read_head(head + BODY) == expected


def test_an_order_in_the_first_person_is_of_who_signed_it() -> None:
    """«Приказываю» names nobody; the signature does."""
    text = f"О реестре\nВ соответствии с Законом ПРИКАЗЫВАЮ:{BODY}\nМинистр лесов\nА. Сериков\n"
    assert read_head(text) == Head("Министр лесов", None)


def test_the_act_being_amended_says_nothing_of_the_amending_one() -> None:
    """«В приказ Министра … от …» in the title is another act's date and body."""
    text = (
        f"О внесении изменений\nв приказ Министра лесов от 3 мая 2011 года № 7\nПРИКАЗЫВАЮ:{BODY}"
    )
    assert read_head(text) == Head(None, None)


@pytest.mark.parametrize("text", ["", "\n" * 9, "ПРИКАЗЫВАЮ:", "от 31 мая 0000 года", "№" * 9_000])
def test_any_text_has_a_head(text: str) -> None:
    """Nothing is refused."""
    assert read_head(text) == Head(None, None)
