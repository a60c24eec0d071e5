"""Kept answers: the same bytes again, within bounds, never the words of a draft."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import anyio
import pytest
from starlette.testclient import TestClient

from riskscan.analysis import Options
from riskscan_api.problems import Refusal
from riskscan_api.results import Answer, Results
from riskscan_api.worker import Job, Upload
from tests.api.test_analyze import DRAFT


class Counter:
    """An analysis that answers with its own number and lets the others run meanwhile."""

    def __init__(self, answer: Callable[[int], Answer] = lambda count: b"%d" % count) -> None:
        self.begun = self.ended = 0
        self._answer = answer

    async def __call__(self, job: Job) -> Answer:
        self.begun += 1
        number = self.begun
        await anyio.sleep(0)
        await anyio.sleep(0)
        self.ended += 1
        return self._answer(number)


def run(counter: Counter, limit: int, ask: Callable[[Results], Awaitable[None]]) -> None:
    """Ask a server's kept answers in its own loop."""

    async def serve() -> None:
        async with anyio.create_task_group() as tasks:
            await ask(Results(counter, "digest", limit, tasks))

    anyio.run(serve)


def job(text: str = "а", ui: str = "ru") -> Job:
    """A request."""
    return Job(text, Options.model_validate({"ui": ui}))


def test_the_same_request_is_answered_from_memory() -> None:
    """One analysis, the same bytes, also for an equal job made anew."""
    counter = Counter()

    async def ask(results: Results) -> None:
        assert [await results.of(job()) for _ in range(3)] == [b"1"] * 3

    run(counter, 1000, ask)
    assert counter.begun == 1


def test_everything_that_matters_makes_another_request() -> None:
    """Text, file name, options, kind of answer and kind of draft are all told apart."""
    jobs = [
        job("а"),
        job("б"),
        job("а", "kk"),
        Job("а", Options(), "sarif"),
        Job(Upload("", "а".encode()), Options()),
        Job(Upload("а.txt", "а".encode()), Options()),
        Job(Upload("а", ".txtа".encode()), Options()),
        Job(Upload("а", ".txtа".encode(), "original"), Options()),
    ]
    counter = Counter()

    async def ask(results: Results) -> None:
        assert len({await results.of(each) for each in jobs}) == len(jobs)

    run(counter, 10_000, ask)
    assert counter.begun == len(jobs)


def test_the_least_recently_asked_goes_first() -> None:
    """Memory is bounded in bytes: room for two answers of 1 + 64 bytes keeps two."""
    counter = Counter()

    async def ask(results: Results) -> None:
        for text in ("а", "б", "а", "в"):
            await results.of(job(text))
        assert await results.of(job("а")) == b"1"
        assert await results.of(job("б")) == b"4"

    run(counter, 140, ask)


@pytest.mark.parametrize("limit", [0, 64])
def test_what_does_not_fit_is_not_kept(limit: int) -> None:
    """A bound of 0 keeps nothing; neither is an answer kept that is larger than the bound."""
    counter = Counter()

    async def ask(results: Results) -> None:
        assert [await results.of(job()) for _ in range(2)] == [b"1", b"2"]

    run(counter, limit, ask)


def test_refusals_are_not_kept() -> None:
    """Busy now says nothing about later."""
    counter = Counter(lambda count: Refusal("busy") if count == 1 else b"report")

    async def ask(results: Results) -> None:
        assert await results.of(job()) == Refusal("busy")
        assert await results.of(job()) == b"report"

    run(counter, 1000, ask)


def test_equal_requests_at_once_are_one_analysis() -> None:
    """All get the bytes of the one that ran."""
    counter = Counter()
    answers: list[Answer] = []

    async def ask(results: Results) -> None:
        async def one() -> None:
            answers.append(await results.of(job()))

        async with anyio.create_task_group() as crowd:
            for _ in range(5):
                crowd.start_soon(one)

    run(counter, 0, ask)
    assert answers == [b"1"] * 5


@pytest.mark.parametrize(("leaving", "ended"), [(1, 1), (2, 0)])
def test_an_analysis_ends_with_the_last_who_waits(leaving: int, ended: int) -> None:
    """One of two leaves: the other gets its answer. Both leave: the work is dropped."""
    counter = Counter()

    async def ask(results: Results) -> None:
        scopes = [anyio.CancelScope() for _ in range(2)]

        async def one(scope: anyio.CancelScope) -> None:
            with scope:
                assert await results.of(job()) == b"1"

        async with anyio.create_task_group() as crowd:
            for scope in scopes:
                crowd.start_soon(one, scope)
            await anyio.sleep(0)
            for scope in scopes[:leaving]:
                scope.cancel()

    run(counter, 0, ask)
    assert (counter.begun, counter.ended) == (1, ended)


def test_a_defect_ends_its_own_request_only() -> None:
    """An exception becomes a refusal, and the next request is served."""

    def fail(count: int) -> Answer:
        if count == 1:
            raise ValueError
        return b"report"

    async def ask(results: Results) -> None:
        assert await results.of(job()) == Refusal("internal")
        assert await results.of(job()) == b"report"

    run(Counter(fail), 1000, ask)


def test_keys_hold_no_word_of_a_draft() -> None:
    """Keys are hashes with a key of their own: equal texts on two servers look different."""

    async def ask(results: Results) -> None:
        other = Results(Counter(), "digest", 0, anyio.create_task_group())
        assert results._key(job()) == results._key(job()) != other._key(job())
        assert len(results._key(job("канарейка" * 99))) == 64

    run(Counter(), 0, ask)


def test_two_requests_to_the_server_get_the_same_bytes(client: TestClient) -> None:
    """From an analysis and from memory alike, in each format."""
    for accept in ("application/json", "application/sarif+json"):
        answers = {
            client.post("/analyze", json={"text": DRAFT}, headers={"accept": accept}).content
            for _ in range(3)
        }
        assert len(answers) == 1
