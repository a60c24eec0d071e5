"""Work for the processes of a test: importable, so that it can be sent to them."""

from __future__ import annotations

import os
from collections.abc import Callable


def doubler() -> Callable[[int], tuple[int, int]]:
    """A function that doubles a number and says which process did it."""
    return lambda number: (2 * number, os.getpid())


def dier() -> Callable[[int], int]:
    """A function that ends its process, as one out of memory would."""
    return lambda _: os._exit(9)
