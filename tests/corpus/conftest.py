"""A small made-up corpus, and scans of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from riskscan.corpus.scan import Plan, scan

RISKY = (
    "Срок рассмотрения заявки может быть продлен руководителем управления.",
    "Инспекция вправе приостановить деятельность заявителя.",
    "Комиссия отказывает в выдаче разрешения по иным основаниям.",
)
PLAIN = (
    "Заявка подается через портал в электронной форме.",
    "Услугодатель рассматривает заявку в течение пяти рабочих дней со дня ее поступления.",
    "Реестр ведется на казахском и русском языках.",
)

Rows = list[dict[str, Any]]


def act(number: int, points: int = 12) -> str:
    """The text of one act: every third point gives an unbounded power."""
    lines = [f"Правила ведения реестра № {number}", ""]
    for point in range(1, points + 1):
        words = RISKY if point % 3 == number % 3 else PLAIN
        lines.append(f"{point}. {words[(number + point) % 3]}")
    return "\n".join(lines) + "\n"


def write_acts(folder: Path, count: int, points: int = 12) -> None:
    """Write acts 0 … count - 1, in two levels of folders."""
    for number in range(count):
        path = folder / f"group{number % 3}" / f"act{number:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(act(number, points), "utf-8")


def rows(out: Path, table: str) -> Rows:
    """A table of the results without the one column that no two scans share."""
    read: Rows = pq.read_table(out / f"{table}.parquet").to_pylist()
    return [{name: value for name, value in row.items() if name != "seconds"} for row in read]


def results(out: Path) -> tuple[Rows, Rows, Rows]:
    """All tables of a scan."""
    return rows(out, "documents"), rows(out, "findings"), rows(out, "files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six acts."""
    path = tmp_path / "acts"
    write_acts(path, 6)
    return path


@pytest.fixture(scope="session")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of one scan of nine acts, for tests that only read them."""
    base = tmp_path_factory.mktemp("scanned")
    write_acts(base / "acts", 9)
    (base / "acts" / "picture.txt").write_bytes(b"\x89PNG\r\n")
    scan(Plan(base / "acts", base / "out"))
    return base / "out"


Scan = Callable[..., dict[str, Any]]


@pytest.fixture
def scan_into(tmp_path: Path) -> Scan:
    """Scan a folder into ``tmp_path / out``."""

    def run(folder: Path, out: str = "out", **options: Any) -> dict[str, Any]:
        return scan(Plan(folder, tmp_path / out, **options))

    return run
