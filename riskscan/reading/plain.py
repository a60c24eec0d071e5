"""Plain text: bytes become a Document (see ``encodings`` for how they are decoded)."""

from __future__ import annotations

import re

from riskscan.reading.encodings import BEYOND_ASCII, ILLEGAL, decode
from riskscan.reading.limits import Limits
from riskscan.text import Assumption, Document, Unread

NEWLINE = re.compile(r"\r\n?|[\v\f]")


def read_text(data: bytes, name: str, limits: Limits) -> Document:
    """Decode a text file; line ends become ``\\n``, characters illegal in XML are dropped.

    There are no segments: a text file has no structure but its lines. A guessed encoding is told
    with the number of characters that hang on it.
    Raises EncodingError for binary data and unknown encodings, DocumentTooLargeError.
    """
    decoded = decode(data, name)
    text, dropped = ILLEGAL.subn("", NEWLINE.sub("\n", decoded.text))
    limits.check_length(len(text), name)
    guess = decoded.guess
    return Document(
        text,
        name,
        unread=(Unread("illegal-character", dropped),) if dropped else (),
        assumed=(Assumption(guess, len(BEYOND_ASCII.findall(text))),) if guess else (),
    )
