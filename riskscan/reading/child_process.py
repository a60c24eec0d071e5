"""Other programs at work for a reader: each within its time, and gone with all it started."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path


def run(
    command: Sequence[str],
    environment: Mapping[str, str],
    seconds: float,
    *,
    message: bytes | None = None,
    folder: Path | None = None,
) -> bytes | None:
    """What a command answers to a message; None when its time is over.

    Without a message it is run for the files it leaves: it is told nothing and heard by nobody.
    It runs in a session of its own, so that all it has started ends with it.
    """
    stream = subprocess.DEVNULL if message is None else subprocess.PIPE
    with subprocess.Popen(  # noqa: S603 - the caller's own command
        command,
        cwd=folder,
        env=environment,
        stdin=stream,
        stdout=stream,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            return process.communicate(message, timeout=seconds)[0] or b""
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end_with_its_own(process)


def _end_with_its_own(process: subprocess.Popen[bytes]) -> None:
    """End a process, if it has not ended, and what it has started and left behind."""
    if not hasattr(os, "killpg"):
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
