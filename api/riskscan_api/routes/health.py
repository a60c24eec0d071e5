"""For the operator: whether the server lives, and whether it can work."""

from __future__ import annotations

from fastapi import APIRouter, Request

from riskscan import __version__
from riskscan_api.openapi import problem_responses
from riskscan_api.problems import refuse
from riskscan_api.workers import Workers

router = APIRouter(tags=["health"])


@router.get("/livez")
async def livez() -> dict[str, str]:
    """Whether the process answers."""
    return {"status": "alive"}


@router.get("/readyz", responses=problem_responses(503))
async def readyz(request: Request) -> dict[str, str]:
    """Whether rules are loaded and a worker answers."""
    workers: Workers = request.app.state.workers
    if not await workers.alive():
        raise refuse("not-ready")
    return {"status": "ready", "engine": __version__}
