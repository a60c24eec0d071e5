"""The report: exact spans, text order, determinism, summary and ledger."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.score import WEIGHTS
from riskscan.errors import EmptyDocumentError
from riskscan.text import Document

NORMS = [
    "Срок проверки может быть продлен руководителем инспекции.",
    "К заявлению прилагаются справка и иные документы.",
    "Услугодатель отказывает в приеме заявления.",
    "Заявитель вправе обжаловать решение.",
    "Комиссия при необходимости запрашивает у заявителя сведения.",
    "Комиссия рассматривает заявку в течение пяти рабочих дней.",
    "Размер взноса устанавливается фондом по своему усмотрению.",
    "Тексерушінің өтінімі қаралады.",
    "№ 5 — «Ёлка»\u00a0📄",
]


def draft(norms: list[str]) -> str:
    """Points 1, 2, 3 … of a draft."""
    return "\n".join(f"{number}. {norm}" for number, norm in enumerate(norms, 1))


@settings(max_examples=60)
@given(
    norms=st.lists(st.sampled_from(NORMS), min_size=1, max_size=12),
    noise=st.text(max_size=40),
)
def test_every_quote_is_the_text_at_its_span(norms: list[str], noise: str) -> None:
    """``text[start:end] == quote`` for findings, evidence and related findings alike."""
    text = noise + "\n" + draft(norms)
    report = shared().analyze(Document(text))
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.quote
        assert finding.provision.start <= finding.start <= finding.end <= finding.provision.end
        for part in (*finding.related, *finding.evidence):
            if part.start is not None and part.end is not None:
                assert text[part.start : part.end] == part.quote
    starts = [finding.start for finding in report.findings]
    assert starts == sorted(starts)


def shared() -> Analyzer:
    """One analyzer for the property test (a function-scoped fixture would not do)."""
    if not _ANALYZERS:
        _ANALYZERS.append(Analyzer())
    return _ANALYZERS[0]


_ANALYZERS: list[Analyzer] = []


def test_the_same_input_gives_the_same_bytes(analyzer: Analyzer) -> None:
    """Nothing depends on what was analysed before, nor on the process."""
    document = Document(draft(NORMS))
    first = analyzer.analyze(document).to_json()
    analyzer.analyze(Document("Иной документ. Комиссия отказывает в допуске."))
    assert analyzer.analyze(document).to_json() == first
    assert Analyzer().analyze(document).to_json() == first


def test_an_empty_document_is_refused(analyzer: Analyzer) -> None:
    """White space is no draft."""
    with pytest.raises(EmptyDocumentError):
        analyzer.analyze(Document(" \n\t\u00a0"))


def test_absence_has_places_but_no_span(analyzer: Analyzer) -> None:
    """Evidence of absence says where it was looked for."""
    report = analyzer.analyze(Document("3. " + NORMS[0]))
    finding = next(f for f in report.findings if f.factor == "deadline-extension")
    lack = next(e for e in finding.evidence if e.role == "lacks" and e.element == "bound")
    assert lack.verdict == "absent"
    assert (lack.start, lack.end, lack.quote) == (None, None, None)
    assert "clause" in lack.where and "article" in lack.where
    assert finding.provision.citation["ru"].startswith("пункт 3")


def test_the_risk_index_is_the_sum_of_its_terms(analyzer: Analyzer) -> None:
    """The index can be recomputed from the terms shown beside it."""
    report = analyzer.analyze(Document(draft(NORMS)))
    terms = report.summary.risk_terms
    load = sum(term.weight * term.confidence for term in terms) / max(
        report.document.words / 1000, 1
    )
    assert report.summary.risk_index == round(100 * (1 - math.exp(-load)))
    assert {term.severity: term.weight for term in terms} == WEIGHTS
    first = sum(finding.tier == 1 for finding in report.findings)
    assert report.summary.findings["1"] == first == sum(term.findings for term in terms)


def test_options_filter(analyzer: Analyzer) -> None:
    """Factors, severity, confidence and tier narrow the findings, never the analysis."""
    document = Document(draft(NORMS))
    everything = analyzer.analyze(document).findings
    one = analyzer.analyze(document, Options(factors=("extra-documents",))).findings
    assert {finding.factor for finding in one} == {"extra-documents"}
    grave = analyzer.analyze(document, Options(min_severity="high")).findings
    assert {f.id for f in grave} == {f.id for f in everything if f.severity in {"high", "critical"}}
    assert not analyzer.analyze(document, Options(min_confidence=1.0)).findings
    tops = analyzer.analyze(document, Options(max_tier=1)).findings
    assert {finding.tier for finding in tops} == {1}


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_texts_come_in_the_language_of_the_interface(analyzer: Analyzer, ui: str) -> None:
    """Title, explanation and redraft follow ``ui``; the quote stays the draft's."""
    options = Options.model_validate({"ui": ui})
    finding = analyzer.analyze(Document(NORMS[2]), options).findings[0]
    rule = analyzer.ruleset.rule(finding.rule)
    assert finding.title == getattr(rule.title, ui)
    assert finding.quote in NORMS[2]
    assert "{" not in finding.explanation


def test_the_ledger_says_what_was_not_checked(analyzer: Analyzer) -> None:
    """Paragraphs in a third language are not analysed, and the ledger says so."""
    text = "1. " + NORMS[2] + "\n2. The operator may extend the term of examination if needed."
    ledger = analyzer.analyze(Document(text)).ledger
    assert ledger.provisions_checked == 1
    assert [(s.path, s.reason) for s in ledger.skipped] == [(("point:2",), "language")]


def test_an_act_is_read_in_each_of_its_languages(analyzer: Analyzer) -> None:
    """Russian and Kazakh paragraphs of one act are both checked, each by its own rules."""
    text = "1. " + NORMS[2] + "\n2. Көрсетілетін қызметті беруші өтінішті қабылдаудан бас тартады."
    report = analyzer.analyze(Document(text))
    assert report.ledger.provisions_checked == 2
    assert {finding.language for finding in report.findings} == {"ru", "kk"}
    assert [f.start for f in report.findings] == sorted(f.start for f in report.findings)


def test_only_kazakhstani_law_read_in_the_original_is_printed_as_law(analyzer: Analyzer) -> None:
    """Every finding rests on at least one law of grade V."""
    for finding in analyzer.analyze(Document(draft(NORMS))).findings:
        laws = [basis for basis in finding.basis if basis.kind == "law"]
        assert laws
        assert all(analyzer.ruleset.sources[basis.source].grade == "V" for basis in laws)
