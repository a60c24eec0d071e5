"""A scan: every content analysed once, every file accounted for, nothing left stale."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from riskscan.corpus.columns import DOCUMENTS, FILES, FINDINGS, schema
from riskscan.corpus.scan import Plan, Progress, scan
from riskscan.engine.ruleset import rules_root
from riskscan.errors import UsageError
from riskscan.reading import read
from tests.corpus.conftest import PLAIN, RISKY, Scan, act, results, rows, write_acts
from tests.reading.word_files import deleted, docx, inserted, run

STRUCK = "может быть продлен руководителем управления."


def analysed(plan: Plan) -> int:
    """Scan and count the documents that were really analysed."""
    seen: list[Progress] = []
    scan(plan, seen.append)
    return seen[-1].analysed


def test_the_tables_hold_what_the_analyzer_says(folder: Path, scan_into: Scan) -> None:
    """Quotes are the words at their offsets; counts by tier agree with the findings."""
    summary = scan_into(folder)
    out = folder.parent / "out"
    documents, findings, files = results(out)
    assert len(documents) == len(files) == summary["counts"]["documents"] == 6
    assert {row["status"] for row in files} == {"analysed"}
    assert findings
    for finding in findings:
        text = read(folder / finding["path"]).text
        assert text[finding["start"] : finding["end"]] == finding["quote"]
    for document in documents:
        own = [row for row in findings if row["sha256"] == document["sha256"]]
        assert [row["ordinal"] for row in own] == list(range(len(own)))
        for tier in (1, 2, 3):
            assert document[f"tier{tier}"] == sum(row["tier"] == tier for row in own)
        assert document["kind"] == "rules"
        assert document["words_checked"] == document["words"] > 80


def test_the_columns_are_the_documented_ones(scanned: Path) -> None:
    """Each field of a file carries its meaning."""
    for table, columns in (("documents", DOCUMENTS), ("findings", FINDINGS), ("files", FILES)):
        written = pq.read_schema(scanned / f"{table}.parquet")
        assert written.equals(schema(*columns), check_metadata=True)
        assert all(field.metadata[b"meaning"] for field in written)


def test_workers_do_not_change_the_result(folder: Path, scan_into: Scan) -> None:
    """One worker and three write the same rows in the same order."""
    scan_into(folder, "one", workers=1)
    scan_into(folder, "three", workers=3)
    assert results(folder.parent / "one") == results(folder.parent / "three")


def test_copies_are_analysed_once(folder: Path) -> None:
    """The document stands once, under its first name; both files are listed."""
    shutil.copy(folder / "group0" / "act000.txt", folder / "a copy.txt")
    plan = Plan(folder, folder.parent / "out")
    assert analysed(plan) == 6
    copied = [row for row in rows(plan.out, "documents") if row["copies"] == 2]
    assert [row["path"] for row in copied] == ["a copy.txt"]
    assert len(rows(plan.out, "files")) == 7


def test_a_second_scan_analyses_nothing_and_says_the_same(folder: Path) -> None:
    """Unchanged text costs a look-up."""
    plan = Plan(folder, folder.parent / "out")
    scan(plan)
    before = results(plan.out)
    assert analysed(plan) == 0
    assert results(plan.out) == before


def test_a_changed_folder_costs_its_changes(folder: Path) -> None:
    """A new text is analysed; what is gone from the folder is gone from the tables."""
    plan = Plan(folder, folder.parent / "out")
    scan(plan)
    (folder / "group1" / "act001.txt").write_text(act(100), "utf-8")
    (folder / "group2" / "act002.txt").unlink()
    (folder / "group0" / "act000.txt").rename(folder / "renamed.txt")
    assert analysed(plan) == 1
    assert [row["path"] for row in rows(plan.out, "documents")] == [
        "group0/act003.txt",
        "group1/act001.txt",
        "group1/act004.txt",
        "group2/act005.txt",
        "renamed.txt",
    ]


def test_other_rules_scan_anew_and_the_old_answers_are_kept(folder: Path) -> None:
    """Going back to the first rules costs a look-up."""
    rules = folder.parent / "rules"
    shutil.copytree(rules_root(), rules)
    factors = rules / "factors.yaml"
    factors.write_text(factors.read_text("utf-8") + "\n# another digest\n", "utf-8")
    plan = Plan(folder, folder.parent / "out")
    assert analysed(plan) == 6
    assert analysed(Plan(folder, plan.out, rules=rules)) == 6
    assert analysed(plan) == 0
    assert len(list((plan.out / "parts").iterdir())) == 2


def test_without_quotes_no_words_of_a_norm_are_kept(folder: Path, scan_into: Scan) -> None:
    """Not in the tables and not in the parts."""
    scan_into(folder, quotes=False)
    out = folder.parent / "out"
    assert {row["quote"] for row in rows(out, "findings")} == {None}
    _no_words_in(out, ["может", "продлен"])


def test_of_the_text_only_title_body_and_quotes_are_kept(folder: Path, scan_into: Scan) -> None:
    """No sentence of the draft lies in any file of the results."""
    scan_into(folder)
    _no_words_in(folder.parent / "out", [sentence[-20:] for sentence in (*RISKY, *PLAIN)])


def _no_words_in(out: Path, words: list[str]) -> None:
    for path in out.rglob("*.parquet"):
        text = str(pq.read_table(path).to_pylist())
        assert not any(each in text for each in words), path


def test_a_file_that_cannot_be_analysed_is_listed_with_the_remedy(
    folder: Path, scan_into: Scan
) -> None:
    """The others go on; refusals are remembered by content, so they cost a look-up too."""
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    (folder / "empty.txt").write_bytes(b"")
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(2 * 2**30)
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder)
    (folder / os.fsdecode(b"\xff.txt")).write_text(act(200), "utf-8")
    summary = scan_into(folder)
    files = {row["path"]: row for row in rows(folder.parent / "out", "files")}
    assert files["scan.pdf"]["status"] == files["empty.txt"]["status"] == "refused"
    assert files["scan.pdf"]["error"] == "DamagedFileError"
    assert files["empty.txt"]["error"] == "EmptyDocumentError"
    assert files["huge.txt"]["status"] == "failed"
    assert files["huge.txt"]["error"] == "DocumentTooLargeError"
    assert files["pipe"]["status"] == files["loop"]["status"] == "passed-over"
    assert files["\\xff.txt"]["status"] == "analysed"
    assert all(row["cause"] for row in files.values() if row["status"] != "analysed")
    assert all(files[name]["remedy"] for name in ("scan.pdf", "empty.txt", "huge.txt"))
    assert summary["counts"]["documents"] == 7
    assert summary["counts"]["failed"] == 1


def test_tracked_changes_are_read_as_asked(tmp_path: Path, scan_into: Scan) -> None:
    """The original of Word files alone; each view is answered anew."""
    folder = tmp_path / "acts"
    folder.mkdir()
    (folder / "draft.docx").write_bytes(
        docx(f"<w:p>{run('1. Срок проверки ')}{deleted(STRUCK)}{inserted('не меняется.')}</w:p>")
    )
    (folder / "draft.txt").write_text(act(1), "utf-8")
    assert scan_into(folder)["view"] == "accepted"
    assert "продлен" not in quotes(tmp_path / "out")
    assert scan_into(folder, view="original")["view"] == "original"
    assert "продлен" in quotes(tmp_path / "out")
    files = {row["path"]: row for row in rows(tmp_path / "out", "files")}
    assert files["draft.docx"]["status"] == "analysed"
    assert files["draft.txt"]["error"] == "NoOriginalError"


def quotes(out: Path) -> str:
    """The words found in the Word file."""
    found = [row for row in rows(out, "findings") if row["path"] == "draft.docx"]
    return " ".join(row["quote"] for row in found)


def test_documents_over_their_time_are_recorded_and_tried_by_the_next_scan(tmp_path: Path) -> None:
    """A thousandth of a second is enough for none of them."""
    write_acts(tmp_path / "acts", 2, points=600)
    plan = Plan(tmp_path / "acts", tmp_path / "out", seconds=0.001)
    assert analysed(plan) == 0
    files = rows(plan.out, "files")
    assert [(row["status"], row["error"]) for row in files] == [("failed", "TimeLimit")] * 2
    assert all("--timeout" in row["remedy"] for row in files)
    assert analysed(Plan(plan.folder, plan.out)) == 2
    assert {row["status"] for row in rows(plan.out, "files")} == {"analysed"}


def test_an_empty_folder_has_empty_tables(tmp_path: Path, scan_into: Scan) -> None:
    """Nothing to do is no error."""
    (tmp_path / "acts").mkdir()
    assert scan_into(tmp_path / "acts")["counts"]["files"] == 0
    assert results(tmp_path / "out") == ([], [], [])


def test_results_may_stand_inside_the_folder_but_not_be_it(folder: Path) -> None:
    """A scan never meets its own tables."""
    scan(Plan(folder, folder / "out"))
    scan(Plan(folder, folder / "out"))
    assert len(rows(folder / "out", "files")) == 6
    with pytest.raises(UsageError, match="among what is scanned"):
        scan(Plan(folder, folder))


def test_a_folder_named_like_a_pattern_is_just_a_folder(folder: Path) -> None:
    """Brackets, stars and quotes in a name mean nothing."""
    out = folder.parent / "o[u]t*'?"
    scan(Plan(folder, out))
    assert len(rows(out, "documents")) == 6
