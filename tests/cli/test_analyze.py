"""riskscan analyze: files in, reports out, exit codes that a script can trust."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from riskscan.analysis.ranking import NAME
from riskscan.cli import main
from riskscan.engine import rules_root
from riskscan.reading import read
from tests.reading.word_files import deleted, docx, inserted, paragraph
from tests.reading.word_files import run as run_of

RISKY = "Правила\n\n12. Срок рассмотрения заявки может быть продлен руководителем управления.\n"
PLAIN = "Правила\n\n1. Заявка подается через портал.\n"


class Run:
    """Runs the command line as the program would, in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, *arguments: object, stdin: str = "") -> tuple[int, str, str]:
        """The exit code, stdout and stderr of one call."""
        self.monkeypatch.setattr(sys, "argv", ["riskscan", *map(str, arguments)])
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main()
        out, err = self.capsys.readouterr()
        return int(left.value.code or 0), out, err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line."""
    return Run(monkeypatch, capsys)


@pytest.fixture
def risky(tmp_path: Path) -> Path:
    """A draft with a finding of tier 1."""
    path = tmp_path / "risky.txt"
    path.write_text(RISKY, "utf-8")
    return path


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A draft without findings."""
    path = tmp_path / "plain.txt"
    path.write_text(PLAIN, "utf-8")
    return path


def test_a_finding_is_printed_with_its_reasons(run: Run, risky: Path) -> None:
    """The default is text: address, quote, why, redraft, basis, evidence."""
    code, out, err = run("analyze", risky)
    assert (code, err) == (0, "")
    for words in ("пункт 12", "Почему это риск", "Как исправить", "Основание", "Не найдено"):
        assert words in out
    assert "\x1b" not in out


def test_the_interface_language_is_chosen(run: Run, risky: Path) -> None:
    """Explanations come in Kazakh when asked for."""
    _, out, _ = run("analyze", risky, "--ui", "kk")
    assert "Неліктен тәуекел" in out
    assert "12-тарма" in out


@pytest.mark.parametrize(
    ("name", "threshold", "code"),
    [("risky", "low", 1), ("risky", "critical", 0), ("plain", "low", 0)],
)
def test_fail_on_looks_at_severity(
    run: Run, request: pytest.FixtureRequest, name: str, threshold: str, code: int
) -> None:
    """Exit 1 means a finding of tier 1 at the threshold or above."""
    assert run("analyze", request.getfixturevalue(name), "--fail-on", threshold)[0] == code


def test_standard_input_is_a_draft(run: Run) -> None:
    """“-” reads the draft from standard input."""
    code, out, _ = run("analyze", "-", "-f", "json", stdin=RISKY)
    assert code == 0
    assert json.loads(out)["findings"]


def test_one_bad_file_does_not_stop_the_others(
    run: Run, risky: Path, plain: Path, tmp_path: Path
) -> None:
    """Reports come in the order of the files; the bad one is named on stderr; exit 2."""
    code, out, err = run(
        "analyze", plain, tmp_path / "missing.docx", risky, "-f", "jsonl", "--fail-on", "low"
    )
    assert code == 2
    sources = [json.loads(line)["document"]["source"] for line in out.splitlines()]
    assert sources == [str(plain), str(risky)]
    assert err.startswith("riskscan: ")
    assert "missing.docx" in err
    assert err.count("\n") == 1


def test_an_empty_file_says_what_to_do(run: Run, tmp_path: Path) -> None:
    """Place, cause and remedy stand in one line."""
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", "utf-8")
    code, out, err = run("analyze", empty)
    assert (code, out) == (2, "")
    assert str(empty) in err


def test_several_files_make_no_single_json(run: Run, risky: Path) -> None:
    """A usage error that says which formats take several files."""
    code, out, err = run("analyze", risky, risky, "-f", "json")
    assert (code, out) == (2, "")
    assert "jsonl" in err


def test_the_suffix_chooses_the_format(run: Run, risky: Path, tmp_path: Path) -> None:
    """``--output report.html`` writes a page, and nothing else is left in the folder."""
    output = tmp_path / "out" / "report.html"
    output.parent.mkdir()
    assert run("analyze", risky, "-o", output) == (0, "", "")
    assert output.read_text("utf-8").startswith("<!doctype html>")
    assert list(output.parent.iterdir()) == [output]


def test_sarif_is_written_for_scanners(run: Run, risky: Path, tmp_path: Path) -> None:
    """By name or by the suffix of the output, with the draft's place in it."""
    output = tmp_path / "report.sarif"
    assert run("analyze", risky, "--output", output)[0] == 0
    code, out, _ = run("analyze", risky, "--format", "sarif")
    assert (code, out) == (0, output.read_text("utf-8"))
    (described,) = json.loads(out)["runs"]
    assert described["results"]
    assert described["artifacts"][0]["location"]["uri"].endswith("/risky.txt")


def test_a_failed_run_leaves_the_old_report(run: Run, tmp_path: Path) -> None:
    """Nothing is written when nothing was analysed."""
    output = tmp_path / "report.json"
    output.write_text("old", "utf-8")
    assert run("analyze", tmp_path / "missing.txt", "-o", output)[0] == 2
    assert output.read_text("utf-8") == "old"


def test_a_report_that_cannot_be_written_is_a_usage_error(
    run: Run, risky: Path, tmp_path: Path
) -> None:
    """The path is named, no trace is printed."""
    code, _, err = run("analyze", risky, "-o", tmp_path / "no" / "folder.json")
    assert code == 2
    assert "folder.json" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--factors", "no-such-factor"),
        ("--format", "docx"),
        ("--max-tier", "4"),
        ("--rules", "/no/such/folder"),
    ],
)
def test_bad_options_exit_2(run: Run, risky: Path, arguments: tuple[str, str]) -> None:
    """Usage errors are told from findings and from bad rules."""
    code, out, err = run("analyze", risky, *arguments)
    assert (code, out) == (2, "")
    assert err


def test_bad_rules_exit_3(run: Run, risky: Path, tmp_path: Path) -> None:
    """A folder that holds no rules is not a usage error but bad rules."""
    code, out, err = run("analyze", risky, "--rules", tmp_path)
    assert (code, out) == (3, "")
    assert "factors.yaml" in err


def test_a_deeper_view_is_printed_when_asked_for(run: Run, plain: Path) -> None:
    """``--max-tier`` opens the lower tiers, so nothing hints at them any more."""
    assert "--max-tier" not in run("analyze", plain, "--max-tier", "3")[1]


def test_explain_says_why_and_why_not(run: Run, risky: Path) -> None:
    """The same provision under two rules: one fired, the other names the condition that failed."""
    place = ("--at", "п. 12")
    code, fired, _ = run("explain", risky, "--rule", "deadline-extension.unbounded", *place)
    assert code == 0
    assert "пункт 12" in fired
    assert " сработало: " in fired
    code, silent, _ = run("explain", risky, "--rule", "extra-documents.demand", *place)
    assert code == 0
    assert "не сработало" in silent or "нет норм" in silent


def test_explain_reads_tracked_changes_as_asked(run: Run, risky: Path, edited: Path) -> None:
    """The rule fires on the wording before them; a text file has none."""
    place = ("--rule", "deadline-extension.unbounded", "--at", "п. 12")
    assert " сработало: " not in run("explain", edited, *place)[1]
    assert " сработало: " in run("explain", edited, *place, "--view", "original")[1]
    assert run("explain", risky, *place, "--view", "original")[0] == 2


def test_explain_refuses_what_it_does_not_know(run: Run, risky: Path) -> None:
    """An unknown rule and an unknown address are usage errors with a remedy."""
    code, _, err = run("explain", risky, "--rule", "deadline-extension.unbound", "--at", "п. 12")
    assert code == 2
    assert "deadline-extension.unbounded" in err
    assert run("explain", risky, "--rule", "extra-documents.demand", "--at", "где-то")[0] == 2


def test_analyse_imports_nothing_it_does_not_need(risky: Path) -> None:
    """No server, no spaCy pipeline and no syntax model for a command that needs none."""
    code = (
        "import sys; sys.argv = ['riskscan', 'analyze', sys.argv[1]]\n"
        "from riskscan.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(risky)], capture_output=True, text=True, check=True
    )
    assert not {"spacy", "fastapi", "uvicorn", "slovnet", "natasha"} & set(done.stderr.split())


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A Word draft whose risk was struck out."""
    struck = deleted("может быть продлен руководителем управления.")
    words = run_of("12. Срок проверки ") + struck + inserted("не продлевается.")
    path = tmp_path / "edited.docx"
    path.write_bytes(docx(f"<w:p>{words}</w:p>"))
    return path


def test_the_wording_before_tracked_changes_is_analysed(
    run: Run, risky: Path, edited: Path
) -> None:
    """``--view original`` reads a .docx as it was, and says so; a text file has no such view."""
    counts = [{"what": "tracked-insertions", "count": 1}, {"what": "tracked-deletions", "count": 1}]
    for view, found in (("accepted", False), ("original", True)):
        _, out, _ = run("analyze", edited, "--format", "json", "--view", view)
        report = json.loads(out)
        assert bool(report["findings"]) == found
        assert report["document"]["assumed"] == [{"what": f"view-{view}", "count": 2}, *counts]
    _, out, _ = run("analyze", edited, "--view", "original", "--ui", "en")
    assert "before the tracked changes" in " ".join(out.split())
    code, _, err = run("analyze", risky, "--view", "original")
    assert code == 2
    assert "risky.txt" in err


@pytest.fixture
def word(tmp_path: Path) -> Path:
    """A Word draft with a finding of tier 1."""
    path = tmp_path / "draft.docx"
    path.write_bytes(docx("".join(map(paragraph, RISKY.splitlines()))))
    return path


@pytest.mark.parametrize("chosen", [(), ("--format", "docx-comments")])
def test_a_word_draft_comes_back_with_comments(
    run: Run, word: Path, tmp_path: Path, chosen: tuple[str, ...]
) -> None:
    """By name or by the suffix of the output; --fail-on speaks as ever."""
    output = tmp_path / "out" / "copy.docx"
    output.parent.mkdir()
    assert run("analyze", word, *chosen, "-o", output, "--fail-on", "high") == (1, "", "")
    comment, *_ = Document(str(output)).comments
    assert "Почему это риск" in comment.text
    assert read(output).text == read(word).text
    assert list(output.parent.iterdir()) == [output]


def test_only_a_word_file_comes_back_with_comments(
    run: Run, word: Path, risky: Path, tmp_path: Path
) -> None:
    """Not text, standard input or several files; not over the draft, nor to the terminal."""
    output = tmp_path / "copy.docx"
    draft = word.read_bytes()
    for arguments, said in (
        ((risky, "-o", output), "save the draft as .docx"),
        (("-", "-o", output), "save the draft as .docx"),
        ((word, word, "-o", output), "one by one"),
        ((word, "-o", word), "another --output"),
        ((word,), "--output"),
        ((word, "-o", output, "--view", "original"), "Leave --view out"),
    ):
        code, out, err = run("analyze", *arguments, "-f", "docx-comments", stdin=RISKY)
        assert (code, out) == (2, "")
        assert said in err
    assert not output.exists()
    assert word.read_bytes() == draft


def test_the_learned_order_is_asked_for(run: Run, risky: Path) -> None:
    """``--rank learned`` shows weights with their reasons in text and on the page; else nobody."""
    assert "Место в порядке" not in run("analyze", risky)[1]
    for format in ("text", "html"):
        code, out, _ = run("analyze", risky, "--rank", "learned", "--format", format)
        assert code == 0
        assert "Место в порядке" in out and "вес 0," in out


def test_a_broken_model_is_named(run: Run, risky: Path, tmp_path: Path) -> None:
    """It counts as bad rules, and only when it is asked for."""
    rules = shutil.copytree(rules_root(), tmp_path / "rules")
    (rules / NAME).write_text("{}", "utf-8")
    assert run("analyze", risky, "--rules", rules)[0] == 0
    code, out, err = run("analyze", risky, "--rules", rules, "--rank", "learned")
    assert (code, out) == (3, "")
    assert NAME in err and "riskscan rank train" in err


def test_comments_keep_the_order_of_the_draft(run: Run, tmp_path: Path) -> None:
    """A copy with comments and an order of findings make no sense together."""
    arguments = ("draft.docx", "--rank", "learned", "--output", tmp_path / "copy.docx")
    code, _, err = run("analyze", *arguments)
    assert code == 2 and "--rank" in err
