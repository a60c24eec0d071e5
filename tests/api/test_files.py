"""POST /v1/analyze/file: a file goes in, its text and the report come out."""

from __future__ import annotations

import logging
import zipfile
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from riskscan_api.answers import FileReport
from riskscan_api.problems import MEDIA_TYPE
from tests.api.conftest import MAX_CHARACTERS
from tests.api.test_analyze import DRAFT
from tests.reading.word_files import deleted, docx, inserted, run

SAMPLE = Path(__file__).parents[2] / "corpora" / "samples" / "rules.docx"
CANARY = "канарейка-7f3a"
FORM = "multipart/form-data; boundary=b"


def send(client: TestClient, data: bytes, name: str = "draft.txt", **fields: Any) -> Response:
    """The answer to one file and some fields."""
    return client.post("/v1/analyze/file", files={"file": (name, data)}, data=fields)


def part(name: str, value: str = "", filename: str | None = None) -> bytes:
    """One part of a form written by hand."""
    file = "" if filename is None else f'; filename="{filename}"'
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
    return f"{head}{value}\r\n".encode()


def post(client: TestClient, body: bytes, content_type: str = FORM) -> Response:
    """The answer to a form written by hand."""
    return client.post("/v1/analyze/file", content=body, headers={"content-type": content_type})


def test_a_word_document_is_analysed(client: TestClient) -> None:
    """The answer holds the text with Word's numbers, and every quote stands in it."""
    answer = send(client, SAMPLE.read_bytes(), "rules.docx")
    assert answer.status_code == 200, answer.text
    found = FileReport.model_validate_json(answer.content)
    assert found.report.document.source == "rules.docx"
    assert found.report.findings
    for finding in found.report.findings:
        assert found.text[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_text_files_come_in_many_encodings(client: TestClient, encoding: str) -> None:
    """What was read is what was meant."""
    found = FileReport.model_validate_json(send(client, DRAFT.encode(encoding)).content)
    assert found.text == DRAFT


def test_a_web_page_is_analysed(client: TestClient) -> None:
    """Its words are the text, its lines are lines."""
    body = "".join(f"<p>{escape(line)}</p>" for line in DRAFT.splitlines() if line)
    found = FileReport.model_validate_json(
        send(client, f"<!DOCTYPE html><html>{body}</html>".encode(), "draft.html").content
    )
    assert found.text.split() == DRAFT.split()
    assert found.report.findings


def test_options_are_those_of_a_text(client: TestClient) -> None:
    """The same text by both doors with the same options has the same findings."""
    options = {"ui": "en", "max_tier": 1, "min_confidence": 0.5, "title": "Rules", "kind": "rules"}
    factors = ["deadline-extension", "competence-may"]
    body = {"text": DRAFT, **options, "factors": factors}
    by_text = client.post("/v1/analyze", json=body).json()
    for given in (factors, ", ".join(factors)):
        by_file = send(client, DRAFT.encode(), **options, factors=given).json()["report"]
        by_file["document"]["source"] = None
        assert by_file == by_text


def test_sarif_names_the_file(client: TestClient) -> None:
    """The Accept header chooses the format; the artifact is the file."""
    answer = client.post(
        "/v1/analyze/file",
        files={"file": ("проект.txt", DRAFT.encode())},
        headers={"accept": "application/sarif+json, application/json;q=0.5"},
    )
    assert answer.headers["content-type"] == "application/sarif+json"
    (artifact,) = answer.json()["runs"][0]["artifacts"]
    assert artifact["location"]["uri"].endswith(".txt")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\clerk\\draft.txt", "draft.txt"),
        ("a\x1b[31m\u202egpj.txt", "a\ufffd[31m\ufffdgpj.txt"),
        ("<script>.txt", "<script>.txt"),
        ("x" * 3000, "x" * 200),
    ],
)
def test_a_hostile_name_is_only_a_name(client: TestClient, given: str, shown: str) -> None:
    """Folders, control characters and length are taken off; nothing is opened by that name."""
    body = part("file", DRAFT, given) + b"--b--\r\n"
    assert post(client, body).json()["report"]["document"]["source"] == shown


def bomb() -> bytes:
    """A small archive that would unpack to a large one."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)
    return target.getvalue()


FILES = {
    "empty": (b"", 422, "empty-document"),
    "blank": (b" \n\n", 422, "empty-document"),
    "damaged PDF": (b"%PDF-1.7 " + CANARY.encode(), 422, "damaged-file"),
    "picture": (b"\x89PNG" + CANARY.encode(), 415, "unsupported-format"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + CANARY.encode(), 415, "unsupported-format"),
    "page of a script": (
        b"<html><script></script><div id=root></div>" + CANARY.encode(),
        415,
        "unsupported-format",
    ),
    "binary": (bytes(range(256)) * 40, 422, "unknown-encoding"),
    "cut archive": (SAMPLE.read_bytes()[:3000], 422, "damaged-file"),
    "bomb": (bomb(), 422, "damaged-file"),
    "long text": (b"x" * (MAX_CHARACTERS + 1), 413, "text-too-long"),
    "large file": (b"x" * 1_500_000, 413, "body-too-long"),
    "huge body": (b"x" * 3_000_000, 413, "body-too-long"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_refused_file_says_why(
    client: TestClient, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Status and code fit; the answer is in the language asked for and repeats nothing."""
    data, status, code = FILES[name]
    with caplog.at_level(logging.DEBUG):
        answer = send(client, data, f"{CANARY}.docx", ui="kk")
    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    (error,) = answer.json()["errors"]
    assert error["code"] == code
    assert error["cause"]
    assert error["remedy"]
    assert CANARY not in answer.text + caplog.text


END = b"--b--\r\n"
FORMS = {
    "no file": (part("ui", "en") + END, 422, "no-file"),
    "a field called file": (part("file", "text") + END, 422, "no-file"),
    "two files": (part("file", "a", "a") + part("file", "b", "b") + END, 422, "several-files"),
    "a file by another name": (
        part("file", "a", "a") + part("x", "b", "b") + END,
        422,
        "several-files",
    ),
    "an option twice": (part("ui", "ru") * 2 + part("file", "a", "a") + END, 422, "repeated-field"),
    "an unknown option": (part("file", "a", "a") + part("colour", "a") + END, 422, "unknown-field"),
    "a tier that is no number": (
        part("file", "a", "a") + part("max_tier", "x") + END,
        422,
        "not-one-of",
    ),
    "no number": (
        part("file", "a", "a") + part("min_confidence", "nan") + END,
        422,
        "not-a-number",
    ),
    "an unknown factor": (
        part("file", "a", "a") + part("factors", "x") + END,
        422,
        "unknown-factor",
    ),
    "no form": (b"garbage", 400, "not-a-form"),
    "no name": (b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n", 400, "not-a-form"),
    "many parts": (part("x", "y") * 5000 + END, 400, "not-a-form"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_written_wrongly_is_refused(client: TestClient, name: str) -> None:
    """The pointer names the part that is wrong, or the whole form."""
    body, status, code = FORMS[name]
    answer = post(client, body)
    assert answer.status_code == status, answer.text
    assert answer.json()["errors"][0]["code"] == code


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "text/plain", "multipart/form-data; charset=cp1251; boundary=b", ""],
)
def test_only_a_form_is_read(client: TestClient, content_type: str) -> None:
    """Any other body is refused before it is read."""
    assert post(client, part("file", DRAFT, "a") + END, content_type).status_code == 415


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary="])
def test_a_form_needs_its_boundary(client: TestClient, content_type: str) -> None:
    """Without it nothing can be told apart."""
    answer = post(client, part("file", DRAFT, "a") + END, content_type)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (400, "not-a-form")


TRACKED = docx(f"<w:p>{run('1. Срок ')}{inserted('продлевается.')}{deleted('истекает.')}</w:p>")


@pytest.mark.parametrize(
    ("fields", "text", "assumed"),
    [
        ({}, "1. Срок продлевается.\n", "view-accepted"),
        ({"view": "accepted"}, "1. Срок продлевается.\n", "view-accepted"),
        ({"view": "original"}, "1. Срок истекает.\n", "view-original"),
    ],
)
def test_tracked_changes_are_read_as_asked(
    client: TestClient, fields: dict[str, str], text: str, assumed: str
) -> None:
    """Accepted unless the wording before them is asked for; the report says which, how many."""
    answer = send(client, TRACKED, "draft.docx", **fields).json()
    assert answer["text"] == text
    assert answer["report"]["document"]["assumed"] == [
        {"what": assumed, "count": 2},
        {"what": "tracked-insertions", "count": 1},
        {"what": "tracked-deletions", "count": 1},
    ]


def test_only_word_documents_have_an_original(client: TestClient) -> None:
    """The original view of a text, and a view nobody knows, are refused by name."""
    for data, view, code in (
        (DRAFT.encode(), "original", "no-original"),
        (TRACKED, "x", "not-one-of"),
    ):
        answer = send(client, data, view=view)
        assert answer.status_code == 422
        (error,) = answer.json()["errors"]
        assert (error["pointer"], error["code"]) == ("#/view", code)
