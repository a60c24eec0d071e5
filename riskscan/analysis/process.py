"""Settling a process that will analyse many texts."""

from __future__ import annotations

import gc


def settle() -> None:
    """Tell the garbage collector that what is loaded now stays: rules, dictionaries, word types.

    Analyses make many small objects and no cycles, so collections may be rare; without this the
    collector walks the dictionaries again and again. For programs, never for the library itself:
    it changes the whole process.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
