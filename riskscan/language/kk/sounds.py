"""What Kazakh endings obey: the harmony of vowels and the sound a stem ends in.

A *context* is both at once: what an ending must know of all that stands before it.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from typing import NamedTuple

BACK, FRONT = "back", "front"
_BACK_VOWELS = "аоұыя"
_FRONT_VOWELS = "әеөүіэё"
_NEUTRAL_VOWELS = "иую"  # said with whatever stands around them
VOWELS = frozenset(_BACK_VOWELS + _FRONT_VOWELS + _NEUTRAL_VOWELS)


class Ending(StrEnum):
    """The kinds of sounds a stem can end in, as far as endings tell them apart."""

    VOWEL = "vowel"
    GLIDE = "glide"  # р й у и: «тау», «бер», «беру»
    LATERAL = "lateral"  # л
    NASAL = "nasal"  # м н ң
    BUZZ = "buzz"  # з ж
    VOICELESS = "voiceless"  # and б в г д, which end only loans: «клуб»


class Context(NamedTuple):
    """What stands before an ending."""

    ending: Ending
    harmony: str


CONTEXTS = tuple(Context(*pair) for pair in product(Ending, (BACK, FRONT)))
_ENDINGS = {
    **dict.fromkeys("рйуию", Ending.GLIDE),
    "л": Ending.LATERAL,
    **dict.fromkeys("мнң", Ending.NASAL),
    **dict.fromkeys("зж", Ending.BUZZ),
    **dict.fromkeys("аәеёоөұүыіэя", Ending.VOWEL),
}


def ending(stem: str) -> Ending:
    """The kind of sound a stem ends in; soft and hard signs are silent."""
    sounded = stem.rstrip("ьъ")
    return _ENDINGS.get(sounded[-1:], Ending.VOICELESS)


def harmonies(stem: str) -> tuple[str, ...]:
    """The harmonies endings may have: that of the last vowel, both where it tells nothing."""
    if stem.endswith("ь"):
        return (BACK, FRONT)
    for letter in reversed(stem):
        if letter in _BACK_VOWELS:
            return (BACK,)
        if letter in _FRONT_VOWELS:
            return (FRONT,)
        if letter in _NEUTRAL_VOWELS and letter != "у":
            return (BACK, FRONT)
    return (BACK, FRONT)


def contexts(stem: str) -> tuple[Context, ...]:
    """The contexts a stem makes for what follows it."""
    last = ending(stem)
    return tuple(Context(last, harmony) for harmony in harmonies(stem))
