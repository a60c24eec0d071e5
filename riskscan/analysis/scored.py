"""A match with what it is worth: tier, confidence, grade of severity, and the norm it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from riskscan.analysis.report import SEVERITIES
from riskscan.analysis.tiers import confidence, tier
from riskscan.engine.evaluation import Match
from riskscan.engine.rubric import Grade, Rubric
from riskscan.norms.concepts import Own
from riskscan.text import Span

# A list of papers is one norm whoever brings them.
_OF_PAPERS = frozenset({"excessive-requirements", "extra-documents"})


@dataclass(frozen=True, slots=True)
class Scored:
    """A match with its tier, confidence and grade of severity."""

    match: Match
    tier: Literal[1, 2, 3]
    confidence: float
    grade: Grade

    @property
    def strength(self) -> tuple[int, int, float]:
        """Sorts stronger before weaker."""
        return (self.tier, -SEVERITIES.index(self.grade.severity), -self.confidence)

    @property
    def words(self) -> Span:
        """The words it shows."""
        site = self.match.site
        if site.phrase is not None:
            return site.reader.text.tokens.span(site.phrase.mark, site.phrase.shown)
        return site.span

    @property
    def row(self) -> Span | None:
        """The row of a comparative table it stands in."""
        site = self.match.site
        row = site.reader.act.row_at(site.span.start)
        return row.span if row is not None else None

    @property
    def norm(self) -> tuple[str, int]:
        """One factor on one norm is one finding; items of one list are one norm."""
        site, rule = self.match.site, self.match.rule
        frame = site.frame
        provision = site.provision
        if (frame is not None and frame.actor.inherited) or rule.factor in _OF_PAPERS:
            lead = site.reader.lead_in(provision)
            if lead is not None:
                provision = int(site.reader.text.provisions[lead])
        return rule.factor, provision


def score(match: Match, rubric: Rubric) -> Scored:
    """Tier, confidence and severity of a match."""
    sure = confidence(match)
    default = match.rule.default
    gap_filled = default is not None and defaulted(match)
    base = default.severity if default is not None and gap_filled else match.rule.severity
    return Scored(match, tier(match, sure), sure, rubric.grade(match.rule, match.site, base))


def defaulted(match: Match) -> bool:
    """Whether the statutory default reaches this act: it bounds answers to a person's request."""
    default = match.rule.default
    if default is None:
        return False
    return match.site.reader.table.has(match.site.sentence, Own.REQUEST)
