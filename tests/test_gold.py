"""The gold corpus: sound data, a frozen test split, and floors no change may fall through."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.evaluation import Evaluation, evaluate, read_gold
from riskscan.evaluation.floors import check, parse_floor
from riskscan.evaluation.gold import ProvisionFile, is_frozen

CORPORA = Path(__file__).parent.parent / "corpora"
FLOORS = {
    "ru": [
        "recall=0.65",
        "false-alarms=0.10",
        "factor-accuracy=0.90",
        "recall.structural=0.5",
        "recall.context=0.5",
        "planted=0.5",
    ],
    "kk": [
        "recall=0.75",
        "false-alarms=0.13",
        "factor-accuracy=0.90",
        "recall.structural=0.5",
        "planted=0.45",
    ],
}
LANGUAGES = tuple(FLOORS)


@pytest.fixture(scope="module", params=LANGUAGES)
def measured(analyzer: Analyzer, request: pytest.FixtureRequest) -> tuple[str, Evaluation]:
    """The development split and the clean acts of a language, measured once."""
    gold, clean = CORPORA / "gold" / request.param, CORPORA / "clean" / request.param
    return request.param, evaluate(gold, "development", clean=clean, analyzer=analyzer)


@pytest.mark.parametrize(
    "file",
    [file for language in LANGUAGES for file in read_gold(CORPORA / "gold" / language).files],
    ids=lambda file: file.name,
)
def test_half_of_every_file_is_innocent(file: ProvisionFile) -> None:
    """Reading checks each record and the digests of what is frozen; the balance is checked here."""
    clean = sum(item.label == "clean" for item in file.provisions)
    assert clean * 2 == len(file.provisions) > 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_some_of_it_is_frozen(language: str) -> None:
    """Reading checks the digest of whatever is frozen; there is something to check."""
    assert [path.name for path in (CORPORA / "gold" / language).glob("*.jsonl") if is_frozen(path)]


def test_development_floors(measured: tuple[str, Evaluation]) -> None:
    """No change may fall through; a guess would score as many false alarms as risks found."""
    language, evaluation = measured
    reached = [check(parse_floor(floor), evaluation) for floor in FLOORS[language]]
    assert all(each.held for each in reached), reached


def test_clean_acts_pass_the_gate(measured: tuple[str, Evaluation]) -> None:
    """A well-drafted act gets no finding an expert would be asked to sign."""
    _, evaluation = measured
    assert evaluation.gate is not None
    assert evaluation.gate.acts >= 3
    assert evaluation.gate.breaches == ()
