"""Reads hostile files in a process of its own, with bounds on memory and without a network.

Usage: python -m tests.reading.hostile_child ADDRESS NAME… prints one line of JSON a file.
"""

from __future__ import annotations

import json
import resource
import socket
import sys
import time
from typing import TypedDict

from riskscan.errors import RiskscanError
from riskscan.reading import read_bytes
from tests.reading.hostile import Hostile
from tests.reading.hostile_files import hostile_files

MEMORY = 2 * 2**30
calls: list[str] = []


class Outcome(TypedDict):
    """What became of one file: "read", "refused" with our error, or "failed" with another one."""

    name: str
    became: str
    kind: str
    place: str
    cause: str
    remedy: str
    seconds: float
    sockets: int


class Cut(socket.socket):
    """A socket nobody gets."""

    def __init__(self, *_arguments: object, **_options: object) -> None:
        calls.append("socket")
        raise OSError("the network is cut")


def outcome(hostile: Hostile) -> Outcome:
    """What became of one file, how long it took in seconds, how often a socket was asked for."""
    data = hostile.make()
    calls.clear()
    start = time.perf_counter()
    became, problem = "read", RiskscanError("")
    try:
        read_bytes(data, hostile.name)
    except RiskscanError as error:
        became, problem = "refused", error
    except BaseException as error:
        became = f"failed with {type(error).__name__}"
    return Outcome(
        name=hostile.name,
        became=became,
        kind=type(problem).__name__,
        place=problem.place,
        cause=problem.cause,
        remedy=problem.remedy,
        seconds=time.perf_counter() - start,
        sockets=len(calls),
    )


def main() -> None:
    """Read the files named, one after the other."""
    address, *names = sys.argv[1:]
    files = {hostile.name: hostile for hostile in hostile_files(address)}
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    socket.socket = Cut  # type: ignore[misc]
    for name in names:
        print(json.dumps(outcome(files[name])), flush=True)


if __name__ == "__main__":
    main()
