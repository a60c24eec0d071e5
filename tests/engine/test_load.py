"""The load of a sentence: words and turns between two stops, and nothing said beside."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.report import Finding
from riskscan.engine.evaluation import Failure
from riskscan.text import Document

RULE = "vague-terms.overloaded"
CLAUSE = "мастер, который ждёт распорядителя, платит за день, когда лавка закрыта"


def overloaded(analyzer: Analyzer, text: str) -> list[Finding]:
    """The findings about overloaded sentences."""
    return [each for each in analyzer.analyze(Document(text)).findings if each.rule == RULE]


def joined(glue: str, times: int = 10) -> str:
    """One sentence of clauses, a hundred words long, with three turns in each."""
    text = glue.join([CLAUSE] * times)
    return text[:1].upper() + text[1:] + "."


def test_many_turns_without_a_stop_are_told(analyzer: Analyzer) -> None:
    """The whole sentence is shown, and left to judgement."""
    text = joined(", и ")
    (finding,) = overloaded(analyzer, text)
    assert finding.quote == text
    assert finding.tier == 2


@pytest.mark.parametrize("stop", ["; ", ": ", ". Потом "])
def test_what_stands_between_two_stops_is_weighed_apart(analyzer: Analyzer, stop: str) -> None:
    """Items of a list in one line, and sentences, are each light enough."""
    assert overloaded(analyzer, joined(stop)) == []


@pytest.mark.parametrize("marks", ["«»", "()", '""'])
def test_names_and_asides_do_not_count(analyzer: Analyzer, marks: str) -> None:
    """An act's long name, or an aside, burdens nobody."""
    inside = joined(", и ").rstrip(".")
    text = f"Мастер читает {marks[0]}{inside}{marks[-1]} и платит за день."
    assert overloaded(analyzer, text) == []


def test_many_words_of_one_clause_are_no_load(analyzer: Analyzer) -> None:
    """A long enumeration reads one way."""
    places = ", ".join(["на площади", "во дворе", "у реки"] * 20)
    assert overloaded(analyzer, f"Ярмарка проводится {places}.") == []


def test_the_reason_for_silence_tells_how_much_was_counted(analyzer: Analyzer) -> None:
    """«explain» says how far the sentence is from the line."""
    rule = next(rule for rule in analyzer.ruleset.rules if rule.id == RULE)
    (evaluator,) = analyzer.evaluators(Document("Мастер платит за день."))
    (outcome,) = evaluator.outcomes(rule, [0])
    assert isinstance(outcome, Failure)
    assert outcome.condition == "when.load"
    assert "4 of 60 words" in outcome.detail
    assert "1 of 12 turns" in outcome.detail
