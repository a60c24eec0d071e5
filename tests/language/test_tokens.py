"""Tokens: exact spans and exact word-form ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.language.model import Reading, Tokens, Vocabulary
from riskscan.language.tokens import tokenize
from riskscan.text import matching_view

TOKEN = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*|_+|[^\w\s]")


class NoMorphology:
    """Tokens need no readings."""

    language = "ru"

    def readings(self, word: str) -> tuple[Reading, ...]:
        return (Reading(word, "X", frozenset()),)

    def known(self, word: str) -> bool:
        return False


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(NoMorphology())


def forms(text: str, tokens: Tokens) -> list[str]:
    return [
        text[start:end]
        for start, end in zip(tokens.starts.tolist(), tokens.ends.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("социально-трудовой", "социально-трудовой"),
        ("пункты 2-1 и 480-V", "пункты|2-1|и|480-V"),
        ("5–7 дней", "5|–|7|дней"),
        ("12,5 %", "12|,|5|%"),
        ("т.е. «срок»…", "т|.|е|.|«|срок|»|…"),
        ("№5(далее – ЦОН)", "№|5|(|далее|–|ЦОН|)"),
        ("об'ект -срок- --", "об'ект|-|срок|-|-|-"),
        ("Подпись ____ дата__.", "Подпись|____|дата|__|."),
        ("😀срок😀 𝐀б", "😀|срок|😀|𝐀б"),
        (" \n\t ", ""),
        ("", ""),
    ],
)
def test_what_a_token_is(vocabulary: Vocabulary, text: str, expected: str) -> None:
    """Words keep inner hyphens and apostrophes; other signs stand alone."""
    assert "|".join(forms(text, tokenize(text, vocabulary))) == expected


def test_spans_are_those_of_the_source(vocabulary: Vocabulary) -> None:
    """A token read through the view covers its source characters, dropped ones inside included."""
    source = "\u200bпро\u00adдлить\u00a0срок"
    tokens = tokenize(source, vocabulary)
    assert forms(source, tokens) == ["про\u00adдлить", "срок"]
    assert [tokens.normal(0), tokens.normal(1)] == ["продлить", "срок"]


def test_one_form_has_one_id(vocabulary: Vocabulary) -> None:
    """Ids are case-sensitive and the same in every text."""
    first = tokenize("Срок срок срок", vocabulary).types.tolist()
    again = tokenize("срок Срок", vocabulary).types.tolist()
    assert first == [first[0], first[1], first[1]]
    assert again == [first[1], first[0]]
    assert vocabulary.intern("срок") == first[1]


def test_very_long_words_are_tokens_too(vocabulary: Vocabulary) -> None:
    """Ten million letters in a row are one token, told apart from nearly the same ones."""
    long = "я" * 10_000_000
    tokens = tokenize(f"а {long} {long}б {long} б", vocabulary)
    assert len(tokens) == 5
    assert tokens.types[1] == tokens.types[3] != tokens.types[2]
    assert vocabulary.surface(int(tokens.types[1])) == long


WORDS = st.sampled_from(
    ["срок", "сроки", "Срок", "2-1", "480-V", "т.е.", "«орган»", "5–7", "…", "__", "а" * 40, "😀"]
)
TEXT = st.lists(WORDS | st.text(max_size=8)).map(" ".join) | st.text(max_size=60)


@given(st.lists(TEXT, max_size=4))
def test_tokens_are_those_of_the_regular_expression(texts: list[str]) -> None:
    """For any text the arrays say the same as the definition, warm or cold."""
    vocabulary = Vocabulary(NoMorphology())
    for text in texts:
        view = matching_view(text)
        tokens = tokenize(view, vocabulary)
        expected = [match[0] for match in TOKEN.finditer(view.text)]
        assert [vocabulary.surface(i) for i in tokens.types.tolist()] == expected
        assert list(map(vocabulary.intern, expected)) == tokens.types.tolist()
