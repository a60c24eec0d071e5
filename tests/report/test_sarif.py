"""SARIF 2.1.0: valid against the OASIS schema, and every place in it is the finding's place."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, FormatChecker

from riskscan.analysis import Analyzer, Options, Report
from riskscan.analysis.report import Interface
from riskscan.reading import read, read_bytes
from riskscan.report import View
from riskscan.report.sarif import FINGERPRINT, render_sarif
from riskscan.text import Document

SCHEMA = Path(__file__).parent / "schemas" / "sarif-schema-2.1.0.json"
SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "rules.docx"
DRAFT = (
    "\N{PAGE FACING UP} Правила выдачи пропусков\r\n\r\n"
    "1. Срок рассмотрения заявки может быть продлен руководителем управления.\n"
    "2. Комиссия вправе:\n"
    "1) запросить иные документы;\r\n"
    "2) отказать в выдаче пропуска по своему усмотрению.\n"
)


@cache
def validator() -> Draft4Validator:
    """A validator of the official schema."""
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")), format_checker=FormatChecker())


def log_of(
    analyzer: Analyzer, document: Document, ui: Interface = "ru"
) -> tuple[Report, dict[str, Any]]:
    """The report on a document and its one run, checked against the schema."""
    report = analyzer.analyze(document, Options(ui=ui))
    text = render_sarif(analyzer.ruleset, report, document, View(ui=ui))
    assert text == render_sarif(analyzer.ruleset, report, document, View(ui=ui))
    log = json.loads(text)
    validator().validate(log)
    (run,) = log["runs"]
    return report, run


def cut(text: str, region: dict[str, Any]) -> str:
    """The words at a region's lines and columns."""
    lines = re.split("(?<=\n)", text)
    first, last = region["startLine"] - 1, region["endLine"] - 1
    start = sum(map(len, lines[:first])) + region["startColumn"] - 1
    return text[start : sum(map(len, lines[:last])) + region["endColumn"] - 1]


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_a_log_is_valid_in_every_language(analyzer: Analyzer, ui: Interface) -> None:
    """The run speaks the language asked for and carries the rules in the other two."""
    report, run = log_of(analyzer, Document(DRAFT), ui)
    assert len(run["results"]) == len(report.findings) > 2
    driver = run["tool"]["driver"]
    texts = {driver["language"]: driver["rules"]}
    texts |= {each["language"]: each["rules"] for each in run["translations"]}
    assert texts.keys() == {"ru", "kk", "en"}
    for language, rules in texts.items():
        assert [rule["id"] for rule in rules] == [rule.id for rule in analyzer.ruleset.rules]
        for described, rule in zip(rules, analyzer.ruleset.rules, strict=True):
            assert described["shortDescription"]["text"] == getattr(rule.title, language)
            assert "{" not in described["fullDescription"]["text"]


def test_a_result_is_the_finding(analyzer: Analyzer) -> None:
    """Rule, level, rank, fingerprint, tier and address are those of the report."""
    report, run = log_of(analyzer, Document(DRAFT))
    rules = run["tool"]["driver"]["rules"]
    levels = {"low": "note", "medium": "warning", "high": "error", "critical": "error"}
    for finding, result in zip(report.findings, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["level"] == levels[finding.severity]
        assert result["rank"] == pytest.approx(100 * finding.confidence)
        assert result["partialFingerprints"] == {FINGERPRINT: finding.id}
        assert result["properties"]["tier"] == finding.tier
        (logical,) = result["locations"][0]["logicalLocations"]
        assert logical["fullyQualifiedName"] == "/".join(finding.provision.path)
        assert logical["name"] == finding.provision.citation["ru"]
        said = sum(each.start is not None for each in finding.evidence)
        assert len(result["relatedLocations"]) == said


def test_regions_count_code_points_and_lines(analyzer: Analyzer) -> None:
    """Offsets, lines and columns lead to the quote; CRLF and LF end a line alike."""
    report, run = log_of(analyzer, Document(DRAFT))
    assert run["columnKind"] == "unicodeCodePoints"
    for finding, result in zip(report.findings, run["results"], strict=True):
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        assert region["snippet"]["text"] == finding.quote
        assert (region["charOffset"], region["charLength"]) == (
            finding.start,
            finding.end - finding.start,
        )
        assert cut(DRAFT, region) == finding.quote
        assert finding.quote in cut(DRAFT, place["contextRegion"])


@settings(max_examples=30)
@given(st.text(alphabet="\r\n {}[]()\\\N{PAGE FACING UP}а1.", max_size=30))
def test_any_text_around_a_norm_gives_a_valid_log(analyzer: Analyzer, noise: str) -> None:
    """Line ends, brackets and letters of any plane move regions and break nothing."""
    text = f"{noise}\n1. Срок проверки может быть продлен руководителем.\n{noise}"
    report, run = log_of(analyzer, Document(text))
    for finding, result in zip(report.findings, run["results"], strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert cut(text, region) == finding.quote


def test_words_of_the_draft_make_no_link(analyzer: Analyzer) -> None:
    """Brackets and braces of a quote are escaped in messages: no link, no gap to be filled."""
    text = "1. Срок проверки [может](http://x.kz) {0} быть продлен руководителем.\n"
    _, run = log_of(analyzer, Document(text))
    assert run["results"]
    for result in run["results"]:
        messages = [result["message"], *(each["message"] for each in result["relatedLocations"])]
        for message in messages:
            plain = message["text"].replace("\\[", "").replace("\\]", "")
            assert "[" not in plain
            assert "{0}" not in message["text"].replace("{{0}}", "")


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("проект 1.txt", "%D0%BF%D1%80%D0%BE%D0%B5%D0%BA%D1%82%201.txt"),
        ("/drafts/a b.txt", "file:///drafts/a%20b.txt"),
        ("a?b#c:d.txt", "a%3Fb%23c%3Ad.txt"),
        ("..\\up.txt", "../up.txt"),
    ],
)
def test_a_file_name_becomes_a_uri(analyzer: Analyzer, name: str, uri: str) -> None:
    """Whatever the name holds, the address is a valid reference."""
    _, run = log_of(analyzer, read_bytes(DRAFT.encode(), name))
    assert run["artifacts"][0]["location"]["uri"] == uri
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": uri, "index": 0}


def test_a_word_document_brings_its_text(analyzer: Analyzer) -> None:
    """Offsets in a .docx count the text read from it, so the log holds that text."""
    document = read(SAMPLE)
    _, run = log_of(analyzer, document)
    (artifact,) = run["artifacts"]
    assert artifact["contents"]["text"] == document.text
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    quoted = document.text[start : start + region["charLength"]]
    assert quoted == region["snippet"]["text"]


def test_what_was_not_checked_is_said(analyzer: Analyzer) -> None:
    """The ledger stands among the notifications: silence is never a verdict."""
    _, run = log_of(analyzer, Document(DRAFT))
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert invocation["toolExecutionNotifications"]


def test_a_graver_severity_is_told_with_the_evidence(analyzer: Analyzer) -> None:
    """The step of severity stands among the evidence, and points at no words."""
    report, run = log_of(
        analyzer,
        Document("1. Срок выплаты субсидии может быть продлен руководителем управления.\n"),
    )
    stepped = [each for each in report.findings if each.severity_steps]
    assert stepped
    for finding, result in zip(report.findings, run["results"], strict=True):
        told = result["properties"]["evidence"]
        assert len(told) == len(finding.evidence) + len(finding.severity_steps)
        worded = [each for each in finding.evidence if each.start is not None]
        assert len(result["relatedLocations"]) == len(worded)


def test_the_learned_order_is_the_order_of_the_results(analyzer: Analyzer) -> None:
    """A result tells its weight among its properties; unasked it tells none."""
    document = Document(DRAFT)
    report = analyzer.analyze(document, Options(rank="learned"))
    log = json.loads(render_sarif(analyzer.ruleset, report, document, View()))
    told = [each["properties"]["rank"]["weight"] for each in log["runs"][0]["results"]]
    assert told == sorted(told, reverse=True) and len(told) == len(report.findings)
    assert all(
        "rank" not in each["properties"] for each in log_of(analyzer, document)[1]["results"]
    )
