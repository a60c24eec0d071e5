"""A disk that fills up: the scan stops with a clear message, and goes on when there is room."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from riskscan.corpus.scan import Plan, scan
from tests.corpus.conftest import results, write_acts


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Acts with an undisturbed scan beside them."""
    base = tmp_path_factory.mktemp("corpus")
    write_acts(base / "acts", 12, points=60)
    scan(Plan(base / "acts", base / "undisturbed"))
    return base / "acts"


def run(acts: Path, out: Path, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """The program, perhaps unable to write files larger than so many bytes."""
    command = [sys.executable, "-m", "riskscan.cli", "corpus", "scan", str(acts), "--out", str(out)]

    def limit() -> None:
        if largest_file is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=limit)


def test_a_write_that_fails_stops_the_scan_with_the_remedy(acts: Path, tmp_path: Path) -> None:
    """One line, exit code 2, no half-written file; the same command then ends the scan."""
    out = tmp_path / "out"
    stopped = run(acts, out, largest_file=6_000)
    assert stopped.returncode == 2
    assert stopped.stderr.count("\n") == 1
    assert f"{out}" in stopped.stderr
    assert "the disk is full. Make room and give the same command again" in stopped.stderr
    assert not (out / "scan.json").exists()
    assert not (out / "documents.parquet").exists()
    again = run(acts, out)
    assert again.returncode == 0
    assert results(out) == results(acts.parent / "undisturbed")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 256 KB."""
    path = tmp_path / "disk"
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(path)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a file system can be mounted only by root, where the kernel allows it")
    yield path
    subprocess.run(["umount", "-l", str(path)], check=True)


def fill(ballast: Path, left: int = 0) -> None:
    """Take all the room there is on a disk but so many bytes."""
    disk = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        file.write(b"\0" * max(0, disk.f_bavail * disk.f_bsize - left))


def test_a_full_disk_stops_the_scan_and_room_ends_it(acts: Path, small_disk: Path) -> None:
    """At whatever moment the disk is full, the tables of the scan before still stand."""
    out = small_disk / "out"
    ballast = small_disk / "ballast"
    assert run(acts, out).returncode == 0
    before = results(out)
    for left in (0, 8_192, 24_576):
        fill(ballast, left)
        stopped = run(acts, out)
        assert stopped.returncode in {0, 2}
        if stopped.returncode:
            assert "the disk is full" in stopped.stderr
        assert results(out) == before
        ballast.unlink()
    write_acts(acts, 13, points=60)
    fill(ballast)
    stopped = run(acts, out)
    assert stopped.returncode == 2
    assert "the disk is full" in stopped.stderr
    assert results(out) == before
    ballast.unlink()
    assert run(acts, out).returncode == 0
    scan(Plan(acts, acts.parent / "thirteen"))
    assert results(out) == results(acts.parent / "thirteen")
