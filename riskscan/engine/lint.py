"""Lint: what is wrong or owed in a ruleset that loads."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from riskscan.engine.explanation import CAPTURES
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet

MIN_EXAMPLES = 4


@dataclass(frozen=True, slots=True)
class Issue:
    """One defect (``error``) or one debt (``debt``: the Kazakh side not yet written)."""

    level: Literal["error", "debt"]
    rule: str
    place: str
    text: str


def lint(ruleset: RuleSet) -> list[Issue]:
    """All issues, in rule order; an empty list means the rules are finished."""
    return [issue for rule in ruleset.rules for issue in _rule_issues(rule, ruleset)]


def _rule_issues(rule: Rule, ruleset: RuleSet) -> Iterator[Issue]:
    file = ruleset.files[rule.id]
    for side in ("flags", "passes"):
        count = len(getattr(rule.examples.ru, side))
        if count < MIN_EXAMPLES:
            place = file.place(("examples", "ru", side))
            yield Issue("error", rule.id, place, f"{count} {side}; at least {MIN_EXAMPLES}")
    for text in ("ru", "kk", "en"):
        unknown = _captures(getattr(rule.explain, text)) - CAPTURES
        if unknown:
            place = file.place(("explain", text))
            yield Issue("error", rule.id, place, f"explain uses unknown {sorted(unknown)}")
    if not any(basis.kind == "law" for basis in rule.basis):
        yield Issue("error", rule.id, file.place(("basis",)), "no Kazakhstani law to rest on")
    if not (rule.examples.kk.flags and rule.examples.kk.passes):
        yield Issue("debt", rule.id, file.place(("examples",)), "no Kazakh side yet")


def _captures(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
