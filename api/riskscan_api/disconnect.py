"""A client that goes away takes its work with it."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TypeVar

from anyio import create_task_group
from starlette.requests import Request

from riskscan_api.problems import Refusal

Result = TypeVar("Result")


async def unless_disconnected(request: Request, work: Awaitable[Result]) -> Result | Refusal:
    """The result of the work; it is cancelled when the client, its body read, goes away."""
    outcome: Result | Refusal = Refusal("client-gone")

    async with create_task_group() as group:

        async def watch() -> None:
            while (await request.receive())["type"] != "http.disconnect":
                pass
            group.cancel_scope.cancel()

        group.start_soon(watch)
        outcome = await work
        group.cancel_scope.cancel()
    return outcome
