"""Around every request: a number, headers, one line in the log, and no exception let out.

The log holds numbers, sizes and timings. Addresses are logged by the name of their route, because
an address typed by hand may hold anything.
"""

from __future__ import annotations

import logging
import time
import traceback
import uuid
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from riskscan_api.negotiation import language
from riskscan_api.problems import Refusal, respond

log = logging.getLogger("riskscan.api")

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}


class Envelope:
    """Pure ASGI, so that a client's disconnect still reaches the endpoint."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = uuid.uuid4().hex
        began = time.perf_counter()
        status, received, sent = 0, 0, 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            return message

        async def stamped(message: Message) -> None:
            nonlocal status, sent
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers["X-Request-ID"] = request_id
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, counted, stamped)
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(last.filename).name}:{last.lineno}"
            log.error("%s failed: %s at %s", request_id, type(error).__name__, where)
            if not status:
                failure = respond(Refusal("internal"), language(Request(scope)))
                await failure(scope, receive, stamped)
        finally:
            log.info(
                "%s %s %s %d, %d bytes in, %d out, %.0f ms",
                request_id,
                scope["method"] if scope["method"] in _METHODS else "-",
                getattr(scope.get("route"), "path", "-"),
                status,
                received,
                sent,
                1000 * (time.perf_counter() - began),
            )
