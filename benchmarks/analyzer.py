"""The whole analyzer: throughput, one long draft, start-up and memory, each beside a baseline.

    uv run python -m benchmarks.analyzer [FOLDER WITH .txt FILES]

*Warm* means a process that has already analysed 20 MB of other acts: made up with other seeds, or
the first two thirds of a folder's files. Each figure is the best of three runs. Baselines run in
the same call: decoding the same bytes for speed, importing spaCy and building its blank Russian
pipeline for start-up and memory.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import MEGABYTE, documents
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.text import Document

WARM_MEGABYTES = 20.0
REPEATS = 3
RISKY = 0.015  # of the points: findings as dense as in the densest real act measured
PAGE = 1_800  # characters of a printed page

_START = "import time; t = time.perf_counter(); {}; print(time.perf_counter() - t); "
# VmHWM and not ru_maxrss, which a child inherits from its parent.
_MEMORY = "print([l.split()[1] for l in open('/proc/self/status') if l.startswith('VmHWM')][0])"
_OURS = "from riskscan.analysis import Analyzer; Analyzer()"
_SPACY = "import spacy; spacy.blank('ru')"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure and the baseline's, in the same unit."""

    what: str
    value: float
    unit: str
    baseline: str
    theirs: float


def run(folder: Path | None = None) -> list[Figure]:
    """Measure on a folder's .txt files, or on acts made up for it."""
    warm, measured = _texts(folder)
    analyzer = Analyzer()
    for text in warm:
        analyzer.analyze(Document(text))
    settle()
    size = sum(len(text.encode()) for text in measured) / MEGABYTE
    encoded = [text.encode() for text in measured]
    speed = size / _seconds(lambda: [analyzer.analyze(Document(text)) for text in measured])
    decoding = size / _seconds(lambda: [content.decode() for content in encoded])
    draft = _draft(measured)
    long = _seconds(lambda: analyzer.analyze(Document(draft)))
    decoding_long = _seconds(lambda: draft.encode().decode())
    start, memory = _process(_OURS)
    their_start, their_memory = _process(_SPACY)
    return [
        Figure("whole analyzer, warm", speed, "MB/s", "CPython decoding", decoding),
        Figure("a draft of 100 pages", long * 1000, "ms", "CPython decoding", decoding_long * 1000),
        Figure("start-up", start, "s", "spaCy, blank Russian", their_start),
        Figure("memory after start-up", memory, "MB", "spaCy, blank Russian", their_memory),
        Figure(
            "memory after the corpus", _own_memory(), "MB", "spaCy, blank Russian", their_memory
        ),
    ]


def _texts(folder: Path | None) -> tuple[list[str], list[str]]:
    if folder is None:
        return (
            list(documents(WARM_MEGABYTES, seed=7, risky=RISKY)),
            list(documents(3.0, seed=8, risky=RISKY)),
        )
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    third = max(1, len(texts) // 3)
    return texts[:-third], texts[-third:]


def _draft(texts: Sequence[str]) -> str:
    """A hundred pages from the front of the texts."""
    return "\n".join(texts)[: 100 * PAGE]


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds of the best of ``REPEATS`` runs; the analyzer keeps nothing of a text."""
    seconds = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def _process(code: str) -> tuple[float, float]:
    """Seconds to run the code in a fresh process, and its peak memory in MB."""
    command = [sys.executable, "-c", _START.format(code) + _MEMORY]
    seconds, memory = subprocess.run(  # noqa: S603
        command, capture_output=True, text=True, check=True
    ).stdout.split()
    return float(seconds), float(memory) / 1024


def _own_memory() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    for figure in run(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        print(describe(figure))


def describe(figure: Figure) -> str:
    """One line: the figure, and its baseline from the same run."""
    return (
        f"{figure.what:26} {figure.value:9.2f} {figure.unit:5}"
        f" {figure.baseline}: {figure.theirs:.2f} {figure.unit}"
    )


if __name__ == "__main__":
    main()
