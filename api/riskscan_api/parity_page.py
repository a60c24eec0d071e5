"""The page of two texts: a form, and the differences with both places side by side.

It works without scripts: the form posts to the page itself and gets it back with the result.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from riskscan.reading.docx import Changes
from riskscan_api.bodies import Bodies, Take
from riskscan_api.disconnect import unless_disconnected
from riskscan_api.drafts import VIEWS, Draft, FormError, draft_in, parsed_form, view_in
from riskscan_api.pages import (
    STATUS_OF,
    headers_of,
    made_or_kind,
    page_language,
    page_settings,
    page_theme,
    remembering,
)
from riskscan_api.parity_worker import Draft as Source
from riskscan_api.parity_worker import Pair, show_comparison
from riskscan_api.rendering import render_parity, render_problem
from riskscan_api.settings import Settings
from riskscan_api.worker import Upload
from riskscan_api.workers import Workers

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class _Sent:
    """The pair to compare; what was pasted and chosen, to be shown in the form again."""

    pair: Pair
    pasted: tuple[str, str]
    view: Changes


@router.get("/parity")
async def parity_page(request: Request) -> Response:
    """The page with nothing in it; the language asked for is remembered."""
    ui = page_language(request)
    return remembering(request, ui, render_parity(ui, page_theme(request)))


@router.post("/parity")
async def compared_page(request: Request) -> Response:
    """The page with the differences, or with the reason why there are none to show."""
    ui = page_language(request)
    settings = page_settings(request)
    bodies: Bodies = request.app.state.bodies
    workers: Workers = request.app.state.workers
    pasted, view = ("", ""), VIEWS[0]
    with bodies.room() as take:
        try:
            sent = await _read(request, bodies, settings, take)
            pasted, view = sent.pasted, sent.view
            outcome = workers.run(show_comparison, sent.pair, ui)
            made, kind = made_or_kind(await unless_disconnected(request, outcome))
        except FormError as error:
            made, kind = b"", error.kind
    problem = render_problem(settings, ui, kind) if kind else ""
    html = render_parity(ui, page_theme(request), made.decode(), problem, pasted, view)
    return HTMLResponse(html, STATUS_OF.get(kind, 422) if kind else 200, headers_of(kind))


async def _read(request: Request, bodies: Bodies, settings: Settings, take: Take) -> _Sent:
    """The texts of the form: the file with both, or for each a file or what was pasted."""
    async with parsed_form(request, bodies, 2 * settings.max_bytes, take) as form:
        both = await draft_in(form, "both-file", "")
        ru, kk = [await draft_in(form, f"{side}-file", side) for side in ("ru", "kk")]
        view = view_in(form)
    pair = Pair(_source(ru), _source(kk)) if both.name is None else Pair(_source(both), None)
    return _Sent(pair, (_pasted(ru), _pasted(kk)), view)


def _source(draft: Draft) -> Source:
    if draft.name is None:
        return draft.data.decode("utf-8", "replace")
    return Upload(draft.name, draft.data, draft.view)


def _pasted(draft: Draft) -> str:
    return "" if draft.name is not None else draft.data.decode("utf-8", "replace")
