"""What runs in the process that opens a PDF: bytes on standard input become pages of JSON.

A file made to do harm may take all memory or all time; both are bounded here, and the process is
killed without loss. It prints pages or the name of what went wrong, never an exception's message,
which could carry words of the document.
"""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1

from riskscan.reading.pdf_child import begin
from riskscan.reading.pdf_layout import set_out
from riskscan.reading.pdf_lines import Glyph
from riskscan.reading.pdf_page import Box, Line, Page
from riskscan.reading.pdf_turned import is_slanted
from riskscan.reading.pdf_unruled import Carried

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage
    from pdfplumber.pdf import PDF

_UNMAPPED = "(cid:"  # how pdfminer writes a glyph without a character
_REPLACEMENT = "\ufffd"
_WHOLE = 0.8  # of the page: a picture that large is a scan under its own text
_REMARKS = frozenset({"Text", "FreeText", "Highlight", "StrikeOut", "Underline", "Caret"})
_SMALLEST = 0.5  # points
_EDGE = 2  # points beyond the lower edge


def main() -> None:
    """Print a line of JSON for each page of the PDF on standard input.

    The last line tells how it ended: ``{"end": "done"}``, or the name of what went wrong.
    """
    settings, data = begin()
    try:
        end = _print_pages(data, settings["pages"], settings["characters"])
    except Exception as error:
        end = _ending(error)
    print(json.dumps({"end": end}), flush=True)
    os._exit(0)  # what a damaged file left behind is not worth a tidy end


def _ending(error: Exception) -> str:
    """The name of what went wrong; the libraries wrap the cause in errors of their own."""
    causes = (error, *error.args, error.__context__)
    if any(isinstance(cause, MemoryError) for cause in causes):
        return "memory"
    if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
        return "locked"
    return "damaged"


def _print_pages(data: bytes, most_pages: int, most_characters: int) -> str:
    """Print the pages one by one; how it ended."""
    left = most_characters
    with pdfplumber.open(io.BytesIO(data), unicode_norm=None) as pdf:
        if _too_many(pdf, most_pages):
            return "pages"
        carried: Carried | None = None
        for page in pdf.pages:
            read, carried = read_page(page, carried)
            page.close()
            left -= sum(len(line.text) for line in _all_lines(read))
            if left < 0:
                return "characters"
            print(json.dumps(read, ensure_ascii=False))
    return "done"


def _too_many(pdf: PDF, most: int) -> bool:
    """Counted before any page is opened; the file's own word for it is not believed."""
    return sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), most + 1)) > most


def read_page(page: PlumberPage, carried: Carried | None) -> tuple[Page, Carried | None]:
    """What stands on a page and can be seen there; ``carried``: what the page before ended with.

    With it what this page ends with and the next may go on with.
    """
    seen = [glyph for glyph in page.chars if _is_seen(glyph, page.bbox)]
    straight = [glyph for glyph in seen if not is_slanted(glyph)]
    glyphs = [_mapped(glyph) for glyph in straight]
    unmapped = sum(glyph["text"] == _REPLACEMENT for glyph in glyphs)
    printed = _printed(glyphs)
    silent = unmapped * 2 >= printed and bool(printed or page.images or page.curves)
    if silent:
        glyphs = []
    layout = set_out(page, glyphs, carried)
    read = Page(
        number=page.page_number,
        width=round(float(page.width), 2),
        height=round(float(page.height), 2),
        lines=layout.lines,
        tables=layout.tables,
        columns=layout.columns,
        pictures=0 if silent else sum(not _is_scan(image, page) for image in page.images),
        comments=_comments(page),
        unmapped=0 if silent else unmapped,
        hidden=_printed(page.chars) - _printed(seen),
        slanted=len(seen) - len(straight),
        silent=silent,
    )
    return read, layout.carried


def _is_seen(glyph: Glyph, edges: Box) -> bool:
    """Whether a letter is large enough to be read, and not beyond the edges of the page."""
    left, top, right, bottom = edges
    size = glyph["size"] if glyph["upright"] else glyph["width"]
    inside = left <= glyph["x1"] and glyph["x0"] <= right
    return bool(size >= _SMALLEST and inside and top <= glyph["bottom"] <= bottom + _EDGE)


def _printed(glyphs: list[Glyph]) -> int:
    return sum(not glyph["text"].isspace() for glyph in glyphs)


def _mapped(glyph: Glyph) -> Glyph:
    return {**glyph, "text": _REPLACEMENT} if glyph["text"].startswith(_UNMAPPED) else glyph


def _is_scan(image: dict[str, Any], page: PlumberPage) -> bool:
    area = float(image["width"] * image["height"])
    return area >= _WHOLE * float(page.width * page.height)


def _comments(page: PlumberPage) -> int:
    annotations = resolve1(page.page_obj.annots)
    found = [resolve1(each) for each in annotations] if isinstance(annotations, list) else []
    names = [resolve1(each.get("Subtype")) for each in found if isinstance(each, dict)]
    return sum(getattr(name, "name", None) in _REMARKS for name in names)


def _all_lines(page: Page) -> Iterator[Line]:
    yield from page.lines
    for block in page.blocks():
        for cell in block.cells:
            yield from cell.lines


if __name__ == "__main__":
    main()
