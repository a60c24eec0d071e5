"""Ordinal words, by which parts and indents are cited: «абзац второй», «екінші абзац»."""

from __future__ import annotations

import re

_RU = [
    "перв",
    "втор",
    "трет",
    "четв[её]рт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
    "двадцат",
]
_MASCULINE = [
    "первый",
    "второй",
    "третий",
    "четвертый",
    "пятый",
    "шестой",
    "седьмой",
    "восьмой",
    "девятый",
    "десятый",
    "одиннадцатый",
    "двенадцатый",
    "тринадцатый",
    "четырнадцатый",
    "пятнадцатый",
    "шестнадцатый",
    "семнадцатый",
    "восемнадцатый",
    "девятнадцатый",
    "двадцатый",
]
_FEMININE = [
    "первая",
    "вторая",
    "третья",
    "четвертая",
    "пятая",
    "шестая",
    "седьмая",
    "восьмая",
    "девятая",
    "десятая",
    "одиннадцатая",
    "двенадцатая",
    "тринадцатая",
    "четырнадцатая",
    "пятнадцатая",
    "шестнадцатая",
    "семнадцатая",
    "восемнадцатая",
    "девятнадцатая",
    "двадцатая",
]
_KK = [
    "бірінші",
    "екінші",
    "үшінші",
    "төртінші",
    "бесінші",
    "алтыншы",
    "жетінші",
    "сегізінші",
    "тоғызыншы",
    "оныншы",
]
_KK += [f"он {word}" for word in _KK[:9]] + ["жиырмасыншы"]

_ENDING = (
    "(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ей|ая|ую|ые|ых|ым|ом|ем"
    "|ьего|ьему|ьем|ьей|ьих|ьим|ья|ью|ьи)"
)
ORDINAL_RU = "|".join(rf"{stem}{_ENDING}" for stem in reversed(_RU))
ORDINAL_KK = "|".join(sorted(_KK, key=len, reverse=True))
_STEM = re.compile("|".join(rf"(?P<n{n}>{stem}){_ENDING}\Z" for n, stem in enumerate(_RU, 1)))


def ordinal_number(word: str) -> str | None:
    """The number an ordinal word stands for: "2" for «второй», «вторая», «екінші»."""
    lowered = word.lower().replace("ё", "е")
    if lowered in _KK:
        return str(_KK.index(lowered) + 1)
    found = _STEM.match(lowered)
    return found.lastgroup[1:] if found and found.lastgroup else None


def ordinal(number: int, language: str, *, feminine: bool = False) -> str:
    """The ordinal word in the nominative; digits when there is no short word for it."""
    words = {"ru": _FEMININE if feminine else _MASCULINE, "kk": _KK}.get(language, [])
    if 1 <= number <= len(words):
        return words[number - 1]
    return f"{number}-{'я' if feminine else 'й'}" if language == "ru" else f"{number}-"
