"""Rules with one condition changed, to see what the condition is good for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from riskscan.engine.evaluation import Evaluator
from riskscan.engine.model import Rule
from riskscan.norms.model import ElementKind


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


def with_guard(rule: Rule, guard: str) -> Rule:
    """The rule as it would be if it did not allow for a guard all rules are under."""
    allow = tuple(each for each in rule.unless.allow if each != guard)
    return changed(rule, unless=rule.unless.model_copy(update={"allow": allow}))


def without_lack(rule: Rule, kind: ElementKind) -> Rule:
    """The rule as it would be if it did not ask whether an element is there."""
    return changed(
        rule, lacks={each: lack for each, lack in rule.lacks.items() if each is not kind}
    )


def own_mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """The rule without one of its own clearing conditions at a time, and how a file writes each."""
    for guard in rule.unless.guards:
        yield f"unless.guards: {guard}", without_guard(rule, guard)
    for kind in rule.lacks:
        yield f"lacks: {kind}", without_lack(rule, kind)


def fires(rule: Rule, evaluators: Iterable[Evaluator]) -> bool:
    """Whether the rule finds anything."""
    return any(True for evaluator in evaluators for _ in evaluator.matches(rule))
