"""Actors as an explanation names them: «уәкілетті органның» → «уәкілетті орган»."""

from __future__ import annotations

import re

from riskscan.language.model import Reading

_ENDINGS = {
    "Case=Gen": re.compile(r"[ндт][ыі]ң$"),
    "Case=Dat": re.compile(r"[ғгқкн][ае]$"),
    "Case=Acc": re.compile(r"(?:[ндт][ыі]|н)$"),
    "Case=Loc": re.compile(r"н?[дт][ае]$"),
    "Case=Abl": re.compile(r"[ндт][ае]н$"),
    "Case=Ins": re.compile(r"[мбп]ен$"),
}


def bare(word: str, readings: tuple[Reading, ...]) -> str:
    """A noun without its case; number and possession stay."""
    for reading in readings:
        if reading.pos not in {"NOUN", "PROPN", "PRON", "ADJ"}:
            continue
        if "Case=Nom" in reading.features:
            return word
        for case, ending in _ENDINGS.items():
            if case in reading.features:
                return ending.sub("", word)
    return word
