"""Inflecting Russian words for the transformations, with pymorphy3 and nothing of riskscan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pymorphy3

WORD = re.compile(r"[А-Яа-яЁё]+(?:-[А-Яа-яЁё]+)*")
# Words the dictionary does not have, and one that inflects as they do.
ANALOGUES = {"акимат": "комитет"}
# What must agree when a word of another lexeme takes a form's place.
_FORM = ("POS", "number", "person", "tense", "gender", "case", "voice", "mood")


@cache
def morphology() -> Any:
    """The analyzer, built once."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@cache
def readings(word: str) -> tuple[Any, ...]:
    """The dictionary readings of a form (or of its analogue); none for a guessed one."""
    form = word.lower()
    for unknown, model in ANALOGUES.items():
        form = re.sub(f"^{unknown}", model, form)
    return tuple(each for each in morphology().parse(form) if each.is_known)


def lemma(word: str) -> str | None:
    """The one lemma of a form, or None when there are several or none."""
    found = {each.normal_form for each in readings(word)}
    if len(found) != 1:
        return None
    stems = (stem for stem in ANALOGUES if word.lower().startswith(stem))
    return next(stems, found.pop())


def same_form(reading: Any, target: str) -> str | None:
    """The form of another lexeme with the same grammatical marks; None if it has none."""
    wanted = [getattr(reading.tag, name) for name in _FORM]
    for base in morphology().parse(target):
        if base.is_known and base.normal_form == target:
            for form in base.lexeme:
                if [getattr(form.tag, name) for name in _FORM] == wanted:
                    return str(form.word)
    return None


def cased_like(word: str, model: str) -> str:
    """The word with the capital of the model."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def words(text: str) -> Iterator[re.Match[str]]:
    """The Russian words of a text."""
    return WORD.finditer(text)
