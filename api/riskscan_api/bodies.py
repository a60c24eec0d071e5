"""Bodies of requests: read within a size, a time and the memory all of them may hold together."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import contextmanager

from anyio import fail_after
from starlette.formparsers import MultiPartParser
from starlette.requests import Request

from riskscan_api.problems import Fault, Refusal, RefusalError, refuse
from riskscan_api.settings import MEGABYTE, Settings

Take = Callable[[int], None]


class Bodies:
    """The memory that bodies may hold, shared by all requests of a server."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._free = settings.bodies_megabytes * MEGABYTE

    @contextmanager
    def room(self) -> Iterator[Take]:
        """A request's part of it: called with a number of bytes, it takes them or refuses."""
        taken = 0

        def take(count: int) -> None:
            nonlocal taken
            if count > self._free:
                raise refuse("busy", Connection="close")
            self._free -= count
            taken += count

        try:
            yield take
        finally:
            self._free += taken

    @contextmanager
    def in_time(self) -> Iterator[None]:
        """RefusalError when what is read inside takes too long to arrive."""
        seconds = self._settings.timeout_seconds
        try:
            with fail_after(seconds):
                yield
        except TimeoutError:
            values = {"seconds": f"{seconds:g}"}
            closing = {"Connection": "close"}
            raise RefusalError(Refusal("too-slow", values=values, headers=closing)) from None


class FormParser(MultiPartParser):
    """Nothing of a draft is written to disk, however large it is."""

    spool_max_size = 0


async def read(request: Request, limit: int, take: Take) -> bytes:
    """The whole body, of at most ``limit`` bytes."""
    body = bytearray()
    async for chunk in chunks(request, limit, take):
        body += chunk
    return bytes(body)


async def chunks(request: Request, limit: int, take: Take) -> AsyncGenerator[bytes, None]:
    """The body as it arrives; RefusalError when it is larger than ``limit`` bytes."""
    declared = request.headers.get("content-length", "")
    if declared.isascii() and declared.isdecimal() and int(declared[:20]) > limit:
        raise _too_large(limit)
    left = limit
    async for chunk in request.stream():
        left -= len(chunk)
        if left < 0:
            raise _too_large(limit)
        take(len(chunk))
        yield chunk


def _too_large(limit: int) -> RefusalError:
    """What is left of the body is not read, so the connection cannot serve another request."""
    fault = Fault("body-too-long", values={"limit": limit})
    return refuse("too-large", fault, Connection="close")


def check_media_type(request: Request, expected: str) -> None:
    """RefusalError unless the body is said to be of the type, in UTF-8, not compressed."""
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    charset = parameters.partition("charset=")[2].partition(";")[0].strip(' "').lower()
    encoded = request.headers.get("content-encoding", "identity").lower()
    right = media_type.strip().lower() == expected
    if not right or charset not in {"", "utf-8", "utf8"} or encoded != "identity":
        values = {"expected": expected}
        headers = {"Accept": expected}
        raise RefusalError(Refusal("unsupported-media-type", values=values, headers=headers))
