"""One remark for one loss: what a comparative table shows taken away is not also found missing.

The finding that quotes both wordings speaks; those that only see the proposed one stand under it.
"""

from __future__ import annotations

from riskscan.engine.evaluation import Match
from riskscan.norms.losses import Loss, Weakening
from riskscan.norms.model import ElementKind

_NO_COMPETITION = "no-competition"


def retells(match: Match, teller: Match) -> bool:
    """Whether a match only finds missing, or left open, what another shows to be taken away."""
    return not match.weakened and any(_is_loss(match, lost) for lost in teller.weakened)


def _is_loss(match: Match, lost: Weakening) -> bool:
    site = match.site
    if lost.loss is Loss.OPENED:
        return lost.proposed is not None and site.span.overlaps(lost.proposed)
    if site.sentence != lost.sentence or lost.lacking.isdisjoint(_missing(match)):
        return False
    return site.frame is None or lost.frame is None or site.frame.head == lost.frame.head


def _missing(match: Match) -> set[ElementKind]:
    """The kinds of element a match rests on the absence of."""
    missing = set(match.rule.lacks)
    if match.rule.factor == _NO_COMPETITION:
        missing.add(ElementKind.COMPETITION)
    return missing
