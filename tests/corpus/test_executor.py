"""The pool: every task comes back with its result or its loss, whatever happens to workers."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from riskscan.corpus.executor import Lost, ProcessPool
from riskscan.errors import RiskscanError


def doubler() -> Callable[[int], int]:
    """Doubles a number."""
    return lambda number: 2 * number


def pids() -> Callable[[int], int]:
    """Answers with the process and takes a moment, so that every worker gets a task."""

    def work(_: int) -> int:
        time.sleep(0.2)
        return os.getpid()

    return work


def dying() -> Callable[[Path], str]:
    """Kills its process unless the file is there; makes the file."""

    def work(mark: Path) -> str:
        if mark.name == "always" or not mark.exists():
            with mark.open("a") as file:
                file.write("tried\n")
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    return work


def sleeper() -> Callable[[float], str]:
    """Sleeps the number of seconds."""

    def work(seconds: float) -> str:
        time.sleep(seconds)
        return "woke"

    return work


def stillborn() -> Callable[[int], int]:
    """Ends the worker before it can work."""
    os._exit(1)


def test_every_task_has_its_result() -> None:
    """In any order, each once."""
    pool = ProcessPool(doubler, workers=2, seconds=30)
    assert sorted(pool.run(range(50))) == [(number, 2 * number) for number in range(50)]


def test_all_workers_work() -> None:
    """Two tasks at a time go to two processes."""
    answers = {answer for _, answer in ProcessPool(pids, workers=2, seconds=30).run(range(6))}
    assert len(answers) == 2


def test_no_task_starts_no_process() -> None:
    """A scan of what is known costs no start-up."""
    assert list(ProcessPool(stillborn, workers=2, seconds=30).run([])) == []


def test_tasks_are_drawn_only_as_they_can_be_run() -> None:
    """What has not been drawn takes no memory."""
    drawn: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(100):
            drawn.append(number)
            yield number

    with closing(ProcessPool(doubler, workers=2, seconds=30).run(tasks())) as results:
        next(results)
        assert len(drawn) <= 3


def test_a_task_whose_worker_dies_is_tried_once_more(tmp_path: Path) -> None:
    """The second worker may live: memory was short, or somebody killed the first."""
    mark = tmp_path / "mark"
    assert list(ProcessPool(dying, 1, 30).run([mark])) == [(mark, "done")]


def test_a_task_that_kills_two_workers_is_lost_and_the_others_go_on(tmp_path: Path) -> None:
    """A document that brings the process down costs two attempts, not the scan."""
    tasks = [tmp_path / "always", tmp_path / "mark"]
    assert dict(ProcessPool(dying, 1, 30).run(tasks)) == {
        tasks[0]: Lost("death"),
        tasks[1]: "done",
    }
    assert tasks[0].read_text() == "tried\n" * 2


def test_a_task_over_its_time_is_lost_and_the_others_go_on() -> None:
    """Its worker is killed and replaced."""
    assert dict(ProcessPool(sleeper, 1, 0.5).run([600.0, 0.0])) == {
        600.0: Lost("time"),
        0.0: "woke",
    }


def test_workers_that_cannot_start_end_the_run() -> None:
    """An error with a remedy, not an endless row of dying processes."""
    with pytest.raises(RiskscanError, match="--workers"):
        list(ProcessPool(stillborn, workers=2, seconds=30).run([1, 2, 3]))


def test_closing_the_run_ends_every_process() -> None:
    """Nothing of an interrupted scan goes on in the background."""
    with closing(ProcessPool(pids, workers=2, seconds=30).run(range(9))) as results:
        workers = {answer for _, answer in (next(results), next(results))}
    for worker in workers:
        assert isinstance(worker, int)
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)
