"""Whether a confidence of 0.8 means that four findings of five are right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riskscan.evaluation.gold import GoldAct
from riskscan.evaluation.judging import TIERS, Judged, outcomes
from riskscan.evaluation.planted import finds
from riskscan.evaluation.result import Bin, Calibration
from riskscan.evaluation.sightings import Seen

BINS = 10


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """How far confidence can be believed on provisions."""
    pairs = [(s.confidence, right) for each in judged for s, right in outcomes(each)]
    findings = sum(len(each.seen.upto(max(TIERS))) for each in judged)
    return _table(pairs, findings - len(pairs))


def calibrate_acts(acts: Sequence[tuple[GoldAct, Seen]]) -> Calibration:
    """The same on whole acts, where a finding is wrong when it stands near no planted defect."""
    pairs = [
        (sighting.confidence, any(finds(sighting, defect) for _, defect in act.defects))
        for act, seen in acts
        for sighting in seen.upto(max(TIERS))
    ]
    return _table(pairs, 0)


def _table(pairs: Sequence[tuple[float, bool]], unjudged: int) -> Calibration:
    """The reliability table, Brier score and expected calibration error of some findings."""
    if not pairs:
        return Calibration(findings=0, unjudged=unjudged, brier=None, expected_error=None, bins=())
    confidence, right = np.array(pairs, dtype=float).T
    # Rounded first: 0.7 × 10 is a little less than 7 in binary.
    places = np.minimum(np.round(confidence * BINS, 9).astype(int), BINS - 1)
    bins = tuple(
        Bin(
            low=place / BINS,
            high=(place + 1) / BINS,
            findings=int((inside := places == place).sum()),
            confidence=float(confidence[inside].mean()),
            precision=float(right[inside].mean()),
        )
        for place in np.unique(places).tolist()
    )
    error = sum(b.findings * abs(b.confidence - b.precision) for b in bins) / len(pairs)
    return Calibration(
        findings=len(pairs),
        unjudged=unjudged,
        brier=float(np.mean((confidence - right) ** 2)),
        expected_error=error,
        bins=bins,
    )
