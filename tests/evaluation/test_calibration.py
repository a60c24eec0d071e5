"""Confidence against outcome: bins, Brier score, expected calibration error."""

from __future__ import annotations

import pytest

from riskscan.evaluation.calibration import calibrate, calibrate_acts
from riskscan.evaluation.gold import Defect, GoldAct, Provision
from riskscan.evaluation.judging import Judged
from riskscan.text import Document, Span
from tests.evaluation.gold_folder import INNOCENT, RISK
from tests.evaluation.sightings import seen, sighting


def judged(confidence: float, right: bool) -> Judged:
    """A provision with one finding of that confidence."""
    item = Provision.model_validate(RISK if right else INNOCENT)
    return Judged("a", False, item, "", seen(sighting(20, 40, confidence=confidence)), {})


def test_the_table_by_hand() -> None:
    """Three findings at 0.9 of which two are right, one sure and right."""
    found = calibrate([judged(0.9, True), judged(0.9, True), judged(0.9, False), judged(0.5, True)])
    assert [(b.low, b.findings) for b in found.bins] == [(0.5, 1), (0.9, 3)]
    assert [b.precision for b in found.bins] == pytest.approx([1, 2 / 3])
    assert [b.confidence for b in found.bins] == pytest.approx([0.5, 0.9])
    assert found.brier == pytest.approx((0.01 + 0.01 + 0.81 + 0.25) / 4)
    assert found.expected_error == pytest.approx((0.5 + 3 * abs(0.9 - 2 / 3)) / 4)


@pytest.mark.parametrize(("confidence", "low"), [(0.0, 0.0), (0.7, 0.7), (0.29, 0.2), (1.0, 0.9)])
def test_a_bin_includes_its_lower_edge(confidence: float, low: float) -> None:
    """Edges are exact though 0.7 × 10 is not 7; certainty falls into the last bin."""
    assert [b.low for b in calibrate([judged(confidence, True)]).bins] == [low]


def test_what_gold_cannot_judge_is_counted_apart() -> None:
    """A finding beside the annotated words is neither right nor wrong."""
    item = Provision.model_validate(RISK)
    stray = seen(sighting(0, 2, provision=(0, 2)))
    found = calibrate([Judged("a", False, item, "", stray, {})])
    assert (found.findings, found.unjudged, found.brier, found.bins) == (0, 1, None, ())


def test_in_whole_acts_what_stands_near_no_defect_is_wrong() -> None:
    """Every finding of tiers 1 and 2 is judged there."""
    defect = Defect(pattern="A07", span="…", why="…"), Span(1000, 1010)
    act = GoldAct("acts/port", False, Document("…"), (defect,))
    right = sighting(1005, 1008, provision=(990, 1020), confidence=0.8)
    wrong = sighting(40, 50, provision=(30, 60), confidence=0.8)
    found = calibrate_acts([(act, seen(right, wrong))])
    assert [(b.findings, b.precision) for b in found.bins] == [(2, 0.5)]
    assert found.unjudged == 0
    assert found.expected_error == pytest.approx(0.3)
