"""How long a time is that an act names: «30 (тридцати) рабочих дней», «екі ай»."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.number_words import unit_of
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
    within = Span(*view.span_from_source(words))
    named = False
    for each in quantities(view.text, within, text.language):
        if each.unit in DAYS:
            named = True
            if float(each.value) < _ERA:  # «приказ 2024 года» names no time
                yield float(each.value) * DAYS[each.unit]
    if not named:  # «в течение месяца»: one of them
        units = (unit_of(word, text.language) for word in within.of(view.text).lower().split())
        yield from (DAYS[unit] for unit in units if unit is not None and unit in DAYS)
