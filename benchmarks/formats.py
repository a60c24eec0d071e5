"""Files: what it costs to open a document of a hundred pages.

    uv run python -m benchmarks.formats

The file is printed by LibreOffice from an act made up for measuring. Seconds are wall time, since a
PDF is opened in a process of its own; memory is the most that one has held.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import documents

PAGE_BYTES = 7_200  # of UTF-8 on a printed page of the made-up act
PAGES = 100
_READ = """
import resource, sys, time
from riskscan.reading import read
start = time.perf_counter()
document = read(sys.argv[1])
seconds = time.perf_counter() - start
pages = max(segment.page or 0 for segment in document.segments)
kilobytes = max(resource.getrusage(who).ru_maxrss for who in
                (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(pages, len(document.text), seconds, kilobytes / 1024)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and peak megabytes of reading one file, and how many pages and characters it had."""

    format: str
    pages: int
    characters: int
    seconds: float
    megabytes: float


def pdf() -> Cost:
    """A printed act of about a hundred pages."""
    with tempfile.TemporaryDirectory() as folder:
        return _cost("PDF", _printed(Path(folder)))


def _cost(kind: str, path: Path) -> Cost:
    """Read in a fresh process, whose peak is that of the reading and of its children."""
    command = [sys.executable, "-c", _READ, str(path)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    pages, characters, seconds, megabytes = answer.stdout.split()
    return Cost(kind, int(pages), int(characters), float(seconds), float(megabytes))


def _printed(folder: Path) -> Path:
    """The act as LibreOffice prints it."""
    text = next(documents(0.1, seed=11, size=PAGES * PAGE_BYTES))
    source = folder / "act.txt"
    source.write_text(text, "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True)  # noqa: S603
    return folder / "act.pdf"


def main() -> None:
    """Print the costs."""
    for cost in (pdf(),):
        print(
            f"{cost.format:5} {cost.pages} pages, {cost.characters} characters:"
            f" {cost.seconds:.1f} s, {cost.megabytes:.0f} MB"
        )


if __name__ == "__main__":
    main()
