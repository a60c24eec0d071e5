"""The rule book as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.engine.catalogue import load_catalogue
from riskscan.engine.ruleset import load_ruleset, rules_root
from riskscan.report.rule_pages import coverage, page

DOCS = Path(__file__).parents[2] / "docs"
RULES = load_ruleset()
CATALOGUE = load_catalogue(rules_root())


def test_the_kept_coverage_is_that_of_the_rules() -> None:
    """docs/coverage.md is written by ``riskscan rules docs docs --ui en`` and never by hand."""
    kept = (DOCS / "coverage.md").read_text("utf-8")
    assert kept == coverage(RULES, CATALOGUE, "en"), "run: riskscan rules docs docs --ui en"


def test_the_catalogue_is_whole() -> None:
    """Sixty-nine patterns in seven groups, each once, each rule's among them."""
    known = [pattern.id for pattern in CATALOGUE.patterns]
    assert len(known) == len(set(known)) == 69
    assert {identity[0] for identity in known} == {group.id for group in CATALOGUE.groups}
    assert {rule.pattern for rule in RULES.rules} <= set(known)


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_a_pattern_without_a_rule_says_why(ui: str) -> None:
    """What other acts must show, and what another command finds, is told apart."""
    table = coverage(RULES, CATALOGUE, ui)
    rows = {line.split(" ")[1]: line for line in table.splitlines() if line.startswith("| ")}
    waiting = {rows[identity].split("|")[3] for identity in ("B04", "B08")}
    assert len(waiting) == 1
    assert "riskscan parity" in rows["E08"]
    assert rows["E08"].split("|")[3] not in waiting


def test_a_page_tells_everything_of_its_rule() -> None:
    """Title, pattern, explanation, redraft, every basis and every example with its mark."""
    for rule in RULES.rules:
        text = page(rule, RULES, CATALOGUE, "kk")
        for words in (rule.title.kk, rule.pattern, rule.explain.kk, rule.redraft.kk):
            assert words in text
        for basis in rule.basis:
            assert f"{RULES.sources[basis.source].title.kk}: {basis.item}" in text
        examples = (*rule.examples.ru.flags, *rule.examples.kk.passes)
        assert text.count("\n> ") >= len(examples)
        assert "[[" not in text
