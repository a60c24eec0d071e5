"""PDF files made by hand, byte by byte, so that a test shows exactly what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
MEDIA = b"/MediaBox[0 0 595 842]"


def assemble(objects: Sequence[bytes], extra: bytes = b"") -> bytes:
    """A file of numbered objects, the first of them the catalogue, with its table of places."""
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, extra)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), entries, content)


def pdf(
    pages: Iterable[bytes], filters: bytes = b"", extra: bytes = b"", more: Sequence[bytes] = ()
) -> bytes:
    """A file with one page for each stream of drawing operators; /F1 is Helvetica."""
    contents = list(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        FONT,
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<</Type/Page/Parent 2 0 R%s/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % (MEDIA, 5 + 2 * number)
        )
        objects.append(stream(content, filters))
    return assemble([*objects, *more], extra)


def words(text: str, left: float, bottom: float, size: float = 12) -> bytes:
    """Operators that print Latin words at a place, measured from the lower left corner."""
    string = text.encode("latin-1").hex().encode()
    return b"BT /F1 %g Tf %g %g Td <%s> Tj ET\n" % (size, left, bottom, string)


def picture() -> bytes:
    """Operators that fill the page with a picture of one grey point: a scan."""
    image = b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI"
    return b"q 595 0 0 842 0 0 cm\n%s\nQ\n" % image


def ruled(left: float, bottom: float, widths: Sequence[float], heights: Sequence[float]) -> bytes:
    """Operators that draw the borders of a table, from its lower left corner."""
    right, top = left + sum(widths), bottom + sum(heights)
    lines = []
    across, down = left, bottom
    for step in (*widths, 0):
        lines.append(b"%g %g m %g %g l S\n" % (across, bottom, across, top))
        across += step
    for step in (*heights, 0):
        lines.append(b"%g %g m %g %g l S\n" % (left, down, right, down))
        down += step
    return b"".join(lines)
