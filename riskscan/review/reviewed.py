"""A report sorted by the expert's decisions."""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.analysis.report import Finding, Report
from riskscan.review.decisions import Decision, Review

_NONE = Decision()


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A finding with the decision about it."""

    finding: Finding
    decision: Decision


@dataclass(frozen=True, slots=True)
class ReviewedList:
    """Findings by verdict, each in text order.

    ``orphans`` counts decisions about findings this report does not hold: the norm they were
    about has changed, and they are never attached to another.
    """

    accepted: tuple[Reviewed, ...]
    rejected: tuple[Reviewed, ...]
    undecided: tuple[Reviewed, ...]
    orphans: int


def review(report: Report, decided: Review) -> ReviewedList:
    """Every finding of the report, sorted by what was decided about it."""
    reviewed = [
        Reviewed(finding, decided.decisions.get(finding.id, _NONE))
        for finding in sorted(report.findings, key=lambda each: (each.start, each.end))
    ]
    return ReviewedList(
        accepted=tuple(each for each in reviewed if each.decision.verdict == "accepted"),
        rejected=tuple(each for each in reviewed if each.decision.verdict == "rejected"),
        undecided=tuple(each for each in reviewed if each.decision.verdict is None),
        orphans=len(decided.decisions.keys() - {finding.id for finding in report.findings}),
    )
