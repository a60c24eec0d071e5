"""Workers: what is slow or abandoned is killed, what fails says nothing of the text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import anyio
import pytest
from starlette.testclient import TestClient
from starlette.types import Message

from riskscan.analysis import Options
from riskscan.errors import RuleError
from riskscan_api import worker
from riskscan_api.app import create_app
from riskscan_api.settings import Settings
from riskscan_api.worker import Job, Setup

LONG = "Срок рассмотрения может быть продлен руководителем управления.\n" * 3000


def test_an_analysis_over_the_limit_is_killed() -> None:
    """The answer names the limit, and the server is ready for the next request."""
    settings = Settings(workers=1, timeout_seconds=0.05)
    with TestClient(create_app(settings)) as client:
        answer = client.post("/analyze", json={"text": LONG})
        assert answer.status_code == 504
        assert answer.json()["type"] == "urn:riskscan:problem:time-limit"
        assert "0.05" in answer.json()["detail"]
        assert client.get("/readyz").status_code == 200


def test_a_client_that_goes_away_takes_its_analysis_with_it() -> None:
    """A disconnect ends the request at once, and its worker with it."""
    body = json.dumps({"text": LONG}).encode()
    incoming: list[Message] = [{"type": "http.request", "body": body}, {"type": "http.disconnect"}]
    sent: list[Message] = []
    scope: dict[str, Any] = {
        "type": "http",
        "method": "POST",
        "path": "/analyze",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }

    async def receive() -> Message:
        return incoming.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    async def visit() -> None:
        app = create_app(Settings(workers=1))
        async with app.router.lifespan_context(app):
            await app(scope, receive, send)
            assert await app.state.workers.alive()

    anyio.run(visit)
    assert sent[0]["status"] == 499


def test_rules_that_do_not_load_stop_the_server(tmp_path: Path) -> None:
    """A server with bad rules never says it is ready: it does not start."""
    app = create_app(Settings(workers=1, rules=tmp_path))
    with pytest.raises(RuleError, match="not a rules folder"), TestClient(app):
        pass


def test_a_crash_names_its_place_and_nothing_else() -> None:
    """What goes back is the class of the exception and a line number, not its message."""
    outcome = worker.analyze(Setup(), Job(cast(str, ["канарейка"]), Options()))
    assert isinstance(outcome, worker.Crashed)
    assert "канарейка" not in repr(outcome)
    assert outcome.where.partition(":")[0].endswith(".py")


@pytest.mark.skipif(worker.resource is None, reason="this system has no limits on memory")
def test_an_analysis_over_its_memory_is_refused() -> None:
    """A text too large for the worker is a problem of its own; the next one is analysed."""
    settings = Settings(workers=1, memory_megabytes=420)
    with TestClient(create_app(settings)) as client:
        answer = client.post("/analyze", json={"text": "а 1) " * 900_000})
        assert answer.status_code == 413
        assert answer.json()["type"] == "urn:riskscan:problem:memory-limit"
        assert client.post("/analyze", json={"text": LONG[:200]}).status_code == 200


def test_rules_that_change_under_a_server_are_not_mixed() -> None:
    """A worker that would load other rules than the server began with does not speak."""
    outcome = worker.analyze(Setup(digest="another"), Job("1. Срок продлевается.", Options()))
    assert isinstance(outcome, worker.Crashed)
    assert outcome.name == "RuleError"


def test_the_number_of_workers_does_not_show_in_the_answer() -> None:
    """One worker or two, first or later text: the same bytes."""
    texts = [LONG[:700], LONG[:6000], LONG[:700]]
    answers = []
    for number in (1, 2):
        settings = Settings(workers=number, cache_megabytes=0)
        with TestClient(create_app(settings)) as client:
            answers.append([client.post("/analyze", json={"text": text}).content for text in texts])
    assert answers[0] == answers[1]
    assert answers[0][0] == answers[0][2]
