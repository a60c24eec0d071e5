"""What runs inside a worker process: one warm Analyzer, asked again and again.

Nothing but plain data goes back: an exception could carry words of the draft in its message.
"""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.process import settle
from riskscan.errors import (
    DamagedFileError,
    DocumentTooLargeError,
    EmptyDocumentError,
    EncodingError,
    InputError,
    NoOriginalError,
    RiskscanError,
    RuleError,
    UnsupportedFormatError,
)
from riskscan.reading import read_bytes
from riskscan.reading.docx import Changes
from riskscan.reading.limits import Limits
from riskscan.reading.reader import DEFAULT_LIMITS
from riskscan.report import View
from riskscan.report.sarif import render_sarif
from riskscan.text import Document
from riskscan_api.answers import EXAMPLE_TEXT, AnswerFormat, FileReport

try:
    import resource
except ModuleNotFoundError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_spent = Event()


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker is made from; ``memory`` in bytes (0: no bound), ``digest`` of the rules."""

    rules: Path | None = None
    digest: str = ""
    limits: Limits = DEFAULT_LIMITS
    memory: int = 0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its bytes, its name for the report, as what its changes are read."""

    name: str
    data: bytes
    view: Changes = "accepted"


@dataclass(frozen=True, slots=True)
class Job:
    """One analysis: of what, how, and how the answer is to be written."""

    draft: str | Upload
    options: Options
    format: AnswerFormat = "json"


@dataclass(frozen=True, slots=True)
class Refused:
    """The analysis says no, in the words of our own errors."""

    code: str
    pointer: str
    cause: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """A defect of ours: the class of the exception and where it was raised, without its message."""

    name: str
    where: str


Outcome = bytes | Refused | Crashed

_CODES: tuple[tuple[type[RiskscanError], str], ...] = (
    (EmptyDocumentError, "empty-document"),
    (EncodingError, "unknown-encoding"),
    (UnsupportedFormatError, "unsupported-format"),
    (DocumentTooLargeError, "text-too-long"),
    (DamagedFileError, "damaged-file"),
    (InputError, "damaged-file"),
    (NoOriginalError, "no-original"),
    (RiskscanError, "unknown-factor"),
)
POINTERS = {  # of what is wrong with another field than the draft
    "unknown-factor": "#/factors",
    "no-original": "#/view",
}


def analyzer(setup: Setup) -> Analyzer:
    """The process's own Analyzer, built at its first use.

    A process that ran out of memory does not get it all back, and what it did then may be half
    done: it ends here, at its next call, and the server takes another.
    """
    if _spent.is_set():
        os._exit(1)
    return _built(setup)


@cache
def _built(setup: Setup) -> Analyzer:
    if setup.memory and resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        bound = setup.memory if hard == resource.RLIM_INFINITY else min(setup.memory, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    built = Analyzer(setup.rules)
    if setup.digest and built.ruleset.digest != setup.digest:
        raise RuleError("the rules changed since the server started", remedy="Restart it")
    return built


def warm_up(setup: Setup) -> Outcome:
    """Load rules and dictionaries of every language; the report says with which."""
    outcome = analyze(setup, Job(EXAMPLE_TEXT, Options()))
    if isinstance(outcome, bytes):
        analyzer(setup).engine("kk")
    settle()
    return outcome


def analyze(setup: Setup, job: Job) -> Outcome:
    """The answer's bytes, or why there are none."""
    try:
        return _answer(analyzer(setup), job, setup.limits)
    except RuleError as error:
        return Crashed("RuleError", str(error))
    except RiskscanError as error:
        code = next(code for kind, code in _CODES if isinstance(error, kind))
        draft = "#/text" if isinstance(job.draft, str) else "#/file"
        return Refused(code, POINTERS.get(code, draft), error.cause)
    except Exception as error:
        return crashed(error)


def crashed(error: Exception) -> Crashed:
    """What may be said of an exception; after one of memory the process is spent."""
    if isinstance(error, MemoryError):
        _spent.set()
    last = traceback.extract_tb(error.__traceback__)[-1]
    return Crashed(type(error).__name__, f"{Path(last.filename).name}:{last.lineno}")


def _answer(analyzer: Analyzer, job: Job, limits: Limits) -> bytes:
    document = _document(job.draft, limits)
    report = analyzer.analyze(document, job.options)
    if job.format == "sarif":
        text = render_sarif(analyzer.ruleset, report, document, View(ui=job.options.ui))
    elif isinstance(job.draft, str):
        text = report.to_json()
    else:
        text = FileReport(text=document.text, report=report).model_dump_json(by_alias=True)
    return text.encode()


def _document(draft: str | Upload, limits: Limits) -> Document:
    if isinstance(draft, str):
        return Document(draft)
    return read_bytes(draft.data, draft.name, limits, draft.view)
