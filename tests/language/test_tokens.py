"""Tokens: exact spans and exact word-form ids."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from riskscan.language.model import Reading, Tokens, Vocabulary
from riskscan.language.tokens import token_forms, tokenize
from riskscan.text import matching_view

TOKEN = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*|_+|[^\w\s]")


class NoMorphology:
    """Tokens need no readings."""

    language = "ru"
    predicts = True

    def readings(self, word: str) -> tuple[Reading, ...]:
        return (Reading(word, "X", frozenset()),)

    def known(self, word: str) -> bool:
        return False


class SomeWords(NoMorphology):
    """Knows a few word forms."""

    def known(self, word: str) -> bool:
        return word.lower() in GLUED_WORDS


GLUED_WORDS = {
    *("республикасы", "қаржы", "министрінің", "бұйрығына", "приказу"),
    *("қазақ", "мұнай", "газы"),
}


@pytest.fixture
def vocabulary() -> Vocabulary:
    return Vocabulary(NoMorphology())


@pytest.fixture
def lexicon() -> Vocabulary:
    return Vocabulary(SomeWords())


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


@given(
    st.lists(st.text("абвгёжіқ", min_size=1, max_size=4), max_size=8).map(" ".join)
    | st.text("абв -АБ.1\n", max_size=12)
)
@example("а б в г")
@example("учёт и контроль")
@example("п р и к а з")
def test_forms_of_a_short_text_are_those_of_its_tokens(text: str) -> None:
    """Plain words need no tokenizer, and mean the same without it."""
    vocabulary = Vocabulary(NoMorphology())
    tokens = tokenize(text, vocabulary)
    expected = [tokens.normal(k) for k in range(len(tokens))]
    assert token_forms(text, vocabulary) == expected


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("РеспубликасыҚаржы министрі", "Республикасы|Қаржы|министрі"),
        ("бұйрығына2-қосымша", "бұйрығына|2-қосымша"),
        ("приказу15", "приказу|15"),
        ("РеспубликасыМинистрінің2023 ж", "Республикасы|Министрінің|2023|ж"),
        ("Республикасы\u00adҚаржы", "Республикасы|Қаржы"),
        ("ҚазақМұнайГазы", "ҚазақМұнайГазы"),
        ("РеспубликасыЖаңа ЖаңаҚаржы", "РеспубликасыЖаңа|ЖаңаҚаржы"),
        ("министрінің-2023 тарау5", "министрінің-2023|тарау5"),
        ("м2 СО2 MemoX12 ПРИКАЗУ7", "м2|СО2|MemoX12|ПРИКАЗУ|7"),
    ],
)
def test_glued_words_are_parted_when_both_are_known(
    lexicon: Vocabulary, text: str, expected: str
) -> None:
    """The boundary has no character of its own: one token ends where the next one starts."""
    tokens = tokenize(text, lexicon)
    assert "|".join(forms(text, tokens)).replace("\u00ad", "") == expected
    assert "|".join(tokens.surface(index) for index in range(len(tokens))) == expected


@given(st.lists(st.sampled_from(["іс", "тиісті", "мүмкін", "өтініш", "жүйесі", "5", "–", "Ғылым"])))
def test_kazakh_typed_with_latin_i_has_the_tokens_of_its_clean_twin(words: list[str]) -> None:
    """Same forms, same places: what the keyboard lacked changes nothing."""
    vocabulary = Vocabulary(NoMorphology())
    clean = tokenize(" ".join(["Уәкілетті", *words]), vocabulary)
    typed = tokenize(" ".join(["Уәкiлетті", *words]).replace("і", "i"), vocabulary)
    assert typed.starts.tolist() == clean.starts.tolist()
    assert typed.ends.tolist() == clean.ends.tolist()
    assert typed.types.tolist() == clean.types.tolist()
