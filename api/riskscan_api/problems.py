"""Errors as problem details (RFC 9457): place, cause and remedy, never a word of the input."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import BaseModel, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")

_KINDS: Mapping[str, tuple[int, str]] = {
    "malformed-json": (400, "The body is not valid JSON"),
    "not-found": (404, "There is nothing at this address"),
    "method-not-allowed": (405, "This address has another method"),
    "too-large": (413, "The request is too large"),
    "unsupported-media-type": (415, "The body must be JSON in UTF-8"),
    "invalid-request": (422, "The request makes no sense"),
    "client-gone": (499, "The client went away"),  # for the log; nobody is there to read it
    "internal": (500, "The server made an error"),
    "busy": (503, "The server is busy"),
    "not-ready": (503, "The server is not ready"),
    "time-limit": (504, "The analysis took longer than it may"),
}


class FieldError(BaseModel):
    """One thing to mend: where, what is wrong, what to do."""

    field: str
    cause: str
    remedy: str = ""


class Problem(BaseModel):
    """A problem details object."""

    type: str = Field(examples=["urn:riskscan:problem:invalid-request"])
    title: str
    status: int
    detail: str = ""
    errors: list[FieldError] = []


class ProblemError(Exception):
    """A request that ends in a problem."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        self.problem = problem
        self.headers = dict(headers or {})
        super().__init__(problem.type)


def problem(kind: str, detail: str = "", *errors: FieldError) -> Problem:
    """The problem of a kind, with what is particular to this request."""
    status, title = _KINDS[kind]
    return Problem(
        type=f"urn:riskscan:problem:{kind}",
        title=title,
        status=status,
        detail=detail,
        errors=list(errors),
    )


def respond(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """The problem as a response."""
    return Response(
        problem.model_dump_json(),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=dict(headers or {}),
    )


def from_validation(error: ValidationError, fields: list[str]) -> Problem:
    """What is wrong with a request, field by field; ``fields`` are the names that exist."""
    details = error.errors(include_url=False, include_input=False, include_context=False)
    if details[0]["type"] == "json_invalid":
        return problem("malformed-json", details[0]["msg"])
    errors = [
        FieldError(
            field=(field := ".".join(_safe(part) for part in each["loc"])),
            cause="Unknown field" if each["type"] == "extra_forbidden" else each["msg"],
            remedy=_remedy(each["type"], field, fields),
        )
        for each in details
    ]
    return problem("invalid-request", "Mend the fields listed under errors.", *errors)


def _remedy(kind: str, field: str, fields: list[str]) -> str:
    if kind == "missing":
        return "Add the field"
    if kind == "extra_forbidden":
        near = get_close_matches(field, fields, n=1)
        known = f"The fields are: {', '.join(sorted(fields))}"
        return f"Did you mean {near[0]}?" if near else known
    return "The interface is described at /openapi.json"


def _safe(part: str | int) -> str:
    """A field's name as the caller wrote it, unless it could be a piece of a draft."""
    return str(part) if _NAME.fullmatch(str(part)) or isinstance(part, int) else "(unnamed)"


async def on_problem(request: Request, error: Exception) -> Response:
    """Handler of ProblemError."""
    assert isinstance(error, ProblemError)  # noqa: S101 — registered for this class alone
    return respond(error.problem, error.headers)


async def on_http_exception(request: Request, error: Exception) -> Response:
    """Handler of what the framework itself refuses: unknown addresses and methods."""
    assert isinstance(error, HTTPException)  # noqa: S101 — registered for this class alone
    kinds = {404: "not-found", 405: "method-not-allowed"}
    return respond(problem(kinds.get(error.status_code, "invalid-request")), error.headers)
