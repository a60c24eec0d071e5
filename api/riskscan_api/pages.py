"""The expert's page: a frame, a draft checked and shown, the reviewed list exported.

The server keeps nothing: the page sends the draft again with every question, and the same draft
gives the same answer. With scripts the page asks ``/check`` for the result alone; without them the
form posts to ``/`` and gets the page with the result in it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from riskscan.analysis.report import Interface
from riskscan_api.assets import asset_response
from riskscan_api.bodies import Bodies
from riskscan_api.disconnect import unless_disconnected
from riskscan_api.drafts import Form, FormError, read_form
from riskscan_api.page_worker import ExportFormat, PageOutcome, Unusable, check, export
from riskscan_api.problems import RETRY_SECONDS, Refusal
from riskscan_api.rendering import render_page, render_problem
from riskscan_api.settings import Settings
from riskscan_api.words import LANGUAGES
from riskscan_api.worker import Crashed
from riskscan_api.workers import Workers

_THEMES = ("light", "dark")
YEAR = int(timedelta(days=365).total_seconds())
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXPORTS: dict[ExportFormat, str] = {
    "docx": _WORD,
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "docx-comments": _WORD,
}
STATUS_OF = {
    "large": 413,
    "long": 413,
    "memory": 413,
    "late": 408,
    "busy": 503,
    "slow": 504,
    "server": 500,
}  # others: 422
_KINDS = {"busy": "busy", "time-limit": "slow", "memory-limit": "memory"}

Work = Callable[[Workers, Form], Awaitable[PageOutcome | Refusal]]

router = APIRouter(include_in_schema=False)
log = logging.getLogger("riskscan.api")


@router.get("/")
async def page(request: Request) -> Response:
    """The page with nothing in it; the language asked for is remembered."""
    ui = page_language(request)
    return remembering(request, ui, render_page(page_settings(request), ui, page_theme(request)))


@router.post("/")
async def checked_page(request: Request) -> Response:
    """The page with the result, for a browser without scripts."""
    ui = page_language(request)
    made, kind = await _checked(request, ui)
    settings = page_settings(request)
    problem = render_problem(settings, ui, kind) if kind else ""
    html = render_page(settings, ui, page_theme(request), result=made.decode(), problem=problem)
    return HTMLResponse(html, status_code=STATUS_OF.get(kind, 422) if kind else 200)


@router.post("/check")
async def checked(request: Request) -> Response:
    """The result alone."""
    ui = page_language(request)
    made, kind = await _checked(request, ui)
    return _refusal(request, ui, kind) if kind else HTMLResponse(made)


@router.post("/export/{format}")
async def exported(request: Request, format: str) -> Response:
    """The reviewed list as a file to keep, or as comments in the file that was sent."""
    chosen = next((name for name in _EXPORTS if name == format), None)
    if chosen is None:
        raise HTTPException(404)
    ui = page_language(request)
    made, kind = await _made(request, lambda workers, form: workers.run(export, form, ui, chosen))
    if kind:
        return _refusal(request, ui, kind)
    suffix = chosen.partition("-")[0]
    headers = {"Content-Disposition": f'attachment; filename="riskscan.{suffix}"'}
    return Response(made, media_type=_EXPORTS[chosen], headers=headers)


@router.get("/static/{name:path}")
async def asset(request: Request, name: str) -> Response:
    """One of the page's own files."""
    found = asset_response(request, name)
    if found is None:
        raise HTTPException(404)
    return found


async def _checked(request: Request, ui: Interface) -> tuple[bytes, str]:
    """The result as HTML, or the kind of problem."""
    return await _made(request, lambda workers, form: workers.run(check, form.draft, ui))


async def _made(request: Request, work: Work) -> tuple[bytes, str]:
    """What a worker makes of the request's form, or the kind of problem."""
    bodies: Bodies = request.app.state.bodies
    with bodies.room() as take:
        try:
            form = await read_form(request, bodies, page_settings(request), take)
        except FormError as error:
            return b"", error.kind
        outcome = work(request.app.state.workers, form)
        return made_or_kind(await unless_disconnected(request, outcome))


def made_or_kind(outcome: PageOutcome | Refusal) -> tuple[bytes, str]:
    """What a worker made, or the kind of problem."""
    if isinstance(outcome, bytes):
        return outcome, ""
    if isinstance(outcome, Unusable):
        return b"", outcome.kind
    if isinstance(outcome, Crashed):
        log.error("the page's analysis failed: %s at %s", outcome.name, outcome.where)
        return b"", "server"
    return b"", _KINDS.get(outcome.kind, "server")


def _refusal(request: Request, ui: Interface, kind: str) -> Response:
    return HTMLResponse(
        render_problem(page_settings(request), ui, kind),
        status_code=STATUS_OF.get(kind, 422),
        headers=headers_of(kind),
    )


def remembering(request: Request, ui: Interface, html: str) -> HTMLResponse:
    """A page; the language is kept when the address asked for it."""
    answer = HTMLResponse(html)
    if request.query_params.get("ui") == ui:
        answer.set_cookie("ui", ui, max_age=YEAR, samesite="strict", httponly=True)
    return answer


def headers_of(kind: str) -> dict[str, str]:
    """What the headers of a problem say."""
    if kind in {"large", "late"}:  # what is left of the body is not read
        return {"Connection": "close"}
    return {"Retry-After": RETRY_SECONDS} if kind == "busy" else {}


def page_settings(request: Request) -> Settings:
    """The server's settings."""
    settings: Settings = request.app.state.settings
    return settings


def page_language(request: Request) -> Interface:
    """The language the address asks for, else the one used last; any other word gives Russian."""
    asked = (request.query_params.get("ui"), request.cookies.get("ui"))
    return next((name for word in asked for name in LANGUAGES if name == word), "ru")


def page_theme(request: Request) -> str:
    """The theme chosen on the page; empty for that of the system."""
    return next((name for name in _THEMES if name == request.cookies.get("theme")), "")
