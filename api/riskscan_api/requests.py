"""The body of ``POST /analyze``, read with limits."""

from __future__ import annotations

from pydantic import ConfigDict, Field, ValidationError
from pydantic.config import JsonDict
from starlette.requests import Request

from riskscan.analysis.options import Options
from riskscan_api.problems import FieldError, ProblemError, from_validation, problem
from riskscan_api.settings import Settings

EXAMPLE: JsonDict = {
    "text": "12. Срок рассмотрения заявки может быть продлен руководителем управления.",
    "language": "auto",
    "ui": "ru",
}


class AnalyzeRequest(Options):
    """A text and the options of its analysis; offsets in the answer count its code points."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    text: str = Field(min_length=1)

    def options(self) -> Options:
        """The options without the text."""
        return Options.model_validate(self.model_dump(exclude={"text"}))


async def read_request(request: Request, settings: Settings) -> AnalyzeRequest:
    """The validated body; ProblemError says which part of it is wrong and never repeats it."""
    _check_headers(request)
    body = await _body(request, settings.max_bytes)
    try:
        parsed = AnalyzeRequest.model_validate_json(body)
    except ValidationError as error:
        fields = list(AnalyzeRequest.model_fields)
        raise ProblemError(from_validation(error, fields)) from None
    if len(parsed.text) > settings.max_characters:
        raise _too_large(f"The text may hold {settings.max_characters} characters.", "text")
    return parsed


def _check_headers(request: Request) -> None:
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(' "').lower()
    encoded = request.headers.get("content-encoding", "identity").lower()
    if (
        media_type.strip().lower() != "application/json"
        or charset not in {"", "utf-8", "utf8"}
        or encoded != "identity"
    ):
        detail = "Send Content-Type: application/json, in UTF-8, without Content-Encoding."
        raise ProblemError(
            problem("unsupported-media-type", detail), {"Accept": "application/json"}
        )


async def _body(request: Request, limit: int) -> bytes:
    declared = request.headers.get("content-length", "")
    body = bytearray()
    if not (declared.isdecimal() and int(declared) > limit):
        async for chunk in request.stream():
            body += chunk
            if len(body) > limit:
                break
        else:
            return bytes(body)
    # What is left of the body is not read, so the connection cannot serve another request.
    raise _too_large(f"The body may hold {limit} bytes.", "", {"Connection": "close"})


def _too_large(detail: str, field: str, headers: dict[str, str] | None = None) -> ProblemError:
    error = FieldError(field=field, cause=detail, remedy="Split the document and send each part.")
    return ProblemError(problem("too-large", detail, error), headers)
