"""Look-through in Kazakh: a verbal noun names its action next door."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.norms.lookup import Lookup
from riskscan.norms.model import ElementKind, Place, Verdict
from tests.norms.kk.test_frames import read

NEXT_DOOR = [
    (
        "Өтінімді қарау тоқтатыла тұрады. Тоқтата тұру он жұмыс күнінен аспауға тиіс.",
        Verdict.PRESENT,
    ),
    (
        "Тексеру мерзімі ұзартылады. Ұзарту бес жұмыс күнінен аспауға тиіс.",
        Verdict.PRESENT,
    ),
    (
        "Өтінімді қарау тоқтатыла тұрады. Төлем он жұмыс күнінен аспауға тиіс.",
        Verdict.ABSENT,
    ),
]


@pytest.mark.parametrize(("text", "verdict"), NEXT_DOOR)
def test_a_bound_said_of_the_verbal_noun(analyzer: Analyzer, text: str, verdict: Verdict) -> None:
    """«Тоқтата тұру … аспауға тиіс» bounds the suspension of the sentence before it."""
    reader, frames = read(analyzer, text)
    found = Lookup(reader).find(frames[0], ElementKind.BOUND, (Place.SIBLINGS,))
    assert found.verdict is verdict
