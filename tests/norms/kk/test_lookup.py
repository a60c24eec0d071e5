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


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Бөлім анықтаманы өтініш берілген күні береді.", Verdict.PRESENT),
        ("Бөлім үш жұмыс күні ішінде берілген өтініш бойынша анықтама береді.", Verdict.ABSENT),
    ],
)
def test_a_day_that_opens_in_an_aside(analyzer: Analyzer, text: str, verdict: Verdict) -> None:
    """«өтініш берілген күні» is the day of the issue; what lies within the aside is another's."""
    reader, frames = read(analyzer, text)
    found = Lookup(reader).find(frames[-1], ElementKind.TERM, (Place.CLAUSE,))
    assert found.verdict is verdict
