"""The reviewed list as JSON: for the next program, with every finding and its decision."""

from __future__ import annotations

from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from riskscan.analysis.report import DocumentInfo, Finding, Ledger, Report, RulesetInfo
from riskscan.review import Decision, Reviewed, ReviewedList

SCHEMA: Final = "riskscan-reviewed/1"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ReviewedFinding(_Model):
    """A finding with the decision about it."""

    decision: Decision
    finding: Finding


class ReviewedReport(_Model):
    """Findings by verdict in text order; ``orphans``: decisions whose norm has changed."""

    schema_: Literal["riskscan-reviewed/1"] = Field(default=SCHEMA, alias="schema")
    document: DocumentInfo
    accepted: tuple[ReviewedFinding, ...]
    rejected: tuple[ReviewedFinding, ...]
    undecided: tuple[ReviewedFinding, ...]
    orphans: int
    ledger: Ledger
    engine: str
    ruleset: RulesetInfo

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def render_reviewed_json(report: Report, reviewed: ReviewedList) -> str:
    """The reviewed list, indented."""
    made = ReviewedReport(
        document=report.document,
        accepted=_with_decisions(reviewed.accepted),
        rejected=_with_decisions(reviewed.rejected),
        undecided=_with_decisions(reviewed.undecided),
        orphans=reviewed.orphans,
        ledger=report.ledger,
        engine=report.engine,
        ruleset=report.ruleset,
    )
    return made.model_dump_json(by_alias=True, indent=2) + "\n"


def _with_decisions(reviewed: tuple[Reviewed, ...]) -> tuple[ReviewedFinding, ...]:
    return tuple(ReviewedFinding(decision=r.decision, finding=r.finding) for r in reviewed)
