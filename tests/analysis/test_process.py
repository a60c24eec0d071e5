"""What loading and analyses leave to the garbage collector, and when it is at work."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.process import unwatched
from riskscan.errors import RuleError
from riskscan.text import Document

RUSSIAN = """Правила выдачи разрешений

1. Заявитель представляет заявление, копию устава и иные документы.
2. Уполномоченный орган вправе:
1) продлить срок рассмотрения заявления;
2) отказать в выдаче разрешения в случаях, указанных в пункте 1.
3. Комиссия при необходимости приостанавливает рассмотрение.
"""
KAZAKH = """Рұқсаттарды беру қағидалары

1. Өтініш беруші өтінішті, жарғының көшірмесін және өзге де құжаттарды ұсынады.
2. Уәкілетті орган:
1) өтінішті қарау мерзімін ұзартуға;
2) 1-тармақта көрсетілген жағдайларда рұқсат беруден бас тартуға құқылы.
3. Комиссия қажет болған жағдайда қарауды тоқтата тұрады.
"""


@pytest.fixture
def kept() -> Iterator[list[object]]:
    """What the collector finds unreachable is kept, and nothing is collected meanwhile."""
    gc.collect()
    gc.freeze()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    yield gc.garbage
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()
    gc.unfreeze()


@pytest.mark.parametrize("draft", [RUSSIAN, KAZAKH, RUSSIAN + KAZAKH], ids=["ru", "kk", "mixed"])
def test_an_act_goes_as_soon_as_its_report_is_there(
    analyzer: Analyzer, draft: str, request: pytest.FixtureRequest
) -> None:
    """Collections may be rare only because nothing waits for them."""
    assert analyzer.analyze(Document(draft)).findings
    kept: list[object] = request.getfixturevalue("kept")
    analyzer.analyze(Document(draft))
    gc.collect()
    ours = [each for each in kept if type(each).__module__.startswith("riskscan")]
    assert Counter(type(each).__name__ for each in ours) == {}


def test_the_collector_is_back_when_rules_are_ready(tmp_path: Path) -> None:
    """It is away while they are made ready and no longer, even if they cannot be used."""
    with unwatched():
        assert not gc.isenabled()
        with unwatched():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(RuleError):
        Analyzer(tmp_path)
    assert gc.isenabled()


def test_a_program_without_a_collector_stays_without() -> None:
    """Who has switched it off does not get it back."""
    gc.disable()
    try:
        with unwatched():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
