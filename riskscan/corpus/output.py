"""The answers as data: JSON and CSV. Everything is in them, nothing is cut."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict

from riskscan.corpus.questions import TABLES, Answers, By, Group
from riskscan.corpus.rates import CONFIDENCE
from riskscan.corpus.wording import CorpusWording

SCHEMA = "riskscan-corpus-report/1"
_COLUMNS = (
    "table", "key", "title", "documents", "documents_with_tier1", "words",
    "tier1", "tier1_per_1000", "tier1_low", "tier1_high",
    "tier2", "tier2_per_1000", "tier2_low", "tier2_high", "too_few_words",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_json(answers: Answers, wording: CorpusWording) -> str:
    """One JSON document; ``low`` and ``high`` are the ends of the interval."""
    scan = {name: value for name, value in answers.scan.items() if name != "titles"}
    tables = {
        by: [{"title": wording.name(by, group), **asdict(group)} for group in answers.tables[by]]
        for by in TABLES
    }
    content = {
        "schema": SCHEMA,
        "scan": scan,
        "confidence": CONFIDENCE,
        "minimum_words": answers.minimum_words,
        "overall": asdict(answers.overall),
        "tables": tables,
        "unread": answers.unread,
        "passed_over": answers.passed_over,
        "not_analysed": [asdict(file) for file in answers.not_analysed],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def to_csv(answers: Answers, wording: CorpusWording) -> str:
    """One row a group of any table, then one row a file that was not analysed."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerow(_row("overall", "", answers.overall))
    for by in TABLES:
        for group in answers.tables[by]:
            writer.writerow(_row(by, wording.name(by, group), group))
    for file in answers.not_analysed:
        reason = f"{file.cause}. {file.remedy}"
        writer.writerow(["not-analysed", _inert(file.path), _inert(reason)])
    return text.getvalue()


def _row(table: By | str, title: str, group: Group) -> list[object]:
    return [
        table,
        _inert(group.key or ""),
        _inert(title),
        group.documents,
        group.affected,
        group.words,
        *asdict(group.tier1).values(),
        *asdict(group.tier2).values(),
        int(group.thin),
    ]


def _inert(text: str) -> str:
    """Words of an act or a file's name that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
