"""A whole evaluation of a small corpus, each figure known beforehand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.engine.ruleset import load_ruleset
from riskscan.errors import DamagedFileError, InputError
from riskscan.evaluation import Evaluation, evaluate, read_gold
from riskscan.evaluation.factors import read_factors
from riskscan.evaluation.result import Group
from tests.evaluation.gold_folder import INNOCENT, RISK, write_corpus, write_items


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small corpus on disk."""
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def development(corpus: Path, analyzer: Analyzer) -> Evaluation:
    """Its development split, measured."""
    clean = corpus.parent.parent / "clean" / "ru"
    return evaluate(corpus, "development", clean=clean, analyzer=analyzer)


def value(group: Group, measure: str) -> float | None:
    """A measured value of tiers 1 and 2."""
    interval = getattr(group.tiers["2"], measure)
    return None if interval is None else float(interval.value)


def test_the_overall_figures(development: Evaluation) -> None:
    """One of two risks found, one of two clean provisions flagged."""
    rates = development.overall["2"]
    assert (rates.risks, rates.cleans) == (2, 2)
    assert rates.recall and rates.recall.value == 0.5
    assert rates.false_alarms and rates.false_alarms.value == 0.5
    assert rates.j and rates.j.value == 0
    assert rates.factor_accuracy and rates.factor_accuracy.value == 1


def test_the_groups(development: Evaluation) -> None:
    """Patterns, factors, difficulties and traps split the same provisions."""
    groups = {
        family: {group.key: group for group in found}
        for family, found in development.groups.items()
    }
    assert value(groups["pattern"]["A07"], "recall") == 1
    assert value(groups["pattern"]["A14"], "recall") == 0
    assert value(groups["difficulty"]["context"], "recall") == 0
    assert groups["factor"].keys() == {"deadline-extension", "none"}
    assert value(groups["trap"]["closed list"], "false_alarms") == 0
    assert value(groups["trap"]["invented"], "false_alarms") == 1
    for family in ("split", "pattern", "factor", "difficulty"):
        rates = [group.tiers["2"] for group in groups[family].values()]
        assert sum(each.risks for each in rates) == sum(each.cleans for each in rates) == 2


def test_whole_acts_and_the_gate(development: Evaluation) -> None:
    """One of two planted defects found, one finding that matches none, a clean act passed."""
    assert development.planted is not None and development.gate is not None
    total = development.planted.total["2"]
    assert (total.defects, total.found, total.unmatched) == (2, 1, 1)
    assert development.gate.passed and development.gate.acts == 1


def test_mistakes_name_development_items(development: Evaluation) -> None:
    """What was missed, what was flagged in vain, in provisions and in acts."""
    assert [(each.kind, each.file, each.id) for each in development.mistakes] == [
        ("missed", "development.jsonl", "r2"),
        ("false-alarm", "development.jsonl", "c2"),
        ("missed-defect", "acts/port", "п. 3"),
        ("unmatched", "acts/port", "пункт 4 Правил"),
    ]


def test_the_frozen_split_is_measured_not_read(corpus: Path, analyzer: Analyzer) -> None:
    """No word, id or finding of a frozen item leaves the evaluation."""
    frozen = evaluate(corpus, "test", analyzer=analyzer)
    assert frozen.frozen and frozen.mistakes == ()
    assert frozen.overall["2"].risks == 1
    told = frozen.model_dump_json()
    assert "причал" not in told and "r1" not in told
    everything = evaluate(corpus, "all", analyzer=analyzer)
    assert {each.file for each in everything.mistakes} == {"development.jsonl", "acts/port"}


def test_the_json_can_be_read_back(development: Evaluation) -> None:
    """The published form is complete and deterministic."""
    told = development.model_dump_json(by_alias=True)
    assert json.loads(told)["schema"] == "riskscan-evaluation/1"
    assert Evaluation.model_validate_json(told) == development


def test_processes_change_nothing(tmp_path: Path, two_rules: Path, analyzer: Analyzer) -> None:
    """Much gold is measured in several processes, with the same figures."""
    items: list[dict[str, object]] = [RISK | {"id": f"r{at}"} for at in range(501)]
    items += [INNOCENT | {"id": f"c{at}"} for at in range(501)]
    write_items(tmp_path / "many.jsonl", *items)
    spread = evaluate(tmp_path, rules=two_rules)
    assert spread.overall["2"].risks == 501
    assert spread == evaluate(tmp_path, analyzer=analyzer)


def test_a_clean_folder_without_acts_is_an_error(corpus: Path, analyzer: Analyzer) -> None:
    """A gate nobody stands behind must not look passed."""
    with pytest.raises(InputError, match="no well-drafted acts"):
        evaluate(corpus, clean=corpus, analyzer=analyzer)


def test_patterns_know_their_factors(tmp_path: Path, analyzer: Analyzer) -> None:
    """The rules say what they stand for, ``patterns.json`` adds the rest."""
    gold = tmp_path / "ru"
    gold.mkdir()
    ruleset = analyzer.ruleset
    assert read_factors(gold, ruleset).main("A07") == "deadline-extension"
    assert read_factors(gold, ruleset).main("E07") == "none"
    table = tmp_path / "patterns.json"
    table.write_text('{"A07": ["vague-terms"], "E07": []}', "utf-8")
    factors = read_factors(gold, ruleset)
    assert factors.main("A07") == "vague-terms"
    assert factors.accepted(["A07", "E07"]) == {"vague-terms", "deadline-extension"}


@pytest.mark.parametrize("text", ['{"A07": ["no-such-code"]}', '{"A07": 5}', "[]", "{"])
def test_a_bad_table_of_patterns_is_named(tmp_path: Path, analyzer: Analyzer, text: str) -> None:
    """A code that does not exist, or no table at all."""
    (tmp_path / "patterns.json").write_text(text, "utf-8")
    with pytest.raises(DamagedFileError, match=r"patterns\.json"):
        read_factors(tmp_path, analyzer.ruleset)


def test_every_pattern_of_gold_has_factors() -> None:
    """The table beside the gold corpus covers what the corpus uses, with codes that exist."""
    folder = Path(__file__).parent.parent.parent / "corpora" / "gold" / "ru"
    gold, factors = read_gold(folder), read_factors(folder, load_ruleset())
    patterns = {item.pattern for file in gold.files for item in file.provisions}
    patterns |= {defect.pattern for act in gold.acts for defect, _ in act.defects}
    assert patterns
    assert [each for each in sorted(patterns) if factors.main(each) == "none"] == []
