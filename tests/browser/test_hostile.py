"""Input meant to do harm: markup in every place words come from, names, files, lost servers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import MAX_CHARACTERS, Opener
from tests.browser.steps import DRAFT, check, verdict

ATTACK = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'{{ 7*7 }}"
HOSTILE = f"""Правила {ATTACK}

Глава 1. {ATTACK}
1. Срок рассмотрения заявления может быть продлен начальником управления. {ATTACK}
"""
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT OVERRIDE}"
NAMES = {
    "markup": ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
    "a path": ("..\\..\\windows\\act.txt", "act.txt"),
    "reversed": (f"act{RIGHT_TO_LEFT}xcod.txt", "act\N{REPLACEMENT CHARACTER}xcod.txt"),
    "very long": ("ж" * 300 + ".txt", "ж" * 68 + "…" + "ж" * 7 + ".txt"),
}


def choose(page: Page, name: str, content: bytes) -> None:
    """Choose a file made of these bytes."""
    file: Any = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.set_input_files("#file", file)


def test_markup_in_a_draft_stays_text(open_page: Opener, tmp_path: Path) -> None:
    """In text, title, outline, quote and export the words are words; nothing of them runs."""
    page = open_page()
    check(page, HOSTILE)
    expect(page.locator(".lines")).to_contain_text(ATTACK)
    expect(page.locator("#title")).to_contain_text("<img src=x onerror=alert(1)")
    assert page.locator(".reader img, .reader script").count() == 0
    page.keyboard.press("n")
    page.keyboard.insert_text(ATTACK)
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    for format in ("html", "docx"):
        page.locator(".export").evaluate("menu => menu.open = true")
        with page.expect_download() as download:
            page.click(f"[data-export={format}]")
        path = tmp_path / f"export.{format}"
        download.value.save_as(path)
        assert "<" not in download.value.suggested_filename
    exported = page.context.new_page()
    exported.goto((tmp_path / "export.html").as_uri())
    assert exported.locator("img, script").count() == 0
    expect(exported.locator("table")).to_contain_text(ATTACK)
    (table,) = docx.Document(str(tmp_path / "export.docx")).tables
    assert ATTACK in table.rows[1].cells[3].text


@pytest.mark.parametrize("kind", NAMES)
def test_a_hostile_name_is_only_shown(open_page: Opener, kind: str) -> None:
    """Of a file's name the last part is shown, on one line, without what could forge it."""
    name, shown = NAMES[kind]
    page = open_page()
    choose(page, name, DRAFT.encode())
    expect(page.locator(".source")).to_have_text(shown)


FILES = {
    "empty": (b"", "Текста нет."),
    "blank": (b" \n\t\n", "Текста нет."),
    "pdf": (b"%PDF-1.7 1 0 obj", "Файл повреждён"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Этот вид файла не читается."),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(60), "Этот вид файла не читается."),
    "web page": (b"<!doctype html><script>alert(1)</script>", "Этот вид файла не читается."),
    "binary": (bytes(range(256)) * 20, "В файле не текст"),
    "broken archive": (b"PK\x03\x04" + bytes(40), "Файл повреждён"),
    "too long": ("ж".encode() * (MAX_CHARACTERS + 1), "Текст длиннее 1\xa0200\xa0000 знаков."),
    "too large": (bytes(6 * MAX_CHARACTERS + 70_000), "Файл больше"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_cannot_be_read_is_refused_in_words(open_page: Opener, kind: str) -> None:
    """Whatever its suffix says; the remedy stands beside, and the form is ready for the next."""
    content, said = FILES[kind]
    page = open_page()
    choose(page, "проект.docx", content)
    expect(page.locator("#problems")).to_contain_text(said)
    assert page.locator("#problems p").count() >= 2
    expect(page.locator("#compose")).to_be_visible()
    choose(page, "проект.pdf", DRAFT.encode())
    expect(page.locator(".reader")).to_be_visible()
    expect(page.locator("#problems .problem")).to_have_count(0)


@pytest.mark.parametrize(
    ("ui", "said"),
    [("kk", "Файлдың бұл түрі оқылмайды."), ("en", "This kind of file cannot be read.")],
)
def test_refusals_speak_the_language_of_the_page(open_page: Opener, ui: str, said: str) -> None:
    """The cause is said in the interface language."""
    page = open_page(ui)
    choose(page, "a.docx", b"\x89PNG\r\n\x1a\n")
    expect(page.locator("#problems")).to_contain_text(said)


def test_an_empty_field_is_not_sent(open_page: Opener) -> None:
    """Without text there is nothing to check, and the page says so at once."""
    page = open_page()
    page.fill("#text", " \n ")
    page.click("#submit")
    expect(page.locator("#problems")).to_contain_text("Текста нет.")


def test_a_lost_server_loses_nothing(open_page: Opener) -> None:
    """Without a network the page says so, keeps text and decisions, and tries again when asked."""
    page = open_page()
    page.fill("#text", DRAFT)
    page.context.set_offline(True)
    page.click("#submit")
    expect(page.locator("#problems")).to_contain_text("Сервер не отвечает.")
    expect(page.locator("#text")).to_have_value(DRAFT)
    page.context.set_offline(False)
    page.click("[data-do=retry]")
    expect(page.locator(".reader")).to_be_visible()
    page.keyboard.press("a")
    page.context.set_offline(True)
    page.click(".export summary")
    page.click("[data-export=docx]")
    expect(page.locator("#problems")).to_contain_text("Сервер не отвечает.")
    assert verdict(page, "1") == "accepted"
    page.context.set_offline(False)
    with page.expect_download():
        page.click("[data-export=docx]")
    expect(page.locator("#problems .problem")).to_have_count(0)


def test_several_files_at_once_are_not_silently_dropped(open_page: Opener) -> None:
    """One draft is checked at a time; that the others were passed over is said."""
    page = open_page()
    handle = page.evaluate_handle(
        """text => {
          const files = new DataTransfer();
          for (const name of ["one.txt", "two.txt"]) files.items.add(new File([text], name));
          return files;
        }""",
        DRAFT,
    )
    page.dispatch_event("#sheet", "drop", {"dataTransfer": handle})
    expect(page.locator("#toast")).to_contain_text("остальные пропущены")
    expect(page.locator(".source")).to_have_text("one.txt")


def test_letters_beyond_the_basic_plane_do_not_move_marks(open_page: Opener) -> None:
    """A finding after such letters is marked at its own words, whatever the browser counts in."""
    page = open_page()
    check(page, "\N{PAGE FACING UP}" * 5 + "\r\n" + DRAFT)
    expect(page.locator("mark.several").first).to_have_text("может быть продлен")
