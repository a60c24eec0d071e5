"""The server against requests made up from its own description, right ones and wrong ones."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture(scope="module")
def described(server: str) -> BaseSchema:
    """The description the running server publishes."""
    return schemathesis.openapi.from_url(f"{server}/openapi.json")


# The first six take something that can be wrong.
OPERATIONS = [
    ("POST", "/analyze"),
    ("POST", "/v1/analyze"),
    ("POST", "/v1/analyze/file"),
    ("POST", "/v1/parity"),
    ("POST", "/v1/parity/file"),
    ("GET", "/v1/rules"),
    ("GET", "/v1/rules/{id}"),
    ("GET", "/v1/rulesets/current"),
    ("GET", "/v1/schemas/riskscan-report-1.json"),
    ("GET", "/livez"),
    ("GET", "/readyz"),
]


def test_every_operation_is_tried(described: BaseSchema) -> None:
    """The list above is the whole description."""
    found = [each.ok() for each in described.get_all_operations()]
    assert {(each.method.upper(), each.path) for each in found} == set(OPERATIONS)


@pytest.mark.parametrize(
    ("method", "path", "mode"),
    [(*operation, GenerationMode.POSITIVE) for operation in OPERATIONS]
    + [(*operation, GenerationMode.NEGATIVE) for operation in OPERATIONS[:6]],
)
def test_every_answer_is_one_the_description_names(
    described: BaseSchema, method: str, path: str, mode: GenerationMode
) -> None:
    """No defect shows, and status, media type and body are those announced."""
    asked = 0

    @settings(
        max_examples=40,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    def ask(case: schemathesis.Case) -> None:
        nonlocal asked
        asked += 1
        case.call_and_validate(checks=CHECKS)

    ask()
    assert asked
