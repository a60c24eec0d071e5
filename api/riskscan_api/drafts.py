"""The form the page sends: a draft, pasted or as a file, and what goes with it.

Everything stays in memory: a draft never touches the server's disk.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import get_args

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from riskscan.reading.docx import Changes
from riskscan.report.wording import one_line
from riskscan_api.bodies import Bodies, FormParser, Take, chunks
from riskscan_api.problems import RefusalError
from riskscan_api.settings import Settings

MAX_REVIEW_BYTES = 4 * 2**20
VIEWS: tuple[Changes, ...] = get_args(Changes)
LONGEST_NAME = 80  # characters of a file name that are shown

_KINDS = {"too-large": "large", "busy": "busy", "too-slow": "late"}

# Characters that only change how others are shown; in a name they can forge its suffix.
_INVISIBLE = re.compile("[\u200b-\u200f\u061c\ufeff\u00ad]")


class FormError(Exception):
    """A form that cannot be used; ``kind`` is a key of the page's ``error.…`` strings."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was sent: UTF-8 text for a pasted draft, else a file's bytes and its name, cleaned.

    ``view`` is as what a file's tracked changes are read; pasted text has none.
    """

    data: bytes
    name: str | None
    view: Changes = "accepted"


@dataclass(frozen=True, slots=True)
class Form:
    """A draft, and for exports the decisions about it as JSON (empty when there are none)."""

    draft: Draft
    review: bytes


def max_form_bytes(settings: Settings) -> int:
    """The largest form: a draft as large as any text may be, and the decisions."""
    return settings.max_bytes + MAX_REVIEW_BYTES


async def read_form(request: Request, bodies: Bodies, settings: Settings, take: Take) -> Form:
    """The form of a request, read to its end; FormError when it is too large, late or damaged."""
    async with parsed_form(request, bodies, max_form_bytes(settings), take) as form:
        return Form(await draft_in(form, "file", "text"), await _bytes(form.get("review")))


@asynccontextmanager
async def parsed_form(
    request: Request, bodies: Bodies, limit: int, take: Take
) -> AsyncIterator[FormData]:
    """A form of at most ``limit`` bytes; FormError when it is too large, late or damaged."""
    body = chunks(request, limit, take)
    parser = FormParser(request.headers, body, max_files=3, max_fields=6, max_part_size=limit)
    try:
        with bodies.in_time():
            form = await parser.parse()
    except RefusalError as error:
        raise FormError(_KINDS.get(error.refusal.kind, "form")) from None
    except (MultiPartException, KeyError, ValueError, LookupError):
        raise FormError("form") from None
    try:
        yield form
    finally:
        await form.close()


async def draft_in(form: FormData, file_field: str, text_field: str) -> Draft:
    """A chosen file goes before the text; an empty file field is a form sent without one."""
    file = form.get(file_field)
    if isinstance(file, UploadFile) and (file.filename or file.size):
        return Draft(await file.read(), clean_name(file.filename or ""), view_in(form))
    text = form.get(text_field)
    data = await _bytes(text)
    if isinstance(text, str):  # browsers turn the line ends of a plain field into CR LF
        data = data.replace(b"\r\n", b"\n")
    return Draft(data, None)


def view_in(form: FormData) -> Changes:
    """As what the tracked changes of files are to be read; FormError for what the page has not."""
    asked = form.get("view", "accepted")
    view = next((each for each in VIEWS if each == asked), None)
    if view is None:
        raise FormError("form")
    return view


async def _bytes(part: UploadFile | str | None) -> bytes:
    if isinstance(part, UploadFile):
        return await part.read()
    return (part or "").encode("utf-8", "replace")


def clean_name(name: str) -> str:
    """The last part of a file's name, on one line, without what could forge it; cut if long."""
    last = PurePosixPath(name.replace("\\", "/")).name
    shown = _INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", one_line(last))
    if len(shown) > LONGEST_NAME:
        shown = f"{shown[: LONGEST_NAME - 12]}…{shown[-11:]}"
    return shown or "?"
