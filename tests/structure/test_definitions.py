"""Terms an act explains and short names it introduces."""

from __future__ import annotations

from tests.structure.drawing import act

TEXT = """
    1. Правила посещения маяка (далее – Правила) обязательны для порта.
    2. В Правилах используются следующие понятия:
    1) маяк (далее – башня) – высокая постройка с огнем;
    2) смотритель – работник маяка.
"""


def test_terms_and_short_names() -> None:
    """In text order, with the provision that defines each."""
    found = act(TEXT)
    assert [(d.term, d.short) for d in found.definitions] == [
        ("Правила посещения маяка", "Правила"),
        ("маяк", "башня"),
        ("смотритель", None),
    ]
    assert [found.provisions[d.provision].number for d in found.definitions] == ["1", "1", "2"]


def test_spans_hold_the_words_of_the_definition() -> None:
    """Of a term the words before the dash, of a short name the bracket."""
    found = act(TEXT)
    words = [d.span.of(found.document.text) for d in found.definitions]
    assert words == ["(далее – Правила)", "маяк (далее – башня)", "смотритель"]


def test_kazakh_short_names() -> None:
    """«(бұдан әрі – …)»."""
    found = act("1. Шамшыраққа бару қағидалары (бұдан әрі – Қағидалар) міндетті.")
    assert [(d.term, d.short) for d in found.definitions] == [
        ("Шамшыраққа бару қағидалары", "Қағидалар")
    ]


def test_explanations_in_one_sentence() -> None:
    """«используются понятия: термин – …; термин – …» explains without a list."""
    found = act("""
        1. В Правилах используются понятия: причал – место стоянки; смотритель – работник порта.
        2. Причал открыт днем.
    """)
    assert [d.term for d in found.definitions] == ["причал", "смотритель"]
