"""Analyses in worker processes that can be killed: the event loop stays free, a stuck one ends."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from anyio import BrokenWorkerProcess, CapacityLimiter, create_task_group, fail_after, to_process
from anyio.abc import TaskGroup

from riskscan.analysis.report import Interface
from riskscan.engine.ruleset import RuleSet
from riskscan.errors import RuleError
from riskscan.reading.limits import Limits
from riskscan_api import parity_worker, worker
from riskscan_api.parity_worker import Pair
from riskscan_api.problems import Fault, Refusal, Values
from riskscan_api.settings import MEGABYTE, Settings
from riskscan_api.worker import Crashed, Job, Outcome, Refused, Setup

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")

PING_SECONDS = 10
START_SECONDS = 120
BUSY = Refusal("busy")
KINDS = {"unsupported-format": "unsupported-format", "text-too-long": "too-large"}

log = logging.getLogger("riskscan.api")


class Workers:
    """A pool of ``settings.workers`` processes, each keeping a warm Analyzer of the same rules.

    ``tasks`` must be open while analyses run: lost workers are replaced in it.
    """

    def __init__(self, settings: Settings, ruleset: RuleSet, tasks: TaskGroup) -> None:
        self._settings = settings
        self._tasks = tasks
        self._slots = CapacityLimiter(settings.workers)
        self._setup = Setup(
            rules=settings.rules,
            digest=ruleset.digest,
            limits=Limits(file_bytes=settings.max_file_bytes, characters=settings.max_characters),
            memory=settings.memory_megabytes * MEGABYTE,
        )
        self._values: Values = {
            "known": ", ".join(sorted(ruleset.factors)),
            "limit": settings.max_characters,
        }
        self.ready = False

    async def start(self) -> bytes:
        """Start and warm every worker; the report on ``EXAMPLE_TEXT``. RuleError if one cannot."""
        reports = []
        for outcome in await self._fill():
            if not isinstance(outcome, bytes):
                raise RuleError(f"a worker cannot start ({outcome})")
            reports.append(outcome)
        self.ready = True
        return reports[0]

    async def analyze(self, job: Job) -> bytes | Refusal:
        """The answer's bytes, or why there are none."""
        return self._answer(await self.run(worker.analyze, job))

    async def compare(self, pair: Pair, ui: Interface) -> bytes | Refusal:
        """The comparison's bytes, or why there are none."""
        return self._answer(await self.run(parity_worker.compare_texts, pair, ui))

    def _answer(self, outcome: Outcome | Refusal) -> bytes | Refusal:
        if isinstance(outcome, Refused):
            fault = Fault(outcome.code, outcome.pointer, self._values, outcome.cause)
            return Refusal(KINDS.get(outcome.code, "invalid-request"), (fault,))
        if isinstance(outcome, Crashed):
            log.error("analysis failed: %s at %s", outcome.name, outcome.where)
            return Refusal("internal")
        return outcome

    async def run(
        self, function: Callable[[Setup, *Arguments], Result], *arguments: *Arguments
    ) -> Result | Refusal:
        """What a function of the setup and the arguments returns in a worker process.

        A refusal when the queue is full, time or memory runs out or the worker dies. Cancelling
        the call kills the worker that runs it.
        """
        if self._slots.statistics().tasks_waiting >= self._settings.queue:
            return BUSY
        try:
            with fail_after(self._settings.timeout_seconds):
                await self._slots.acquire()
        except TimeoutError:
            return BUSY
        lost = True
        try:
            with fail_after(self._settings.timeout_seconds):
                outcome = await self._call(function, self._setup, *arguments)
            lost = isinstance(outcome, Crashed) and outcome.name == MemoryError.__name__
        except TimeoutError:
            return Refusal("time-limit", values={"seconds": f"{self._settings.timeout_seconds:g}"})
        except BrokenWorkerProcess:
            log.error("a worker process died")
            return Refusal("internal")
        finally:
            self._slots.release()
            if lost:  # killed by the limit, by the client going away, or by the system
                self._tasks.start_soon(self._fill)
        return Refusal("memory-limit") if lost else outcome

    async def alive(self) -> bool:
        """Whether a worker answers; a pool busy to the last worker is alive."""
        if not self.ready:
            return False
        if self._slots.available_tokens < 1:
            return True
        return isinstance(await self._warm(PING_SECONDS), bytes)

    async def _fill(self) -> list[Outcome]:
        """Warm as many workers as there are free slots, all at once, so that none serves twice."""
        outcomes: list[Outcome] = []

        async def warm() -> None:
            outcomes.append(await self._warm(START_SECONDS))

        async with create_task_group() as group:
            for _ in range(int(self._slots.available_tokens)):
                group.start_soon(warm)
        return outcomes

    async def _warm(self, seconds: float) -> Outcome:
        try:
            async with self._slots:
                with fail_after(seconds):
                    return await self._call(worker.warm_up, self._setup)
        except (TimeoutError, BrokenWorkerProcess) as error:
            log.error("a worker process did not start")
            return Crashed(type(error).__name__, "start")

    async def _call(
        self, function: Callable[[*Arguments], Result], *arguments: *Arguments
    ) -> Result:
        """The outcome in a process; tried once more where that one had died before it was called.

        The slots already bound the number of processes.
        """

        async def call() -> Result:
            limiter = CapacityLimiter(math.inf)
            return await to_process.run_sync(
                function, *arguments, cancellable=True, limiter=limiter
            )

        try:
            return await call()
        except BrokenWorkerProcess:
            log.warning("a worker process died; another takes its place")
            return await call()
