"""What a comparison answers: the differences between the two texts of one act, with both places.

Schema ``riskscan-parity/1``. Offsets are half-open and count code points of the text they stand
in: ``text[start:end] == quote`` always holds, and a place where words are missing is empty.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.analysis.report import Address, Basis, Notice, RulesetInfo, Severity

SCHEMA: Final = "riskscan-parity/1"
FACTOR: Final = "language-mismatch"

Side = Literal["ru", "kk"]
SIDES: tuple[Side, Side] = ("ru", "kk")
Kind = Literal[
    "provision", "term", "amount", "number", "modality", "reference", "definition", "finding"
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Model):
    """One of the two texts; ``language`` is what its words say, whatever it was sent as."""

    source: str | None
    title: str
    language: str
    characters: int
    provisions: int
    unread: tuple[Notice, ...] = ()
    assumed: tuple[Notice, ...] = ()


class Place(_Model):
    """Where a difference stands in one text; no words when they are missing there."""

    start: int
    end: int
    quote: str
    provision: Address


class Difference(_Model):
    """One point in which the two texts do not say the same; written like a finding.

    ``rule`` is that of a finding present in one text only, else None.
    """

    id: str
    kind: Kind
    factor: Literal["language-mismatch"] = FACTOR
    group: str
    severity: Severity
    confidence: float = Field(ge=0, le=1)
    tier: Literal[1, 2]
    ru: Place
    kk: Place
    rule: str | None = None
    title: str
    explanation: str
    recommendation: str
    basis: tuple[Basis, ...]


class Warning(_Model):
    """What was assumed or could not be compared."""

    code: str
    text: str


class ParitySummary(_Model):
    """How many provisions found their counterpart, how many stand in one text only."""

    aligned: int
    only: dict[Side, int]
    by_kind: dict[Kind, int]


class Parity(_Model):
    """The whole answer for a pair of texts; differences stand in the order of the texts."""

    schema_: Literal["riskscan-parity/1"] = Field(default=SCHEMA, alias="schema")
    texts: dict[Side, Text]
    warnings: tuple[Warning, ...]
    differences: tuple[Difference, ...]
    summary: ParitySummary
    engine: str
    ruleset: RulesetInfo

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    def to_json(self, indent: int | None = None) -> str:
        """The answer as JSON text under its published names."""
        return self.model_dump_json(by_alias=True, indent=indent)
