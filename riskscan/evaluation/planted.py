"""Planted defects in whole acts, and the gate of well-drafted ones.

A defect is found when a finding's provision overlaps it and the finding stands no further than
200 characters from it; a finding that finds no defect is unmatched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from riskscan.evaluation.bootstrap import SEED, interval, share, totals
from riskscan.evaluation.factors import Factors
from riskscan.evaluation.gold import Defect, GoldAct
from riskscan.evaluation.judging import TIERS
from riskscan.evaluation.result import ActResult, ActTier, Breach, Gate, Planted
from riskscan.evaluation.sightings import Seen, Sighting
from riskscan.text import Document, Span

REACH = 200  # characters


@dataclass(frozen=True, slots=True)
class JudgedAct:
    """One act at one tier: each defect with the findings that found it, and the unmatched."""

    defects: tuple[tuple[Defect, Span, tuple[Sighting, ...]], ...]
    unmatched: tuple[Sighting, ...]


def judge_act(act: GoldAct, seen: Seen, tier: int) -> JudgedAct:
    """Match the findings of an act, up to a tier, with its defects."""
    sightings = seen.upto(tier)
    defects = tuple(
        (defect, span, tuple(each for each in sightings if finds(each, span)))
        for defect, span in act.defects
    )
    matched = {each for _, _, found in defects for each in found}
    return JudgedAct(defects, tuple(each for each in sightings if each not in matched))


def finds(sighting: Sighting, defect: Span) -> bool:
    """Whether a finding finds a defect."""
    reach = Span(defect.start - REACH, defect.end + REACH)
    return sighting.provision.overlaps(defect) and sighting.span.overlaps(reach)


def measure_acts(acts: Sequence[tuple[GoldAct, Seen]], factors: Factors) -> Planted | None:
    """The figures of all acts; None when there are none."""
    if not acts:
        return None
    words = sum(seen.words for _, seen in acts)
    judged = {tier: [judge_act(act, seen, tier) for act, seen in acts] for tier in TIERS}
    return Planted(
        total={str(tier): _tier(judged[tier], words, factors) for tier in TIERS},
        acts=tuple(
            ActResult(
                name=act.name,
                frozen=act.frozen,
                words=seen.words,
                tiers={str(tier): _tier([judged[tier][at]], seen.words, factors) for tier in TIERS},
            )
            for at, (act, seen) in enumerate(acts)
        ),
    )


def measure_gate(acts: Sequence[tuple[str, Document, Seen]]) -> Gate:
    """What was found on well-drafted acts."""
    return Gate(
        acts=len(acts),
        words=sum(seen.words for _, _, seen in acts),
        tier_2=sum(each.tier == 2 for _, _, seen in acts for each in seen.sightings),
        breaches=tuple(
            Breach(act=name, citation=each.citation, rule=each.rule, quote=each.quote)
            for name, _, seen in acts
            for each in seen.upto(1)
        ),
    )


def _tier(judged: Sequence[JudgedAct], words: int, factors: Factors) -> ActTier:
    outcomes = [
        (bool(sightings), any(each.factor in accepted for each in sightings))
        for act in judged
        for defect, _, sightings in act.defects
        for accepted in [factors.accepted((defect.pattern, *defect.also))]
    ]
    found, right = totals(outcomes, 2, np.random.default_rng(SEED))
    unmatched = sum(len(act.unmatched) for act in judged)
    return ActTier(
        defects=len(outcomes),
        found=int(found[0]),
        right_factor=int(right[0]),
        unmatched=unmatched,
        unmatched_per_1000_words=1000 * unmatched / max(words, 1),
        recall=interval(share(found, len(outcomes))),
        factor_accuracy=interval(share(right, found)),
    )
