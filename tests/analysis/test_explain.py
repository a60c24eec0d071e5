"""``explain``: why a rule fired, and which condition kept it from firing."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.explain import explain
from riskscan.errors import RuleError, UsageError
from riskscan.text import Document

DRAFT = Document(
    "11. Срок проверки может быть продлен руководителем инспекции.\n"
    "12. Срок осмотра может быть продлен инспектором:\n"
    "1) однократно на пять рабочих дней;\n"
    "2) с уведомлением владельца."
)
RULE = "deadline-extension.unbounded"


def test_fired(analyzer: Analyzer) -> None:
    """The explanation of a fired rule stands in the trace."""
    (trace,) = explain(analyzer, DRAFT, RULE, "п. 11")
    assert trace.fired
    assert trace.quote == "может быть продлен"
    assert "уководитель инспекции" in trace.detail


def test_not_fired_names_the_first_failed_condition(analyzer: Analyzer) -> None:
    """The bound found in the list is what kept the rule quiet."""
    trace = explain(analyzer, DRAFT, RULE, "п. 12")[0]
    assert not trace.fired
    assert (trace.condition, trace.detail) == ("lacks.bound", "present in list")


def test_a_zone_that_is_no_law_is_named(analyzer: Analyzer) -> None:
    """What stands in a preamble, a note or boilerplate is not weighed, and ``explain`` says so."""
    draft = Document("1. В пункте 5 Правил слова «срок проверки продлевается отделом» исключить.")
    traces = explain(analyzer, draft, RULE, "п. 1")
    assert {trace.condition for trace in traces} == {"zones"}


@pytest.mark.parametrize("at", ["п. 12 пп. 2)", "пункт 12 подпункт 2)", "point 12 subpoint 2"])
def test_addresses_in_several_forms(analyzer: Analyzer, at: str) -> None:
    """An address is written as people write it."""
    assert explain(analyzer, DRAFT, RULE, at) is not None


def test_unknown_places_and_rules(analyzer: Analyzer) -> None:
    """Each mistake has its own message."""
    with pytest.raises(UsageError, match="no provision"):
        explain(analyzer, DRAFT, RULE, "п. 99")
    with pytest.raises(UsageError, match="not understood"):
        explain(analyzer, DRAFT, RULE, "где-то")
    with pytest.raises(RuleError, match="no rule"):
        explain(analyzer, DRAFT, "deadline-extension.never", "п. 11")
