"""Scans: pages without a text layer are recognised, where the optional parts for it are there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from tempfile import TemporaryDirectory
from typing import NamedTuple

from riskscan.errors import DamagedFileError, DocumentTooLargeError, UnsupportedFormatError
from riskscan.reading.limits import Limits
from riskscan.reading.pdf_process import SPLIT, run

LANGUAGES = ("rus", "kaz")
_PACKAGES = "tesseract-ocr tesseract-ocr-rus tesseract-ocr-kaz ghostscript"
_ASK_SECONDS = 30


class Recognised(NamedTuple):
    """A scan with a text layer; ``doubtful`` words of it were recognised with little confidence."""

    data: bytes
    doubtful: int


def recognise(data: bytes, name: str, limits: Limits) -> Recognised:
    """The same PDF with a text layer, in Russian and Kazakh.

    Raises UnsupportedFormatError where nothing here can recognise text, DamagedFileError,
    DocumentTooLargeError when it takes too long.
    """
    if not is_available():
        raise UnsupportedFormatError(
            "the PDF is a scan: no page holds text",
            place=name,
            remedy=f"Install riskscan[ocr] and the packages {_PACKAGES}, or read the .docx",
        )
    settings = {
        "parent": os.getpid(),
        "memory": limits.pdf_bytes,
        "seconds": limits.ocr_seconds,
        "languages": LANGUAGES,
    }
    with TemporaryDirectory(prefix="riskscan-") as folder:
        message = json.dumps(settings | {"folder": folder}).encode() + b"\n" + data
        output = run("riskscan.reading.pdf_ocr_worker", message, limits.ocr_seconds)
    if output is None:
        raise DocumentTooLargeError(
            f"recognising takes more than {limits.ocr_seconds} seconds", place=name, remedy=SPLIT
        )
    if not output:
        raise DamagedFileError(
            "the scan cannot be recognised", place=name, remedy="Read the .docx it was printed from"
        )
    head, _, recognised = output.partition(b"\n")
    return Recognised(recognised, json.loads(head)["doubtful"])


def is_available() -> bool:
    """Whether text in both languages can be recognised here."""
    programs = all(map(shutil.which, ("tesseract", "gs")))
    return programs and find_spec("ocrmypdf") is not None and _knows_languages()


def _knows_languages() -> bool:
    command = [shutil.which("tesseract") or "tesseract", "--list-langs"]
    listed = subprocess.run(  # noqa: S603 - the program found on the path
        command, capture_output=True, text=True, timeout=_ASK_SECONDS, check=False
    )
    return set(LANGUAGES) <= set(listed.stdout.split())
