"""What kind of file the bytes are, told by their content and never by the file's name."""

from __future__ import annotations

import re
from enum import Enum

from riskscan.errors import UnsupportedFormatError

SAVE_AS_DOCX = "Save it as .docx or as plain text in UTF-8"
RECOGNISE = "Recognise its text and save it as .docx"


class Format(Enum):
    """The kinds of file the reading floor opens."""

    TEXT = "text"
    ARCHIVE = "archive"
    PDF = "pdf"


# OLE holds .doc and, under this name in UTF-16, a .docx locked with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(rb"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
PDF_MARK = b"%PDF-"
BEGINNING = 1024  # bytes: readers of PDF allow blanks before its mark
UTF8_MARK = b"\xef\xbb\xbf"

# How a refused file begins, what it is, what to do about it.
REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (OLE, "an old Word document (.doc)", SAVE_AS_DOCX),
    (b"{\\rtf", "an RTF document", SAVE_AS_DOCX),
    (b"\x89PNG", "a picture", RECOGNISE),
    (b"\xff\xd8\xff", "a picture", RECOGNISE),
    (b"GIF8", "a picture", RECOGNISE),
    (b"II*\0", "a picture", RECOGNISE),
    (b"MM\0*", "a picture", RECOGNISE),
    (b"Rar!", "an archive", "Unpack it and read the documents one by one"),
    (b"7z\xbc\xaf", "an archive", "Unpack it and read the documents one by one"),
)


def detect(data: bytes, name: str) -> Format:
    """The format of the bytes; raises UnsupportedFormatError, with the remedy, for known others."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Format.ARCHIVE
    if data.startswith(OLE) and LOCKED_PACKAGE in data:
        raise UnsupportedFormatError(
            "the document is locked with a password",
            place=name,
            remedy="Save it without the password",
        )
    content = data.removeprefix(UTF8_MARK)
    if content[:BEGINNING].lstrip().startswith(PDF_MARK):
        return Format.PDF
    for beginning, kind, remedy in REFUSED:
        if content.startswith(beginning):
            raise UnsupportedFormatError(f"the file is {kind}", place=name, remedy=remedy)
    if MARKUP.match(content):
        raise UnsupportedFormatError(
            "the file is HTML or XML, not text", place=name, remedy=SAVE_AS_DOCX
        )
    return Format.TEXT
