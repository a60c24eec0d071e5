"""Citations: «подпунктом 3) пункта 12 настоящих Правил», «12-тармақтың 3) тармақшасы».

Russian names units from small to large and the act last; Kazakh the other way round. Both become
the same steps, from large to small. Forms of citation: Law 480-V "On legal acts", articles 23, 25.
"""

from __future__ import annotations

from riskscan.structure.citation_steps import Citation
from riskscan.structure.citations_kk import kazakh
from riskscan.structure.citations_ru import russian

__all__ = ["Citation", "find_citations"]


def find_citations(text: str, start: int, end: int) -> list[Citation]:
    """The citations in ``text[start:end]`` in text order; one for each provision cited."""
    found = [*russian(text, start, end), *kazakh(text, start, end)]
    return sorted(found, key=lambda citation: citation.span)
