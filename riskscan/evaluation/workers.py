"""Work spread over processes, each of which builds its tools once; answers come in order.

Dictionaries of seen word forms grow with every document, so processes are replaced after a slab
of tasks: memory is bounded by the slab, not by the folder.
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from riskscan.analysis.process import settle
from riskscan.errors import RiskscanError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

SLAB = 1000
FEW = 1000  # provisions: analysing so many costs no more than starting a process

_work: Callable[[Any], Any] | None = None


def spread(
    make: Callable[[], Callable[[Task], Answer]], tasks: Sequence[Task], *, alone: bool
) -> Iterator[Answer]:
    """The answer to every task, in order, from all cores or from this process ``alone``.

    ``make`` is called once a process and returns the function that does one task; it, the tasks
    and the answers must pickle. RiskscanError when a process dies.
    """
    processes = os.cpu_count() or 1
    if alone or processes == 1:
        yield from map(make(), tasks)
        return
    context = multiprocessing.get_context("spawn")
    for start in range(0, len(tasks), SLAB):
        slab = tasks[start : start + SLAB]
        with ProcessPoolExecutor(processes, context, _prepare, (make,)) as pool:
            try:
                yield from pool.map(_do, slab)
            except BrokenProcessPool:
                raise RiskscanError(
                    "a worker process died",
                    remedy="It may have run out of memory; try fewer or smaller files",
                ) from None
            finally:
                pool.shutdown(cancel_futures=True)


def _prepare(make: Callable[[], Callable[[Any], Any]]) -> None:
    global _work
    _work = make()
    settle()


def _do(task: Any) -> Any:
    assert _work is not None  # noqa: S101  (the pool prepares a process before its first task)
    return _work(task)
