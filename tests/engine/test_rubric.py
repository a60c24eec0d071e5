"""The rubric of severity: one step up or down by what an act or a norm is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.report import Finding
from riskscan.engine import load_ruleset
from riskscan.errors import RuleError
from riskscan.text import Document
from tests.engine.rules_root import RULE, copy_rules

EXTENSION = "deadline-extension.unbounded"  # of high severity
NORM = "Срок рассмотрения заявления может быть продлен руководителем инспекции."
KAZAKH = "Өтінішті қарау мерзімін инспекция басшысы ұзарта алады."


def found(analyzer: Analyzer, text: str, rule: str = EXTENSION) -> Finding:
    """What one rule finds in a draft."""
    report = analyzer.analyze(Document(text))
    return next(finding for finding in report.findings if finding.rule == rule)


def reasons(finding: Finding) -> list[tuple[str, int]]:
    """Why its severity is not the rule's."""
    return [(step.reason, step.by) for step in finding.severity_steps]


def test_an_ordinary_act_keeps_the_severity_of_the_rule(analyzer: Analyzer) -> None:
    """Nothing to say about it, then."""
    finding = found(analyzer, f"Правила прогулок\n1. {NORM}")
    assert (finding.severity, reasons(finding)) == ("high", [])


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Правила выдачи разрешений на рыбалку", "permits"),
        ("Правила проведения проверок причалов", "inspections"),
        ("Правила закупок фонарей", "procurement"),
        ("Правила субсидирования рыбаков", "subsidies"),
        ("Правила предоставления земельных участков у моря", "land"),
        ("Правила аттестации педагогических работников", "personnel"),
        ("Кодекс об административных правонарушениях", "sanctions"),
    ],
)
def test_what_tempts_most_weighs_one_step_more(analyzer: Analyzer, title: str, reason: str) -> None:
    """And the report says why."""
    finding = found(analyzer, f"{title}\n1. {NORM}")
    assert (finding.severity, reasons(finding)) == ("critical", [(reason, 1)])


def test_kazakh_acts_are_weighed_alike(analyzer: Analyzer) -> None:
    """The profile is read from a Kazakh title too."""
    finding = found(analyzer, f"Балықшыларды субсидиялау қағидалары\n1. {KAZAKH}")
    assert (finding.severity, reasons(finding)) == ("critical", [("subsidies", 1)])


def test_kazakh_goals_are_told_by_the_norm_itself(analyzer: Analyzer) -> None:
    """As Russian ones are."""
    norm = f"Инспекцияның негізгі міндеттері мынадай. {KAZAKH}"
    assert reasons(found(analyzer, f"Серуен қағидалары\n1. {norm}")) == [("goals", -1)]


def test_budget_money_is_told_by_the_norm_itself(analyzer: Analyzer) -> None:
    """No title says it."""
    norm = "Срок возврата гранта может быть продлен руководителем управления."
    finding = found(analyzer, f"Правила прогулок\n1. {norm}\n2. {NORM}")
    assert reasons(finding) == [("budget", 1)]


def test_a_plan_weighs_one_step_less(analyzer: Analyzer) -> None:
    """What it says has to become a rule first."""
    finding = found(analyzer, f"План прогулок\n1. {NORM}")
    assert (finding.severity, reasons(finding)) == ("medium", [("plans", -1)])


def test_goals_under_their_heading_weigh_one_step_less(analyzer: Analyzer) -> None:
    """Whether the heading stands above or the norm says so."""
    finding = found(analyzer, f"Правила прогулок\nГлава 1. Цели и задачи\n1. {NORM}")
    assert reasons(finding) == [("goals", -1)]


def test_steps_up_and_down_cancel_out(analyzer: Analyzer) -> None:
    """A plan about permits is as grave as the rule says."""
    finding = found(analyzer, f"План выдачи разрешений на рыбалку\n1. {NORM}")
    assert (finding.severity, reasons(finding)) == ("high", [])


def changed(folder: Path, right: str, wrong: str) -> Analyzer:
    """An analyzer over rules of which one says something else."""
    rules = copy_rules(folder)
    path = rules / RULE
    path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    return Analyzer(rules)


def test_a_defect_of_technique_stays_one(tmp_path: Path) -> None:
    """It tempts nobody more because the act is about permits."""
    analyzer = changed(tmp_path, "severity: high", "severity: low\ntechnique: true")
    finding = found(analyzer, f"Правила выдачи разрешений на рыбалку\n1. {NORM}")
    assert (finding.tier, finding.severity, reasons(finding)) == (3, "low", [])


def test_a_rule_may_know_better(tmp_path: Path) -> None:
    """What it says of a profile is not moved."""
    analyzer = changed(tmp_path, "severity: high", "severity: high\nseverities: {permit: medium}")
    finding = found(analyzer, f"Правила выдачи разрешений на рыбалку\n1. {NORM}")
    assert (finding.severity, reasons(finding)) == ("medium", [])


def test_a_rule_names_profiles_there_are(tmp_path: Path) -> None:
    """A misspelt one would never hold."""
    with pytest.raises(RuleError, match="no act has the profile “permits”"):
        changed(tmp_path, "severity: high", "severity: high\nseverities: {permits: low}")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("profiles: [permit]", "profiles: [permits]", "no act has the profile “permits”"),
        ("<budget-support>", "<bugdet-support>", "unknown concept <bugdet-support>"),
        ("by: -1", "by: -2", "by"),
    ],
)
def test_a_step_that_could_never_hold_is_refused(
    tmp_path: Path, right: str, wrong: str, message: str
) -> None:
    """With the place in the file."""
    rules = copy_rules(tmp_path)
    path = rules / "severity.yaml"
    path.write_text(path.read_text("utf-8").replace(right, wrong, 1), "utf-8")
    with pytest.raises(RuleError, match=message) as error:
        load_ruleset(rules)
    assert "severity.yaml" in str(error.value)
