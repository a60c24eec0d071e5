"""The summary: counts, density, normative certainty and the risk index with its terms."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from riskscan.analysis.report import (
    SEVERITIES,
    CertaintyPart,
    Finding,
    IndexTerm,
    Severity,
    Summary,
)

WEIGHTS: dict[Severity, int] = {"low": 1, "medium": 2, "high": 4, "critical": 8}


def summarise(findings: Sequence[Finding], words: int, parts: Sequence[CertaintyPart]) -> Summary:
    """``risk_index`` = 100·(1 − exp(−Σ weight × confidence / thousand words)), tier 1 only."""
    first = [finding for finding in findings if finding.tier == 1]
    terms = tuple(
        IndexTerm(
            severity=severity,
            findings=sum(finding.severity == severity for finding in first),
            confidence=round(sum(f.confidence for f in first if f.severity == severity), 2),
            weight=WEIGHTS[severity],
        )
        for severity in SEVERITIES
    )
    thousands = max(words / 1000, 1.0)
    load = sum(term.weight * term.confidence for term in terms) / thousands
    tiers = Counter(str(finding.tier) for finding in findings)
    return Summary(
        findings={tier: tiers.get(tier, 0) for tier in ("1", "2", "3")},
        by_factor=dict(sorted(Counter(finding.factor for finding in first).items())),
        by_severity={s: term.findings for s, term in zip(SEVERITIES, terms, strict=True)},
        density_per_1000_words=round(len(first) * 1000 / words, 2) if words else 0.0,
        normative_certainty=_share(parts),
        certainty_parts=tuple(parts),
        risk_index=round(100 * (1 - math.exp(-load))),
        risk_terms=terms,
    )


def _share(parts: Sequence[CertaintyPart]) -> float | None:
    of = sum(part.of for part in parts)
    return round(sum(part.said for part in parts) / of, 2) if of else None
