"""Tiers: what an expert signs in one place is no more than a note in another."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document


@pytest.mark.parametrize(
    ("norm", "tier"),
    [
        ("Бөлім қажет болған жағдайда азаматқа көмек береді.", 1),
        ("Көлік министрлігі қажет болған жағдайда азаматтарға көмекті қамтамасыз етсін.", 2),
        ("Бөлім қажет болған жағдайда азаматқа куәліктің көшірмесін береді.", 1),
    ],
)
def test_a_task_told_once_is_no_power(analyzer: Analyzer, norm: str, tier: int) -> None:
    """«Қамтамасыз етсін» is a task; «көшірмесін» only looks like a verb."""
    findings = analyzer.analyze(Document(f"Көмек беру қағидалары\n1. {norm}")).findings
    found = {each.tier for each in findings if each.rule == "discretion-wide.if-necessary"}
    assert found == {tier}


@pytest.mark.parametrize(
    ("title", "tier"),
    [
        ("Правила осмотра причалов", 1),
        ("Методика осмотра причалов", 2),
        ("Правила оценки деятельности служащих порта", 2),
    ],
)
def test_how_a_body_reckons_and_keeps_its_staff(analyzer: Analyzer, title: str, tier: int) -> None:
    """A methodology is no procedure, and of a body's own staff nobody from outside is touched."""
    norm = "Отдел принимает одно из следующих решений: оставить оценку смотрителя; изменить её."
    findings = analyzer.analyze(Document(f"{title}\n1. {norm}")).findings
    found = {each.tier for each in findings if each.rule == "discretion-wide.one-of"}
    assert found == {tier}
