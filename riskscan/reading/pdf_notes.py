"""Footnotes: the lines under a page's text that begin with a mark the text cites raised."""

from __future__ import annotations

import re

from riskscan.reading.pdf_page import Line, Page
from riskscan.text.characters import RAISED_DIGITS

_MARK = re.compile(r"([\d⁰¹²³⁴-⁹]{1,3})\s*(?=[^\W\d_]|[«\"(])")
_SMALL = 0.92  # of the size of the line above
_APART = 1.7  # of the size of the line above, between two baselines


def without_notes(page: Page) -> tuple[Page, tuple[Line, ...]]:
    """The page without its notes, and the lines of the notes."""
    lines = page.lines
    for index in range(1, len(lines)):
        if _opens_notes(lines[index - 1], lines[index]) and _is_cited(lines[index], lines[:index]):
            return page._replace(lines=lines[:index]), lines[index:]
    return page, ()


def _opens_notes(above: Line, line: Line) -> bool:
    """Whether a line is set smaller than the one above, or well apart from it."""
    apart = line.baseline - above.baseline > _APART * above.size
    return line.size <= _SMALL * above.size or apart


def _is_cited(line: Line, text: tuple[Line, ...]) -> bool:
    mark = _MARK.match(line.text)
    return mark is not None and any(mark[1].translate(RAISED_DIGITS) in each.text for each in text)
