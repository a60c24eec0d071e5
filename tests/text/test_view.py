"""The matching view: what rules see, and the way back to the source."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.text import Span, matching_view

WORDS = frozenset({"продление", "основания", "социально-бытовой", "аб", "аба", "а-б"})


def known(word: str) -> bool:
    return word.lower() in WORDS


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("и\u0306од, ё\u0301лка, ї", "йод, ёлка, ї"),
        ("о\u0301рган", "орган"),
        ("про\u00adдле\u00adние", "продление"),
        ("\ufeffсрок\u200b и\u200e ", "срок и "),
        ("10\u00a0дней\u202fи\u20091\u2003час", "10 дней и 1 час"),
        ("2\u20111", "2-1"),
        ("финансово–кредитный", "финансово-кредитный"),
        ("в 2020–2021 годах – срок", "в 2020–2021 годах – срок"),
    ],
)
def test_characters_are_normalised(source: str, seen: str) -> None:
    """Odd ways to write a character become the plain way."""
    assert matching_view(source).text == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ('"Маяк" и ("Порт")', "«Маяк» и («Порт»)"),
        ('слова "не более "пяти"";', "слова «не более «пяти»»;"),
        ('""Маяк" – сила"', "««Маяк» – сила»"),
        ("„Маяк“, “Порт”", "«Маяк», «Порт»"),
        ('"Кеме туралы" Заңның "5-бабы"', "«Кеме туралы» Заңның «5-бабы»"),
        ('труба 5" и "', "труба 5» и »"),
        ("«Маяк»", "«Маяк»"),
    ],
)
def test_quotation_marks_become_one_kind(source: str, seen: str) -> None:
    """Straight, English and German ones open and close by the side they stand on."""
    assert matching_view(source).text == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("cpoк", "срок"),
        ("пpaво", "право"),
        ("PЕШЕНИE", "РЕШЕНИЕ"),
        ("тиiстi бiлiм", "тиісті білім"),
        ("ХI", "ХI"),
        ("IT-отдел", "IT-отдел"),
        ("Excelем", "Excelем"),
        ("case", "case"),
    ],
)
def test_look_alikes_are_folded_inside_cyrillic_words_only(source: str, seen: str) -> None:
    """Latin twins become Cyrillic where every Latin letter of a mixed word has a twin."""
    assert matching_view(source).text == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("П Р И К А З Ы В А Ю:", "ПРИКАЗЫВАЮ:"),
        ("П\u00a0Р\u00a0И\u00a0К\u00a0А\u00a0З", "ПРИКАЗ"),
        ("р е ш и л и  в с е м", "решили  всем"),
        ("витаминов В и С и прочих", "витаминов В и С и прочих"),
        ("а б в", "а б в"),
        ("А\nБ\nВ\nГ", "А\nБ\nВ\nГ"),
    ],
)
def test_letter_spaced_words_are_closed_up(source: str, seen: str) -> None:
    """Four or more single letters of one case, one space apart, are one word."""
    assert matching_view(source).text == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("продле-\nние", "продление"),
        ("осно-  \r\n  вания", "основания"),
        ("продле\u00ad\nние", "продление"),
        ("социально-\nбытовой", "социально-бытовой"),
        ("двух-\nили", "двух-\nили"),
        ("незна\u00ad\nкомо", "незна\nкомо"),
        ("срок -\nпродление", "срок -\nпродление"),
    ],
)
def test_words_broken_at_line_ends_are_joined_when_known(source: str, seen: str) -> None:
    """The hyphen goes if the joined word exists, stays if the hyphenated one does."""
    assert matching_view(source, known).text == seen


def test_without_known_words_lines_stay_broken() -> None:
    """The text floor has no words of its own."""
    assert matching_view("продле-\nние").text == "продле-\nние"


def test_spans_lead_back_to_the_source() -> None:
    """A span of the view covers the source characters behind it, and no dropped edge."""
    source = "\u200bпро\u00adдли\u00adть и\u0306од\u200b"
    view = matching_view(source)
    start = view.text.index("йод")
    assert view.span_in_source(Span(0, 8)).of(source) == "про\u00adдли\u00adть"
    assert view.span_in_source(Span(start, start + 3)).of(source) == "и\u0306од"
    assert view.to_source(len(view.text)) == len(source)
    assert view.span_in_source(Span(3, 3)) == Span(5, 5)


CLEAN = st.lists(
    st.sampled_from(
        ["срок", "продлить", "во", "2020", "ЦОН", "«орган»", "5–7", "IT-отдел", "№", "😀", "\n"]
    )
).map(" ".join)

ALPHABET = (
    "абвгийеёсАБСХaceipxBCIX\u0306\u0308\u0301\u00ad\u200b\ufeff\u00a0\u2009 \t\n\r"
    "-‑–'’.,«»\"“”„(12)№😀"
)
ODD_TEXT = st.text(st.sampled_from(ALPHABET), max_size=40) | st.text(max_size=20)


@given(CLEAN)
def test_clean_text_is_its_own_view(text: str) -> None:
    """Nothing odd, nothing changed, no map needed."""
    view = matching_view(text, known)
    assert view.is_source
    assert view.text == text


@given(ODD_TEXT)
def test_the_map_is_monotone(text: str) -> None:
    """Later characters of the view come from later, separate stretches of the source."""
    view = matching_view(text, known)
    positions = np.arange(len(view.text), dtype=np.int32)
    starts = view.starts_in_source(positions)
    ends = view.ends_in_source(positions + np.int32(1))
    assert (starts < ends).all()
    assert (ends[:-1] <= starts[1:]).all()
    assert len(ends) == 0 or ends[-1] <= len(text)


@given(ODD_TEXT)
def test_the_way_back_leads_to_the_same_characters(text: str) -> None:
    """A stretch of the view, found in the source, is that stretch in the view again."""
    view = matching_view(text, known)
    for start in range(len(view.text)):
        span = Span(start, len(view.text))
        assert view.span_from_source(view.span_in_source(span)) == span


@given(ODD_TEXT)
def test_the_source_of_a_whole_word_has_that_word_as_its_view(text: str) -> None:
    """What stands between white space in the view can be read again from its own source."""
    view = matching_view(text, known)
    for word in re.finditer(r"\S+", view.text):
        source = view.span_in_source(Span(*word.span())).of(text)
        assert matching_view(source, known).text == word[0]


@given(ODD_TEXT)
def test_codes_and_kinds_belong_to_the_text_of_the_view(text: str) -> None:
    """The arrays a view hands on describe its own characters."""
    view = matching_view(text, known)
    assert "".join(map(chr, view.codes)) == view.text
    again = matching_view(view.text)
    assert len(view.kinds) == len(view.text)
    assert (again.kinds == view.kinds).all() or not again.is_source


@given(ODD_TEXT)
def test_many_positions_lead_where_each_does(text: str) -> None:
    """``all_to_source`` and ``spans_in_source`` are only faster."""
    view = matching_view(text, known)
    positions = list(range(len(view.text) + 1))
    assert view.all_to_source(positions) == [view.to_source(each) for each in positions]
    spans = [(start, end) for start in positions for end in (start, positions[-1])]
    assert view.spans_in_source(spans) == [view.span_in_source(Span(*each)) for each in spans]
