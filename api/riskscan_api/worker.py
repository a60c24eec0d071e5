"""What runs inside a worker process: one warm Analyzer, asked again and again.

Nothing but plain data goes back: an exception could carry words of the draft in its message.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.process import settle
from riskscan.errors import InputError, RiskscanError
from riskscan.text import Document

_WARM_UP = "1. Срок рассмотрения может быть продлен руководителем."


@dataclass(frozen=True, slots=True)
class Refused:
    """The analysis says no: the text (or an option) is at fault, or the rules are."""

    field: str
    cause: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Crashed:
    """A defect of ours: the class of the exception and where it was raised, without its message."""

    name: str
    where: str


Outcome = bytes | Refused | Crashed


@cache
def _analyzer(rules: Path | None) -> Analyzer:
    return Analyzer(rules)


def warm_up(rules: Path | None) -> Outcome:
    """Load rules and dictionaries; the report of one sentence says with which."""
    outcome = analyze(rules, _WARM_UP, Options())
    settle()
    return outcome


def analyze(rules: Path | None, text: str, options: Options) -> Outcome:
    """The report as JSON, or why there is none."""
    try:
        return _analyzer(rules).analyze(Document(text), options).to_json().encode()
    except RiskscanError as error:
        field = "text" if isinstance(error, InputError) else error.place
        return Refused(field, error.cause, error.remedy)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return Crashed(type(error).__name__, f"{Path(last.filename).name}:{last.lineno}")
