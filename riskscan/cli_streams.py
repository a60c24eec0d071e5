"""What the commands share: drafts read, results written, things told, what a terminal can show."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from riskscan.errors import UsageError

if TYPE_CHECKING:
    from riskscan.reading.docx import Changes
    from riskscan.text import Document


def read_document(name: str, view: Changes = "accepted") -> Document:
    """The draft in a file; “-” is standard input. InputError when it cannot be read."""
    from riskscan.reading import read_bytes

    return read_bytes(read_draft(name), name, view=view)


def read_draft(name: str) -> bytes:
    """The bytes of a draft as it was given; InputError when they cannot be had."""
    from riskscan.reading.reader import read_file

    return sys.stdin.buffer.read() if name == "-" else read_file(name)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write under another name, then rename: a reader never meets half a report."""
    data = content.encode() if isinstance(content, str) else content
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    except OSError as error:
        raise UsageError(
            f"cannot be written ({error.strerror})",
            place=str(path),
            remedy="Check the folder and the rights to it",
        ) from None
    finally:
        draft.unlink(missing_ok=True)


def tell(text: str) -> None:
    """Say something on stderr, on one line."""
    from riskscan.text.printable import one_line

    typer.echo(f"riskscan: {one_line(text)}", err=True)


def colour(output: Path | None) -> bool:
    """Whether what is printed may be coloured."""
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width(output: Path | None) -> int:
    """Columns to print in."""
    columns = shutil.get_terminal_size((100, 24)).columns
    return columns if output is None and sys.stdout.isatty() else 100
