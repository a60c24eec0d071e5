"""Units that are cited and surely not there; an excerpt or another act proves nothing."""

from __future__ import annotations

import pytest

from riskscan.structure import find_citations, parse
from riskscan.structure.absence import Absent, absent
from riskscan.text import Document

RULES = (
    "1. Рыбак получает билет.\n"
    "2. Билет выдаёт егерь:\n"
    "1) на день;\n"
    "2) на месяц.\n"
    "3. Билет изымается {cited}\n"
    "4. Изъятый билет возвращается через год."
)


def lacking(text: str) -> list[Absent]:
    """What the citations of a text name and the text surely lacks."""
    act = parse(Document(text))
    return [
        found
        for provision in act.provisions
        for citation in find_citations(text, *provision.text)
        if (found := absent(act, citation, provision.index)) is not None
    ]


@pytest.mark.parametrize(
    ("cited", "number", "last"),
    [
        ("по пункту 7 настоящих Правил.", "7", "4"),
        ("в случаях, указанных в пункте 7.", "7", "4"),
        ("по пункту 3-1 настоящих Правил.", "3-1", "4"),
        ("по подпункту 3) пункта 2 настоящих Правил.", "3", "2"),
        ("по пунктам 2 и 9 настоящих Правил.", "9", "4"),
    ],
)
def test_a_number_behind_the_last_is_absent(cited: str, number: str, last: str) -> None:
    """The unit is named, and the last of its kind that is there."""
    (found,) = lacking(RULES.format(cited=cited))
    assert (found.number, found.last.number) == (number, last)


@pytest.mark.parametrize(
    "cited",
    [
        "по пункту 4 настоящих Правил.",
        "по подпункту 2) пункта 2 настоящих Правил.",
        "по пункту 7 Закона Республики Казахстан «О рыболовстве».",
        "по пункту 7 прейскуранта.",
        "по части третьей пункта 2 настоящих Правил.",
        "по приложению 2 к настоящим Правилам.",
    ],
)
def test_what_is_there_or_elsewhere_is_not(cited: str) -> None:
    """Nor what cannot be counted, nor an annex where none is attached."""
    assert lacking(RULES.format(cited=cited)) == []


def test_an_excerpt_lacks_nothing() -> None:
    """Its numbering does not begin with one."""
    text = RULES.format(cited="по пункту 70 настоящих Правил.")
    assert lacking(text.replace("1. Рыбак", "5. Рыбак").replace("2. Билет", "6. Билет")) == []


def test_a_number_that_stands_in_the_text_may_be_a_label_read_amiss() -> None:
    """«… 7. Билет …» inside a paragraph."""
    text = RULES.format(cited="по пункту 7 настоящих Правил.")
    assert lacking(text + " 7. Билет изымает егерь.") == []


def test_new_text_of_another_act_lacks_nothing() -> None:
    """In an amending act «настоящих Правил» may be those amended."""
    text = (
        "1. Внести в Правила лова, утвержденные приказом Министра, следующие изменения:\n"
        "1) пункт 3 изложить в следующей редакции:\n"
        "«3. Билет изымается по пункту 17 настоящих Правил.»;\n"
        "2) пункт 4 исключить.\n"
        "2. Приказ размещается на сайте.\n"
        "3. Контроль возложить на вице-министра.\n"
        "4. Настоящий приказ вводится в действие со дня подписания."
    )
    assert lacking(text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1. Заявка.\n2. Исключён.\n3. Сведения по пункту 2 настоящих Правил.", "2"),
        ("7. Билет дают.\n8. Билет по части третьей пункта 7 настоящих Правил.", "3"),
        ("1. Опись по приложению 2 к настоящим Правилам.\n\nПриложение\nк Правилам\nЖурнал", "2"),
        ("Глава 1. Лов\n1. Ловят.\nГлава 2. Билет\n2. Билет по главе 5 Правил.", "5"),
        ("Раздел I. Лов\n1. Ловят.\nРаздел II. Билет\n2. По разделу V настоящих Правил.", "V"),
        ("1.1. Лов.\n1.2. Билет.\n1.3. Егерь.\n1.4. По пункту 1.9 настоящих Правил.", "1.9"),
    ],
    ids=["removed", "a part", "a second annex", "a bare name", "Roman", "dotted"],
)
def test_what_else_is_surely_absent(text: str, number: str) -> None:
    """Units left by number only, parts, annexes beside the only one, numbers of other styles."""
    (found,) = lacking(text)
    assert found.number == number


@pytest.mark.parametrize(
    "text",
    [
        "7. Билет дают.\n\nДаёт егерь.\n8. Билет по части второй пункта 7 настоящих Правил.",
        "7. Билет: день и месяц.\n8. Билет по части третьей пункта 7 настоящих Правил.",
        "Глава 1. Лов\n1. Ловят.\nГлава 2. Билет\n2. Билет по главе 5 Типовых правил.",
        "1. Исключён из списка тот, кто ушёл.\n2. Список.\n3. По пункту 1 настоящих Правил.",
    ],
    ids=["a part that is there", "a list", "model rules", "a sentence of its own"],
)
def test_what_may_be_there_is_not_absent(text: str) -> None:
    """What cannot be counted, another act's, and a point that only begins like a removed one."""
    assert lacking(text) == []
