"""Who acts in a Kazakh sentence."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.norms.model import Role
from riskscan.text import Document

SENTENCES = [
    ("Дүкен ашуға келісім беруден басқарма бас тартады.", Role.AUTHORITY),
    ("Алаңға рұқсат беруді комиссия тоқтатады.", Role.COMMISSION),
]


@pytest.mark.parametrize(("text", "role"), SENTENCES)
def test_a_bare_object_of_a_verbal_noun_does_not_act(
    analyzer: Analyzer, text: str, role: Role
) -> None:
    """«келісім беруден басқарма бас тартады»: the office refuses, not the consent."""
    (evaluator,) = analyzer.evaluators(Document(text))

    (sentence,) = evaluator.sentences(evaluator.act.provisions[-1].index)

    assert evaluator.frames(sentence)[-1].actor.role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Учаскені алып қою құқығы ауданның әкімдігіне тиесілі.", Role.AUTHORITY),
        ("Куәліктің күшін жою мүмкіндігі инспекцияда сақталады.", Role.AUTHORITY),
        ("Ақыны қайтарып алу құқығы тұтынушыға тиесілі.", Role.PRIVATE),
        ("Комиссияға шартты бұзу құқығы беріледі.", Role.COMMISSION),
    ],
)
def test_a_right_rests_with_whom_it_is_given_to(analyzer: Analyzer, text: str, role: Role) -> None:
    """«… құқығы әкімдікке тиесілі»: before the right or behind it, the one it goes to acts."""
    (evaluator,) = analyzer.evaluators(Document(text))

    (sentence,) = evaluator.sentences(evaluator.act.provisions[-1].index)

    assert evaluator.frames(sentence)[-1].actor.role is role
