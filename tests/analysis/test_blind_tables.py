"""Two comparative tables of sixteen rows, judged by a second person who had not seen the rules.

``tables/*.json`` hold the tables, ``tables/*.expected.json`` what an expert would say of each row:
what is removed, lengthened, added, inherited, and where nothing is to be said. Only what ``must``
be said, or must not, is asked for here; what is answered otherwise stands in ``OTHERWISE`` with
the reason, and nothing else may.
"""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from riskscan.analysis import Analyzer, Finding, Report
from riskscan.engine.ruleset import load_ruleset
from riskscan.text import Span
from tests.analysis.test_comparative_table import drawn

FOLDER = Path(__file__).parent / "tables"
GROWN = {
    "term-longer": "safeguard-removed.longer",
    "list-longer": "safeguard-removed.list",
}
OTHERWISE = {
    ("ru", 5, "A07"): "the limit that goes is told as a safeguard removed, on the same words",
    ("ru", 10, "A01"): "the power names its ground and its limit",
    ("kk", 11, "A04"): "«растау үшін қажет»: the norm says what it is needed for",
    ("kk", 12, "A01"): "the point that is passed over is taken for what bounds the power",
    ("kk", 12, "A16"): "the same; the exceptional cases themselves are told",
}

Expectation = dict[str, Any]


@pytest.fixture(scope="module")
def patterns() -> dict[str, str]:
    """Rule → the pattern of the catalogue it looks for."""
    return {rule.id: rule.pattern for rule in load_ruleset().rules}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_a_second_person_expects(
    language: str, analyzer: Analyzer, patterns: dict[str, str]
) -> None:
    """Every row is answered as expected, but for the differences that are understood."""
    table = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    expected = json.loads((FOLDER / f"{language}.expected.json").read_text("utf-8"))
    document = drawn(tuple(table["header"]), tuple(tuple(row[1:]) for row in table["rows"]))
    report = analyzer.analyze(document)
    rows = _rows(document.text, table["rows"])
    missed = {
        (language, each["row"], each["factor"] or each["what"])
        for each in expected
        if each["must"]
        and not _answered(each, report, rows[each["row"] - 1], document.text, patterns)
    }
    assert missed == {key for key in OTHERWISE if key[0] == language}


def _rows(text: str, rows: list[list[str]]) -> list[Span]:
    """Where each row stands in the text."""
    starts, place = [], 0
    for row in rows:
        place = text.index(row[1], place)
        starts.append(place)
    return [Span(*each) for each in pairwise([*starts, len(text)])]


def _answered(
    expectation: Expectation, report: Report, row: Span, text: str, patterns: dict[str, str]
) -> bool:
    found = [each for each in report.findings if row.start <= each.start < row.end]
    match expectation["what"]:
        case "nothing":
            return all(each.tier > 1 for each in found)
        case "safeguard-removed":
            return any(_quotes(each, expectation, row, text) for each in found)
        case what if what in GROWN:
            return any(GROWN[what] in _rules(each) for each in found)
        case what:
            tiers = {1, 2} if what == "new-risk" else {2}
            return any(
                expectation["factor"] in map(patterns.get, _rules(each))
                for each in found
                if each.tier in tiers
            )


def _rules(finding: Finding) -> set[str]:
    return {finding.rule, *(each.rule for each in finding.related)}


def _quotes(finding: Finding, expectation: Expectation, row: Span, text: str) -> bool:
    """Whether a loss is told with words of the quote that is expected."""
    if finding.factor != "safeguard-removed":
        return False
    quotes = (expectation["quote_current"], expectation["quote_proposed"])
    starts = [text.index(quote, row.start) for quote in quotes if quote]
    ends = [start + len(quote) for start, quote in zip(starts, filter(None, quotes), strict=True)]
    told = [
        Span(each.start, each.end)
        for each in finding.evidence
        if each.start is not None and each.end is not None
    ]
    return any(
        Span(start, end).overlaps(span)
        for start, end in zip(starts, ends, strict=True)
        for span in told
    )
