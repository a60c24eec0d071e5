"""Hostile archives and packages: bombs, lies, programs and parts that make no document."""

from __future__ import annotations

from functools import partial

from tests.reading.hostile import (
    BODY,
    DOCUMENT,
    LINKS,
    MEGABYTE,
    OLE,
    TYPES,
    Hostile,
    other,
    without,
)
from tests.reading.hostile_archives import (
    lying_sizes,
    many_entries,
    nested_archive,
    overlapping_entries,
    patched,
    symbolic_link,
    zipped,
)
from tests.reading.nasty_document import nasty_document
from tests.reading.word_files import (
    NAMESPACES,
    OFFICE,
    PACKAGE,
    docx,
    parts,
    root,
)


def archives() -> tuple[Hostile, ...]:
    """Bombs and lies of the zip format."""
    sound = parts(BODY, {})
    media = "word/media/image.bin"
    return (
        Hostile("bomb-one-entry.docx", lambda: other({media: bytes(100 * MEGABYTE)})()),
        Hostile("bomb-in-the-text.docx", lambda: other({DOCUMENT: b" " * 60 * MEGABYTE})()),
        Hostile("bomb-in-total.docx", partial(many_entries, 250, bytes(MEGABYTE))),
        Hostile("bomb-many-entries.docx", partial(many_entries, 3000, b"")),
        Hostile("bomb-nested.docx", partial(nested_archive, sound), "either"),
        Hostile("bomb-overlapping.docx", partial(overlapping_entries, sound, 1000)),
        Hostile("bomb-size-denied.docx", partial(lying_sizes, sound, DOCUMENT, 400 * MEGABYTE)),
        Hostile("sizes-too-large.docx", partial(patched, sound, 24, b"\xff\xff\xff\x7f")),
        Hostile("sizes-zero.docx", partial(patched, sound, 24, bytes(4))),
        Hostile(
            "packed-size-too-large.docx", partial(patched, sound, 20, b"\xff\xff\xff\x7f"), "either"
        ),
        Hostile("offset-outside.docx", partial(patched, sound, 42, b"\xff\xff\xff\x7f")),
        Hostile("wrong-checksum.docx", partial(patched, sound, 16, b"\1\2\3\4")),
        Hostile("encrypted-entries.docx", partial(patched, sound, 8, b"\1\0")),
        Hostile("unknown-compression.docx", partial(patched, sound, 10, b"\x63\0")),
        Hostile("path-upwards.docx", other({"../../evil.xml": "x"})),
        Hostile("path-upwards-inside.docx", other({"word/../../evil.xml": "x"})),
        Hostile("path-backslashes.docx", other({"..\\..\\evil.xml": "x"})),
        Hostile("path-absolute.docx", other({"/etc/evil": "x"})),
        Hostile("path-drive.docx", other({"C:/evil.xml": "x"})),
        Hostile("path-of-a-null.docx", other({"word/evil\0.xml": "x"}), "either"),
        Hostile("path-very-long.docx", other({"a/" * 30_000 + "x": "x"}), "either"),
        Hostile("names-twice.docx", other({"WORD/document.XML": root("document", "")})),
        Hostile("symbolic-link.docx", partial(symbolic_link, sound, "/etc/passwd"), "either"),
        Hostile(
            "symbolic-link-for-text.docx", partial(symbolic_link, sound, "/etc/passwd", DOCUMENT)
        ),
        Hostile("no-entries.docx", lambda: zipped({})),
        Hostile("garbage-before.docx", lambda: b"MZ" + bytes(500) + docx(BODY)),
        Hostile("garbage-behind.docx", lambda: docx(BODY) + b"\xff" * 70_000),
        *(Hostile(f"cut-at-{tenth}-tenths.docx", partial(cut, tenth)) for tenth in range(10)),
    )


def cut(tenths: int) -> bytes:
    """The beginning of a real document, of no byte or more."""
    data = nasty_document()
    return data[: len(data) * tenths // 10]


def packages() -> tuple[Hostile, ...]:
    """Archives whose parts do not make a document, or one that runs programs."""
    macro = "application/vnd.ms-word.document.macroEnabled.main+xml"
    circle = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{OFFICE}/styles" Target="document.xml"/>'
        f'<Relationship Id="b" Type="{OFFICE}/numbering" Target="document.xml"/>'
        f'<Relationship Id="c" Type="{OFFICE}/footnotes" Target="document.xml"/>'
        f'<Relationship Id="d" Type="{OFFICE}/header" Target="_rels/document.xml.rels"/>'
        "</Relationships>"
    )
    many = "".join(
        f'<Relationship Id="r{each}" Type="{OFFICE}/header" Target="document.xml"/>'
        for each in range(100_000)
    )
    program = (
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    )
    types = parts(BODY, {})[TYPES]
    return (
        Hostile("macros-by-type.docx", lambda: docx(BODY, main_type=macro)),
        Hostile(
            "macros-inside.docx",
            other({"word/vbaProject.bin": OLE, TYPES: types.replace("</Types>", program)}),
        ),
        Hostile("macros-unnamed.docx", other({"word/vbaProject.bin": OLE}), "either"),
        Hostile("workbook.docx", lambda: docx(BODY, main_type="application/x.sheet.main+xml")),
        *(
            Hostile(f"without-{part.rpartition('/')[2]}", without(part))
            for part in (TYPES, DOCUMENT, "_rels/.rels")
        ),
        Hostile("without-links.docx", without(LINKS), "read"),
        Hostile("types-broken.docx", other({TYPES: "<Types"})),
        Hostile("types-empty.docx", other({TYPES: ""})),
        Hostile("types-of-another-kind.docx", other({TYPES: "<a/>"})),
        Hostile("links-broken.docx", other({LINKS: "<Relationships>"})),
        Hostile(
            "links-to-nowhere.docx",
            other({LINKS: circle.replace("document.xml", "no.xml")}),
            "read",
        ),
        Hostile("links-in-a-circle.docx", other({LINKS: circle}), "either"),
        Hostile(
            "links-upwards.docx",
            other({LINKS: circle.replace('"document', '"../../../etc/passwd')}),
            "either",
        ),
        Hostile(
            "links-by-the-thousand.docx",
            other({LINKS: circle.replace("</R", f"{many}</R")}),
            "either",
        ),
        Hostile("document-is-its-own-package.docx", other({"_rels/.rels": circle})),
        Hostile("no-body.docx", other({DOCUMENT: f"<w:document {NAMESPACES}/>"})),
        Hostile(
            "no-namespace.docx", other({DOCUMENT: "<document><body><p>x</p></body></document>"})
        ),
        Hostile(
            "companions-of-another-kind.docx",
            lambda: docx(
                BODY, {"styles": BODY, "numbering": BODY, "footnotes": BODY, "comments": BODY}
            ),
            "read",
        ),
    )
