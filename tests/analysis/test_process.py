"""What an analysis leaves behind: collections may be rare only because nothing waits for them."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator

import pytest

from riskscan.analysis import Analyzer
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
    assert analyzer.analyze(Document(draft)).findings
    kept: list[object] = request.getfixturevalue("kept")
    analyzer.analyze(Document(draft))
    gc.collect()
    ours = [each for each in kept if type(each).__module__.startswith("riskscan")]
    assert Counter(type(each).__name__ for each in ours) == {}
