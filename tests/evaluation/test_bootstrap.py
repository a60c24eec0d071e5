"""Rates are exact, their intervals seeded, and both agree with the definition done by hand."""

from __future__ import annotations

import numpy as np
import pytest

from riskscan.evaluation.bootstrap import RESAMPLES, rates, totals
from riskscan.evaluation.judging import Verdict
from riskscan.evaluation.result import Interval, Rates

RIGHT = Verdict(found=True, strictly=True, right_factor=True)
WRONG_FACTOR = Verdict(found=True)
MISSED, ALARM, QUIET = Verdict(), Verdict(alarm=True), Verdict()
RISKS = [RIGHT] * 60 + [WRONG_FACTOR] * 20 + [MISSED] * 20
CLEANS = [ALARM] * 10 + [QUIET] * 40


def values(measured: Rates) -> dict[str, float | None]:
    """The values without their intervals."""
    return {
        name: found.value if isinstance(found, Interval) else None
        for name, found in measured
        if name not in {"risks", "cleans"}
    }


def test_the_values_follow_their_definitions() -> None:
    """80 of 100 risks found, 10 of 50 clean provisions flagged."""
    assert values(rates(RISKS, CLEANS)) == pytest.approx(
        {
            "recall": 0.8,
            "strict_recall": 0.6,
            "precision": 80 / 90,
            "false_alarms": 0.2,
            "j": 0.6,
            "factor_accuracy": 0.75,
        }
    )


@pytest.mark.parametrize(
    ("risks", "cleans", "nothing"),
    [
        ([], CLEANS, {"recall", "strict_recall", "precision", "j", "factor_accuracy"}),
        (RISKS, [], {"precision", "false_alarms", "j"}),
        ([MISSED], [QUIET], {"precision", "factor_accuracy"}),
    ],
)
def test_what_cannot_be_measured_is_none(
    risks: list[Verdict], cleans: list[Verdict], nothing: set[str]
) -> None:
    """No risks, no clean provisions, nothing found: never 0, never 1."""
    found = values(rates(risks, cleans))
    assert {name for name, value in found.items() if value is None} == nothing


def test_the_interval_is_that_of_plain_resampling() -> None:
    """Drawing kinds gives what drawing the items themselves, one by one, gives."""
    random = np.random.default_rng(7)
    risks = np.array([v.found for v in RISKS])
    cleans = np.array([v.alarm for v in CLEANS])
    drawn = [
        random.choice(risks, len(risks)).mean() - random.choice(cleans, len(cleans)).mean()
        for _ in range(RESAMPLES)
    ]
    j = rates(RISKS, CLEANS).j
    assert j is not None
    assert (j.low, j.high) == pytest.approx(tuple(np.quantile(drawn, [0.025, 0.975])), abs=0.02)
    assert j.low < j.value < j.high


def test_more_items_give_a_narrower_interval() -> None:
    """Four times the items, half the width."""
    few, many = rates(RISKS, CLEANS).recall, rates(RISKS * 4, CLEANS * 4).recall
    assert few is not None and many is not None
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(0.5, abs=0.1)


def test_the_same_verdicts_give_the_same_bytes() -> None:
    """Seeded: a figure changes only when a verdict does."""
    assert rates(RISKS, CLEANS) == rates(RISKS, CLEANS)


def test_outcomes_of_one_item_are_drawn_together() -> None:
    """Strictly found is never more than found, in any resample."""
    found, strictly = totals([(v.found, v.strictly) for v in RISKS], 2, np.random.default_rng(1))
    assert (strictly <= found).all() and (found <= len(RISKS)).all()
    assert found.std() > 0
