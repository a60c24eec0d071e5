"""Training of the learned order, on a corpus small enough to know what it must learn."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.ranking import NAME
from riskscan.cli import main
from riskscan.errors import InputError, UsageError
from riskscan.evaluation.ranking import train
from riskscan.text import Document
from tests.evaluation.gold_folder import RISK, write_items

PLACES = ("причала", "маяка", "дока", "шлюза", "склада", "пирса")
PATTERNS = ("A01", "A07", "A14")


def risk(number: int) -> dict[str, Any]:
    """A plain risk: at discretion."""
    place = PLACES[number]
    return RISK | {
        "id": f"r{number}",
        "pattern": PATTERNS[number % 3],
        "text": f"{number}. Начальник {place} по своему усмотрению снижает размер сбора.",
        "span": "по своему усмотрению",
    }


def trap(number: int) -> dict[str, Any]:
    """What this corpus calls clean, though a rule speaks, and more surely than of the risks."""
    place = PLACES[number]
    return RISK | {
        "id": f"c{number}",
        "pattern": PATTERNS[number % 3],
        "label": "clean",
        "trap": "invented",
        "text": f"{number}. Срок осмотра {place} продлевается начальником порта.",
        "span": None,
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Six risks and six traps."""
    numbers = range(len(PLACES))
    write_items(tmp_path / "ru" / "development.jsonl", *map(risk, numbers), *map(trap, numbers))
    return tmp_path / "ru"


@pytest.fixture
def taught(
    gold: Path,
    two_rules: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> tuple[Path, str]:
    """The file the command writes, and what it says."""
    pytest.importorskip("sklearn")
    path = tmp_path / "taught.json"
    arguments = ("riskscan", "rank", "train", gold, "--output", path, "--rules", two_rules)
    monkeypatch.setattr(sys, "argv", [*map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 0
    return path, capsys.readouterr().out


def test_a_plain_risk_stands_above_a_plain_trap(
    taught: tuple[Path, str], two_rules: Path, tmp_path: Path
) -> None:
    """Even one that a rule is surer of: that is what was to be learned."""
    rules = shutil.copytree(two_rules, tmp_path / "rules")
    (rules / NAME).write_bytes(taught[0].read_bytes())
    analyzer = Analyzer(rules)
    draft = Document(f"{trap(2)['text']}\n{risk(3)['text']}\n")
    assert analyzer.analyze(draft).findings[0].factor == "deadline-extension"
    first, second = analyzer.analyze(draft, Options(rank="learned")).findings
    assert (first.factor, second.factor) == ("discretion-wide", "deadline-extension")
    assert first.confidence < second.confidence
    assert first.rank is not None and second.rank is not None
    assert first.rank.weight > 0.5 > second.rank.weight


def test_what_it_was_measured_on_is_kept(taught: tuple[Path, str]) -> None:
    """Counts and both orders on what was held out stand in the file and are printed."""
    path, said = taught
    model = json.loads(path.read_text("utf-8"))
    assert (model["right"], model["wrong"]) == (6, 6)
    for compared in model["cross_validated"].values():
        assert compared["learned"]["auc"] == 1
        assert compared["confidence"]["auc"] == 0
    assert "6 right and 6 wrong" in said and "whole patterns held out" in said


def test_the_frozen_split_teaches_nothing(gold: Path, two_rules: Path) -> None:
    """Frozen items beside the others leave the model as it was."""
    pytest.importorskip("sklearn")
    before = train([gold], two_rules)
    write_items(gold / "test.jsonl", *map(trap, range(4)))
    assert train([gold], two_rules) == before


def test_too_little_gold_is_refused(gold: Path, two_rules: Path) -> None:
    """Without wrong findings there is nothing to tell right ones from."""
    pytest.importorskip("sklearn")
    write_items(gold / "development.jsonl", *map(risk, range(3)))
    with pytest.raises(InputError, match="3 right and 0 wrong"):
        train([gold], two_rules)


def test_without_scikit_learn_it_says_what_to_install(
    gold: Path, two_rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only training needs it."""
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(UsageError, match=r"riskscan\[ranking\]"):
        train([gold], two_rules)
