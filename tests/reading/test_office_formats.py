"""Old Word documents and OpenDocument texts: LibreOffice converts them, alone and offline."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.errors import DamagedFileError, DocumentTooLargeError, UnsupportedFormatError
from riskscan.reading import Limits, office, read_bytes
from riskscan.text import Assumption
from tests.reading.acts import ACTS, FOUND, places, text_of
from tests.reading.office import require_office
from tests.reading.word_files import archive

MIMETYPE = "application/vnd.oasis.opendocument.text"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = " ".join(
    (
        f'xmlns:office="{NAMES}office:1.0"',
        f'xmlns:text="{NAMES}text:1.0"',
        f'xmlns:draw="{NAMES}drawing:1.0"',
        f'xmlns:svg="{NAMES}svg-compatible:1.0"',
        f'xmlns:manifest="{NAMES}manifest:1.0"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    )
)
LOCK = '<manifest:encryption-data manifest:checksum="x"/>'


@pytest.fixture(scope="module", autouse=True)
def _office() -> None:
    require_office()


def open_document(lines: tuple[str, ...], extra: str = "", lock: str = "") -> bytes:
    """An .odt of paragraphs, made as the standard describes it."""
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines)
    return archive(
        {
            "mimetype": MIMETYPE,
            "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>"
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" '
            f'manifest:media-type="text/xml">{lock}</manifest:file-entry></manifest:manifest>',
            "content.xml": f'<office:document-content {NAMESPACES} office:version="1.2">'
            f"<office:body><office:text>{paragraphs}{extra}</office:text></office:body>"
            "</office:document-content>",
        }
    )


def old_document(data: bytes, folder: Path) -> bytes:
    """The .doc LibreOffice makes of an .odt."""
    source = folder / "act.odt"
    source.write_bytes(data)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(folder)),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return (folder / "act.doc").read_bytes()


@pytest.mark.parametrize("language", ACTS)
def test_an_open_document_is_read(language: str, analyzer: Analyzer) -> None:
    """Through a .docx, and that it was converted is told with the document."""
    title, lines = ACTS[language]
    document = read_bytes(open_document((title, *lines)), "draft.odt")
    assert document.text == text_of(language)
    assert document.assumed == (Assumption("converted", 1),)
    assert places(analyzer, document) >= FOUND


@pytest.mark.parametrize("language", ACTS)
def test_an_old_word_document_is_read(language: str, analyzer: Analyzer, tmp_path: Path) -> None:
    """As Word 97 to 2003 saved them."""
    title, lines = ACTS[language]
    data = old_document(open_document((title, *lines)), tmp_path)
    document = read_bytes(data, "draft.doc")
    assert document.text == text_of(language)
    assert document.assumed == (Assumption("converted", 1),)
    assert places(analyzer, document) >= FOUND


@contextmanager
def counting_server() -> Iterator[tuple[str, list[str]]]:
    """A server on this machine and the paths asked of it."""
    asked: list[str] = []

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    server = HTTPServer(("127.0.0.1", 0), Counter)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("permitted", [True, False], ids=["namespace", "settings alone"])
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch, *, permitted: bool) -> None:
    """Neither where the system takes the network away, nor where only the profile forbids it."""
    if not permitted:
        monkeypatch.setattr(office, "without_network", tuple)
    with counting_server() as (address, asked):
        picture = (
            '<text:p><draw:frame svg:width="5cm" svg:height="5cm"><draw:image '
            f'xlink:href="{address}/a.png" xlink:type="simple" xlink:actuate="onLoad"/>'
            "</draw:frame></text:p>"
            f'<text:section text:name="s"><text:section-source xlink:href="{address}/b.odt"/>'
            "</text:section>"
        )
        document = read_bytes(open_document(("Склад ведет журнал.",), picture), "draft.odt")
        assert "Склад ведет журнал." in document.text
        assert asked == []


def test_locked_documents_are_named() -> None:
    """The remedy is to save without the password."""
    with pytest.raises(UnsupportedFormatError) as caught:
        read_bytes(open_document(("Текст",), lock=LOCK), "draft.odt")
    assert "password" in caught.value.cause
    assert "without" in caught.value.remedy


def broken_old_document() -> bytes:
    """The beginning of a .doc, and nothing LibreOffice could read in it."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\xff")
    return header + b"\xec\xa5" + b"\0" * 510


@pytest.mark.parametrize(
    "data",
    [
        archive({"mimetype": MIMETYPE, "content.xml": "<office:"}),
        open_document(("Текст",))[:-40],
        broken_old_document(),
    ],
    ids=["content", "archive", "doc"],
)
def test_damaged_documents_are_refused(data: bytes) -> None:
    """With a way on."""
    with pytest.raises((DamagedFileError, UnsupportedFormatError)) as caught:
        read_bytes(data, "draft")
    assert caught.value.remedy


def test_without_libreoffice_the_remedy_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Install it, or save as .docx."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(UnsupportedFormatError) as caught:
        read_bytes(open_document(("Текст",)), "draft.odt")
    assert "libreoffice-writer" in caught.value.remedy
    assert ".docx" in caught.value.remedy


def test_a_slow_conversion_is_ended_with_all_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The whole group of processes goes, not only the first of them."""
    alive = tmp_path / "alive"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(while true; do date >> {alive}; sleep 0.05; done) &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(program) if name == "soffice" else None)
    with pytest.raises(DocumentTooLargeError) as caught:
        read_bytes(open_document(("Текст",)), "draft.odt", Limits(conversion_seconds=0.5))
    assert "0.5 seconds" in caught.value.cause
    time.sleep(0.2)
    size = alive.stat().st_size
    time.sleep(0.3)
    assert alive.stat().st_size == size


def test_too_large_a_result_is_refused() -> None:
    """The limits hold for what the conversion makes."""
    with pytest.raises(DocumentTooLargeError):
        read_bytes(open_document(("Текст",)), "draft.odt", Limits(file_bytes=2000))
