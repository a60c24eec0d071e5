"""Patterns that parse but could never be of use are refused."""

from __future__ import annotations

import pytest
from russian import vocabulary

from riskscan.errors import PatternError
from riskscan.language import Vocabulary
from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.patterns import compile_patterns, parse_pattern

REFUSED = [
    ("срок?", "can match no words at all"),
    ("(срок|(дата?))?", "can match no words at all"),
    ("… срок", "a gap must stand between two elements"),
    ("срок дата? …", "a gap must stand between two elements"),
    ("срок (… дата)? …2 время?", "a gap must stand between two elements"),
    ("срок …21 дата …20 время", "the gaps add up to 41 tokens, more than 40"),
    ("[[срок]] … [[дата]]", "only one part can be highlighted"),
    ("[[срок]] & [[дата]]", "only one part can be highlighted"),
    ("сроки", "«сроки» is a form, not a dictionary word"),
    ("cрок", "«cрок» mixes Latin letters with Cyrillic ones"),
    ("срок & <nothing>", "there is no concept <nothing>"),
]


@pytest.mark.parametrize(("source", "cause"), REFUSED, ids=[source for source, _ in REFUSED])
def test_a_useless_pattern_is_refused(source: str, cause: str) -> None:
    """It matches nothing, everything, or not what it seems to say."""
    with pytest.raises(PatternError) as caught:
        compile_patterns({"rule": source}, {}, vocabulary())
    assert caught.value.place.startswith("rule")
    assert cause in caught.value.cause


def test_a_form_in_place_of_a_lemma_is_explained() -> None:
    """The author is offered the dictionary word and the exact form."""
    with pytest.raises(PatternError) as caught:
        compile_patterns({"rule": "орган … сроки"}, {}, vocabulary())
    assert caught.value.place == "rule, line 1, column 9"
    assert caught.value.remedy == 'Did you mean «срок» (any form) or «"сроки"» (this form)?'


def test_concepts_are_checked_like_patterns() -> None:
    """A concept nobody names yet is refused for the same reasons."""
    with pytest.raises(PatternError, match=r"concept <time>.*a gap must stand"):
        compile_patterns({}, {"time": ["… срок"]}, vocabulary())


def test_a_parsed_pattern_is_blamed_where_it_stands() -> None:
    """Patterns parsed with a place of their own keep it in errors."""
    pattern = parse_pattern("срок?", place="rules/deadlines/a.yaml, when.phrase")
    with pytest.raises(PatternError) as caught:
        compile_patterns({"rule": [pattern]}, {}, vocabulary())
    assert caught.value.place == "rules/deadlines/a.yaml, when.phrase"


def test_words_the_dictionary_does_not_know_are_allowed() -> None:
    """New terms can stand in patterns before they stand in dictionaries."""
    assert compile_patterns({"rule": "квазиоператор"}, {}, vocabulary()).names == ("rule",)


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        ("квазиоператор", "no dictionary has «квазиоператор»"),
        ("беріл[VERB]", "no dictionary has «беріл»"),  # «берілді» is read as a form of «бер»
    ],
)
def test_a_kazakh_word_stands_in_the_lexicon(source: str, cause: str) -> None:
    """A lemma that no form is read as would match nothing."""
    with pytest.raises(PatternError) as caught:
        compile_patterns({"rule": source}, {}, Vocabulary(KazakhMorphology()))
    assert caught.value.cause == cause
