"""Answers kept for those who ask the same again, in memory only.

An answer is found by a keyed hash of the draft, the rules and the options; the key lives as long
as the process, so that what is kept cannot be matched to a text guessed outside of it.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from anyio import CancelScope, Event
from anyio.abc import TaskGroup

from riskscan_api.problems import Refusal
from riskscan_api.worker import Job

Answer = bytes | Refusal
Compute = Callable[[Job], Awaitable[Answer]]

log = logging.getLogger("riskscan.api")


@dataclass
class _Flight:
    """An analysis under way and the number of requests that wait for it."""

    landed: Event = field(default_factory=Event)
    scope: CancelScope = field(default_factory=CancelScope)
    waiting: int = 0
    answer: Answer = field(default_factory=lambda: Refusal("internal"))


class Results:
    """The answers last asked for, up to ``limit`` bytes; equal requests at once are one analysis.

    ``tasks`` must be open while requests are served: analyses run in it.
    """

    def __init__(self, compute: Compute, digest: str, limit: int, tasks: TaskGroup) -> None:
        self._compute = compute
        self._digest = digest
        self._limit = self._free = limit
        self._tasks = tasks
        self._secret = secrets.token_bytes(32)
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._flights: dict[bytes, _Flight] = {}

    async def of(self, job: Job) -> Answer:
        """The job's answer; when every request that waits for it is cancelled, so is the job."""
        key = self._key(job)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        flight = self._flights.get(key)
        if flight is None:
            flight = self._flights[key] = _Flight()
            self._tasks.start_soon(self._fly, key, job, flight)
        flight.waiting += 1
        try:
            await flight.landed.wait()
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.landed.is_set():
                flight.scope.cancel()
                self._forget(key, flight)
        return flight.answer

    async def _fly(self, key: bytes, job: Job, flight: _Flight) -> None:
        with flight.scope:
            try:
                flight.answer = await self._compute(job)
            except Exception as error:  # out of here it would end every other request
                log.error("analysis failed: %s", type(error).__name__)
            if isinstance(flight.answer, bytes):
                self._keep(key, flight.answer)
            flight.landed.set()
        self._forget(key, flight)

    def _forget(self, key: bytes, flight: _Flight) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]

    def _keep(self, key: bytes, answer: bytes) -> None:
        if len(key) + len(answer) > self._limit:
            return
        self._kept[key] = answer
        self._free -= len(key) + len(answer)
        while self._free < 0:
            old, dropped = self._kept.popitem(last=False)
            self._free += len(old) + len(dropped)

    def _key(self, job: Job) -> bytes:
        total = hashlib.blake2b(key=self._secret)
        name, view, content = (
            ("", "", job.draft.encode("utf-8", "surrogatepass"))
            if isinstance(job.draft, str)
            else (job.draft.name, job.draft.view, job.draft.data)
        )
        kind = type(job.draft).__name__
        for part in (self._digest, job.format, job.options.model_dump_json(), kind, name, view):
            total.update(len(part.encode()).to_bytes(8, "big") + part.encode())
        total.update(content)
        return total.digest()
