"""Lists inside one paragraph: «… в случаях: 1) …; 2) …; 3) ….»

A list opens after a colon with its first number and goes on as long as the next numbers come each
after a separator; so citations («подпунктами 1) и 2) пункта 3») open none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from riskscan.structure.line import Line
from riskscan.structure.numbering import follows, is_first
from riskscan.structure.words import occurrences

_OPENINGS = (": 1)", ": а)", ": a)", ": 1. ", ":\xa01)")
_ITEM = re.compile(r"(?<![\w)«\"(-])(?:(\d{1,3}(?:-\d{1,2})?)([).])|([а-яёa-z])(\)))(?=\s)")
_OPENING = re.compile(r":[\s«\"]{1,3}$")
_SEPARATED = re.compile(r"[:;,.»\"][\s«\"]{1,3}$|[;,]?\s(?:и|или|либо|және|немесе)\s+$")
_SENTENCE = re.compile(r"(?<=[а-яәғқңөұүһі»\")]{3})\.\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі])")


@dataclass(slots=True)
class _List:
    head: str
    last: str
    items: list[re.Match[str]] = field(default_factory=list)


def split_lists(text: str, lines: list[Line]) -> list[Line]:
    """The lines with the items of inline lists as lines of their own, marked inline."""
    starts = [line.start for line in lines]
    colons = (place for place in occurrences(text, ":") if text.startswith(_OPENINGS, place))
    holders = {max(0, bisect_right(starts, colon) - 1) for colon in colons}
    if not holders:
        return lines
    split: list[Line] = []
    for index, line in enumerate(lines):
        if index in holders and line.head not in {"note", "contents", "title"}:
            split.extend(_split(text, line))
        else:
            split.append(line)
    return split


def _split(text: str, line: Line) -> list[Line]:
    items = _items(text, line)
    if not items:
        return [line]
    pieces = [replace(line, end=_stripped(text, line.start, items[0][1].start()))]
    ends = [found.start() for _, found in items[1:]] + [line.end]
    for (head, found), end in zip(items, ends, strict=True):
        end = _stripped(text, found.end(), end)
        body = found.end()
        while body < end and text[body].isspace():
            body += 1
        pieces.append(
            replace(
                line,
                start=found.start(),
                label=found.end(),
                body=body,
                end=end,
                head=head,
                number=found.group(1) or found.group(3),
                gap=False,
                tail=found.start(),
                inline=True,
            )
        )
    return _with_afterword(text, pieces)


def _items(text: str, line: Line) -> list[tuple[str, re.Match[str]]]:
    """The items of every list of two or more in the line, in text order."""
    open_lists: list[_List] = []
    lists: list[_List] = []
    for found in _ITEM.finditer(text, line.body, line.end):
        number = found.group(1) or found.group(3)
        head = "letter" if found.group(3) else "point" if found.group(2) == "." else "subpoint"
        before = text[max(line.start, found.start() - 8) : found.start()]
        if is_first(number) and _OPENING.search(before):
            open_lists.append(_List(head, number, [found]))
            lists.append(open_lists[-1])
        elif _SEPARATED.search(before):
            _go_on(open_lists, head, number, found)
    items = [(entry.head, item) for entry in lists if len(entry.items) > 1 for item in entry.items]
    return sorted(items, key=lambda item: item[1].start())


def _go_on(open_lists: list[_List], head: str, number: str, found: re.Match[str]) -> None:
    """Give a number to the innermost open list it goes on with, closing those inside it."""
    for depth in range(len(open_lists) - 1, max(-1, len(open_lists) - 5), -1):
        entry = open_lists[depth]
        if entry.head == head and follows(number, entry.last):
            entry.items.append(found)
            entry.last = number
            del open_lists[depth + 1 :]
            return


def _with_afterword(text: str, pieces: list[Line]) -> list[Line]:
    """Sentences after the last item belong to the paragraph, unless all items hold sentences."""
    last = pieces[-1]
    if any(_SENTENCE.search(text, piece.body, piece.end) for piece in pieces[1:-1]):
        return pieces
    found = _SENTENCE.search(text, last.body, last.end)
    if found is None:
        return pieces
    start = found.end()
    after = replace(
        last, start=start, label=start, body=start, tail=start, head="", number=None, inline=True
    )
    return [*pieces[:-1], replace(last, end=found.start() + 1), after]


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
