"""What each rule costs: its own work on some texts, with nothing found out for it by others."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riskscan.analysis.analyzer import Analyzer
from riskscan.text import Document

_FAIR = 5  # times the mean


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of one rule, its share of all, and how often it held.

    ``dear``: more than ``_FAIR`` times what a rule costs on the average.
    """

    rule: str
    seconds: float
    share: float
    matches: int
    dear: bool


def costs(analyzer: Analyzer, documents: Iterable[Document]) -> list[Cost]:
    """The cost of every rule, the dearest first.

    Each text is analysed once before, so nobody pays for words met for the first time; patterns are
    matched before the clock starts.
    """
    spent = {rule.id: [0.0, 0.0] for rule in analyzer.ruleset.rules}
    for document in documents:
        analyzer.analyze(document)
        for rule, seconds, matches in _each(analyzer, document):
            spent[rule][0] += seconds
            spent[rule][1] += matches
    total = sum(seconds for seconds, _ in spent.values())
    mean = total / len(spent) if spent else 0.0
    found = [
        Cost(rule, seconds, seconds / total if total else 0.0, int(matches), seconds > _FAIR * mean)
        for rule, (seconds, matches) in spent.items()
    ]
    return sorted(found, key=lambda cost: -cost.seconds)


def _each(analyzer: Analyzer, document: Document) -> Iterator[tuple[str, float, int]]:
    """Every rule on a reading of its own: what one asks is not yet known from another."""
    for text in analyzer.annotated(document):
        for rule in analyzer.ruleset.rules:
            evaluator = analyzer.engine(text.language).evaluator(text)
            start = time.process_time()
            matches = sum(1 for _ in evaluator.matches(rule))
            yield rule.id, time.process_time() - start, matches
