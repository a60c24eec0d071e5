"""The page's frame and files: whole from the package, nothing that a strict policy would refuse."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from riskscan.analysis.report import Interface
from riskscan_api.words import LANGUAGES, page_strings

STATIC = Path(str(files("riskscan_api"))) / "static"
ASSETS = sorted(str(path.relative_to(STATIC)) for path in STATIC.rglob("*") if path.is_file())
SCRIPTS = [name for name in ASSETS if name.endswith(".js")]
TEMPLATES = sorted((STATIC.parent / "templates").glob("*.html"))
GAP = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_page_speaks_three_languages(client: TestClient, ui: Interface) -> None:
    """The address chooses the language of the first paint, and the choice is remembered."""
    page = client.get("/", params={"ui": ui})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{ui}"' in page.text
    assert page_strings(ui)["lead"] in page.text
    assert f"ui={ui}" in page.headers["set-cookie"]
    assert f'<html lang="{ui}"' in client.get("/").text
    client.cookies.clear()


def test_an_unknown_language_is_not_repeated(client: TestClient) -> None:
    """A made-up language or theme gives the usual one and leaves no trace in the page."""
    page = client.get("/", params={"ui": '"><script>'}, headers={"cookie": 'theme="><script>'})
    assert '<html lang="ru">' in page.text
    assert '"><script>' not in page.text
    assert "set-cookie" not in page.headers


def test_nothing_inline_and_nothing_from_elsewhere(client: TestClient) -> None:
    """Scripts and styles are files of this server, and the policy allows no others."""
    answer = client.get("/")
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\son\w+=|https?://", answer.text)
    for address in re.findall(r'(?:src|href)="(/[^"]+)"', answer.text):
        assert client.get(address).status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", [name for name in ASSETS if not name.endswith("woff2")])
def test_assets_fetch_nothing(client: TestClient, name: str) -> None:
    """No file names another server (but the namespace of SVG and the addresses in licences)."""
    text = client.get(f"/static/{name}").text.replace("http://www.w3.org/2000/svg", "")
    assert text
    if not name.endswith(".txt"):
        assert not re.search(r'https?:|@import|url\((?!"/static/)', text)


def test_files_are_sent_again_only_when_they_changed(client: TestClient) -> None:
    """Scripts are asked for again with their tag, fonts are kept."""
    first = client.get("/static/page.js")
    tag = {"if-none-match": first.headers["etag"]}
    assert client.get("/static/page.js", headers=tag).status_code == 304
    font = client.get("/static/fonts/literata-cyrillic-ext.woff2")
    assert font.headers["content-type"] == "font/woff2"
    assert "immutable" in font.headers["cache-control"]


def test_every_font_has_its_licence_beside_it() -> None:
    """The Open Font License travels with each family."""
    families = {name.split("-cyrillic")[0] for name in ASSETS if name.endswith("-cyrillic.woff2")}
    assert families == {"fonts/golos-text", "fonts/literata"}
    for family in families:
        assert "SIL Open Font License" in (STATIC / f"{family}-OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_make_no_markup_of_words(name: str) -> None:
    """Only the server's own HTML is parsed, in one place, apart from the page; nothing is run."""
    script = (STATIC / name).read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(", script)
    assert ("DOMParser" in script) == (name == "dom.js")
    assert len(script.splitlines()) < 340


def test_every_string_that_is_asked_for_exists() -> None:
    """Keys in templates and scripts are keys of the tables, and no key is left over."""
    known = page_strings("ru").keys()
    asked = {
        key for path in TEMPLATES for key in re.findall(r"\bwords\('([\w.-]+)'", path.read_text())
    }
    for name in SCRIPTS:
        said = re.findall(r'\bsay\("([\w.-]+)"', (STATIC / name).read_text("utf-8"))
        asked |= {f"live.{key}" for key in said}
    families = ("key.", "filter.verdict.", "parity.", "changes.")
    computed = (*families, "error.", "live.accepted", "live.rejected")
    spare = {"live.undecided"}
    assert asked - known - {*families} == set()
    assert {key for key in known - asked if not key.startswith(computed)} == spare


@pytest.mark.parametrize("ui", LANGUAGES)
def test_every_language_says_the_same(ui: Interface) -> None:
    """The same keys with the same gaps, none empty."""
    russian, other = page_strings("ru"), page_strings(ui)
    assert russian.keys() == other.keys()
    for key, text in other.items():
        assert text.strip()
        assert set(GAP.findall(text)) == set(GAP.findall(russian[key])), key


@pytest.mark.parametrize("name", ["nothing.js", "..%2fapp.py", "%2e%2e/app.py", "../app.py", ""])
def test_only_the_pages_own_files_are_served(client: TestClient, name: str) -> None:
    """Whatever the path tries."""
    assert client.get(f"/static/{name}").status_code == 404
