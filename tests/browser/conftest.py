"""A real server, a real Chromium, and a page that fails its test when its policy is broken."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)

from tests.reading.word_files import deleted, docx, inserted, run

# The first answer of a worker waits for the rules to be read; on a busy machine that is seconds.
expect.set_options(timeout=30_000)

ROOT = Path(__file__).parent.parent.parent
SAMPLE = ROOT / "corpora" / "samples" / "rules.docx"
MAX_CHARACTERS = 1_200_000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Opener = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium; without it the test is skipped, or fails where it must be there.

    Its driver keeps an event loop in this thread, so it ends before other folders' tests begin.
    """
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("RISKSCAN_REQUIRE_BROWSER") == "1":
            pytest.fail("RISKSCAN_REQUIRE_BROWSER=1, but chromium is not installed")
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server started as a user would, on a free port."""
    log = tmp_path_factory.mktemp("server") / "log"
    command = [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--workers", "1"]
    environment = os.environ | {"RISKSCAN_MAX_CHARACTERS": str(MAX_CHARACTERS)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
        try:
            while not (found := re.search(r"running on (http://\S+)", log.read_text("utf-8"))):
                assert process.poll() is None, log.read_text("utf-8")
            yield found.group(1)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


@pytest.fixture
def tracked(tmp_path: Path) -> Path:
    """A Word draft whose risk was struck out."""
    struck = deleted("может быть продлен начальником управления.")
    words = run("3. Срок рассмотрения заявления ") + struck + inserted("не продлевается.")
    path = tmp_path / "tracked.docx"
    path.write_bytes(docx(f"<w:p>{words}</w:p>"))
    return path


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """One expert's browser: tabs in it share what is kept."""
    made = chromium.new_context(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def open_page(context: BrowserContext, address: str) -> Iterator[Opener]:
    """Open tabs; the test fails when one broke the policy, threw, or asked another server."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    def opened(ui: str = "ru") -> Page:
        page = context.new_page()
        page.on("console", heard)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address, f"blob:{address}"))
                else complaints.append(f"asked {request.url}")
            ),
        )
        page.goto(f"{address}/?ui={ui}")
        page.wait_for_selector("html.js")
        return page

    yield opened
    assert complaints == []
