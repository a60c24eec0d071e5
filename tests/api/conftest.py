"""Real servers for the tests of this folder: workers and rules as they are."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
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
    with serve(tmp_path_factory.mktemp("server")) as address:
        yield address


@contextmanager
def serve(folder: Path, **settings: str) -> Iterator[str]:
    """A server of its own process with settings such as ``RISKSCAN_QUEUE``; its address."""
    log = folder / "log"
    command = [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--workers", "1"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, env=os.environ | settings, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            while not (found := re.search(r"running on (http://\S+)", log.read_text("utf-8"))):
                assert process.poll() is None, log.read_text("utf-8")
                time.sleep(0.05)
            yield found.group(1)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)
