"""Hostile files of other kinds, under true and false names, and text that is none."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
from collections.abc import Callable

from tests.reading.hostile import (
    MEGABYTE,
    OLE,
    Hostile,
)
from tests.reading.hostile_archives import (
    zipped,
)

PDF_CIRCLE = """%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 /Parent 2 0 R>> endobj
trailer <</Root 1 0 R /Size 3 /Prev 0>>
startxref
0
%%EOF
"""


MANY_RULES = "".join(f".x.y.z{each}{{display:none}}" for each in range(49))


def styled(sheet: str, content: str = "") -> Callable[[], bytes]:
    """A maker of a page with a style sheet."""
    page = f"<!doctype html><style>{sheet}</style>{content}<p>Текст"
    return page.encode


def other_formats(address: str) -> tuple[Hostile, ...]:
    """Files of other kinds, under true and false names."""

    def packed() -> bytes:
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w") as archive:
            archive.addfile(tarfile.TarInfo("draft.docx"), io.BytesIO())
        return buffer.getvalue()

    fetching = (
        f'<link href="{address}/css"><script src="{address}/js"></script>'
        f'<img src="{address}/img"><iframe src="{address}/frame"></iframe>'
    )
    return (
        Hostile("pdf.docx", lambda: b"%PDF-1.7\n%%EOF", "refused"),
        Hostile("garbage.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000),
        Hostile("only-a-beginning.pdf", lambda: b"%PDF-"),
        Hostile("pages-in-a-circle.pdf", lambda: PDF_CIRCLE.encode(), "either"),
        Hostile("picture.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
        Hostile("picture.docx", lambda: b"\xff\xd8\xff\xe0" + bytes(1000)),
        Hostile("program.txt", lambda: b"MZ\x90\0\3\0\0\0" + bytes(range(256)) * 100),
        Hostile("program.docx", lambda: b"\x7fELF" + bytes(range(256)) * 100),
        Hostile("packed.txt", lambda: gzip.compress("Текст".encode() * 1000)),
        Hostile("packed-bomb.txt", lambda: gzip.compress(bytes(50 * MEGABYTE))),
        Hostile("archive.tar", packed),
        Hostile("archive.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(range(256))),
        Hostile("archive.rar", lambda: b"Rar!\x1a\7\1\0" + bytes(range(256))),
        Hostile("archive.txt", lambda: zipped({"a.txt": "Текст"})),
        Hostile("sheet.xls", lambda: OLE + bytes(2000) + "Workbook".encode("utf-16-le")),
        Hostile("old.doc", lambda: OLE + bytes(2000) + "WordDocument".encode("utf-16-le")),
        Hostile("locked.docx", lambda: OLE + bytes(2000) + "EncryptedPackage".encode("utf-16-le")),
        Hostile(
            "nested-without-end.html",
            lambda: b"<!doctype html>" + b"<div>" * 100_000 + b"a",
            "either",
        ),
        Hostile(
            "lists-without-end.html", lambda: b"<html>" + b"<ol><li>" * 50_000 + b"a", "either"
        ),
        Hostile(
            "tags-by-the-million.html", lambda: b"<!doctype html>" + b"<b>a" * 300_000, "either"
        ),
        Hostile("from-outside.html", lambda: f"<!doctype html>{fetching}<p>а".encode(), "either"),
        Hostile(
            "tag-never-closed.html", lambda: b"<!doctype html><p " + b"a " * 1_000_000, "either"
        ),
        Hostile(
            "spans-without-end.html",
            lambda: b"<!doctype html><table><tr><td colspan=999999999 rowspan=999999999>a",
            "either",
        ),
        Hostile("sheet-without-end.html", styled(".x{display:none}" * 700_000), "read"),
        Hostile("sheet-of-braces.html", styled("@media{" * 140_000), "read"),
        Hostile("sheet-of-blocks.html", styled("{" * 900_000), "read"),
        Hostile("sheet-of-comments.html", styled("/* " * 300_000), "read"),
        Hostile("sheet-of-strings.html", styled("a{\"'" * 200_000), "read"),
        Hostile("sheet-of-classes.html", styled(f"{'.x' * 400_000}{{display:none}}"), "read"),
        Hostile("sheet-of-selectors.html", styled(f"{'.x,' * 300_000}.x{{display:none}}"), "read"),
        Hostile(
            "classes-by-the-thousand.html",
            styled(MANY_RULES, "<b class='x y 1 2 3 4 5 6 7 8 9'>a</b>" * 100_000),
            "read",
        ),
        Hostile(
            "laughs.xml",
            lambda: (
                b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "h"><!ENTITY b "&a;">]><d>&b;</d>'
            ),
            "either",
        ),
    )


def texts() -> tuple[Hostile, ...]:
    """Text files that are none, or hardly any."""
    return (
        Hostile("empty.txt", bytes),
        Hostile("empty.docx", bytes),
        Hostile("one-byte.txt", lambda: b"\xff", "read"),
        Hostile("spaces.txt", lambda: b" \t\n" * 1_000_000),
        Hostile("no-break-spaces.txt", lambda: "\u00a0\u200b\ufeff".encode() * 1000, "either"),
        Hostile("mark-only.txt", lambda: b"\xef\xbb\xbf"),
        Hostile("wide-mark-only.txt", lambda: b"\xff\xfe"),
        Hostile("binary-in-text.txt", lambda: "Текст ".encode() * 1000 + bytes(range(256)) * 10),
        Hostile("nulls-in-text.txt", lambda: "Текст".encode() + bytes(1000)),
        Hostile("nulls.txt", lambda: bytes(10 * MEGABYTE)),
        Hostile(
            "lone-surrogates.txt",
            lambda: "Текст \ud800 \udfff".encode("utf-8", "surrogatepass") * 100,
        ),
        Hostile(
            "wide-lone-surrogates.txt",
            lambda: b"\xff\xfe" + struct.pack("<HHH", 0x410, 0xD800, 0x410),
        ),
        Hostile("half-a-wide-letter.txt", lambda: b"\xff\xfe\x10"),
        Hostile("one-line-without-end.txt", lambda: ("слово " * 3_000_000).encode(), "read"),
        Hostile("one-word-without-end.txt", lambda: ("а" * 19_000_000).encode(), "read"),
        Hostile("lines-by-the-million.txt", lambda: ("а\r\n" * 6_000_000).encode(), "read"),
        Hostile("carriage-returns.txt", lambda: b"\r" * 5_000_000 + b"a", "read"),
        Hostile("marks-over-a-letter.txt", lambda: ("а" + "\u0301" * 5_000_000).encode(), "read"),
        Hostile("turned-round.txt", lambda: ("\u202eткарт \u2066 срок" * 10_000).encode(), "read"),
        Hostile("longer-than-allowed.txt", lambda: b"a " * 11_000_000),
        Hostile("larger-than-allowed.txt", lambda: b"a" * (51 * MEGABYTE)),
        Hostile(
            "random-8-bit.txt", lambda: bytes((each * 7919) % 251 + 5 for each in range(100_000))
        ),
        Hostile("declared-html.txt", lambda: "\ufeff  <!DOCTYPE html><p>а".encode(), "either"),
    )
