"""riskscan rules: list, show, lint, test."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from riskscan.cli import app
from riskscan.engine.ruleset import load_ruleset, rules_root
from riskscan.errors import PatternError, UsageError

RUNNER = CliRunner()


@pytest.fixture
def one_rule(tmp_path: Path) -> Path:
    """A copy of the rules with a single rule left."""
    root = tmp_path / "rules"
    shutil.copytree(rules_root(), root)
    ruleset = load_ruleset(root)
    keep, *others = [ruleset.files[rule.id].path for rule in ruleset.rules]
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


def test_lint_refuses_a_form_that_stands_for_no_word(one_rule: Path) -> None:
    """Such a wording could never be met: file and form are named."""
    path = next(iter(load_ruleset(one_rule).files.values())).path
    text = path.read_text("utf-8")
    unless = 'unless:\n  ru:\n    phrase: ["лодки"]\nconfidence:'
    path.write_text(re.sub(r"(?ms)^unless:.*?^confidence:|^confidence:", unless, text), "utf-8")
    result = RUNNER.invoke(app, ["rules", "lint", "--rules", str(one_rule)])
    assert isinstance(result.exception, PatternError)
    assert path.name in result.exception.place
    assert "лодки" in str(result.exception)


def test_test_exits_3_when_an_example_does_not_hold(one_rule: Path) -> None:
    """The failing example is printed with what happened instead."""
    assert RUNNER.invoke(app, ["rules", "test", "--rules", str(one_rule)]).exit_code == 0
    path = next(iter(load_ruleset(one_rule).files.values())).path
    innocent = "    flags:\n      - Заявка подается через портал.\n"
    path.write_text(path.read_text("utf-8").replace("    flags:\n", innocent, 1), "utf-8")
    result = RUNNER.invoke(app, ["rules", "test", "--rules", str(one_rule)])
    assert result.exit_code == 3
    assert "not flagged" in result.output


def test_docs_writes_a_page_for_each_rule(tmp_path: Path) -> None:
    """And the table of what the rules cover; a second run writes the same."""
    for _ in range(2):
        result = RUNNER.invoke(app, ["rules", "docs", str(tmp_path / "book"), "--ui", "kk"])
        assert result.exit_code == 0
    names = {path.stem for path in (tmp_path / "book" / "rules").glob("*.md")}
    assert names == {rule.id for rule in load_ruleset().rules}
    assert (tmp_path / "book" / "coverage.md").read_text("utf-8").startswith("# ")


def test_lint_refuses_a_pattern_nobody_knows(one_rule: Path) -> None:
    """The catalogue is the list; file and line are named."""
    path = next(iter(load_ruleset(one_rule).files.values())).path
    text = path.read_text("utf-8")
    start = text.index("pattern: ") + len("pattern: ")
    path.write_text(text[:start] + "G99" + text[start + 3 :], "utf-8")
    result = RUNNER.invoke(app, ["rules", "lint", "--rules", str(one_rule)])
    assert result.exit_code == 3
    assert "patterns.yaml has no G99" in result.output


def test_lint_profile_names_what_every_rule_costs(one_rule: Path, tmp_path: Path) -> None:
    """On given acts; a line for each rule."""
    acts = tmp_path / "acts"
    acts.mkdir()
    (acts / "act.txt").write_text("1. Комиссия вправе отказать в выдаче справки.", "utf-8")
    result = RUNNER.invoke(
        app, ["rules", "lint", "--profile", "--texts", str(acts), "--rules", str(one_rule)]
    )
    assert result.exit_code == 0
    (rule,) = load_ruleset(one_rule).rules
    assert any(line.startswith(rule.id) and " ms " in line for line in result.output.splitlines())
