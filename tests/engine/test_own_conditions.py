"""Guards and absence clauses of a rule's own: each is alone in keeping some passing example silent.

A condition no example needs is either a habit or a promise nobody holds the rule to. Guards that
all rules are under have their cases in ``test_default_guards``.
"""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.examples import drawn, plain
from riskscan.engine import load_ruleset
from riskscan.engine.evaluation import Evaluator
from riskscan.engine.model import Examples, Rule
from tests.engine.mutants import changed, fires, own_mutants, with_guard

RULES = load_ruleset().rules
CONDITIONED = [rule for rule in RULES if rule.unless.guards or rule.lacks]
ALLOWING = [rule for rule in RULES if rule.unless.allow]


@pytest.mark.parametrize("rule", CONDITIONED, ids=lambda rule: rule.id)
def test_each_clears_a_passing_example(analyzer: Analyzer, rule: Rule) -> None:
    """Without one of its own conditions a rule flags what it should let pass."""
    idle = _idle(analyzer, rule)
    assert not idle, "\n".join(
        f"{rule.id}: no passing example needs «{condition}». Write one under examples.ru.passes or "
        "examples.kk.passes that nothing but this condition keeps silent, or take it out."
        for condition in idle
    )


@pytest.mark.parametrize("rule", ALLOWING, ids=lambda rule: rule.id)
def test_each_guard_allowed_for_would_hide_a_finding(analyzer: Analyzer, rule: Rule) -> None:
    """Under a default guard that it allows for a rule misses what it should flag."""
    flagged = [
        analyzer.evaluators(drawn(rule, plain(text)))
        for side in (rule.examples.ru, rule.examples.kk)
        for text in side.flags
    ]
    idle = [
        guard
        for guard in rule.unless.allow
        if all(fires(with_guard(rule, guard), evaluators) for evaluators in flagged)
    ]
    assert not idle, "\n".join(
        f"{rule.id}: every example under examples.*.flags is found under «{guard}» too. Write one "
        "that this guard would hide, or take it out of unless.allow."
        for guard in idle
    )


def test_conditions_without_examples_are_told(analyzer: Analyzer) -> None:
    """What holds of the rules holds because of their examples."""
    rule = CONDITIONED[0]
    conditions = [name for name, _ in own_mutants(rule)]
    assert conditions
    assert _idle(analyzer, changed(rule, examples=Examples())) == conditions


def _idle(analyzer: Analyzer, rule: Rule) -> list[str]:
    """The conditions of a rule that none of its passing examples needs."""
    passing: list[Evaluator] = [
        evaluator
        for side in (rule.examples.ru, rule.examples.kk)
        for text in side.passes
        for evaluator in analyzer.evaluators(drawn(rule, text))
    ]
    return [name for name, mutant in own_mutants(rule) if not fires(mutant, passing)]
