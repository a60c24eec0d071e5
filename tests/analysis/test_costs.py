"""What each rule costs."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.costs import costs
from riskscan.text import Document

ACT = """1. Заявление подается через портал.
2. Управление рассматривает заявление и вправе продлить срок рассмотрения.
3. Управление вправе отказать в выдаче разрешения."""


def test_every_rule_is_told_the_dearest_first(analyzer: Analyzer) -> None:
    """Shares add up to one, and the matches are those of an ordinary analysis."""
    found = costs(analyzer, [Document(ACT)])
    assert {cost.rule for cost in found} == {rule.id for rule in analyzer.ruleset.rules}
    assert [cost.seconds for cost in found] == sorted((c.seconds for c in found), reverse=True)
    assert sum(cost.share for cost in found) == pytest.approx(1)
    (evaluator,) = analyzer.evaluators(Document(ACT))
    for cost in found:
        assert cost.matches == len(list(evaluator.matches(analyzer.ruleset.rule(cost.rule))))
    assert any(cost.matches for cost in found)


def test_dear_is_what_costs_many_times_the_mean(analyzer: Analyzer) -> None:
    """The line is drawn at five times the average."""
    found = costs(analyzer, [Document(ACT)])
    mean = sum(cost.seconds for cost in found) / len(found)
    assert [cost.dear for cost in found] == [cost.seconds > 5 * mean for cost in found]


def test_without_texts_nothing_is_spent(analyzer: Analyzer) -> None:
    """No text, no share."""
    assert {(cost.seconds, cost.share, cost.dear) for cost in costs(analyzer, [])} == {
        (0, 0, False)
    }
