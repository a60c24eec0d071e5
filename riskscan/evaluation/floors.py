"""Floors a measured figure must reach: ``j=0.6``, ``recall.structural=0.5``, ``planted=0.7``.

A measure may be followed by the key of a group (a pattern, factor, difficulty, trap or split).
``false-alarms`` is a ceiling. All of them look at tiers 1 and 2. What could not be measured
reaches no floor.
"""

from __future__ import annotations

import operator
from dataclasses import dataclass

from riskscan.errors import UsageError
from riskscan.evaluation.result import Evaluation, Interval, Rates

_TIER = "2"
_RATES = {
    "recall": "recall",
    "strict-recall": "strict_recall",
    "precision": "precision",
    "false-alarms": "false_alarms",
    "j": "j",
    "factor-accuracy": "factor_accuracy",
}
_PLANTED = "planted"
_CEILINGS = {"false-alarms"}
_SLACK = 1e-9  # 0.6 measured as a difference of floats is 0.6


@dataclass(frozen=True, slots=True)
class Floor:
    """A measure, the group it is taken of ("" for everything) and the value to reach."""

    measure: str
    group: str
    value: float

    def __str__(self) -> str:
        name = f"{self.measure}.{self.group}" if self.group else self.measure
        return f"{name} {'≤' if self.measure in _CEILINGS else '≥'} {self.value:g}"


@dataclass(frozen=True, slots=True)
class Reached:
    """A floor with what was measured."""

    floor: Floor
    measured: float | None

    @property
    def held(self) -> bool:
        """Whether the figure reaches the floor (stays under a ceiling)."""
        if self.measured is None:
            return False
        holds = operator.le if self.floor.measure in _CEILINGS else operator.ge
        slack = _SLACK if self.floor.measure in _CEILINGS else -_SLACK
        return bool(holds(self.measured, self.floor.value + slack))


def parse_floor(text: str) -> Floor:
    """Read ``measure=value`` or ``measure.group=value``; UsageError says what is wrong."""
    name, _, value = text.partition("=")
    measure, _, group = name.strip().partition(".")
    known = (*_RATES, _PLANTED)
    if measure not in known or (group and measure == _PLANTED):
        raise UsageError(
            f"no measure “{name.strip()}”",
            place="--floor",
            remedy=f"The measures are: {', '.join(known)}; e.g. recall.structural=0.5",
        )
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageError(
            "the value of a floor is a number from 0 to 1", place=f"--floor {name.strip()}"
        )
    return Floor(measure, group, number)


def check(floor: Floor, evaluation: Evaluation) -> Reached:
    """Hold one floor against the figures; UsageError for a group that was not measured."""
    if floor.measure == _PLANTED:
        planted = evaluation.planted
        return Reached(floor, _value(planted.total[_TIER].recall) if planted else None)
    return Reached(floor, _value(getattr(_rates(floor, evaluation), _RATES[floor.measure])))


def _rates(floor: Floor, evaluation: Evaluation) -> Rates:
    if not floor.group:
        return evaluation.overall[_TIER]
    for groups in evaluation.groups.values():
        for group in groups:
            if group.key == floor.group:
                return group.tiers[_TIER]
    raise UsageError(
        f"no provisions of “{floor.group}” in this split",
        place="--floor",
        remedy="A group is a pattern, factor, difficulty, trap or split",
    )


def _value(interval: Interval | None) -> float | None:
    return None if interval is None else interval.value
