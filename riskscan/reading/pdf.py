"""PDF documents: printed pages become a Document with its tables, notes and places on the page.

A PDF has no words and no paragraphs, only letters at places. What is put together from them: words
and lines (``pdf_lines``), tables (``pdf_tables``), paragraphs (``pdf_paragraphs``); running titles
are left out (``pdf_furniture``). The file is opened in a process of its own (``pdf_process``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import zip_longest

from riskscan.reading.builder import unread
from riskscan.reading.encodings import ILLEGAL
from riskscan.reading.limits import Limits
from riskscan.reading.pdf_flow import Flow, FlowTable, flow_of
from riskscan.reading.pdf_furniture import without_furniture
from riskscan.reading.pdf_ocr import recognise
from riskscan.reading.pdf_page import Box, Page, union
from riskscan.reading.pdf_paragraphs import Paragraph, ends_with_hyphen, separator
from riskscan.reading.pdf_process import read_pages
from riskscan.text import Assumption, Document
from riskscan.text.document import AssumedKind, Part, Segment

Cell = tuple[int, int, int]


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Read the bytes of a PDF; one without a text layer is recognised, where that is installed.

    Raises UnsupportedFormatError for a password and for a scan that cannot be recognised here,
    DamagedFileError, DocumentTooLargeError.
    """
    pages = read_pages(data, name, limits)
    if any(page.lines or page.blocks() for page in pages) or not any(page.silent for page in pages):
        return document_of(pages, name, limits)
    recognised = recognise(data, name, limits)
    document = document_of(read_pages(recognised.data, name, limits), name, limits)
    guesses: dict[AssumedKind, int] = {
        "ocr": sum(not letter.isspace() for letter in document.text),
        "ocr-doubtful": recognised.doubtful,
    }
    return replace(document, assumed=(*_assumed(guesses), *document.assumed))


def document_of(pages: list[Page], name: str, limits: Limits) -> Document:
    """The pages as a Document; raises DocumentTooLargeError over the limit of characters."""
    cropped, running = without_furniture(pages)
    flow = flow_of(cropped)
    writer = _Writer()
    writer.write(flow)
    text = writer.text()
    limits.check_length(len(text), name)
    counts = {
        "hidden-text": sum(page.hidden for page in pages),
        "image": sum(page.pictures for page in pages),
        "comment": sum(page.comments for page in pages),
        "header-footer": running + flow.repeated + sum(page.slanted > 0 for page in pages),
        "illegal-character": writer.dropped + sum(page.unmapped for page in pages),
        "page-without-text": sum(page.silent for page in pages),
    }
    guesses: dict[AssumedKind, int] = {
        "table-without-borders": flow.unruled,
        "text-in-columns": flow.abreast,
    }
    return Document(text, name, tuple(writer.segments), unread(counts), _assumed(guesses))


def _assumed(guesses: Mapping[AssumedKind, int]) -> tuple[Assumption, ...]:
    return tuple(Assumption(kind, count) for kind, count in guesses.items() if count)


class _Writer:
    """The text and segments of a Document in the making; ``dropped`` counts illegal characters."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._paragraph = 0
        self._last: Paragraph | None = None
        self.segments: list[Segment] = []
        self.dropped = 0

    def text(self) -> str:
        """All paragraphs, each closed by a newline."""
        return "".join(self._pieces)

    def write(self, flow: Flow) -> None:
        """Add all blocks, then all notes."""
        tables = 0
        for block in flow.blocks:
            if isinstance(block, FlowTable):
                self._write_table(block, tables)
                tables += 1
            else:
                self._write_paragraph(block, "body")
        for note in flow.notes:
            self._write_paragraph(note, "footnote")

    def _write_table(self, table: FlowTable, index: int) -> None:
        for number, row in enumerate(table.rows):
            for column, cell in sorted(row.items()):
                for paragraph in cell:
                    self._write_paragraph(paragraph, "table", (index, number, column))

    def _write_paragraph(self, paragraph: Paragraph, part: Part, cell: Cell | None = None) -> None:
        if paragraph.apart or self._is_cut_off(paragraph, cell):
            self._add("\n")
        for (page, line), following in zip_longest(paragraph.lines, paragraph.lines[1:]):
            start = self._length
            between = ""
            if following is not None:
                between = separator(line, following[1], turned=following[0] != page)
            self._add(line.text + between)
            place = Segment(start, self._length, part, self._paragraph, cell=cell)
            self._place(place, page, line.box)
        self._add("\n")
        self._paragraph += 1
        self._last = paragraph

    def _is_cut_off(self, paragraph: Paragraph, cell: Cell | None) -> bool:
        """Whether a hyphen ends what stands before, in another cell or on another page.

        An empty line keeps the two from being taken for one word.
        """
        if self._last is None:
            return False
        before, last = self._last.lines[-1]
        page, _ = paragraph.lines[0]
        elsewhere = before != page or cell != self.segments[-1].cell
        return elsewhere and ends_with_hyphen(last)

    def _place(self, segment: Segment, page: int, box: Box) -> None:
        """A segment is a printed line, but in a cell all lines of a paragraph on one page."""
        last = self.segments[-1] if segment.cell and self.segments else None
        if last and last.box and (last.paragraph, last.page) == (segment.paragraph, page):
            self.segments.pop()
            segment, box = replace(segment, start=last.start), union([last.box, box])
        self.segments.append(replace(segment, page=page, box=box))

    def _add(self, text: str) -> None:
        legal, dropped = ILLEGAL.subn("", text)
        self.dropped += dropped
        self._pieces.append(legal)
        self._length += len(legal)
