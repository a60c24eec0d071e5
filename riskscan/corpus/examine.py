"""One document: bytes in, rows out. A pure function, so that any executor may run it."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from riskscan.analysis import Analyzer, Finding, Report
from riskscan.analysis.process import settle
from riskscan.corpus.metadata import read_head
from riskscan.errors import InputError, NoOriginalError, RiskscanError
from riskscan.reading import read_bytes
from riskscan.reading.docx import Changes
from riskscan.text import Document
from riskscan.text.printable import one_line

CHECKED = ("ru", "kk")  # the languages the rules read; words of others are no part of a density

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Task:
    """One content to examine; the name only appears in errors."""

    sha256: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Examined:
    """What is known of one content: a row under the columns of ``columns.PART``."""

    row: Row


@dataclass(frozen=True, slots=True)
class Failed:
    """No answer, through no fault of the content: the next scan tries again."""

    error: str
    cause: str
    remedy: str


Outcome = Examined | Failed
Examine = Callable[[Task], Outcome]


def prepare(rules: Path | None, quotes: bool, view: Changes) -> Examine:
    """Load rules and dictionaries once (about a second) and return the function of a document."""
    analyzer = Analyzer(rules)
    analyzer.analyze(Document("1. Срок рассмотрения может быть продлен руководителем."))
    settle()
    return lambda task: examine(analyzer, task, quotes, view)


def examine(analyzer: Analyzer, task: Task, quotes: bool, view: Changes) -> Outcome:
    """The rows of one content; a refused document is an answer too.

    Nothing of the text but the title, the body and the quotes goes into them.
    """
    start = time.perf_counter()
    try:
        document = read_bytes(task.data, task.name, view=view)
        report = analyzer.analyze(document)
    except (InputError, NoOriginalError) as error:
        return Examined(_refusal(task.sha256, error))
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        return Failed(type(error).__name__, f"a defect of riskscan at {where}", "Please report it")
    row = _document(report, document.text)
    row["sha256"] = task.sha256
    row["seconds"] = time.perf_counter() - start
    row["findings"] = [
        _finding(ordinal, finding, quotes) for ordinal, finding in enumerate(report.findings)
    ]
    return Examined(row)


def _refusal(sha256: str, error: RiskscanError) -> Row:
    return {
        "sha256": sha256,
        "error": type(error).__name__,
        "cause": error.cause,
        "remedy": error.remedy,
        "findings": [],
    }


def _document(report: Report, text: str) -> Row:
    head = read_head(text)
    document, summary = report.document, report.summary
    checked = sum(document.languages.get(language, 0.0) for language in CHECKED)
    return {
        "title": one_line(document.title),
        "kind": document.kind,
        "profile": document.profile,
        "body": head.body,
        "year": head.year,
        "russian": document.languages.get("ru", 0.0),
        "kazakh": document.languages.get("kk", 0.0),
        "characters": document.characters,
        "words": document.words,
        "words_checked": round(document.words * checked),
        "provisions": document.provisions,
        "provisions_checked": report.ledger.provisions_checked,
        "normative_certainty": summary.normative_certainty,
        "risk_index": summary.risk_index,
        "tier1": summary.findings["1"],
        "tier2": summary.findings["2"],
        "tier3": summary.findings["3"],
        "unread": sum(notice.count for notice in document.unread),
        "engine": report.engine,
        "ruleset": report.ruleset.digest,
    }


def _finding(ordinal: int, finding: Finding, quotes: bool) -> Row:
    provision = finding.provision
    return {
        "ordinal": ordinal,
        "id": finding.id,
        "rule": finding.rule,
        "factor": finding.factor,
        "group": finding.group,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "tier": finding.tier,
        "language": finding.language,
        "start": finding.start,
        "end": finding.end,
        "quote": finding.quote if quotes else None,
        "provision": "/".join(provision.path),
        "citation_ru": provision.citation.get("ru"),
        "citation_kk": provision.citation.get("kk"),
    }
