"""Plain text: bytes in UTF-8, UTF-16 with a mark, windows-1251 or KZ-1048 become a Document.

KZ-1048 (СТ РК 1048) is windows-1251 with the Kazakh letters in place of Serbian, Ukrainian and
Belarusian ones, and files that claim windows-1251 are usually it. So every 8-bit text is read as
KZ-1048: for Russian the two agree to the byte, for Kazakh only the second makes words.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace

from riskscan.errors import DocumentTooLargeError, EncodingError
from riskscan.reading.limits import Limits
from riskscan.text import Document, Unread

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REMEDY = "Save the text as UTF-8"

NEWLINE = re.compile(r"\r\n?|[\v\f]")
# What XML 1.0 cannot hold: no report format could carry it either.
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

SAMPLE = 200_000  # characters looked at when judging an 8-bit text
TOLERANCE = 0.02  # share of characters that may be out of place in a real one
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
FOREIGN = re.compile(r"[^\x00-\x7fа-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ«»„“”‘’–—…№§·•°±\xa0\xad]")
CAPITAL_INSIDE_WORD = re.compile(r"[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]")


def read_text(data: bytes, name: str, limits: Limits) -> Document:
    """Decode a text file; line ends become ``\\n``, characters illegal in XML are dropped.

    There are no segments: a text file has no structure but its lines.
    Raises EncodingError for binary data and unknown encodings, DocumentTooLargeError.
    """
    text, dropped = ILLEGAL.subn("", NEWLINE.sub("\n", decode(data, name)))
    if len(text) > limits.characters:
        raise DocumentTooLargeError(
            f"the text is longer than {limits.characters} characters",
            place=name,
            remedy="Split the document",
        )
    document = Document(text, name)
    return (
        replace(document, unread=(Unread("illegal-character", dropped),)) if dropped else document
    )


def decode(data: bytes, name: str) -> str:
    """The text of the bytes, without a byte order mark."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_strictly(data[len(mark) :], encoding, name)
    if b"\0" in data:
        raise EncodingError("this is binary data, not text", place=name, remedy=REMEDY)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken_at = error.start
    text = data.decode("kz1048", errors="replace")
    if not is_cyrillic_prose(text[:SAMPLE]):
        raise EncodingError(
            f"the text is neither UTF-8 (broken at byte {broken_at}) nor windows-1251 or KZ-1048",
            place=name,
            remedy=REMEDY,
        )
    return text


def decode_strictly(data: bytes, encoding: str, name: str) -> str:
    """Decode bytes whose encoding their mark has named."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"the text is marked as {encoding} but broken at byte {error.start}",
            place=name,
            remedy=REMEDY,
        ) from None


def is_cyrillic_prose(text: str) -> bool:
    """Whether hardly any character is foreign to Russian and Kazakh, or a capital inside a word.

    Text in KOI8-R or cp866, or bytes that are no text, fail one or the other.
    """
    beyond_ascii = len(BEYOND_ASCII.findall(text))
    out_of_place = len(FOREIGN.findall(text)) + len(CAPITAL_INSIDE_WORD.findall(text))
    return out_of_place <= TOLERANCE * beyond_ascii
