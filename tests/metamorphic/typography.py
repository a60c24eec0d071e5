"""The same words as another keyboard, program or hand would set them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.metamorphic.edits import Edit, Edits
from tests.metamorphic.russian import readings, words

_NBSP = "\N{NO-BREAK SPACE}"
_LATIN = dict(zip("аеорсх", "aeopcx", strict=True))
_WIDTH = 48  # columns of a hard-wrapped text


def dots(text: str) -> Iterator[Edits]:
    """ё where the dictionary writes it: «продлен» is «продлён»."""
    edits = []
    for word in words(text):
        spelt = {each.word for each in readings(word[0])}
        full = spelt.pop() if len(spelt) == 1 else ""
        if "ё" in full and "ё" not in word[0].lower() and len(full) == len(word[0]):
            at = word.start() + full.index("ё")
            edits.append(Edit(at, at + 1, "Ё" if text[at].isupper() else "ё"))
    if edits:
        yield tuple(edits)


def quotes(text: str) -> Iterator[Edits]:
    """Straight quotes and German ones for «»."""
    places = [at for at, letter in enumerate(text) if letter in "«»"]
    for pair in ('""', "„“", "“”"):
        if places:
            yield tuple(Edit(at, at + 1, pair[text[at] == "»"]) for at in places)


def unbroken_spaces(text: str) -> Iterator[Edits]:
    """Spaces that do not break after short words and numbers."""
    found = re.finditer(r"(?<=\b\w) |(?<=\b\w\w) |(?<=\d) ", text)
    edits = tuple(Edit(m.start(), m.end(), _NBSP) for m in found if m.start())
    if edits:
        yield edits


def double_spaces(text: str) -> Iterator[Edits]:
    """Two spaces between words, as in justified text."""
    edits = tuple(Edit(m.start(), m.end(), "  ") for m in re.finditer(r"(?<=[а-я,]) (?=\w)", text))
    if edits:
        yield edits


def hard_wraps(text: str) -> Iterator[Edits]:
    """Lines broken after so many columns, before a word in small letters."""
    edits, line = [], 0
    for space in re.finditer(r"[ \n]", text):
        if space[0] == "\n":
            line = space.end()
        elif space.start() - line >= _WIDTH and re.match(r"[а-я]{3}", text[space.end() :]):
            edits.append(Edit(space.start(), space.end(), "\n"))
            line = space.end()
    if edits:
        yield tuple(edits)


def windows_lines(text: str) -> Iterator[Edits]:
    """Lines that end with a carriage return."""
    edits = tuple(Edit(m.start(), m.end(), "\r\n") for m in re.finditer("\n", text))
    if edits:
        yield edits


def capitals(text: str) -> Iterator[Edits]:
    """Verbs in capitals, for emphasis."""
    edits = tuple(
        Edit(word.start(), word.end(), word[0].upper())
        for word in words(text)
        if {each.tag.POS for each in readings(word[0])} <= {"VERB", "INFN", "PRTS"}
        and readings(word[0])
    )
    if edits:
        yield edits


def latin_letters(text: str) -> Iterator[Edits]:
    """A Latin letter that looks Cyrillic in every long word."""
    edits = []
    for word in words(text):
        places = [at for at in range(word.start() + 1, word.end()) if text[at] in _LATIN]
        if len(word[0]) > 4 and places:
            edits.append(Edit(places[0], places[0] + 1, _LATIN[text[places[0]]]))
    if edits:
        yield tuple(edits)


def soft_hyphens(text: str) -> Iterator[Edits]:
    """Soft hyphens inside long words, as a browser copies them."""
    edits = tuple(
        Edit(word.start() + 4, word.start() + 4, "\N{SOFT HYPHEN}")
        for word in words(text)
        if len(word[0]) > 7 and "-" not in word[0]
    )
    if edits:
        yield edits
