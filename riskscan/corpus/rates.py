"""Findings per thousand words, with an interval that does not pretend.

Findings are counted events, so the interval is Poisson (Byar's approximation, exact enough from
one event on). Between documents they vary more than Poisson allows, so where a group's documents
do, the counts are first divided by the dispersion χ²/(n − 1) (quasi-Poisson). A short act with one
finding therefore has a wide interval, and order goes by its lower end.

Sources: Breslow and Day, Statistical Methods in Cancer Research II, 1987, eq. 2.13; McCullagh and
Nelder, Generalized Linear Models, 1989, section 6.2.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

CONFIDENCE = 0.95
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Rate:
    """Findings, and per 1,000 words with the ends of the 95 % interval; None without words."""

    findings: int
    per_1000: float | None
    low: float | None
    high: float | None


def rate(findings: int, words: int, documents: int, spread: float) -> Rate:
    """The rate of a group of documents; ``spread`` is Σ findings² / words over its documents."""
    if not words:
        return Rate(findings, None, None, None)
    dispersion = 1.0
    if documents > 1 and findings:
        chi_squared = words / findings * spread - findings
        dispersion = max(1.0, chi_squared / (documents - 1))
    low, high = _byar(findings / dispersion)
    scale = 1000 / words
    return Rate(
        findings,
        round(findings * scale, 4),
        round(low * dispersion * scale, 4),
        round(high * dispersion * scale, 4),
    )


def _byar(count: float) -> tuple[float, float]:
    """The interval of a Poisson mean when ``count`` events were seen."""
    low = 0.0
    if count > 0:
        low = count * max(0.0, 1 - 1 / (9 * count) - _Z / (3 * math.sqrt(count))) ** 3
    upper = count + 1
    return low, upper * (1 - 1 / (9 * upper) + _Z / (3 * math.sqrt(upper))) ** 3
