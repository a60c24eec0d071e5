"""Rates and their intervals: right where the answer is known, wide where little is."""

from __future__ import annotations

import math

import pytest

from riskscan.corpus.rates import rate


def exact(count: int, side: float) -> float:
    """The end of the exact Poisson interval (Garwood), by bisection."""

    def below(mean: float, most: int) -> float:
        return sum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(most + 1))

    low, high = 0.0, 200.0
    for _ in range(200):
        middle = (low + high) / 2
        too_small = below(middle, count) > 0.025 if side > 0 else below(middle, count - 1) > 0.975
        low, high = (middle, high) if too_small else (low, middle)
    return low


@pytest.mark.parametrize("count", [1, 2, 5, 10, 40])
def test_the_interval_of_one_act_is_nearly_the_exact_poisson_one(count: int) -> None:
    """Byar's approximation is within two hundredths of a finding's worth."""
    found = rate(count, 1000, 1, count * count / 1000)
    assert found.per_1000 == count
    assert found.low == pytest.approx(exact(count, -1), abs=0.02)
    assert found.high == pytest.approx(exact(count, +1), abs=0.02)


def test_no_finding_is_not_no_risk() -> None:
    """Nothing in 1,000 words leaves room for three and a half."""
    found = rate(0, 1000, 1, 0.0)
    assert (found.per_1000, found.low) == (0, 0)
    assert found.high == pytest.approx(3.67, abs=0.05)


def test_one_finding_in_a_short_act_does_not_outrank_fifty_in_a_long_one() -> None:
    """By the rate it would; by the lower end it does not."""
    short, long = rate(1, 200, 1, 1 / 200), rate(50, 25_000, 1, 2500 / 25_000)
    assert short.per_1000 is not None and long.per_1000 is not None
    assert short.low is not None and long.low is not None
    assert short.per_1000 > long.per_1000
    assert short.low < long.low


def test_acts_that_differ_widen_the_interval_and_equal_ones_do_not() -> None:
    """Forty findings in one of four acts say less of the four than ten in each."""
    equal = rate(40, 4000, 4, 4 * 100 / 1000)
    uneven = rate(40, 4000, 4, 1600 / 1000)
    single = rate(40, 4000, 1, 1600 / 4000)
    assert equal == single
    assert uneven.per_1000 == equal.per_1000
    assert uneven.low is not None and equal.low is not None and uneven.low < equal.low / 2
    assert uneven.high is not None and equal.high is not None and uneven.high > equal.high


def test_without_words_there_is_no_rate() -> None:
    """Not zero: nothing was read."""
    assert rate(0, 0, 0, 0.0).per_1000 is None
