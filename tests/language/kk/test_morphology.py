"""Kazakh morphology: every reading of a form, in Universal Dependencies terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.language.model import Reading
from riskscan.patterns.universal import FEATURES, PARTS_OF_SPEECH

MORPHOLOGY = KazakhMorphology()


def has(word: str, lemma: str, pos: str, features: str) -> bool:
    wanted = set(features.split())
    return any(
        reading.lemma == lemma and reading.pos == pos and wanted <= reading.features
        for reading in MORPHOLOGY.readings(word)
        if not reading.guessed
    )


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features"),
    [
        ("мерзімнің", "мерзім", "NOUN", "Case=Gen"),
        ("органдарға", "орган", "NOUN", "Case=Dat Number=Plur"),
        ("құқығын", "құқық", "NOUN", "Case=Acc Person[psor]=3"),  # қ – ғ between vowels
        ("тәртібімен", "тәртіп", "NOUN", "Case=Ins Person[psor]=3"),
        ("халқының", "халық", "NOUN", "Case=Gen Person[psor]=3"),  # a vowel drops out
        ("актінің", "акт", "NOUN", "Case=Gen"),  # a loan takes a vowel
        ("банкіге", "банк", "NOUN", "Case=Dat"),  # and keeps its own harmony
        ("қаладағы", "қала", "NOUN", "Case=Loc"),
        ("рұқсатсыз", "рұқсат", "NOUN", "Case=Abe"),
        ("алматыда", "алматы", "PROPN", "Case=Loc"),
        ("ұзартады", "ұзарт", "VERB", "VerbForm=Fin Mood=Ind Tense=Pres Person=3"),
        ("ұзартпай-ақ", "ұзарт", "VERB", "VerbForm=Conv Polarity=Neg"),  # a stressing particle
        ("ұзартпайды", "ұзарт", "VERB", "VerbForm=Fin Polarity=Neg"),
        ("ұзартылуы", "ұзарт", "VERB", "VerbForm=Ger Voice=Pass Person[psor]=3"),
        ("ұзартуға", "ұзарт", "VERB", "VerbForm=Ger Case=Dat"),
        ("ұзартып", "ұзарт", "VERB", "VerbForm=Conv Aspect=Perf"),
        ("ұзарта", "ұзарт", "VERB", "VerbForm=Conv Aspect=Imp"),
        ("ұзартылған", "ұзарт", "VERB", "VerbForm=Part Tense=Past Voice=Pass"),
        ("ұзартатын", "ұзарт", "VERB", "VerbForm=Part Tense=Pres"),
        ("ұзартса", "ұзарт", "VERB", "Mood=Cnd"),
        ("бекітілсін", "бекіт", "VERB", "Mood=Imp Person=3 Voice=Pass"),
        ("табуға", "тап", "VERB", "VerbForm=Ger Case=Dat"),  # п – б between vowels
        ("оқиды", "оқы", "VERB", "VerbForm=Fin"),  # ы and й make и
        ("қояды", "қой", "VERB", "VerbForm=Fin"),  # й and а make я
        ("жоюы", "жой", "VERB", "VerbForm=Ger Person[psor]=3"),
        ("берілмегендігі", "бер", "VERB", "VerbForm=Part Polarity=Neg Voice=Pass"),
        ("беруші", "беруші", "NOUN", "Case=Nom"),
        ("ашықтық", "ашықтық", "NOUN", "Case=Nom"),
        ("5-баптың", "бап", "NOUN", "Case=Gen"),
        ("10-нан", "10-нан", "NUM", "Case=Abl"),
        ("2026-шы", "2026-шы", "NUM", "NumType=Ord"),
        ("құқылы", "құқылы", "ADJ", ""),
        ("туралы", "туралы", "ADP", ""),
        ("немесе", "немесе", "CCONJ", ""),
        ("оған", "ол", "PRON", "Case=Dat"),
        ("»", "»", "PUNCT", ""),
        ("№", "№", "SYM", ""),
    ],
)
def test_readings(word: str, lemma: str, pos: str, features: str) -> None:
    """Lemma, part of speech and features are among the readings."""
    assert has(word, lemma, pos, features)


@pytest.mark.parametrize(
    ("word", "first", "second"),
    [
        ("міндетті", "міндетті", "міндет"),
        ("қарай", "қарай", "қара"),
        ("тексеру", "тексер", "тексеру"),
    ],
)
def test_all_readings_are_given(word: str, first: str, second: str) -> None:
    """What can be two words is both: rules look at every reading."""
    lemmas = {reading.lemma for reading in MORPHOLOGY.readings(word)}
    assert {first, second} <= lemmas


@pytest.mark.parametrize(("word", "lemma"), [("бастық", "бастық"), ("мемлекеттік", "мемлекеттік")])
def test_whole_words_come_before_derived_ones(word: str, lemma: str) -> None:
    """What the lexicon lists is likelier than what rules take apart."""
    assert MORPHOLOGY.readings(word)[0].lemma == lemma


def test_unknown_words_are_guesses() -> None:
    """An invented stem gets the readings its endings allow, all marked as guesses."""
    readings = MORPHOLOGY.readings("флумбақтардың")
    assert all(reading.guessed for reading in readings)
    assert Reading("флумбақ", "NOUN", frozenset({"Case=Gen", "Number=Plur"}), True) in readings


@pytest.mark.parametrize(
    ("word", "expected"), [("Мерзімді", True), ("флумбақты", False), ("бекітілетін", True)]
)
def test_known_words(word: str, expected: bool) -> None:
    """Known are forms of the lexicon's words, in any case; guesses never are."""
    assert MORPHOLOGY.known(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("мерзім", True),
        ("мерзімі", False),
        ("ұзарт", True),  # a verb's bare stem: no text of law holds it
        ("ұзартыл", False),
        ("ұзартты", False),
        ("басқарушы", True),  # made by rules
        ("жиырма", True),
        ("флумбақ", False),
    ],
)
def test_names_of_words(word: str, expected: bool) -> None:
    """A pattern may name a word by its nominative, or a verb by its stem, but by no other form."""
    assert MORPHOLOGY.is_lemma(word) is expected


@given(st.text("абвгғқңөұүһізйуыяеэь-1x", min_size=1, max_size=12))
def test_any_string_is_read_in_known_terms(word: str) -> None:
    """Whatever stands in a text has at least one reading, of declared tags, the same each time."""
    readings = MORPHOLOGY.readings(word)
    assert readings
    assert readings == MORPHOLOGY.readings(word)
    for reading in readings:
        assert reading.pos in PARTS_OF_SPEECH
        assert reading.features <= FEATURES
