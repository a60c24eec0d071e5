"""What a change of rules changes, document by document and rule by rule."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from riskscan.errors import InputError
from riskscan.evaluation import differences as module
from riskscan.evaluation.differences import DocumentDifference, Tally, differences
from riskscan.report.differences import json_differences

UNBOUNDED = Path("deadlines/deadline-extension.unbounded.yaml")
EXTENDED = "1. Срок осмотра причала может быть продлен начальником порта.\n"
OPINION = "2. Начальник порта по своему усмотрению снижает размер портового сбора.\n"
OPINION_RULE = "discretion-wide.at-discretion"


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory, two_rules: Path) -> Path:
    """The rules with one milder and one gone."""
    root = tmp_path_factory.mktemp("changed") / "rules"
    shutil.copytree(two_rules, root)
    rule = root / UNBOUNDED
    text = rule.read_text("utf-8")
    assert "\nseverity: high\n" in text
    rule.write_text(text.replace("\nseverity: high\n", "\nseverity: medium\n"), "utf-8")
    (root / "discretion" / f"{OPINION_RULE}.yaml").unlink()
    return root


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two drafts, one in a folder of its own, and what is no draft or cannot be read."""
    drafts = tmp_path_factory.mktemp("drafts")
    (drafts / "port").mkdir()
    (drafts / "a.txt").write_text("1. Заявление подается через портал.\n", "utf-8")
    (drafts / "port" / "b.txt").write_text(EXTENDED + OPINION, "utf-8")
    (drafts / "note.md").write_text(EXTENDED, "utf-8")
    (drafts / "empty.txt").write_text(" ", "utf-8")
    (drafts / "broken.docx").write_bytes(b"PK\x03\x04 no archive")
    (drafts / "dangling.txt").symlink_to(drafts / "nowhere.txt")
    return drafts


@pytest.fixture(scope="module")
def found(two_rules: Path, changed: Path, folder: Path) -> list[DocumentDifference]:
    """The differences of the whole folder."""
    return list(differences(two_rules, changed, folder))


def test_documents_come_by_path(found: list[DocumentDifference]) -> None:
    """Every .txt and .docx file, wherever it stands, and nothing else."""
    names = ["a.txt", "broken.docx", "dangling.txt", "empty.txt", "port/b.txt"]
    assert [each.document for each in found] == names


def test_gone_and_changed(found: list[DocumentDifference]) -> None:
    """A finding that got milder is changed, one whose rule went is gone."""
    assert found[0].changes == ()
    milder, gone = found[-1].changes
    assert (found[-1].before, found[-1].after) == (2, 1)
    assert milder.change == "changed" and milder.before and milder.after
    assert (milder.before.severity, milder.after.severity) == ("high", "medium")
    assert milder.rules == {"deadline-extension.unbounded"}
    assert gone.change == "gone" and gone.after is None
    assert gone.rules == {OPINION_RULE}
    assert (EXTENDED + OPINION)[gone.start : gone.end] == gone.quote


def test_the_other_way_round_it_is_new(two_rules: Path, changed: Path, folder: Path) -> None:
    """What one direction calls gone the other calls new."""
    *_, port = differences(changed, two_rules, folder)
    assert [change.change for change in port.changes] == ["changed", "new"]


def test_counts_by_rule(found: list[DocumentDifference]) -> None:
    """The tally counts what passes through it and changes nothing."""
    tally = Tally()
    assert list(tally.watch(found)) == found
    assert (tally.documents, tally.unread) == (5, 3)
    assert tally.kinds == {"gone": 1, "changed": 1}
    assert tally.rules == {
        "deadline-extension.unbounded": {"changed": 1},
        OPINION_RULE: {"gone": 1},
    }


def test_an_unreadable_document_does_not_stop_the_others(found: list[DocumentDifference]) -> None:
    """An empty file, a dangling link and a broken .docx have a problem; the rest is compared."""
    problems = [each.document for each in found if each.problem]
    assert problems == ["broken.docx", "dangling.txt", "empty.txt"]


def test_a_folder_without_documents_is_an_error(two_rules: Path, tmp_path: Path) -> None:
    """Nothing compared must not look like nothing changed."""
    with pytest.raises(InputError, match=r"no \.txt or \.docx files"):
        differences(two_rules, two_rules, tmp_path)


def test_processes_change_nothing(
    two_rules: Path,
    changed: Path,
    folder: Path,
    found: list[DocumentDifference],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A large folder is compared in several processes, in the same order."""
    monkeypatch.setattr(module, "SMALL", 0)
    assert list(differences(two_rules, changed, folder)) == found


@pytest.mark.parametrize("told", [0, 1, 5], ids=["no document", "a quiet one", "all"])
def test_the_json_is_one_document(found: list[DocumentDifference], told: int) -> None:
    """Written piece by piece, it is still one JSON value; quiet documents are left out."""
    pieces = json_differences(found[:told], Tally(), ("sha256:a", "sha256:b"))
    value = json.loads("".join(pieces))
    assert (value["schema"], value["old"], value["new"]) == (
        "riskscan-diff/1",
        "sha256:a",
        "sha256:b",
    )
    assert value["summary"]["documents"] == told
    names = [each["document"] for each in value["documents"]]
    assert names == [each.document for each in found[1:told]]
