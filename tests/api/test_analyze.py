"""POST /analyze: a text goes in, the report comes out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.testclient import TestClient

from riskscan.analysis.report import Report

DRAFT = "12. Срок рассмотрения заявки может быть продлен руководителем управления.\n"


def ask(client: TestClient, **body: Any) -> Report:
    """The report of a request that must succeed."""
    answer = client.post("/analyze", json=body)
    assert answer.status_code == 200, answer.text
    return Report.model_validate_json(answer.content)


def test_a_report_comes_back(client: TestClient) -> None:
    """The answer is a report whose quotes stand at their offsets."""
    report = ask(client, text=DRAFT)
    assert report.findings
    assert all(DRAFT[f.start : f.end] == f.quote for f in report.findings)


def test_both_addresses_answer_alike(client: TestClient) -> None:
    """``/analyze`` is ``/v1/analyze``, byte for byte."""
    answers = [client.post(path, json={"text": DRAFT}) for path in ("/analyze", "/v1/analyze")]
    assert answers[0].content == answers[1].content


def test_offsets_count_code_points(client: TestClient) -> None:
    """Letters beyond the basic plane before a finding count as one."""
    text = "\N{PAGE FACING UP}" * 3 + "\n" + DRAFT
    report = ask(client, text=text)
    assert report.findings
    assert all(text[f.start : f.end] == f.quote for f in report.findings)
    assert report.document.characters == len(text)


@pytest.mark.parametrize(("ui", "word"), [("ru", "срок"), ("kk", "мерзім"), ("en", "term")])
def test_explanations_follow_the_interface(client: TestClient, ui: str, word: str) -> None:
    """The same findings, said in the language asked for."""
    report = ask(client, text=DRAFT, ui=ui)
    said = " ".join(f"{f.title} {f.explanation} {f.recommendation}" for f in report.findings)
    assert word in said.lower()


def test_options_reach_the_analysis(client: TestClient) -> None:
    """Factors, tiers and severities narrow the answer."""
    report = ask(client, text=DRAFT, factors=["deadline-extension"], max_tier=1)
    assert {f.factor for f in report.findings} == {"deadline-extension"}
    assert ask(client, text=DRAFT, min_severity="critical").findings == ()


def test_the_learned_order_comes_when_asked_for(client: TestClient) -> None:
    """``rank`` gives every finding a weight and its reasons; without it there is no such field."""
    plain = client.post("/analyze", json={"text": DRAFT}).json()["findings"]
    assert all("rank" not in finding for finding in plain)
    ranked = client.post("/analyze", json={"text": DRAFT, "rank": "learned"}).json()["findings"]
    weights = [finding.pop("rank")["weight"] for finding in ranked]
    assert weights == sorted(weights, reverse=True)
    assert sorted(ranked, key=str) == sorted(plain, key=str)
    assert client.post("/analyze", json={"text": DRAFT, "rank": "best"}).status_code == 422


def test_results_are_never_stored(client: TestClient) -> None:
    """Caches are told to keep nothing, and every answer has a number and a strict policy."""
    answer = client.post("/analyze", json={"text": DRAFT})
    assert answer.headers["cache-control"] == "no-store"
    assert len(answer.headers["x-request-id"]) == 32
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_full_queue_says_so(client: TestClient) -> None:
    """With one worker and one place to wait, a crowd gets some reports and some “try again”."""
    bodies = [{"text": DRAFT * 500, "title": f"{number}"} for number in range(6)]
    with ThreadPoolExecutor(6) as crowd:
        answers = list(crowd.map(lambda body: client.post("/analyze", json=body), bodies))
    refused = [answer for answer in answers if answer.status_code == 503]
    assert {answer.status_code for answer in answers} == {200, 503}
    assert all(answer.headers["retry-after"] == "5" for answer in refused)
    assert refused[0].json()["type"] == "urn:riskscan:problem:busy"


def test_the_server_says_how_it_is(client: TestClient) -> None:
    """Alive and ready are two questions."""
    assert client.get("/livez").json() == {"status": "alive"}
    assert client.get("/readyz").json()["status"] == "ready"
