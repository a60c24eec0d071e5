"""What a client would rather have: formats by Accept, languages by ``ui`` and Accept-Language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from riskscan_api.negotiation import media_type
from riskscan_api.problems import STATUSES, messages
from tests.api.test_analyze import DRAFT

JSON, SARIF = "application/json", "application/sarif+json"


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (SARIF, SARIF),
        (f"{SARIF}, {JSON}", JSON),
        (f"{JSON};q=0.4, {SARIF};q=0.5", SARIF),
        (f"{JSON};q=0, */*;q=0.1", SARIF),
        (f"{SARIF};version=2.1.0", SARIF),
        ("Application/SARIF+JSON", SARIF),
        ("text/html, */*;q=0.1", JSON),
        ("text/html", None),
        (f"{JSON};q=0", None),
        ("garbage;;;q=", None),
    ],
)
def test_the_format_the_client_likes_best(header: str, chosen: str | None) -> None:
    """Weights decide, then the server's own order."""
    assert media_type(header, [JSON, SARIF]) == chosen


@given(st.text(alphabet="ab/*;q=0.1, ", max_size=80))
def test_any_header_gives_an_offer_or_none(header: str) -> None:
    """Nothing a client writes there is an error."""
    assert media_type(header, [JSON, SARIF]) in {JSON, SARIF, None}


def test_the_answer_is_of_the_type_asked_for(client: TestClient) -> None:
    """JSON or SARIF, and a refusal for anything else."""
    for accept in (JSON, SARIF):
        answer = client.post("/analyze", json={"text": DRAFT}, headers={"accept": accept})
        assert answer.headers["content-type"] == accept
        assert answer.headers["vary"] == "Accept"
    answer = client.post("/analyze", json={"text": DRAFT}, headers={"accept": "text/html"})
    assert (answer.status_code, answer.json()["type"]) == (
        406,
        "urn:riskscan:problem:not-acceptable",
    )


@pytest.mark.parametrize(
    ("ui", "header", "language"),
    [
        ("kk", "en", "kk"),
        ("en", "", "en"),
        (None, "", "ru"),
        (None, "kk-KZ, ru;q=0.8", "kk"),
        (None, "de, en;q=0.7, kk;q=0.9", "kk"),
        ("de", "en", "en"),
    ],
)
def test_a_problem_speaks_the_language_of_the_request(
    client: TestClient, ui: str | None, header: str, language: str
) -> None:
    """``ui`` first, whatever else is wrong with the request; then Accept-Language; then Russian."""
    body = {"text": 1} | ({"ui": ui} if ui else {})
    answer = client.post("/analyze", json=body, headers={"accept-language": header})
    assert answer.status_code == 422
    assert answer.headers["content-language"] == language
    words = messages()[language]  # type: ignore[index]
    assert answer.json()["title"] == words["invalid-request.title"]
    assert words["fault.not-a-string"] in {error["cause"] for error in answer.json()["errors"]}


def test_every_message_exists_in_every_language() -> None:
    """The same keys with the same gaps, and a title and a detail for every kind of problem."""
    russian, *others = messages().values()
    for kind in STATUSES:
        assert russian[f"{kind}.title"]
        assert f"{kind}.detail" in russian
    for other in others:
        assert other.keys() == russian.keys()
        for key, text in russian.items():
            assert text.count("{") == other[key].count("{")
