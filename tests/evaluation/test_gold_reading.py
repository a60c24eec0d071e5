"""Reading gold: names decide the split, digests freeze it, errors point without quoting."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from riskscan.errors import DamagedFileError, InputError
from riskscan.evaluation.gold import DIGEST, Split, folder_digest, read_gold
from tests.evaluation.gold_folder import ACT, INNOCENT, RISK, write_act, write_corpus, write_items


@pytest.mark.parametrize(
    ("split", "files", "acts"),
    [
        ("development", ["development.jsonl"], ["acts/port"]),
        ("test", ["test.jsonl"], ["acts-test/port"]),
        ("all", ["development.jsonl", "test.jsonl"], ["acts/port", "acts-test/port"]),
    ],
)
def test_names_decide_the_split(
    tmp_path: Path, split: Split, files: list[str], acts: list[str]
) -> None:
    """What begins with “test” or “acts-test” is frozen, the rest is development."""
    gold = read_gold(write_corpus(tmp_path), split)
    assert [file.name for file in gold.files] == files
    assert [act.name for act in gold.acts] == acts
    assert all(file.frozen == file.name.startswith("test") for file in gold.files)
    assert all(act.frozen == act.name.startswith("acts-test") for act in gold.acts)


def test_new_files_are_found_by_themselves(tmp_path: Path) -> None:
    """A second development file and a second frozen one need no registration."""
    write_items(tmp_path / "development-2.jsonl", RISK)
    write_items(tmp_path / "test-2.jsonl", INNOCENT)
    names = [(file.name, file.frozen) for file in read_gold(tmp_path).files]
    assert names == [("development-2.jsonl", False), ("test-2.jsonl", True)]


def test_spans_are_where_their_words_stand(tmp_path: Path) -> None:
    """A risk's span and a defect's span are half-open offsets into their text."""
    gold = read_gold(write_corpus(tmp_path), "development")
    item = gold.files[0].provisions[0]
    assert item.where is not None and item.where.of(item.text) == item.span
    for defect, span in gold.acts[0].defects:
        assert span.of(gold.acts[0].document.text) == defect.span


def test_two_spellings_of_a_trap_are_one(tmp_path: Path) -> None:
    """«closed_list» and «closed list» are counted together."""
    path = write_items(
        tmp_path / "a.jsonl", INNOCENT, INNOCENT | {"id": "c9", "trap": "closed list"}
    )
    traps = {item.trap for item in read_gold(path.parent).files[0].provisions}
    assert traps == {"closed list"}


def test_a_changed_frozen_file_is_an_error(tmp_path: Path) -> None:
    """Whoever changes the frozen split must say so; even a run on development notices."""
    gold = write_corpus(tmp_path)
    with (gold / "test.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n")
    with pytest.raises(DamagedFileError, match=r"test\.jsonl: this frozen file was changed"):
        read_gold(gold, "development")


@pytest.mark.parametrize("change", ["edit", "add", "remove"])
def test_a_changed_folder_of_frozen_acts_is_an_error(tmp_path: Path, change: str) -> None:
    """An edited, added or removed act changes the folder's digest."""
    gold = write_corpus(tmp_path)
    act = gold / "acts-test" / "port.txt"
    if change == "edit":
        act.write_text(ACT + "\n", "utf-8")
    elif change == "add":
        act.with_name("pier.txt").write_text(ACT, "utf-8")
    else:
        act.unlink()
    with pytest.raises(DamagedFileError, match="acts-test: this frozen file was changed"):
        read_gold(gold)


def test_a_frozen_file_without_a_digest_is_an_error(tmp_path: Path) -> None:
    """The name promises freezing; the error says what to write."""
    gold = write_corpus(tmp_path)
    digest = (gold / "test.sha256").read_text("utf-8").strip()
    (gold / "test.sha256").unlink()
    with pytest.raises(DamagedFileError, match=f"Write test.sha256: {digest}"):
        read_gold(gold)


def test_digests_can_be_made_with_sha256sum(tmp_path: Path) -> None:
    """The README's shell lines give digests that are accepted."""
    gold = write_corpus(tmp_path)
    for folder, line in (
        (gold, "sha256sum test.jsonl > test.sha256"),
        (
            gold / "acts-test",
            f"sha256sum *.json *.txt | LC_ALL=C sort -k2 | sha256sum > {DIGEST}",
        ),
    ):
        subprocess.run(["sh", "-c", line], cwd=folder, check=True)
    assert (gold / "acts-test" / DIGEST).read_text("utf-8").split()[0] == folder_digest(
        gold / "acts-test"
    )
    assert len(read_gold(gold, "test").files) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"label": "maybe"}, r"a\.jsonl:2: label: Input should be 'risk' or 'clean'"),
        ({"pattern": "Z99"}, r"a\.jsonl:2: pattern: String should match"),
        ({"also": ["A01", "oops"]}, r"a\.jsonl:2: also\.1"),
        ({"span": "нет таких слов"}, "the span of a risk must stand exactly once"),
        ({"span": None}, "the span of a risk must stand exactly once"),
        ({"span": "а"}, "the span of a risk must stand exactly once"),
        ({"label": "clean"}, "a clean provision must name its trap"),
        ({"text": " "}, r"a\.jsonl:2: text"),
        ({"dificulty": "lexical"}, r"a\.jsonl:2: dificulty: Extra inputs"),
    ],
)
def test_a_bad_record_is_named_by_file_line_and_field(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    """The error points at the field and never repeats the provision."""
    path = write_items(tmp_path / "a.jsonl", INNOCENT, RISK | change)
    with pytest.raises(DamagedFileError, match=message) as caught:
        read_gold(path.parent)
    assert "причала" not in str(caught.value)


def test_what_is_no_json_is_named_by_its_line(tmp_path: Path) -> None:
    """Half a line, a list, bytes that are no text."""
    path = tmp_path / "a.jsonl"
    for content, message in (
        (json.dumps(INNOCENT) + '\n{"id": "x', r"a\.jsonl:2: not valid JSON"),
        ("[]", r"a\.jsonl:1: Input should be"),
        ("[" * 100_000, "a.jsonl:1: nested too deeply|not valid JSON"),
    ):
        path.write_text(content, "utf-8")
        with pytest.raises(DamagedFileError, match=message):
            read_gold(tmp_path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DamagedFileError, match=r"a\.jsonl: not UTF-8"):
        read_gold(tmp_path)


def test_ids_are_unique_in_a_file(tmp_path: Path) -> None:
    """A repeated id would make mistakes ambiguous."""
    path = write_items(tmp_path / "a.jsonl", RISK, RISK)
    with pytest.raises(DamagedFileError, match="the id “r1” stands 2 times"):
        read_gold(path.parent)


@pytest.mark.parametrize("suffix", [".txt", ".json"])
def test_an_act_is_a_pair_of_files(tmp_path: Path, suffix: str) -> None:
    """A text without notes, or notes without a text, is an error, not an act without defects."""
    folder = write_act(tmp_path / "acts")
    (folder / f"port{suffix}").unlink()
    with pytest.raises(InputError, match=rf"port\{suffix}: missing"):
        read_gold(tmp_path)


def test_a_defect_must_stand_once_in_its_act(tmp_path: Path) -> None:
    """Otherwise nobody knows which words are at fault."""
    write_act(tmp_path / "acts", text=ACT.replace("продлевается", "продлен"))
    with pytest.raises(DamagedFileError, match=r"port\.json: defect 1: the span must stand"):
        read_gold(tmp_path)


def test_nothing_to_measure_is_an_error(tmp_path: Path) -> None:
    """An empty folder, one that is not there, a split without files."""
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(InputError):
            read_gold(folder)
    write_items(tmp_path / "development.jsonl", RISK)
    with pytest.raises(InputError, match="no gold of the split “test”"):
        read_gold(tmp_path, "test")
