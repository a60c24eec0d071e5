"""The registry: every format renders the same report."""

from __future__ import annotations

import json

import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.report import Report
from riskscan.report import FORMATS, View, renderer
from tests.report.sample import DOCUMENT, REPORT


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_gives_the_report_back(name: str) -> None:
    """What was written reads as the same report."""
    text = FORMATS[name](REPORT, DOCUMENT, View())
    assert Report.model_validate_json(text) == REPORT
    assert json.loads(text)["schema"] == "riskscan-report/1"


def test_jsonl_is_one_line() -> None:
    """One report, one line."""
    assert FORMATS["jsonl"](REPORT, DOCUMENT, View()).count("\n") == 1


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_text(name: str) -> None:
    """Rendering is a pure function and ends with a line end."""
    first = FORMATS[name](REPORT, DOCUMENT, View())
    assert first == FORMATS[name](REPORT, DOCUMENT, View())
    assert first.endswith("\n")


def test_sarif_is_a_format_that_knows_the_rules(analyzer: Analyzer) -> None:
    """It is asked for by name like the others."""
    report = analyzer.analyze(DOCUMENT, Options())
    render = renderer("sarif", analyzer.ruleset)
    log = json.loads(render(report, DOCUMENT, View()))
    assert len(log["runs"][0]["results"]) == len(report.findings)
    assert renderer("json", analyzer.ruleset) is FORMATS["json"]
