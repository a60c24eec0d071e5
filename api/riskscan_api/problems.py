"""Errors as problem details (RFC 9457): place, cause and remedy, never a word of the input.

Inside the server a refusal is codes and numbers; it gets its words, in the language of the
request's ``ui``, when it is sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from riskscan.analysis.report import Interface
from riskscan_api.negotiation import language

MEDIA_TYPE = "application/problem+json"
MOST_FAULTS = 20
RETRY_SECONDS = "5"

STATUSES: Mapping[str, int] = {
    "malformed-json": 400,
    "malformed-form": 400,
    "not-found": 404,
    "method-not-allowed": 405,
    "not-acceptable": 406,
    "too-slow": 408,
    "too-large": 413,
    "memory-limit": 413,
    "unsupported-media-type": 415,
    "unsupported-format": 415,
    "invalid-request": 422,
    "client-gone": 499,  # for the log; nobody is there to read it
    "internal": 500,
    "busy": 503,
    "not-ready": 503,
    "time-limit": 504,
}
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,39}")
_POSITION = re.compile(r"line (\d+) column (\d+)$")
_BOUNDS = {"max_length", "min_length", "ge", "le", "expected"}
_CAUSES: Mapping[str, str] = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "literal_error": "not-one-of",
    "string_too_short": "empty",
    "string_too_long": "too-long",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-great",
    "model_type": "not-an-object",
    "tuple_type": "not-a-list",
    "string_type": "not-a-string",
    "float_type": "not-a-number",
    "float_parsing": "not-a-number",
    "finite_number": "not-a-number",
}

Values = Mapping[str, str | int | float]


class FieldError(BaseModel):
    """One thing to mend: where, what is wrong, what to do."""

    pointer: str = Field(
        description="JSON pointer into the body as a URI fragment, or a field of the form.",
        examples=["#/factors/0"],
    )
    code: str = Field(description="The same in every language.", examples=["not-one-of"])
    cause: str
    remedy: str
    note: str = Field(default="", description="The reader's own words, in English.")


class Problem(BaseModel):
    """A problem details object, in the language of ``ui`` or of Accept-Language."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:riskscan:problem:invalid-request",
                    "title": "The request makes no sense",
                    "status": 422,
                    "detail": "Mend the fields listed under errors.",
                    "errors": [
                        {
                            "pointer": "#/text",
                            "code": "missing",
                            "cause": "The field is missing",
                            "remedy": "Add it",
                        }
                    ],
                }
            ]
        }
    )

    type: str
    title: str
    status: int
    detail: str = ""
    errors: list[FieldError] = []


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend, by code; ``note`` says it in the words of the floor that found it."""

    code: str
    pointer: str = "#"
    values: Values = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer: a kind of ``STATUSES``, what is to be mended, extra headers."""

    kind: str
    faults: tuple[Fault, ...] = ()
    values: Values = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


class RefusalError(Exception):
    """A request that ends in a refusal."""

    def __init__(self, refusal: Refusal) -> None:
        self.refusal = refusal
        super().__init__(refusal.kind)


def refuse(kind: str, *faults: Fault, **headers: str) -> RefusalError:
    """The refusal of a kind as an exception."""
    return RefusalError(Refusal(kind, faults, headers=headers))


def put_in_words(refusal: Refusal, ui: Interface) -> Problem:
    """The refusal as it is published."""
    words = messages()[ui]
    kind = refusal.kind
    return Problem(
        type=f"urn:riskscan:problem:{kind}",
        title=words[f"{kind}.title"],
        status=STATUSES[kind],
        detail=words[f"{kind}.detail"].format_map(refusal.values),
        errors=[
            FieldError(
                pointer=fault.pointer,
                code=fault.code,
                cause=words[f"fault.{fault.code}"].format_map(fault.values),
                remedy=words[f"fault.{fault.code}.remedy"].format_map(fault.values),
                note=fault.note,
            )
            for fault in refusal.faults
        ],
    )


def respond(refusal: Refusal, ui: Interface) -> Response:
    """The refusal as a response."""
    problem = put_in_words(refusal, ui)
    headers = {"Content-Language": ui, **refusal.headers}
    if problem.status == 503:
        headers["Retry-After"] = RETRY_SECONDS
    return Response(
        problem.model_dump_json(),
        status_code=problem.status,
        media_type=MEDIA_TYPE,
        headers=headers,
    )


@cache
def messages() -> Mapping[Interface, Mapping[str, str]]:
    """All messages by language and key; every language has the same keys."""
    loaded: Mapping[Interface, Mapping[str, str]] = json.loads(
        files("riskscan_api").joinpath("messages.json").read_text("utf-8")
    )
    return loaded


def from_validation(error: ValidationError, fields: Iterable[str]) -> Refusal:
    """What is wrong with a request, field by field; ``fields`` are the names that exist."""
    details = error.errors(include_url=False, include_input=False)
    if details[0]["type"] == "json_invalid":
        return Refusal("malformed-json", tuple(_malformed(details[0]["msg"])))
    known = sorted(fields)
    return Refusal("invalid-request", tuple(_fault(each, known) for each in details[:MOST_FAULTS]))


def _malformed(message: str) -> Iterator[Fault]:
    if position := _POSITION.search(message):
        values = {"line": int(position[1]), "column": int(position[2])}
        yield Fault("not-json", values=values, note=message)


def _fault(detail: Any, known: list[str]) -> Fault:
    code = _CAUSES.get(detail["type"], "not-valid")
    bounds = {name: value for name, value in detail.get("ctx", {}).items() if name in _BOUNDS}
    values = {"known": ", ".join(known), **bounds}
    if "expected" in values:
        values["expected"] = values["expected"].replace(" or ", ", ")
    if code == "unknown-field" and (near := get_close_matches(str(detail["loc"][-1]), known, n=1)):
        code, values["near"] = "misspelt-field", near[0]
    return Fault(code, pointer(detail["loc"]), values)


def pointer(location: Iterable[str | int]) -> str:
    """A JSON pointer; a name that could be a piece of a draft ends it at the object that held it.

    Names an identifier may have are shown as the caller wrote them.
    """
    parts = []
    for part in location:
        if not isinstance(part, int) and not _NAME.fullmatch(part):
            break
        parts.append(f"/{part}")
    return "#" + "".join(parts)


async def on_refusal(request: Request, error: Exception) -> Response:
    """Handler of RefusalError."""
    assert isinstance(error, RefusalError)  # noqa: S101 — registered for this class alone
    return respond(error.refusal, language(request))


async def on_disconnect(request: Request, error: Exception) -> Response:
    """Handler of a client that goes away while its body is read; nobody will see the answer."""
    return respond(Refusal("client-gone"), language(request))


async def on_http_exception(request: Request, error: Exception) -> Response:
    """Handler of what the framework itself refuses: unknown addresses and methods."""
    assert isinstance(error, HTTPException)  # noqa: S101 — registered for this class alone
    kinds = {404: "not-found", 405: "method-not-allowed"}
    kind = kinds.get(error.status_code, "invalid-request")
    return respond(Refusal(kind, headers=error.headers or {}), language(request))
