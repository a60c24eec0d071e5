"""Rates with bootstrap intervals, risks and clean provisions resampled apart.

Drawing n items with replacement from items of k kinds is one multinomial draw over the kinds, so
two thousand resamples of a stratum are one call and one product, whatever its size.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from riskscan.evaluation.judging import Verdict
from riskscan.evaluation.result import Interval, Rates

RESAMPLES = 2000
SEED = 20_240
_TAILS = (0.025, 0.975)

Counts = NDArray[np.float64]


def rates(risks: Sequence[Verdict], cleans: Sequence[Verdict]) -> Rates:
    """The rates of some provisions; the same verdicts always give the same intervals."""
    random = np.random.default_rng(SEED)
    found, strictly, right = totals(
        [(v.found, v.strictly, v.right_factor) for v in risks], 3, random
    )
    (alarms,) = totals([(v.alarm,) for v in cleans], 1, random)
    recall, false_alarms = share(found, len(risks)), share(alarms, len(cleans))
    return Rates(
        risks=len(risks),
        cleans=len(cleans),
        recall=interval(recall),
        strict_recall=interval(share(strictly, len(risks))),
        precision=interval(share(found, found + alarms)) if risks and cleans else None,
        false_alarms=interval(false_alarms),
        j=interval(recall - false_alarms),
        factor_accuracy=interval(share(right, found)),
    )


def totals(outcomes: Sequence[Sequence[bool]], width: int, random: np.random.Generator) -> Counts:
    """How often each outcome holds: a row an outcome, first as observed, then in each resample.

    ``outcomes`` has a row an item and ``width`` columns; the result has the shape
    (width, 1 + RESAMPLES).
    """
    if not outcomes:
        return np.zeros((width, 1 + RESAMPLES))
    kinds, counts = np.unique(np.array(outcomes, dtype=float), axis=0, return_counts=True)
    draws = random.multinomial(len(outcomes), counts / counts.sum(), size=RESAMPLES)
    result: Counts = (np.vstack([counts, draws]) @ kinds).T
    return result


def share(part: Counts, whole: Counts | int) -> Counts:
    """``part / whole``, NaN where the whole is nothing."""
    wholes = np.broadcast_to(np.asarray(whole, dtype=float), part.shape)
    result: Counts = np.divide(part, wholes, out=np.full(part.shape, np.nan), where=wholes > 0)
    return result


def interval(values: Counts) -> Interval | None:
    """The observed value (the first) with the 95 % interval of the resamples; None if undefined."""
    if np.isnan(values[0]):
        return None
    drawn = values[1:][~np.isnan(values[1:])]
    low, high = np.quantile(drawn, _TAILS)
    return Interval(value=float(values[0]), low=float(low), high=float(high))
