"""The way in: bytes or a file become a Document, or an error that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from riskscan.errors import DocumentTooLargeError, EmptyDocumentError, InputError, NoOriginalError
from riskscan.reading.docx import Changes, read_docx
from riskscan.reading.formats import Format, detect
from riskscan.reading.html import read_html
from riskscan.reading.limits import Limits
from riskscan.reading.office import read_doc, read_odt
from riskscan.reading.pdf import read_pdf
from riskscan.reading.plain import read_text
from riskscan.reading.rtf import read_rtf
from riskscan.text import Document

DEFAULT_LIMITS = Limits()

READERS: dict[Format, Callable[[bytes, str, Limits], Document]] = {
    Format.TEXT: read_text,
    Format.ARCHIVE: read_docx,
    Format.PDF: read_pdf,
    Format.HTML: read_html,
    Format.RTF: read_rtf,
    Format.DOC: read_doc,
    Format.ODT: read_odt,
}


def read(path: Path | str, limits: Limits = DEFAULT_LIMITS, view: Changes = "accepted") -> Document:
    """Read a file; ``source`` is the path as given.

    ``view`` "original" reads a .docx as it was before its tracked changes.
    Raises InputError and kin, NoOriginalError.
    """
    return read_bytes(read_file(path, limits), str(path), limits, view)


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


def read_bytes(
    data: bytes, name: str, limits: Limits = DEFAULT_LIMITS, view: Changes = "accepted"
) -> Document:
    """Read the bytes of a file, its format told by its content; ``source`` is the name.

    Raises EmptyDocumentError, EncodingError, UnsupportedFormatError, DamagedFileError,
    DocumentTooLargeError, or NoOriginalError for the original view of what is no .docx.
    """
    if len(data) > limits.file_bytes:
        raise DocumentTooLargeError(
            f"the file is larger than {limits.file_bytes} bytes",
            place=name,
            remedy="Split the document or take the pictures out",
        )
    form = detect(data, name)
    if view == "accepted":
        document = READERS[form](data, name, limits)
    elif form is Format.ARCHIVE:
        document = read_docx(data, name, limits, view)
    else:
        raise NoOriginalError(
            "only a .docx has tracked changes, and with them an original wording",
            place=name,
            remedy="Leave the view out, or send the .docx",
        )
    if not document.text.strip():
        raise EmptyDocumentError("the document holds no text", place=name, remedy=remedy(document))
    return document


def remedy(document: Document) -> str:
    """What to do about a document without text."""
    if any(unread.what in {"image", "page-without-text"} for unread in document.unread):
        return "It holds pictures: recognise their text first"
    return "Check that this is the right file"
