"""A real server and clients that mean it harm: it answers, refuses, and stays up."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from httpx2 import Client

from riskscan_api.bodies import Bodies
from riskscan_api.problems import RefusalError
from riskscan_api.settings import MEGABYTE, Settings
from tests.api.conftest import serve
from tests.api.test_analyze import DRAFT

MEGABYTES = 100
HEAD = "POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\n{more}\r\n"
FORM = "multipart/form-data; boundary=b"


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that waits ten seconds for anything."""
    folder: Path = tmp_path_factory.mktemp("hasty")
    with serve(folder, RISKSCAN_TIMEOUT_SECONDS="10", RISKSCAN_BODIES_MEGABYTES="64") as address:
        yield address


def dial(address: str) -> socket.socket:
    """A connection without any of a client's good manners."""
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), timeout=60)


def hear(connection: socket.socket) -> bytes:
    """Everything the server says until it hangs up."""
    heard = bytearray()
    while piece := connection.recv(65536):
        heard += piece
    return bytes(heard)


def well(address: str) -> bool:
    """Whether the server still analyses drafts."""
    with Client(base_url=address, timeout=60) as client:
        return client.post("/analyze", json={"text": DRAFT}).status_code == 200


@pytest.mark.parametrize("path", ["/analyze", "/v1/analyze/file"])
def test_a_huge_body_is_cut_off(hasty: str, path: str) -> None:
    """100 MB without a length: the server stops reading, says 413 and hangs up."""
    kind = FORM if path.endswith("file") else "application/json"
    head = HEAD.format(path=path, kind=kind, more="Transfer-Encoding: chunked\r\n")
    chunk = b"100000\r\n" + b"x" * MEGABYTE + b"\r\n"
    with dial(hasty) as connection:
        connection.sendall(head.encode())
        try:
            if kind == FORM:
                part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
                connection.sendall(b"%x\r\n%s\r\n" % (len(part), part))
            for _ in range(MEGABYTES):
                connection.sendall(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has hung up already
        else:
            assert b" 413 " in hear(connection)
    assert well(hasty)


def test_a_body_that_does_not_arrive_is_given_up(hasty: str) -> None:
    """A client that sends half a body and falls silent is told so and hung up on."""
    more = "Content-Length: 1000\r\n"
    head = HEAD.format(path="/analyze", kind="application/json", more=more)
    with dial(hasty) as connection:
        connection.sendall(head.encode() + b'{"text": "')
        answer = hear(connection)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert b"urn:riskscan:problem:too-slow" in answer


def test_silent_clients_keep_nobody_out(hasty: str) -> None:
    """Fifty half-sent requests are open while a fifty-first is served."""
    head = HEAD.format(path="/analyze", kind="application/json", more="Content-Length: 9\r\n")
    silent = [dial(hasty) for _ in range(50)]
    try:
        for connection in silent:
            connection.sendall(head.encode() + b"{")
        assert well(hasty)
    finally:
        for connection in silent:
            connection.close()


@pytest.mark.parametrize(
    "request_line",
    [
        b"GARBAGE\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /analyze HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"POST /analyze HTTP/1.1\r\nHost: x\r\nContent-Length: " + b"9" * 400 + b"\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
    ],
)
def test_what_is_no_http_hurts_nobody(hasty: str, request_line: bytes) -> None:
    """Whatever the first bytes are, the next client is served."""
    with dial(hasty) as connection:
        connection.sendall(request_line)
        connection.shutdown(socket.SHUT_WR)
        assert b" 200 " not in hear(connection)[:20]
    assert well(hasty)


def test_bodies_share_a_bounded_memory() -> None:
    """What one request holds the next cannot have, until the first has ended."""
    bodies = Bodies(Settings(bodies_megabytes=64))
    with bodies.room() as take:
        take(60 * MEGABYTE)
        with bodies.room() as other, pytest.raises(RefusalError) as refused:
            other(5 * MEGABYTE)
        assert refused.value.refusal.kind == "busy"
        take(4 * MEGABYTE)
    with bodies.room() as take:
        take(64 * MEGABYTE)
