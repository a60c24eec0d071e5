"""A hundred pages of Word: seconds and peak memory to read them, and to analyse what was read.

    uv run python -m benchmarks.word [PAGES]

The .docx is made up: numbered points in three levels, each cut into a few formatted runs as Word
cuts them, and a table every few pages. Each figure is the best of three runs in a process of its
own, with the rules loaded before the clock starts; memory is the most that process held.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import docx
from rich.console import Console
from rich.table import Table

from benchmarks.analyzer import RISKY
from benchmarks.corpus import documents
from benchmarks.memory import peak
from benchmarks.timing import best
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.reading import read_bytes

PAGES = 100
CHARACTERS = 2000  # of one page
WORDS = 6  # of one run
STYLES = ("List Number", "List Number 2", "List Number 3")
POINTS_A_TABLE = 60


def document(pages: int) -> bytes:
    """A .docx of so many pages."""
    made = docx.Document()
    for position, line in enumerate(lines(pages * CHARACTERS)):
        if position % POINTS_A_TABLE == POINTS_A_TABLE - 1:
            table = made.add_table(rows=4, cols=3)
            for row in table.rows:
                for cell in row.cells:
                    cell.text = line[:80]
        words = line.split()
        paragraph = made.add_paragraph(style=STYLES[position % len(STYLES)])
        for start in range(0, len(words), WORDS):
            run = paragraph.add_run(" ".join(words[start : start + WORDS]) + " ")
            run.font.name = "Times New Roman"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def lines(characters: int) -> Iterator[str]:
    """Points of a made-up act, together so many characters."""
    text = next(iter(documents(1, size=2 * characters, risky=RISKY)))[:characters]
    return (line for line in text.splitlines() if line.strip())


def reading(data: bytes) -> tuple[float, float]:
    """Seconds to read and the most memory held, in MB."""
    read_bytes(document(1), "warm.docx")
    return timed(lambda: read_bytes(data, "draft.docx"))


def analysing(data: bytes) -> tuple[float, float]:
    """The same for reading and analysing, rules and dictionaries loaded."""
    analyzer = Analyzer()
    analyzer.analyze(read_bytes(document(2), "warm.docx"))
    settle()
    return timed(lambda: analyzer.analyze(read_bytes(data, "draft.docx")))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Best seconds of a few runs, and the peak of the process."""
    return best(work, time.perf_counter), peak()


def main() -> None:
    """Print one row for each."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    data = document(pages)
    characters = len(read_bytes(data, "draft.docx").text)
    table = Table("", "seconds", "peak, MB", title=f"{pages} pages, {characters:,} characters")
    for measure in (reading, analysing):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            seconds, memory = pool.submit(measure, data).result()
        table.add_row(measure.__name__, f"{seconds:.2f}", f"{memory:.0f}")
    Console(highlight=False).print(table)


if __name__ == "__main__":
    main()
