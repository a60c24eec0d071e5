"""The garbage collector of a process that loads rules and analyses texts."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unwatched() -> Iterator[None]:
    """Keep the garbage collector away while rules are made ready.

    That makes a million objects and throws none away: a third of the time would go into looking.
    Threads may overlap here; the collector comes back when the one that sent it away is done.
    """
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def settle() -> None:
    """Tell the garbage collector that what is loaded now stays: rules, dictionaries, word types.

    Analyses make many small objects and no cycles, so collections may be rare; without this the
    collector walks the dictionaries again and again. For programs, never for the library itself:
    it changes the whole process.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
