"""Actors as an explanation names them: «комиссией» → «комиссия», with what depends on it kept."""

from __future__ import annotations

from functools import lru_cache

import pymorphy3


class Nominative:
    """Puts a noun phrase into the nominative: modifiers and head change, complements stay."""

    def __init__(self) -> None:
        self._analyzer = pymorphy3.MorphAnalyzer(lang="ru")
        self._inflect = lru_cache(maxsize=4096)(self._inflected)

    def __call__(self, words: tuple[str, ...], head: int) -> str:
        """``words[head]`` is the head noun; unknown words are left as they stand."""
        return self._inflect(words, head)

    def _inflected(self, words: tuple[str, ...], head: int) -> str:
        parses = [p for p in self._analyzer.parse(words[head]) if p.tag.case is not None]
        if not parses:
            return " ".join(words)
        noun = parses[0]
        number = noun.tag.number or "sing"
        wanted = {"nomn", number}
        changed = noun.inflect(wanted)
        if changed is None:
            return " ".join(words)
        gender = changed.tag.gender if number == "sing" else None
        agreement = wanted | ({gender} if gender else set())
        before = [self._agree(word, agreement) for word in words[:head]]
        named = _like(words[head], changed.word)
        return " ".join([*before, named, *words[head + 1 :]])

    def _agree(self, word: str, agreement: set[str]) -> str:
        for parse in self._analyzer.parse(word):
            if parse.tag.POS in {"ADJF", "PRTF", "NUMR"}:
                changed = parse.inflect(agreement)
                return _like(word, changed.word) if changed else word
        return word


def _like(model: str, word: str) -> str:
    """The word with the model's capital."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
