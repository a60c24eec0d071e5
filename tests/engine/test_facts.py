"""Facts of structure: both places of a finding are shown, and what an excerpt lacks is unknown."""

from __future__ import annotations

from riskscan.analysis import Analyzer
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
