"""The application: ``uvicorn riskscan_api.app:app``."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import create_task_group
from fastapi import APIRouter, FastAPI, Request, Response
from starlette.exceptions import HTTPException

from riskscan import __version__
from riskscan.analysis.options import Options
from riskscan.analysis.report import Report
from riskscan_api import pages
from riskscan_api.middleware import Envelope
from riskscan_api.openapi import REQUEST_BODY, describe, problem_responses
from riskscan_api.problems import (
    Problem,
    ProblemError,
    on_http_exception,
    on_problem,
    problem,
    respond,
)
from riskscan_api.requests import read_request
from riskscan_api.settings import Settings, read_settings
from riskscan_api.workers import Workers

RETRY_SECONDS = "5"

router = APIRouter()


@router.post(
    "/v1/analyze",
    operation_id="analyze_v1",
    response_model=Report,
    responses=problem_responses(400, 413, 415, 422, 500, 503, 504),
    openapi_extra=REQUEST_BODY,
)
@router.post(
    "/analyze",
    operation_id="analyze",
    response_model=Report,
    responses=problem_responses(400, 413, 415, 422, 500, 503, 504),
    openapi_extra=REQUEST_BODY,
)
async def analyze(request: Request) -> Response:
    """Analyse a text: every finding with its quote, reason, redraft, basis and evidence."""
    body = await read_request(request, request.app.state.settings)
    outcome = await _unless_disconnected(request, body.text, body.options())
    if isinstance(outcome, Problem):
        headers = {"Retry-After": RETRY_SECONDS} if outcome.status == 503 else {}
        return respond(outcome, headers)
    return Response(outcome, media_type="application/json")


async def _unless_disconnected(request: Request, text: str, options: Options) -> bytes | Problem:
    """The outcome; a client that goes away takes its analysis with it."""
    workers: Workers = request.app.state.workers
    outcome: bytes | Problem = problem("client-gone")

    async with create_task_group() as group:

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            group.cancel_scope.cancel()

        group.start_soon(watch)
        outcome = await workers.analyze(text, options)
        group.cancel_scope.cancel()
    return outcome


@router.get("/livez", tags=["health"])
async def livez() -> dict[str, str]:
    """Whether the process answers."""
    return {"status": "alive"}


@router.get("/readyz", tags=["health"], responses=problem_responses(503))
async def readyz(request: Request) -> dict[str, str]:
    """Whether rules are loaded and a worker answers."""
    workers: Workers = request.app.state.workers
    if not await workers.alive():
        raise ProblemError(problem("not-ready"), {"Retry-After": RETRY_SECONDS})
    return {"status": "ready", "engine": __version__}


def create_app(settings: Settings) -> FastAPI:
    """An application with these settings; its workers start with its lifespan."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        _quiet_logs()
        tasks = create_task_group()
        workers = app.state.workers = Workers(settings, tasks)
        await workers.start()
        async with tasks:
            yield
            tasks.cancel_scope.cancel()

    app = FastAPI(
        title="riskscan",
        version=__version__,
        description="Corruption-risk analysis of draft legal acts of Kazakhstan.",
        docs_url=None,  # the stock pages load scripts from elsewhere
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.settings = settings
    app.add_middleware(Envelope)
    app.add_exception_handler(ProblemError, on_problem)
    app.add_exception_handler(HTTPException, on_http_exception)
    app.include_router(router)
    app.include_router(pages.router)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = dict(describe(app, settings.max_characters))
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
    return app


def _quiet_logs() -> None:
    """Our one line a request in place of the server's, which prints addresses as they came."""
    logging.getLogger("uvicorn.access").disabled = True
    log = logging.getLogger("riskscan.api")
    log.setLevel(logging.INFO)
    if not log.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)


app = create_app(read_settings())
