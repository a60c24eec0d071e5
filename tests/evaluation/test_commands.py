"""riskscan evaluate and riskscan diff-findings: what is printed and what the exit code says."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from riskscan.cli import main
from tests.evaluation.gold_folder import RISK, write_corpus


class Run:
    """Runs the command line as the program would, in this process."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], rules: Path
    ) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys
        self.rules = rules

    def __call__(self, *arguments: object) -> tuple[int, str, str]:
        """The exit code, stdout and stderr of one call; ``evaluate`` has two rules."""
        if arguments[0] == "evaluate" and "--rules" not in arguments:
            arguments = (*arguments, "--rules", self.rules)
        self.monkeypatch.setattr(sys, "argv", ["riskscan", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self.capsys.readouterr()
        return int(left.value.code or 0), out, err


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], two_rules: Path
) -> Run:
    """The command line."""
    return Run(monkeypatch, capsys, two_rules)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The small corpus."""
    return write_corpus(tmp_path)


def test_the_tables_say_what_was_measured(run: Run, gold: Path) -> None:
    """Overall, by group, calibration, acts and the gate, for both tiers."""
    code, out, err = run("evaluate", gold)
    assert (code, err) == (0, "")
    for words in (
        "Split all: development.jsonl (4), test.jsonl (2, frozen)",
        "3 risks, 3 clean",
        "recall, own sentence",
        "By pattern",
        "By difficulty",
        "Confidence of 3 findings",
        "acts-test/port",
        "clean acts: pass (1 acts",
    ):
        assert words in out
    assert "причал" not in out


def test_floors_decide_the_exit_code(run: Run, gold: Path) -> None:
    """One floor that is not reached is enough."""
    held = run("evaluate", gold, "--split", "development", "--floor", "recall=0.5")
    assert held[0] == 0 and "floor recall ≥ 0.5: 0.500, held" in held[1]
    floors = ("--floor", "recall=0.5", "--floor", "j=0.6")
    broken = run("evaluate", gold, "--split", "development", *floors)
    assert broken[0] == 1 and "floor j ≥ 0.6: 0.000, NOT REACHED" in broken[1]
    assert "floor j ≥ 0.6 is not reached" in broken[2]


def test_a_broken_gate_exits_1(run: Run, gold: Path) -> None:
    """A well-drafted act with a finding of tier 1 is named, with the finding."""
    clean = gold.parent.parent / "clean" / "ru" / "quay.txt"
    clean.write_text("Правила\n\n" + RISK["text"], "utf-8")
    code, out, _ = run("evaluate", gold)
    assert code == 1
    assert "clean acts: FAIL" in out and "quay · пункт 5" in out


def test_no_clean_folder_is_said(run: Run, gold: Path) -> None:
    """A gate that was not measured does not look passed."""
    shutil.rmtree(gold.parent.parent / "clean")
    code, out, _ = run("evaluate", gold)
    assert code == 0 and "clean acts: not measured" in out


def test_mistakes_are_listed_for_development_only(run: Run, gold: Path) -> None:
    """The frozen split is refused; together with development only development is listed."""
    code, out, err = run("evaluate", gold, "--mistakes")
    assert code == 0
    assert "development.jsonl: missed" in out and "r2 · A14 · context" in out
    assert "test.jsonl: " not in out and "acts-test/port: " not in out
    assert "the frozen split is measured, not read" in err
    code, out, err = run("evaluate", gold, "--mistakes", "--split", "test")
    assert (code, out) == (2, "") and "the frozen split is measured, not read" in err


def test_json_holds_mistakes_only_when_asked(run: Run, gold: Path) -> None:
    """Figures may be passed on; words of items only by wish."""
    assert "mistakes" not in json.loads(run("evaluate", gold, "--format", "json")[1])
    told = json.loads(run("evaluate", gold, "--format", "json", "--mistakes")[1])
    assert told["mistakes"][0]["id"] == "r2"
    assert told["overall"]["2"]["recall"]["value"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    "arguments", [("absent",), ("--floor", "f1=1"), ("--floor", "recall.nobody=1")]
)
def test_bad_usage_exits_2(run: Run, gold: Path, arguments: tuple[str, ...]) -> None:
    """A folder that is not there, a measure or a group nobody knows."""
    code, _, err = run("evaluate", *((gold,) if len(arguments) > 1 else ()), *arguments)
    assert code == 2 and err.startswith("riskscan: ")


def test_a_changed_frozen_file_exits_2(run: Run, gold: Path) -> None:
    """The error names the file."""
    (gold / "test.jsonl").write_text("", "utf-8")
    code, out, err = run("evaluate", gold)
    assert (code, out) == (2, "") and "test.jsonl: this frozen file was changed" in err


def test_differences_are_shown_and_counted(run: Run, gold: Path, tmp_path: Path) -> None:
    """Document, address, quote, what changed; exit 1 only when asked for."""
    changed = tmp_path / "rules"
    shutil.copytree(run.rules, changed)
    (changed / "deadlines" / "deadline-extension.unbounded.yaml").unlink()
    code, out, err = run("diff-findings", run.rules, changed, gold)
    assert (code, err) == (0, "")
    assert "acts/port.txt: 2 → 1 findings" in out
    assert "− пункт 2 Правил: «продлевается»" in out
    assert "2 documents: 2 gone, 0 new, 0 changed" in out
    told = run("diff-findings", run.rules, changed, gold, "--exit-code", "--format", "json")
    assert told[0] == 1 and json.loads(told[1])["summary"]["gone"] == 2


def test_unread_documents_exit_2(run: Run, tmp_path: Path) -> None:
    """They are named on stderr and the others compared; the same rules differ in nothing."""
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "risky.txt").write_text(RISK["text"], "utf-8")
    code, out, err = run("diff-findings", run.rules, run.rules, tmp_path, "--exit-code")
    assert code == 2 and "empty.txt" in err
    assert "2 documents: 0 gone, 0 new, 0 changed" in out


def test_bad_rules_exit_3(run: Run, gold: Path) -> None:
    """A folder that holds no rules."""
    assert run("diff-findings", run.rules, gold, gold)[0] == 3
    assert run("evaluate", gold, "--rules", gold)[0] == 3
