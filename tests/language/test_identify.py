"""The language of a stretch of text."""

from __future__ import annotations

import numpy as np
import pytest

from riskscan.language import Vocabulary, tokenize
from riskscan.language.identify import (
    LANGUAGES,
    Stretches,
    identify,
    latin_kazakh_words,
)
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
        ("Сидней университетінің тіл орталығы (University of Sydney, www)", "kk"),
        ("Тауарлардың арналуы мен сапасын растайтын шарттар", "kk"),
        ("Тексеру актісі / Акт", "kk"),
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
    found = [LANGUAGES[place] for place in Stretches.of(tokens, firsts).languages.tolist()]
    return found, Stretches.of(tokens, firsts).shares


# Paragraphs as they stand in acts, each with its language; written for this test.
PARAGRAPHS = [
    ("kk", "1-тарау. Жалпы ережелер"),
    ("kk", "1. Осы Қағидалар жеміс-жидек сақтау қоймаларын тіркеу тәртібін айқындайды."),
    ("kk", "2. Негізгі ұғымдар:"),
    ("kk", "1) қойма иесі – қойманы пайдаланатын жеке немесе заңды тұлға;"),
    ("kk", "2) тіркеу – қойма туралы мәліметтерді тізбеге енгізу."),
    ("kk", "Ахметов С. Ж."),
    ("kk", "3. Қойма иесі өтінішке мынадай құжаттарды қоса береді:"),
    ("kk", "жоспар;"),
    ("kk", "паспорт."),
    ("kk", "Алматы Астана"),
    ("kk", "4. Комиссия өтінішті он жұмыс күні ішінде қарайды."),
    ("ru", "Приложение 1 к приказу"),
    ("ru", "Сведения о складе, который хранит плоды и ягоды, подаются ежегодно."),
    ("ru", "Форма 1"),
    ("ru", "Ғалымжан Әбішев"),
    ("ru", "Владелец склада ТОО «Көктем Жемісі» отвечает за достоверность сведений."),
    ("ru", "План"),
    ("ru", "1. Настоящие Правила определяют порядок учёта складов."),
    ("ru", "Контакты"),
    ("other", "The warehouse shall be registered by its owner within ten days"),
    ("kk", "2-қосымша"),
    ("kk", "Қоймадағы тауарлар саны жазбаша расталады."),
    ("kk", "Барлығы, литр"),
    ("kk", "Атауы"),
]


def test_paragraphs_of_an_act_in_two_languages(vocabulary: Vocabulary) -> None:
    """Annexes in the other language, headings, names and forms are told apart."""
    found, _ = stretches(vocabulary, *(text for _, text in PARAGRAPHS))
    assert found == [language for language, _ in PARAGRAPHS]


def test_what_is_unsure_at_the_start_goes_with_what_follows(vocabulary: Vocabulary) -> None:
    """A heading before the first sure paragraph has that paragraph's language."""
    assert stretches(vocabulary, "Паспорт", "Әлия Нұрова", KAZAKH)[0] == ["kk", "kk", "kk"]


def test_a_word_or_two_do_not_pass_their_language_on(vocabulary: Vocabulary) -> None:
    """Only a stretch that is sure of its language lends it to others."""
    found, _ = stretches(vocabulary, KAZAKH, "Допускается", "концентрат, 5 литр")
    assert found == ["kk", "ru", "kk"]


def test_names_alone_have_the_language_of_their_letters(vocabulary: Vocabulary) -> None:
    """Without anything around them names speak for themselves."""
    assert stretches(vocabulary, "Әлия Нұрова")[0] == ["kk"]


def test_a_paragraph_in_both_languages_is_mixed(vocabulary: Vocabulary) -> None:
    """A form that says everything twice is mixed; a quoted name, or one language, is not."""
    both = f"{KAZAKH} / {RUSSIAN} Решение принимается не позднее трёх дней после проверки."
    tokens = tokenize("\n".join((both, RUSSIAN, KAZAKH)), vocabulary)
    firsts = np.searchsorted(tokens.starts, [0, len(both), len(both) + len(RUSSIAN) + 1])
    assert Stretches.of(tokens, firsts.astype(np.int32)).mixed == 1
    assert Stretches.of(tokenize("", vocabulary), np.zeros(0, dtype=np.int32)).mixed == 0


LATIN_KAZAKH = "Uäkılettı organ ötınıştı bes jūmys künı ışınde qaraidy jäne şeşım qabyldaidy."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (LATIN_KAZAKH, 11),
        (f"{RUSSIAN} {KAZAKH} {LATIN_KAZAKH}", 0),
        ("The order comes into force ten days after it is published.", 0),
        (RUSSIAN, 0),
        ("", 0),
    ],
)
def test_kazakh_in_latin_letters_is_noticed(vocabulary: Vocabulary, text: str, words: int) -> None:
    """Its own letters tell the Latin alphabet of Kazakh from other Latin text."""
    assert latin_kazakh_words(tokenize(text, vocabulary)) == words


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
    assert Stretches.of(tokenize("", vocabulary), nothing).shares == {}
    assert len(Stretches.of(tokenize("", vocabulary), nothing).languages) == 0
