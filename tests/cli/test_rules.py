"""riskscan rules: list, show, lint, test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from riskscan.cli import app
from riskscan.engine.ruleset import load_ruleset, rules_root
from riskscan.errors import UsageError

RUNNER = CliRunner()


@pytest.fixture
def one_rule(tmp_path: Path) -> Path:
    """A copy of the rules with a single rule left."""
    root = tmp_path / "rules"
    shutil.copytree(rules_root(), root)
    keep, *others = [file.path for file in load_ruleset(root).files.values()]
    for path in others:
        path.unlink()
    assert keep.exists()
    return root


def test_list_names_every_rule() -> None:
    """One line a rule, its id first."""
    result = RUNNER.invoke(app, ["rules", "list", "--ui", "en"])
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.output.splitlines()]
    assert listed == [rule.id for rule in load_ruleset().rules]


def test_show_prints_the_page_of_a_rule() -> None:
    """Title, explanation, redraft, every basis, examples."""
    rule = load_ruleset().rules[0]
    result = RUNNER.invoke(app, ["rules", "show", rule.id])
    assert result.exit_code == 0
    for words in (rule.title.ru, rule.redraft.ru, rule.examples.ru.flags[0]):
        assert words in result.output


def test_an_unknown_rule_is_a_usage_error() -> None:
    """The nearest id is offered."""
    known = load_ruleset().rules[0].id
    result = RUNNER.invoke(app, ["rules", "show", known + "s"])
    assert isinstance(result.exception, UsageError)
    assert known in result.exception.remedy


def test_lint_exits_3_when_a_rule_is_incomplete(one_rule: Path) -> None:
    """An error names file and line; a finished rule passes."""
    assert RUNNER.invoke(app, ["rules", "lint", "--rules", str(one_rule)]).exit_code == 0
    path = next(iter(load_ruleset(one_rule).files.values())).path
    text = path.read_text("utf-8")
    flags = text[text.index("    flags:") : text.index("    passes:")]
    path.write_text(text.replace(flags, "    flags: []\n"), "utf-8")
    result = RUNNER.invoke(app, ["rules", "lint", "--rules", str(one_rule)])
    assert result.exit_code == 3
    assert f"{path.name}:" in result.output


def test_test_exits_3_when_an_example_does_not_hold(one_rule: Path) -> None:
    """The failing example is printed with what happened instead."""
    assert RUNNER.invoke(app, ["rules", "test", "--rules", str(one_rule)]).exit_code == 0
    path = next(iter(load_ruleset(one_rule).files.values())).path
    innocent = "    flags:\n      - Заявка подается через портал.\n"
    path.write_text(path.read_text("utf-8").replace("    flags:\n", innocent, 1), "utf-8")
    result = RUNNER.invoke(app, ["rules", "test", "--rules", str(one_rule)])
    assert result.exit_code == 3
    assert "not flagged" in result.output
