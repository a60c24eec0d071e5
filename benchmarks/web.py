"""What a web page costs: seconds and the most memory to read an act saved as HTML.

    uv run python -m benchmarks.web [MEGABYTES]

A made-up act in the markup of the legal database, menus and notes included. *Read* is the page
made a document, the best of three; *analysed* adds the report on it, in a process that has already
worked. Memory is the most this process has held after each.
"""

from __future__ import annotations

import sys
import time
from html import escape

from benchmarks.corpus import documents
from benchmarks.memory import peak
from benchmarks.timing import best
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.reading import read_bytes

MEGABYTES = 2.0
INDENT = "&nbsp;" * 5
NOTE = (
    f'<span class="note">{INDENT} Сноска. Пункт в редакции приказа от 01.02.2026 </span>'
    '<a href="#">№ 12</a><span class="note"> (вводится в действие с 01.03.2026).</span><br>'
)
NOTED_EVERY = 10  # lines
MENU = '<div id="menu"><ul>' + '<li><a href="/">Раздел сайта</a></li>' * 50 + "</ul></div>"


def main() -> None:
    """Print the figures."""
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    data = page(megabytes)
    before = peak()
    seconds = best(lambda: read_bytes(data, "act.html"), time.perf_counter)
    read_peak = peak()
    document = read_bytes(data, "act.html")
    print(
        f"{len(data) / 1e6:.1f} MB of HTML, {len(document.text):,} characters of text:"
        f" read in {seconds:.2f} s, peak {read_peak:.0f} MB ({read_peak - before:.0f} MB of it)"
    )
    analyzer = Analyzer()
    settle()
    analyzer.analyze(document)
    begun = time.perf_counter()
    found = len(analyzer.analyze(document).findings)
    print(
        f"analysed in {time.perf_counter() - begun:.2f} s more, {found} findings,"
        f" peak {peak():.0f} MB"
    )


def page(megabytes: float) -> bytes:
    """A page of about a size in the markup of the legal database."""
    elements: list[str] = []
    size = 0
    lines = (line for text in documents(megabytes, seed=8) for line in text.splitlines() if line)
    for number, line in enumerate(lines):
        elements.append(f'<p id="z{number}">\n{INDENT} {escape(line)}</p>')
        if number % NOTED_EVERY == 0:
            elements.append(NOTE)
        size += len(elements[-1].encode())
        if size > megabytes * 1e6:
            break
    article = "\n".join(elements)
    return (
        '<!DOCTYPE html><html><head><meta charset="UTF-8"></head><body>'
        f'{MENU}<div class="container_gamma text"><article>{article}</article></div>{MENU}'
        "</body></html>"
    ).encode()


if __name__ == "__main__":
    main()
