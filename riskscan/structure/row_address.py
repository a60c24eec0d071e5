"""What a row of a comparative table is about: «Статья 12, пункт 3», «12-баптың 3-тармағы»."""

from __future__ import annotations

from riskscan.structure.citations import find_citations
from riskscan.structure.model import ProvisionKind, Steps
from riskscan.text import Span

_RANKS = {kind: rank for rank, kind in enumerate(ProvisionKind)}
_NAMED = frozenset(
    {
        ProvisionKind.ANNEX,
        ProvisionKind.SECTION,
        ProvisionKind.CHAPTER,
        ProvisionKind.PARAGRAPH,
        ProvisionKind.ARTICLE,
        ProvisionKind.POINT,
        ProvisionKind.SUBPOINT,
    }
)


def address_of(text: str, cell: Span) -> Steps:
    """The first address a cell names, however it is cut: «Статья 12» and below it «пункт 3»."""
    steps: dict[ProvisionKind, str] = {}
    for citation in find_citations(text, *cell):
        named = [(kind, number) for kind, number in citation.steps if kind in _NAMED and number]
        if any(kind in steps for kind, _ in named):
            break
        steps |= named
    return tuple(sorted(steps.items(), key=lambda step: _RANKS[step[0]]))


def under(above: Steps, own: Steps) -> Steps:
    """An address completed by the larger units of the one above it."""
    return (*larger(above, own[0][0]), *own) if own else above


def larger(steps: Steps, than: ProvisionKind) -> Steps:
    """The units of an address that may hold one of a kind."""
    return tuple(step for step in steps if _RANKS[step[0]] < _RANKS[than])
