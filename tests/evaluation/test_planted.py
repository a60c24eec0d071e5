"""Defects planted in whole acts and the gate of well-drafted ones."""

from __future__ import annotations

import pytest

from riskscan.evaluation.factors import Factors
from riskscan.evaluation.gold import Defect, GoldAct
from riskscan.evaluation.planted import REACH, finds, measure_acts, measure_gate
from riskscan.text import Document, Span
from tests.evaluation.sightings import seen, sighting

FACTORS = Factors({"A07": ("deadline-extension",), "A03": ("discretion-wide",)})


def defect(pattern: str, start: int, end: int) -> tuple[Defect, Span]:
    """A defect at a place."""
    return Defect(pattern=pattern, span="…", why="…"), Span(start, end)


ACT = GoldAct("acts/port", False, Document("…"), (defect("A07", 10, 20), defect("A03", 1000, 1010)))


@pytest.mark.parametrize(
    ("start", "provision", "found"),
    [
        (1005, (990, 1020), True),
        (1010 + REACH - 1, (990, 2000), True),
        (1010 + REACH, (990, 2000), False),  # too far, though in the provision
        (1005, (1012, 2000), False),  # near, but in the next provision
    ],
)
def test_a_finding_must_be_near_and_in_the_provision(
    start: int, provision: tuple[int, int], found: bool
) -> None:
    """Both conditions hold together."""
    assert finds(sighting(start, start + 3, provision=provision), Span(1000, 1010)) is found


def test_the_figures_of_acts() -> None:
    """Two defects, one found twice under one wrong factor, and one finding too many."""
    what = seen(
        sighting(12, 15, factor="deadline-extension", provision=(0, 40)),
        sighting(16, 18, factor="monopoly", tier=2, provision=(0, 40)),
        sighting(500, 510, provision=(480, 600)),
        words=500,
    )
    planted = measure_acts([(ACT, what), (ACT, seen(words=1500))], FACTORS)
    assert planted is not None
    total = planted.total["2"]
    assert (total.defects, total.found, total.right_factor, total.unmatched) == (4, 1, 1, 1)
    assert total.recall is not None and total.recall.value == 0.25
    assert total.unmatched_per_1000_words == pytest.approx(0.5)
    assert [act.tiers["1"].found for act in planted.acts] == [1, 0]
    assert planted.acts[0].tiers["2"].unmatched_per_1000_words == pytest.approx(2)


def test_no_acts_have_no_figures() -> None:
    """Nothing measured is not zero."""
    assert measure_acts([], FACTORS) is None


def test_the_gate_breaks_on_tier_1_only() -> None:
    """Tier 2 is counted, tier 1 breaks."""
    document = Document("…")
    kept = measure_gate([("a", document, seen(sighting(1, 2, tier=2)))])
    broken = measure_gate([("a", document, seen(sighting(1, 2)))])
    assert kept.passed and kept.tier_2 == 1
    assert not broken.passed and [breach.act for breach in broken.breaches] == ["a"]
