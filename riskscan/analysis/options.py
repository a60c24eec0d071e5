"""What a caller may ask of an analysis."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.analysis.report import Interface, Severity


class Options(BaseModel):
    """The options of one analysis; every field has the default the expert's page uses.

    ``rank``: "learned" orders the findings by a trained weight; left out, they stand in text order.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Literal["auto", "ru", "kk"] = "auto"
    title: str | None = Field(default=None, max_length=2000)
    kind: str | None = Field(default=None, max_length=60)
    ui: Interface = "ru"
    factors: tuple[str, ...] | None = None
    min_severity: Severity = "low"
    min_confidence: float = Field(default=0.0, ge=0, le=1, allow_inf_nan=False)
    max_tier: Literal[1, 2, 3] = 3
    rank: Literal["learned"] | None = None
