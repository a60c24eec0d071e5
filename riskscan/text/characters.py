"""Characters as numbers: the code points of a text and what kind of character each one is.

Both the matching view and the tokenizer look at every character once, so they look at arrays:
``uint16`` for a text inside the Basic Multilingual Plane, ``uint32`` otherwise. One element is
always one code point.
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint16] | NDArray[np.uint32]
Kinds = NDArray[np.uint8]

LETTER = 1
DIGIT = 2  # whatever str.isalnum accepts and str.isalpha does not
CYRILLIC = 4
LATIN = 8  # also ə and ɵ, typed for ә and ө
SPACE = 16
JOINER = 32  # makes one word of two: hyphen-minus and apostrophes
DASH = 64  # en dash: a hyphen only between two letters
ODD = 128  # never stands in a matching view
ALPHANUMERIC = LETTER | DIGIT

BLANK = ord(" ")
HYPHEN = ord("-")
UNDERSCORE = ord("_")
SOFT_HYPHEN = 0x00AD
TYPOGRAPHIC_HYPHENS = (0x2010, 0x2011)
COMBINING_MARKS = range(0x0300, 0x0370)
INVISIBLE = (  # soft hyphen, joiners, zero-width spaces, bidirectional controls, byte order mark
    *(SOFT_HYPHEN, 0x034F, 0x061C, 0x180E, 0xFEFF),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
)

RAISED_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")  # «5²» is how a number 5-2 is printed

_ODD = frozenset(INVISIBLE) | set(TYPOGRAPHIC_HYPHENS) | set(COMBINING_MARKS)
_ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLOCK = 1 << 16  # characters looked up at a time: what the processor's nearer cache holds


def code_points(text: str) -> Codes:
    """The code points of a text, one array element each; lone surrogates are allowed."""
    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), dtype=np.uint16)
    if len(narrow) == len(text):
        return narrow
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def to_text(codes: Codes) -> str:
    """The text of an array of code points."""
    encoding = "utf-16-le" if codes.dtype.itemsize == 2 else "utf-32-le"
    return codes.tobytes().decode(encoding, "surrogatepass")


def kinds_of(codes: Codes) -> Kinds:
    """What each character is, as bits."""
    kinds = np.empty(len(codes), dtype=np.uint8)
    for start in range(0, len(codes), _BLOCK):
        block = codes[start : start + _BLOCK]
        kinds[start : start + _BLOCK] = _KINDS.take(block, mode="clip")
    if codes.dtype.itemsize == 4:
        for position in np.flatnonzero(codes > 0xFFFF).tolist():
            kinds[position] = _kind(chr(codes[position]))
    return kinds


def _kind(character: str) -> int:
    if character.isalpha():
        cyrillic = CYRILLIC if "\u0400" <= character <= "\u052f" else 0
        latin = LATIN if character.isascii() or character in "əƏɵƟ" else 0
        return LETTER | cyrillic | latin
    if character.isalnum():
        return DIGIT
    if character.isspace():
        return SPACE | ODD if _ODD_SPACE.match(character) else SPACE
    if ord(character) in _ODD:
        return ODD
    if character in "-'’ʼ":
        return JOINER
    return DASH if character == "–" else 0


_KINDS = np.fromiter(map(_kind, map(chr, range(0x10000))), dtype=np.uint8, count=0x10000)
