"""Printed lines become paragraphs again, as their author wrote them.

A line was broken for want of room when the first word of the next one would not have fitted on it;
any other break is the author's. That holds for justified and ragged text and needs no indents. A
last line that happens to be full is told by the indent, the room or the number that follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from riskscan.reading.pdf_columns import SLACK, Column
from riskscan.reading.pdf_page import Line

Paragraph = list[tuple[int, Line]]  # lines, each with its page

_BLANK = 0.2  # of the size: the narrowest blank a justified line may have
_INDENT = 0.6  # of the size
_ROOM = 1.35  # of the usual distance of lines: between paragraphs
_OTHER_SIZE = 1.12  # of the size: a heading
_ENDED = re.compile(r"[.;:!?][»\"”)]*$")
_LABEL = re.compile(r"(?:\d{1,4}(?:[-.]\d{1,3})*[¹²³⁴-⁹]*[.)]|[а-яәіңғүұқөһ]\)|[-–—•])\s", re.I)
_BROKEN = re.compile(r"[^\W\d_]-$")


def paragraphs(lines: Iterable[tuple[int, Line]], columns: Mapping[int, Column]) -> list[Paragraph]:
    """Group the lines of several pages, each given with its page, into paragraphs."""
    found: list[Paragraph] = []
    for page, line in lines:
        if found and _goes_on(found[-1], page, line, columns):
            found[-1].append((page, line))
        else:
            found.append([(page, line)])
    return found


def separator(line: Line) -> str:
    """What stands between a line and the next of its paragraph.

    After a hyphen the break is kept: only a dictionary knows whether the word has one.
    """
    return "\n" if _BROKEN.search(line.text) else " "


def _goes_on(paragraph: Paragraph, page: int, line: Line, columns: Mapping[int, Column]) -> bool:
    """Whether a line belongs to the paragraph before it."""
    before, last = paragraph[-1]
    column, here = columns[before], columns[page]
    larger, smaller = max(last.size, line.size), min(last.size, line.size)
    if larger > _OTHER_SIZE * smaller:
        return False
    if before == page:
        step = line.baseline - last.baseline
        if step <= 0 or step > _ROOM * max(column.pitch, last.size):
            return False
    if _is_centred(last, column):
        full = last.right - last.left + _next(line) > column.right - column.left - SLACK * line.size
        return full and _is_centred(line, here)
    if last.right + _next(line) < column.right - SLACK * last.size:
        return False
    shift = (line.left - here.left) - (last.left - column.left)
    ended = bool(_ENDED.search(last.text))
    labelled = bool(_LABEL.match(line.text))
    indented = line.left - here.left > _INDENT * line.size
    if shift > _INDENT * line.size:  # an indent, or the body of a list item set to hang
        return not ended and not labelled and len(paragraph) == 1
    if shift < -_INDENT * line.size:
        return len(paragraph) == 1 and not (ended and labelled)
    return not (ended and (labelled or (indented and len(paragraph) == 1)))


def _next(line: Line) -> float:
    """The room the first word of a line would have taken on the line before."""
    return line.first + _BLANK * line.size


def _is_centred(line: Line, column: Column) -> bool:
    """Whether both ends of a line stand equally far from the margins, and not at them."""
    before, after = line.left - column.left, column.right - line.right
    return before > 2 * line.size and abs(before - after) < line.size
