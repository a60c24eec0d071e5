"""Files made to harm whoever opens them: each by name, made when asked for.

Usage: python -m tests.reading.hostile_files FOLDER writes them all there.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.reading.hostile import Hostile
from tests.reading.hostile_markup import markup
from tests.reading.hostile_others import other_formats, texts
from tests.reading.hostile_packages import archives, packages
from tests.reading.hostile_rtf import rich_texts
from tests.reading.hostile_word import documents, numbered, references


def hostile_files(address: str = "http://127.0.0.1:9") -> tuple[Hostile, ...]:
    """All of them; what they would fetch lies under the address."""
    return (
        *archives(),
        *packages(),
        *markup(address),
        *documents(),
        *numbered(),
        *references(address),
        *other_formats(address),
        *rich_texts(address),
        *texts(),
    )


def main() -> int:
    """Write every file into the folder named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each in hostile_files():
        (folder / each.name).write_bytes(each.make())
    return 0


if __name__ == "__main__":
    sys.exit(main())
