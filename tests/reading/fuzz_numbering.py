"""Compares generated labels with LibreOffice's on as many random documents as asked for.

Usage: python -m tests.reading.fuzz_numbering --labels 20000 [--seed 0]
"""

from __future__ import annotations

import argparse
import sys

from tests.reading.numbering_documents import compare

BATCH = 40


def main() -> int:
    """Print the disagreements and the totals; 1 when there is any disagreement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    seed, compared, differing = arguments.seed, 0, 0
    while compared < arguments.labels:
        count, disagreements = compare(range(seed, seed + BATCH))
        for found in disagreements:
            print(found)
        seed, compared, differing = seed + BATCH, compared + count, differing + len(disagreements)
    print(f"{compared} labels compared, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
