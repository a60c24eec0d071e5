"""Every example of every rule holds: it is the rules' own specification."""

from __future__ import annotations

from riskscan.analysis import Analyzer
from riskscan.analysis.examples import run_examples
from riskscan.engine import lint


def test_every_example_holds(analyzer: Analyzer) -> None:
    """What must be flagged is flagged where it says, and nothing that must pass is."""
    results = list(run_examples(analyzer))
    assert [(r.rule, r.side, r.text, r.problem) for r in results if r.problem] == []
    assert len(results) >= 8 * len(analyzer.ruleset.rules)


def test_lint_finds_nothing(analyzer: Analyzer) -> None:
    """No rule has a defect, and none owes its Kazakh side."""
    assert lint(analyzer.ruleset) == []
