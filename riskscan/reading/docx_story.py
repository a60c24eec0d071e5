"""Stories of a Word document: paragraphs and tables of the body, of notes and of text boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from lxml.etree import _Element

from riskscan.reading.builder import Piece, Source, TextBuilder
from riskscan.reading.docx_fields import DELETED
from riskscan.reading.docx_inline import InlineReader
from riskscan.reading.docx_notes import Notes
from riskscan.reading.docx_numbering import Numbering
from riskscan.reading.docx_styles import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, Styles
from riskscan.reading.ooxml import VAL, blocks, number, toggle, w
from riskscan.text.document import Part

PARAGRAPH = w("p")
TABLE = w("tbl")
ROW = w("tr")
CELL = w("tc")
IMPORTED_DOCUMENT = w("altChunk")

Cell = tuple[int, int, int]


@dataclass(slots=True)
class Manuscript:
    """What all stories of one file share: styles, running numbers and the growing text."""

    styles: Styles
    numbering: Numbering
    builder: TextBuilder
    tally: Counter[str]
    notes: Notes = field(default_factory=Notes)
    tables: Iterator[int] = field(default_factory=count)
    paragraphs: Iterator[int] = field(default_factory=count)


class StoryReader:
    """Reads one XML part; its paragraphs are counted in file order, whether read or not."""

    def __init__(self, root: _Element, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._paragraphs = dict(zip(root.iter(PARAGRAPH), manuscript.paragraphs, strict=False))
        self._inline = InlineReader(root, manuscript.styles, manuscript.notes, manuscript.tally)

    def read(
        self, container: _Element, part: Part, cell: Cell | None = None, lead: str = ""
    ) -> None:
        """Add the paragraphs of a body, cell, note or text box to the text.

        ``lead`` is generated text for the beginning of the first paragraph.
        """
        carried = self._lead(container, lead)
        for block in blocks(container):
            if block.tag == PARAGRAPH:
                carried = self._read_paragraph(block, carried, part, cell)
            elif block.tag == TABLE:
                carried = self._close(carried, part, cell)
                self._read_table(block, "table" if part == "body" else part)
            elif block.tag == IMPORTED_DOCUMENT:
                self._manuscript.tally["embedded-object"] += 1
        self._close(carried, part, cell)

    def _lead(self, container: _Element, lead: str) -> list[Piece]:
        first = next(container.iter(PARAGRAPH), None)
        return [self._generated(lead, first)] if lead and first is not None else []

    def _generated(self, text: str, paragraph: _Element) -> Piece:
        return Piece(text, self._paragraphs[paragraph], None, (Source(paragraph, text),))

    def _close(self, carried: list[Piece], part: Part, cell: Cell | None) -> list[Piece]:
        """End a line whose paragraph mark was deleted with nothing after it to join."""
        if carried:
            self._manuscript.builder.line(carried, part, cell)
        return []

    def _read_paragraph(
        self, paragraph: _Element, carried: list[Piece], part: Part, cell: Cell | None
    ) -> list[Piece]:
        """Add one paragraph; what is left over when its mark is deleted joins the next one."""
        index = self._paragraphs[paragraph]
        content = self._inline.read(paragraph, index)
        pieces = carried
        pieces.extend(content.pieces)
        mark = self._mark_properties(paragraph)
        if mark is not None and any(mark.find(name) is not None for name in DELETED):
            carried = pieces
        elif pieces or toggle(mark, "vanish") is not True:
            label = self._manuscript.numbering.label(paragraph)
            lead = [self._generated(label, paragraph)] if label else []
            self._manuscript.builder.line(lead + pieces, part, cell)
            carried = []
        for box in content.boxes:
            self.read(box, "textbox", cell)
        return carried

    def _mark_properties(self, paragraph: _Element) -> _Element | None:
        return paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")

    def _read_table(self, table: _Element, part: Part) -> None:
        """Add the cells row by row; the column is that of the table's grid."""
        index = next(self._manuscript.tables)
        rows = (block for block in blocks(table) if block.tag == ROW)
        for row_index, row in enumerate(rows):
            properties = row.find(w("trPr"))
            if properties is not None and properties.find(w("del")) is not None:
                self._manuscript.tally["deleted-text"] += 1
                continue
            column = number(properties, "gridBefore") or 0
            for block in blocks(row):
                if block.tag == CELL:
                    column += self._read_cell(block, part, (index, row_index, column))

    def _read_cell(self, element: _Element, part: Part, cell: Cell) -> int:
        """Add one cell, unless it is the hidden rest of a merged one; its width in columns."""
        properties = element.find(w("tcPr"))
        if properties is not None and properties.find(w("cellDel")) is not None:
            self._manuscript.tally["deleted-text"] += 1
        elif not continues_merged(properties):
            self.read(element, part, cell)
        return number(properties, "gridSpan") or 1


def continues_merged(properties: _Element | None) -> bool:
    """Whether a cell is covered by the merged cell above or to the left of it."""
    if properties is None:
        return False
    tracked = properties.find(w("cellMerge"))
    if tracked is not None:
        return tracked.get(w("vMerge")) == "cont"
    merges = [properties.find(w(name)) for name in ("vMerge", "hMerge")]
    return any(merge is not None and merge.get(VAL) in (None, "continue") for merge in merges)
