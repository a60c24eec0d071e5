"""The web page and its assets, all from the package: nothing is fetched from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException

from riskscan.analysis.report import Interface
from riskscan.report.wording import Wording, strings
from riskscan_api.settings import Settings

_ASSETS = {
    "page.js": ("riskscan_api", "static/page.js", "text/javascript"),
    "report.js": ("riskscan_api", "static/report.js", "text/javascript"),
    "icon.svg": ("riskscan_api", "static/icon.svg", "image/svg+xml"),
    "style.css": ("riskscan.report", "style.css", "text/css"),
    "strings.json": ("riskscan.report", "strings.json", "application/json"),
}
_LANGUAGES: tuple[Interface, ...] = ("ru", "kk", "en")

router = APIRouter(include_in_schema=False)


@router.get("/")
async def page(request: Request, ui: str = "ru") -> HTMLResponse:
    """The page, in the language the address asks for; any other word gives Russian."""
    settings: Settings = request.app.state.settings
    language: Interface = next((name for name in _LANGUAGES if name == ui), "ru")
    return HTMLResponse(
        _environment()
        .get_template("page.html")
        .render(
            wording=Wording(language),
            limit=settings.max_characters,
            languages={name: strings()[name]["language"] for name in _LANGUAGES},
        )
    )


@router.get("/static/{name}")
async def asset(name: str) -> Response:
    """One of the page's own files."""
    if name not in _ASSETS:
        raise HTTPException(404)
    return Response(_read(name), media_type=_ASSETS[name][2])


@cache
def _read(name: str) -> bytes:
    package, path, _ = _ASSETS[name]
    return files(package).joinpath(path).read_bytes()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("riskscan_api"), autoescape=True, undefined=StrictUndefined
    )
