"""How long a time is that an act names: «30 (тридцати) рабочих дней», «екі ай»."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.quantities import DAYS, quantities
from riskscan.norms.reader import NormReader
from riskscan.text import Span

_ERA = 1000


def outlasts(reader: NormReader, words: Span, workdays: int) -> bool:
    """Whether some words of an act name a longer time than so many working days."""
    return any(days > workdays * DAYS["workday"] for days in _days(reader, words))


def falls_short(reader: NormReader, words: Span, workdays: int) -> bool:
    """Whether every time that some words of an act name is shorter than so many working days."""
    named = list(_days(reader, words))
    return bool(named) and all(days < workdays * DAYS["workday"] for days in named)


def _days(reader: NormReader, words: Span) -> Iterator[float]:
    text = reader.text
    view = text.view  # where soft hyphens and letters that only look alike are mended
    read = quantities(view.text, Span(*view.span_from_source(words)), text.language)
    return (
        float(each.value) * DAYS[each.unit]
        for each in read
        if each.unit in DAYS and float(each.value) < _ERA  # «приказ 2024 года» names no time
    )
