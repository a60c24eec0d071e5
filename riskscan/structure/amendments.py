"""Amending acts: which lines are quoted new text («изложить в следующей редакции: «…»»).

Quotes in drafts are often left open, so a stretch also ends where an instruction or a closing
point of the amending act itself plainly begins. Instructions that share a line with what they
quote, or with each other, become lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riskscan.structure.heads import LINE, NUMBERED, STAMPS, UNITS
from riskscan.structure.labels import read_label
from riskscan.structure.line import QUOTES, Line
from riskscan.structure.model import ZoneKind
from riskscan.structure.orders import (
    begins_order,
    is_instruction,
    is_readable,
    quoted_words,
)
from riskscan.structure.words import ENACTING, holding

_ANNOUNCED = (
    *("следующего содержания", "следующей редакции", "новой редакции", "нижеследующей редакции"),
    *("мынадай мазмұн", "мынадай редакци", "жаңа редакци", "келесі редакци", "мазмұнда"),
)
_VERBS = re.compile(
    r"дополн|излож|толықтырылсын|жазылсын|редакци\S+:$|мазмұн\S+:$|өзгермейді:$", re.I
)
_CLOSED = re.compile(r"[»\"”“]\s*[;.,]?[\s|]*$")
_OPENING = re.compile(r":\s*(?=[«\"“„])")
_AFTER = re.compile(r"[»\"”“](?:\s?[;.:]{1,2}\s+|\s+(?=\d{1,3}\)\s))")
_POINT = re.compile(r"\s*:\s+(?=1\.\s)")
_CLOSING_POINT = re.compile(
    r"(?:\d{1,2}\.\s+)?(?:Настоящ\S+ (?:приказ|постановлени|решени|Закон|Кодекс)\S* вводится"
    r"|Контроль за исполнением"
    r"|Осы (?:бұйры|қаулы|шеш[іi]м|Заң)\S* .{0,160}(?:қолданысқа енг[іi]з|күш[іi]не ен))"
)
_NEW_WORDS = re.compile(  # «дополнить словами следующего содержания:»: no provision of its own
    r"слов(?:ом|ами)\s[^«\"“„:]{0,40}:$|сөз(?:дер)?мен\s[^«\"“„:]{0,40}:$", re.IGNORECASE
)
_TAIL = 300


def mark_quoted(text: str, lines: list[Line], orders: Sequence[int]) -> list[Line]:
    """The lines with each stretch of quoted new text numbered; what stands on one line with its
    instruction becomes a line of its own; ``orders`` are the places of cues of orders."""
    ordering = set(holding([line.start for line in lines], orders))
    if not ordering and not any(line.number and _opens(text, line) for line in lines):
        return lines
    marked: list[Line] = []
    stretch, place = 0, 0
    closable = True
    rest, ordered = _parted(text, lines, ordering)
    while place < len(rest):
        line = rest[place]
        place += 1
        introduces = place < len(rest) and _introduces(text, line, rest[place])
        if not introduces:
            pieces = _with_new_words(text, line, stretch) if line.start in ordered else [line]
            stretch = max([stretch, *(piece.quoted for piece in pieces)])
            marked += pieces
            continue
        marked.append(line)
        stretch += 1
        closing = _closing(text, rest, place) if closable else None
        closable = closing is not None  # once no quote closes, no later one does
        last = place if closing is None else closing
        fragment = _NEW_WORDS.search(text, line.start, line.end) is not None
        for quoted in rest[place : last + 1]:
            quoted.quoted, quoted.fragment = stretch, fragment
            marked.append(quoted)
        place = last + 1
    return marked


def _introduces(text: str, line: Line, quoted: Line) -> bool:
    """Whether a line announces new text: by its words, or by what it quotes being numbered."""
    if not _opens(text, quoted) or text[line.end - 1] != ":" or line.head in {"note", "contents"}:
        return False
    tail = text[max(line.start, line.end - _TAIL) : line.end]
    worded = any(cue in tail for cue in _ANNOUNCED) and _VERBS.search(tail)
    return bool(worded) or quoted.number is not None


def _opens(text: str, line: Line) -> bool:
    return text[line.start] in QUOTES


def _parted(text: str, lines: list[Line], ordering: set[int]) -> tuple[list[Line], set[int]]:
    """Each line with an order cut before what it quotes and before the next order, and where
    the pieces begin."""
    parted: list[Line] = []
    starts: set[int] = set()
    for index, line in enumerate(lines):
        if index not in ordering:
            parted.append(line)
            continue
        for cut in _cuts(text, line):
            end = cut
            while text[end - 1].isspace():
                end -= 1
            parted.append(replace(line, end=end))
            starts.add(line.start)
            line = _read_at(text, line, cut)
        parted.append(line)
        starts.add(line.start)
    return parted, starts


def _cuts(text: str, line: Line) -> Iterator[int]:
    """Where to cut a line: «… РЕШИЛ: | 1. …: | «2. …»; | пункт 3 исключить»."""
    places = []
    enacting = ENACTING.search(text, line.body, line.end)
    point = _POINT.search(text, enacting.end() - 1, line.end) if enacting else None
    if point is not None:
        places.append(point.end())
    for opening in _OPENING.finditer(text, line.body, line.end):
        before = replace(line, end=opening.start() + 1)
        if _introduces(text, before, _read_at(text, line, opening.end())):
            places.append(opening.end())
    for after in _AFTER.finditer(text, line.body, line.end):
        start = after.end()
        if begins_order(text, start, line.end) or _CLOSING_POINT.match(text, start, line.end):
            places.append(start)
    yield from sorted({place for place in places if line.body < place < line.end})


def _read_at(text: str, line: Line, start: int) -> Line:
    """The rest of a line from somewhere on, its label read anew."""
    piece = _unlabelled(line, start)
    found = LINE.match(text, start)
    head = (found.lastgroup or "") if found else ""
    if found and (head in NUMBERED or head in UNITS):
        piece.head = head
        read_label(text, found, piece)
    elif head == "lower":
        piece.head = head
    return piece


def _with_new_words(text: str, line: Line, stretch: int) -> list[Line]:
    """An order cut around the new words it quotes, where these can be read alone."""
    readable = [
        (start, end)
        for kind, start, end in quoted_words(text, line.body, line.end)
        if kind is ZoneKind.INSERTED and is_readable(text, start, end)
    ]
    if (
        not readable
        or line.head in {"note", "contents"}
        or not is_instruction(text, line.body, line.end)
    ):
        return [line]
    return list(_cut_around(text, line, readable, stretch))


def _cut_around(
    text: str, line: Line, readable: list[tuple[int, int]], stretch: int
) -> Iterator[Line]:
    rest = line
    for start, end in readable:
        before = start
        while before > rest.start and text[before - 1].isspace():
            before -= 1
        while end < line.end and text[end] in ";.,":
            end += 1
        if before > rest.start:
            yield replace(rest, end=before, order=True)
        stretch += 1
        new = _unlabelled(line, start)
        yield replace(new, end=end, quoted=stretch, fragment=True)
        while end < line.end and text[end].isspace():
            end += 1
        rest = replace(_unlabelled(line, end), order=True)
    if rest.start < line.end:
        yield rest


def _unlabelled(line: Line, start: int) -> Line:
    return replace(
        line, start=start, label=start, body=start, head="", number=None, tail=start, inline=True
    )


def _closing(text: str, lines: list[Line], first: int) -> int | None:
    """The index of the last line of the quoted stretch that opens at ``first``.

    None when it is never closed; then only the line that opens it is certainly new text.
    """
    opening = text[lines[first].start]
    straight = opening == '"'
    opens, closes = ("„«", "“”»") if opening == "„" else ("«“", "»”")
    depth = 0
    for place in range(first, len(lines)):
        line = lines[place]
        if place > first and _is_outside(text, line):
            return place - 1
        words = text[line.start : line.end]
        if straight:
            odd = words.count('"') % 2 == 1
            if _CLOSED.search(words) and odd != (place == first):
                return place
        else:
            change = sum(map(words.count, opens)) - sum(map(words.count, closes))
            depth += change
            if depth <= 0 or (change < 0 and _CLOSED.search(words)):
                return place
    return None


def _is_outside(text: str, line: Line) -> bool:
    """Whether a line can only be the amending act's own."""
    return bool(
        line.head in STAMPS
        or _CLOSING_POINT.match(text, line.body, line.end)
        or begins_order(text, line.body, line.end)
    )
