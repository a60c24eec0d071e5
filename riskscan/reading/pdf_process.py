"""The process that opens a PDF, started and ended: every way it can fail becomes an error."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import riskscan
from riskscan.errors import DamagedFileError, DocumentTooLargeError, InputError
from riskscan.reading import child_process
from riskscan.reading.formats import locked
from riskscan.reading.limits import Limits
from riskscan.reading.pdf_page import Page, page_of

SAVE_AGAIN = "Open it in a PDF reader, print it to a new PDF and read that"
SPLIT = "Split the document"
_ROOT = Path(riskscan.__file__).parents[1]
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def read_pages(data: bytes, name: str, limits: Limits) -> list[Page]:
    """Open a PDF in a process of its own and return its pages.

    Raises UnsupportedFormatError for a password, DamagedFileError, DocumentTooLargeError.
    """
    settings = {
        "parent": os.getpid(),
        "memory": limits.pdf_bytes,
        "seconds": limits.pdf_seconds,
        "pages": limits.pdf_pages,
        "characters": limits.characters,
    }
    message = json.dumps(settings).encode() + b"\n" + data
    output = run("riskscan.reading.pdf_worker", message, limits.pdf_seconds)
    if output is None:
        raise failure("time", name, limits)
    *pages, last = output.splitlines() or [b""]
    end = _end(last)
    if end != "done" or not pages:
        raise failure(end, name, limits)
    return [page_of(json.loads(page)) for page in pages]


def run(module: str, message: bytes, seconds: float) -> bytes | None:
    """What a module prints when it is run with a message; None when its time is over."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    environment = os.environ | _ONE_THREAD | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-P", "-m", module]
    return child_process.run(command, environment, seconds, message=message)


def _end(line: bytes) -> str:
    """The worker's last word; a process the system killed left none."""
    try:
        last = json.loads(line)
    except ValueError:
        return "damaged"
    return str(last["end"]) if isinstance(last, dict) else "damaged"


def failure(end: str, name: str, limits: Limits) -> InputError:
    """The error for a way of ending."""
    if end == "locked":
        return locked(name)
    too_large = {
        "pages": f"the document has more than {limits.pdf_pages} pages",
        "characters": f"the text is longer than {limits.characters} characters",
        "memory": f"reading takes more than {limits.pdf_bytes} bytes of memory",
        "time": f"reading takes more than {limits.pdf_seconds} seconds",
    }
    if end in too_large:
        return DocumentTooLargeError(too_large[end], place=name, remedy=SPLIT)
    return DamagedFileError("the PDF cannot be opened", place=name, remedy=SAVE_AGAIN)
