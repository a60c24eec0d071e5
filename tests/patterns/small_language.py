"""A language of six words for tests, and texts written in it or in any other."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np

from riskscan.language.identify import Stretches
from riskscan.language.model import AnnotatedAct, Reading, Tokens, Vocabulary, normalise
from riskscan.structure.model import Act
from riskscan.text import Document


def reading(tag: str) -> Reading:
    """A reading written "lemma POS Feature=Value …", a question mark before it for a guess."""
    lemma, pos, *features = tag.lstrip("?").split()
    return Reading(lemma, pos, frozenset(features), guessed=tag.startswith("?"))


class TableMorphology:
    """Readings from a table; anything else is punctuation or a guessed noun."""

    language = "ru"
    predicts = True

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        self._table = {form: tuple(map(reading, tags)) for form, tags in table.items()}

    def known(self, word: str) -> bool:
        return word in self._table

    def is_lemma(self, word: str) -> bool:
        return any(
            normalise(reading.lemma) == word and not reading.guessed
            for reading in self.readings(word)
        )

    def readings(self, word: str) -> tuple[Reading, ...]:
        if word in self._table:
            return self._table[word]
        if not any(map(str.isalnum, word)):
            return (reading(f"{word} PUNCT"),)
        return (reading(f"?{word} NOUN"),)


def read(words: str, vocabulary: Vocabulary) -> AnnotatedAct:
    """A text given as words between spaces.

    "/" begins a clause, "//" a sentence, and "<" goes back to the clause that was interrupted.
    """
    forms: list[str] = []
    clauses: list[int] = []
    sentences = [0]
    opened = 0
    running = [0]
    for word in words.split():
        if word in ("/", "//"):
            opened += 1
            running = [*running, opened] if word == "/" else [opened]
            if word == "//" and sentences[-1] < len(forms):
                sentences.append(len(forms))
            continue
        if word == "<":
            running = running[:-1] or running
            continue
        forms.append(word)
        clauses.append(running[-1])
    if sentences[-1] < len(forms):
        sentences.append(len(forms))
    return annotated(forms, sentences, clauses, vocabulary)


def annotated(
    forms: Sequence[str], sentences: Sequence[int], clauses: Sequence[int], vocabulary: Vocabulary
) -> AnnotatedAct:
    """An act of these tokens, a space between any two."""
    text = " ".join(forms)
    spans = [found.span() for found in re.finditer(r"\S+", text)]
    act = Act(Document(text), "", "rules", None, (), (), ())
    columns = (
        [start for start, _ in spans],
        [end for _, end in spans],
        [vocabulary.intern(form) for form in forms],
    )
    tokens = Tokens(*(np.array(column, np.int32) for column in columns), vocabulary)
    return AnnotatedAct(
        act,
        "ru",
        tokens,
        np.array(sentences, np.int32),
        np.full(len(sentences) - 1, -1, np.int32),
        np.array(clauses, np.int32),
        act.document.view,
        Stretches.of(tokens, np.zeros(0, np.int32)),
    )
