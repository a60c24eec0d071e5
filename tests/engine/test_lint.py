"""Lint: what a rule in use may not lack, and what one on trial may still owe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riskscan.engine import lint, load_ruleset

RULE = "discretion/discretion-wide.hedge.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the rules in which one rule has lost its Kazakh examples."""
    copy = tmp_path / "rules"
    shutil.copytree(load_ruleset().root, copy)
    path = copy / RULE
    text = path.read_text("utf-8")
    path.write_text(text[: text.rindex("\n  kk:\n")] + "\n", encoding="utf-8")
    return copy


def test_a_rule_in_use_speaks_kazakh(root: Path) -> None:
    """A stable rule without its Kazakh side is refused, at the place where it should stand."""
    found = lint(load_ruleset(root))
    assert {(issue.level, issue.rule) for issue in found} == {("error", "discretion-wide.hedge")}
    assert all("at least 3" in issue.text for issue in found)
    assert all(RULE in issue.place for issue in found)


def test_a_rule_on_trial_may_owe_it(root: Path) -> None:
    """An experimental one owes it as a debt."""
    path = root / RULE
    text = path.read_text("utf-8")
    path.write_text(text.replace("status: stable", "status: experimental"), encoding="utf-8")
    assert {issue.level for issue in lint(load_ruleset(root))} == {"debt"}
