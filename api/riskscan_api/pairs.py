"""What the doors of the comparison take: two texts as JSON, two files, or one with two columns."""

from __future__ import annotations

from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.config import JsonDict
from starlette.datastructures import UploadFile
from starlette.requests import Request

from riskscan.analysis.report import Interface
from riskscan.reading.docx import Changes
from riskscan_api.bodies import Bodies, Take
from riskscan_api.parity_worker import Pair
from riskscan_api.problems import Fault, RefusalError, from_validation, refuse
from riskscan_api.requests import check_length, form_of, read_json, upload_of
from riskscan_api.settings import Settings

PAIR_EXAMPLE: JsonDict = {
    "ru": "1. Заявление рассматривается в течение 5 (пяти) рабочих дней.",
    "kk": "1. Өтініш 7 (жеті) жұмыс күні ішінде қаралады.",
    "ui": "ru",
}


class ParityRequest(BaseModel):
    """The two texts of one act; places in the answer count their code points."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"examples": [PAIR_EXAMPLE]}
    )

    ru: str = Field(min_length=1)
    kk: str = Field(min_length=1)
    ui: Interface = "ru"


class ParityFiles(BaseModel):
    """The form of two files, or of one (``both``) with a table of two columns."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ru: bytes | None = Field(default=None, description="The Russian text.")
    kk: bytes | None = Field(default=None, description="The Kazakh text.")
    both: bytes | None = Field(default=None, description="Both, in two columns of a table.")
    ui: Interface = "ru"
    view: Changes = Field(
        default="accepted",
        description="Of each .docx: its tracked changes accepted, or the wording before them.",
    )


async def read_texts(
    request: Request, bodies: Bodies, settings: Settings, take: Take
) -> tuple[Pair, Interface]:
    """The two texts of a JSON body; RefusalError says what is wrong and repeats nothing."""
    parsed = await read_json(request, bodies, 2 * settings.max_bytes, take, ParityRequest)
    request.state.ui = parsed.ui
    check_length(parsed.ru, "ru", settings)
    check_length(parsed.kk, "kk", settings)
    return Pair(parsed.ru, parsed.kk), parsed.ui


async def read_files(
    request: Request, bodies: Bodies, settings: Settings, take: Take
) -> tuple[Pair, Interface]:
    """The files of a form: ``both``, or ``ru`` and ``kk``."""
    async with form_of(request, bodies, 2 * settings.max_file_bytes, take) as form:
        files = {name for name, each in form.multi_items() if isinstance(each, UploadFile)}
        fields = {name: str(value) for name, value in form.items() if name not in files}
        try:
            options = ParityFiles.model_validate(fields)
        except ValidationError as error:
            raise RefusalError(from_validation(error, ParityFiles.model_fields)) from None
        request.state.ui = options.ui
        if files - {"ru", "kk", "both"}:
            known = ", ".join(ParityFiles.model_fields)
            raise refuse("invalid-request", Fault("unknown-field", values={"known": known}))
        if len(form.multi_items()) > len({*form.keys()}) or {"both", "ru"} <= files:
            raise refuse("invalid-request", Fault("several-files", "#/both"))
        if "both" in files:
            both = await upload_of(form["both"], "both", settings)
            return Pair(replace(both, view=options.view), None), options.ui
        ru, kk = [
            replace(await upload_of(form.get(name), name, settings), view=options.view)
            for name in ("ru", "kk")
        ]
    return Pair(ru, kk), options.ui
