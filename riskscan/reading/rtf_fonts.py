"""Fonts of rich text: in which encoding the bytes set in each of them are.

Cyrillic is read with Kazakh letters, as in plain text (see ``encodings``), and so are fonts that
name no alphabet where the file names no other.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from riskscan.reading.docx_inline import SYMBOLS, UNKNOWN_SYMBOL

CYRILLIC = "kz1048"
CODECS = {
    77: "mac_roman", 84: "mac_cyrillic", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: CYRILLIC, 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL_CHARSET = 2
CODE_PAGES = {1251: CYRILLIC, 10000: "mac_roman", 10007: "mac_cyrillic", 65001: "utf-8"}
PART = re.compile(r"\\f(\d{1,6})|\\fcharset(\d{1,3})|\\[a-zA-Z]+-?\d*|([^\\{};\r\n]+)")
PRIVATE = 0xF000  # where Unicode text keeps the letters of symbol fonts
BEYOND_ASCII = 0x80


@dataclass(slots=True)
class Font:
    """A font: its encoding, None for that of the file; ``signs``: its letters are signs."""

    codec: str | None = None
    signs: bool = False
    name: str = ""


class Fonts:
    """The fonts of a file, by the numbers its text calls them by."""

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._page = CYRILLIC
        self._default = Font()

    def read(self, table: str) -> None:
        """Read the table of fonts."""
        font = Font()
        for number, charset, name in PART.findall(table):
            if number:
                font = self._fonts[int(number)] = Font()
            elif charset:
                font.codec = CODECS.get(int(charset))
                font.signs = int(charset) == SYMBOL_CHARSET
            elif name.strip():
                font.name = name.strip()

    def set_page(self, number: int) -> None:
        """Set the code page of the file."""
        name = CODE_PAGES.get(number, f"cp{number}")
        try:
            self._page = codecs.lookup(name).name
        except LookupError:
            self._page = CYRILLIC

    def decode(self, data: bytes, number: int | None) -> str:
        """The text of bytes set in a font."""
        font = self._of(number)
        if font.signs:
            return signs(data.decode("latin-1"), font.name)
        return data.decode(font.codec or self._page, "replace")

    def letters(self, text: str, number: int | None) -> str:
        """What characters show in a font."""
        font = self._of(number)
        return signs(text, font.name) if font.signs else text

    def _of(self, number: int | None) -> Font:
        return self._default if number is None else self._fonts.get(number, self._default)


def signs(text: str, font: str) -> str:
    """The signs that letters of a symbol font show; those no one knows become one sign."""
    shown = []
    for character in text:
        code = ord(character) & 0xFF if ord(character) >= PRIVATE else ord(character)
        sign = SYMBOLS.get((font, f"{PRIVATE + code:04X}"))
        shown.append(sign or (character if ord(character) < BEYOND_ASCII else UNKNOWN_SYMBOL))
    return "".join(shown)
