"""How long a time is that an act names: «30 (тридцати) рабочих дней», «екі ай»."""

from __future__ import annotations

from riskscan.norms.quantities import DAYS, quantities
from riskscan.norms.reader import NormReader
from riskscan.text import Span


def outlasts(reader: NormReader, words: Span, workdays: int) -> bool:
    """Whether some words of an act name a longer time than so many working days."""
    text = reader.text
    view = text.view  # where soft hyphens and letters that only look alike are mended
    read = quantities(view.text, Span(*view.span_from_source(words)), text.language)
    longest = workdays * DAYS["workday"]
    return any(float(each.value) * DAYS[each.unit] > longest for each in read if each.unit in DAYS)
