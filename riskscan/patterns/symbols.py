"""From word types to symbol classes.

Every distinct element of the patterns is one *predicate*. A word type satisfies some set of
predicates, found once, when the type is first met; types with equal sets form one *class*.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from riskscan.language.model import IntArray, Reading, Vocabulary, normalise
from riskscan.patterns.tree import Kind, Trait, Word

_NUMBER = re.compile(r"\d+([.,]\d+)*")
_UNSEEN = -1


@dataclass(frozen=True, slots=True)
class Form:
    """A token with exactly this normalised form."""

    normal: str


Predicate: TypeAlias = Word | Form | Kind


def has_traits(reading: Reading, word: Word) -> bool:
    """Whether one reading has every trait of the word (its lemma is not looked at).

    A guess proves nothing absent: an excluded trait needs a reading the dictionary vouches for.
    """
    return all(any(_holds(reading, trait) for trait in group) for group in word.traits)


def _holds(reading: Reading, trait: Trait) -> bool:
    has = trait.value in reading.features if trait.is_feature else trait.value == reading.pos
    return not has and not reading.guessed if trait.negated else has


class WordClasses:
    """The class of every word type met so far; class 0 satisfies nothing."""

    def __init__(self, predicates: Sequence[Predicate], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.predicates = len(predicates)
        self.rows: list[frozenset[int]] = []
        self._numbers: dict[frozenset[int], int] = {}
        self._class_of = np.empty(0, np.int32)
        self._by_lemma: dict[str, list[tuple[int, Word]]] = defaultdict(list)
        self._any_lemma: list[tuple[int, Word]] = []
        self._by_form: dict[str, int] = {}
        self._by_kind: dict[Kind, int] = {}
        self._by_tag: dict[tuple[str, frozenset[str], bool], frozenset[int]] = {}
        for number, predicate in enumerate(predicates):
            self._enter(number, predicate)
        self._class(frozenset())

    def _enter(self, number: int, predicate: Predicate) -> None:
        match predicate:
            case Form(normal):
                self._by_form[normal] = number
            case Kind():
                self._by_kind[predicate] = number
            case Word(None):
                self._any_lemma.append((number, predicate))
            case Word(str(lemma)):
                self._by_lemma[lemma].append((number, predicate))

    def of(self, types: IntArray) -> IntArray:
        """The class of each type, analysing those met for the first time."""
        self._grow(len(self.vocabulary))
        classes = self._class_of.take(types)
        if len(classes) and classes.min() == _UNSEEN:
            for identity in np.unique(types[classes == _UNSEEN]).tolist():
                self._class_of[identity] = self._class(frozenset(self._satisfied(identity)))
            classes = self._class_of.take(types)
        return classes

    def _grow(self, size: int) -> None:
        if size > len(self._class_of):
            room = np.full(2 * size - len(self._class_of), _UNSEEN, np.int32)
            self._class_of = np.concatenate([self._class_of, room])

    def _class(self, row: frozenset[int]) -> int:
        number = self._numbers.setdefault(row, len(self.rows))
        if number == len(self.rows):
            self.rows.append(row)
        return number

    def _satisfied(self, identity: int) -> Iterable[int]:
        form = self.vocabulary.normal(identity)
        if form in self._by_form:
            yield self._by_form[form]
        readings = self.vocabulary.readings(identity)
        yield from self._kinds(form, readings)
        for reading in readings:
            yield from self._by_reading(reading)
            for number, word in self._by_lemma.get(normalise(reading.lemma), ()):
                if has_traits(reading, word):
                    yield number

    def _kinds(self, form: str, readings: Sequence[Reading]) -> Iterable[int]:
        if Kind.WORD in self._by_kind and any(map(str.isalnum, form)):
            yield self._by_kind[Kind.WORD]
        if Kind.NUMERAL in self._by_kind and (
            _NUMBER.fullmatch(form) or any(reading.pos == "NUM" for reading in readings)
        ):
            yield self._by_kind[Kind.NUMERAL]

    def _by_reading(self, reading: Reading) -> frozenset[int]:
        tag = (reading.pos, reading.features, reading.guessed)
        found = self._by_tag.get(tag)
        if found is None:
            found = frozenset(n for n, word in self._any_lemma if has_traits(reading, word))
            self._by_tag[tag] = found
        return found
