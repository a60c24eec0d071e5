"""Builds small .rtf files, so that a test shows exactly what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

HEAD = (
    rb"{\rtf1\ansi\ansicpg1251\uc1\deff0{\fonttbl{\f0\froman\fcharset204 Times New Roman;}"
    rb"{\f1\fswiss\fcharset0 Arial;}}{\colortbl;\red255\green0\blue0;}"
    rb"{\stylesheet{\s0 Normal;}}{\info{\title Secret title}}"
)
WIDTH = 2000  # twips of a column


def rich(body: bytes) -> bytes:
    """A body in the frame Word gives it."""
    return HEAD + body + b"}"


def escaped(text: str, *, unicode: bool = True) -> bytes:
    """Text as a writer of rich text spells it: by numbers, or in windows-1251 where it can."""
    spelled = []
    for character in text:
        if character.isascii():
            spelled.append(character)
        elif unicode or character not in text.encode("cp1251", "ignore").decode("cp1251"):
            spelled.append(f"\\u{ord(character)}?")
        else:
            spelled.append(f"\\'{character.encode('cp1251')[0]:02x}")
    return "".join(spelled).encode("ascii")


def table(rows: Iterable[Sequence[str]], properties: bytes = rb"\intbl ") -> bytes:
    """A table of cells as wide as one another; a line break in a cell begins a paragraph."""
    return b"".join(
        edges(*(WIDTH * (place + 1) for place in range(len(row))))
        + b"".join(cell(words, properties) for words in row)
        + rb"\row"
        for row in rows
    )


def edges(*places: int) -> bytes:
    """The beginning of a row, whose cells end at these places."""
    return rb"\trowd\trgaph108" + b"".join(rb"\cellx%d" % place for place in places)


def cell(words: str, properties: bytes = rb"\intbl ") -> bytes:
    """A cell."""
    return rb"\pard\plain" + properties + escaped(words).replace(b"\n", rb"\par ") + rb"\cell"
