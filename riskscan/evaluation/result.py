"""The figures of one evaluation: what the tables and the JSON are made from.

Schema ``riskscan-evaluation/1``. Rates are shares between 0 and 1; an interval is None where
nothing could be measured. Keys "2" and "1" are tiers: findings of that tier or better count.
"""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.analysis.report import RulesetInfo
from riskscan.evaluation.gold import Split

SCHEMA: Final = "riskscan-evaluation/1"
Family = Literal["split", "pattern", "factor", "difficulty", "trap"]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Interval(_Model):
    """A measured value and its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


class Rates(_Model):
    """What was measured on ``risks`` risk provisions and ``cleans`` clean ones.

    ``recall``: risks found / risks. ``strict_recall``: risks found in their own sentence / risks.
    ``false_alarms``: clean provisions flagged / clean provisions. ``precision``: risks found /
    (risks found + clean provisions flagged). ``j``: recall − false_alarms.
    ``factor_accuracy``: found risks with the right factor / risks found.
    """

    risks: int
    cleans: int
    recall: Interval | None
    strict_recall: Interval | None
    precision: Interval | None
    false_alarms: Interval | None
    j: Interval | None
    factor_accuracy: Interval | None


class Group(_Model):
    """The rates of one part of the provisions."""

    key: str
    tiers: dict[str, Rates]


class Bin(_Model):
    """Findings whose confidence lies in [low, high) (the last bin includes 1)."""

    low: float
    high: float
    findings: int
    confidence: float
    precision: float


class Calibration(_Model):
    """How far confidence can be believed, on findings of tiers 1 and 2 that gold can judge.

    ``brier``: mean squared difference of confidence and outcome; ``expected_error``: mean distance
    of confidence and precision over the bins, weighted by their findings. Both hold for gold's
    own mixture of risky and clean provisions, or of planted defects and the text between them.
    """

    findings: int
    unjudged: int
    brier: float | None
    expected_error: float | None
    bins: tuple[Bin, ...]


class ActTier(_Model):
    """One act, or all of them, at one tier; ``unmatched`` findings stand near no defect."""

    defects: int
    found: int
    right_factor: int
    unmatched: int
    unmatched_per_1000_words: float
    recall: Interval | None
    factor_accuracy: Interval | None


class ActResult(_Model):
    """The planted defects of one act."""

    name: str
    frozen: bool
    words: int
    tiers: dict[str, ActTier]


class Planted(_Model):
    """The planted defects of all acts together and act by act."""

    total: dict[str, ActTier]
    acts: tuple[ActResult, ...]


class Breach(_Model):
    """A finding of tier 1 on a well-drafted act."""

    act: str
    citation: str
    rule: str
    quote: str


class Gate(_Model):
    """The gate of clean acts: passed when no well-drafted act has a finding of tier 1."""

    acts: int
    words: int
    tier_2: int
    breaches: tuple[Breach, ...]

    @property
    def passed(self) -> bool:
        """Whether nothing broke it."""
        return not self.breaches


class Accusation(_Model):
    """A finding that belongs to a mistake."""

    rule: str
    tier: int
    confidence: float
    quote: str


class Mistake(_Model):
    """A development item the analyzer got wrong, with the words and the findings on it."""

    kind: Literal["missed", "false-alarm", "wrong-factor", "missed-defect", "unmatched"]
    file: str
    id: str
    pattern: str = ""
    difficulty: str = ""
    trap: str = ""
    words: str
    findings: tuple[Accusation, ...] = ()


class GoldFile(_Model):
    """A gold file that was measured."""

    name: str
    frozen: bool
    provisions: int


class Evaluation(_Model):
    """Everything one evaluation has to say."""

    schema_: Literal["riskscan-evaluation/1"] = Field(default=SCHEMA, alias="schema")
    split: Split
    files: tuple[GoldFile, ...]
    overall: dict[str, Rates]
    groups: dict[Family, tuple[Group, ...]]
    calibration: Calibration
    calibration_in_acts: Calibration
    planted: Planted | None
    gate: Gate | None
    mistakes: tuple[Mistake, ...] = ()
    engine: str
    ruleset: RulesetInfo

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    @property
    def frozen(self) -> bool:
        """Whether something frozen was measured."""
        acts = self.planted.acts if self.planted is not None else ()
        return any(file.frozen for file in self.files) or any(act.frozen for act in acts)
