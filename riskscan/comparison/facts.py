"""What a unit says that must be the same in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from riskscan.comparison.modality import Modality, modality
from riskscan.comparison.units import Outline, Unit
from riskscan.norms.quantities import BARE, WORD, Quantity, quantities
from riskscan.structure.citations import find_citations
from riskscan.text import Span

_SHORT_NAME = re.compile(
    r"\(\s*(?:далее|бұдан\s+әрі|одан\s+әрі|әрі\s+қарай)\b[^()\n]{1,160}\)", re.I
)

Target = tuple[str, str]


@dataclass(frozen=True)
class Facts:
    """The facts of a unit; spans are those of the matching view.

    ``references`` are the cited units, as ("article", "5"); ``length`` counts characters.
    """

    quantities: tuple[Quantity, ...]
    references: dict[Target, Span]
    modality: Modality
    short_names: tuple[Span, ...]
    length: int
    children: int

    @cached_property
    def signature(self) -> frozenset[tuple[str, str]]:
        """What the same provision shows in both languages, whatever its number."""
        known = {(unit, value) for unit, value in self.measured if unit != WORD}
        forces = {("force", force) for force in self.modality.strong}
        return frozenset(known | self.references.keys() | forces)

    @cached_property
    def measured(self) -> frozenset[tuple[str, str]]:
        """Units and values."""
        return frozenset((each.unit, each.value) for each in self.quantities)

    @cached_property
    def values(self) -> frozenset[str]:
        """Values of whatever unit."""
        return frozenset(each.value for each in self.quantities)

    @cached_property
    def cited_numbers(self) -> frozenset[str]:
        """The numbers of all cited units."""
        return frozenset(number for _, number in self.references)

    @cached_property
    def loose(self) -> frozenset[str]:
        """Values that stand there without a unit: they may be the other text's, said otherwise."""
        return frozenset(value for unit, value in self.measured if unit in {BARE, WORD})


def facts(outline: Outline, unit: Unit, language: str) -> Facts:
    """What the words of a unit say, without those of the units inside it."""
    view = outline.act.document.view
    provisions = outline.act.provisions
    spans = [
        span
        for index in unit.paragraphs
        if (span := view.span_from_source(provisions[index].text)).start < span.end
    ]
    cited: dict[Target, Span] = {}
    found: list[Quantity] = []
    for span in spans:
        places = []
        for citation in find_citations(view.text, *span):
            places.append(citation.span)
            for kind, number in citation.steps:
                if number:
                    cited.setdefault((kind.value, number), citation.span)
        found += _outside(list(quantities(view.text, span, language)), places)
    return Facts(
        quantities=tuple(found),
        references=cited,
        modality=modality(view.text, spans, language),
        short_names=tuple(
            Span(*name.span()) for span in spans for name in _SHORT_NAME.finditer(view.text, *span)
        ),
        length=sum(span.end - span.start for span in spans),
        children=len(unit.children),
    )


def _outside(found: list[Quantity], cited: list[Span]) -> list[Quantity]:
    """The quantities without the numbers of cited units; both lists are in text order."""
    kept, place = [], 0
    for each in found:
        while place < len(cited) and cited[place].end <= each.span.start:
            place += 1
        inside = place < len(cited) and cited[place].start < each.span.end
        if not inside or each.unit not in {BARE, WORD}:
            kept.append(each)
    return kept
