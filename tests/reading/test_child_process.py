"""Another program run for a reader: asked and heard, or run for its files, never left behind."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from riskscan.reading.child_process import run

LONG = 60.0
SHELL = {"PATH": os.environ["PATH"]}


def gone(process: int) -> bool:
    """Whether a process ends soon."""
    for _ in range(100):
        status = Path(f"/proc/{process}/stat")
        if not status.exists() or status.read_text("utf-8").rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_message_is_answered() -> None:
    """With what the command prints; its complaints are nobody's business."""
    assert run(["cat"], SHELL, LONG, message=b"draft") == b"draft"
    assert run(["sh", "-c", "echo no >&2"], SHELL, LONG, message=b"draft") == b""


def test_a_message_nobody_reads_is_no_error() -> None:
    """A process that ends at once leaves it unread."""
    assert run(["true"], SHELL, LONG, message=bytes(1_000_000)) == b""


def test_without_a_message_nothing_is_told_or_heard(tmp_path: Path) -> None:
    """It works in its folder, and waits for no input."""
    assert run(["sh", "-c", "cat; echo heard; pwd >here"], SHELL, LONG, folder=tmp_path) == b""
    assert (tmp_path / "here").read_text("utf-8").strip() == str(tmp_path)


def test_only_the_environment_given_is_known() -> None:
    """Nothing of this process's own."""
    said = run(["sh", "-c", 'echo "$HOME$A"'], SHELL | {"A": "b"}, LONG, message=b"")
    assert said == b"b\n"


@pytest.mark.parametrize("message", [None, b"draft"])
def test_when_its_time_is_over_it_ends_with_all_it_started(
    tmp_path: Path, message: bytes | None
) -> None:
    """And there is no answer."""
    command = ["sh", "-c", "echo $$ >>started; sleep 60 & echo $! >>started; wait"]
    begun = time.monotonic()
    assert run(command, SHELL, 0.5, message=message, folder=tmp_path) is None
    assert time.monotonic() - begun < LONG / 2
    started = (tmp_path / "started").read_text("utf-8").split()
    assert len(started) == 2
    assert all(gone(int(process)) for process in started)


def test_what_it_leaves_behind_ends_too(tmp_path: Path) -> None:
    """A command that ends in time may have started what does not."""
    command = ["sh", "-c", "sleep 60 & echo $! >started"]
    assert run(command, SHELL, LONG, folder=tmp_path) == b""
    assert gone(int((tmp_path / "started").read_text("utf-8")))
