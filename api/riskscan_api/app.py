"""The application: ``uvicorn riskscan_api.app:app``."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio import create_task_group, to_thread
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from riskscan import __version__
from riskscan.engine.ruleset import load_ruleset
from riskscan_api import pages, parity_page
from riskscan_api.bodies import Bodies
from riskscan_api.catalogue import Catalogue
from riskscan_api.middleware import Envelope
from riskscan_api.openapi import describe
from riskscan_api.problems import RefusalError, on_disconnect, on_http_exception, on_refusal
from riskscan_api.results import Results
from riskscan_api.routes import analyze, health, parity, rules
from riskscan_api.settings import MEGABYTE, Settings, read_settings
from riskscan_api.workers import Workers


def create_app(settings: Settings) -> FastAPI:
    """An application with these settings; its workers start with its lifespan."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        _quiet_logs()
        tasks = create_task_group()
        ruleset = await to_thread.run_sync(load_ruleset, settings.rules)
        workers = Workers(settings, ruleset, tasks)
        app.state.example = await workers.start()
        kept = settings.cache_megabytes * MEGABYTE
        app.state.workers = workers
        app.state.results = Results(workers.analyze, ruleset.digest, kept, tasks)
        app.state.catalogue = Catalogue(ruleset)
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
    app.state.bodies = Bodies(settings)
    app.add_middleware(Envelope)
    app.add_exception_handler(RefusalError, on_refusal)
    app.add_exception_handler(ClientDisconnect, on_disconnect)
    app.add_exception_handler(HTTPException, on_http_exception)
    for module in (analyze, parity, rules, health):
        app.include_router(module.router)
    app.include_router(parity_page.router)
    app.include_router(pages.router)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = describe(app, settings, app.state.catalogue, app.state.example)
            app.openapi_schema = dict(described)
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
