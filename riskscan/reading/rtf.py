"""Rich text: an .rtf becomes the lines of its text, list numbers included.

What the library that reads it would lose or drown in is set right before: binary pictures are cut
out, footnotes moved to the end, cells made lines, and Cyrillic bytes read with Kazakh letters, as
in plain text (see ``encodings``). There are no segments.
"""

from __future__ import annotations

import re
from collections import Counter

from striprtf.striprtf import rtf_to_text

from riskscan.errors import DamagedFileError
from riskscan.reading.builder import unread
from riskscan.reading.encodings import ILLEGAL
from riskscan.reading.limits import Limits
from riskscan.text import Document

SAVE_AGAIN = "Open it in a word processor and save it again, best as .docx"
ESCAPED = re.compile(r"\\[\\{}]")
BRACE = re.compile(r"\\[\\{}]|[{}]")
BINARY = re.compile(r"\\bin(\d{1,9}) ?")
PICTURE = re.compile(r"\\pict(?![a-z])[^{}]*(?:\{[^{}]*\}[^{}]*)*")
SECOND_PICTURE = re.compile(r"\\nonshppict(?![a-z])")
OBJECT_DATA = re.compile(r"\\objdata(?![a-z])[^{}]*")
FOOTNOTE = re.compile(r"\{\\footnote(?![a-z])")
FONT_TABLE = re.compile(r"\\fonttbl(?![a-z])")
LONGEST_FONT_TABLE = 100_000  # characters
BEYOND_ASCII = re.compile(r"[\x80-\xff]")
BLANK_LINES = re.compile(r"\n{3,}")

TALLIED = {
    "embedded-object": OBJECT_DATA,
    "comment": re.compile(r"\{\\\*\\annotation(?![a-z])"),
    "deleted-text": re.compile(r"\\deleted(?![a-z\d])"),
    "header-footer": re.compile(r"\{\\(?:header|footer)[lrf]?(?![a-z])"),
}
REWRITTEN = (
    (OBJECT_DATA, ""),
    (re.compile(r"\\deleted(?![a-z\d]) ?"), r"\\*"),  # an optional group is one not shown
    (re.compile(r"\\pntext(?![a-z])"), r"\\listtext"),  # numbers as Word 95 kept them
    (re.compile(r"\\(?:nest)?cell(?![a-z]) ?"), r"\\par "),
    (re.compile(r"\\(?:nest)?row(?![a-z]) ?"), ""),
    (re.compile(r"\\fldinst(?![a-z])"), "\\\\fldinst\n"),  # or links show their addresses
    (re.compile(r"\\fcharset204(?!\d)"), r"\\fcharset999"),  # unknown: the encoding given applies
    (re.compile(r"\\ansicpg1251(?!\d) ?"), ""),
)
UNREADABLE = (ValueError, TypeError, LookupError, OverflowError)


def read_rtf(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of an .rtf file. Raises DamagedFileError, DocumentTooLargeError."""
    rtf = without_binary(data.decode("latin-1"))
    refuse_damaged(rtf, name)
    tally = Counter({kind: len(sign.findall(rtf)) for kind, sign in TALLIED.items()})
    rtf, pictures = PICTURE.subn(r"\\pict", rtf)
    tally["image"] = max(pictures - len(SECOND_PICTURE.findall(rtf)), 0)
    rtf = BEYOND_ASCII.sub(lambda byte: f"\\'{ord(byte[0]):02x}", rtf)
    for sign, written in REWRITTEN:
        rtf = sign.sub(written, rtf)
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            notes_last(rtf), encoding="kz1048", errors="replace"
        )
    except UNREADABLE:
        raise damaged("a control word is broken", name) from None
    text, tally["illegal-character"] = ILLEGAL.subn("", text.replace("\r", ""))
    text = BLANK_LINES.sub("\n\n", text)
    limits.check_length(len(text), name)
    return Document(text, name, unread=unread(tally))


def without_binary(rtf: str) -> str:
    """The file without its stretches of raw bytes, which may look like anything."""
    kept: list[str] = []
    position = 0
    while (found := BINARY.search(rtf, position)) is not None:
        kept.append(rtf[position : found.start()])
        position = found.end() + int(found[1])
    kept.append(rtf[position:])
    return "".join(kept)


def refuse_damaged(rtf: str, name: str) -> None:
    """Raise DamagedFileError for a file cut off, or with a font table no program writes."""
    bare = ESCAPED.sub("", rtf)
    if bare.count("{") > bare.count("}"):
        raise damaged("the file ends before its text does", name)
    fonts = FONT_TABLE.search(rtf)
    if fonts and group_end(rtf, fonts.start()) - fonts.start() > LONGEST_FONT_TABLE:
        raise damaged("the table of fonts is larger than any real one", name)


def damaged(cause: str, name: str) -> DamagedFileError:
    """The error for a broken file."""
    return DamagedFileError(cause, place=name, remedy=SAVE_AGAIN)


def notes_last(rtf: str) -> str:
    """The file with its footnotes behind the text, a paragraph each."""
    body: list[str] = []
    notes: list[str] = []
    position = 0
    while (found := FOOTNOTE.search(rtf, position)) is not None:
        end = group_end(rtf, found.end())
        body.append(rtf[position : found.start()])
        notes.append(rf"\par {{{rtf[found.end() : end]}}}")
        position = end + 1
    rest = rtf[position:]
    if not notes:
        return rest
    text, brace, behind = rest.rpartition("}")
    return "".join((*body, text, *notes, brace, behind))


def group_end(rtf: str, position: int) -> int:
    """Where the group that ``position`` stands in is closed; the end of the file if nowhere."""
    depth = 1
    for brace in BRACE.finditer(rtf, position):
        if brace[0] in "{}":
            depth += 1 if brace[0] == "{" else -1
            if depth == 0:
                return brace.start()
    return len(rtf)
