"""A folder of acts: which files are in it, and the bytes of one, read so that nothing can hang.

A folder is as hostile as a document: it holds links that loop or lead outside, pipes nobody writes
to, names that are no UTF-8, files of two gigabytes and files that vanish or change meanwhile. Links
are never followed: what a link means inside the folder is scanned under its own name.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from riskscan.errors import DocumentTooLargeError, InputError
from riskscan.reading.limits import Limits

_ATTEMPTS = 3  # to read a file that somebody is writing
_TICK = 20_000_000  # nanoseconds: clocks of file systems go no finer than a few milliseconds
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A regular file: how the system opens it, its name inside the folder, its size in bytes."""

    location: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Something that is not read on purpose, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that should have been read and cannot be."""

    name: str
    error: InputError


Entry = FileEntry | PassedOver | Unreadable


def walk(folder: Path, avoid: Path) -> Iterator[Entry]:
    """Everything in a folder, sorted by name folder by folder; ``avoid`` is left out.

    InputError when the folder itself cannot be opened; one inside it becomes an ``Unreadable``.
    """
    top = os.path.realpath(folder)
    own = os.path.realpath(avoid)
    try:
        names = _names(top)
    except OSError as error:
        raise _cannot_open(str(folder), error) from None
    waiting = [os.path.join(top, name) for name in reversed(names)]  # noqa: PTH118 — any bytes
    while waiting:
        location = waiting.pop()
        if location == own:
            continue
        entry = _look(location, shown(os.path.relpath(location, top)))
        if entry is not None:
            yield entry
            continue
        try:
            names = _names(location)
        except OSError as error:
            name = shown(os.path.relpath(location, top))
            yield Unreadable(name, _cannot_open(name, error))
        else:
            waiting += [os.path.join(location, name) for name in reversed(names)]  # noqa: PTH118


def shown(path: str) -> str:
    """A file's name as valid Unicode: bytes that are no UTF-8 stand as ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def read_file(entry: FileEntry, limits: Limits) -> bytes:
    """All bytes of a file as they stood at one moment.

    DocumentTooLargeError before anything is read; InputError when the file is gone, may not be
    read, is no regular file any more, or does not stop changing.
    """
    try:
        handle = os.open(entry.location, _FLAGS)
    except OSError as error:
        raise _cannot_open(entry.name, error) from None
    with open(handle, "rb", buffering=0) as file:  # noqa: PTH123 — an open handle
        for _ in range(_ATTEMPTS):
            before = os.fstat(handle)
            if _is_fresh(before):
                time.sleep(_TICK / 1e9)
                before = os.fstat(handle)
            fresh = _is_fresh(before)
            if not stat.S_ISREG(before.st_mode):
                break
            if before.st_size > limits.file_bytes:
                raise DocumentTooLargeError(
                    f"the file is larger than {limits.file_bytes} bytes",
                    place=entry.name,
                    remedy="Split the document or take the pictures out",
                )
            try:
                file.seek(0)
                data = _content(handle, before.st_size)
            except OSError as error:
                raise _cannot_open(entry.name, error) from None
            after = os.fstat(handle)
            if len(data) == before.st_size and not fresh and _same(before, after):
                return data
    raise InputError(
        "the file changes while it is read",
        place=entry.name,
        remedy="Scan again when nobody writes to it",
    )


def _content(handle: int, size: int) -> bytes:
    pieces = []
    while size and (piece := os.read(handle, size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _is_fresh(found: os.stat_result) -> bool:
    """Whether a file was written so lately that another change might not show in its time."""
    return abs(time.time_ns() - found.st_mtime_ns) < _TICK


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _names(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def _look(location: str, name: str) -> Entry | None:
    """What stands there; None for a folder to enter."""
    if os.path.basename(location).startswith((".", "~$")):  # noqa: PTH119
        return PassedOver(name, "hidden")
    try:
        found = os.lstat(location)
    except OSError as error:
        return Unreadable(name, _cannot_open(name, error))
    if stat.S_ISREG(found.st_mode):
        return FileEntry(location, name, found.st_size)
    if stat.S_ISDIR(found.st_mode):
        return None
    return PassedOver(name, "link" if stat.S_ISLNK(found.st_mode) else "special")


def _cannot_open(name: str, error: OSError) -> InputError:
    return InputError(
        f"cannot be opened ({error.strerror or type(error).__name__})",
        place=name,
        remedy="Check that it is still there and the rights to it",
    )
