"""The published description of the interface, with the models our own handlers use."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from riskscan_api.catalogue import Catalogue
from riskscan_api.pairs import PAIR_EXAMPLE, ParityFiles, ParityRequest
from riskscan_api.problems import MEDIA_TYPE, Problem
from riskscan_api.requests import EXAMPLE, AnalyzeRequest, FileRequest
from riskscan_api.settings import Settings

_REFERENCE = "#/components/schemas/{model}"
Responses = dict[int | str, dict[str, Any]]


def _reference(model: str) -> dict[str, str]:
    return {"$ref": _REFERENCE.format(model=model)}


def _body(media_type: str, model: str, **more: Any) -> dict[str, Any]:
    content = {media_type: {"schema": _reference(model), **more}}
    return {"requestBody": {"required": True, "content": content}}


TEXT_BODY = _body("application/json", "AnalyzeRequest", example=EXAMPLE)
FILE_BODY = _body(
    "multipart/form-data",
    "FileRequest",
    encoding={"file": {"contentType": "application/octet-stream, text/plain"}},
)
PAIR_BODY = _body("application/json", "ParityRequest", example=PAIR_EXAMPLE)
PAIR_FILES_BODY = _body(
    "multipart/form-data",
    "ParityFiles",
    encoding={
        name: {"contentType": "application/octet-stream, text/plain"}
        for name in ("ru", "kk", "both")
    },
)
SARIF_ANSWER: Responses = {
    200: {
        "description": "The report; as SARIF 2.1.0 when the Accept header asks for it.",
        "content": {"application/sarif+json": {"schema": {"type": "object"}}},
    }
}
_TAG = {"ETag": {"schema": {"type": "string"}, "description": "Changes when the answer does."}}
UNCHANGED: Responses = {
    200: {"description": "The answer and its tag.", "headers": _TAG},
    304: {"description": "The tag named in If-None-Match still holds.", "headers": _TAG},
}
SCHEMA_ANSWER: Responses = UNCHANGED | {
    200: {
        "description": "The schema and its tag.",
        "headers": _TAG,
        "content": {"application/schema+json": {"schema": {"type": "object"}}},
    }
}


RULE_FILTERS = {
    "parameters": [
        {"name": name, "in": "query", "required": False, "schema": {"type": "string"}}
        for name in ("factor", "group", "language")
    ]
}


def problem_responses(*statuses: int) -> Responses:
    """The problems an operation may end in."""
    return {
        status: {
            "description": HTTPStatus(status).phrase,
            "content": {MEDIA_TYPE: {"schema": _reference("Problem")}},
        }
        for status in statuses
    }


def describe(
    app: FastAPI, settings: Settings, catalogue: Catalogue, report: bytes
) -> Mapping[str, Any]:
    """The OpenAPI document of the app; ``report`` is the server's own answer to the example."""
    document = get_openapi(
        title=app.title, version=app.version, description=app.description, routes=app.routes
    )
    _, definitions = models_json_schema(
        [
            (AnalyzeRequest, "validation"),
            (FileRequest, "validation"),
            (ParityRequest, "validation"),
            (ParityFiles, "validation"),
            (Problem, "serialization"),
        ],
        ref_template=_REFERENCE,
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schemas |= definitions["$defs"]
    schemas["AnalyzeRequest"]["properties"]["text"]["maxLength"] = settings.max_characters
    for text in ("ru", "kk"):
        schemas["ParityRequest"]["properties"][text]["maxLength"] = settings.max_characters
    for parameter in document["paths"]["/v1/rules"]["get"]["parameters"]:
        parameter["schema"] = {"type": "string", "enum": catalogue.filters()[parameter["name"]]}
    for path in ("/analyze", "/v1/analyze"):
        answers = document["paths"][path]["post"]["responses"]["200"]["content"]
        answers["application/json"]["example"] = json.loads(report)
    _drop_unreachable(document)
    return document


def _drop_unreachable(document: dict[str, Any]) -> None:
    """What the framework adds for refusals that cannot happen: a path's text is never wrong."""
    schemas = document["components"]["schemas"]
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for operations in document["paths"].values():
        for operation in operations.values():
            refused = operation["responses"].get("422", {}).get("content", {})
            if "application/json" in refused:
                del operation["responses"]["422"]
