"""Latin letters that look Cyrillic, inside words that hold Cyrillic letters.

Half of the real acts in Kazakh have Latin i for і; «ə», «Y» for Ү and «h» for һ come with it. A
word is read as Cyrillic when every Latin letter in it has a twin; what reads as a Roman numeral
(«ХI» with a Cyrillic Х) stays as it is. No Russian word has an і, so Latin i is always that.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import (
    BLANK,
    CYRILLIC,
    DASH,
    HYPHEN,
    JOINER,
    LATIN,
    LETTER,
    Kinds,
)
from riskscan.text.draft import Draft, Marks

_LATIN_LETTERS = "aceopxyihəɵABCEHKMOPTXIYƏƟ"
_CYRILLIC_TWIN = "асеорхуіһәөАВСЕНКМОРТХІУӘӨ"
_ROMAN = "IXCMІХСМ"  # of the Roman numerals V, L and D have no twin
_SIZE = 0x0530


def _table(keys: str, values: str) -> NDArray[np.uint16]:
    """By code point: the value that belongs to it, 0 where there is none."""
    table = np.zeros(_SIZE, dtype=np.uint16)
    table[list(map(ord, keys))] = list(map(ord, values))
    return table


_TWINS = _table(_LATIN_LETTERS, _CYRILLIC_TWIN)
_NUMERALS = _table(_ROMAN, _ROMAN) != 0
_BACK_VOWELS = _table("аоұыАОҰЫ", "аоұыАОҰЫ") != 0
_VOWELS = _BACK_VOWELS | (_table("әеөүіиуӘЕӨҮІИУ", "әеөүіиуӘЕӨҮІИУ") != 0)
_LATIN_Y, _Y = ord("Y"), ord("Ү")


class _Words(NamedTuple):
    """Some words letter by letter: their positions in the text, and where each word begins."""

    positions: Marks
    begins: Marks
    lengths: Marks

    def any(self, marks: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """For each letter, whether a letter of its word is marked."""
        return np.repeat(np.logical_or.reduceat(marks, self.begins), self.lengths)


def fold_look_alikes(draft: Draft) -> None:
    """Latin twins inside Cyrillic words become Cyrillic, a dash between two letters a hyphen."""
    kinds = draft.kinds
    dashes = np.flatnonzero(kinds[1:-1] == DASH) + 1
    dashes = dashes[(kinds[dashes - 1] & kinds[dashes + 1] & LETTER) != 0]
    latin = np.flatnonzero((kinds & LATIN) != 0)
    beside = kinds.take(latin - 1, mode="clip") | kinds.take(latin + 1, mode="clip")
    mixed = latin[(beside & CYRILLIC) != 0]
    if len(dashes):
        draft.change()[dashes] = HYPHEN
        draft.kinds = draft.kinds.copy()
        draft.kinds[dashes] = JOINER
    if len(mixed):
        _fold(draft, _words_at(mixed, kinds))
    if len(latin) and draft.is_kazakh():
        _fold_the_word_is(draft, latin)


def _words_at(positions: Marks, kinds: Kinds) -> _Words:
    """The runs of letters that hold these positions."""
    breaks = np.flatnonzero((kinds & LETTER) == 0)
    after = np.searchsorted(breaks, positions)
    after = after[np.diff(after, prepend=-1) != 0]
    edges = np.concatenate(([-1], breaks, [len(kinds)]))
    starts = edges[after] + 1
    lengths = edges[after + 1] - starts
    begins = np.cumsum(lengths) - lengths
    letters = np.arange(int(lengths.sum())) + np.repeat(starts - begins, lengths)
    return _Words(letters, begins, lengths)


def _fold(draft: Draft, words: _Words) -> None:
    codes = draft.change()
    letters = codes[words.positions]
    latin = (draft.kinds[words.positions] & LATIN) != 0
    twins = np.where(letters < _SIZE, _TWINS.take(letters, mode="clip"), 0)
    numeral = np.where(letters < _SIZE, _NUMERALS.take(letters, mode="clip"), False)
    folded = latin & ~words.any(latin & (twins == 0)) & words.any(~numeral)
    codes[words.positions[folded]] = twins[folded]
    _mark_cyrillic(draft, words.positions[folded])
    capital = folded & (letters == _LATIN_Y)
    if capital.any() and draft.is_kazakh():
        _tell_y(draft, words, capital)


def _tell_y(draft: Draft, words: _Words, capital: NDArray[np.bool_]) -> None:
    """In Kazakh the letter Y is Ү, unless a vowel stands beside it or a back vowel in its word."""
    codes = draft.change()
    back = words.any(_BACK_VOWELS.take(codes[words.positions], mode="clip"))
    places = words.positions[capital & ~back]
    beside = [codes.take(places + step, mode="clip") for step in (-1, 1)]
    vowel = np.logical_or(*(_VOWELS.take(each, mode="clip") for each in beside))
    codes[places[~vowel]] = _Y


def _fold_the_word_is(draft: Draft, latin: Marks) -> None:
    """«ic» before a Cyrillic word is «іс»: no other Kazakh word is typed wholly in Latin letters.

    By itself a word of twins proves nothing («CA», «MA», «e-mail»), and «ic» is no Roman numeral.
    """
    codes, kinds = draft.codes, draft.kinds
    found = latin[codes[latin] == ord("c")] - 1
    found = found[(found > 0) & (found < len(codes) - 3)]
    found = found[np.isin(codes[found], [ord("i"), ord("I")])]
    found = found[np.isin(codes[found + 2], [BLANK, HYPHEN])]
    found = found[((kinds[found - 1] & LETTER) == 0) & ((kinds[found + 3] & CYRILLIC) != 0)]
    if len(found):
        both = np.concatenate((found, found + 1))
        codes = draft.change()
        codes[both] = _TWINS[codes[both]]
        _mark_cyrillic(draft, both)


def _mark_cyrillic(draft: Draft, positions: Marks) -> None:
    draft.kinds = draft.kinds.copy()
    draft.kinds[positions] = LETTER | CYRILLIC
