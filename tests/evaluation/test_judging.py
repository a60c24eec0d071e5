"""When a risk counts as found, strictly found, of the right factor; when clean is accused."""

from __future__ import annotations

import pytest

from riskscan.evaluation.factors import Factors
from riskscan.evaluation.gold import Provision
from riskscan.evaluation.judging import Judged, Verdict, judge, outcomes
from riskscan.evaluation.sightings import Seen
from tests.evaluation.gold_folder import INNOCENT, RISK
from tests.evaluation.sightings import seen, sighting

FACTORS = Factors({"A07": ("deadline-extension", "open-list"), "A12": ("procedure-missing",)})
TEXT = "Один. Два. Три слова. Конец."
SENTENCES = ((0, 5), (6, 10), (11, 21), (22, 28))
ITEM = Provision.model_validate(RISK | {"text": TEXT, "span": "Три", "also": ["A12"]})
CLEAN = Provision.model_validate(INNOCENT)


def at(start: int, end: int, provision: tuple[int, int] = (0, 28), **more: object) -> Seen:
    """One finding in the four sentences."""
    made = sighting(start, end, provision=provision, **more)  # type: ignore[arg-type]
    return seen(made, sentences=SENTENCES)


@pytest.mark.parametrize(
    ("what", "found", "strictly"),
    [
        (at(12, 13), True, True),  # on the words themselves
        (at(15, 20), True, True),  # in their sentence
        (at(6, 9), True, False),  # in their provision only
        (at(22, 27, provision=(22, 28)), False, False),  # in another provision
        (at(11, 14, tier=3), False, False),  # a remark on drafting technique
        (seen(), False, False),
    ],
)
def test_where_a_finding_must_stand(what: Seen, found: bool, strictly: bool) -> None:
    """The provision of a finding decides; the stricter figure asks for its sentence."""
    verdict = judge(ITEM, what, FACTORS, 2)
    assert (verdict.found, verdict.strictly, verdict.alarm) == (found, strictly, False)


@pytest.mark.parametrize(
    ("factor", "right"),
    [
        ("deadline-extension", True),  # of the pattern
        ("open-list", True),  # of the pattern, too
        ("procedure-missing", True),  # of a pattern in “also”
        ("monopoly", False),
    ],
)
def test_which_factor_is_right(factor: str, right: bool) -> None:
    """Any code of the item's patterns is right."""
    assert judge(ITEM, at(12, 13, factor=factor), FACTORS, 2).right_factor is right


def test_a_right_factor_elsewhere_does_not_count() -> None:
    """Only findings that found the risk can have its factor."""
    wrong = sighting(12, 13, provision=(11, 21), factor="monopoly")
    elsewhere = sighting(0, 4, provision=(0, 5))
    verdict = judge(ITEM, seen(wrong, elsewhere, sentences=SENTENCES), FACTORS, 2)
    assert verdict == Verdict(found=True, strictly=True, right_factor=False)


def test_tier_1_looks_at_tier_1() -> None:
    """A finding of tier 2 finds nothing an expert would sign, and accuses nobody there."""
    weak = at(12, 13, tier=2)
    assert judge(ITEM, weak, FACTORS, 2).found and not judge(ITEM, weak, FACTORS, 1).found
    assert judge(CLEAN, weak, FACTORS, 2).alarm and not judge(CLEAN, weak, FACTORS, 1).alarm


def test_any_finding_on_a_clean_provision_is_an_alarm() -> None:
    """Wherever it stands; a clean provision can never be “found”."""
    assert judge(CLEAN, at(0, 4), FACTORS, 2) == Verdict(alarm=True)
    assert judge(CLEAN, seen(), FACTORS, 2) == Verdict()


def test_outcomes_leave_out_what_nobody_annotated() -> None:
    """Confidence is judged on the risk and on clean provisions, not on the words around a risk."""
    hit, stray = sighting(12, 13, provision=(11, 21)), sighting(0, 4, provision=(0, 5))
    technique = sighting(12, 13, tier=3)
    risk = Judged("a", False, ITEM, "", seen(hit, stray, technique), {})
    clean = Judged("a", False, CLEAN, "", seen(stray), {})
    assert list(outcomes(risk)) == [(hit, True)]
    assert list(outcomes(clean)) == [(stray, False)]
