"""riskscan corpus: a folder in, tables and reports out, exit codes that a script can trust."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_analyze import RISKY, Run, run
from tests.reading.word_files import docx, paragraph

__all__ = ["run"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One draft, and one file that is none."""
    path = tmp_path / "acts"
    path.mkdir()
    (path / "risky.txt").write_text(RISKY, "utf-8")
    (path / "scan.txt").write_bytes(b"%PDF-1.4")
    return path


def test_a_folder_is_scanned_and_reported(run: Run, folder: Path, tmp_path: Path) -> None:
    """Each suffix is a format; a file that cannot be read is told and no failure."""
    out = tmp_path / "out"
    code, said, told = run("corpus", "scan", folder, "--out", out, "--workers", 1)
    assert (code, said) == (0, "")
    assert "documents: 1; files: 2 (not analysed: 1, passed over: 0)" in told
    code, said, _ = run("corpus", "report", out, "--ui", "en")
    assert code == 0
    assert "per 1,000 words" in said
    assert "scan.txt" in said
    for suffix, beginning in (
        ("html", b"<!doctype html>"),
        ("json", b"{"),
        ("csv", b"\xef\xbb\xbftable,key"),
    ):
        report = tmp_path / f"report.{suffix}"
        assert run("corpus", "report", out, "--output", report)[0] == 0
        assert report.read_bytes().startswith(beginning)
    code, said, _ = run("corpus", "report", out, "--format", "json")
    assert json.loads(said)["overall"]["documents"] == 1


def test_tracked_changes_are_read_as_asked(run: Run, folder: Path, tmp_path: Path) -> None:
    """The report says that originals were read, and which files have none."""
    out = tmp_path / "out"
    (folder / "draft.docx").write_bytes(docx(paragraph(RISKY)))
    scanned = ("corpus", "scan", folder, "--out", out, "--workers", 1)
    assert run(*scanned, "--view", "original")[0] == 0
    said = run("corpus", "report", out)[1]
    assert "Прочитаны исходные редакции файлов .docx" in " ".join(said.split())
    assert "risky.txt" in said
    assert run(*scanned)[0] == 0
    assert "исходные редакции" not in run("corpus", "report", out)[1]


def test_nothing_but_lines_is_written_where_there_is_no_terminal(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    """No bar, no escape: the output of a nightly job stays readable."""
    _, _, told = run("corpus", "scan", folder, "--out", tmp_path / "out", "--workers", 1)
    assert "\x1b" not in told and "\r" not in told
    assert told.count("\n") == 2


def test_a_report_without_a_scan_is_bad_usage(run: Run, tmp_path: Path) -> None:
    """The message says which command makes one."""
    code, _, told = run("corpus", "report", tmp_path)
    assert code == 2
    assert "riskscan corpus scan" in told


def test_a_missing_library_is_named_with_what_installs_it(tmp_path: Path) -> None:
    """The corpus commands need an extra; the others do without."""
    code = (
        "import sys; sys.modules['pyarrow'] = None; sys.argv = ['riskscan', *sys.argv[1:]]; "
        "from riskscan.cli import main; main()"
    )
    command = [sys.executable, "-c", code, "corpus", "scan", str(tmp_path), "--out", "out"]
    asked = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert asked.returncode == 2
    assert "pip install riskscan[corpus]" in asked.stderr
    assert not (tmp_path / "out").exists()
