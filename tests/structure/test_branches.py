"""Which branch of law a part of a code belongs to that has come without its title."""

from __future__ import annotations

import pytest

from riskscan.structure.branches import branch_of
from tests.structure.drawing import act

_COURT = "Суд вызывает истца и ответчика, судья оглашает иск. Ответчик вправе признать иск."
_OFFENCE = "Порча бакена влечет штраф. Повторная порча бакена влечет предупреждение или штраф."
_CRIME = "Кража якоря наказывается лишением свободы. Преступление совершено осужденным."
_WILL = "Завещание хранит нотариус. Наследник вступает в права наследодателя и кредитора."
_COURT_KK = "Сот талап қоюшыны шақырады. Тергеуші күдіктіден жауап алады, жауапкер отырады."
_OFFICE = "Уполномоченный орган ведет реестр. Государственный орган в суд не обращается."


@pytest.mark.parametrize(
    ("sentence", "branch"),
    [
        (_COURT, "procedural"),
        (_OFFENCE, "penalty"),
        (_CRIME, "criminal"),
        (_WILL, "civil"),
        (_COURT_KK, "procedural"),
        (_OFFICE, None),
        ("Смотритель зажигает маяк вечером и гасит его утром, когда рассветет.", None),
    ],
)
def test_branches(sentence: str, branch: str | None) -> None:
    """By who acts and what follows, unless public bodies are named as often."""
    assert branch_of((sentence + "\n") * 40) == branch


def test_few_words_tell_nothing() -> None:
    """One sentence about a court is no part of a code."""
    assert branch_of(_COURT) is None


def test_only_an_act_without_a_title_is_known_by_its_words() -> None:
    """Rules that often speak of fines are still about what their title says."""
    points = "\n".join(f"{number}. {_OFFENCE}" for number in range(1, 40))
    assert act(points).profile == "penalty"
    assert act(f"Правила субсидирования маяков\n{points}").profile == "subsidy"
