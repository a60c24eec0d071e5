"""Hostile files: each is read or refused in plain words, within bounds, and nothing is fetched.

They are read in processes of their own, with bounded memory and no sockets, while a web server
waits for what the files ask for.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain

import pytest

import riskscan.errors
from tests.reading.hostile_child import Outcome
from tests.reading.hostile_files import hostile_files

SECONDS = 60  # for one file; the memory is bounded in hostile_child
GROUPS = 4
FILES = {hostile.name: hostile for hostile in hostile_files()}


class Bait(BaseHTTPRequestHandler):
    """Counts whoever comes."""

    def do_GET(self) -> None:
        """Note the address asked for."""
        assert isinstance(self.server, Server)
        self.server.hits.append(self.path)
        self.send_error(404)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing on stderr."""


class Server(ThreadingHTTPServer):
    """A web server that remembers what it was asked for."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Bait)
        self.hits: list[str] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Iterator[Server]:
    """A server at work."""
    with Server() as server:
        threading.Thread(target=server.serve_forever).start()
        yield server
        server.shutdown()


@dataclass(frozen=True)
class Outcomes:
    """What became of every file, and what was fetched meanwhile."""

    files: dict[str, Outcome]
    hits: list[str]


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Outcomes]:
    """All files, read once."""
    names = list(FILES)
    groups = [names[start::GROUPS] for start in range(GROUPS)]
    with serving() as server, ThreadPoolExecutor(2) as pool:
        found = chain.from_iterable(pool.map(partial(child, server.url), groups))
        yield Outcomes({each["name"]: each for each in found}, server.hits)


def child(address: str, names: list[str]) -> list[Outcome]:
    """What one process found; it may end early, and then lacks the files it died of."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.reading.hostile_child", address, *names],
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS * len(names),
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_read_or_refused(outcomes: Outcomes, name: str) -> None:
    """No crash, no defect, no endless work; and no reading of what must be refused."""
    outcome = outcomes.files[name]
    expected = FILES[name].expected
    assert outcome["became"] in (("read", "refused") if expected == "either" else (expected,))
    assert outcome["seconds"] < SECONDS


@pytest.mark.parametrize("name", FILES)
def test_a_refusal_names_the_file_and_the_way_out(outcomes: Outcomes, name: str) -> None:
    """The error is of our own family, with its place and remedy, and in one line."""
    outcome = outcomes.files[name]
    if outcome["became"] == "refused":
        assert issubclass(getattr(riskscan.errors, outcome["kind"]), riskscan.errors.InputError)
        assert outcome["place"].startswith(name)
        assert outcome["remedy"]
        assert "Текст" not in outcome["cause"]
        assert "\n" not in outcome["cause"]


def test_nothing_is_fetched(outcomes: Outcomes) -> None:
    """No file makes the reader ask for a socket, and nobody comes to the server."""
    assert [name for name, each in outcomes.files.items() if each["sockets"]] == []
    assert outcomes.hits == []


def test_the_server_would_notice() -> None:
    """A fetch is counted, or the test above would prove nothing."""
    with serving() as server:
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(f"{server.url}/picture")  # noqa: S310
        caught.value.close()
        assert server.hits == ["/picture"]
