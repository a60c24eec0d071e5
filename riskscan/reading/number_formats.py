"""How Word writes a list number: Arabic, Roman, Latin and Russian letters, Russian ordinals.

Source: ECMA-376 part 1, 17.18.59 ST_NumberFormat.
"""

from __future__ import annotations

from collections.abc import Callable

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # without ё, й, ъ, ь
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(alphabet: str, number: int) -> str:
    """The number as a letter; past the alphabet's end letters are doubled, then tripled."""
    if number < 1:
        return str(number)
    repeats, index = divmod(number - 1, len(alphabet))
    return alphabet[index] * (repeats + 1)


def roman(number: int) -> str:
    """The number in small Roman digits."""
    if number < 1:
        return str(number)
    digits = []
    for worth, digit in ROMAN:
        repeats, number = divmod(number, worth)
        digits.append(digit * repeats)
    return "".join(digits)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": lambda number: f"{number}-й",  # in a Russian document; other languages differ
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: letters(LATIN, number),
    "upperLetter": lambda number: letters(LATIN, number).upper(),
    "russianLower": lambda number: letters(RUSSIAN, number),
    "russianUpper": lambda number: letters(RUSSIAN, number).upper(),
}
