"""Which language a stretch of text is in: Russian, Kazakh or neither.

Words vote. For Kazakh: words with a letter Russian does not have, and some frequent words without
one. For Russian: function words and endings Kazakh words do not have. Kazakh wins a stretch with
more votes and at least a quarter of its Cyrillic words, so a Russian sentence may quote Kazakh
names. Mostly Latin words make a stretch *other*. A stretch without a vote goes with the one before.
"""

from __future__ import annotations

import re
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary

Language = Literal["ru", "kk", "other"]
LANGUAGES: tuple[Language, ...] = ("ru", "kk", "other")
RUSSIAN, KAZAKH, OTHER = range(3)
_UNDECIDED = -1

_CYRILLIC, _LATIN, _FOR_RUSSIAN, _FOR_KAZAKH = 1, 2, 4, 8
_LETTERS = re.compile(r"[а-яёәғқңөұүһі]")
_LATIN_WORD = re.compile(r"[a-z]{2,}")
_KAZAKH_LETTERS = re.compile(r"[әғқңөұүһі]")
_KAZAKH_CAPITALS = re.compile(r"[ӘҒҚҢӨҰҮҺІ]")
_ROMAN_LOOK = re.compile(r"[\divxlcdmіхсм-]+")  # «ІІ», «180-VІ» typed with a Kazakh І
_FREQUENT_KAZAKH = """
    бап бар бас басшы бастап бен беру болып болады бойы бойынша болса тарау туралы жалпы егер
    ережелер ескертпе ету жол жоба кезде мен мынадай немесе нысан облысы осы оны оларды пен
    редакцияда республикасы салу сондай алу атауы аппараты ауданы ауыл
"""
_FREQUENT_RUSSIAN = """
    без в во для до за и из или к как ко либо на не о об от по под при с со также у что является
"""
_KAZAKH_WORDS = frozenset(_FREQUENT_KAZAKH.split())
_RUSSIAN_WORDS = frozenset(_FREQUENT_RUSSIAN.split())
_RUSSIAN_ENDING = re.compile(
    r".+(?:[ыи]й|ая|яя|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]х|[ыи]ми|[ая]ми|ской|ию|ост[ьи]"
    r"|[аяуе]ет|[аяую]ют|ется|ются|[аи]ть|(?:ен|ан)и[еяйю])"
)


def identify(text: str) -> Language:
    """The language of one short stretch; text without a vote is Russian when Cyrillic."""
    votes = [_votes_of(word) for word in re.findall(r"[^\W\d_]+", text.lower())]
    counts = [sum(bool(vote & bit) for vote in votes) for bit in _BITS]
    language = int(_decide(*(np.array([count]) for count in counts))[0])
    if language == _UNDECIDED:
        return "ru" if counts[0] else "other"
    return LANGUAGES[language]


def has_kazakh(text: str) -> bool:
    """Whether a text has a letter of the Kazakh alphabet that the Russian one lacks."""
    return _KAZAKH_LETTERS.search(text) is not None or _KAZAKH_CAPITALS.search(text) is not None


def languages(tokens: Tokens, firsts: IntArray) -> IntArray:
    """The language of every stretch of tokens, as an index into ``LANGUAGES``.

    Stretch ``k`` runs from ``firsts[k]`` to the next one; the last to the end of the tokens.
    """
    if not len(firsts):
        return np.zeros(0, dtype=np.int32)
    votes = tokens.vocabulary.ask(_votes, tokens.types)
    counts = (np.add.reduceat((votes & bit) != 0, firsts, dtype=np.int32) for bit in _BITS)
    decided = _decide(*counts)
    leaders = np.flatnonzero((decided == RUSSIAN) | (decided == KAZAKH))
    undecided = np.flatnonzero(decided == _UNDECIDED)
    if len(leaders):
        before = np.searchsorted(leaders, undecided) - 1
        decided[undecided] = decided[leaders[np.maximum(before, 0)]]
    else:
        decided[undecided] = RUSSIAN
    return decided


def shares(tokens: Tokens, firsts: IntArray) -> dict[Language, float]:
    """The share of each language in the words of a text, from the languages of its stretches."""
    if not len(firsts):
        return {}
    votes = tokens.vocabulary.ask(_votes, tokens.types)
    words = np.add.reduceat((votes & (_CYRILLIC | _LATIN)) != 0, firsts, dtype=np.int32)
    total = int(words.sum())
    if not total:
        return {}
    sums = np.bincount(languages(tokens, firsts), weights=words, minlength=len(LANGUAGES))
    return {name: float(sums[place] / total) for place, name in enumerate(LANGUAGES) if sums[place]}


_BITS = (_CYRILLIC, _LATIN, _FOR_RUSSIAN, _FOR_KAZAKH)
_Counts = NDArray[np.int32]


def _decide(cyrillic: _Counts, latin: _Counts, russian: _Counts, kazakh: _Counts) -> IntArray:
    decided = np.full(len(cyrillic), _UNDECIDED, dtype=np.int32)
    decided[russian > 0] = RUSSIAN
    decided[(kazakh > russian) & (4 * kazakh >= cyrillic)] = KAZAKH
    decided[latin > cyrillic] = OTHER
    return decided


def _votes(vocabulary: Vocabulary, identity: int) -> int:
    return _votes_of(vocabulary.surface(identity).lower())


def _votes_of(word: str) -> int:
    if _ROMAN_LOOK.fullmatch(word):
        return 0
    if not _LETTERS.search(word):
        return _LATIN if _LATIN_WORD.search(word) else 0
    if word in _KAZAKH_WORDS or _KAZAKH_LETTERS.search(word):
        return _CYRILLIC | _FOR_KAZAKH
    if word in _RUSSIAN_WORDS or _RUSSIAN_ENDING.fullmatch(word):
        return _CYRILLIC | _FOR_RUSSIAN
    return _CYRILLIC
