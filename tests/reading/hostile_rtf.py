"""Hostile rich text: groups, rows and cells that make a reader run long or deep."""

from __future__ import annotations

from collections.abc import Callable

from tests.reading.hostile import Hostile

ROW = rb"{\trowd\cellx1000\cellx2000\pard\intbl "


def rich_texts(address: str) -> tuple[Hostile, ...]:
    """Files of rich text; what they would fetch lies under the address."""
    field = rf'{{\field{{\*\fldinst INCLUDEPICTURE "{address}/rtf"}}}}'.encode()
    return (
        Hostile("groups-without-end.rtf", body(b"{" * 100_000, b"a" + b"}" * 100_000), "read"),
        Hostile("groups-never-closed.rtf", lambda: rb"{\rtf1 " + rb"{\b a" * 100_000),
        Hostile("groups-closed-too-often.rtf", body(b"a", b"}" * 1_000_000), "read"),
        Hostile(
            "objects-inside.rtf",
            body(rb"a{\object\objocx{\*\objdata ", b"d0cf11e0" * 100_000 + b"}}"),
            "read",
        ),
        Hostile("from-outside.rtf", body(b"a" + field), "read"),
        Hostile("bytes-by-the-million.rtf", body(rb"\bin2000000000 a")),
        Hostile("bytes-by-the-thousand.rtf", body(rb"\bin" * 1_000_000, b"1 a b"), "read"),
        Hostile("cells-by-the-million.rtf", body(b"a" + rb"\cell" * 900_000), "read"),
        Hostile("cells-beyond-all-bounds.rtf", body(b"a" + rb"\cell" * 8_000_000)),
        Hostile("edges-by-the-million.rtf", body(rb"\trowd" + edges(1_000_000), ROW_END), "read"),
        Hostile(
            "rows-of-many-edges.rtf", body(rb"\trowd" + edges(5_000), ROW_END * 50_000), "read"
        ),
        Hostile("edges-turned-round.rtf", body(TURNED * 20_000), "read"),
        Hostile("rows-in-rows.rtf", body(ROW * 100_000, rb"a\cell\row}" * 100_000), "read"),
        Hostile("rows-never-ended.rtf", body(ROW * 100_000 + b"a" + b"}" * 100_000), "read"),
        Hostile("rows-ended-only.rtf", body(b"a" + rb"\row\nestrow" * 300_000), "read"),
        Hostile("tables-without-depth.rtf", body(rb"\intbl\itap2000000000 a\nestcell"), "read"),
        Hostile("tables-up-and-down.rtf", body(rb"\itap20 a\par\itap0 a\par" * 100_000), "read"),
        Hostile(
            "boxes-in-cells-in-boxes.rtf",
            body(rb"{\shptxt\intbl a\cell" * 300_000, b"}" * 300_000 + b"a"),
            "read",
        ),
        Hostile("notes-in-notes.rtf", body(rb"a{\footnote b" * 300_000, b"}" * 300_000), "read"),
        Hostile(
            "notes-by-the-thousand.rtf", body(rb"a{\chftn{\footnote\ftnalt b}}" * 50_000), "either"
        ),
        Hostile("hidden-on-and-off.rtf", body(rb"\v a\v0 b{\deleted c}" * 100_000), "read"),
        Hostile("stars-by-the-million.rtf", body(rb"{\*" * 500_000, b"}" * 500_000 + b"a"), "read"),
        Hostile("letters-by-number.rtf", body(rb"\u1072 ?" * 2_000_000), "read"),
        Hostile("letters-and-their-stand-ins.rtf", body(rb"\uc999999999\u1072 " + LONG), "read"),
        Hostile("word-without-end.rtf", body(b"a\\" + b"b" * 10_000_000 + b" c"), "read"),
        Hostile("number-without-end.rtf", body(b"a\\b" + b"1" * 10_000_000), "read"),
        Hostile("fonts-in-fonts.rtf", body(rb"{\fonttbl" + rb"{\f1" * 300_000, CLOSED), "read"),
        Hostile("font-names-without-end.rtf", body(rb"{\fonttbl{\f1" + LONG, b"}}a"), "read"),
        Hostile("field-without-end.rtf", body(rb"a{\fldinst SYMBOL 1 " + LONG, b"}"), "read"),
    )


ROW_END = rb"a\cell\row"
TURNED = rb"\trowd" + b"".join(rb"\cellx%d" % -each for each in range(9)) + ROW_END
LONG = b"a " * 5_000_000
CLOSED = b"}" * 300_001 + b"a"


def edges(number: int) -> bytes:
    """Right edges of cells."""
    return b"".join(rb"\cellx%d" % (each * 100) for each in range(number))


def body(*pieces: bytes) -> Callable[[], bytes]:
    """A maker of a file with a body."""
    return lambda: b"".join((rb"{\rtf1\ansi ", *pieces, b"}"))
