"""The matching view of Kazakh: what typing, converting and decoding do to it, undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.text import Span, matching_view

KNOWN = {"көрсетілетін", "республикасындағы", "құжатты", "алу", "мен", "есептің", "мерзімін"}
KAZAKH = "Уәкілетті орган өтінішті қарайды және шешім қабылдайды"


def known(word: str) -> bool:
    return word.lower() in KNOWN


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("əкiмдiк тиiстi шешiм", "әкімдік тиісті шешім"),
        ("Əкімнің", "Әкімнің"),
        ("ɵтініш", "өтініш"),
        ("қаhарман", "қаһарман"),
        ("Caпa бойынша cұрау", "Сапа бойынша сұрау"),
        ("МYМКIН емес, YШIН", "МҮМКІН емес, ҮШІН"),
        ("Yкiметi мен Yлгiсі", "Үкіметі мен Үлгісі"),
        ("Yәкiлеттi", "Уәкілетті"),
        ("Yақытша", "Уақытша"),
        ("ic жүргізу мен ic-шаралар", "іс жүргізу мен іс-шаралар"),
        ("б i л i м", "білім"),
    ],
)
def test_latin_letters_become_the_kazakh_ones(source: str, seen: str) -> None:
    """In Kazakh words ə is ә, h is һ, Y is Ү, or У beside vowels and in back-vowel words."""
    assert matching_view(f"{KAZAKH}: {source}").text == f"{KAZAKH}: {seen}"


@pytest.mark.parametrize(
    "source",
    [
        "ХІІ ғасыр, XIV тарау, VI бөлім",
        "IY тоқсан",
        "MEMO, CA, case, ic (analog)",
        "кWh",
        "IP-желі",
    ],
)
def test_real_latin_words_and_roman_numerals_stay(source: str) -> None:
    """What is Latin is left Latin."""
    assert matching_view(f"{KAZAKH}: {source}").text == f"{KAZAKH}: {source}"


def test_y_in_a_russian_word_is_the_russian_letter() -> None:
    """Only a Kazakh text has Ү."""
    assert matching_view("Yтвердить перечень, в том числе ic-отдел").text == (
        "Утвердить перечень, в том числе ic-отдел"
    )


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("көрсетілет ін қызмет", "көрсетілетін қызмет"),
        ("Республикасын\nдағы заңдар", "Республикасындағы заңдар"),
        ("құжат ты және", "құжатты және"),
        ("а л у үшін", "алу үшін"),
        ("есептің ін", "есептің ін"),
        ("белгісізсөз ін", "белгісізсөз ін"),
        ("мерзім\n\nін", "мерзім\n\nін"),
        ("алу мен беру", "алу мен беру"),
        ("к т б үшін", "к т б үшін"),
    ],
)
def test_a_cut_word_is_joined_when_only_the_whole_is_known(source: str, seen: str) -> None:
    """White space before an ending goes if the left part is no word and the joined one is."""
    assert matching_view(f"{KAZAKH}: {source}", known).text == f"{KAZAKH}: {seen}"


def test_no_cut_word_is_joined_in_russian() -> None:
    """Endings are looked for in Kazakh text alone."""
    assert matching_view("болад ы в перечне сведений", lambda _: True).text.startswith("болад ы")


def test_a_joined_word_leads_back_to_both_parts() -> None:
    """The span of a joined word holds the white space that cut it."""
    source = f"{KAZAKH} көрсетілет ін қызмет"
    view = matching_view(source, known)
    start = view.text.index("көрсетілетін")
    assert view.span_in_source(Span(start, start + 12)).of(source) == "көрсетілет ін"


def test_kz_1048_read_as_windows_1251_is_read_anew() -> None:
    """Letters of the wrong code page become the ones meant, in their places."""
    clean = f"{KAZAKH}. ҚҰҚЫҒЫ, Ғылым, Һәм жаңа Әкім, Ұлт Өңір Үкімет Ң"
    spoilt = clean.encode("kz1048").decode("cp1251")
    view = matching_view(spoilt)
    assert spoilt != clean
    assert view.text == clean
    assert view.is_source


def test_ukrainian_and_belarusian_letters_stay() -> None:
    """Without ќ nothing proves a wrong code page."""
    text = "газета «Україна», Їжак, Ґанок, Ў"
    assert matching_view(text).text == text


LETTERS = {"а": "a", "е": "e", "о": "o", "с": "c", "р": "p", "х": "x", "у": "y", "і": "i"} | {
    "ә": "ə", "ө": "ɵ", "һ": "h", "А": "A", "В": "B", "С": "C", "Е": "E", "Н": "H", "К": "K"
} | {"М": "M", "О": "O", "Р": "P", "Т": "T", "Х": "X", "І": "I", "Ү": "Y", "Ә": "Ə"}  # fmt: skip
WORDS = [
    *("Уәкілетті", "орган", "өтінішті", "қарау", "мерзімін", "ұзартуға", "құқылы", "Үкімет"),
    *("ҮШІН", "мүмкін", "емес", "ТӘРТІБІ", "Сыбайлас", "жемқорлыққа", "қарсы", "іс-қимыл"),
    *("гауһар", "2-тармақ", "«Қағида»", "шешім;", "берілсін.", "Әкімдік", "ХІХ", "ғасыр", "5–7"),
]


@st.composite
def typed_in_two_scripts(draw: st.DrawFn) -> tuple[str, str]:
    """A Kazakh text, and the same with letters replaced by Latin ones that look like them.

    A word keeps one Cyrillic letter without a Latin twin if it has any: that is how people type.
    """
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    spoilt = []
    for word in words:
        whole = all(letter in LETTERS or not letter.isalpha() for letter in word)
        spoilt.append(
            word
            if whole
            else "".join(
                LETTERS[letter] if letter in LETTERS and draw(st.booleans()) else letter
                for letter in word
            )
        )
    return f"{KAZAKH} {' '.join(words)}", f"{KAZAKH} {' '.join(spoilt)}"


@given(typed_in_two_scripts())
def test_a_text_in_two_scripts_reads_as_its_clean_twin(texts: tuple[str, str]) -> None:
    """Latin letters change neither the view nor any position in it."""
    clean, spoilt = texts
    view = matching_view(spoilt, known)
    assert view.text == matching_view(clean, known).text
    assert view.is_source
