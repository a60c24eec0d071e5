"""What kind of file the bytes are, told by their content and never by the file's name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from enum import Enum

from riskscan.errors import UnsupportedFormatError
from riskscan.reading.package import UNZIP_ERRORS

SAVE_AS_DOCX = "Save it as .docx or as plain text in UTF-8"
RECOGNISE = "Recognise its text and save it as .docx"
WITHOUT_PASSWORD = "Save it without the password"  # noqa: S105


class Format(Enum):
    """The kinds of file the reading floor opens."""

    TEXT = "text"
    ARCHIVE = "archive"
    PDF = "pdf"
    HTML = "html"
    RTF = "rtf"
    DOC = "doc"
    ODT = "odt"


ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
LONGEST_TYPE = 200  # bytes

# OLE holds .doc and, under this name in UTF-16, a .docx locked with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
PDF_MARK = b"%PDF-"
MARGIN = 1024  # bytes: readers of PDF allow blanks before its mark
SECTOR = 512  # bytes: every stream of an OLE file begins at a multiple of it
WORD_STREAM = (b"\xec\xa5", b"\xdc\xa5")  # how the stream with the text begins
FLAGS = 10  # bytes from its beginning to its flags; the lowest bit of the second is "encrypted"

RTF = b"{\\rtf"
UTF8_MARK = b"\xef\xbb\xbf"
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

BEGINNING = 65536  # bytes in which a page shows that it is one
PREFACE = re.compile(rb"(?:\s+|<!--(?:(?!-->).)*+-->|<\?xml[^>]*>)*+", re.DOTALL | re.IGNORECASE)
PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.IGNORECASE)
FRAGMENT = re.compile(
    rb"<(?:article|div|p|table|section|main|center|h[1-6]|ul|ol|span|font)\b[^<]*>", re.IGNORECASE
)
MARKUP = re.compile(rb"<(?:!doctype|\?xml)", re.IGNORECASE)

# How a refused file begins, what it is, what to do about it.
REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (b"From: <Saved by ", "a web archive (.mht)", "Save the page complete, or as .docx"),
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
    if data.startswith(ZIP):
        return detect_archive(data, name)
    if data.startswith(OLE):
        return detect_ole(data, name)
    content = data.removeprefix(UTF8_MARK)
    if content[:MARGIN].lstrip().startswith(PDF_MARK):
        return Format.PDF
    if content.startswith(RTF):
        return Format.RTF
    for beginning, kind, remedy in REFUSED:
        if content.startswith(beginning):
            raise UnsupportedFormatError(f"the file is {kind}", place=name, remedy=remedy)
    return detect_markup(content, name)


def detect_archive(data: bytes, name: str) -> Format:
    """Whether a zip is an OpenDocument text; what else it may be, its reader finds out."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as entry:
            kind = entry.read(LONGEST_TYPE).strip()
    except (KeyError, *UNZIP_ERRORS):
        return Format.ARCHIVE
    if kind.startswith(OPEN_DOCUMENT + b"text"):
        return Format.ODT
    if kind.startswith(OPEN_DOCUMENT):
        raise UnsupportedFormatError(
            "the OpenDocument file is no text document", place=name, remedy=SAVE_AS_DOCX
        )
    return Format.ARCHIVE


def detect_ole(data: bytes, name: str) -> Format:
    """Whether an OLE file is a Word document without a password."""
    if LOCKED_PACKAGE in data:
        raise locked(name)
    for start in range(SECTOR, len(data) - FLAGS - 1, SECTOR):
        if data.startswith(WORD_STREAM, start):
            if data[start + FLAGS + 1] & 1:
                raise locked(name)
            return Format.DOC
    raise UnsupportedFormatError(
        "the file is of an old Office, but no Word document (.doc)",
        place=name,
        remedy=SAVE_AS_DOCX,
    )


def locked(name: str) -> UnsupportedFormatError:
    """The error for a file no one reads without its password."""
    return UnsupportedFormatError(
        "the document is locked with a password", place=name, remedy=WITHOUT_PASSWORD
    )


def detect_markup(content: bytes, name: str) -> Format:
    """Whether the bytes are a web page, or a piece of one: tags from the first word to the last."""
    beginning, ending = content[:BEGINNING], content[-BEGINNING:]
    for mark, encoding in UTF16.items():
        if content.startswith(mark):
            beginning = beginning.decode(encoding, "ignore")[1:].encode("utf-8", "ignore")
            ending = ending.decode(encoding, "ignore").encode("utf-8", "ignore")
    preface = PREFACE.match(beginning)
    start = preface.end() if preface else 0
    if PAGE.match(beginning, start):
        return Format.HTML
    if FRAGMENT.match(beginning, start) and ending.rstrip().endswith(b">"):
        return Format.HTML
    if MARKUP.match(beginning.lstrip()):
        raise UnsupportedFormatError(
            "the file is XML, neither text nor a web page", place=name, remedy=SAVE_AS_DOCX
        )
    return Format.TEXT
