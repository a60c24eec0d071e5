"""The whole analyzer: throughput, cost of rules, a long draft, start and memory, and baselines.

    uv run python -m benchmarks.analyzer [FOLDER WITH .txt FILES]

*Warm* means a process that has already analysed 20 MB of other acts: made up with other seeds, or
the first two thirds of a folder's files. Each figure is the best of three runs in processor time,
for machines are shared and the analyzer keeps nothing of a text. Baselines run in the same call:
decoding the same bytes for speed, the bare interpreter for the start of a process to its first
report, importing spaCy and building its blank Russian pipeline for memory. What rules cost is
measured with the same analyzer over fewer of them: always the same, drawn once by lot.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import MEGABYTE, documents
from benchmarks.memory import peak
from benchmarks.timing import REPEATS, best
from riskscan.analysis import Analyzer
from riskscan.analysis.process import settle
from riskscan.engine import load_ruleset
from riskscan.text import Document

WARM_MEGABYTES = 20.0
RISKY = 0.015  # of the points: findings as dense as in the densest real act measured
PAGE = 1_800  # characters of a printed page
FEW, MANY = 12, 30  # rules

_START = "import time; {}; print(time.process_time()); "
_MEMORY = "from benchmarks.memory import peak; print(peak())"
_OURS = (
    "from riskscan.analysis import Analyzer; from riskscan.text import Document; "
    "Analyzer().analyze(Document({!r}))"
)
_RUSSIAN = _OURS.format("1. Срок выдачи талона может быть продлен начальником отдела.")
_KAZAKH = _OURS.format("1. Талон беру мерзімін бөлім бастығы ұзарта алады.")
_BARE = "pass"
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
    memory_used = peak()
    size = sum(len(text.encode()) for text in measured) / MEGABYTE
    encoded = [text.encode() for text in measured]
    speed = size / best(lambda: [analyzer.analyze(Document(text)) for text in measured])
    decoding = size / best(lambda: [content.decode() for content in encoded])
    draft = _draft(measured)
    long = best(lambda: analyzer.analyze(Document(draft)))
    decoding_long = best(lambda: draft.encode().decode())
    start, memory = _process(_RUSSIAN)
    kazakh_start, _ = _process(_KAZAKH)
    bare_start, _ = _process(_BARE)
    _, their_memory = _process(_SPACY)
    return [
        Figure("whole analyzer, warm", speed, "MB/s", "CPython decoding", decoding),
        Figure("a draft of 100 pages", long * 1000, "ms", "CPython decoding", decoding_long * 1000),
        Figure("start to first report", start, "s", "bare interpreter", bare_start),
        Figure("the same in Kazakh", kazakh_start, "s", "bare interpreter", bare_start),
        Figure("memory after the first report", memory, "MB", "spaCy, blank Russian", their_memory),
        Figure("memory after the corpus", memory_used, "MB", "spaCy, blank Russian", their_memory),
    ]


def costs(folder: Path | None = None) -> list[tuple[int, float]]:
    """Numbers of rules, and the processor seconds the same texts take with so many.

    Fewer are among the more; the analyzers take turns, so that all meet the same machine.
    """
    _, texts = _texts(folder)
    with tempfile.TemporaryDirectory() as base:
        analyzers = {
            number: Analyzer(_rules(number, Path(base, str(number)))) for number in (FEW, MANY)
        }
        whole = Analyzer()
        analyzers[len(whole.ruleset.rules)] = whole
    for analyzer in analyzers.values():
        _read(analyzer, texts)
    settle()
    least = dict.fromkeys(analyzers, float("inf"))
    for _ in range(REPEATS):
        for number, analyzer in analyzers.items():
            start = time.process_time()
            _read(analyzer, texts)
            least[number] = min(least[number], time.process_time() - start)
    return list(least.items())


def _read(analyzer: Analyzer, texts: Sequence[str]) -> None:
    for text in texts:
        analyzer.analyze(Document(text))


def _rules(number: int, root: Path) -> Path:
    """A rules folder with so many of the rules."""
    ruleset = load_ruleset()
    shutil.copytree(ruleset.root, root)
    names = [rule.id for rule in ruleset.rules]
    random.Random(FEW).shuffle(names)  # noqa: S311 - not for secrets
    for name in names[number:]:
        (root / ruleset.files[name].path.relative_to(ruleset.root)).unlink()
    return root


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


def _process(code: str) -> tuple[float, float]:
    """Processor seconds of a fresh process that runs the code, and its peak memory in MB.

    The least of a few runs, all but the first with the bytecode an installed program has.
    """
    command = [sys.executable, "-c", _START.format(code) + _MEMORY]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        runs = [
            subprocess.run(  # noqa: S603
                command, capture_output=True, text=True, check=True, env=environment
            ).stdout.split()
            for _ in range(1 + REPEATS)
        ]
    seconds, memory = min((float(seconds), float(memory)) for seconds, memory in runs)
    return seconds, memory


def main() -> None:
    """Print the figures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    for figure in run(folder):
        print(describe(figure))
    for number, seconds in costs(folder):
        print(f"{number} rules: {seconds:.3f} s")


def describe(figure: Figure) -> str:
    """One line: the figure, and its baseline from the same run."""
    return (
        f"{figure.what:26} {figure.value:9.2f} {figure.unit:5}"
        f" {figure.baseline}: {figure.theirs:.2f} {figure.unit}"
    )


if __name__ == "__main__":
    main()
