"""Sets of sentences as bits say what sets of numbers say."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from riskscan.norms.sentence_bits import between, holds, marked, members, of

SENTENCES = st.sets(st.integers(min_value=0, max_value=400))


@given(SENTENCES)
def test_members_come_back_in_order(sentences: set[int]) -> None:
    """What goes in comes out, sorted."""
    assert list(members(of(sentences))) == sorted(sentences)


@given(SENTENCES, SENTENCES)
def test_numbers_are_joined_like_sets(one: set[int], other: set[int]) -> None:
    """And, or and and-not are those of sets."""
    a, b = of(one), of(other)
    assert list(members(a & b)) == sorted(one & other)
    assert list(members(a | b)) == sorted(one | other)
    assert list(members(a & ~b)) == sorted(one - other)


@given(SENTENCES, st.integers(min_value=0, max_value=401))
def test_a_sentence_is_held_or_not(sentences: set[int], sentence: int) -> None:
    """Asked one by one."""
    assert holds(of(sentences), sentence) == (sentence in sentences)


@given(st.integers(0, 300), st.integers(0, 300))
def test_stretches_of_sentences(first: int, last: int) -> None:
    """A range, empty when it ends before it begins."""
    assert list(members(between(first, last))) == list(range(first, last))


@given(st.lists(st.booleans()))
def test_marks_of_sentences(marks: list[bool]) -> None:
    """One mark a sentence."""
    expected = [sentence for sentence, mark in enumerate(marks) if mark]
    assert list(members(marked(np.array(marks, dtype=bool)))) == expected
