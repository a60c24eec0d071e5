"""The inside of a Word paragraph: runs and what they hold, as a reader of the final text sees it.

Tracked changes are read as accepted. What is not text is tallied, never dropped in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from lxml.etree import _Element

from riskscan.reading.builder import Piece, Source
from riskscan.reading.docx_fields import FIELD_CHARACTER, Fields
from riskscan.reading.docx_notes import KINDS, Notes
from riskscan.reading.docx_styles import PARAGRAPH_PROPERTIES, RUN_PROPERTIES, Styles
from riskscan.reading.ooxml import ALTERNATE, chosen, toggle, value, w

RUN = w("r")
TEXT = w("t")
DELETED_TEXT = w("delText")
TEXT_BOX = w("txbxContent")
LINE_BREAK = "\n"
LINE_ENDS = str.maketrans("\r\n", "  ")

PASSED_OVER = ("pPr", "rPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "moveFrom")
CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("cr"): LINE_BREAK,
    w("noBreakHyphen"): "-",
    w("softHyphen"): "\u00ad",
}
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
UNREAD = {
    f"{{{DRAWING}/picture}}pic": "image",
    "{urn:schemas-microsoft-com:vml}imagedata": "image",
    f"{{{DRAWING}/chart}}chart": "chart",
    f"{{{DRAWING}/diagram}}relIds": "embedded-object",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "equation",
}
# Letters of symbol fonts that stand for signs Unicode has; application forms use the boxes.
SYMBOLS = {
    ("Symbol", "F02D"): "–",
    ("Symbol", "F0B0"): "°",
    ("Symbol", "F0B1"): "±",
    ("Symbol", "F0A3"): "≤",
    ("Symbol", "F0B3"): "≥",
    ("Symbol", "F0B7"): "•",
    ("Wingdings", "F06F"): "☐",
    ("Wingdings", "F0A8"): "☐",
    ("Wingdings", "F0FC"): "✓",
    ("Wingdings", "F0FD"): "☒",
    ("Wingdings", "F0FE"): "☑",
}
UNKNOWN_SYMBOL = "\ufffd"


class Inline(NamedTuple):
    """What a paragraph holds: its text by runs, and the text boxes anchored in it."""

    pieces: list[Piece]
    boxes: list[_Element]


class InlineReader:
    """Reads the paragraphs of one story in order; fields may span several of them."""

    def __init__(self, story: _Element, styles: Styles, notes: Notes, tally: Counter[str]) -> None:
        self._styles = styles
        self._notes = notes
        self._tally = tally
        self._fields = Fields(story, tally)
        self._handlers = self._make_handlers()
        self._content = Inline([], [])
        self._paragraph = 0
        self._paragraph_hidden = False
        self._runs: dict[_Element, int] = {}
        self._first_run = 0
        self._run: int | None = None
        self._shown: list[Source] = []
        self._hidden = False

    def read(self, paragraph: _Element, index: int) -> Inline:
        """The content of a ``w:p``; its pieces are marked with the paragraph's index."""
        style = self._styles.of_paragraph(paragraph.find(PARAGRAPH_PROPERTIES))
        self._content = Inline([], [])
        self._paragraph = index
        self._paragraph_hidden = self._styles.hidden(style)
        self._number_runs(paragraph)
        self._walk(paragraph)
        return self._content

    def _number_runs(self, paragraph: _Element) -> None:
        """Count the runs of a paragraph; one in a text box was counted with the one around it."""
        first = next(paragraph.iter(RUN), None)
        if first is not None and first not in self._runs:
            self._runs = {run: position for position, run in enumerate(paragraph.iter(RUN))}
        self._first_run = 0 if first is None else self._runs[first]

    def _make_handlers(self) -> dict[str, Callable[[_Element], None]]:
        """What to do with each element; those not listed are walked through."""
        handlers: dict[str, Callable[[_Element], None]] = {
            RUN: self._read_run,
            TEXT: lambda element: self._emit(element, (element.text or "").translate(LINE_ENDS)),
            TEXT_BOX: self._read_box,
            FIELD_CHARACTER: self._fields.character,
            ALTERNATE: self._read_alternate,
            w("instrText"): lambda element: self._fields.instruction(element.text or ""),
            w("fldSimple"): self._read_simple_field,
            w("br"): self._read_break,
            w("sym"): self._read_symbol,
            w("del"): self._read_deletion,
            w("object"): self._read_object,
        }
        for kind in KINDS:
            handlers[w(f"{kind}Reference")] = self._note_reader(kind)
        for name in PASSED_OVER:
            handlers[w(name)] = self._pass_over
        for name in CHARACTERS:
            handlers[name] = self._read_character
        for name in UNREAD:
            handlers[name] = self._read_unread
        return handlers

    def _walk(self, element: _Element) -> None:
        for child in element:
            handler = self._handlers.get(child.tag)
            if handler is None:
                self._walk(child)
            else:
                handler(child)

    def _read_run(self, run: _Element) -> None:
        self._run = self._runs[run] - self._first_run
        self._hidden = self._is_hidden(run)
        self._walk(run)
        self._close_piece()
        self._run = None

    def _is_hidden(self, run: _Element) -> bool:
        properties = run.find(RUN_PROPERTIES)
        direct = toggle(properties, "vanish")
        if direct is not None:
            return direct
        return self._paragraph_hidden or self._styles.hidden(value(properties, "rStyle"))

    def _emit(self, element: _Element, text: str) -> None:
        if self._run is not None and not self._fields.in_instruction:
            self._shown.append(Source(element, text))

    def _close_piece(self) -> None:
        """Turn what was emitted since the run began, or since its last mark, into a piece."""
        shown = tuple(self._shown)
        self._shown.clear()
        text = "".join([source.text for source in shown])
        if not text:
            return
        if self._hidden:
            self._tally["hidden-text"] += 1
        else:
            self._content.pieces.append(Piece(text, self._paragraph, self._run, shown))

    def _read_box(self, box: _Element) -> None:
        if self._hidden:
            self._tally["hidden-text"] += 1
        else:
            self._content.boxes.append(box)

    def _note_reader(self, kind: str) -> Callable[[_Element], None]:
        def read(reference: _Element) -> None:
            if self._hidden or self._fields.in_instruction:
                return
            self._close_piece()
            mark = self._notes.cite(kind, reference.get(w("id"), ""))
            if reference.get(w("customMarkFollows")) is None:
                shown = (Source(reference, mark),)
                self._content.pieces.append(Piece(mark, self._paragraph, None, shown))

        return read

    def _pass_over(self, element: _Element) -> None:
        """Properties are no text; what was moved away is read at its new place."""

    def _read_character(self, element: _Element) -> None:
        self._emit(element, CHARACTERS[element.tag])

    def _read_unread(self, element: _Element) -> None:
        self._tally[UNREAD[element.tag]] += 1

    def _read_alternate(self, element: _Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch)

    def _read_simple_field(self, element: _Element) -> None:
        if next(element.iter(TEXT), None) is None:
            self._fields.without_result(element.get(w("instr"), ""))
        self._walk(element)

    def _read_break(self, element: _Element) -> None:
        """A page break at the start of a paragraph is no part of its text."""
        of_page = element.get(w("type")) in ("page", "column")
        if not of_page or self._shown or self._content.pieces:
            self._emit(element, LINE_BREAK)

    def _read_symbol(self, element: _Element) -> None:
        font, code = element.get(w("font"), ""), element.get(w("char"), "").upper()
        symbol = SYMBOLS.get((font, code))
        if symbol is None:
            symbol = UNKNOWN_SYMBOL
            self._tally["illegal-character"] += 1
        self._emit(element, symbol)

    def _read_deletion(self, element: _Element) -> None:
        if next(element.iter(DELETED_TEXT), None) is not None:
            self._tally["deleted-text"] += 1

    def _read_object(self, element: _Element) -> None:
        programs = [child.get("ProgID", "") for child in element if "ProgID" in child.attrib]
        is_equation = any(program.startswith("Equation") for program in programs)
        self._tally["equation" if is_equation else "embedded-object"] += 1
