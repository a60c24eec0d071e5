"""The published description: what the interface does is what it says."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from tests.api.conftest import MAX_CHARACTERS
from tests.api.test_analyze import DRAFT

PROBLEMS = ("400", "406", "408", "413", "415", "422", "500", "503", "504")


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = client.get("/openapi.json").json()
    return document


def validator(described: dict[str, Any], model: str) -> Draft202012Validator:
    """A validator of one of the published models."""
    return Draft202012Validator(described | {"$ref": f"#/components/schemas/{model}"})


def test_the_request_is_described_with_its_limits(described: dict[str, Any]) -> None:
    """The model, an example that is valid, and the longest text."""
    schema = described["components"]["schemas"]["AnalyzeRequest"]
    assert schema["properties"]["text"]["maxLength"] == MAX_CHARACTERS
    assert schema["additionalProperties"] is False
    for example in schema["examples"]:
        validator(described, "AnalyzeRequest").validate(example)


def test_answers_keep_to_the_description(described: dict[str, Any], client: TestClient) -> None:
    """A report and a problem from the server fit their published models."""
    report = client.post("/analyze", json={"text": DRAFT}).json()
    validator(described, "Report").validate(report)
    problem = client.post("/analyze", json={}).json()
    validator(described, "Problem").validate(problem)


def test_every_problem_is_announced(described: dict[str, Any]) -> None:
    """The analysing addresses list their problems under the media type they are sent in."""
    for path in ("/analyze", "/v1/analyze", "/v1/analyze/file"):
        responses = described["paths"][path]["post"]["responses"]
        assert responses.keys() == {"200", *PROBLEMS}
        assert responses["200"]["content"].keys() == {"application/json", "application/sarif+json"}
        for status in PROBLEMS:
            assert list(responses[status]["content"]) == ["application/problem+json"]


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    """No dangling references in the document."""

    def references(node: Any) -> list[str]:
        if isinstance(node, dict):
            own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
            return own + [each for value in node.values() for each in references(value)]
        if isinstance(node, list):
            return [each for value in node for each in references(value)]
        return []

    schemas = described["components"]["schemas"]
    assert {name.rpartition("/")[2] for name in references(described)} <= schemas.keys()
