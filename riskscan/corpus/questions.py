"""What an analyst asks the tables: where the findings are, by factor, rule, kind, body, year, act.

The denominator is always the words the rules can read, so a Kazakh act under Russian rules counts
as not read, never as clean. Every content counts once, however many copies of it there are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb

from riskscan.corpus.columns import DOCUMENTS, FILES, FINDINGS, schema
from riskscan.corpus.publish import SUMMARY, connect, dataset
from riskscan.corpus.rates import Rate, rate
from riskscan.errors import StorageError, UsageError

By = Literal["factor", "rule", "kind", "body", "year", "act"]
TABLES: tuple[By, ...] = ("factor", "rule", "kind", "body", "year", "act")
MINIMUM_WORDS = 1_000


@dataclass(frozen=True, slots=True)
class Group:
    """One row of an answer: n documents, n words, the rates of tiers 1 and 2.

    ``key`` is None for what the acts do not state. A *thin* group has too few words to be ranked.
    """

    key: str | None
    name: str
    documents: int
    affected: int  # documents with a finding of tier 1
    words: int
    tier1: Rate
    tier2: Rate
    thin: bool


@dataclass(frozen=True, slots=True)
class NotAnalysed:
    """A file without an answer, and what to do about it."""

    path: str
    status: str
    error: str | None
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything a report says; ``unread`` counts documents without a word the rules can read."""

    scan: Mapping[str, Any]
    minimum_words: int
    overall: Group
    tables: Mapping[By, Sequence[Group]]
    unread: int
    not_analysed: Sequence[NotAnalysed]
    passed_over: int


_READ = "FROM documents WHERE words_checked > 0"
_SUMS = """
    count(*) AS documents,
    count(*) FILTER (tier1 > 0) AS affected,
    sum(words_checked)::BIGINT AS words,
    sum(tier1)::BIGINT AS found1,
    coalesce(sum(tier1 * tier1 / words_checked), 0)::DOUBLE AS spread1,
    sum(tier2)::BIGINT AS found2,
    coalesce(sum(tier2 * tier2 / words_checked), 0)::DOUBLE AS spread2"""
# Of a factor or rule: its findings in each document, over all documents and words that were read.
_COUNTED = f"""
    WITH total AS (SELECT count(*) AS documents, sum(words_checked)::BIGINT AS words {_READ}),
    counted AS (
        SELECT f.{{by}} AS key, any_value(d.words_checked) AS words_checked,
            count(*) FILTER (f.tier = 1) AS tier1, count(*) FILTER (f.tier = 2) AS tier2
        FROM findings f JOIN documents d USING (sha256)
        WHERE d.words_checked > 0 AND f.tier < 3 GROUP BY f.{{by}}, sha256)
    SELECT key, key AS name, any_value(total.documents) AS documents,
        count(*) FILTER (tier1 > 0) AS affected,
        any_value(total.words) AS words,
        sum(tier1)::BIGINT AS found1, sum(tier1 * tier1 / words_checked)::DOUBLE AS spread1,
        sum(tier2)::BIGINT AS found2, sum(tier2 * tier2 / words_checked)::DOUBLE AS spread2
    FROM counted, total GROUP BY key"""  # noqa: S608 — names of columns, no input
_GROUPED = f"""
    SELECT {{key}}::VARCHAR AS key, {{name}}::VARCHAR AS name, {_SUMS} {_READ}
    GROUP BY ALL"""
_QUESTIONS: dict[By, str] = {
    "factor": _COUNTED.format(by="factor"),
    "rule": _COUNTED.format(by="rule"),
    "kind": _GROUPED.format(key="kind", name="kind"),
    "body": _GROUPED.format(key="body", name="body"),
    "year": _GROUPED.format(key="year", name="year"),
    "act": _GROUPED.format(key="path", name="coalesce(nullif(title, ''), path)"),
}
_NOT_ANALYSED = """
    SELECT path, status, error, coalesce(cause, ''), coalesce(remedy, '')
    FROM files WHERE status IN ('refused', 'failed') ORDER BY path"""


def ask(results: Path, minimum_words: int = MINIMUM_WORDS) -> Answers:
    """Ask the tables of a finished scan.

    UsageError when the folder holds none, StorageError when they cannot be read.
    """
    scan = _summary(results)
    try:
        with closing(connect()) as tables:
            for name, columns in (
                ("documents", DOCUMENTS), ("findings", FINDINGS), ("files", FILES)
            ):  # fmt: skip
                tables.register(name, dataset([results / f"{name}.parquet"], schema(*columns)))
            (overall,) = _groups(
                tables, f"SELECT '' AS key, '' AS name, {_SUMS} {_READ}", minimum_words
            )
            return Answers(
                scan,
                minimum_words,
                overall,
                {by: _ordered(by, _groups(tables, _QUESTIONS[by], minimum_words)) for by in TABLES},
                scan["counts"]["documents"] - overall.documents,
                [NotAnalysed(*row) for row in tables.sql(_NOT_ANALYSED).fetchall()],
                scan["counts"]["passed_over"],
            )
    except (duckdb.Error, OSError, ValueError) as error:
        raise StorageError(
            f"the tables cannot be read ({type(error).__name__})",
            place=str(results),
            remedy="Scan into this folder again: what is done is kept",
        ) from None


def _summary(results: Path) -> dict[str, Any]:
    try:
        summary: dict[str, Any] = json.loads((results / SUMMARY).read_text("utf-8"))
    except (OSError, ValueError):
        raise UsageError(
            "no finished scan stands here",
            place=str(results),
            remedy=f"Finish it first: riskscan corpus scan FOLDER --out {results}",
        ) from None
    return summary


def _groups(tables: duckdb.DuckDBPyConnection, question: str, minimum_words: int) -> list[Group]:
    return [
        Group(
            key,
            name if name is not None else "",
            documents,
            affected,
            words or 0,
            rate(found1 or 0, words or 0, documents, spread1),
            rate(found2 or 0, words or 0, documents, spread2),
            (words or 0) < minimum_words,
        )
        for key, name, documents, affected, words, found1, spread1, found2, spread2 in tables.sql(
            question
        ).fetchall()
    ]


def _ordered(by: By, groups: list[Group]) -> list[Group]:
    """Years in time, factors and rules by count (their denominator is one and the same).

    Kinds, bodies and acts from the surest high rate down; thin ones and what is not stated last.
    """
    if by == "year":
        return sorted(groups, key=lambda group: (group.key is None, group.key or ""))
    if by in {"factor", "rule"}:
        return sorted(groups, key=lambda g: (-g.tier1.findings, -g.tier2.findings, g.key or ""))
    return sorted(
        groups,
        key=lambda g: (
            g.key is None,
            g.thin,
            -(g.tier1.low or 0.0),
            -(g.tier1.per_1000 or 0.0),
            -(g.tier2.low or 0.0),
            g.key or "",
        ),
    )
