"""Rich text as a stream of words, braces and control words, every character decoded.

What it takes to decode them, fonts and how many characters stand in for a numbered one, is followed
here and passed on to no one.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from enum import Enum
from typing import NamedTuple

from riskscan.errors import DamagedFileError
from riskscan.reading.rtf_fonts import Fonts
from riskscan.reading.rtf_tokens import (
    ARGUMENT,
    BRACE,
    BYTES,
    LETTER,
    LONE_TOKEN,
    NUMBERED,
    SYMBOL,
    TEXT,
    TOKEN,
    WORD,
    group_end,
)

SAVE_AGAIN = "Open it in a word processor and save it again, best as .docx"
CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n",
    "emdash": "—", "endash": "–", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "-": "\u00ad", "_": "-", "\\": "\\", "{": "{", "}": "}"}
OWN = frozenset(("u", "uc", "f", "plain", "bin", "fonttbl", "ansicpg", "deff", *CHARACTERS))
SIGNED = 0x10000
PARAGRAPH_ENDS = frozenset(("\r", "\n", "\r\n"))


class Group(Enum):
    """A group begins or ends."""

    BEGIN = "{"
    END = "}"


class Word(NamedTuple):
    """A control word; ``starred``: its group is to be passed over where it is unknown."""

    name: str
    argument: int | None
    starred: bool


class Setting(NamedTuple):
    """How characters are decoded: in which font, and how many stand in for a numbered one."""

    font: int | None = None
    stand_ins: int = 1


class Stream:
    """Takes one file apart; of the control words it tells those asked for, and starred ones."""

    def __init__(self, rtf: str, name: str) -> None:
        self._rtf = rtf
        self._name = name
        self._fonts = Fonts()
        self._position = rtf.find("{")
        self._default_font: int | None = None
        self._setting = Setting()
        self._groups: list[Setting] = []
        self._starred = False
        self._left = 0  # characters still to come that stand in for a numbered one

    def events(self, told: Container[str]) -> Iterator[str | Word | Group]:
        """Words of text, the control words ``told`` and braces, up to the end of the first group.

        Raises DamagedFileError.
        """
        while (token := self._next()) is not None:
            self._position = token.end()
            kind = token.lastindex
            if kind == TEXT:
                yield self._plain(token[0])
            elif kind == BYTES:
                yield self._decoded(token[0])
            elif kind == NUMBERED:
                yield self._numbered(token[0])
            elif kind == BRACE:
                yield self._brace(token[0])
                if not self._groups:
                    return
            elif kind == SYMBOL:
                yield from self._symbol(token[SYMBOL])
            elif kind is not None:
                self._left = 0
                name, number = token.group(WORD, ARGUMENT)
                starred, self._starred = self._starred, False
                if name in OWN:
                    yield self._own(name, int(number) if number else None)
                if starred or name in told:
                    yield Word(name, int(number) if number else None, starred)
        raise self.damaged("the file ends before its text does")

    def group(self) -> str:
        """Pass over the rest of the group; what stood in it."""
        begin, self._position = self._position, group_end(self._rtf, self._position)
        return self._rtf[begin : self._position]

    def comes(self, pattern: re.Pattern[str]) -> bool:
        """Whether what comes next has a form."""
        return pattern.match(self._rtf, self._position) is not None

    def damaged(self, cause: str) -> DamagedFileError:
        """The error for a broken file."""
        return DamagedFileError(cause, place=self._name, remedy=SAVE_AGAIN)

    def _next(self) -> re.Match[str] | None:
        token = TOKEN if self._setting.stand_ins == 1 else LONE_TOKEN
        return token.match(self._rtf, self._position)

    def _plain(self, text: str) -> str:
        if self._left:
            text, self._left = text[self._left :], max(self._left - len(text), 0)
        if text.isascii():
            return self._fonts.letters(text, self._setting.font)
        return self._fonts.decode(text.encode("latin-1"), self._setting.font)

    def _decoded(self, escaped: str) -> str:
        data = bytes.fromhex(escaped.replace("\\'", ""))
        if self._left:
            data, self._left = data[self._left :], max(self._left - len(data), 0)
        return self._fonts.decode(data, self._setting.font)

    def _numbered(self, escaped: str) -> str:
        self._left = 0
        found = LETTER.findall(escaped)
        letters = self._letters([int(number) for number, _ in found])
        text = "".join([each + behind for each, (_, behind) in zip(letters, found, strict=True)])
        return self._fonts.letters(text, self._setting.font)

    def _letters(self, numbers: list[int]) -> str:
        """The characters of numbers, of which those beyond 32767 are written as negative ones."""
        try:
            return "".join([chr(number if number >= 0 else number + SIGNED) for number in numbers])
        except (ValueError, OverflowError):
            raise self.damaged("a control word is broken") from None

    def _brace(self, brace: str) -> Group:
        self._left, self._starred = 0, False
        if brace == "{":
            self._groups.append(self._setting)
            return Group.BEGIN
        self._setting = self._groups.pop()
        return Group.END

    def _symbol(self, symbol: str) -> Iterator[str | Word]:
        self._left = 0
        if symbol == "*":
            self._starred = True
        elif symbol in PARAGRAPH_ENDS:
            yield Word("par", None, starred=False)
        elif symbol in SYMBOLS:
            yield SYMBOLS[symbol]

    def _own(self, name: str, argument: int | None) -> str:
        """Follow a word about characters; the text it stands for."""
        if name == "u" and argument is not None:
            self._left = self._setting.stand_ins
            return self._fonts.letters(self._letters([argument]), self._setting.font)
        if name == "uc":
            self._set_stand_ins(argument)
        elif name == "f":
            self._setting = self._setting._replace(font=argument)
        elif name == "plain":
            self._setting = self._setting._replace(font=self._default_font)
        elif name == "bin":
            self._position += max(argument or 0, 0)
        elif name == "fonttbl":
            self._fonts.read(self.group())
        elif name == "ansicpg":
            self._fonts.set_page(argument or 0)
        elif name == "deff":
            self._default_font = argument
        return CHARACTERS.get(name, "")

    def _set_stand_ins(self, number: int | None) -> None:
        if number is None:
            raise self.damaged("a control word is broken")
        self._setting = self._setting._replace(stand_ins=max(number, 0))
