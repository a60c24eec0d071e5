"""Numbers of provisions: normal forms and the order they come in."""

from __future__ import annotations

import re

_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_LOOK_ALIKE = str.maketrans("ІХ–", "IX-")
_RAISED = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_PIECES = re.compile(r"\d+")
_LETTERS = "аәбвгғдежзикқлмнңоөпрстуұүфхһцчшщэюя"

Key = tuple[int, ...]


def normal(number: str) -> str:
    """One spelling for a number: "2–1" and "2¹" are "2-1", Cyrillic "ІХ" is Latin "IX"."""
    if number.isascii():
        return number
    raised = _RAISED.sub(lambda found: "-" + found.group().translate(_SUPERSCRIPTS), number)
    return raised.translate(_LOOK_ALIKE)


def key(number: str) -> Key:
    """What numbers of one style are ordered by: "8-1" is (8, 1), "1.2" (1, 2), "б" (3,)."""
    if number.isdecimal():
        return (int(number),)
    if len(number) == 1:
        place = _LETTERS.find(number)
        return (place + 1,) if place >= 0 else (ord(number) - ord("a") + 1,)
    return tuple(int(piece) for piece in _PIECES.findall(number))


def is_first(number: str) -> bool:
    """Whether a list may begin with the number ("1", "а", "1.1")."""
    return number in {"1", "а", "a"} or (number.endswith(".1") and "-" not in number)


def follows(number: str, last: str) -> bool:
    """Whether a number is a plausible successor: the next one, or one inserted after the last.

    Letters may skip two places, because lists leave out ё, й and the letters of the other language.
    """
    this, before = key(number), key(last)
    if not this or not before or this <= before:
        return False
    return this[0] - before[0] <= (3 if number.isalpha() else 1)


def is_later(number: str, last: str) -> bool:
    """Whether a number stands further on in the same list, excluded ones between allowed."""
    return key(number) > key(last)
