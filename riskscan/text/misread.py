"""Kazakh text in KZ-1048 that somebody decoded as windows-1251: «Ќазаќстан», «ґкілетті».

The two encodings differ in sixteen letters, so each wrong letter stands for one Kazakh letter.
All of them but ќ and Ќ belong to languages a quotation may be in (Ukrainian, Belarusian, Serbian);
ќ is Macedonian alone, and no Kazakh text of any length is without қ.
"""

from __future__ import annotations

import re

import numpy as np

from riskscan.text.characters import Codes

_BYTES = [bytes([value]) for value in range(0x80, 0x100) if value != 0x98]  # 98: in neither
_PAIRS = [(each.decode("cp1251"), each.decode("kz1048")) for each in _BYTES]
_LETTERS = {wrong: right for wrong, right in _PAIRS if wrong != right}
_MISREAD = re.compile(f"[{''.join(_LETTERS)}]")
_WRONG = np.array(list(map(ord, _LETTERS)), dtype=np.uint16)
_TABLE = np.zeros(int(_WRONG.max()) + 1, dtype=np.uint16)
_TABLE[_WRONG] = list(map(ord, _LETTERS.values()))


def is_misread(text: str) -> bool:
    """Whether a text in windows-1251 letters was written in KZ-1048."""
    return "ќ" in text or "Ќ" in text


def count_misread(text: str) -> int:
    """The number of letters that stand for Kazakh ones."""
    return len(_MISREAD.findall(text)) if is_misread(text) else 0


def read_anew(codes: Codes) -> None:
    """Put the Kazakh letters in their places."""
    wrong = np.flatnonzero(np.isin(codes, _WRONG))
    codes[wrong] = _TABLE[codes[wrong]]
