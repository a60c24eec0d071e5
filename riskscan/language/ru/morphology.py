"""Russian morphology: pymorphy3's dictionary and guesser behind the language floor's protocol."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

import pymorphy3

from riskscan.language.model import Reading, normalise
from riskscan.language.ru.lexicon import (
    ABBREVIATIONS,
    ANALOGUES,
    COORDINATORS,
    PRONOUN_FEATURES,
    SHORT_ADJECTIVES,
)
from riskscan.language.ru.opencorpora import features, part_of_speech

_NUMBER = re.compile(r"\d+(?:-\d+)*")
_ROMAN = re.compile(r"[ivxlcdm]+")
_RUSSIAN = re.compile(r"[0-9a-z'’ʼ-]*[а-яё][0-9a-zа-яё'’ʼ-]*")
_SYMBOLS = "№%§&@#*/\\"
_ANALOGUE = re.compile("|".join(sorted(ANALOGUES, key=len, reverse=True)))
_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
_FUNCTION_WORDS = frozenset({"ADP", "CCONJ", "SCONJ", "PART"})
_INDEFINITE = ("-либо", "-нибудь", "-то")
_CONTENT_WORDS = frozenset({"ADJ", "INTJ", "NOUN", "PROPN", "VERB"})
_LONGEST = 100  # letters; the dictionary's guesser takes prefixes off one by one, recursively
_FREAK = 0.01  # less likely, «при» is no form of «переть» and «для» none of «длить»


class RussianMorphology:
    """All readings of Russian word forms, likeliest first as in the OpenCorpora texts."""

    language = "ru"
    predicts = True

    def __init__(self) -> None:
        self._analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        self._tags: dict[tuple[str, bool], tuple[str, frozenset[str]]] = {}

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Analyse one form in lower case; unknown words get guessed readings.

        Lemmas are in lower case with ё as е. Participles and short participles have the verb's
        infinitive as their lemma. What is not written in Russian letters is X.
        """
        if len(word) > _LONGEST:
            return (Reading(word, "X", frozenset(), guessed=True),)
        if word[:1].isalnum():
            return tuple(dict.fromkeys(self._readings(word)))
        symbol = word in _SYMBOLS or unicodedata.category(word[:1] or " ").startswith("S")
        return (Reading(word, "SYM" if symbol else "PUNCT", frozenset()),)

    def known(self, word: str) -> bool:
        """Whether the form, in any case, is in the dictionary.

        A hyphenated word is also known as a compound of a first part in -о («финансово-») or a
        noun, with a second part of the same kind that is no function word.
        """
        word = normalise(word)
        if len(word) > _LONGEST:
            return False
        if self._is_listed(word):
            return True
        first, hyphen, second = word.rpartition("-")
        return bool(hyphen) and self._is_compound(first, second)

    def is_lemma(self, word: str) -> bool:
        """Whether the dictionary has a word under this name, in lower case with ё as е.

        Its own entries answer for most; with all its readings, a word takes many times as long.
        """
        entries = self._analyzer.dictionary.words.get(word, ())
        if any(form == 0 for _, form in entries) and self._analogue(word) is None:
            return True
        return any(
            normalise(reading.lemma) == word and not reading.guessed
            for reading in self.readings(word)
        )

    def _is_listed(self, word: str) -> bool:
        return (
            self._analyzer.word_is_known(word)
            or word in ABBREVIATIONS
            or self._analogue(word) is not None
        )

    def _is_compound(self, first: str, second: str) -> bool:
        if len(first) < 3 or len(second) < 3 or not self._is_listed(second):
            return False
        parts = {reading.pos for reading in self.readings(second)}
        if first.endswith("о"):
            return "ADJ" in parts
        nouns = {reading.pos for reading in self.readings(first) if not reading.guessed}
        return "NOUN" in parts and "NOUN" in nouns

    def _readings(self, word: str) -> Iterator[Reading]:
        if _NUMBER.fullmatch(word):
            yield Reading(word, "NUM", frozenset({"NumType=Card", "NumForm=Digit"}))
        elif _ROMAN.fullmatch(word):
            yield Reading(word, "NUM", frozenset({"NumType=Ord", "NumForm=Roman"}))
        elif word in ABBREVIATIONS:
            for case in _CASES:
                inflection = {"Abbr=Yes", "Animacy=Inan", f"Case={case}", "Number=Sing"}
                yield Reading(word, "NOUN", frozenset(inflection))
        elif (model := self._analogue(word)) is not None:
            yield from self._by_analogy(word, model)
        elif _RUSSIAN.fullmatch(word):
            yield from self._by_dictionary(word)
        else:
            yield Reading(word, "X", frozenset(), guessed=True)

    def _analogue(self, word: str) -> str | None:
        """The form of a dictionary word that inflects as this one, if there is one."""
        stem = _ANALOGUE.match(word)
        if stem is None:
            return None
        model = ANALOGUES[stem[0]] + word[stem.end() :]
        return model if self._analyzer.word_is_known(model) else None

    def _by_analogy(self, word: str, model: str) -> Iterator[Reading]:
        stem = _ANALOGUE.match(word)
        if stem is None:
            return
        for reading in self._by_dictionary(model):
            ending = reading.lemma.removeprefix(ANALOGUES[stem[0]])
            yield Reading(stem[0] + ending, reading.pos, reading.features)

    def _by_dictionary(self, word: str) -> Iterator[Reading]:
        parses = self._analyzer.parse(word)
        likeliest = None
        for parse in parses:
            reading = self._reading(parse)
            likeliest = likeliest or reading
            freak = parse.score < _FREAK and reading.pos in _CONTENT_WORDS
            if not (freak and likeliest.pos in _FUNCTION_WORDS):
                yield reading

    def _reading(self, parse: pymorphy3.analyzer.Parse) -> Reading:
        lemma = normalise(parse.normal_form)
        reflexive = lemma.endswith(("ся", "сь"))
        key = (str(parse.tag), reflexive)
        if key not in self._tags:
            grammemes = frozenset(parse.tag.grammemes)
            found = part_of_speech(grammemes), features(grammemes, reflexive=reflexive)
            self._tags[key] = found
        pos, known_features = self._tags[key]
        if pos in ("SCONJ", "ADV") and lemma in COORDINATORS:
            pos = "CCONJ"
        elif pos == "VERB" and lemma == "быть":
            pos = "AUX"
        elif pos == "ADJ" and "Variant=Short" in known_features:
            lemma = SHORT_ADJECTIVES.get(lemma, lemma)
        elif pos in ("PRON", "DET"):
            pos = "PRON" if lemma == "который" else pos
            known_features |= _pronoun_features(lemma)
        return Reading(lemma, pos, known_features, guessed=not parse.is_known)


def _pronoun_features(lemma: str) -> frozenset[str]:
    if lemma.endswith(_INDEFINITE):
        return frozenset({"PronType=Ind"})
    return PRONOUN_FEATURES.get(lemma, frozenset())
