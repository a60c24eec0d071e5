"""Concepts: lists of patterns under a name."""

from __future__ import annotations

import pytest
from small_language import TableMorphology, read

from riskscan.errors import PatternError
from riskscan.language.model import Vocabulary
from riskscan.patterns import Concepts, compile_patterns, parse_pattern
from riskscan.patterns.tree import Choice, Kind, Literal, Sequence, Trait, Word

A, B, C = Word("а"), Word("б"), Word("в")


def test_a_concept_is_a_choice_of_its_patterns() -> None:
    """Where a pattern names a concept, any pattern of the concept may stand."""
    concepts = Concepts({"letters": ["а", "б в"]})
    expanded = concepts.expand(parse_pattern("<letters> а"))
    assert expanded == (Sequence((Choice((A, Sequence((B, C)))), A)),)


def test_concepts_nest() -> None:
    """A concept may name others, whatever the order they are given in."""
    concepts = Concepts({"outer": ["а <inner>"], "inner": ["б"]})
    assert concepts.expand(parse_pattern("<outer>")) == (Sequence((A, B)),)


def test_conditions_behind_a_concept_hold_for_the_last_word_of_each_form() -> None:
    """A word that may be missing leaves them to the one before it; a literal has none."""
    concepts = Concepts({"letters": ["а", "б в", "а б?", '"г"']})
    (expanded,) = concepts.expand(parse_pattern("<letters>[Case=Gen]"))
    genitive = ((Trait("Case=Gen"),),)
    a, b, c = (Word(letter, genitive) for letter in "абв")
    forms = (a, Sequence((B, c)), Choice((Sequence((A, b)), a)), Literal("г"))
    assert expanded == Choice(forms)


def test_three_concepts_are_built_in() -> None:
    """``<any>`` is a word, ``<numeral>`` one numeral, ``<number>`` a whole number expression."""
    concepts = Concepts({})
    assert concepts.expand(parse_pattern("<any>")) == (Kind.WORD,)
    assert concepts.expand(parse_pattern("<numeral>")) == (Kind.NUMERAL,)
    assert concepts.names == {"any", "numeral", "number"}


@pytest.mark.parametrize(
    ("number", "form"),
    [("number", "5"), ("number", "( )"), ("any", ",")],
)
def test_punctuation_alone_is_neither_word_nor_number(number: str, form: str) -> None:
    """Brackets make no number and a comma is no word."""
    vocabulary = Vocabulary(TableMorphology({}))
    found = compile_patterns({"p": f"<{number}>"}, {}, vocabulary).match(read(form, vocabulary))
    assert len(found) == (form == "5")


WRONG = [
    ({"a": ["<b>"]}, "concept <a>, line 1, column 1", "no concept <b>"),
    ({"a": ["<b>"], "b": ["<c>"], "c": ["а <a>"]}, "concept <a>", "<a> → <b> → <c> → <a>"),
    ({"a": []}, "concept <a>", "no patterns"),
    ({"a": ["а & б"]}, "concept <a>, line 1, column 3", "cannot hold «&»"),
    ({"a": ["x=а"]}, "concept <a>, line 1, column 1", "cannot hold a capture"),
    ({"a": ["а [[б]]"]}, "concept <a>, line 1, column 1", "cannot hold a capture"),
    ({"number": ["а"]}, "concept <number>", "is built in"),
    ({"a": ["(а"]}, "concept <a>, line 1, column 3", "ends too early"),
]


@pytest.mark.parametrize(("sources", "place", "cause"), WRONG)
def test_a_concept_that_cannot_be_used_is_refused(
    sources: dict[str, list[str]], place: str, cause: str
) -> None:
    """Unknown names, circles, empty lists and what only patterns may hold are errors."""
    with pytest.raises(PatternError) as caught:
        Concepts(sources)
    assert caught.value.place == place
    assert cause in caught.value.cause


def test_an_unknown_concept_brings_the_nearest_name() -> None:
    """A misspelt concept is located and the known one offered."""
    concepts = Concepts({"authority": ["а"]})
    with pytest.raises(PatternError) as caught:
        concepts.expand(parse_pattern("а <autority>", place="rules/x.yaml"))
    assert caught.value.place == "rules/x.yaml, line 1, column 3"
    assert caught.value.remedy == "Did you mean «authority»?"
