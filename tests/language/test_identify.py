"""The language of a stretch of text."""

from __future__ import annotations

import numpy as np
import pytest

from riskscan.language import Vocabulary, tokenize
from riskscan.language.identify import LANGUAGES, identify, languages, shares
from riskscan.language.ru.morphology import RussianMorphology

RUSSIAN = "Уполномоченный орган рассматривает заявление в течение пяти рабочих дней."
KAZAKH = "Уәкілетті орган өтінішті бес жұмыс күні ішінде қарайды."


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(RussianMorphology())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RUSSIAN, "ru"),
        (KAZAKH, "kk"),
        ("Приказ № 180-VІ вводится в действие", "ru"),
        ("Общество с наименованием «Қазақ жолы» ведет перевозки", "ru"),
        ("бойынша немесе туралы", "kk"),
        ("Общие положения", "ru"),
        ("The order comes into force", "other"),
        ("12,5 %", "other"),
        ("", "other"),
    ],
)
def test_one_stretch(text: str, language: str) -> None:
    """Words vote; a Kazakh name or a number does not make a Russian text Kazakh."""
    assert identify(text) == language


def stretches(vocabulary: Vocabulary, *texts: str) -> tuple[list[str], dict[str, float]]:
    tokens = tokenize("\n".join(texts), vocabulary)
    sizes = [len(tokenize(text, vocabulary)) for text in texts]
    firsts = np.cumsum([0, *sizes[:-1]], dtype=np.int32)
    found = [LANGUAGES[place] for place in languages(tokens, firsts).tolist()]
    return found, shares(tokens, firsts)


def test_stretches_of_one_text(vocabulary: Vocabulary) -> None:
    """Each stretch is decided by its own words, and a stretch without votes by the one before."""
    found, _ = stretches(vocabulary, RUSSIAN, KAZAKH, "Астана 2026", "Annex A to it", RUSSIAN, "5")
    assert found == ["ru", "kk", "kk", "other", "ru", "ru"]


def test_without_any_vote_text_is_taken_for_russian(vocabulary: Vocabulary) -> None:
    """Numbers and names alone hide nothing from the analysis."""
    assert stretches(vocabulary, "Астана", "2026")[0] == ["ru", "ru"]


def test_shares_count_words(vocabulary: Vocabulary) -> None:
    """The share of a language is its share of the words, and shares add up to one."""
    _, found = stretches(vocabulary, RUSSIAN, KAZAKH)
    assert set(found) == {"ru", "kk"}
    assert found["ru"] == pytest.approx(9 / 17)
    assert sum(found.values()) == pytest.approx(1)


def test_no_text_has_no_language(vocabulary: Vocabulary) -> None:
    """An empty text has no shares."""
    assert stretches(vocabulary, "…")[1] == {}
    nothing = np.zeros(0, dtype=np.int32)
    assert shares(tokenize("", vocabulary), nothing) == {}
    assert len(languages(tokenize("", vocabulary), nothing)) == 0
