"""Stories of rich text: the paragraphs and tables of the body, of a note and of a text box."""

from __future__ import annotations

import re
from collections import Counter
from itertools import count

from riskscan.reading.builder import Piece, TextBuilder
from riskscan.reading.encodings import ILLEGAL
from riskscan.reading.rtf_tables import Cell, Line, RowShape, Table
from riskscan.text.document import Part

MOST_LEVELS = 6  # of tables in tables
BREAKS = str.maketrans("\v\f\r", "\n\n\n")
SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")  # two numbers of one character


class Story:
    """One story being read; ``shown`` is False for what does not become text, as headers."""

    def __init__(self, part: Part, *, shown: bool = True) -> None:
        self.part: Part = part
        self.shown = shown
        self.items: list[Line | Table] = []
        self.boxes: list[Line | Table] = []  # text boxes of the paragraph
        self.cites = False  # whether the paragraph shows an automatic mark of a note
        self.label: list[str] = []
        self._words: list[str] = []
        self._pieces: list[tuple[str, bool]] = []
        self._tables: list[Table] = []
        self._in_row = False
        self._shapes: dict[bool, RowShape] = {}  # of rows, and of rows of tables in tables

    @property
    def begun(self) -> bool:
        """Whether the paragraph holds words."""
        return bool(self._words or self._pieces)

    @property
    def depth(self) -> int:
        """How many tables the place is in."""
        return len(self._tables)

    def add(self, text: str) -> None:
        """Add words to the paragraph."""
        self._words.append(text)

    def add_mark(self, mark: str) -> None:
        """Add the generated mark of a note."""
        self._end_piece()
        self._pieces.append((mark, True))

    def end_paragraph(self, level: int) -> int:
        """End the paragraph, which stands in as many tables as ``level`` says.

        How many paragraphs and tables the file has more.
        """
        begun = self._enter(min(level or self._in_row, MOST_LEVELS))
        self._end_piece()
        label = "".join(self.label)
        lead = ((label, True),) if label else ()
        items = self._tables[-1].cell if self._tables else self.items
        items.append(Line((*lead, *self._pieces), self.part))
        items.extend(self.boxes)
        self.label, self._pieces, self.boxes = [], [], []
        self.cites = False
        return 1 + begun

    def end_cell(self, level: int) -> int:
        """End the paragraph and the cell it stands in, counted alike."""
        more = self.end_paragraph(max(level, 1))
        self._tables[-1].end_cell()
        return more

    def begin_row(self, *, nested: bool) -> None:
        """A new description of rows; what stands in no cell before it was no part of a table."""
        self._shapes[nested] = RowShape()
        if nested:
            return
        if len(self._tables) == 1 and self._tables[0].cell and not self._tables[0].cells:
            self._enter(0)
        self._in_row = True

    def shape(self, *, nested: bool) -> RowShape:
        """The description of the row."""
        return self._shapes.setdefault(nested, RowShape())

    def end_row(self, level: int) -> None:
        """End a row of the table of a level."""
        if self.begun and self._tables:
            self.end_paragraph(level)
        while len(self._tables) > level:
            self._leave()
        if len(self._tables) == level:
            self._tables[-1].end_row(self.shape(nested=level > 1))
        if level == 1:
            self._in_row = False

    def close(self, level: int) -> None:
        """End what is still open; a paragraph may lack its end."""
        if self.begun or self.label or self.boxes:
            self.end_paragraph(level)
        self._enter(0)

    def _end_piece(self) -> None:
        if self._words:
            self._pieces.append(("".join(self._words), False))
            self._words = []

    def _enter(self, level: int) -> int:
        """Go to a place in so many tables; how many of them are new."""
        while len(self._tables) > level:
            self._leave()
        begun = max(level - len(self._tables), 0)
        for _ in range(begun):
            table = Table()
            (self._tables[-1].cell if self._tables else self.items).append(table)
            self._tables.append(table)
        return begun

    def _leave(self) -> None:
        """Leave the innermost table; paragraphs in none of its cells stand behind it."""
        table = self._tables.pop()
        if table.cells:
            table.end_row(self.shape(nested=bool(self._tables)))
        (self._tables[-1].cell if self._tables else self.items).extend(table.cell)


class StoryWriter:
    """Writes stories into the document, their paragraphs and tables counted."""

    def __init__(self, builder: TextBuilder, tally: Counter[str]) -> None:
        self._builder = builder
        self._tally = tally
        self._paragraphs = 0
        self._tables = count()

    def write(self, items: list[Line | Table], lead: str = "") -> None:
        """Write what a story holds; ``lead`` stands before its first words.

        Without recursion: tables may stand in boxes in tables, as deep as the file pleases.
        """
        waiting: list[tuple[Line | Table, Cell | None]] = [(item, None) for item in reversed(items)]
        while waiting:
            item, cell = waiting.pop()
            if isinstance(item, Line):
                self._write_line(item, cell, lead)
                lead = ""
            elif item.rows:
                waiting.extend(reversed(list(item.placed(next(self._tables)))))

    def _write_line(self, line: Line, cell: Cell | None, lead: str) -> None:
        index = self._paragraphs
        self._paragraphs += 1
        pieces = []
        if lead:
            space = "" if line.pieces and line.pieces[0][0][:1].isspace() else " "
            pieces.append(Piece(f"{lead}{space}", index, None))
        for text, generated in line.pieces:
            words = SURROGATES.sub(joined, text).translate(BREAKS)
            words, illegal = ILLEGAL.subn("", words)
            self._tally["illegal-character"] += illegal
            pieces.append(Piece(words, index, None if generated else 0))
        part: Part = "table" if cell and line.part == "body" else line.part
        self._builder.line(pieces, part, cell)


def joined(pair: re.Match[str]) -> str:
    """The character that two surrogates stand for."""
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le")
