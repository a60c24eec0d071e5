"""The learned order: a weight for each finding, and the features that moved it most.

The model is a logistic regression, trained elsewhere and kept as numbers in the rules folder. It
orders; it hides nothing and changes no tier.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from riskscan.analysis.features import FEATURES, Group, features, titles
from riskscan.analysis.report import Finding, Interface, Rank, RankReason
from riskscan.errors import RuleError

SCHEMA: Final = "riskscan-ranking/1"
NAME = "ranking.json"
REASONS = 3
MAX_BYTES = 1024 * 1024
_TRAIN = "Train it anew: riskscan rank train GOLD… --output {}"

Number = Annotated[float, Field(allow_inf_nan=False)]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class FeatureWeight(_Model):
    """What one scale of difference from the mean adds to the logit."""

    mean: Number
    scale: Number = Field(gt=0)
    weight: Number


class Quality(_Model):
    """How well an order puts right findings first.

    ``auc``: how often a right finding stands above a wrong one. ``precision``: the share of right
    ones in the first tenth, quarter and half.
    """

    auc: Number
    precision: dict[str, Number]


class Comparison(_Model):
    """The learned order beside that by confidence, on findings it was not trained on."""

    learned: Quality
    confidence: Quality


class Ranking(_Model):
    """A trained model with what it was trained on and how it did.

    ``cross_validated``: "items" holds out whole gold items, "patterns" whole research patterns.
    """

    schema_: Literal["riskscan-ranking/1"] = Field(default=SCHEMA, alias="schema")
    right: int
    wrong: int
    cross_validated: dict[Literal["items", "patterns"], Comparison]
    intercept: Number
    features: dict[str, FeatureWeight]

    def weigh(self, group: Group, ui: Interface) -> Rank:
        """The weight of what becomes one finding, with its reasons in the interface language."""
        values = features(group)
        moved = {
            name: each.weight * (values[name] - each.mean) / each.scale
            for name, each in self.features.items()
        }
        strongest = sorted(filter(moved.get, moved), key=lambda name: -abs(moved[name]))[:REASONS]
        return Rank(
            weight=round(_logistic(self.intercept + sum(moved.values())), 3),
            because=tuple(
                RankReason(
                    feature=name,
                    value=values[name],
                    by=round(moved[name], 2),
                    title=titles()[name][ui],
                )
                for name in strongest
            ),
        )


def read_ranking(path: Path) -> Ranking:
    """The model in a file; RuleError for one that is not there, is broken or knows other features.

    A model weighs what it was trained on: other features need another training.
    """
    place, remedy = str(path), _TRAIN.format(path)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise RuleError(f"larger than {MAX_BYTES} bytes", place=place, remedy=remedy)
        ranking = Ranking.model_validate_json(path.read_bytes())
    except OSError as error:
        cause = f"no learned order here ({error.strerror})"
        raise RuleError(cause, place=place, remedy=remedy) from None
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        cause = f"{field}: {first['msg']}" if field else first["msg"]
        raise RuleError(cause, place=place, remedy=remedy) from None
    strange = sorted(ranking.features.keys() ^ FEATURES.keys())
    if strange:
        cause = f"trained on other features than this version knows ({', '.join(strange)})"
        raise RuleError(cause, place=place, remedy=remedy)
    return ranking


def ranked(
    findings: Sequence[Finding], groups: Sequence[Group], ranking: Ranking, ui: Interface
) -> list[Finding]:
    """The same findings with their weights, the weightiest first, equal ones as they stood."""
    weighed = [
        (ranking.weigh(group, ui), finding) for group, finding in zip(groups, findings, strict=True)
    ]
    weighed.sort(key=lambda each: -each[0].weight)
    return [finding.model_copy(update={"rank": rank}) for rank, finding in weighed]


def _logistic(logit: float) -> float:
    return 0.5 * (1 + math.tanh(logit / 2))
