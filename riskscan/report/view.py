"""How a report is to be shown: language, depth, terminal."""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.analysis.report import Finding, Interface, Report


@dataclass(frozen=True, slots=True)
class View:
    """Findings up to ``max_tier`` are shown in full, the others counted.

    ``colour`` and ``width`` (columns) matter to the terminal only.
    """

    ui: Interface = "ru"
    max_tier: int = 1
    colour: bool = False
    width: int = 100


def numbered(report: Report) -> dict[int, list[tuple[int, Finding]]]:
    """Findings by tier in the report's order, each with its number: from 1 through the tiers."""
    by_tier: dict[int, list[tuple[int, Finding]]] = {1: [], 2: [], 3: []}
    for number, finding in enumerate(sorted(report.findings, key=lambda f: f.tier), start=1):
        by_tier[finding.tier].append((number, finding))
    return by_tier
