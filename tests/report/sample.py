"""A handmade draft and its report: three tiers, an overlap, evidence of every kind."""

from __future__ import annotations

from typing import Any

from riskscan.analysis.report import (
    Address,
    Basis,
    CertaintyPart,
    DocumentInfo,
    Evidence,
    Expertise,
    Finding,
    IndexTerm,
    Ledger,
    Notice,
    Report,
    RulesetInfo,
    Skipped,
    Summary,
)
from riskscan.text import Document

TEXT = """Правила выдачи билета в <пробную> библиотеку

7. Заявка рассматривается в разумный срок.
    1) срок рассмотрения может быть продлен заведующим при необходимости;
    2) заведующий вправе запросить иные документы.
8. В выдаче билета отказывают и в иных случаях.
"""

EXTENSION = "срок рассмотрения может быть продлен заведующим"
CONDITION = "может быть продлен заведующим при необходимости"


def place(quote: str) -> dict[str, Any]:
    """Where a quote of the draft stands."""
    start = TEXT.index(quote)
    return {"start": start, "end": start + len(quote), "quote": quote}


def finding(quote: str, **parts: Any) -> Finding:
    """A finding of the first tier; ``parts`` replace what matters to a test."""
    usual: dict[str, Any] = {
        "id": f"id-{TEXT.index(quote)}",
        "rule": "deadline-extension.unbounded",
        "factor": "deadline-extension",
        "group": "deadlines",
        "severity": "high",
        "confidence": 0.86,
        "tier": 1,
        "language": "ru",
        "provision": Address(
            path=("point:7", "subpoint:1"),
            citation={"ru": "подпункт 1) пункта 7", "kk": "7-тармақтың 1) тармақшасы"},
            start=0,
            end=10,
        ),
        "title": "Продление без предела",
        "explanation": "Заведующий продлевает срок сколько угодно.",
        "recommendation": "Продлить можно один раз на три дня.",
        "basis": (),
        "evidence": (),
    }
    return Finding(**(usual | place(quote) | parts))


BASIS = (
    Basis(kind="law", source="kz-480-V", item="24.3", title="Закон «О правовых актах»"),
    Basis(kind="comparative", source="rf-96", item="3а", title="Чужая методика"),
)
EVIDENCE = (
    Evidence(role="trigger", verdict="present", **place("может быть продлен")),
    Evidence(role="actor", element="official", verdict="present", **place("заведующим")),
    Evidence(
        role="lacks",
        element="bound",
        verdict="absent",
        where=("clause", "article"),
        note="предел — в самой норме, в статье",
    ),
    Evidence(role="lacks", element="ground", verdict="unknown", where=("clause",)),
    Evidence(role="guard", verdict="absent", where=("X05", "X11"), note="ничто не смягчает"),
)
EXPERTISE_LAW = Basis(kind="law", source="kz-480-V", item="30.6", title="Закон «О правовых актах»")

DOCUMENT = Document(TEXT, source="билет.docx")


def report(*findings: Finding, **document: Any) -> Report:
    """A report of these findings over the draft."""
    usual: dict[str, Any] = {
        "source": DOCUMENT.source,
        "title": "Правила выдачи билета",
        "kind": "rules",
        "profile": None,
        "languages": {"ru": 1.0},
        "characters": len(TEXT),
        "words": 1240,
        "provisions": 9,
        "expertise": Expertise(status="subject", basis=EXPERTISE_LAW),
        "unread": (Notice(what="image", count=2),),
    }
    tiers = [each.tier for each in findings]
    return Report(
        document=DocumentInfo(**(usual | document)),
        findings=tuple(sorted(findings, key=lambda each: each.start)),
        summary=Summary(
            findings={str(tier): tiers.count(tier) for tier in (1, 2, 3)},
            by_factor={},
            by_severity={},
            density_per_1000_words=4.2,
            normative_certainty=0.71,
            certainty_parts=(
                CertaintyPart(element="term", said=4, of=4),
                CertaintyPart(element="appeal", said=1, of=3),
            ),
            risk_index=38,
            risk_terms=(IndexTerm(severity="high", findings=2, confidence=1.66, weight=4),),
        ),
        ledger=Ledger(
            provisions_checked=8,
            skipped=(
                Skipped(path=("point:1",), reason="heading"),
                Skipped(path=(), reason="current"),
            ),
        ),
        engine="0.1.0",
        ruleset=RulesetInfo(version="0.1.0", digest="sha256:" + "ab" * 32),
    )


FINDINGS = (
    finding("в разумный срок", tier=2, severity="medium", title="Срок оценочный"),
    finding(EXTENSION, basis=BASIS, evidence=EVIDENCE),
    finding(CONDITION, tier=3, severity="low", title="Условие оценочное"),
    finding("и в иных случаях", severity="critical", title="Отказ по любому поводу"),
)
REPORT = report(*FINDINGS)
