"""Lint: what a rule in use may not lack, and what one on trial may still owe."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riskscan.engine import lint, load_ruleset
from tests.engine.rules_root import copy_rules

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


@pytest.mark.parametrize(
    ("rule", "said", "cause"),
    [
        (RULE, "guards: [X02, X15, X21]", "X02 is in force by default"),
        (RULE, "guards: [X15, X15, X21]", "X15 is named twice"),
        (RULE, "allow: [X14]", "X14 is no default here"),
        (RULE, "allow: [X02, X02]", "X02 is named twice"),
        (
            "consistency/reference-broken.circular.yaml",
            "allow: [X02]",
            "X02 is no default here",
        ),
    ],
    ids=["default again", "twice", "no default", "allowed twice", "a rule over facts has none"],
)
def test_what_is_said_of_guards_must_change_something(
    tmp_path: Path, rule: str, said: str, cause: str
) -> None:
    """``guards`` and ``allow`` are refused where they say nothing, at the very guard."""
    path = copy_rules(tmp_path) / rule
    text = path.read_text("utf-8")
    if said.startswith("guards"):
        text = text.replace("  guards: [X15, X21]\n", "")
    path.write_text(text.replace("\nunless:\n", f"\nunless:\n  {said}\n"), "utf-8")
    (issue,) = lint(load_ruleset(tmp_path / "rules"))
    assert (issue.level, issue.text) == ("error", cause)
    line = int(issue.place.rsplit(":", 2)[1])
    assert said in path.read_text("utf-8").splitlines()[line - 1]
