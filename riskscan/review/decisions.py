"""An expert's decisions: one for a finding, under the finding's fingerprint."""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from riskscan.errors import UsageError

MOST_DECISIONS = 20_000
LONGEST_NOTE = 4_000  # characters

Verdict = Literal["accepted", "rejected"]
Reason = Literal["bounded", "other-act", "restates-law", "no-choice", "misread", "minor"]
REASONS: tuple[Reason, ...] = get_args(Reason)

FindingId = Annotated[str, StringConstraints(min_length=1, max_length=64)]

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Decision(_Model):
    """What was decided about one finding; a note may stand without a verdict.

    ``reason`` says why a finding was rejected: the limit stands in this act after all
    (``bounded``) or in another (``other-act``), the norm repeats a law (``restates-law``), nobody
    gains a choice (``no-choice``), the program misread the text (``misread``), the harm is slight
    (``minor``).
    """

    verdict: Verdict | None = None
    reason: Reason | None = None
    note: str = Field(default="", max_length=LONGEST_NOTE)

    @model_validator(mode="after")
    def _reason_of_a_rejection(self) -> Self:
        if self.reason is not None and self.verdict != "rejected":
            raise ValueError("only a rejection has a reason")
        return self


class Review(_Model):
    """The decisions about one document by finding id."""

    decisions: dict[FindingId, Decision] = Field(default={}, max_length=MOST_DECISIONS)


def read_review(text: str | bytes) -> Review:
    """A review from its JSON; UsageError names the first field that is no decision."""
    try:
        return Review.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        raise UsageError(
            "the decisions are damaged",
            place=".".join(["review", *map(_safe, first["loc"])]),
            remedy="Send a JSON object: decisions by finding id, each with verdict, reason, note",
        ) from None


def _safe(part: str | int) -> str:
    """A part of a field's path, unless it could be a piece of a draft."""
    return str(part) if _NAME.fullmatch(str(part)) else "(unnamed)"
