"""Stems by which a verb, its noun and its participle are known to be of one kin."""

from __future__ import annotations

_LONGEST = 5  # letters that «приостановление» and «приостановить» share
_SHORTEST = 4


def stem(lemma: str) -> str:
    """What a verb and its noun share, or an adjective and its quality."""
    return opening(lemma, max(_SHORTEST, min(_LONGEST, len(lemma) - 2)))


def opening(lemma: str, letters: int) -> str:
    """The first letters of a word, alike in both aspects: «запросить» and «запрашивать»."""
    return lemma[:letters].replace("а", "о")


def akin(lemma: str, other: str) -> bool:
    """«отказ» and «отказывать»: whether the stem of a word begins the other stem or is begun."""
    own = stem(lemma)
    return len(own) >= _SHORTEST and (own.startswith(other) or other.startswith(own))
