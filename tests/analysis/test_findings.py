"""Merging, fingerprints, tiers and statutory defaults."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Finding
from riskscan.text import Document


def findings(analyzer: Analyzer, text: str, factor: str) -> list[Finding]:
    """The findings of one factor."""
    return [f for f in analyzer.analyze(Document(text)).findings if f.factor == factor]


def test_one_factor_on_one_norm_is_one_finding(analyzer: Analyzer) -> None:
    """Two wordings of one defect in one point are one remark, the other related."""
    text = "4. К заявлению прилагаются иные документы, а также любые справки."
    (finding,) = findings(analyzer, text, "extra-documents")
    assert len(finding.related) == 1


def test_items_of_one_list_are_one_norm(analyzer: Analyzer) -> None:
    """A list under «Департамент:» that lacks terms is one remark, not one for each item."""
    text = (
        "6. Департамент:\n1) рассматривает заявку участника;\n"
        "2) выдает участнику разрешение;\n3) регистрирует договор участника."
    )
    assert len(findings(analyzer, text, "deadline-missing")) == 1


def test_a_fingerprint_survives_renumbering_and_edits_elsewhere(analyzer: Analyzer) -> None:
    """The same norm keeps its identity when points are inserted before it."""
    norm = "Услугодатель отказывает в приеме заявления."
    before = findings(analyzer, f"3. {norm}", "refusal-grounds-open")
    after = findings(
        analyzer, f"3. Заявление подается через портал.\n4. {norm}", "refusal-grounds-open"
    )
    assert [f.id for f in before] == [f.id for f in after]


def test_a_fingerprint_changes_with_the_norm(analyzer: Analyzer) -> None:
    """An edited norm is another finding."""
    one = findings(analyzer, "3. Фонд отказывает в выплате.", "refusal-grounds-open")
    other = findings(analyzer, "3. Фонд отказывает в выплате гранта.", "refusal-grounds-open")
    assert one[0].id != other[0].id


def test_equal_norms_have_different_fingerprints(analyzer: Analyzer) -> None:
    """An ordinal tells equals apart."""
    text = "3. Фонд отказывает в выплате.\n4. Фонд отказывает в выплате."
    ids = [f.id for f in findings(analyzer, text, "refusal-grounds-open")]
    assert len(ids) == len(set(ids)) == 2


def test_an_unresolved_actor_is_no_more_than_tier_two(analyzer: Analyzer) -> None:
    """What cannot be told to hold power is not signed."""
    (finding,) = findings(
        analyzer, "Ассоциация вправе приостановить выплату.", "deadline-extension"
    )
    assert finding.tier == 2


def test_a_statutory_default_lowers_severity_not_tier(analyzer: Analyzer) -> None:
    """Where article 76 of the Code fills the gap, the finding stays, milder, and cites it."""
    (finding,) = findings(
        analyzer, "Департамент рассматривает заявление гражданина.", "deadline-missing"
    )
    assert (finding.severity, finding.tier) == ("medium", 1)
    assert ("kz-350-VI", "76.1") in [(b.source, b.item) for b in finding.basis]
    (other,) = findings(analyzer, "Фонд выплачивает победителю сумму гранта.", "deadline-missing")
    assert other.severity == "critical"  # "high", and a step up for support from the budget


@pytest.mark.parametrize(
    ("norm", "tier"),
    [
        ("4. Фонд отказывает заявителю в выплате гранта.", 1),
        ("4. Секретарь комиссии отказывает члену комиссии во включении вопроса в повестку.", 2),
    ],
    ids=["an outsider waits", "inner work"],
)
def test_how_a_body_works_within_itself_is_no_first_remark(
    analyzer: Analyzer, norm: str, tier: int
) -> None:
    """Meetings, minutes and staff touch nobody outside: tier 2."""
    assert {f.tier for f in findings(analyzer, norm, "refusal-grounds-open")} == {tier}


def test_a_list_of_competences_proves_no_absence(analyzer: Analyzer) -> None:
    """A body's regulation says what the body does; how, other acts say."""
    norm = "4. Управление отказывает заявителю в выдаче разрешения."
    title = "Положение о государственном учреждении «Управление маяков»"
    assert {f.tier for f in findings(analyzer, norm, "refusal-grounds-open")} == {1}
    assert {f.tier for f in findings(analyzer, f"{title}\n{norm}", "refusal-grounds-open")} == {2}


def test_what_a_code_of_offences_says_is_no_first_remark(analyzer: Analyzer) -> None:
    """What follows an offence is reviewed as the code lays down: a gap there is a note."""
    norm = "Статья 4. Запрос\n1. Управление при необходимости запрашивает у заявителя пояснения."
    code = f"Кодекс об административных правонарушениях\n{norm}"
    assert {f.tier for f in findings(analyzer, norm, "discretion-wide")} == {1}
    assert {f.tier for f in findings(analyzer, code, "discretion-wide")} == {2}


def test_one_of_a_list_of_rights_is_no_first_remark(analyzer: Analyzer) -> None:
    """When a right of a list may be used, other provisions say."""
    one = "4. Комитет вправе приостановить действие лицензии."
    listed = "4. Комитет вправе:\n1) вести реестр маяков;\n2) приостановить действие лицензии."
    assert {f.tier for f in findings(analyzer, one, "competence-may")} == {1}
    assert {f.tier for f in findings(analyzer, listed, "competence-may")} == {2}


def test_papers_of_one_list_are_one_remark(analyzer: Analyzer) -> None:
    """Two certificates the state has, asked for in two items."""
    text = (
        "5. К заявлению прилагаются:\n1) справка об отсутствии судимости;\n"
        "2) справка об отсутствии налоговой задолженности."
    )
    (finding,) = findings(analyzer, text, "excessive-requirements")
    assert len(finding.related) == 1


@pytest.mark.parametrize(
    ("text", "tier"),
    [("Решение совета является окончательным.", 1), ("Решение является окончательным.", 2)],
)
def test_a_document_speaks_for_the_holder_of_power_it_names(
    analyzer: Analyzer, text: str, tier: int
) -> None:
    """Whose decision it is stands in the subject, or nowhere."""
    found = analyzer.analyze(Document(text)).findings
    assert [each.tier for each in found if each.rule == "procedure-missing.final"] == [tier]


REACHED = [
    ("5. Департамент отказывает в установленном порядке в выдаче разрешения заявителю.", 1),
    ("5. Департамент в установленном порядке распределяет кабинеты архива.", 2),
    ("5. Басқарма белгіленген тәртіппен өтініш берушіге рұқсат беруден бас тартады.", 1),
    ("5. Басқарма белгіленген тәртіппен мұрағат бөлмелерін бөледі.", 2),
]


@pytest.mark.parametrize(("norm", "tier"), REACHED)
def test_a_reference_to_nowhere_is_signed_where_it_reaches_somebody(
    analyzer: Analyzer, norm: str, tier: int
) -> None:
    """A rule with ``doubtful_without`` is no more than a note when nobody comes from outside."""
    assert {f.tier for f in findings(analyzer, norm, "blanket-reference")} == {tier}
