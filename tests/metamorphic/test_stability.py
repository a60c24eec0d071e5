"""Verdicts do not hang on wording: what changes no meaning changes no verdict.

Floors are shares of stable verdicts, a little under what was measured; every unstable case is a
defect of the engine or the rules, printed by ``python -m tests.metamorphic.stability``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from riskscan.analysis import Analyzer
from tests.metamorphic import typography
from tests.metamorphic.edits import Edit, Edits
from tests.metamorphic.stability import TRANSFORMATIONS, Shares, Stability, shares

# The fewest trials, then the floors: any risk, tier 1, the set of rules.
FLOORS = {
    "actors": (100, Shares(0.99, 0.99, 0.99)),
    "numbers": (60, Shares(0.99, 0.99, 0.99)),
    "point_numbers": (300, Shares(0.995, 0.995, 0.995)),
    "synonyms": (25, Shares(0.97, 0.97, 0.95)),
    "aspects": (20, Shares(0.99, 0.99, 0.99)),
    "modals": (10, Shares(0.97, 0.97, 0.97)),
    "fronted_terms": (8, Shares(0.99, 0.99, 0.98)),
    "inversions": (80, Shares(0.98, 0.98, 0.975)),
    "dots": (50, Shares(0.995, 0.995, 0.995)),
    "quotes": (10, Shares(0.995, 0.995, 0.995)),
    "unbroken_spaces": (150, Shares(0.995, 0.995, 0.995)),
    "double_spaces": (150, Shares(0.995, 0.995, 0.995)),
    "hard_wraps": (150, Shares(0.995, 0.995, 0.995)),
    "windows_lines": (50, Shares(0.995, 0.995, 0.995)),
    "capitals": (150, Shares(0.995, 0.995, 0.995)),
    "latin_letters": (150, Shares(0.995, 0.995, 0.995)),
    "soft_hyphens": (150, Shares(0.995, 0.995, 0.995)),
}

_PLENTY = 80  # trials asked for


@pytest.fixture(scope="module")
def stability(analyzer: Analyzer) -> Stability:
    """The cases with their verdicts before anything was changed."""
    return Stability(analyzer)


def test_every_transformation_has_a_floor() -> None:
    """None is measured without being held."""
    assert FLOORS.keys() == TRANSFORMATIONS.keys()


@pytest.mark.parametrize("name", FLOORS)
def test_the_verdict_stays(stability: Stability, name: str) -> None:
    """Enough trials, and nearly all of them stable."""
    fewest, floor = FLOORS[name]
    # Typography applies nearly everywhere: a sixth of the cases is plenty; of wording, often half.
    every = 6 if hasattr(typography, name) else 2 if fewest >= _PLENTY else 1
    trials = stability.trials(TRANSFORMATIONS[name], every)
    assert len(trials) >= fewest
    stable = shares(trials)
    assert stable.risk >= floor.risk
    assert stable.signed >= floor.signed
    assert stable.rules >= floor.rules


def test_a_change_of_meaning_does_change_verdicts(stability: Stability) -> None:
    """The measure can fail: forbidding what was allowed turns risks into innocence."""

    def forbid(text: str) -> Iterator[Edits]:
        found = re.finditer(r"\b(вправе|может|могут)\b", text)
        edits = tuple(Edit(m.start(), m.start(), "не ") for m in found)
        if edits:
            yield edits

    assert shares(stability.trials(forbid)).risk < 0.8
