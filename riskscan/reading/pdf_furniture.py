"""Running titles and page numbers: what repeats at the same height of most pages is no text.

Only lines at the edge of a page are judged, from the edge inwards, until one of them does not
repeat: a provision that happens to begin alike on two pages is never cropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from riskscan.reading.pdf_page import Line, Page

_DEEPEST = 4  # lines a header or footer may have
_HEIGHT_STEP = 4.0  # points: the same height
_MARGIN = 0.12  # of the page's height: where a lone number is that of the page
_EVEN_AND_ODD = 6  # pages: from here on they may have titles of their own
_PAGE_NUMBER = re.compile(
    r"(?i)[-–—]?\s*(?:(?:стр(?:аница|\.)?|бет|page)\s*)?\d{1,4}"
    r"(?:\s*(?:/|из|of|ден|дан|тен|тан)\s*\d{1,4})?(?:\s*-?\s*бет)?\s*[-–—]?"
)
_NAMED = re.compile(r"(?i)приложени|қосымша|таблица|кесте|форма|нысан")  # numbered, but no page

Key = tuple[str, int]  # the words, the page's number left out, and the height


def without_furniture(pages: list[Page]) -> tuple[list[Page], int]:
    """The pages without their running lines, and how many lines those were."""
    repeated = _frequent(pages)
    if len(pages) >= _EVEN_AND_ODD:
        repeated |= _frequent(pages[0::2]) | _frequent(pages[1::2])
    kept = [_cropped(page, repeated) for page in pages]
    before, after = (sum(len(page.lines) for page in each) for each in (pages, kept))
    if not after and not any(page.blocks() for page in pages):  # the same page again and again
        return pages, 0
    return kept, before - after


def is_page_number(line: Line, height: float) -> bool:
    """Whether a line at the edge of a page so high is nothing but its number."""
    at_edge = not _MARGIN < line.baseline / height < 1 - _MARGIN
    return at_edge and _PAGE_NUMBER.fullmatch(line.text) is not None


def _frequent(pages: list[Page]) -> set[Key]:
    """What stands at the edge of more than half of the pages."""
    counts = Counter[Key]()
    for page in pages:
        lines = {*page.lines[:_DEEPEST], *page.lines[-_DEEPEST:]}
        counts.update({key for line in lines for key in _keys(page, line)})
    return {key for key, count in counts.items() if count >= 2 and count * 2 > len(pages)}


def _keys(page: Page, line: Line) -> tuple[Key, Key]:
    """Two heights for a line, so that lines a point apart meet in one of them."""
    words = line.text
    if not _NAMED.search(words):
        words = re.sub(rf"(?<!\d){page.number}(?!\d)", "#", words)
    step = line.baseline / _HEIGHT_STEP
    return (words, int(step)), (words, -int(step + 0.5))


def _cropped(page: Page, repeated: set[Key]) -> Page:
    """The page without its running lines; a table or a column ends a header or footer."""
    lines = page.lines
    above = min((block.box[1] for block in page.blocks()), default=page.height)
    below = max((block.box[3] for block in page.blocks()), default=0.0)

    def is_furniture(line: Line) -> bool:
        if is_page_number(line, page.height):
            return True
        return not repeated.isdisjoint(_keys(page, line))

    header = _count(lines, lambda line: line.top < above and is_furniture(line))
    rest = lines[header:]
    footer = _count(rest[::-1], lambda line: line.bottom > below and is_furniture(line))
    return page._replace(lines=rest[: len(rest) - footer])


def _count(lines: Sequence[Line], holds: Callable[[Line], bool]) -> int:
    """How many lines from the first on are so, at most as many as a header may have."""
    return sum(1 for _ in takewhile(holds, lines[:_DEEPEST]))
