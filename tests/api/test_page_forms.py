"""The forms of the page: a draft checked, the reviewed list exported, and what is refused."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from starlette.testclient import TestClient

from riskscan.reading import read_bytes
from riskscan.report.wording import strings
from riskscan_api.drafts import LONGEST_NAME, MAX_REVIEW_BYTES, clean_name
from riskscan_api.words import LANGUAGES
from tests.api.conftest import MAX_CHARACTERS
from tests.reading.nasty_document import nasty_document
from tests.reading.word_files import deleted, inserted, run
from tests.reading.word_files import docx as docx_file

DRAFT = "12. Срок рассмотрения заявки может быть продлен руководителем управления.\n"
CANARY = "канарейка-9b"
SAMPLE = Path(__file__).parent.parent.parent / "corpora" / "samples" / "rules.docx"


def form(**parts: str | bytes) -> dict[str, Any]:
    """A form whose parts are sent as the page's scripts send them: as files."""
    return {"files": {name: (name, content) for name, content in parts.items()}}


def file(name: str, **fields: str) -> dict[str, Any]:
    """A form with the draft as a file."""
    return {"files": {"file": (name, DRAFT.encode())}, "data": fields}


def findings(client: TestClient, text: str) -> list[dict[str, Any]]:
    """The findings the drafting interface reports for the same text."""
    report: dict[str, Any] = client.post("/analyze", json={"text": text}).json()
    found: list[dict[str, Any]] = report["findings"]
    return found


def test_a_pasted_draft_is_shown_with_its_findings(client: TestClient) -> None:
    """The answer is a piece of HTML with the findings the report has."""
    answer = client.post("/check", **form(text=DRAFT))
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "no-store"
    for finding in findings(client, DRAFT):
        assert f'data-id="{finding["id"]}"' in answer.text
    assert "<html" not in answer.text


@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_head_says_whether_an_expertise_is_due(client: TestClient, ui: str) -> None:
    """Above the text, in the language of the page."""
    decree = "О маяках\nВ целях охраны судов ПОСТАНОВЛЯЮ:\n" + DRAFT
    page = client.post("/check", params={"ui": ui}, **form(text=decree)).text
    assert strings()[ui]["expertise.decree"] in page[: page.index('<div class="lines">')]


def test_the_text_is_checked_exactly_as_sent(client: TestClient) -> None:
    """Line ends and blanks of a pasted text are its own: the digest tells."""
    digests = {
        client.post("/check", **form(text=text)).text.split('data-digest="')[1][:64]
        for text in (DRAFT, DRAFT.replace("\n", "\r\n"), f" {DRAFT}")
    }
    assert len(digests) == 3


def test_a_form_without_scripts_gets_the_page(client: TestClient) -> None:
    """A plain field, with the line ends browsers make; the file field left empty."""
    answer = client.post("/", data={"text": DRAFT}, files={"file": ("", b"")})
    assert answer.status_code == 200
    assert "<html" in answer.text
    assert 'id="f1"' in answer.text
    refused = client.post("/", data={"text": " "}, files={"file": ("", b"")})
    assert refused.status_code == 422
    assert 'data-kind="empty"' in refused.text
    assert 'id="compose"' in refused.text


def test_a_word_file_is_read(client: TestClient) -> None:
    """By its content, whatever its name says."""
    answer = client.post("/check", files={"file": ("a.txt", SAMPLE.read_bytes())})
    assert answer.status_code == 200
    assert "маломерными судами" in answer.text


@pytest.mark.parametrize("ui", LANGUAGES)
def test_what_was_not_read_and_what_was_assumed_is_shown(client: TestClient, ui: str) -> None:
    """Each part of a file that did not become text, and the encoding that was guessed."""
    nasty = nasty_document()
    answer = client.post(f"/check?ui={ui}", files={"file": ("a.docx", nasty)})
    for each in read_bytes(nasty, "a.docx").unread:
        assert f"{strings()[ui][f'unread.{each.what}']} ({each.count})" in answer.text
    guessed = client.post(f"/check?ui={ui}", files={"file": ("a.txt", DRAFT.encode("cp1251"))})
    assumed = strings()[ui]["assumed.encoding-windows-1251"]
    assert assumed.partition("{count}")[0] in guessed.text


TRACKED = docx_file(
    f"<w:p>{run('12. Срок проверки ')}{deleted('может быть продлен.')}{inserted('истекает.')}</w:p>"
)


@pytest.mark.parametrize(
    ("view", "words"),
    [({}, "истекает"), ({"view": "accepted"}, "истекает"), ({"view": "original"}, "может быть")],
)
@pytest.mark.parametrize("ui", LANGUAGES)
def test_tracked_changes_are_read_as_asked(
    client: TestClient, ui: str, view: dict[str, str], words: str
) -> None:
    """Checked and exported alike; the page says which wording was read and what was changed."""
    draft: dict[str, Any] = {"files": {"file": ("a.docx", TRACKED)}, "data": view}
    said = strings()[ui]
    line = " ".join(
        said[f"assumed.{what}"].format(count=count)
        for what, count in (
            (f"view-{view.get('view', 'accepted')}", 2),
            ("tracked-insertions", 1),
            ("tracked-deletions", 1),
        )
    )
    page = client.post(f"/check?ui={ui}", **draft).text
    assert f'<p class="notice">{line}</p>' in page
    assert words in page.partition('<div class="lines">')[2]
    assert line in client.post(f"/export/html?ui={ui}", **draft).text
    assert client.post("/export/docx-comments", **draft).status_code == (
        422 if words == "может быть" else 200
    )


def test_a_view_is_no_matter_of_pasted_text(client: TestClient) -> None:
    """The form without scripts sends the field all the same."""
    empty = {"file": ("", b"")}
    answer = client.post("/", data={"text": DRAFT, "view": "original"}, files=empty)
    assert answer.status_code == 200


@pytest.mark.parametrize("format", ["docx", "html", "json"])
def test_the_reviewed_list_is_exported(client: TestClient, format: str) -> None:
    """A file to keep, under a name of ours, made of the same findings and the decisions sent."""
    found = findings(client, DRAFT)
    review = {"decisions": {found[0]["id"]: {"verdict": "accepted", "note": "да"}}}
    answer = client.post(f"/export/{format}", **form(text=DRAFT, review=json.dumps(review)))
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == f'attachment; filename="riskscan.{format}"'
    if format == "docx":
        (table,) = docx.Document(BytesIO(answer.content)).tables
        assert len(table.rows) == 2
    elif format == "json":
        assert [len(answer.json()[name]) for name in ("accepted", "undecided")] == [
            1,
            len(found) - 1,
        ]
    else:
        assert answer.text.count('<th scope="row">') == 1


def test_a_word_file_comes_back_with_comments(client: TestClient) -> None:
    """On what was accepted, with the note, and on what nobody decided; not on what was rejected."""
    sent = SAMPLE.read_bytes()
    answer = client.post("/v1/analyze/file", files={"file": ("a.docx", sent)}).json()
    first, second, *others = [f for f in answer["report"]["findings"] if f["tier"] == 1]
    review = {
        "decisions": {
            first["id"]: {"verdict": "accepted", "note": "Обсудить с юристом"},
            second["id"]: {"verdict": "rejected", "reason": "bounded"},
        }
    }
    files = {"file": ("a.docx", sent), "review": ("review", json.dumps(review))}
    assert 'data-export="docx-comments"' in client.post("/check", files=files).text
    copy = client.post("/export/docx-comments", files=files)
    assert copy.headers["content-disposition"] == 'attachment; filename="riskscan.docx"'
    texts = [comment.text for comment in docx.Document(BytesIO(copy.content)).comments]
    assert len(texts) == 1 + len(others)
    assert texts[0].endswith("Пояснение эксперта: Обсудить с юристом")
    assert 'data-export="docx-comments"' not in client.post("/check", **form(text=DRAFT)).text


def test_exports_speak_the_language_of_the_page(client: TestClient) -> None:
    """The columns of the table follow the interface."""
    answer = client.post("/export/html?ui=kk", **form(text=DRAFT))
    assert "Сарапшы бірде-бір ескертуді қабылдаған жоқ" in answer.text


def test_an_unknown_format_is_not_found(client: TestClient) -> None:
    """Only what the page offers can be exported."""
    assert client.post("/export/exe", **form(text=DRAFT)).status_code == 404


def refusals() -> dict[str, tuple[str, dict[str, Any], int, str]]:
    """Address, request, status and kind of what must be refused."""
    wide = "ж" * (MAX_CHARACTERS + 1)
    many = {f"x{n}": (None, CANARY) for n in range(9)}
    return {
        "empty text": ("/check", form(text="  \n"), 422, "empty"),
        "no parts": ("/check", form(other=CANARY), 422, "empty"),
        "not a form": ("/check", {"json": {"text": CANARY}}, 422, "form"),
        "no boundary": (
            "/check",
            {"content": CANARY.encode(), "headers": {"content-type": "multipart/form-data"}},
            422,
            "form",
        ),
        "cut form": (
            "/check",
            {
                "content": b"--b\r\nContent-Disposition: form-data\r\n\r\n" + CANARY.encode(),
                "headers": {"content-type": "multipart/form-data; boundary=b"},
            },
            422,
            "form",
        ),
        "many parts": ("/check", {"files": many}, 422, "form"),
        "long text": ("/check", form(text=wide), 413, "long"),
        "long file": ("/check", {"files": {"file": ("a.txt", wide.encode())}}, 413, "long"),
        "pdf": ("/check", {"files": {"file": (f"{CANARY}.docx", b"%PDF-1.7")}}, 422, "damaged"),
        "picture": ("/check", {"files": {"file": (CANARY, b"\x89PNG")}}, 422, "format"),
        "binary": ("/check", {"files": {"file": ("a.txt", bytes(range(256)))}}, 422, "encoding"),
        "broken": ("/check", {"files": {"file": ("a", b"PK\x03\x04" + bytes(9))}}, 422, "damaged"),
        "junk review": (
            "/export/docx",
            form(text=DRAFT, review=f'{{"{CANARY}": 1}}'),
            422,
            "review",
        ),
        "no original": ("/check", file("a.txt", view="original"), 422, "original"),
        "unknown view": ("/check", file("a.txt", view=CANARY), 422, "form"),
        "no file to comment in": ("/export/docx-comments", form(text=DRAFT), 422, "format"),
        "no review": ("/export/json", form(text=DRAFT, review=CANARY), 422, "review"),
    }


@pytest.mark.parametrize("name", refusals())
def test_what_cannot_be_used_is_refused_in_words(
    client: TestClient, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The kind fits the fault, cause and remedy are said, nothing sent is repeated or logged."""
    address, request, status, kind = refusals()[name]
    with caplog.at_level(logging.INFO, logger="riskscan"):
        answer = client.post(address, **request)
    assert (answer.status_code, f'data-kind="{kind}"' in answer.text) == (status, True)
    assert answer.text.count("<p>") == 2
    assert CANARY not in answer.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize("declared", [True, False])
def test_a_huge_form_is_cut_off(client: TestClient, declared: bool) -> None:
    """Over the limit nothing more is read, whether the size was declared or not."""
    size = 6 * MAX_CHARACTERS + 65_536 + MAX_REVIEW_BYTES + 1

    def chunks() -> Iterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="review"; filename=""\r\n\r\n'
        for _ in range(size // 65_536 + 1):
            yield bytes(65_536)

    headers = {"content-type": "multipart/form-data; boundary=b"}
    content = b"".join(chunks()) if declared else chunks()
    answer = client.post("/export/docx", content=content, headers=headers)
    assert answer.status_code == 413
    assert 'data-kind="large"' in answer.text


def test_a_busy_server_says_so_on_the_page(client: TestClient) -> None:
    """With one worker and one place to wait, some of a crowd are asked to try again."""
    parts = form(text=DRAFT * 500)
    with ThreadPoolExecutor(6) as crowd:
        answers = list(crowd.map(lambda _: client.post("/check", **parts), range(6)))
    refused = [answer for answer in answers if answer.status_code != 200]
    assert {answer.status_code for answer in answers} == {200, 503}
    assert all('data-kind="busy"' in answer.text for answer in refused)
    assert all(answer.headers["retry-after"] == "5" for answer in refused)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("act.docx", "act.docx"),
        ("C:\\тайна\\act.docx", "act.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\nb\x00.txt", "a b\N{REPLACEMENT CHARACTER}.txt"),
        ("act\N{RIGHT-TO-LEFT OVERRIDE}xcod.exe", "act\N{REPLACEMENT CHARACTER}xcod.exe"),
        ("a\N{ZERO WIDTH SPACE}b.txt", "a\N{REPLACEMENT CHARACTER}b.txt"),
        ("", "?"),
        ("/", "?"),
    ],
)
def test_only_the_last_part_of_a_name_is_shown(name: str, shown: str) -> None:
    """On one line, with what could forge it replaced."""
    assert clean_name(name) == shown


def test_a_long_name_keeps_its_beginning_and_its_suffix() -> None:
    """Three hundred characters are cut in the middle."""
    shown = clean_name("ж" * 300 + ".docx")
    assert len(shown) == LONGEST_NAME
    assert shown.endswith(".docx")
    assert "…" in shown
