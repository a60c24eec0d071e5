"""What the doors take: a text as JSON or a file as a form, with the options of an analysis."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import PureWindowsPath
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.config import JsonDict
from pydantic_core import from_json
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from riskscan.analysis.options import Options
from riskscan.reading.docx import Changes
from riskscan.report.wording import visible
from riskscan_api.answers import EXAMPLE_TEXT
from riskscan_api.bodies import Bodies, FormParser, Take, check_media_type, chunks, read
from riskscan_api.negotiation import LANGUAGES
from riskscan_api.problems import Fault, RefusalError, from_validation, refuse
from riskscan_api.settings import MEGABYTE, Settings
from riskscan_api.worker import Upload

EXAMPLE: JsonDict = {
    "text": EXAMPLE_TEXT,
    "language": "auto",
    "ui": "ru",
}
Model = TypeVar("Model", bound=BaseModel)

LONGEST_NAME = 200
MOST_STRINGS = 10_000
MOST_OUTSIDE = 65_536  # bytes of a JSON body that are in no string
FORM_PARTS = 64
_STRING = re.compile(rb'"(?:[^"\\]++|\\[\s\S])*+"?')
NUMBERS = {"max_tier": re.compile("[0-9]"), "min_confidence": re.compile(r"[0-9]?\.?[0-9]{1,20}")}


class AnalyzeRequest(Options):
    """A text and the options of its analysis; offsets in the answer count its code points."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    text: str = Field(min_length=1)

    def options(self) -> Options:
        """The options without the text."""
        return Options.model_validate(self.model_dump(exclude={"text"}))


class FileRequest(Options):
    """The form of a file; ``factors`` may be repeated."""

    file: bytes = Field(description="A .docx, .doc, .odt, PDF, RTF, HTML or plain text file.")
    view: Changes = Field(
        default="accepted",
        description="Of a .docx: its tracked changes accepted, or the wording before them.",
    )


async def read_text(
    request: Request, bodies: Bodies, settings: Settings, take: Take
) -> tuple[str, Options]:
    """The validated JSON body; RefusalError says which part is wrong and never repeats it."""
    parsed = await read_json(request, bodies, settings.max_bytes, take, AnalyzeRequest)
    request.state.ui = parsed.ui
    check_length(parsed.text, "text", settings)
    return parsed.text, parsed.options()


async def read_json(
    request: Request, bodies: Bodies, limit: int, take: Take, model: type[Model]
) -> Model:
    """A JSON body of at most ``limit`` bytes as a model; RefusalError for what does not fit it."""
    check_media_type(request, "application/json")
    with bodies.in_time():
        body = await read(request, limit, take)
    if _crumbles(body):
        raise refuse("too-large", Fault("too-many-values"))
    try:
        return model.model_validate_json(body, strict=True)
    except ValidationError as error:
        _note_language(request, _loosely(body))
        raise RefusalError(from_validation(error, model.model_fields)) from None


def check_length(text: str, field: str, settings: Settings) -> None:
    """RefusalError for a text longer than the server takes."""
    if len(text) > settings.max_characters:
        limit = {"limit": settings.max_characters}
        raise refuse("too-large", Fault("text-too-long", f"#/{field}", limit))


async def read_upload(
    request: Request, bodies: Bodies, settings: Settings, take: Take
) -> tuple[Upload, Options]:
    """The one file of a form and the options beside it, all of it kept in memory."""
    async with form_of(request, bodies, settings.max_file_bytes, take) as form:
        upload = await _file(form, settings)
        options, view = _options(form)
    request.state.ui = options.ui
    return replace(upload, view=view), options


@asynccontextmanager
async def form_of(
    request: Request, bodies: Bodies, limit: int, take: Take
) -> AsyncIterator[FormData]:
    """The form of a request, with ``limit`` bytes of files; nothing is written to disk."""
    check_media_type(request, "multipart/form-data")
    stream = chunks(request, limit + MEGABYTE, take)
    parser = FormParser(
        request.headers,
        stream,
        max_files=FORM_PARTS,
        max_fields=FORM_PARTS,
        max_part_size=65_536,
    )
    try:
        with bodies.in_time():
            form = await parser.parse()
    except MultiPartException:
        raise refuse("malformed-form", Fault("not-a-form")) from None
    try:
        _note_language(request, dict(form))
        yield form
    finally:
        await form.close()


def _crumbles(body: bytes) -> bool:
    """Whether the body is many small values: those cost a parser a hundred times their bytes."""
    outside = position = 0
    for count, string in enumerate(_STRING.finditer(body)):
        outside += string.start() - position
        position = string.end()
        if count > MOST_STRINGS or outside > MOST_OUTSIDE:
            return True
    return outside + len(body) - position > MOST_OUTSIDE


def _options(form: FormData) -> tuple[Options, Changes]:
    given: dict[str, Any] = {}
    for name in dict.fromkeys(form.keys()):
        values = form.getlist(name)
        if name == "file":
            continue
        if name == "factors":
            given[name] = [part.strip() for v in values for part in str(v).split(",")]
        elif len(values) > 1 and name in FileRequest.model_fields:
            raise refuse("invalid-request", Fault("repeated-field", f"#/{name}"))
        else:
            given[name] = _number(name, str(values[0]))
    try:
        asked = FileRequest.model_validate({**given, "file": b""})
    except ValidationError as error:
        raise RefusalError(from_validation(error, FileRequest.model_fields)) from None
    return Options.model_validate(asked.model_dump(include=set(Options.model_fields))), asked.view


def _number(name: str, value: str) -> str | int | float:
    """A form holds only strings; what is no plain number stays one and is refused as such."""
    if name not in NUMBERS or not NUMBERS[name].fullmatch(value):
        return value
    return int(value) if name == "max_tier" else float(value)


async def _file(form: FormData, settings: Settings) -> Upload:
    files = [each for _, each in form.multi_items() if isinstance(each, UploadFile)]
    if len(files) > 1:
        raise refuse("invalid-request", Fault("several-files", "#/file"))
    return await upload_of(form.get("file"), "file", settings)


async def upload_of(file: UploadFile | str | None, field: str, settings: Settings) -> Upload:
    """A file of a form; RefusalError when the field holds none, or one too large."""
    if not isinstance(file, UploadFile):
        raise refuse("invalid-request", Fault("no-file", f"#/{field}"))
    data = await file.read()
    if len(data) > settings.max_file_bytes:
        limit = {"limit": settings.max_file_bytes}
        raise refuse("too-large", Fault("body-too-long", f"#/{field}", limit))
    return Upload(_name(file.filename or ""), data)


def _name(given: str) -> str:
    """The last part of the name, whichever system wrote it, safe to print."""
    return visible(PureWindowsPath(given).name.encode("utf-8", "replace").decode())[-LONGEST_NAME:]


def _note_language(request: Request, body: Any) -> None:
    """A request refused for another field is still refused in its own language."""
    asked = body.get("ui") if isinstance(body, dict) else None
    if asked in LANGUAGES:
        request.state.ui = asked


def _loosely(body: bytes) -> Any:
    try:
        return from_json(body)
    except ValueError:
        return None
