"""The way in: bytes or a file become a Document, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from riskscan.errors import DocumentTooLargeError, EmptyDocumentError, InputError
from riskscan.reading.docx import read_docx
from riskscan.reading.formats import Format, detect
from riskscan.reading.html import read_html
from riskscan.reading.limits import Limits
from riskscan.reading.office import read_doc, read_odt
from riskscan.reading.plain import read_text
from riskscan.reading.rtf import read_rtf
from riskscan.text import Document

DEFAULT_LIMITS = Limits()

READERS: dict[Format, Callable[[bytes, str, Limits], Document]] = {
    Format.TEXT: read_text,
    Format.ARCHIVE: read_docx,
    Format.HTML: read_html,
    Format.RTF: read_rtf,
    Format.DOC: read_doc,
    Format.ODT: read_odt,
}


def read(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a file; ``source`` is the path as given. Raises InputError and kin."""
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise InputError(
            f"the file cannot be opened ({error.strerror})",
            place=name,
            remedy="Check the path and the rights to it",
        ) from None
    return read_bytes(data, name, limits)


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a file, its format told by its content; ``source`` is the name.

    Raises EmptyDocumentError, EncodingError, UnsupportedFormatError, DamagedFileError or
    DocumentTooLargeError.
    """
    if len(data) > limits.file_bytes:
        raise DocumentTooLargeError(
            f"the file is larger than {limits.file_bytes} bytes",
            place=name,
            remedy="Split the document or take the pictures out",
        )
    document = READERS[detect(data, name)](data, name, limits)
    if not document.text.strip():
        raise EmptyDocumentError("the document holds no text", place=name, remedy=remedy(document))
    return document


def remedy(document: Document) -> str:
    """What to do about a document without text."""
    if any(unread.what == "image" for unread in document.unread):
        return "It holds pictures: recognise their text first"
    return "Check that this is the right file"
