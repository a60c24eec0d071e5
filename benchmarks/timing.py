"""Seconds of the best of a few runs."""

from __future__ import annotations

import time
from collections.abc import Callable

REPEATS = 3


def best(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The least of ``REPEATS`` runs; in processor time by default, for machines are shared."""
    seconds = []
    for _ in range(REPEATS):
        start = clock()
        work()
        seconds.append(clock() - start)
    return min(seconds)
