"""Russian morphology: readings in Universal Dependencies terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.language.model import Reading, normalise
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.patterns.universal import FEATURES, PARTS_OF_SPEECH

HOMONYMS = ["для", "при", "на", "стали", "пила", "банки", "все", "еще", "должен", "акимом", "iv"]


@pytest.fixture(scope="module")
def morphology() -> RussianMorphology:
    return RussianMorphology()


def likeliest(morphology: RussianMorphology, word: str) -> tuple[str, str, set[str]]:
    reading = morphology.readings(word)[0]
    return reading.lemma, reading.pos, set(reading.features)


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "features"),
    [
        ("сроками", "срок", "NOUN", "Case=Ins Number=Plur Gender=Masc Animacy=Inan"),
        ("казахстане", "казахстан", "PROPN", "Case=Loc Number=Sing"),
        ("письменную", "письменный", "ADJ", "Case=Acc Gender=Fem Degree=Pos"),
        ("важнейших", "важный", "ADJ", "Degree=Sup Number=Plur"),
        ("должна", "должен", "ADJ", "Variant=Short Gender=Fem"),
        ("отказать", "отказать", "VERB", "VerbForm=Inf Aspect=Perf Voice=Act"),
        ("отказывает", "отказывать", "VERB", "VerbForm=Fin Mood=Ind Tense=Pres Person=3"),
        ("отказал", "отказать", "VERB", "VerbForm=Fin Tense=Past Gender=Masc"),
        ("продлевается", "продлеваться", "VERB", "VerbForm=Fin Reflex=Yes"),
        ("продлен", "продлить", "VERB", "VerbForm=Part Variant=Short Voice=Pass Gender=Masc"),
        ("продленного", "продлить", "VERB", "VerbForm=Part Voice=Pass Tense=Past Case=Gen"),
        ("выдающего", "выдавать", "VERB", "VerbForm=Part Voice=Act Tense=Pres Case=Gen"),
        ("являющегося", "являться", "VERB", "VerbForm=Part Reflex=Yes Case=Gen"),
        ("рассмотрев", "рассмотреть", "VERB", "VerbForm=Conv Tense=Past"),
        ("будет", "быть", "AUX", "VerbForm=Fin Tense=Fut"),
        ("которому", "который", "PRON", "PronType=Rel Case=Dat"),
        ("свои", "свой", "DET", "Reflex=Yes Number=Plur"),
        ("пятью", "пять", "NUM", "Case=Ins NumType=Card"),
        ("пятого", "пятый", "ADJ", "NumType=Ord Case=Gen"),
        ("вправе", "вправе", "ADV", ""),
        ("согласно", "согласно", "ADP", ""),
        ("или", "или", "CCONJ", ""),
        ("однако", "однако", "CCONJ", ""),
        ("если", "если", "SCONJ", ""),
        ("не", "не", "PART", ""),
        ("трехмесячный", "трехмесячный", "ADJ", "Case=Nom"),
        ("15", "15", "NUM", "NumForm=Digit"),
        ("12-1", "12-1", "NUM", "NumForm=Digit"),
        ("xiv", "xiv", "NUM", "NumForm=Roman"),
        ("№", "№", "SYM", ""),
        ("»", "»", "PUNCT", ""),
        ("___", "___", "PUNCT", ""),
    ],
)
def test_the_likeliest_reading(
    morphology: RussianMorphology, word: str, lemma: str, pos: str, features: str
) -> None:
    """Lemma, part of speech and the features that matter, in UD terms."""
    found = likeliest(morphology, word)
    assert found[:2] == (lemma, pos)
    assert set(features.split()) <= found[2]


@pytest.mark.parametrize(
    ("word", "lemma", "pos", "feature"),
    [
        ("акимом", "аким", "NOUN", "Case=Ins"),
        ("акиматами", "акимат", "NOUN", "Number=Plur"),
        ("маслихата", "маслихат", "NOUN", "Case=Gen"),
        ("тенге", "тенге", "NOUN", "Case=Gen"),
        ("услугодателем", "услугодатель", "NOUN", "Case=Ins"),
        ("услугополучателю", "услугополучатель", "NOUN", "Case=Dat"),
        ("лицензиара", "лицензиар", "NOUN", "Case=Gen"),
        ("лицензиатов", "лицензиат", "NOUN", "Case=Gen"),
        ("цон", "цон", "NOUN", "Abbr=Yes"),
        ("нао", "нао", "NOUN", "Abbr=Yes"),
    ],
)
def test_words_of_kazakh_law(
    morphology: RussianMorphology, word: str, lemma: str, pos: str, feature: str
) -> None:
    """Words a general dictionary lacks or takes for names inflect as they do in acts."""
    readings = morphology.readings(word)
    assert {(reading.lemma, reading.pos) for reading in readings} == {(lemma, pos)}
    assert feature in readings[0].features
    assert not any(reading.guessed for reading in readings)


def test_obligations_have_lemmas_of_their_own(morphology: RussianMorphology) -> None:
    """«Обязан» is found as «обязан», besides being a form of «обязать»."""
    assert {one.lemma for one in morphology.readings("обязаны")} == {"обязать", "обязан"}


def test_all_readings_are_given(morphology: RussianMorphology) -> None:
    """An ambiguous form keeps its readings, each once."""
    readings = morphology.readings("жалобы")
    cases = {feature for one in readings for feature in one.features if feature.startswith("Case")}
    assert cases == {"Case=Gen", "Case=Nom", "Case=Acc"}
    assert len(set(readings)) == len(readings)


def test_function_words_have_no_freak_homonyms(morphology: RussianMorphology) -> None:
    """«При» is never an imperative and «для» never a gerund; «все» stays a pronoun too."""
    assert [reading.pos for reading in morphology.readings("при")] == ["ADP"]
    assert [reading.pos for reading in morphology.readings("для")] == ["ADP"]
    assert "DET" in {reading.pos for reading in morphology.readings("все")}


def test_unknown_words_are_guesses(morphology: RussianMorphology) -> None:
    """A word outside the dictionary is read by its looks, and says so."""
    reading = morphology.readings("зелибобовость")[0]
    assert reading.guessed
    assert reading.pos == "NOUN"
    assert morphology.readings("қаулы")[0].pos == "X"
    assert morphology.readings("480-v") == (Reading("480-v", "X", frozenset(), guessed=True),)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Разрешения", True),
        ("маслихатом", True),
        ("санитарно-защитная", True),
        ("хозяйственно-складской", True),
        ("врача-лаборанта", True),
        ("двух-или", False),
        ("разре-шения", False),
        ("разре", False),
    ],
)
def test_known_words(morphology: RussianMorphology, word: str, expected: bool) -> None:
    """Joining broken lines asks whether a word exists, compounds included."""
    assert morphology.known(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("срок", True),
        ("сроки", False),
        ("учет", True),  # with ё in the dictionary
        ("продлить", True),
        ("акимат", True),
        ("акиме", False),  # a form of «аким», whatever the dictionary takes it for
        ("мрп", True),
        ("флумбак", False),
    ],
)
def test_names_of_words(morphology: RussianMorphology, word: str, expected: bool) -> None:
    """A pattern may name a word by its dictionary form alone."""
    assert morphology.is_lemma(word) is expected


@pytest.mark.parametrize(
    "word",
    [
        "для",
        "при",
        "на",
        "стали",
        "пила",
        "банки",
        "все",
        "еще",
        "должен",
        "5",
        "iv",
        "№",
        "тенге",
        "мерзім",
        "акимом",
    ],
)
def test_a_name_is_a_lemma_among_the_readings(morphology: RussianMorphology, word: str) -> None:
    """The short way to the answer gives the same as the long one."""
    readings = morphology.readings(word)
    lemmas = [normalise(each.lemma) for each in readings if not each.guessed]
    assert morphology.is_lemma(word) is (word in lemmas)


@given(st.text(min_size=1, max_size=12))
def test_every_token_has_a_reading_in_ud_terms(text: str) -> None:
    """Whatever the form, there is a reading, and its names are known to patterns."""
    for reading in RUSSIAN.readings(text.lower()):
        assert reading.pos in PARTS_OF_SPEECH
        assert reading.features <= FEATURES


RUSSIAN = RussianMorphology()
