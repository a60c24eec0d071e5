"""The rubric of severity: what an act or a norm is about moves a finding by one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

from riskscan.engine.guards import Site
from riskscan.engine.model import Rule, Severity, Wording, concept_name
from riskscan.structure.model import ZoneKind

_SCALE: tuple[Severity, ...] = get_args(Severity)


class Step(BaseModel):
    """One reason to weigh a finding heavier (``by: 1``) or lighter (``by: -1``).

    It holds in texts of some profiles, in acts of some kinds, in some zones, or for norms with a
    concept: in the point, in the line that introduces its list, or in a heading above.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    title: Wording
    by: Literal[-1, 1]
    profiles: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    zones: tuple[ZoneKind, ...] = ()
    concept: str | None = None

    _unwrap = field_validator("concept")(concept_name)

    def holds(self, site: Site) -> bool:
        """Whether a norm is about what the step names."""
        act = site.reader.act
        return (
            site.reader.profile(site.provision) in self.profiles
            or act.kind in self.kinds
            or act.provisions[site.provision].zone in self.zones
            or (self.concept is not None and _about(site, self.concept))
        )


@dataclass(frozen=True, slots=True)
class Grade:
    """A severity, and the steps that made it differ from the rule's."""

    severity: Severity
    steps: tuple[Step, ...] = ()


class Rubric(BaseModel):
    """All steps; together they never move a finding by more than one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: tuple[Step, ...]

    def grade(self, rule: Rule, site: Site, base: Severity) -> Grade:
        """How grave what a rule finds is at a site, when it is ``base`` in an ordinary act."""
        own = rule.severities.get(site.reader.profile(site.provision) or "")
        if own is not None:
            return Grade(own)
        if rule.technique:
            return Grade(base)
        steps = tuple(step for step in self.steps if step.holds(site))
        moved = _moved(base, sum(step.by for step in steps))
        return Grade(moved, tuple(_towards(steps, base, moved)))


def _moved(base: Severity, by: int) -> Severity:
    place = _SCALE.index(base) + max(-1, min(1, by))
    return _SCALE[max(0, min(len(_SCALE) - 1, place))]


def _towards(steps: tuple[Step, ...], base: Severity, moved: Severity) -> Iterator[Step]:
    """The steps that point from one severity to another."""
    direction = _SCALE.index(moved) - _SCALE.index(base)
    return (step for step in steps if step.by == direction)


def _about(site: Site, concept: str) -> bool:
    """Whether a concept stands around a norm or in a heading above it."""
    reader = site.reader
    named = reader.table.sentences("concept", concept)
    return bool(named) and (
        reader.in_context(site.sentence, concept) or reader.headed_by(site.provision, named)
    )
