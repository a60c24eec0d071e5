"""The web page: served whole from the package, with nothing that a strict policy would refuse."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from riskscan.report.wording import strings

ASSETS = ("page.js", "report.js", "style.css", "icon.svg", "strings.json")


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_page_speaks_three_languages(client: TestClient, ui: str) -> None:
    """The address chooses the language of the first paint."""
    page = client.get("/", params={"ui": ui})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{ui}"' in page.text
    assert strings()[ui]["lead"] in page.text  # type: ignore[index]


def test_an_unknown_language_is_not_repeated(client: TestClient) -> None:
    """A made-up language gives Russian and leaves no trace in the page."""
    page = client.get("/", params={"ui": '"><script>'})
    assert '<html lang="ru"' in page.text
    assert '"><script>' not in page.text


def test_nothing_inline_and_nothing_from_elsewhere(client: TestClient) -> None:
    """Scripts and styles are files of this server."""
    page = client.get("/").text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|https?://", page)
    for address in re.findall(r'(?:src|href)="(/[^"]+)"', page):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", ASSETS)
def test_assets_fetch_nothing(client: TestClient, name: str) -> None:
    """No asset names another server (the SVG namespace is a name, not an address)."""
    text = client.get(f"/static/{name}").text.replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|@import|url\(", text)


def test_words_enter_the_page_as_text(client: TestClient) -> None:
    """The scripts never parse HTML, so a draft cannot become markup."""
    for name in ("page.js", "report.js"):
        script = client.get(f"/static/{name}").text
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", script)


def test_every_string_the_page_asks_for_exists(client: TestClient) -> None:
    """Keys in the template and in the scripts are keys of the table."""
    known = strings()["ru"].keys()
    page = client.get("/").text
    asked = set(re.findall(r'data-words(?:-\w+)?="([\w.]+)"', page))
    for name in ("page.js", "report.js"):
        asked |= set(re.findall(r'\bsay\("([\w.]+)"', client.get(f"/static/{name}").text))
    assert asked
    assert asked <= known


def test_an_unknown_asset_is_a_problem(client: TestClient) -> None:
    """Only the listed files are served, whatever the path tries."""
    for name in ("nothing.js", "..%2fapp.py", "%2e%2e/app.py"):
        assert client.get(f"/static/{name}").status_code == 404
