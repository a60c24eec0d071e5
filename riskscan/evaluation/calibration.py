"""Whether a confidence of 0.8 means that four findings of five are right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from riskscan.evaluation.judging import TIERS, Judged, outcomes
from riskscan.evaluation.result import Bin, Calibration

BINS = 10


def calibrate(judged: Sequence[Judged]) -> Calibration:
    """The reliability table, Brier score and expected calibration error of judged provisions."""
    pairs = [(s.confidence, right) for each in judged for s, right in outcomes(each)]
    findings = sum(len(each.seen.upto(max(TIERS))) for each in judged)
    if not pairs:
        return Calibration(findings=0, unjudged=findings, brier=None, expected_error=None, bins=())
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
        unjudged=findings - len(pairs),
        brier=float(np.mean((confidence - right) ** 2)),
        expected_error=error,
        bins=bins,
    )
