"""``/v1/parity``: the Russian and the Kazakh text of one act go in, their differences come out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from riskscan.comparison import Parity
from riskscan_api.answers import FileParity
from riskscan_api.bodies import Bodies
from riskscan_api.disconnect import unless_disconnected
from riskscan_api.negotiation import language
from riskscan_api.openapi import PAIR_BODY, PAIR_FILES_BODY, problem_responses
from riskscan_api.pairs import read_files, read_texts
from riskscan_api.problems import Refusal, respond
from riskscan_api.workers import Workers

PROBLEMS = problem_responses(400, 408, 413, 415, 422, 500, 503, 504)

router = APIRouter(prefix="/v1/parity", tags=["comparison"])


@router.post("", response_model=Parity, responses=PROBLEMS, openapi_extra=PAIR_BODY)
async def parity(request: Request) -> Response:
    """Compare two texts: provisions, terms, amounts, numbers, modality, references, findings."""
    bodies: Bodies = request.app.state.bodies
    workers: Workers = request.app.state.workers
    with bodies.room() as take:
        pair, ui = await read_texts(request, bodies, request.app.state.settings, take)
        return _answer(request, await unless_disconnected(request, workers.compare(pair, ui)))


@router.post("/file", response_model=FileParity, responses=PROBLEMS, openapi_extra=PAIR_FILES_BODY)
async def parity_of_files(request: Request) -> Response:
    """Compare two files, or the two columns of one; the answer holds the texts that were read."""
    bodies: Bodies = request.app.state.bodies
    workers: Workers = request.app.state.workers
    with bodies.room() as take:
        pair, ui = await read_files(request, bodies, request.app.state.settings, take)
        return _answer(request, await unless_disconnected(request, workers.compare(pair, ui)))


def _answer(request: Request, outcome: bytes | Refusal) -> Response:
    if isinstance(outcome, Refusal):
        return respond(outcome, language(request))
    return Response(outcome, media_type="application/json")
