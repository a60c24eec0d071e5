"""``/v1/rules``, ``/v1/rulesets``, ``/v1/schemas``: what speaks on this server and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from riskscan.report.schema import read_schema
from riskscan_api.catalogue import Catalogue, RuleList, RulePage, RulesetPage
from riskscan_api.conditional import answer
from riskscan_api.openapi import RULE_FILTERS, SCHEMA_ANSWER, UNCHANGED, problem_responses
from riskscan_api.problems import Fault, refuse

router = APIRouter(prefix="/v1", tags=["rules"])


@router.get(
    "/rulesets/current",
    response_model=RulesetPage,
    responses=UNCHANGED | problem_responses(500),
)
async def current_ruleset(request: Request) -> Response:
    """Which rules are in force: version, digest, factors."""
    return answer(request, _catalogue(request).current().model_dump_json().encode())


@router.get(
    "/rules",
    response_model=RuleList,
    responses=UNCHANGED | problem_responses(422, 500),
    openapi_extra=RULE_FILTERS,
)
async def rules(request: Request) -> Response:
    """The rules, all or those of a factor, a group, a language of drafts."""
    catalogue = _catalogue(request)
    filters = catalogue.filters()
    asked = dict(request.query_params)
    if faults := [*_faults(asked, filters)]:
        raise refuse("invalid-request", *faults)
    return answer(request, catalogue.rules(asked).model_dump_json().encode())


def _faults(asked: Mapping[str, str], filters: Mapping[str, list[str]]) -> Iterator[Fault]:
    for name, value in asked.items():
        if name not in filters:
            yield Fault("unknown-field", values={"known": ", ".join(filters)})
        elif value not in filters[name]:
            yield Fault("not-one-of", f"#/{name}", {"expected": ", ".join(filters[name])})


@router.get(
    "/rules/{id}",
    response_model=RulePage,
    responses=UNCHANGED | problem_responses(404, 500),
)
async def rule(request: Request, id: str) -> Response:
    """One rule: what it says, what it rests on, what it looks for, its examples."""
    page = _catalogue(request).page(id)
    if page is None:
        raise HTTPException(404)
    return answer(request, page.model_dump_json(by_alias=True).encode())


@router.get("/schemas/riskscan-report-1.json", response_class=Response, responses=SCHEMA_ANSWER)
async def report_schema(request: Request) -> Response:
    """The JSON Schema every report keeps to."""
    return answer(request, read_schema(), "application/schema+json")


def _catalogue(request: Request) -> Catalogue:
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue
