"""Running one function over many tasks: the interface, and a pool of processes behind it.

A cluster comes in behind the same interface: ``ActorPool.map_unordered`` of Ray has its shape. The
pool gives every worker a pipe of its own, so that a worker that is killed (by the time limit, by
the system, by hand) takes no lock or queue with it; the shared ones of the standard library's pools
can be left locked.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Generic, Literal, Protocol, TypeVar

from riskscan.errors import RiskscanError

Task = TypeVar("Task")
Result = TypeVar("Result")
TaskIn = TypeVar("TaskIn")
ResultOut = TypeVar("ResultOut", covariant=True)

_ATTEMPTS = 2  # a task whose worker died is tried once more
_START_SECONDS = 120
_STARTS = 3  # workers that may die in a row before they are ready
_READY = "ready"


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: it took too long, or its workers died."""

    reason: Literal["time", "death"]


class Executor(Protocol[TaskIn, ResultOut]):
    """Tasks in, each with its result out, in any order; tasks are drawn only as they can be run.

    Closing the iterator, or an exception where it is consumed, ends every process at once.
    """

    def run(
        self, tasks: Iterable[TaskIn]
    ) -> Generator[tuple[TaskIn, ResultOut | Lost], None, None]:
        """Every task with its result or its loss."""
        ...


class ProcessPool(Generic[Task, Result]):
    """Up to ``workers`` processes; each calls ``prepare`` once, and what it returns on every task.

    A task over ``seconds`` is lost and its worker replaced; one whose worker dies is tried once
    more in a new worker. Processes are started only when there are tasks for them.
    """

    def __init__(
        self, prepare: Callable[[], Callable[[Task], Result]], workers: int, seconds: float
    ) -> None:
        self._prepare = prepare
        self._number = workers
        self._seconds = seconds

    def run(self, tasks: Iterable[Task]) -> Generator[tuple[Task, Result | Lost], None, None]:
        """Every task with its result or its loss; RiskscanError when none can start."""
        new = (_Job(task) for task in tasks)
        again: list[_Job[Task]] = []
        workers: list[_Worker[Task, Result]] = []
        stillborn = 0
        try:
            while True:
                while self._has_room(workers):
                    job = again.pop() if again else next(new, None)
                    if job is None:
                        break
                    self._free(workers).take(job)
                busy = [worker for worker in workers if worker.job is not None]
                if not busy:
                    return
                for worker in _heard(busy):
                    job, answer = worker.hear()
                    if worker.dead:
                        workers.remove(worker)
                        worker.end()
                    stillborn = 0 if worker.ready else stillborn + 1
                    if stillborn >= _STARTS:
                        raise RiskscanError(
                            "the worker processes die before they can work",
                            place="--workers",
                            remedy="Try fewer workers: memory may be short",
                        )
                    if answer is None:
                        continue
                    if answer == Lost("death") and job.attempts < _ATTEMPTS:
                        again.append(job)
                    else:
                        yield job.task, answer
        finally:
            for worker in workers:
                worker.end()

    def _has_room(self, workers: list[_Worker[Task, Result]]) -> bool:
        return len(workers) < self._number or any(worker.job is None for worker in workers)

    def _free(self, workers: list[_Worker[Task, Result]]) -> _Worker[Task, Result]:
        for worker in workers:
            if worker.job is None:
                return worker
        workers.append(_Worker(self._prepare, self._seconds))
        return workers[-1]


@dataclass(slots=True)
class _Job(Generic[Task]):
    task: Task
    attempts: int = 0


class _Worker(Generic[Task, Result]):
    """One process, its pipe, and the job it has."""

    def __init__(self, prepare: Callable[[], Callable[[Task], Result]], seconds: float) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(prepare, theirs), daemon=True)
        with _interrupts_held_back():
            self._process.start()
        theirs.close()  # so that the pipe ends when the process does
        self._seconds = seconds
        self.deadline = time.monotonic() + _START_SECONDS
        self.job: _Job[Task] | None = None
        self.ready = False
        self.dead = False

    def take(self, job: _Job[Task]) -> None:
        self.job = job
        if self.ready:
            self._send(job)

    def _send(self, job: _Job[Task]) -> None:
        self.deadline = time.monotonic() + self._seconds
        job.attempts += 1
        with suppress(OSError):  # a dead worker is heard of through its pipe
            self.pipe.send(job.task)

    def hear(self) -> tuple[_Job[Task], Result | Lost | None]:
        """The job and what became of it, None while it goes on; call when there is something."""
        job = self.job
        assert job is not None  # noqa: S101 — only workers with a job are listened to
        answer: Result | Lost | None = None
        try:
            if not self.pipe.poll():
                self.dead = True
                answer = Lost("time" if self.ready else "death")
            elif not self.ready:
                self.pipe.recv()
                self.ready = True
                self._send(job)
            else:
                answer = self.pipe.recv()
                self.job = None
        except (EOFError, OSError):
            self.dead = True
            answer = Lost("death")
        return job, answer

    def end(self) -> None:
        """Kill the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Ctrl-C reaches this process a little later, and one started meanwhile never."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    resource_tracker.ensure_running()  # what it does when first asked would let Ctrl-C through
    held: list[int] = []
    in_main = threading.current_thread() is threading.main_thread()
    hearing = signal.getsignal(signal.SIGINT)
    if in_main:
        signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        if in_main:
            signal.signal(signal.SIGINT, hearing)
        if held:
            signal.raise_signal(signal.SIGINT)


def _heard(workers: list[_Worker[Task, Result]]) -> list[_Worker[Task, Result]]:
    """Wait until a worker says something, dies or runs out of time; which ones did."""
    seconds = min(worker.deadline for worker in workers) - time.monotonic()
    spoke = wait([worker.pipe for worker in workers], max(0.0, seconds))
    now = time.monotonic()
    return [worker for worker in workers if worker.pipe in spoke or worker.deadline <= now]


def _serve(
    prepare: Callable[[], Callable[[Task], Result]], pipe: Connection[Result | str, Task]
) -> None:
    """What a worker process does until its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers
    work = prepare()
    answer: Result | str = _READY
    while True:
        try:
            pipe.send(answer)
            task = pipe.recv()
        except (EOFError, OSError):
            return
        answer = work(task)
