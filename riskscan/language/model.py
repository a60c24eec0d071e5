"""What the language floor knows of a text: tokens, word types, readings, sentences, clauses.

Everything is columnar. A token is three integers (start, end, type); a *type* is a distinct word
form, analysed once per process. Floors above ask questions of types and combine the answers over
arrays, so the cost of a word falls with every repetition.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from riskscan.language.interning import TypeIndex
from riskscan.structure.model import Act
from riskscan.text import Span, View
from riskscan.text.characters import Codes

if TYPE_CHECKING:
    from riskscan.language.identify import Stretches

IntArray = NDArray[np.int32]
NOUNS = frozenset({"NOUN", "PROPN"})  # the parts of speech that name things


@dataclass(frozen=True, slots=True)
class Reading:
    """One morphological analysis of a word form, in Universal Dependencies terms.

    ``features`` holds strings such as "Case=Nom"; ``guessed`` marks the analysis of a word the
    dictionary does not know.
    """

    lemma: str
    pos: str
    features: frozenset[str]
    guessed: bool = False


class Morphology(Protocol):
    """All readings of a normalised (lower-case, folded) word form, likeliest first."""

    language: str
    predicts: bool  # whether a rule may name a word that no dictionary has

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Analyse one word form; unknown words get guessed readings, punctuation one PUNCT."""
        ...

    def known(self, word: str) -> bool:
        """Whether the form exists: asked before a word broken at a line end is joined."""
        ...

    def is_lemma(self, word: str) -> bool:
        """Whether a dictionary has a word under this name, if only a bare Kazakh verb stem."""
        ...


class Vocabulary:
    """The type table of one language: append-only, each form analysed once, on first demand."""

    def __init__(self, morphology: Morphology) -> None:
        self.morphology = morphology
        self._ids: dict[str, int] = {}
        self._surfaces: list[str] = []
        self._normals: list[str] = []
        self._readings: list[tuple[Reading, ...] | None] = []
        self._index = TypeIndex()
        self._answers: dict[Question, IntArray] = {}

    def __len__(self) -> int:
        return len(self._surfaces)

    def intern(self, surface: str) -> int:
        """The id of a (case-sensitive) form, entering it when new."""
        known = self._ids.get(surface)
        if known is not None:
            return known
        identity = len(self._surfaces)
        self._ids[surface] = identity
        self._surfaces.append(surface)
        self._normals.append(normalise(surface))
        self._readings.append(None)
        return identity

    def ask(self, question: Question, types: IntArray) -> IntArray:
        """The answer of every type, aligned with ``types``; no type is asked about twice.

        Answers are numbers from 0, typically bit flags of the caller's own.
        """
        answers = self._answers.get(question)
        if answers is None or len(answers) < len(self):
            grown = np.full(2 * len(self), -1, dtype=np.int32)
            if answers is not None:
                grown[: len(answers)] = answers
            answers = self._answers[question] = grown
        found: IntArray = answers.take(types)
        if len(found) and found.min() < 0:
            for identity in np.unique(types[found < 0]).tolist():
                answers[identity] = question(self, identity)
            found = answers.take(types)
        return found

    def intern_all(
        self, text: str, codes: Codes, starts: NDArray[np.intp], ends: NDArray[np.intp]
    ) -> IntArray:
        """The ids of the forms ``text[start:end]``; ``codes`` are the code points of ``text``."""
        return self._index.look_up(
            codes, starts, ends, lambda start, end: self.intern(text[start:end])
        )

    def surface(self, identity: int) -> str:
        """The form as it first stood in a text."""
        return self._surfaces[identity]

    def normal(self, identity: int) -> str:
        """The form in lower case with ё folded to е."""
        return self._normals[identity]

    def readings(self, identity: int) -> tuple[Reading, ...]:
        """All readings of the form, likeliest first."""
        found = self._readings[identity]
        if found is None:
            found = self._readings[identity] = self.morphology.readings(self._normals[identity])
        return found


def noun(vocabulary: Vocabulary, identity: int) -> int:
    """A number for what the likeliest reading names, the same for all forms of a noun; or 0."""
    for reading in vocabulary.readings(identity)[:1]:
        if reading.pos in NOUNS:
            return 1 + vocabulary.intern(reading.lemma)
    return 0


Question = Callable[[Vocabulary, int], int]
"""What a floor may want to know of every type: a function of the vocabulary and the type id."""


def normalise(surface: str) -> str:
    """Lower case, ё as е."""
    return surface.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text: parallel arrays of source offsets and type ids."""

    starts: IntArray
    ends: IntArray
    types: IntArray
    vocabulary: Vocabulary

    def __len__(self) -> int:
        return len(self.types)

    def span(self, first: int, last: int) -> Span:
        """The source span of tokens ``first … last - 1``."""
        return Span(int(self.starts[first]), int(self.ends[last - 1]))

    def between(self, span: Span) -> tuple[int, int]:
        """First and last+1 token of those that start inside a source span."""
        # The array's own type: a Python integer would have the whole array widened at each search.
        first, last = self.starts.searchsorted(np.array((span.start, span.end), np.int32)).tolist()
        return first, last

    def lemmas(self, first: int, last: int, parts: frozenset[str]) -> frozenset[str]:
        """The likeliest lemmas, of some parts of speech, of tokens ``first … last - 1``."""
        return frozenset(
            reading.lemma
            for token in range(first, last)
            for reading in self.readings(token)[:1]
            if reading.pos in parts
        )

    def surface(self, index: int) -> str:
        """The form of one token as first seen in a text."""
        return self.vocabulary.surface(int(self.types[index]))

    def normal(self, index: int) -> str:
        """The normalised form of one token."""
        return self.vocabulary.normal(int(self.types[index]))

    def readings(self, index: int) -> tuple[Reading, ...]:
        """The readings of one token."""
        return self.vocabulary.readings(int(self.types[index]))


@dataclass(frozen=True, slots=True)
class AnnotatedAct:
    """An act with its words read.

    ``sentences[k]`` is the first token of sentence ``k``; a closing sentinel holds ``len(tokens)``.
    A sentence never crosses a provision's own text, and enumerators ("12.", "3)") stand in
    sentences of their own. ``provisions[k]`` is the provision of sentence ``k`` (-1: a label or
    text outside any). ``clauses[i]`` is the ordinal of the linguistic clause of token ``i``.
    ``view`` is what patterns over characters read; all offsets are the source's. ``stretches`` are
    the own texts of the provisions. ``foreign`` tells whether other provisions are in another
    language that is read; ``aside`` are the sentences beside the proposed wording in comparative
    tables.
    """

    act: Act
    language: str
    tokens: Tokens
    sentences: IntArray
    provisions: IntArray
    clauses: IntArray
    view: View
    stretches: Stretches
    foreign: bool = False
    aside: frozenset[int] = frozenset()

    @property
    def own(self) -> int:
        """The number of sentences in the language of the reading."""
        return int((self.provisions >= 0).sum())

    def sentence_span(self, sentence: int) -> Span:
        """The source span of a sentence."""
        return self.tokens.span(*self.sentence_tokens(sentence))

    def sentence_tokens(self, sentence: int) -> tuple[int, int]:
        """The first token of a sentence, and the one after its last."""
        return int(self.sentences[sentence]), int(self.sentences[sentence + 1])

    def written(self, span: Span) -> str:
        """The words of a span of the source as the view reads them."""
        return self.view.span_from_source(span).of(self.view.text)
