"""Rules ask what a provision is part of: an order that changes rules silences none about them."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.report import Finding
from riskscan.engine.evaluation import Match
from riskscan.norms.model import Role
from riskscan.text import Document

AMOUNT = "discretion-wide.amount"  # has nothing to say of an order itself
NORM = {
    "ru": "Погорельцу выплачивается помощь; её величину устанавливает палата.",
    "kk": "Өрттен зардап шеккенге көмек төленеді, оның мөлшерін палата белгілейді.",
}
ORDER = {
    "ru": (
        "ПРИКАЗЫВАЮ:\n"
        "1. Внести в приказ начальника порта «Об утверждении {title}» следующие изменения:\n"
        "пункт 5 изложить в следующей редакции:\n"
        "«5. {new}».\n"
        "2. {own}"
    ),
    "kk": (
        "БҰЙЫРАМЫН:\n"
        "1. «{title} бекіту туралы» порт бастығының бұйрығына мынадай өзгерістер енгізілсін:\n"
        "5-тармақ мынадай редакцияда жазылсын:\n"
        "«5. {new}».\n"
        "2. {own}"
    ),
}
RULES = {"ru": "Правил прогулок", "kk": "Серуен қағидаларын"}
PLAIN = {"ru": "Смотрителю убрать причал.", "kk": "Күзетші айлақты тазаласын."}


def drawn(language: str, *, new: str = "", own: str = "", title: str = "") -> str:
    """An order that puts new words into rules and has a point of its own."""
    plain = PLAIN[language]
    return ORDER[language].format(
        title=title or RULES[language], new=new or plain, own=own or plain
    )


def findings(analyzer: Analyzer, text: str, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [each for each in analyzer.analyze(Document(text)).findings if each.rule == rule]


def matches(analyzer: Analyzer, text: str, rule: str) -> list[Match]:
    """What one rule sees."""
    return [
        match
        for evaluator in analyzer.evaluators(Document(text))
        for match in evaluator.matches(analyzer.ruleset.rule(rule))
    ]


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_an_order_quotes_is_no_order(analyzer: Analyzer, language: str) -> None:
    """The same words are weighed as new wording of rules, and not as a point of the order."""
    norm = NORM[language]
    assert findings(analyzer, drawn(language, new=norm), AMOUNT)
    assert not findings(analyzer, drawn(language, own=norm), AMOUNT)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("ru", "Положения о департаменте маяков"),
        ("kk", "Маяк департаменті туралы ережені"),
    ],
)
def test_new_words_are_weighed_as_the_amended_act(
    analyzer: Analyzer, language: str, title: str
) -> None:
    """What a rule does not say of the regulation of a body it says not of a change to one."""
    assert not findings(analyzer, drawn(language, new=NORM[language], title=title), AMOUNT)


@pytest.mark.parametrize(
    ("language", "title", "norm"),
    [
        (
            "ru",
            "Правил закупок фонарей",
            "Срок рассмотрения заявления может быть продлен руководителем инспекции.",
        ),
        (
            "kk",
            "Шам сатып алу қағидаларын",
            "Өтінішті қарау мерзімін инспекция басшысы ұзарта алады.",
        ),
    ],
)
def test_severity_is_that_of_the_amended_act(
    analyzer: Analyzer, language: str, title: str, norm: str
) -> None:
    """A change of the rules on procurement is as grave as the rules."""
    (finding,) = findings(
        analyzer, drawn(language, new=norm, title=title), "deadline-extension.unbounded"
    )
    assert [step.reason for step in finding.severity_steps] == ["procurement"]


BARE = (
    "{first}. Мастер подает заявление в отдел торговли.\n"
    "{second}. Отдел торговли рассматривает заявление.\n"
    "{third}. Место предоставляется отделом торговли.\n"
    "{fourth}. Торговля ведется под навесом."
)
INCOMPLETE = "procedure-missing.incomplete"


@pytest.mark.parametrize(("first", "found"), [(1, 1), (5, 0)], ids=["all of it", "a part of it"])
def test_new_words_alone_are_silent_about_nothing(
    analyzer: Analyzer, first: int, found: int
) -> None:
    """What they do not say may stand in the rest; unless they are the rules from the beginning."""
    numbers = dict(
        zip(("first", "second", "third", "fourth"), range(first, first + 4), strict=True)
    )
    new = BARE.format(**numbers).removeprefix(f"{first}. ")
    text = drawn("ru", new=new).replace("«5. ", f"«{first}. ")
    assert len(matches(analyzer, text, INCOMPLETE)) == found


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_who_adopted_the_amended_act_does_not_act_in_it(analyzer: Analyzer, language: str) -> None:
    """«приказ начальника порта» names nobody who would do what the new words say."""
    norm = {
        "ru": "Места на причале распределяются по усмотрению.",
        "kk": "Айлақтағы орындар өз қалауы бойынша бөлінеді.",
    }[language]
    found = [
        frame
        for evaluator in analyzer.evaluators(Document(drawn(language, new=norm)))
        for provision in evaluator.act.provisions
        if provision.zone.value == "inserted"
        for sentence in evaluator.sentences(provision.index)
        for frame in evaluator.frames(sentence)
    ]
    assert found
    assert {frame.actor.role for frame in found} == {Role.UNSTATED}
