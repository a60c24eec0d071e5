"""Conditions on the whole act: its size, what it names, its checklist, powers that meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.report import Finding
from riskscan.engine import load_ruleset
from riskscan.engine.evaluation import Match
from riskscan.errors import RuleError
from riskscan.text import Document
from tests.engine.rules_root import copy_rules

BARE = (
    "Глава 2. Места на ярмарке\n"
    "5. Мастер подает заявление в отдел торговли.\n"
    "6. Отдел торговли рассматривает заявление.\n"
    "7. Место предоставляется отделом торговли.\n"
    "8. Торговля ведется под навесом."
)
INCOMPLETE = "procedure-missing.incomplete"


def of_rule(analyzer: Analyzer, text: str, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [
        finding for finding in analyzer.analyze(Document(text)).findings if finding.rule == rule
    ]


def matches(analyzer: Analyzer, text: str, rule: str) -> list[Match]:
    """What one rule sees, whichever rule of its factor leads the finding."""
    return [
        match
        for evaluator in analyzer.evaluators(Document(text))
        for match in evaluator.matches(analyzer.ruleset.rule(rule))
    ]


def test_a_checklist_gives_one_finding_for_the_act(analyzer: Analyzer) -> None:
    """However many norms open the procedure, what it lacks is said once."""
    assert len(of_rule(analyzer, BARE, INCOMPLETE)) == 1


def test_the_explanation_names_what_is_missing(analyzer: Analyzer) -> None:
    """Items by name, and every place that was searched."""
    (finding,) = of_rule(analyzer, BARE, INCOMPLETE)
    assert "срок рассмотрения" in finding.explanation
    assert "основания отказа" in finding.explanation
    absent = {each.element for each in finding.evidence if each.verdict == "absent"}
    assert {"term", "grounds"} <= absent
    assert all(
        each.where == ("article", "document")
        for each in finding.evidence
        if each.element in {"term", "grounds"}
    )


def test_what_is_there_is_shown_with_its_words(analyzer: Analyzer) -> None:
    """A found item is evidence too: where it stands and how it reads."""
    text = BARE + "\n9. О результате отдел уведомляет мастера."
    (finding,) = of_rule(analyzer, text, INCOMPLETE)
    (notice,) = [each for each in finding.evidence if each.element == "notice"]
    assert notice.verdict == "present"
    assert notice.quote == "О результате отдел уведомляет мастера."


@pytest.mark.parametrize(
    "cure",
    [
        "9. Заявление рассматривается в течение трех рабочих дней.",
        "9. Отдел отказывает в предоставлении места, если все места заняты.",
    ],
)
def test_a_named_gap_must_be_one_of_the_missing(analyzer: Analyzer, cure: str) -> None:
    """``without``: with the term or the grounds there, the procedure is not bare."""
    assert not of_rule(analyzer, f"{BARE}\n{cure}", INCOMPLETE)


def test_a_silence_of_the_whole_act_is_told_once(analyzer: Analyzer) -> None:
    """However many persons answer for a breach, that no official does is one finding."""
    text = (
        "1. Билет рыбаку выдаёт инспекция.\n"
        "2. Рыбак несёт ответственность за сохранность билета.\n"
        "3. Инспекция изымает билет.\n"
        "4. Арендатор причала несёт ответственность за порчу причала."
    )
    (match,) = matches(analyzer, text, "liability-missing.officials")
    assert match.site.span.of(text).startswith("Рыбак")
    said = text + "\n5. Инспектор несёт дисциплинарную ответственность за нарушение срока."
    assert matches(analyzer, said, "liability-missing.officials") == []


def test_few_points_prove_no_silence(analyzer: Analyzer) -> None:
    """``points``: an excerpt of three norms may be silent about anything."""
    assert not of_rule(analyzer, "\n".join(BARE.split("\n")[1:4]), INCOMPLETE)


def test_nothing_is_asked_of_an_act_without_requests(analyzer: Analyzer) -> None:
    """``names``: where nobody applies there is no procedure to be complete."""
    text = BARE.replace("Мастер подает заявление в", "Мастер приходит в").replace(
        "рассматривает заявление", "осматривает прилавки"
    )
    assert not of_rule(analyzer, text, INCOMPLETE)


def test_powers_meet_in_one_official(analyzer: Analyzer) -> None:
    """``powers``: the same three powers in three hands are no concentration."""
    one = (
        "4. Начальник отдела устанавливает размер помощи.\n"
        "5. Начальник отдела отбирает получателей.\n"
        "6. Начальник отдела выплачивает помощь."
    )
    many = one.replace("5. Начальник отдела", "5. Комиссия").replace(
        "6. Начальник отдела", "6. Бухгалтер"
    )
    assert of_rule(analyzer, one, "monopoly.concentration")
    assert not of_rule(analyzer, many, "monopoly.concentration")


def test_one_power_is_enough_beside_a_phrase(analyzer: Analyzer) -> None:
    """``at_least: 1``: trade alone is no conflict, trade by the one who checks is."""
    trade = "4. Лесхоз {}.\n5. Лесхоз оказывает заготовителям платные услуги по сушке."
    rule = "monopoly.regulator-operator"
    assert of_rule(analyzer, trade.format("проверяет заготовителей"), rule)
    assert not of_rule(analyzer, trade.format("находится в селе"), rule)


def test_rivals_do_the_same_to_the_same(analyzer: Analyzer) -> None:
    """``rival``: another body over another thing is a division of labour."""
    same = "5. Департамент проверяет склады удобрений.\n6. Акимат проверяет склады удобрений."
    other = same.replace("Акимат проверяет склады удобрений", "Акимат проверяет склады семян")
    assert of_rule(analyzer, same, "duplicate-functions.shared")
    assert not of_rule(analyzer, other, "duplicate-functions.shared")


@pytest.mark.parametrize(
    ("text", "rivals"),
    [
        ("5. Отдел согласует рейсы автобусов.\n6. Палата согласует рейсы автобусов.", True),
        ("5. Отдел согласует рейсы в городе.\n6. Палата согласует рейсы между селами.", False),
        ("5. Отдел передает заявку в палату.\n6. Палата подписывает заявку.", False),
        ("5. Отдел выдает жетоны хозяевам.\n6. Палата выдает жетоны хозяевам.", True),
    ],
)
def test_rivals_are_neither_steps_nor_shares(analyzer: Analyzer, text: str, rivals: bool) -> None:
    """A paper handed on, and matters each named by what the other lacks, are work divided."""
    assert bool(of_rule(analyzer, text, "duplicate-functions.shared")) is rivals


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("profile: request", "profile: reqest", "unknown profile"),
        ("without: [term", "without: [trem", "no item"),
        ("names: <request>", "names: <reqest>", "unknown concept"),
        ("names: <request>", "names: request", "<request>"),
        ("without: [term", "having: [trem], without: [term", "no item"),
        ("names: <request>", "silent: <reqest>", "unknown concept"),
    ],
)
def test_a_defect_in_a_condition_is_refused(tmp_path: Path, old: str, new: str, cause: str) -> None:
    """A wrong name is told with the file it stands in."""
    root = copy_rules(tmp_path)
    path = root / "decisions" / f"{INCOMPLETE}.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(RuleError) as caught:
        load_ruleset(root)
    assert cause in str(caught.value)
    assert path.name in caught.value.place


WHOLE = (
    "1. Правила определяют порядок выдачи пропуска на ярмарку.\n"
    "2. Мастер подает заявление и прилагает копию паспорта.\n"
    "3. Отдел торговли проверяет документы за два рабочих дня.\n"
    "4. Пропуск действует один год.\n"
    "5. Отдел торговли отказывает в выдаче пропуска, если копия поддельна.\n"
    "6. Мастер извещается о причинах отказа в день решения.\n"
    "7. Пропуск предъявляется охране.\n"
    "8. Решение оформляется приказом отдела торговли."
)


def test_silence_speaks_where_the_rest_is_told(analyzer: Analyzer) -> None:
    """``having``: a procedure that names its papers and its outcome, and no appeal."""
    assert len(matches(analyzer, WHOLE, "procedure-missing.no-appeal")) == 1


@pytest.mark.parametrize(
    ("told", "untold"),
    [
        ("подает заявление и прилагает копию паспорта", "подает заявление"),
        ("Решение оформляется приказом отдела торговли", "Торговля ведется под навесом"),
    ],
)
def test_silence_says_nothing_of_a_procedure_told_elsewhere(
    analyzer: Analyzer, told: str, untold: str
) -> None:
    """``having``: where what it asks for is not there, the procedure stands in another act."""
    assert not matches(analyzer, WHOLE.replace(told, untold), "procedure-missing.no-appeal")


LONG = "4. Отдел рыбного хозяйства рассматривает заявление в течение {term} со дня регистрации."
LONGER = "conflict-of-norms.longer-term"


@pytest.mark.parametrize(
    ("title", "found"),
    [("Правила лова", 1), ("Закон о лове", 0), ("", 0)],
    ids=["a by-law", "a law", "nobody knows"],
)
def test_a_bylaw_is_one_by_what_it_is_called(analyzer: Analyzer, title: str, found: int) -> None:
    """``bylaw``: an act of unknown kind may be a law."""
    text = f"{title}\n{LONG.format(term='30 рабочих дней')}"
    assert len(of_rule(analyzer, text, LONGER)) == found


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("пятнадцати рабочих дней", 0),
        ("16 (шестнадцати) рабочих дней", 1),
        ("21 календарного дня", 0),
        ("тридцати дней", 1),
        ("двух месяцев", 1),
    ],
)
def test_a_time_is_weighed_in_working_days(analyzer: Analyzer, term: str, found: int) -> None:
    """``beyond``: whatever unit the time is given in."""
    text = f"Правила лова\n{LONG.format(term=term)}"
    assert len(of_rule(analyzer, text, LONGER)) == found


def test_terms_of_a_law_hold_for_what_is_adopted_since(analyzer: Analyzer) -> None:
    """A draft without a date, or an act of a later day, but no act of before and none in force."""
    point = "1. Учёт ракушек ведётся в информационной системе порта."
    head = "О ракушках\nПриказ Министра портов от 3 {month} 2026 года № 8\n"
    note = "\nСноска. Пункт 1 с изменением, внесённым приказом Министра от 4 июня 2022 года № 9."
    texts = {
        point: 1,
        head.format(month="сентября") + point: 1,
        head.format(month="февраля") + point: 0,
        point + note: 0,
    }
    for text, count in texts.items():
        assert len(matches(analyzer, text, "term-inconsistent.replaced")) == count


@pytest.mark.parametrize(
    ("term", "short"),
    [
        ("десяти рабочих дней", True),
        ("двух месяцев", True),
        ("90 (девяноста) календарных дней", False),
        ("трёх месяцев", False),
    ],
)
def test_a_time_shorter_than_a_law_gives(analyzer: Analyzer, term: str, short: bool) -> None:
    """``under``: whatever unit the time is given in."""
    text = f"По настоящим Правилам рыбак обжалует отказ начальнику порта в течение {term}."
    rule = "conflict-of-norms.complaint-term"
    assert bool(matches(analyzer, f"4. {text}", rule)) is short
