"""``/analyze``: a text or a file goes in, the report comes out."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from riskscan.analysis.report import Report
from riskscan_api.answers import MEDIA_TYPES, FileReport
from riskscan_api.bodies import Bodies
from riskscan_api.disconnect import unless_disconnected
from riskscan_api.negotiation import language, media_type
from riskscan_api.openapi import FILE_BODY, SARIF_ANSWER, TEXT_BODY, problem_responses
from riskscan_api.problems import Refusal, refuse, respond
from riskscan_api.requests import read_text, read_upload
from riskscan_api.results import Results
from riskscan_api.settings import Settings
from riskscan_api.worker import Job

PROBLEMS = problem_responses(400, 406, 408, 413, 415, 422, 500, 503, 504)

router = APIRouter(tags=["analysis"])


@router.post(
    "/v1/analyze",
    operation_id="analyze_v1",
    response_model=Report,
    responses=SARIF_ANSWER | PROBLEMS,
    openapi_extra=TEXT_BODY,
)
@router.post(
    "/analyze",
    operation_id="analyze",
    response_model=Report,
    responses=SARIF_ANSWER | PROBLEMS,
    openapi_extra=TEXT_BODY,
)
async def analyze(request: Request) -> Response:
    """Analyse a text: every finding with its quote, reason, redraft, basis and evidence."""
    accepted = _accepted(request)
    bodies: Bodies = request.app.state.bodies
    with bodies.room() as take:
        text, options = await read_text(request, bodies, request.app.state.settings, take)
        return await _answer(request, Job(text, options, MEDIA_TYPES[accepted]), accepted)


@router.post(
    "/v1/analyze/file",
    operation_id="analyze_file",
    response_model=FileReport,
    responses=SARIF_ANSWER | PROBLEMS,
    openapi_extra=FILE_BODY,
)
async def analyze_file(request: Request) -> Response:
    """Analyse a .docx or a text file; the answer holds the text its offsets count in."""
    accepted = _accepted(request)
    settings: Settings = request.app.state.settings
    bodies: Bodies = request.app.state.bodies
    with bodies.room() as take:
        upload, options = await read_upload(request, bodies, settings, take)
        return await _answer(request, Job(upload, options, MEDIA_TYPES[accepted]), accepted)


def _accepted(request: Request) -> str:
    """The media type of the answer; refused before a byte of the body is read."""
    accepted = media_type(request.headers.get("accept", ""), list(MEDIA_TYPES))
    if accepted is None:
        raise refuse("not-acceptable", Connection="close")
    return accepted


async def _answer(request: Request, job: Job, accepted: str) -> Response:
    results: Results = request.app.state.results
    outcome = await unless_disconnected(request, results.of(job))
    if isinstance(outcome, Refusal):
        return respond(outcome, language(request))
    return Response(outcome, media_type=accepted, headers={"Vary": "Accept"})
