"""Findings held against gold: which risks were found, which clean provisions were accused.

A **risk is found** when the provision of a finding overlaps its span; it is found **strictly**
when the finding's own words overlap the span or stand in one sentence with it. A found risk has
the **right factor** when one of the findings that found it carries a code of the item's ``pattern``
or ``also``. A clean provision with any finding is a **false alarm**. All of it counts findings of
a tier or better (2: all an expert is shown as a risk; 1: what an expert would sign).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.evaluation.factors import Factors
from riskscan.evaluation.gold import Provision
from riskscan.evaluation.sightings import Seen, Sighting
from riskscan.text import Span

TIERS = (2, 1)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One provision at one tier: ``alarm`` for a clean one, the rest for a risk."""

    alarm: bool = False
    found: bool = False
    strictly: bool = False
    right_factor: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """One provision, what was seen in it, and the verdict for each tier."""

    file: str
    frozen: bool
    item: Provision
    factor: str
    seen: Seen
    verdicts: dict[int, Verdict]


def judge(item: Provision, seen: Seen, factors: Factors, tier: int) -> Verdict:
    """The verdict on one provision, counting findings up to a tier."""
    sightings = seen.upto(tier)
    if item.where is None or item.label == "clean":
        return Verdict(alarm=bool(sightings))
    hits = [each for each in sightings if each.provision.overlaps(item.where)]
    accepted = factors.accepted((item.pattern, *item.also))
    return Verdict(
        found=bool(hits),
        strictly=any(near(each.span, item.where, seen.sentences) for each in sightings),
        right_factor=any(each.factor in accepted for each in hits),
    )


def near(span: Span, other: Span, sentences: tuple[Span, ...]) -> bool:
    """Whether two spans overlap or stand in one sentence."""
    return span.overlaps(other) or any(
        sentence.overlaps(span) and sentence.overlaps(other) for sentence in sentences
    )


def outcomes(judged: Judged) -> Iterator[tuple[Sighting, bool]]:
    """The findings of tiers 1 and 2 gold can judge, each with whether it was right."""
    for sighting in judged.seen.upto(max(TIERS)):
        right = outcome(judged.item, sighting)
        if right is not None:
            yield sighting, right


def outcome(item: Provision, sighting: Sighting) -> bool | None:
    """Right: it found the risk. Wrong: it stands on a clean provision.

    None for a finding elsewhere in the text of a risk: it was annotated by nobody.
    """
    if item.label == "clean" or item.where is None:
        return False
    return True if sighting.provision.overlaps(item.where) else None
