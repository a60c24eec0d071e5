"""Amending acts: which lines are quoted new text («изложить в следующей редакции: «…»»).

Quotes in drafts are often left open, so a stretch also ends where an instruction or a closing
point of the amending act itself plainly begins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from riskscan.structure.heads import LINE, NUMBERED, STAMPS, UNITS
from riskscan.structure.lines import Line, number_in
from riskscan.structure.numbering import normal

_CUES = (
    "следующего содержания",
    "следующей редакции",
    "новой редакции",
    "мынадай мазмұн",
    "мынадай редакци",
    "жаңа редакци",
)
_VERBS = re.compile(r"дополнить|изложить|толықтырылсын|жазылсын|редакци\S+:$|мазмұн\S+:$")
_QUOTES = "«\"“„"
_CLOSED = re.compile(r"[»\"”]\s*[;.,]?$")
_SAME_LINE = re.compile(r":\s*(?=[«\"“„])")
_OUTER = re.compile(
    r"(?:[Дд]ополнить|[Ии]сключить|[Сс]лова? [«\"]|[Вв] (?:пункте|статье|подпункте|главе|заголовке)"
    r"|(?:[Пп]ункт|[Пп]одпункт|[Сс]тать[юи]|[Чч]аст[ьи]|[Аа]бзац|[Пп]риложени[ея]|[Гг]лав[уы]"
    r"|[Зз]аголовок)\w*\b[^:«\"]{0,120}(?:изложить|исключить|дополнить)"
    r"|Настоящ\S+ (?:приказ|постановлени|решени|Закон|Кодекс)\S* вводится|Контроль за исполнением)"
)
_TAIL = 300


def mark_quoted(text: str, lines: list[Line]) -> list[Line]:
    """The lines with each stretch of quoted new text numbered; quotes on the line of the
    instruction become lines of their own."""
    if not any(cue in text for cue in _CUES):
        return lines
    marked: list[Line] = []
    stretch = 0
    rest = _with_split_quotes(text, lines)
    place = 0
    while place < len(rest):
        line = rest[place]
        marked.append(line)
        place += 1
        if _introduces(text, line) and place < len(rest) and _opens(text, rest[place]):
            stretch += 1
            last = _closing(text, rest, place)
            for quoted in rest[place : last + 1]:
                quoted.quoted = stretch
                marked.append(quoted)
            place = last + 1
    return marked


def _introduces(text: str, line: Line) -> bool:
    if text[line.end - 1] != ":":
        return False
    tail = text[max(line.start, line.end - _TAIL) : line.end]
    return any(cue in tail for cue in _CUES) and bool(_VERBS.search(tail))


def _opens(text: str, line: Line) -> bool:
    return text[line.start] in _QUOTES


def _with_split_quotes(text: str, lines: list[Line]) -> list[Line]:
    """Cut «изложить в следующей редакции: «2. …»» before the quote."""
    split: list[Line] = []
    for line in lines:
        cut = None
        if line.head not in {"note", "contents"} and any(
            text.find(cue, line.body, line.end) >= 0 for cue in _CUES
        ):
            cut = _SAME_LINE.search(text, line.body, line.end)
        if cut is None or not _introduces(text, replace(line, end=cut.start() + 1)):
            split.append(line)
            continue
        split.append(replace(line, end=cut.start() + 1))
        split.append(_read_at(text, line, cut.end()))
    return split


def _read_at(text: str, line: Line, start: int) -> Line:
    """The rest of a line from a quote on, its label read anew."""
    found = LINE.match(text, start)
    head = (found.lastgroup or "") if found else ""
    piece = replace(
        line, start=start, label=start, body=start, head="", number=None, tail=start, inline=True
    )
    if found is None or not (head in NUMBERED or head in UNITS):
        return piece
    piece.head = head
    written = found.group(head)
    piece.number = normal(written) if head in NUMBERED else number_in(written)
    piece.label = found.end(head)
    if head in NUMBERED and text[piece.label : piece.label + 1] in {".", ")"}:
        piece.label += 1
    piece.label = min(piece.label, line.end)
    piece.body = piece.label
    while piece.body < piece.end and text[piece.body].isspace():
        piece.body += 1
    return piece


def _closing(text: str, lines: list[Line], first: int) -> int:
    """The index of the last line of the quoted stretch that opens at ``first``."""
    straight = text[lines[first].start] == '"'
    depth = 0
    for place in range(first, len(lines)):
        line = lines[place]
        if place > first and (
            line.head in STAMPS or _OUTER.match(text, line.body, min(line.end, line.body + 200))
        ):
            return place - 1
        words = text[line.start : line.end]
        if straight:
            odd = words.count('"') % 2 == 1
            if _CLOSED.search(words) and odd != (place == first):
                return place
        else:
            change = sum(map(words.count, "«“„")) - sum(map(words.count, "»”"))
            depth += change
            if depth <= 0 or (change < 0 and _CLOSED.search(words)):
                return place
    return len(lines) - 1
