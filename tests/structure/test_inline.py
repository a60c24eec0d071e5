"""Lists inside one paragraph."""

from __future__ import annotations

from textwrap import dedent

import pytest

from riskscan.structure.model import ProvisionKind
from tests.structure.drawing import act, drawn


def test_items_of_an_inline_list_are_subpoints() -> None:
    """Each item is an inline child; the sentence after the list is the point's own."""
    text = (
        "7. Прокат прекращается в случаях: 1) шторма; 2) поломки, названной в подпункте 1) "
        "пункта 3; 3) обмана. Решение оглашает смотритель."
    )
    assert drawn(text) == dedent("""\
        point 7: Прокат прекращается в случаях:
          subpoint 1: шторма;
          subpoint 2: поломки, названной в подпункте 1) пункта 3;
          subpoint 3: обмана.
          indent: Решение оглашает смотритель.""")
    assert [p.inline for p in act(text).provisions] == [False, False, True, True, True, True]


def test_lists_of_letters_inside_lists_of_numbers() -> None:
    """An inner list is closed when the outer one goes on."""
    assert drawn("3. Подаются: 1) копии: а) билета; б) чека; 2) заявка.") == dedent("""\
        point 3: Подаются:
          subpoint 1: копии:
            subpoint а: билета;
            subpoint б: чека;
          subpoint 2: заявка.""")


@pytest.mark.parametrize(
    "text",
    [
        "Случаи названы в подпунктах 1), 2) и 3) пункта 4.",
        "Отказ обжалуется согласно подпункту 1) пункта 2; подпункту 2) пункта 2.",
        "Подается следующее: 1) заявка без приложений.",
        "Подается: 2) билет; 3) чек.",
    ],
)
def test_citations_and_lone_numbers_open_no_list(text: str) -> None:
    """A list needs a colon, a first number and a second one."""
    assert len(act(text).provisions) == 2


def test_an_act_on_one_line() -> None:
    """Old acts come as one line: their points are found after the enacting words."""
    found = act("Управление ПОСТАНОВЛЯЕТ: 1. Открыть станцию. 2. Назначить смотрителя.")
    assert [p.number for p in found.provisions if p.kind is ProvisionKind.POINT] == ["1", "2"]


def test_items_of_several_sentences_keep_them() -> None:
    """Where items hold sentences, the last one holds its sentences too."""
    found = act("1. Виды: 1) лодка. Лодка весельная; 2) катер. Катер моторный.")
    assert [p.number for p in found.provisions[1:]] == ["1", "1", "2"]
