"""Numbers: one spelling, one order."""

from __future__ import annotations

import pytest

from riskscan.structure.numbering import follows, is_first, is_later, key, normal


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5", "5"),
        ("2–1", "2-1"),
        ("33-1", "33-1"),
        ("113¹", "113-1"),
        ("8¹²", "8-12"),
        ("ІХ", "IX"),
    ],
)
def test_one_spelling(written: str, number: str) -> None:
    """Dashes, raised digits and look-alike letters come down to one form."""
    assert normal(written) == number


@pytest.mark.parametrize(
    ("last", "number"),
    [
        ("1", "2"),
        ("2", "2-1"),
        ("2-1", "2-2"),
        ("2-1", "3"),
        ("1.1", "1.2"),
        ("а", "б"),
        ("и", "к"),
    ],
)
def test_successors(last: str, number: str) -> None:
    """The next number, an inserted one, the next letter with й and ё left out."""
    assert follows(number, last)
    assert is_later(number, last)


@pytest.mark.parametrize(
    ("last", "number"), [("2", "2"), ("3", "2"), ("1", "3"), ("2", "187"), ("а", "м")]
)
def test_what_does_not_follow(last: str, number: str) -> None:
    """Repetitions, steps back and leaps are no successors."""
    assert not follows(number, last)


def test_first_numbers() -> None:
    """A list begins with one, the first letter or the first of a level."""
    assert all(map(is_first, ["1", "а", "a", "1.1", "2.1"]))
    assert not any(map(is_first, ["2", "б", "1-1", "1.2"]))


def test_keys_of_strange_numbers() -> None:
    """A number without digits has an order too, so nothing fails on it."""
    assert key("IV") == ()
    assert not follows("IV", "III")
