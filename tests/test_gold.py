"""The gold corpus: sound data, a frozen test split, and floors no change may fall through."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.evaluation import Evaluation, evaluate, read_gold
from riskscan.evaluation.floors import check, parse_floor
from riskscan.evaluation.gold import ProvisionFile, is_frozen

CORPORA = Path(__file__).parent.parent / "corpora"
GOLD = CORPORA / "gold" / "ru"
FLOORS = [
    "recall=0.65",
    "false-alarms=0.10",
    "factor-accuracy=0.90",
    "recall.structural=0.5",
    "recall.context=0.5",
    "planted=0.5",
]


@pytest.fixture(scope="module")
def measured(analyzer: Analyzer) -> Evaluation:
    """The development split and the clean acts, measured once."""
    return evaluate(GOLD, "development", clean=CORPORA / "clean" / "ru", analyzer=analyzer)


@pytest.mark.parametrize("file", read_gold(GOLD).files, ids=lambda file: file.name)
def test_half_of_every_file_is_innocent(file: ProvisionFile) -> None:
    """Reading checks each record and the digests of what is frozen; the balance is checked here."""
    clean = sum(item.label == "clean" for item in file.provisions)
    assert clean * 2 == len(file.provisions) > 0


def test_some_of_it_is_frozen() -> None:
    """Reading checks the digest of whatever is frozen; there is something to check."""
    assert [path.name for path in GOLD.glob("*.jsonl") if is_frozen(path)]


@pytest.mark.parametrize("floor", FLOORS)
def test_development_floors(measured: Evaluation, floor: str) -> None:
    """No change may fall through; a guess would score as many false alarms as risks found."""
    reached = check(parse_floor(floor), measured)
    assert reached.held, reached


def test_clean_acts_pass_the_gate(measured: Evaluation) -> None:
    """A well-drafted act gets no finding an expert would be asked to sign."""
    assert measured.gate is not None
    assert measured.gate.acts >= 3
    assert measured.gate.breaches == ()
