"""One analyzer for the folder, and drafts of one act in two languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.comparison import Comparison, Difference, Parity, compare
from riskscan.reading import read
from riskscan.text import Document

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
Comparing = Callable[[str, str], Parity]


@pytest.fixture(scope="session")
def analyzer() -> Analyzer:
    """The rules and dictionaries, read once."""
    return Analyzer()


@pytest.fixture(scope="session")
def comparing(analyzer: Analyzer) -> Comparing:
    """The comparison of a Russian and a Kazakh text."""

    def compared(ru: str, kk: str) -> Parity:
        return compare(analyzer, Document(ru), Document(kk)).parity

    return compared


@pytest.fixture(scope="session")
def sample(analyzer: Analyzer) -> Comparison:
    """The sample pair of the repository, in which five mismatches are planted."""
    return compare(analyzer, read(SAMPLES / "terrace-ru.txt"), read(SAMPLES / "terrace-kk.txt"))


def stated(parity: Parity) -> tuple[Difference, ...]:
    """The differences in what the texts state, without those in the risks the rules see."""
    return tuple(each for each in parity.differences if each.kind != "finding")
