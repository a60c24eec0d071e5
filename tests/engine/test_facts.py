"""Facts of structure: both places of a finding are shown, and what an excerpt lacks is unknown."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.report import Finding
from riskscan.text import Document

BROKEN = (
    "1. Рыбак получает билет.\n"
    "2. Билет выдаёт егерь.\n"
    "3. Билет изымается по пункту 12 настоящих Правил.\n"
    "4. Изъятый билет возвращается через год."
)


def of_rule(analyzer: Analyzer, text: str, rule: str) -> list[Finding]:
    """The findings of one rule."""
    return [
        finding for finding in analyzer.analyze(Document(text)).findings if finding.rule == rule
    ]


def test_the_words_and_the_other_place_are_evidence(analyzer: Analyzer) -> None:
    """The citation, and the last unit there is, with its address."""
    (finding,) = of_rule(analyzer, BROKEN, "reference-broken.internal")
    assert finding.quote == "пункту 12 настоящих Правил"
    (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
    assert other.quote == "4. Изъятый билет возвращается через год."
    assert other.start is not None
    assert other.note == "пункт 4 Правил"
    assert "пункт 12" in finding.explanation


CONFLICTING = (
    "1. Инспекция рассматривает заявление рыбака в течение пяти рабочих дней.\n"
    "2. Билет выдаётся бесплатно.\n"
    "3. Срок рассмотрения заявления рыбака составляет {other}."
)


def test_two_terms_for_one_thing_are_shown_together(analyzer: Analyzer) -> None:
    """The later one is the finding, and quotes the earlier one."""
    text = CONFLICTING.format(other="десять рабочих дней")
    (finding,) = of_rule(analyzer, text, "conflict-of-norms.terms")
    assert finding.quote == "десять рабочих дней"
    (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
    assert "пяти рабочих дней" in str(other.quote)
    assert "пяти рабочих дней" in finding.explanation


def test_one_term_told_twice_is_no_conflict(analyzer: Analyzer) -> None:
    """In words, in digits, or about as long in another unit."""
    for other in ("5 (пять) рабочих дней", "7 календарных дней"):
        assert of_rule(analyzer, CONFLICTING.format(other=other), "conflict-of-norms.terms") == []


def test_a_ring_of_references_is_told_once(analyzer: Analyzer) -> None:
    """At its last point; the others are evidence."""
    text = (
        "7. Место предоставляется в порядке, определённом пунктом 8 настоящих Правил.\n"
        "8. Отбор проводится в порядке, определённом пунктом 9 настоящих Правил.\n"
        "9. Очередь составляется в порядке, определённом пунктом 7 настоящих Правил."
    )
    (finding,) = of_rule(analyzer, text, "reference-broken.circular")
    assert finding.quote == "пунктом 7 настоящих Правил"
    others = [str(each.quote) for each in finding.evidence if each.role == "elsewhere"]
    assert [each.split()[0] for each in others] == ["Место", "Отбор"]


NAMED = (
    "1. Учёт ведёт Комитет рыбного хозяйства (далее – Комитет).\n"
    "2. Билеты печатает {other}.\n"
    "3. Комитет отказывает в выдаче билета за два дня."
)


def test_one_short_name_for_two_bodies_is_shown_with_the_first(analyzer: Analyzer) -> None:
    """The later body is the finding, and quotes the earlier one."""
    text = NAMED.format(other="Комитет полиграфии и печати (далее – Комитет)")
    (finding,) = of_rule(analyzer, text, "term-inconsistent.names")
    assert finding.quote == "Комитет полиграфии и печати"
    (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
    assert other.quote == "Комитет рыбного хозяйства"


@pytest.mark.parametrize(
    "other",
    [
        "Комитет полиграфии и печати (далее – Комитет печати)",
        "территориальный отдел Комитета рыбного хозяйства (далее – Отдел)",
        "Комитет рыбного хозяйства (далее – Комитет)",
    ],
    ids=["another short name", "a part of the body", "the same again"],
)
def test_short_names_that_tell_bodies_apart_are_no_drift(analyzer: Analyzer, other: str) -> None:
    """Two bodies under two names, and one body named twice alike."""
    assert of_rule(analyzer, NAMED.format(other=other), "term-inconsistent.names") == []


TERMS = (
    "1. Правила определяют порядок хранения лодок.\n"
    "2. В настоящих Правилах используются следующие понятия:\n"
    "1) смотритель – работник причала;\n"
    "2) зимний отстой (отстой) – хранение с ноября по март.\n"
    "3. Место выделяет смотритель.\n"
    "4. Хранение платное.\n"
    "5. {last}"
)
ALL = Options(max_tier=3)


@pytest.mark.parametrize(
    ("last", "found"),
    [
        ("Лодка выдаётся владельцу.", ["зимний отстой (отстой)"]),
        ("За время зимнего отстоя плата снижается.", []),
        ("За время отстоя плата снижается.", []),
    ],
    ids=["not named again", "in another form", "by its other name"],
)
def test_an_explained_term_is_looked_for_in_all_its_forms(
    analyzer: Analyzer, last: str, found: list[str]
) -> None:
    """Only what no norm names by any of its names is told."""
    report = analyzer.analyze(Document(TERMS.format(last=last)), ALL)
    told = [f.quote for f in report.findings if f.rule == "term-inconsistent.unused"]
    assert told == found


@pytest.mark.parametrize("opening", ["14. Хранение платное.\n", ""], ids=["excerpt", "whole"])
def test_what_an_excerpt_does_not_explain_is_unknown(analyzer: Analyzer, opening: str) -> None:
    """Its beginning may hold the explanation."""
    points = (
        "Лодки хранятся на причале.",
        "Место выделяет смотритель.",
        "Журнал проверяет УВТО.",
        "Хранение платное.",
        "Лодка выдаётся владельцу.",
    )
    first = 15 if opening else 1
    text = opening + "\n".join(f"{n}. {point}" for n, point in enumerate(points, first))
    report = analyzer.analyze(Document(text), ALL)
    told = [f.quote for f in report.findings if f.rule == "term-inconsistent.abbreviation"]
    assert told == ([] if opening else ["УВТО"])


@pytest.mark.parametrize(
    ("third", "found"),
    [("К прошению", ["Ходатайство"]), ("К заявке", []), ("Прошение – жалоба. К прошению", [])],
    ids=["three names", "two names", "explained"],
)
def test_three_names_for_one_paper_are_told_once(
    analyzer: Analyzer, third: str, found: list[str]
) -> None:
    """At the second name, with the places of the others."""
    text = (
        "1. Рыбак подаёт заявку в инспекцию.\n"
        "2. Ходатайство рассматривается за три рабочих дня.\n"
        f"3. {third} прилагается схема участка."
    )
    told = of_rule(analyzer, text, "term-inconsistent.synonyms")
    assert [finding.quote for finding in told] == found
    places = [e.quote for f in told for e in f.evidence if e.role == "elsewhere"]
    assert places == (["заявку", "прошению"] if found else [])


def test_a_chain_is_told_where_it_begins(analyzer: Analyzer) -> None:
    """With every further reference, and the words it ends with."""
    text = (
        "4. Лодка осматривается в порядке, установленном пунктом 5 настоящих Правил.\n"
        "5. Осмотр проводится в порядке, определённом пунктом 6 настоящих Правил.\n"
        "6. Осмотр лодок ведётся в порядке, установленном законодательством."
    )
    (finding,) = of_rule(analyzer, text, "reference-broken.chain")
    assert finding.quote == "пунктом 5 настоящих Правил"
    others = [str(each.quote) for each in finding.evidence if each.role == "elsewhere"]
    assert [each.split()[0] for each in others] == ["Осмотр", "Осмотр"]


def test_a_ring_is_no_chain(analyzer: Analyzer) -> None:
    """However many references it has."""
    text = "\n".join(
        f"{point}. Место {point} даётся в порядке, определённом пунктом {to} настоящих Правил."
        for point, to in ((7, 8), (8, 9), (9, 10), (10, 7))
    )
    assert of_rule(analyzer, text, "reference-broken.chain") == []


REFUSED = (
    "1. Для стоянки лодки владелец подаёт следующие документы: 1) заявление; 2) билет{more}.\n"
    "2. Порт отказывает в стоянке при отсутствии полиса.\n"
    "3. {other}"
)


def test_a_paper_nobody_was_told_to_bring_is_shown_with_the_list(analyzer: Analyzer) -> None:
    """The ground is the finding, the line that introduces the papers stands elsewhere."""
    text = REFUSED.format(more="", other="Стоянка бесплатна.")
    (finding,) = of_rule(analyzer, text, "conflict-of-norms.unlisted-paper")
    assert finding.quote == "отсутствии полиса"
    (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
    assert "следующие документы" in str(other.quote)


def test_a_paper_named_anywhere_is_no_surprise(analyzer: Analyzer) -> None:
    """In the list or in any other sentence."""
    for more, other in (("; 3) полис", "Стоянка бесплатна."), ("", "Полис хранится на лодке.")):
        text = REFUSED.format(more=more, other=other)
        assert of_rule(analyzer, text, "conflict-of-norms.unlisted-paper") == []


def test_the_same_words_in_two_documents_are_no_repetition(analyzer: Analyzer) -> None:
    """An annex may say again what the act says; one document may not."""
    norm = "Смотритель парка ежедневно до девяти часов утра проверяет лодки у причала и билеты."
    text = "1. {norm}\n2. Лодка выдаётся на час.\n{break_}3. {norm}"
    twice = text.format(norm=norm, break_="")
    (finding,) = of_rule(analyzer, twice, "duplicate-functions.repeated-norm")
    assert finding.tier == 3
    apart = text.format(norm=norm, break_="Приложение 1\nк Правилам\n")
    assert of_rule(analyzer, apart, "duplicate-functions.repeated-norm") == []


def test_a_long_ring_may_call_its_matter_by_other_names(analyzer: Analyzer) -> None:
    """Each point speaks of what the one before leaves to it; the last sends back to the first."""
    text = (
        "7. Место на рынке предоставляется в порядке, определённом пунктом 8.\n"
        "8. Порядок предоставления места применяется с учётом условий, указанных в пункте 9.\n"
        "9. Условия предоставления места определяются в соответствии с пунктом 7."
    )
    (finding,) = of_rule(analyzer, text, "reference-broken.circular")
    assert finding.quote == "пунктом 7"


def test_two_points_that_answer_to_each_other_are_no_ring(analyzer: Analyzer) -> None:
    """Neither leaves anything in particular: what they speak of is settled between them."""
    text = (
        "3. Пропуск выдаётся в соответствии с пунктом 4.\n"
        "4. Пропуск вручает егерь у ворот в соответствии с пунктом 3."
    )
    assert not of_rule(analyzer, text, "reference-broken.circular")


DECIDED = (
    "1. Решение о ремонте маяка принимает {one}.\n"
    "2. Маяк светит ночью.\n"
    "3. {other} решение о ремонте маяка в течение пяти рабочих дней."
)


def test_two_hands_for_one_decision_are_shown_together(analyzer: Analyzer) -> None:
    """The later one is the finding, and quotes the earlier one."""
    text = DECIDED.format(one="комиссия порта", other="Аким города принимает")
    (finding,) = of_rule(analyzer, text, "conflict-of-norms.deciders")
    assert finding.quote == "Аким города"
    (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
    assert other.quote == "Решение о ремонте маяка принимает комиссия порта."
    assert "комиссия порта" in finding.explanation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("администрация порта", "Руководитель принимает"),  # a head acts for his body
        ("аким города", "Акимат города принимает"),
        ("инспекция", "Инспекция порта принимает"),
        ("комиссия порта", "Аким города не принимает"),
        ("комиссия порта", "Аким города повторно принимает"),
        ("комиссия порта", "Уполномоченный орган принимает"),
    ],
)
def test_one_hand_under_two_names_is_no_conflict(analyzer: Analyzer, one: str, other: str) -> None:
    """Nor is a prohibition, another stage, or a body that may be the one named."""
    text = DECIDED.format(one=one, other=other)
    assert of_rule(analyzer, text, "conflict-of-norms.deciders") == []


def test_a_norm_retold_is_found_by_what_it_tells(analyzer: Analyzer) -> None:
    """Another voice and order, and two norms put into one; not another thing, nor a denial."""
    text = (
        "4. Перевозчик зерна укрывает кузов машины брезентом.\n"
        "5. Край брезента закрепляется тросом.\n9. {}."
    )
    rule = "duplicate-functions.retold-norm"
    for again in (
        "Кузов машины укрывается перевозчиком зерна брезентом",
        "Брезентом, край которого закрепляется тросом, перевозчик зерна укрывает кузов машины",
    ):
        (finding,) = of_rule(analyzer, text.format(again), rule)
        assert finding.quote == again + "."
        (other,) = [each for each in finding.evidence if each.role == "elsewhere"]
        assert "Перевозчик зерна" in str(other.quote)
    for apart in (
        "Кузов прицепа укрывается перевозчиком зерна плёнкой",
        "Перевозчик зерна не укрывает кузов машины брезентом",
        "Перевозчик зерна укрывает кузов машины брезентом",
    ):
        assert of_rule(analyzer, text.format(apart), rule) == []


def test_two_values_for_one_thing_conflict(analyzer: Analyzer) -> None:
    """A sum, a validity, how often; a kind of thing or a case of its own has its own value."""
    text = "1. Сбор за швартовку катера составляет 4 МРП.\n3. {}."
    rule = "conflict-of-norms.values"
    (finding,) = of_rule(
        analyzer, text.format("Владелец уплачивает за швартовку катера сбор 6 МРП"), rule
    )
    assert finding.quote == "6 МРП"
    for apart in (
        "Сбор за швартовку парусного катера составляет 2 МРП",
        "Если катер детский, сбор за его швартовку составляет 2 МРП",
        "Владелец уплачивает за швартовку катера сбор 4 МРП",
    ):
        assert of_rule(analyzer, text.format(apart), rule) == []
