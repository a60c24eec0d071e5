"""Floors: how they are written, and that they can break."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.errors import UsageError
from riskscan.evaluation import Evaluation, evaluate
from riskscan.evaluation.floors import Floor, check, parse_floor
from tests.evaluation.gold_folder import write_corpus


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, analyzer: Analyzer) -> Evaluation:
    """The small corpus: one of two risks found, one of two clean provisions flagged."""
    gold: Path = write_corpus(tmp_path_factory.mktemp("floors"))
    return evaluate(gold, "development", analyzer=analyzer)


def test_how_a_floor_is_written() -> None:
    """A measure, perhaps a group, a value."""
    assert parse_floor("j=0.6") == Floor("j", "", 0.6)
    assert parse_floor("recall.structural=0.5") == Floor("recall", "structural", 0.5)
    assert str(parse_floor("false-alarms=0.12")) == "false-alarms ≤ 0.12"


@pytest.mark.parametrize("text", ["f1=0.5", "j", "j=", "j=x", "j=1.5", "j=nan", "planted.A07=0.5"])
def test_a_floor_that_makes_no_sense(text: str) -> None:
    """The error names the option."""
    with pytest.raises(UsageError, match="--floor"):
        parse_floor(text)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("recall=0.5", True),
        ("recall=0.51", False),
        ("false-alarms=0.5", True),
        ("false-alarms=0.49", False),
        ("j=0", True),
        ("j=0.1", False),
        ("recall.A07=1", True),
        ("recall.context=0.5", False),
        ("factor-accuracy=1", True),
        ("planted=0.5", True),
        ("planted=0.6", False),
        ("recall.invented=0", False),  # a trap has no risks: not measured, not reached
    ],
)
def test_a_floor_holds_or_breaks(measured: Evaluation, text: str, held: bool) -> None:
    """Reaching is enough; false alarms have a ceiling."""
    assert check(parse_floor(text), measured).held is held


def test_a_group_nobody_measured_is_a_usage_error(measured: Evaluation) -> None:
    """A typo in a group must not pass for a floor that holds."""
    with pytest.raises(UsageError, match="structrual"):
        check(parse_floor("recall.structrual=0.5"), measured)
