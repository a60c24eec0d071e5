"""riskscan serve: the real server, and what it writes to its log."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx2 import Client

CANARY = "kanareika7f3a"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The file the server's output goes to."""
    return tmp_path / "log"


@pytest.fixture
def server(log: Path) -> Iterator[Client]:
    """A client of a server started as a user would, on a free port."""
    command = [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--workers", "1"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            while not (found := re.search(r"running on (http://\S+)", log.read_text("utf-8"))):
                assert process.poll() is None, log.read_text("utf-8")
            with Client(base_url=found.group(1), timeout=60) as client:
                yield client
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def test_nothing_of_a_draft_reaches_the_log(server: Client, log: Path) -> None:
    """Texts, addresses, queries and methods typed by a caller leave no trace in the log."""
    good = server.post("/analyze", json={"text": f"12. {CANARY} может быть продлен."})
    assert good.status_code == 200
    server.post("/analyze", json={"text": 1, CANARY: CANARY})
    server.post("/analyze", content=f"{CANARY}".encode())
    server.get(f"/{CANARY}", params={"text": CANARY})
    server.get("/", params={"ui": CANARY})
    server.request(CANARY.upper(), "/analyze")
    written = log.read_text("utf-8")
    assert written.count("POST /analyze") == 3
    assert CANARY not in written.lower()
    assert good.headers["x-request-id"] in written


def test_bad_rules_never_start_a_server(tmp_path: Path) -> None:
    """Exit 3, one line, no trace."""
    done = subprocess.run(
        [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--rules", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.count("\n") == 1
