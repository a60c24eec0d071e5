"""Labels: is what a line begins with its number, or the end of the sentence before it?

In hard-wrapped text a number at the beginning of a line may belong to a citation ("пунктом⏎5.
настоящих"). A number is a label when the paragraph before has ended, or when it is the one the
list goes on with and nothing before it is left open.
"""

from __future__ import annotations

import re

from riskscan.structure.heads import NUMBERED, SPELLED, STAMPS, UNITS
from riskscan.structure.layout import Layout
from riskscan.structure.line import ENDS, Line, has_ended, is_hollow, is_open
from riskscan.structure.numbering import follows, is_first, normal

LONGEST_HEADING = 300  # characters
_LONGEST_WORD_HEADING = 60  # «Общая часть», «Содержание» and little more
_TAIL = 60  # characters before a number that may hold the beginning of a citation
_CITING = re.compile(
    r"(?:пункт|стать|част|абзац|глав|раздел|приложени|тармақ|бап|баб|№|\bN)[\w-]*"
    r"(?:[\s\d,)(.–-]|\b(?:и|или|және)\b)*$"
)
_ABBREVIATED = ("ст.", "п.", "пп.", "гл.", "ч.", "(ст.", "(п.")
_LONGEST_ABBREVIATION = 12  # characters that hold an abbreviation whole
_CLOSING = re.compile(r"\\?[.)]\**")  # with what Markdown writes around it
_ANNEX_OF = re.compile(r"\s*(?:[кК]\s|№|\(|$)")
_NUMBER = re.compile(r"\d+(?:[-–]\d+)*[¹²³⁴⁵⁶⁷⁸⁹⁰]*|[IVXLІХ]+(?:-\d+)?")


def read_label(text: str, found: re.Match[str], line: Line) -> None:
    """Set where the label of a line ends and the number it holds."""
    head = line.head
    if head in NUMBERED:
        line.number = normal(found[head])
        line.label = _after_closing(text, found.end(head), line.end)
    elif head in UNITS or head == "annex" or head == SPELLED:
        number = _NUMBER.search(found[head])
        line.number = normal(number.group()) if number else None
        line.label = min(found.end(head), line.end)
    if head == SPELLED:
        line.head = "point"
    body = line.label
    while body < line.end and text[body].isspace():
        body += 1
    line.body = body


def _after_closing(text: str, start: int, end: int) -> int:
    """Where the sign that closes a number ends, with what Markdown writes around it."""
    if text.startswith((". ", ") "), start):
        return start + 1
    after = _CLOSING.match(text, start, end)
    return after.end() if after else start


class Labels:
    """Judges the labels of one text in order."""

    def __init__(self, text: str, layout: Layout) -> None:
        self._text = text
        self._layout = layout
        self._last: dict[str, str] = {}

    def note(self, line: Line) -> None:
        """Remember the number of an accepted label."""
        if line.number and line.head in NUMBERED:
            self._last[line.head] = line.number

    def accepts(self, previous: Line | None, line: Line) -> bool:
        """Whether the head of a line is what it looks like."""
        head, length = line.head, line.end - line.start
        if head in NUMBERED:
            if head == "roman" and (has_ended(self._text, line) or length > LONGEST_HEADING):
                return False
            return self._is_numbered(previous, line)
        if head in {"part", "contents"}:
            return length <= _LONGEST_WORD_HEADING
        if head in UNITS:
            return self._is_unit(line)
        return head == "note" or self._is_stamp(line)

    def _is_unit(self, line: Line) -> bool:
        """«Статья 50.» heads an article; «Статья 50 Закона … запрещает.» is a sentence."""
        text = self._text
        if text[line.label - 1] == "." or is_hollow(line) or text[line.body] in ".:–—":
            return True
        short = line.end - line.start <= LONGEST_HEADING
        return short and not has_ended(text, line) and text[line.body].isupper()

    def _is_stamp(self, line: Line) -> bool:
        if has_ended(self._text, line) or line.end - line.start > LONGEST_HEADING:
            return False
        return line.head == "approval" or bool(_ANNEX_OF.match(self._text, line.label, line.end))

    def _is_numbered(self, previous: Line | None, line: Line) -> bool:
        text = self._text
        if previous is None or previous.head in STAMPS:
            return True
        if line.head == "levels" and not self._is_level(line):
            return False
        if line.gap and not self._layout.wrapped:
            return True
        if previous.head in UNITS:
            return line.gap or is_first(line.number or "") or not self._cites(previous)
        if text[previous.end - 1] in ENDS:
            return not self._is_abbreviated(previous)
        if is_hollow(previous):
            return True
        if self._cites(previous) or self._is_broken(previous, line):
            return False
        if line.head == "point" and text[line.body : line.body + 1].islower():
            return False
        return self._is_next(line) or not is_open(text, previous)

    def _is_level(self, line: Line) -> bool:
        """«1.1. …» and «1.1) …» are labels; «1.5 метра» only where the count demands it."""
        closed = self._text[line.label - 1] in ".)"
        return closed or is_first(line.number or "") or self._is_next(line)

    def _is_next(self, line: Line) -> bool:
        last = self._last.get(line.head)
        return last is not None and line.number is not None and follows(line.number, last)

    def _cites(self, line: Line) -> bool:
        """Whether a line stops inside a citation."""
        return bool(_CITING.search(self._text, max(line.label, line.end - _TAIL), line.end))

    def _is_abbreviated(self, line: Line) -> bool:
        start, end = max(line.start, line.end - _LONGEST_ABBREVIATION), line.end
        if not self._text.endswith(_ABBREVIATED, start, end):
            return False
        return self._text[start:end].split()[-1] in _ABBREVIATED

    def _is_broken(self, previous: Line, line: Line) -> bool:
        """Whether the line before was full and this one begins at the margin."""
        layout = self._layout
        full = previous.end - previous.tail >= layout.full
        return layout.wrapped and layout.indented and line.indent < 3 and full

    def closes(self, previous: Line | None, line: Line) -> bool:
        """Whether a number that is no label closes what the line before it leaves open."""
        if previous is None or line.gap or line.head not in NUMBERED:
            return False
        return not has_ended(self._text, previous) or self._is_abbreviated(previous)
