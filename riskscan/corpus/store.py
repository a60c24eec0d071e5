"""The folder of results: who may write it, what is already known, how new rows become safe.

    DIR/scan.json            what was scanned and with what: written last, so a whole scan has it
    DIR/documents.parquet    one row an act
    DIR/findings.parquet     one row a finding
    DIR/files.parquet        one row a file met, with the reason when it was not analysed
    DIR/parts/KEY/N.parquet  the answers of one ruleset and engine, by content

Parts are the memory of a scan. A part holds whole documents with their findings inside, is written
under another name, flushed to the disk and renamed: it is there whole or not at all, so the set of
parts is the manifest, and whatever kills a scan loses only what no part holds yet. Parts of other
rules stay under their own key: going back to those rules costs a look-up. What an interrupted
write left behind is swept away by the next scan.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import io
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from riskscan.corpus.columns import PART, schema
from riskscan.corpus.examine import Row
from riskscan.errors import StorageError

PART_SCHEMA = schema(*PART)
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class Store:
    """One folder of results, held by one scan: use ``open_store``."""

    def __init__(self, folder: Path, key: str) -> None:
        self.folder = folder
        self._parts = folder / "parts" / key
        with storing(folder):
            self._parts.mkdir(parents=True, exist_ok=True)
            for leftover in (*self._parts.glob("*.tmp"), *folder.glob("*.tmp")):
                leftover.unlink()
        self._next = max((int(path.stem) for path in self.parts()), default=0) + 1

    def parts(self) -> list[Path]:
        """The parts there are, in the order they were written."""
        return sorted(self._parts.glob("*.parquet"))

    def known(self) -> set[bytes]:
        """The digests of all contents that have an answer.

        StorageError names a part that cannot be read.
        """
        digests: set[bytes] = set()
        for part in self.parts():
            digests.update(map(bytes.fromhex, _column(part)))
        return digests

    def keep(self, rows: Sequence[Row]) -> None:
        """Make rows safe: when this returns they survive a power cut; on an error none is kept."""
        table = pa.Table.from_pylist(list(rows), schema=PART_SCHEMA)
        buffer = io.BytesIO()  # a part is small, and Python's own write says what went wrong
        pq.write_table(table, buffer, compression="zstd")
        write_whole(
            self._parts / f"{self._next:08}.parquet", lambda file: file.write(buffer.getbuffer())
        )
        self._next += 1


def key_of(ruleset: str, code: str, quotes: bool, view: str) -> str:
    """The name under which answers are kept: equal only when the answers would be.

    ``ruleset`` and ``code`` are digests of the rules and of the program.
    """
    parts = (code, ruleset, str(quotes), view)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@contextmanager
def open_store(folder: Path, key: str) -> Iterator[Store]:
    """Hold the folder for one scan; StorageError when another has it or it cannot be written.

    The lock is the kernel's: it ends with the process, however that ends.
    """
    with storing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("ab")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StorageError(
                "another scan is writing here",
                place=str(folder),
                remedy="Wait until it ends, or choose another --out",
            ) from None
        yield Store(folder, key)


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file so that it is there whole or not at all, even after a power cut.

    StorageError when it cannot be written; then nothing of it is left.
    """
    draft = path.with_name(f"{path.name}.tmp")
    with storing(path.parent):
        try:
            with draft.open("wb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names in a folder safe: a rename lives in the folder, not in the file."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def storing(folder: Path) -> Iterator[None]:
    """Turn the system's refusals into a StorageError that says what to do."""
    try:
        yield
    except OSError as error:
        full = error.errno in _NO_ROOM
        raise StorageError(
            "the disk is full" if full else f"cannot be written ({error.strerror})",
            place=str(folder),
            remedy=(
                "Make room and give the same command again: what is done is kept"
                if full
                else "Check the folder and the rights to it"
            ),
        ) from None


def _column(part: Path) -> list[str]:
    try:
        column: list[str] = pq.read_table(part, columns=["sha256"])["sha256"].to_pylist()
    except (OSError, pa.ArrowInvalid):
        raise StorageError(
            "this part of the results is damaged",
            place=str(part),
            remedy="Delete it and give the same command again: its documents are analysed anew",
        ) from None
    return column
