"""Rule examples run as tests: every ``flags`` must be flagged, no ``passes`` may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riskscan.analysis.analyzer import Analyzer
from riskscan.engine.evaluation import Match
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet
from riskscan.text import Document, Segment, Span

_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """The outcome of one example; ``problem`` is empty when it holds."""

    rule: str
    side: str
    text: str
    problem: str


def run_examples(analyzer: Analyzer) -> Iterator[ExampleResult]:
    """Every example of every rule in both languages, against the rule it stands in."""
    for rule in analyzer.ruleset.rules:
        for examples in (rule.examples.ru, rule.examples.kk):
            for text in examples.flags:
                yield ExampleResult(rule.id, "flags", text, _flag_problem(analyzer, rule, text))
            for text in examples.passes:
                problem = "flagged" if _matches(analyzer, rule, text) else ""
                yield ExampleResult(rule.id, "passes", text, problem)


def together(ruleset: RuleSet) -> list[Document]:
    """The examples of all rules as one text for each language, tables left out."""
    sides: list[list[str]] = [[], []]
    for rule in ruleset.rules:
        if not rule.over_rows:
            for texts, examples in zip(sides, (rule.examples.ru, rule.examples.kk), strict=True):
                texts += [plain(text) for text in (*examples.flags, *examples.passes)]
    return [Document("\n".join(texts)) for texts in sides]


def plain(marked: str) -> str:
    """An example without its marks."""
    return _MARK.sub(r"\1", marked)


def _flag_problem(analyzer: Analyzer, rule: Rule, marked: str) -> str:
    text = plain(marked)
    matches = _matches(analyzer, rule, text)
    if not matches:
        return "not flagged"
    mark = _MARK.search(marked)
    if mark is None:
        return ""
    expected = Span(mark.start(), mark.end() - len("[[]]"))
    if any(match.site.span.overlaps(expected) for match in matches):
        return ""
    return f"flagged elsewhere: «{matches[0].site.span.of(text)}»"


def _matches(analyzer: Analyzer, rule: Rule, text: str) -> list[Match]:
    return [
        match
        for evaluator in analyzer.evaluators(drawn(rule, text))
        for match in evaluator.matches(rule)
    ]


def drawn(rule: Rule, text: str) -> Document:
    """An example as a document: for a rule over comparative tables, two columns, a cell a line."""
    if not rule.over_rows:
        return Document(text)
    segments, start = [], 0
    for place, cell in enumerate(text.split("\n")):
        position = (0, *divmod(place, 2))
        segments.append(Segment(start, start + len(cell), "table", place, 0, position))
        start += len(cell) + 1
    return Document(text, segments=tuple(segments))
