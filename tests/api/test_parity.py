"""/v1/parity and the page of two texts: what goes in, what comes out, what is refused."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from starlette.testclient import TestClient

from riskscan.analysis.report import Interface
from riskscan_api.words import LANGUAGES, page_strings
from tests.api.conftest import MAX_CHARACTERS
from tests.reading.word_files import deleted, inserted, paragraph, run
from tests.reading.word_files import docx as word

RU = "1. Отдел выдает пропуск за 5 рабочих дней.\n"
KK = "1. Бөлім рұқсатнаманы 7 жұмыс күнінде береді.\n"
CANARY = "канарейка-4k"
EMPTY = {"ru-file": ("", b""), "kk-file": ("", b""), "both-file": ("", b"")}  # as browsers send


def both_columns(*cells: str) -> bytes:
    """A Word file with a table of two columns."""
    made = docx.Document()
    table = made.add_table(rows=len(cells) // 2, cols=2)
    for cell, text in zip(table._cells, cells, strict=True):
        cell.text = text
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def files(**parts: bytes) -> dict[str, Any]:
    """Files of a form."""
    return {"files": {name: (f"{name}.docx", content) for name, content in parts.items()}}


def test_two_texts_are_compared(client: TestClient) -> None:
    """The answer has both places, in the language asked for."""
    answer = client.post("/v1/parity", json={"ru": RU, "kk": KK, "ui": "en"})
    assert answer.status_code == 200
    (found,) = [each for each in answer.json()["differences"] if each["kind"] == "term"]
    assert RU[found["ru"]["start"] : found["ru"]["end"]] == "5 рабочих дней"
    assert KK[found["kk"]["start"] : found["kk"]["end"]] == "7 жұмыс күнінде"
    assert found["title"] == "Different time limits"


def test_two_files_are_compared(client: TestClient) -> None:
    """The answer holds the texts that were read."""
    answer = client.post("/v1/parity/file", **files(ru=RU.encode(), kk=KK.encode()))
    assert answer.status_code == 200
    assert answer.json()["texts"] == {"ru": RU, "kk": KK}
    assert answer.json()["parity"]["summary"]["by_kind"]["term"] == 1


def test_one_file_with_two_columns_is_compared(client: TestClient) -> None:
    """Whose columns become the texts."""
    answer = client.post(
        "/v1/parity/file", **files(both=both_columns("Қазақша", "Русский", KK, RU))
    )
    assert answer.status_code == 200
    assert answer.json()["texts"]["ru"].startswith("1. Отдел")
    assert answer.json()["parity"]["summary"]["by_kind"]["term"] == 1


LONG = "ж" * (MAX_CHARACTERS + 1)
REFUSED = {
    "missing text": ({"json": {"ru": CANARY}}, 422, "#/kk", "missing"),
    "unknown field": ({"json": {"ru": RU, "kk": KK, "en": CANARY}}, 422, "#/en", "unknown-field"),
    "long text": ({"json": {"ru": LONG, "kk": KK}}, 413, "#/ru", "text-too-long"),
    "both empty": ({"json": {"ru": " ", "kk": " "}}, 422, "#/ru", "empty-document"),
    "one file": (files(ru=RU.encode()), 422, "#/kk", "no-file"),
    "too many": (files(both=b"x", ru=b"y"), 422, "#/both", "several-files"),
    "no original": (
        files(ru=RU.encode(), kk=KK.encode()) | {"data": {"view": "original"}},
        422,
        "#/view",
        "no-original",
    ),
    "unknown view": (
        files(ru=RU.encode(), kk=KK.encode()) | {"data": {"view": CANARY}},
        422,
        "#/view",
        "not-one-of",
    ),
    "no columns": (files(both=both_columns("", CANARY)), 422, "#/both", "no-columns"),
    "text for columns": (files(both=CANARY.encode()), 422, "#/both", "no-columns"),
    "binary": (files(ru=RU.encode(), kk=bytes(range(256))), 422, "#/kk", "unknown-encoding"),
    "pdf": (files(ru=b"%PDF-1.7", kk=KK.encode()), 422, "#/ru", "damaged-file"),
    "picture": (files(ru=b"\x89PNG", kk=KK.encode()), 415, "#/ru", "unsupported-format"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_compared_is_refused(client: TestClient, name: str) -> None:
    """With the field and the remedy, in a language of the interface, repeating nothing."""
    request, status, pointer, code = REFUSED[name]
    door = "/v1/parity" if "json" in request else "/v1/parity/file"
    answer = client.post(door, **request)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    (error,) = answer.json()["errors"]
    assert (error["pointer"], error["code"]) == (pointer, code)
    assert error["remedy"]
    assert CANARY not in answer.text


@pytest.mark.parametrize(("view", "term"), [("accepted", 0), ("original", 1)])
def test_tracked_changes_are_read_as_asked(client: TestClient, view: str, term: int) -> None:
    """At the door and on the page, in two files and in two columns; each says what was read."""
    changed = f"<w:p>{run('1. Отдел выдает пропуск за ')}{deleted('5')}{inserted('7')}"
    russian = f"{changed}{run(' рабочих дней.')}</w:p>"
    cells = "".join(f"<w:tc>{each}</w:tc>" for each in (paragraph(KK), russian))
    table = word(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")
    sides = {"ru": word(russian), "kk": word(paragraph(KK))}
    for sent in (files(**sides), files(both=table)):
        answer = client.post("/v1/parity/file", data={"view": view}, **sent).json()["parity"]
        assert answer["summary"]["by_kind"].get("term", 0) == term
        assert answer["texts"]["ru"]["assumed"] == [
            {"what": f"view-{view}", "count": 2},
            {"what": "tracked-insertions", "count": 1},
            {"what": "tracked-deletions", "count": 1},
        ]
        named = {f"{field}-file": each for field, each in sent["files"].items()}
        page = client.post("/parity", data={"view": view}, files=named).text
        assert page.count('data-kind="term"') == term
        assert "Вставок: 1. Удалений: 1." in page
        assert f'<option value="{view}" selected>' in page


@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_page_speaks_three_languages(client: TestClient, ui: Interface) -> None:
    """Form and result."""
    page = client.get("/parity", params={"ui": ui})
    assert f'<html lang="{ui}"' in page.text
    assert page_strings(ui)["parity.lead"] in page.text
    answer = client.post("/parity", params={"ui": ui}, data={"ru": RU, "kk": KK}, files=EMPTY)
    assert answer.status_code == 200
    assert f'<html lang="{ui}"' in answer.text
    assert answer.text.count('data-kind="term"') == 1
    client.cookies.clear()


def test_the_page_keeps_what_was_pasted(client: TestClient) -> None:
    """For a correction and a second look; as text, never as markup."""
    hostile = RU + "</textarea><script>alert(1)</script>"
    answer = client.post("/parity", data={"ru": hostile, "kk": KK}, files=EMPTY)
    assert "&lt;/textarea&gt;&lt;script&gt;" in answer.text
    assert "<script>" not in answer.text


def test_the_page_takes_files(client: TestClient) -> None:
    """Two, one beside a pasted text, or one with both columns; browsers send empty fields too."""
    one, other = ("a.txt", RU.encode()), ("b.txt", KK.encode())
    both = "c.docx", both_columns("Қазақша", "Русский", KK, RU)
    for files, data in (
        ({"ru-file": one, "kk-file": other}, {}),
        (EMPTY | {"ru-file": one}, {"kk": KK}),
        (EMPTY | {"both-file": both}, {"ru": "", "kk": ""}),
    ):
        answer = client.post("/parity", files=files, data=data)
        assert answer.status_code == 200
        assert answer.text.count('data-kind="term"') == 1


@pytest.mark.parametrize(
    ("request_", "status", "kind"),
    [
        ({"data": {"ru": " ", "kk": ""}, "files": EMPTY}, 422, "pair"),
        ({"files": {"both-file": ("a.txt", CANARY.encode())}}, 422, "columns"),
        ({"files": {"ru-file": ("a", b"\x89PNG")}}, 422, "format"),
        ({"json": {"ru": CANARY}}, 422, "form"),
        ({"data": {"view": CANARY}, "files": EMPTY}, 422, "form"),
        (
            {"data": {"view": "original"}, "files": {"ru-file": ("a.txt", RU.encode())}},
            422,
            "original",
        ),
        ({"data": {"ru": LONG}, "files": EMPTY}, 413, "long"),
    ],
)
def test_the_page_says_why_not(
    client: TestClient, request_: dict[str, Any], status: int, kind: str
) -> None:
    """In words, with the form to try again."""
    answer = client.post("/parity", **request_)
    assert (answer.status_code, f'data-kind="{kind}"' in answer.text) == (status, True)
    assert 'id="pair"' in answer.text


def test_the_sample_of_the_readme(client: TestClient) -> None:
    """The pair in the repository, as the page shows it."""
    samples = Path(__file__).parents[2] / "corpora" / "samples"
    texts = {side: (samples / f"terrace-{side}.txt").read_text("utf-8") for side in ("ru", "kk")}
    answer = client.post("/parity", data=texts, files=EMPTY)
    assert answer.text.count("<article") >= 5
