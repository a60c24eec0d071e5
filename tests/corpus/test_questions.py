"""The answers: every finding and word counted once, in each table."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.corpus.questions import TABLES, ask
from riskscan.corpus.scan import Plan, scan
from riskscan.errors import StorageError, UsageError
from tests.corpus.conftest import act, rows

KAZAKH = (
    "Тізілімді жүргізу қағидалары\n\n1. Өтінішті қарау мерзімін басқарма басшысы ұзарта алады.\n"
    "2. Өтініш иесі қажетті құжаттарды бес жұмыс күні ішінде ұсынады және жауап алуға құқылы.\n"
)
ENGLISH = (
    "Rules of the register\n\n1. The head of the office may extend the term of examination.\n"
    "2. The applicant submits the necessary documents within five days and receives an answer.\n"
)
ORDERED = (
    "Об утверждении Правил\nПриказ Министра лесов Республики Казахстан от 3 мая 20{} года № 7.\n"
    "В соответствии с Законом ПРИКАЗЫВАЮ:\n1. Утвердить прилагаемые Правила.\n\n"
)


def test_every_table_counts_every_finding_once(scanned: Path) -> None:
    """The sums over groups are the sums over findings."""
    answers = ask(scanned)
    findings = rows(scanned, "findings")
    assert answers.overall.tier1.findings > 5
    for tier in (1, 2):
        expected = sum(row["tier"] == tier for row in findings)
        assert getattr(answers.overall, f"tier{tier}").findings == expected
        for by in TABLES:
            groups = answers.tables[by]
            assert sum(getattr(group, f"tier{tier}").findings for group in groups) == expected


def test_words_and_documents_add_up(scanned: Path) -> None:
    """Over kinds, bodies, years and acts; a factor's words are those of all acts."""
    answers = ask(scanned)
    for by in ("kind", "body", "year", "act"):
        assert sum(group.words for group in answers.tables[by]) == answers.overall.words
        assert sum(group.documents for group in answers.tables[by]) == 9
    for group in answers.tables["factor"]:
        assert (group.documents, group.words) == (9, answers.overall.words)


def test_the_rate_of_a_factor_reckons_with_acts_that_have_none(tmp_path: Path) -> None:
    """One act with all findings among many without is a wide interval."""
    for number in range(6):
        path = tmp_path / "acts" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            act(number) if number == 0 else f"Правила {number}\n\n1. Заявка подается.\n"
        )
    scan(Plan(tmp_path / "acts", tmp_path / "out"))
    answers = ask(tmp_path / "out", minimum_words=0)
    factors = {group.key: group for group in answers.tables["factor"]}
    assert factors
    for group in factors.values():
        assert group.affected <= 1
        assert group.tier1.low is not None and group.tier1.per_1000 is not None
        assert group.tier1.low < group.tier1.per_1000 or not group.tier1.findings


def test_short_acts_are_not_ranked(scanned: Path) -> None:
    """Acts of about a hundred words are thin; thin ones stand last."""
    assert all(group.thin for group in ask(scanned).tables["act"])
    longest = max(row["words_checked"] for row in rows(scanned, "documents"))
    ranked = ask(scanned, minimum_words=longest).tables["act"]
    assert [group.thin for group in ranked] == sorted(group.thin for group in ranked)
    assert not ranked[0].thin


def test_body_and_year_come_from_the_head_and_silence_is_a_group_of_its_own(tmp_path: Path) -> None:
    """What no act states stands last."""
    (tmp_path / "acts").mkdir()
    for number, year in enumerate((19, 21, 21)):
        text = ORDERED.format(year) + act(number)
        (tmp_path / "acts" / f"{number}.txt").write_text(text, "utf-8")
    (tmp_path / "acts" / "bare.txt").write_text(act(9), "utf-8")
    scan(Plan(tmp_path / "acts", tmp_path / "out"))
    tables = ask(tmp_path / "out").tables
    assert [(g.key, g.documents) for g in tables["year"]] == [("2019", 1), ("2021", 2), (None, 1)]
    assert [(g.key, g.documents) for g in tables["body"]] == [("Министр лесов", 3), (None, 1)]


def test_an_act_the_rules_cannot_read_is_not_counted_as_clean(tmp_path: Path) -> None:
    """English words are no part of any denominator; Kazakh ones are read like Russian."""
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "ru.txt").write_text(act(1), "utf-8")
    (tmp_path / "acts" / "kk.txt").write_text(KAZAKH, "utf-8")
    (tmp_path / "acts" / "en.txt").write_text(ENGLISH, "utf-8")
    scan(Plan(tmp_path / "acts", tmp_path / "out"))
    answers = ask(tmp_path / "out")
    read = {row["path"]: row for row in rows(tmp_path / "out", "documents")}
    assert read["en.txt"]["words"] > 15
    assert read["en.txt"]["words_checked"] == 0
    assert read["kk.txt"]["words_checked"] == read["kk.txt"]["words"]
    assert answers.unread == 1
    assert answers.overall.documents == 2


def test_files_without_an_answer_are_named(scanned: Path) -> None:
    """With the cause and the remedy."""
    (file,) = ask(scanned).not_analysed
    assert (file.path, file.status, file.error) == (
        "picture.txt",
        "refused",
        "UnsupportedFormatError",
    )
    assert "picture" in file.cause
    assert file.remedy


def test_a_corpus_of_nothing_has_answers(tmp_path: Path) -> None:
    """No division by nothing."""
    (tmp_path / "acts").mkdir()
    scan(Plan(tmp_path / "acts", tmp_path / "out"))
    answers = ask(tmp_path / "out")
    assert answers.overall.tier1.per_1000 is None
    assert not any(answers.tables.values())


def test_an_unfinished_scan_is_no_scan(tmp_path: Path) -> None:
    """The error says how to finish it."""
    with pytest.raises(UsageError, match="riskscan corpus scan"):
        ask(tmp_path)


def test_a_damaged_table_is_an_error_with_the_remedy(tmp_path: Path) -> None:
    """Parts are still there: scanning again makes the tables anew."""
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "a.txt").write_text(act(1), "utf-8")
    plan = Plan(tmp_path / "acts", tmp_path / "out")
    scan(plan)
    (plan.out / "findings.parquet").write_bytes(b"PAR1 no table")
    with pytest.raises(StorageError, match="Scan into this folder again"):
        ask(plan.out)
    scan(plan)
    assert ask(plan.out).overall.documents == 1
