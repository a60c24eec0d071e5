"""Bytes become text: UTF-8, UTF-16, windows-1251, KZ-1048 or KOI8-R; what was guessed is said.

KZ-1048 (СТ РК 1048) is windows-1251 with the Kazakh letters in place of Serbian, Ukrainian and
Belarusian ones, and files that claim windows-1251 are usually it. So 8-bit text is read as
KZ-1048: for Russian the two agree to the byte, for Kazakh only the second makes words. KOI8-R is
told from it by its letters, which turn into rare ones when read as the other.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from riskscan.errors import EncodingError
from riskscan.text.document import AssumedKind

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
REMEDY = "Save the text as UTF-8"

# What XML 1.0 cannot hold: no report format could carry it either.
ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

SAMPLE = 200_000  # characters looked at when judging an 8-bit text
TOLERANCE = 0.02  # share of characters that may be out of place in a real one
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
FOREIGN = re.compile(r"[^\x00-\x7fа-яёәғқңөұүһіА-ЯЁӘҒҚҢӨҰҮҺІ«»„“”‘’–—…№§·•°±\xa0\xad]")
CAPITAL_INSIDE_WORD = re.compile(r"[а-яёәғқңөұүһі][А-ЯЁӘҒҚҢӨҰҮҺІ]")
# A Latin letter that looks like no Cyrillic one, beside a Cyrillic one: «répéter» misread.
TWO_SCRIPTS = re.compile(r"[bdfgjlmnqrstuvwzDFGJLNQRSUVWZ][а-яА-Я]|[а-яА-Я][bdfgjlmnqrstuvwzDFGJ]")
KAZAKH_LETTER = re.compile("[әғқңөұүһӘҒҚҢӨҰҮҺ]")  # і is in windows-1251, too
# Frequent letters that are rare ones, or none, when either encoding is taken for the other.
TELLING = re.compile("[аио]", re.IGNORECASE)


class Decoded(NamedTuple):
    """The text of a file, and its encoding if nothing in the file names or proves it."""

    text: str
    guess: AssumedKind | None = None


def decode(data: bytes, name: str) -> Decoded:
    """The text of the bytes, without a byte order mark. Raises EncodingError."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return Decoded(decode_strictly(data[len(mark) :], encoding, name))
    if b"\0" in data:
        return Decoded(decode_unmarked(data, name), "encoding-utf-16")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        broken_at = error.start
    return decode_8_bit(data, name, broken_at)


def decode_unmarked(data: bytes, name: str) -> str:
    """Text in UTF-16 without a mark; only one order of its bytes makes sense."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        if not ILLEGAL.search(sample) and len(FOREIGN.findall(sample)) <= TOLERANCE * len(sample):
            return text
    raise EncodingError("this is binary data, not text", place=name, remedy=REMEDY)


def decode_8_bit(data: bytes, name: str, broken_at: int) -> Decoded:
    """Text in KZ-1048, of which Russian windows-1251 is a part, or in KOI8-R."""
    kazakh, koi = (data.decode(encoding, errors="replace") for encoding in ("kz1048", "koi8-r"))
    if is_koi(koi[:SAMPLE], kazakh[:SAMPLE]):
        return Decoded(koi, "encoding-koi8-r")
    if is_cyrillic_prose(kazakh[:SAMPLE]):
        proven = KAZAKH_LETTER.search(kazakh)
        return Decoded(kazakh, "encoding-kz-1048" if proven else "encoding-windows-1251")
    raise EncodingError(
        f"the text is not UTF-8 (broken at byte {broken_at}), nor windows-1251, KZ-1048 or KOI8-R",
        place=name,
        remedy=REMEDY,
    )


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


def is_koi(koi: str, kazakh: str) -> bool:
    """Whether the first of two readings is far likelier; a word or two prove nothing."""
    telling, telling_kazakh = (len(TELLING.findall(text)) for text in (koi, kazakh))
    return telling > 2 * telling_kazakh + 2 and is_cyrillic_prose(koi)


def is_cyrillic_prose(text: str) -> bool:
    """Whether hardly any character is foreign to Russian and Kazakh, or out of place in its word.

    Text in cp866, or bytes that are no text, or in no Cyrillic script, fail one or the other.
    """
    signs = (FOREIGN, CAPITAL_INSIDE_WORD, TWO_SCRIPTS)
    out_of_place = sum(len(sign.findall(text)) for sign in signs)
    return out_of_place <= TOLERANCE * len(BEYOND_ASCII.findall(text))
