"""How often: the same number of times a year for both languages and all forms."""

from __future__ import annotations

import pytest

from riskscan.norms.frequencies import frequencies
from riskscan.text import Span

SAME = [
    ("не чаще одного раза в год", "жылына бір реттен жиі емес", 1, False),
    ("раз в три года", "үш жылда бір рет", 1 / 3, False),
    ("1 (один) раз в 3 (три) года", "3 (үш) жылда 1 (бір) рет", 1 / 3, False),
    ("не более двух раз в течение календарного года", "күнтізбелік жыл ішінде екі рет", 2, False),
    ("ежегодно", "жыл сайын", 1, False),
    ("один раз в полугодие", "жартыжылдықта бір рет", 2, False),
    ("ежеквартально", "тоқсан сайын", 4, False),
    ("дважды в месяц", "айына екі реттен артық емес", 24, False),
    ("ежедневно", "күнделікті", 365, False),
    ("не реже одного раза в квартал", "тоқсанына кемінде бір рет", 4, True),
    ("как минимум раз в год", "жылына бір реттен сирек емес", 1, True),
]


@pytest.mark.parametrize(("ru", "kk", "yearly", "least"), SAME)
def test_the_same_in_both_languages(ru: str, kk: str, yearly: float, least: bool) -> None:
    """Value, and whether it is only a minimum; the whole wording is quoted."""
    for language, words in (("ru", ru), ("kk", kk)):
        (found,) = frequencies(words, Span(0, len(words)), language)
        assert (round(found.yearly, 9), found.least) == (round(yearly, 9), least)
        assert found.span == (0, len(words))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "один раз на пять рабочих дней"),
        ("ru", "в течение двух лет"),
        ("ru", "два раза"),
        ("kk", "екі жыл ішінде"),
        ("kk", "бір рет"),
    ],
)
def test_what_names_no_frequency(language: str, words: str) -> None:
    """A number of times without a period, or a period alone."""
    assert list(frequencies(words, Span(0, len(words)), language)) == []
