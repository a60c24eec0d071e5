"""Sentences in acts, Russian and Kazakh.

Each provision's own text is divided by itself: this module sees tokens and the places where
another provision begins, which always end a sentence. Inside a text a sentence ends

* at ``.``, ``!``, ``?`` or ``…`` (the last of a row) with the closing quotes and brackets glued
  to it, if what follows looks like a beginning: a capital, a number, a sign, perhaps after opening
  quotes; never if a lower-case word, a comma or the like follows;
* but not at a point glued to the next token («1.5», «т.е.», «adilet.zan.kz»), unless a long
  lower-case word stands before it and a capitalised one after («…лица.Заявитель»);
* and not at a point after an initial («А. Б. Ахметов») or an abbreviation («ст. 5», «и.о. акима»).
  Abbreviations that may close a sentence («2026 г.», «млн.», «и др.», «и т.д.») do close it when
  a capitalised word follows; «г.» then needs a number before it («в г. Астане» goes on), and so
  does the Kazakh «ж.» («2026 ж. Комиссия»).

``;`` ends nothing: inside a text it is a boundary of clauses.
"""

from __future__ import annotations

from enum import IntFlag, auto

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import Tokens, Vocabulary

Mask = NDArray[np.bool_]


class _Mark(IntFlag):
    """What a token is to the end of a sentence."""

    POINT = auto()
    TERMINATOR = auto()  # ! ? … and the point
    OPENING = auto()  # opening quotes and brackets, dashes
    CLOSING = auto()  # closing quotes and brackets
    GOES_ON = auto()  # lower-case words and punctuation no sentence begins with
    CAPITALISED = auto()
    LONG = auto()  # a lower-case word of four letters or more
    NUMBER = auto()
    INITIAL = auto()
    ABBREVIATION = auto()
    FINAL = auto()  # an abbreviation that may close a sentence
    YEAR = auto()  # «г», «гг»: closes one after a number only
    LETTER_T = auto()  # the first letter of «т.д.», «т.п.»


_ABBREVIATED = {
    "ru": """
        абз акад вх гл гос д е ед зам зарег изд им исп исх к кв корп л м н напр нач о обл п пгт пос
        пп подп прил прим проф р ред рис с св сек см ср ст стр т табл тел тт ул утв ф ч ш экз
    """,
    "kk": """
        а акад аф б бұд бет вх г д доц е ескерт жанн зам қ қар қос к кв корп м мыс н о обл п проф
        р с сал см т таб тел тірк ул шығ ш
    """,
}
_CLOSING_ABBREVIATED = {
    "ru": "в вв г гг долл др коп лет мин млн млрд пр руб тг тыс трлн",
    "kk": "ж жж ғ ғғ млн млрд трлн тг б т",
}
_YEARS = frozenset({"г", "гг", "ж", "жж", "ғ"})
_Words = frozenset[str]
_ABBREVIATIONS: dict[str, _Words] = {
    language: frozenset(words.lower().split()) for language, words in _ABBREVIATED.items()
}
_FINAL_ABBREVIATIONS: dict[str, _Words] = {
    language: frozenset(words.split()) for language, words in _CLOSING_ABBREVIATED.items()
}


def sentence_starts(tokens: Tokens, begins: Mask) -> Mask:
    """Which tokens open a sentence; ``begins`` marks the first tokens of texts."""
    count = len(tokens)
    marks = np.zeros(count + 4, dtype=np.int32)  # room to look two tokens back and two ahead
    marks[2:-2] = tokens.vocabulary.ask(_marks, tokens.types)
    glued = np.zeros(count + 4, dtype=bool)  # to the token before
    glued[3:-2] = (tokens.starts[1:] == tokens.ends[:-1]) & ~begins[1:]
    ends = np.flatnonzero(marks & _Mark.TERMINATOR)
    ends = ends[~((marks[ends + 1] & _Mark.TERMINATOR != 0) & glued[ends + 1])]
    after = _after_closing(ends, marks, glued)
    word = _after_opening(after, marks)
    opens = (marks[word] & (_Mark.GOES_ON | _Mark.CLOSING | _Mark.TERMINATOR)) == 0
    point = (marks[ends] & _Mark.POINT) != 0
    opens &= ~point | _point_ends(ends, after, word, marks, glued)
    starts = begins.copy()
    found = after[opens] - 2
    starts[found[found < count]] = True
    return starts


_Places = NDArray[np.intp]
_Marks = NDArray[np.int32]


def _after_closing(ends: _Places, marks: _Marks, glued: Mask) -> _Places:
    """The token after a terminator and up to two closing quotes or brackets glued to it."""
    after = ends + 1
    for _ in range(2):
        after = after + (((marks[after] & _Mark.CLOSING) != 0) & glued[after])
    return after


def _after_opening(places: _Places, marks: _Marks) -> _Places:
    """The first token that is no opening quote, bracket or dash, at most two further on."""
    for _ in range(2):
        inside = np.minimum(places + 1, len(marks) - 1)
        places = np.where((marks[places] & _Mark.OPENING) != 0, inside, places)
    return places


def _point_ends(ends: _Places, after: _Places, word: _Places, marks: _Marks, glued: Mask) -> Mask:
    """Whether a point closes the sentence, given that a beginning follows."""
    before, earlier = marks[ends - 1], marks[ends - 2]
    capital = (marks[word] & _Mark.CAPITALISED) != 0
    attached = glued[ends]  # the point stands right after a token
    loose = ~glued[after] | (after > ends + 1)
    loose |= ((before & _Mark.LONG) != 0) & capital
    abbreviated = attached & ((before & (_Mark.ABBREVIATION | _Mark.INITIAL)) != 0)
    third = (marks[np.maximum(ends - 3, 0)] & _Mark.LETTER_T) != 0
    closing = ((before & _Mark.FINAL) != 0) | (
        third & ((earlier & _Mark.POINT) != 0) & ((before & _Mark.ABBREVIATION) != 0)
    )
    year = ((before & _Mark.YEAR) == 0) | ((earlier & _Mark.NUMBER) != 0)
    ended: Mask = loose & (~abbreviated | (closing & capital & year))
    return ended


def _marks(vocabulary: Vocabulary, identity: int) -> int:
    surface = vocabulary.surface(identity)
    if not surface[0].isalnum():
        return _PUNCTUATION.get(surface, 0)
    marks = _Mark(0)
    if surface[0].isdigit():
        marks |= _Mark.NUMBER
    elif surface[0].isupper():
        marks |= _Mark.CAPITALISED
        marks |= _Mark.INITIAL if len(surface) == 1 else 0
    else:
        marks |= _Mark.GOES_ON
        marks |= _Mark.LONG if len(surface) >= 4 else 0
    word, language = surface.lower(), vocabulary.morphology.language
    if word in _ABBREVIATIONS[language]:
        marks |= _Mark.ABBREVIATION
    if word in _FINAL_ABBREVIATIONS[language]:
        marks |= _Mark.ABBREVIATION | _Mark.FINAL
    if word in _YEARS:
        marks |= _Mark.YEAR
    if word == "т":
        marks |= _Mark.LETTER_T
    return marks


_PUNCTUATION: dict[str, int] = {
    ".": _Mark.POINT | _Mark.TERMINATOR,
    '"': _Mark.OPENING | _Mark.CLOSING,
    **dict.fromkeys("!?…", _Mark.TERMINATOR),
    **dict.fromkeys("«“„([–—-", _Mark.OPENING),
    **dict.fromkeys("»”)]", _Mark.CLOSING),
    **dict.fromkeys(",;:%", _Mark.GOES_ON),
}
