"""Real servers for the tests of this folder: workers and rules as they are."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riskscan_api.app import create_app
from riskscan_api.settings import Settings

MAX_CHARACTERS = 400_000


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A client of a running application with one worker and room for one waiting request."""
    settings = Settings(workers=1, queue=1, max_characters=MAX_CHARACTERS, max_file_megabytes=1)
    with TestClient(create_app(settings), raise_server_exceptions=False) as running:
        yield running


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server started as an operator would, on a free port."""
    log: Path = tmp_path_factory.mktemp("server") / "log"
    command = [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--workers", "1"]
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        try:
            while not (found := re.search(r"running on (http://\S+)", log.read_text("utf-8"))):
                assert process.poll() is None, log.read_text("utf-8")
            yield found.group(1)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
