"""The catalogue of corruption-generating patterns: what the rules together have to find."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.engine.model import Wording
from riskscan.norms.lexicon import parse_model
from riskscan.yaml_file import read_yaml


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RiskGroup(_Entry):
    """A group of patterns; ``id`` is the letter their ids begin with."""

    id: str = Field(pattern=r"^[A-G]$")
    title: Wording


class RiskPattern(_Entry):
    """One pattern of risk.

    ``awaits``: it shows only beside other acts. ``found_by``: the command that finds it where no
    rule does.
    """

    id: str = Field(pattern=r"^[A-G]\d\d$")
    title: Wording
    awaits: Literal["corpus"] | None = None
    found_by: str | None = None


class Catalogue(_Entry):
    """All patterns, in order, with their groups."""

    groups: tuple[RiskGroup, ...]
    patterns: tuple[RiskPattern, ...]


def load_catalogue(root: Path) -> Catalogue:
    """The catalogue of a rules root. InputError when there is none, RuleError for a bad one."""
    return parse_model(Catalogue, read_yaml(root / "patterns.yaml"))
