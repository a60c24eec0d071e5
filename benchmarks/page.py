"""The expert's page with long drafts: how soon after the report is there the text is painted.

    uv run python -m benchmarks.page [CHARACTERS]

Needs Chromium. A draft as dense in findings as the densest real act measured, and one twenty times
denser. *Report* is the analysis alone in this process; *shown* is what the page adds to it: making
the HTML on the server, moving it, parsing it and painting the first screen with its decisions.
Each figure is the best of three runs.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.analyzer import RISKY
from benchmarks.corpus import documents
from benchmarks.timing import REPEATS, best
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.text import Document
from riskscan_api.rendering import render_result

CHARACTERS = 1_000_000
DENSE = 20 * RISKY
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

# From the last byte of the answer to the second frame after the result entered the page.
_PAINTED = """() => { window.painted = new Promise((resolve) => {
  new MutationObserver((_, watch) => {
    if (!document.querySelector(".reader")) return;
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const [answer] = performance.getEntriesByType("resource").filter(
        (each) => each.name.includes("/check"));
      resolve([answer.responseEnd - answer.requestStart, performance.now() - answer.responseEnd]);
    }));
  }).observe(document.getElementById("result"), { childList: true });
}); }"""


@dataclass(frozen=True, slots=True)
class Shown:
    """Milliseconds of one draft; ``waited`` is from the request to the last byte of the answer."""

    characters: int
    findings: int
    report: float
    rendered: float
    waited: float
    painted: float


def main() -> None:
    """Print the figures."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS
    program = shutil.which("chromium")
    if program is None:
        sys.exit("chromium is not installed")
    analyzer = Analyzer()
    settle()
    with _server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for risky in (RISKY, DENSE):
            print(describe(measure(analyzer, browser, address, _draft(characters, risky))))
        browser.close()


def measure(analyzer: Analyzer, browser: Browser, address: str, text: str) -> Shown:
    """One draft through the analyzer alone and through the page."""
    document = Document(text)
    report = analyzer.analyze(document)
    runs = [_run(browser, address, text) for _ in range(REPEATS)]
    return Shown(
        characters=len(text),
        findings=len(report.findings),
        report=1000 * best(lambda: analyzer.analyze(document), time.perf_counter),
        rendered=1000 * best(lambda: render_result(report, document, "ru", {}), time.perf_counter),
        waited=min(waited for waited, _ in runs),
        painted=min(painted for _, painted in runs),
    )


def describe(shown: Shown) -> str:
    """One line of figures."""
    added = shown.waited - shown.report + shown.painted
    return (
        f"{shown.characters:9,} characters, {shown.findings:5} findings:"
        f" report {shown.report:.0f} ms; HTML {shown.rendered:.0f} ms;"
        f" answer after {shown.waited:.0f} ms,"
        f" painted {shown.painted:.0f} ms later; after the report {added:.0f} ms"
    )


def _draft(characters: int, risky: float) -> str:
    return "\n".join(documents(characters / 500_000, seed=8, risky=risky))[:characters]


def _run(browser: Browser, address: str, text: str) -> tuple[float, float]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_selector("html.js")
    page.evaluate("text => { document.getElementById('text').value = text }", text)
    page.evaluate(_PAINTED)
    page.evaluate("document.getElementById('submit').click()")
    waited, painted = page.evaluate("window.painted")
    page.context.close()
    return waited, painted


@contextmanager
def _server() -> Iterator[str]:
    command = [sys.executable, "-m", "riskscan.cli", "serve", "--port", "0", "--workers", "1"]
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603
                command, stdout=output, stderr=subprocess.STDOUT, env=dict(os.environ)
            )
        try:
            while not (found := re.search(r"running on (http://\S+)", log.read_text("utf-8"))):
                if process.poll() is not None:
                    sys.exit(log.read_text("utf-8"))
                time.sleep(0.1)
            yield found.group(1)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


if __name__ == "__main__":
    main()
