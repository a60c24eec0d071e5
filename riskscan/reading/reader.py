"""The way in: bytes or a file become a Document, or an error that says what to do."""

from __future__ import annotations

from pathlib import Path

from riskscan.errors import DocumentTooLargeError, EmptyDocumentError, InputError
from riskscan.reading.docx import read_docx
from riskscan.reading.formats import Format, detect
from riskscan.reading.limits import Limits
from riskscan.reading.plain import read_text
from riskscan.text import Document

DEFAULT_LIMITS = Limits()


def read(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read a .docx or text file; ``source`` is the path as given. Raises InputError and kin."""
    return read_bytes(read_file(path, limits), str(path), limits)


def read_file(path: Path | str, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """The bytes of a file, one more than the limit when it has more. Raises InputError."""
    try:
        with Path(path).open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise InputError(
            f"the file cannot be opened ({error.strerror})",
            place=str(path),
            remedy="Check the path and the rights to it",
        ) from None


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read the bytes of a .docx or text file, told apart by content; ``source`` is the name.

    Raises EmptyDocumentError, EncodingError, UnsupportedFormatError, DamagedFileError or
    DocumentTooLargeError.
    """
    if len(data) > limits.file_bytes:
        raise DocumentTooLargeError(
            f"the file is larger than {limits.file_bytes} bytes",
            place=name,
            remedy="Split the document or take the pictures out",
        )
    reader = read_docx if detect(data, name) is Format.ARCHIVE else read_text
    document = reader(data, name, limits)
    if not document.text.strip():
        raise EmptyDocumentError("the document holds no text", place=name, remedy=remedy(document))
    return document


def remedy(document: Document) -> str:
    """What to do about a document without text."""
    if any(unread.what == "image" for unread in document.unread):
        return "It holds pictures: recognise their text first"
    return "Check that this is the right file"
