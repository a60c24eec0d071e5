"""From the research pattern of a gold item to the factor codes a finding on it may carry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from riskscan.engine.ruleset import RuleSet
from riskscan.errors import DamagedFileError

PATTERNS = "patterns.json"


@dataclass(frozen=True, slots=True)
class Factors:
    """The codes of every pattern, the main one first."""

    codes: Mapping[str, tuple[str, ...]]

    def main(self, pattern: str) -> str:
        """The code a pattern is counted under; “none” for a technique without a factor."""
        return next(iter(self.codes.get(pattern, ())), "none")

    def accepted(self, patterns: Iterable[str]) -> frozenset[str]:
        """Every code that is right for an item of these patterns."""
        return frozenset(code for each in patterns for code in self.codes.get(each, ()))


def read_factors(gold: Path, ruleset: RuleSet) -> Factors:
    """The codes of ``patterns.json`` (beside or above the gold folder) and of the rules themselves.

    A rule's ``pattern`` gives that pattern the rule's factor. DamagedFileError for a code that is
    not in factors.yaml.
    """
    codes = {pattern: list(found) for pattern, found in _stated(gold, ruleset).items()}
    for rule in ruleset.rules:
        known = codes.setdefault(rule.pattern, [])
        if rule.factor not in known:
            known.append(rule.factor)
    return Factors({pattern: tuple(found) for pattern, found in codes.items()})


def _stated(gold: Path, ruleset: RuleSet) -> Mapping[str, list[str]]:
    for path in (gold / PATTERNS, gold.parent / PATTERNS):
        if path.is_file():
            break
    else:
        return {}
    try:
        stated: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
        wrong = {code for found in stated.values() for code in found} - ruleset.factors.keys()
    except (ValueError, AttributeError, TypeError):
        raise DamagedFileError(
            "must be one JSON object: pattern to a list of factor codes", place=str(path)
        ) from None
    if wrong:
        raise DamagedFileError(
            f"unknown factor “{min(wrong)}”", place=str(path), remedy="See rules/factors.yaml"
        )
    return stated
