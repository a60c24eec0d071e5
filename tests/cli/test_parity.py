"""riskscan parity: two files or one in, differences out, exit codes that a script can trust."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.cli.test_analyze import Run
from tests.reading.word_files import deleted, inserted, paragraph
from tests.reading.word_files import docx as word
from tests.reading.word_files import run as run_of

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
PAIR = (SAMPLES / "terrace-ru.txt", SAMPLES / "terrace-kk.txt")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line."""
    return Run(monkeypatch, capsys)


def test_differences_are_printed_with_both_places(run: Run) -> None:
    """What each text says, where, why it matters, what to do."""
    code, out, _ = run("parity", *PAIR)
    assert code == 0
    assert "«10 (десяти) рабочих дней»" in out
    assert "«15 (он бес) жұмыс күні»" in out
    assert "статья 24, пункт 3" in out


def test_the_exit_code_speaks_when_asked(run: Run) -> None:
    """At the severity named, of tier 1."""
    assert run("parity", *PAIR, "--fail-on", "high")[0] == 1
    assert run("parity", *PAIR, "--fail-on", "critical")[0] == 0


def test_json_is_the_whole_answer(run: Run) -> None:
    """Under its schema's name."""
    found = json.loads(run("parity", *PAIR, "--format", "json")[1])
    assert found["schema"] == "riskscan-parity/1"
    assert {"term", "amount"} <= {each["kind"] for each in found["differences"]}


def test_the_page_is_one_file(run: Run, tmp_path: Path) -> None:
    """By the suffix of the output; nothing is fetched, nothing runs, words are escaped."""
    hostile = tmp_path / "kk.txt"
    hostile.write_text("1. Бөлім <script>alert(1)</script> 7 жұмыс күнінде береді.", "utf-8")
    russian = tmp_path / "ru.txt"
    russian.write_text("1. Отдел выдает пропуск за 5 рабочих дней.", "utf-8")
    page = tmp_path / "parity.html"
    assert run("parity", russian, hostile, "-o", page, "--ui", "kk")[0] == 0
    html = page.read_text("utf-8")
    assert '<html lang="kk">' in html
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")


def test_one_file_with_two_columns(run: Run, tmp_path: Path) -> None:
    """The table's columns are the two texts."""
    made = docx.Document()
    table = made.add_table(rows=2, cols=2)
    for cell, text in zip(
        table._cells,
        ("Қазақша", "На русском", "1. Төлемақы – 2 АЕК.", "1. Плата – 3 МРП."),
        strict=True,
    ):
        cell.text = text
    both = tmp_path / "both.docx"
    made.save(str(both))
    code, out, _ = run("parity", both)
    assert code == 0
    assert "«3 МРП»" in out


def test_a_text_may_come_from_stdin(run: Run) -> None:
    """One of the two."""
    code, out, _ = run("parity", "-", PAIR[1], stdin=PAIR[0].read_text("utf-8"))
    assert code == 0
    assert "«10 (десяти) рабочих дней»" in out


def test_tracked_changes_are_read_as_asked(run: Run, tmp_path: Path) -> None:
    """In every file; a text file has no wording before them."""
    body = f"<w:p>{run_of('1. Отдел выдает пропуск за ')}{deleted('5')}{inserted('7')}"
    russian = tmp_path / "ru.docx"
    russian.write_bytes(word(f"{body}{run_of(' рабочих дней.')}</w:p>"))
    kazakh = tmp_path / "kk.docx"
    kazakh.write_bytes(word(paragraph("1. Бөлім рұқсатнаманы 7 жұмыс күнінде береді.")))
    code, out, _ = run("parity", russian, kazakh)
    assert code == 0
    assert "«7 жұмыс күнінде»" not in out
    assert "Русский текст. Прочитана редакция с принятыми исправлениями" in out
    code, out, _ = run("parity", russian, kazakh, "--view", "original")
    assert code == 0
    assert "«5 рабочих дней»" in out
    assert "Русский текст. Прочитана исходная редакция" in out
    assert "Вставок: 1. Удалений: 1." in " ".join(out.split())
    code, _, err = run("parity", russian, PAIR[1], "--view", "original")
    assert code == 2
    assert "terrace-kk.txt" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((PAIR[0],), "no table with two columns"),
        ((*PAIR, PAIR[0]), "more than two files"),
        (("-", "-"), "stdin"),
        ((PAIR[0], "absent.txt"), "absent.txt"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(
    run: Run, arguments: tuple[object, ...], said: str
) -> None:
    """With the remedy, and without words of a draft."""
    code, out, err = run("parity", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
