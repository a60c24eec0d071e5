"""Printed lines become paragraphs again, as their author wrote them.

A line was broken for want of room when the first word of the next one would not have fitted on it;
any other break is the author's. That holds for justified and ragged text and needs no indents. A
last line that happens to be full is told by the indent, the room or the number that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riskscan.reading.pdf_columns import SLACK, Column
from riskscan.reading.pdf_page import Line, union

_BLANK = 0.2  # of the size: the narrowest blank a justified line may have
_INDENT = 0.6  # of the size
_LETTER = 1.1  # of the size: what a word cut for want of room may leave
_SHORT = """
    а без бы в во где да до ее еще ещё её же за и из или им их к как ко ли на не нет ни но о об он
    она оно они от по под при с со так там то тот у уже что эта эти это
    ал да де деп екі еш жоқ және кем ма ме мен не осы ол он оны оң өз пен бен та те тек үш
"""
_SHORT_WORDS = frozenset(_SHORT.split())  # what one to three letters may say by themselves
_DEEPEST = 6  # times the size: the deepest indent, and what the body of a list item hangs
_ROOM = 1.35  # of the usual distance of lines: between paragraphs
_EMPTY_LINE = 1.9  # of the same
_OTHER_SIZE = 1.12  # of the size: a heading
_ENDED = re.compile(r"[.;:!?][»\"”)]*$")
_CLOSED = re.compile(r"[.;:!?»)]$")
_LABEL = re.compile(
    r"(?:\d{1,4}(?:[-.]\d{1,3})*[¹²³⁴-⁹]*[.)]|[а-яәіңғүұқөһ]\)|[-–—•])(?:\s|$)", re.IGNORECASE
)
_TO_FILL_IN = "__"
_ENDING = re.compile(
    r"[.,;:)»]|(?:[^\W\d_]{1,3}|[^\W\d_]{0,2}(?:ся|сь|ть|ни[еяюй]|нием|ости?|ость|[ое]го|[ое]му"
    r"|[ыи]ми|ск\w{2,3}|ци[еяюий]|ств[оау]|[лдт][ае]р|[ндт][ыі]ң|[лн]ған|[лн]ген|ад[ыі]|еді))(?![\w-])"
)
_HYPHEN = re.compile(r"[^\W_][-\u00ad]$")


@dataclass(slots=True)
class Paragraph:
    """Lines, each with its page; ``apart``: as with an empty line before it."""

    lines: list[tuple[int, Line]]
    apart: bool = False


def paragraphs(lines: Iterable[tuple[int, Line]], columns: Mapping[int, Column]) -> list[Paragraph]:
    """Group the lines of several pages, each given with its page, into paragraphs."""
    found: list[Paragraph] = []
    for page, line in lines:
        if found and _goes_on(found[-1], page, line, columns):
            found[-1].lines.append((page, line))
            continue
        before, last = found[-1].lines[-1] if found else (0, line)
        apart = before == page and _distance(last, line, columns[page]) > _EMPTY_LINE
        found.append(Paragraph([(page, line)], apart))
    return found


def separator(line: Line, after: Line, *, turned: bool = False) -> str:
    """What stands between a line and the next of its paragraph; ``turned``: on another page.

    After a hyphen between small letters the break is kept: only a dictionary knows whether the word
    has one. Over a page end the two stay apart. «12-⏎тармақ» and «Усть-⏎Каменогорск» have one.
    """
    if not ends_with_hyphen(line):
        return " "
    if line.text[-2].isalpha() and after.text[0].islower():
        return " " if turned else "\n"
    return ""


def is_open(paragraph: Paragraph) -> bool:
    """Whether its last sentence has no end yet."""
    _, line = paragraph.lines[-1]
    return not _CLOSED.search(line.text)


def ends_with_hyphen(line: Line) -> bool:
    """Whether a line may end in the middle of a word."""
    return _HYPHEN.search(line.text) is not None


def mended(paragraph: Paragraph, column: Column) -> Paragraph:
    """A paragraph of a cell, a word too long for one of its lines put together again.

    What could be a word of its own stays one: only a dictionary could tell more.
    """
    whole: list[tuple[int, Line]] = []
    for page, line in paragraph.lines:
        before, last = whole[-1] if whole else (0, line)
        width = last.right - last.left
        full = last.text.isalpha() and width + _LETTER * last.size > column.right - column.left
        if before == page and full and _is_ending(line.text):
            left, top, _, bottom = union([last.box, line.box])
            text = last.text + line.text
            whole[-1] = page, line._replace(text=text, left=left, top=top, bottom=bottom)
        else:
            whole.append((page, line))
    return Paragraph(whole, paragraph.apart)


def _is_ending(text: str) -> bool:
    """Whether a line begins with what is no word but ends one."""
    ending = _ENDING.match(text)
    return ending is not None and not ending[0][0].isupper() and ending[0] not in _SHORT_WORDS


def _goes_on(paragraph: Paragraph, page: int, line: Line, columns: Mapping[int, Column]) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before, last = paragraph.lines[-1]
    if before == page and not 0 < _distance(last, line, columns[page]) <= _ROOM:
        return False
    return goes_on(paragraph, line, columns[before], columns[page])


def goes_on(paragraph: Paragraph, line: Line, column: Column, here: Column) -> bool:
    """Whether a paragraph that reaches the end of its column goes on with a line ``here``."""
    _, last = paragraph.lines[-1]
    if max(last.size, line.size) > _OTHER_SIZE * min(last.size, line.size):
        return False
    if _is_centred(last, column) and _is_centred(line, here):
        room = column.right - column.left - (last.right - last.left)
    else:
        room = column.right - last.right
    if _next(line) < room - SLACK * last.size or last.text.endswith(_TO_FILL_IN):
        return False
    shift = (line.left - here.left) - (last.left - column.left)
    return not _begins(line, shift, line.left - here.left, paragraph)


def _begins(line: Line, shift: float, indent: float, paragraph: Paragraph) -> bool:
    """Whether a line behind a full one begins a paragraph: ``shift`` and ``indent`` in points tell
    how far it stands to the right of that one and of the edge."""
    ended = bool(_ENDED.search(paragraph.lines[-1][1].text))
    labelled = bool(_LABEL.match(line.text))
    first, slight = len(paragraph.lines) == 1, _INDENT * line.size
    if abs(shift) > _DEEPEST * line.size:
        return True
    if shift > slight:  # an indent, or the body of a list item set to hang
        return ended or labelled or not first
    if shift < -slight:
        return not first or (ended and labelled)
    return ended and (labelled or (indent > slight and first))


def _distance(last: Line, line: Line, column: Column) -> float:
    """How far two baselines stand apart, measured in the usual distance."""
    return (line.baseline - last.baseline) / max(column.pitch, last.size)


def _next(line: Line) -> float:
    """The room the first word of a line would have taken on the line before."""
    return line.first + _BLANK * line.size


def _is_centred(line: Line, column: Column) -> bool:
    """Whether both ends of a line stand equally far from the margins, and not at them."""
    before, after = line.left - column.left, column.right - line.right
    return before > 2 * line.size and abs(before - after) < line.size
