"""Sets of sentences as the bits of a number: bit 5 stands for sentence 5.

Rules ask thousands of questions of the kind "where do these meet"; on numbers each is one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

SentenceBits: TypeAlias = int


def members(bits: SentenceBits) -> Iterator[int]:
    """The sentences of a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def of(sentences: Iterable[int]) -> SentenceBits:
    """The set of some sentences."""
    found = 0
    for sentence in sentences:
        found |= 1 << sentence
    return found


def holds(bits: SentenceBits, sentence: int) -> bool:
    """Whether a sentence is in a set."""
    return bool(bits >> sentence & 1)


def between(first: int, last: int) -> SentenceBits:
    """Sentences ``first … last - 1``."""
    return (1 << last) - (1 << first) if last > first else 0


def marked(marks: NDArray[np.bool_]) -> SentenceBits:
    """The sentences whose mark is set; ``marks`` has one for each sentence of an act."""
    return packed(np.packbits(marks, bitorder="little"))


def packed(row: NDArray[np.uint8]) -> SentenceBits:
    """The sentences of a row of bits, eight to a byte, the first one lowest."""
    return int.from_bytes(row.tobytes(), "little")
