"""Analyses in worker processes that can be killed: the event loop stays free, a stuck one ends."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable
from typing import TypeVarTuple

from anyio import BrokenWorkerProcess, CapacityLimiter, create_task_group, fail_after, to_process
from anyio.abc import TaskGroup

from riskscan.analysis.options import Options
from riskscan.errors import RuleError
from riskscan_api import worker
from riskscan_api.problems import FieldError, Problem, problem
from riskscan_api.settings import Settings
from riskscan_api.worker import Crashed, Outcome, Refused

Arguments = TypeVarTuple("Arguments")

PING_SECONDS = 10
START_SECONDS = 120

log = logging.getLogger("riskscan.api")


class Workers:
    """A pool of ``settings.workers`` processes, each keeping a warm Analyzer.

    ``tasks`` must be open while analyses run: lost workers are replaced in it.
    """

    def __init__(self, settings: Settings, tasks: TaskGroup) -> None:
        self._settings = settings
        self._tasks = tasks
        self._slots = CapacityLimiter(settings.workers)
        self.ready = False

    async def start(self) -> None:
        """Start and warm every worker; RuleError when the rules cannot be loaded."""
        outcome = next((o for o in await self._fill() if not isinstance(o, bytes)), None)
        if isinstance(outcome, Refused):
            raise RuleError(outcome.cause, place=outcome.field, remedy=outcome.remedy)
        if isinstance(outcome, Crashed):
            raise RuleError(f"a worker cannot start ({outcome.name} at {outcome.where})")
        self.ready = True

    async def analyze(self, text: str, options: Options) -> bytes | Problem:
        """The report as JSON; a problem when the queue is full, time runs out or it is refused.

        Cancelling the call kills the worker that runs it.
        """
        busy = problem("busy", "Try again in a few seconds.")
        if self._slots.statistics().tasks_waiting >= self._settings.queue:
            return busy
        try:
            with fail_after(self._settings.timeout_seconds):
                await self._slots.acquire()
        except TimeoutError:
            return busy
        lost = True
        try:
            with fail_after(self._settings.timeout_seconds):
                outcome = await self._call(worker.analyze, self._settings.rules, text, options)
            lost = False
        except TimeoutError:
            limit = f"One analysis may take {self._settings.timeout_seconds:g} seconds."
            return problem("time-limit", f"{limit} Split the document and send each part.")
        except BrokenWorkerProcess:
            log.error("a worker process died")
            return problem("internal", "The process that analysed the text died.")
        finally:
            self._slots.release()
            if lost:  # killed by the limit, by the client going away, or by the system
                self._tasks.start_soon(self._fill)
        return _answer(outcome)

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
                    return await self._call(worker.warm_up, self._settings.rules)
        except (TimeoutError, BrokenWorkerProcess) as error:
            log.error("a worker process did not start")
            return Crashed(type(error).__name__, "start")

    async def _call(
        self, function: Callable[[*Arguments], Outcome], *arguments: *Arguments
    ) -> Outcome:
        unlimited = CapacityLimiter(math.inf)  # the slots already bound the number of processes
        return await to_process.run_sync(function, *arguments, cancellable=True, limiter=unlimited)


def _answer(outcome: Outcome) -> bytes | Problem:
    if isinstance(outcome, Refused):
        error = FieldError(field=outcome.field, cause=outcome.cause, remedy=outcome.remedy)
        return problem("invalid-request", "Mend the fields listed under errors.", error)
    if isinstance(outcome, Crashed):
        log.error("analysis failed: %s at %s", outcome.name, outcome.where)
        return problem("internal", "The analysis failed; the request's number is in the log.")
    return outcome
