"""Rules with one condition changed, to see what the condition is good for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from riskscan.engine.evaluation import Evaluator
from riskscan.engine.model import Rule


def changed(rule: Rule, **fields: Any) -> Rule:
    """The rule with other values in some fields."""
    kept = {name: getattr(rule, name) for name in Rule.model_fields}
    return Rule.model_validate({**kept, **fields})


def without_guard(rule: Rule, guard: str) -> Rule:
    """The rule as it would be if a guard it is under did not exist."""
    unless = rule.unless
    if guard in unless.guards:
        told = {"guards": tuple(each for each in unless.guards if each != guard)}
    else:
        told = {"allow": (*unless.allow, guard)}
    return changed(rule, unless=unless.model_copy(update=told))


def fires(rule: Rule, evaluators: Iterable[Evaluator]) -> bool:
    """Whether the rule finds anything."""
    return any(True for evaluator in evaluators for _ in evaluator.matches(rule))
