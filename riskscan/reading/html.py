"""Web pages: an act saved from a legal database, a page saved from Word, or any other.

Only what stands in the file is read: nothing is fetched, no script is run. Styles are followed
where an element carries them itself, or where a sheet in the page names it (see ``html_styles``).
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from riskscan.errors import DocumentTooLargeError, UnsupportedFormatError
from riskscan.reading.builder import TextBuilder, unread
from riskscan.reading.encodings import (
    BEYOND_ASCII,
    BYTE_ORDER_MARKS,
    KAZAKH_LETTER,
    Decoded,
    decode,
)
from riskscan.reading.html_page import PageReader
from riskscan.reading.limits import Limits
from riskscan.text import Assumption, Document

MARKS = tuple(mark for mark, _ in BYTE_ORDER_MARKS)
DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.I
)
DECLARED_WITHIN = 8192  # bytes
CYRILLIC = frozenset(("cp1251", "kz1048", "koi8-r", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic"))
FAMILY = frozenset(("cp1251", "kz1048"))  # what claims the first is usually the second

# Pages of adilet.zan.kz, and the draft itself on a card of legalacts.egov.kz.
NUMBERED_ELEMENT = re.compile(r"""\b(?:id|name)\s*=\s*["']?z\d""")
ACT_ELEMENT = re.compile(r"""<article\b|class=["'][^"']*\bcontainer_gamma text\b""")
DRAFT_ELEMENT = re.compile(r"""class=["'][^"']*\bcommentable-div\b""")

FEW = 200  # characters: no act is as short
FEW_ON_CAPTCHA = 3000
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
EMPTY_MOUNT = re.compile(
    r"""<div[^>]+id=["']?(?:root|app|__next|__nuxt)["']?[^>]*>\s*</div>|<!--SEO_BODY-->"""
)
CAPTCHA = re.compile(
    r"g-recaptcha|h-captcha|smart-captcha|cf-challenge|recaptcha/api"
    r"|[Пп]одтвердите, что [Вв]ы не робот|робот емес",
)
OPEN_AND_SAVE = (
    "Open the act in a browser, wait until its text shows and save the page complete,"
    " or save the act as .docx"
)


def read_html(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of a web page.

    Raises UnsupportedFormatError for pages that hold a script or a captcha instead of their text,
    EncodingError, DocumentTooLargeError.
    """
    html, guess = decode_page(data, name)
    if html.count("<") > limits.xml_tags:
        raise DocumentTooLargeError(
            f"the page has more than {limits.xml_tags} tags", place=name, remedy="Split the page"
        )
    tally: Counter[str] = Counter()
    builder = TextBuilder(name, limits)
    PageReader(builder, tally, of_database=is_of_database(html)).read(html)
    text = builder.text()
    refuse_empty_pages(html, text, name)
    beyond_ascii = len(BEYOND_ASCII.findall(text))
    return Document(
        text,
        name,
        tuple(builder.segments),
        unread(tally),
        (Assumption(guess, beyond_ascii),) if guess else (),
    )


def decode_page(data: bytes, name: str) -> Decoded:
    """The page as text: UTF-8 proves itself, then what the page declares, then a guess."""
    declared = DECLARED.search(data, 0, DECLARED_WITHIN)
    encoding = codec_name(declared[1].decode("ascii", "replace")) if declared else ""
    if encoding not in CYRILLIC or data.startswith(MARKS) or is_utf_8(data):
        return decode(data, name)
    if encoding not in FAMILY:
        return Decoded(data.decode(encoding, errors="replace"))
    text = data.decode("kz1048", errors="replace")
    unnamed = encoding == "cp1251" and KAZAKH_LETTER.search(text)
    return Decoded(text, "encoding-kz-1048" if unnamed else None)


def codec_name(declared: str) -> str:
    """Python's name of an encoding; empty when it knows none."""
    try:
        return codecs.lookup(declared).name
    except LookupError:
        return ""


def is_utf_8(data: bytes) -> bool:
    """Whether the bytes are whole UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_of_database(html: str) -> bool:
    """Whether the page shows an act in the frame of a database of legal acts."""
    if DRAFT_ELEMENT.search(html):
        return True
    return bool(ACT_ELEMENT.search(html) and NUMBERED_ELEMENT.search(html))


def refuse_empty_pages(html: str, text: str, name: str) -> None:
    """Raise UnsupportedFormatError for a page whose text is not in the file."""
    if len(text) < FEW_ON_CAPTCHA and CAPTCHA.search(html):
        raise UnsupportedFormatError(
            "the page asks to prove that its reader is no robot, and holds no act",
            place=name,
            remedy=OPEN_AND_SAVE,
        )
    loads = EMPTY_MOUNT.search(html) if text.strip() else SCRIPT.search(html)
    if len(text) < FEW and loads:
        raise UnsupportedFormatError(
            "the page loads its text with a script, and the file holds only the script",
            place=name,
            remedy=OPEN_AND_SAVE,
        )
