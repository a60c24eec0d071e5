"""Problems: every refusal has a place, a cause and a remedy, and repeats nothing of the input."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from riskscan_api.problems import MEDIA_TYPE
from tests.api.conftest import MAX_CHARACTERS

CANARY = "канарейка-7f3a"
JSON = {"content-type": "application/json"}


def quoted(value: object) -> bytes:
    """JSON with letters as they are, so that a leak would be seen."""
    return json.dumps(value, ensure_ascii=False).encode()


BODIES = {
    "no JSON": (f"текст {CANARY}".encode(), 400, "malformed-json"),
    "cut JSON": (quoted({"text": CANARY})[:-3], 400, "malformed-json"),
    "empty body": (b"", 400, "malformed-json"),
    "not UTF-8": (quoted({"text": CANARY}).decode().encode("cp1251"), 400, "malformed-json"),
    "UTF-16": (quoted({"text": CANARY}).decode().encode("utf-16"), 400, "malformed-json"),
    "lone surrogate": (b'{"text": "' + CANARY.encode() + b'\\ud800"}', 400, "malformed-json"),
    "deep nesting": (b'{"text": ' + b"[" * 50_000, 400, "malformed-json"),
    "a list": (quoted([CANARY]), 422, "invalid-request"),
    "text is a number": (b'{"text": 1}', 422, "invalid-request"),
    "text is a list": (quoted({"text": [CANARY]}), 422, "invalid-request"),
    "no text": (quoted({"title": CANARY}), 422, "invalid-request"),
    "blank text": (quoted({"text": " \n", "title": CANARY}), 422, "invalid-request"),
    "unknown language": (quoted({"text": "а", "language": CANARY}), 422, "invalid-request"),
    "unknown interface": (quoted({"text": "а", "ui": CANARY}), 422, "invalid-request"),
    "unknown field": (quoted({"text": "а", CANARY: 1}), 422, "invalid-request"),
    "unknown factor": (quoted({"text": "а", "factors": [CANARY]}), 422, "invalid-request"),
    "long title": (quoted({"text": "а", "title": CANARY * 999}), 422, "invalid-request"),
    "no number": (b'{"text": "x", "min_confidence": NaN}', 422, "invalid-request"),
    "long text": (quoted({"text": "а" * MAX_CHARACTERS + CANARY}), 413, "too-large"),
    "many fields": (
        b'{"text": "x"' + b"".join(b', "k%d": 1' % n for n in range(20_000)) + b"}",
        413,
        "too-large",
    ),
    "many values": (b'{"text": "x", "factors": [' + b"1," * 200_000 + b"1]}", 413, "too-large"),
    "many wrong values": (
        b'{"text": "x", "factors": [' + b"1," * 9000 + b"1]}",
        422,
        "invalid-request",
    ),
    "huge body": (quoted({"text": CANARY * MAX_CHARACTERS}), 413, "too-large"),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_refused_body_is_a_problem(
    client: TestClient, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The status and the kind fit the fault; neither answer nor log repeats the input."""
    body, status, kind = BODIES[name]
    with caplog.at_level(logging.DEBUG):
        answer = client.post("/analyze", content=body, headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    assert answer.json()["type"] == f"urn:riskscan:problem:{kind}"
    assert answer.json()["status"] == status
    assert CANARY not in answer.text
    assert CANARY not in caplog.text
    for error in answer.json()["errors"]:
        assert error["cause"]
        assert error["remedy"]


def test_a_body_without_a_length_is_cut_off_too(client: TestClient) -> None:
    """A body sent in chunks meets the same limit."""

    def chunks() -> Iterator[bytes]:
        yield b'{"text": "'
        for _ in range(MAX_CHARACTERS // 1000 + 100):
            yield b"x" * 6000

    answer = client.post("/analyze", content=chunks(), headers=JSON)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/json; charset=windows-1251"},
        {"content-type": "application/json", "content-encoding": "gzip"},
        {},
    ],
)
def test_only_json_in_utf8_is_read(client: TestClient, headers: dict[str, str]) -> None:
    """Other media types, charsets and encodings are refused by name."""
    answer = client.post("/analyze", content=b'{"text": "x"}', headers=headers)
    assert answer.status_code == 415
    assert answer.headers["content-type"] == MEDIA_TYPE


def test_a_misspelt_field_is_named(client: TestClient) -> None:
    """The caller learns which field is unknown and what was probably meant."""
    answer = client.post("/analyze", json={"text": "а", "languge": "ru", "ui": "en"})
    assert answer.json()["errors"] == [
        {
            "pointer": "#/languge",
            "code": "misspelt-field",
            "cause": "There is no such field",
            "remedy": "Did you mean language?",
            "note": "",
        }
    ]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", f"/{CANARY}", 404), ("GET", "/analyze", 405), ("DELETE", "/readyz", 405)],
)
def test_wrong_addresses_and_methods_are_problems_too(
    client: TestClient, method: str, path: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    """The framework's own refusals have the same shape; addresses are not logged as typed."""
    with caplog.at_level(logging.INFO, logger="riskscan"):
        answer = client.request(method, f"{path}?text={CANARY}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    assert answer.json()["status"] == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    ours = [record.getMessage() for record in caplog.records if record.name == "riskscan.api"]
    assert ours
    assert not any(CANARY in line for line in ours)
