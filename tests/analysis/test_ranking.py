"""The learned order: it orders and explains, hides nothing, and refuses a strange model."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from riskscan.analysis import Analyzer, Finding, Options, Report
from riskscan.analysis.features import FEATURES, titles
from riskscan.analysis.ranking import MAX_BYTES, NAME, REASONS, read_ranking
from riskscan.analysis.report import Interface
from riskscan.engine import rules_root
from riskscan.errors import RuleError
from riskscan.text import Document

DRAFT = Document(
    "Правила содержания пристаней\n\n"
    "1. Заявление о стоянке подается через портал.\n"
    "2. Комиссия порта определяет размер сбора по своему усмотрению.\n"
    "3. Срок осмотра судна может быть продлен начальником порта.\n"
    "4. Капитан порта вправе отказать в стоянке в иных случаях.\n"
)
LEARNED = rules_root() / NAME


def unranked(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings in text order without their weights."""
    bare = (each.model_copy(update={"rank": None}) for each in findings)
    return sorted(bare, key=lambda each: (each.start, each.end, each.rule))


def ranked(analyzer: Analyzer, ui: Interface = "ru") -> Report:
    """The report on the draft in the learned order."""
    return analyzer.analyze(DRAFT, Options(ui=ui, rank="learned"))


def changed(tmp_path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """A copy of the model with one thing changed."""
    model = json.loads(LEARNED.read_text("utf-8"))
    change(model)
    path = tmp_path / NAME
    path.write_text(json.dumps(model), "utf-8")
    return path


def test_the_model_knows_the_features_of_this_version() -> None:
    """The file that comes with the rules can be used as it is, and every feature has words."""
    assert read_ranking(LEARNED).features.keys() == FEATURES.keys() == titles().keys()
    assert all(words.keys() == {"ru", "kk", "en"} for words in titles().values())


def test_no_finding_is_dropped_or_changed(analyzer: Analyzer) -> None:
    """The same findings in another order; tiers, confidence and summary stay."""
    plain, learned = analyzer.analyze(DRAFT), ranked(analyzer)
    assert unranked(learned.findings) == unranked(plain.findings)
    assert learned.summary == plain.summary
    assert learned.findings != plain.findings


def test_the_weightiest_comes_first(analyzer: Analyzer) -> None:
    """Weights fall from the first finding to the last, and differ."""
    weights = [each.rank.weight for each in ranked(analyzer).findings if each.rank is not None]
    assert weights == sorted(weights, reverse=True) and len(set(weights)) > 1
    assert len(weights) == len(ranked(analyzer).findings)


def test_nothing_of_it_is_told_unasked(analyzer: Analyzer) -> None:
    """A report without the option has no field for it."""
    plain = json.loads(analyzer.analyze(DRAFT).to_json())
    assert plain["findings"] and all("rank" not in each for each in plain["findings"])
    assert all("rank" in each for each in json.loads(ranked(analyzer).to_json())["findings"])


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_weight_is_explained(analyzer: Analyzer, ui: Interface) -> None:
    """Three features that moved it, the strongest first, each with the value it has here."""
    for finding in ranked(analyzer, ui).findings:
        assert finding.rank is not None
        reasons = finding.rank.because
        assert len(reasons) == REASONS
        moves = [abs(each.by) for each in reasons]
        assert moves == sorted(moves, reverse=True)
        values = {each.feature: each.value for each in reasons}
        assert values.get("confidence", finding.confidence) == finding.confidence
        absent = {e.element for e in finding.evidence if e.role == "lacks"}
        assert values.get("absent-bound", 0) <= ("bound" in absent)
        assert [each.title for each in reasons] == [titles()[f][ui] for f in values]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda model: model["features"].pop("phrase"), "other features .*phrase"),
        (lambda model: model["features"].update(moon=model["features"]["phrase"]), "moon"),
        (lambda model: model.update(intercept="high"), "intercept"),
        (lambda model: model["features"]["phrase"].update(scale=0), "features.phrase.scale"),
        (lambda model: model.pop("features"), "features"),
    ],
)
def test_a_model_that_does_not_fit_says_how_to_train(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], words: str
) -> None:
    """Another list of features, or a broken record: what is wrong, and the command."""
    path = changed(tmp_path, change)
    with pytest.raises(RuleError, match=words) as refused:
        read_ranking(path)
    assert refused.value.place == str(path)
    assert "riskscan rank train" in refused.value.remedy


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b"[]", b" " * (MAX_BYTES + 1)])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever it holds."""
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(RuleError, match="rank train"):
        read_ranking(tmp_path / NAME)


def test_rules_without_a_model_work_unless_asked_for_it(tmp_path: Path) -> None:
    """The model is read at its first use only."""
    shutil.copytree(rules_root(), tmp_path / "rules", ignore=shutil.ignore_patterns(NAME))
    bare = Analyzer(tmp_path / "rules")
    assert bare.analyze(DRAFT).findings
    with pytest.raises(RuleError, match=NAME):
        ranked(bare)
