"""Amending acts: which lines are quoted new text («изложить в следующей редакции: «…»»).

Quotes in drafts are often left open, so a stretch also ends where an instruction or a closing
point of the amending act itself plainly begins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from riskscan.structure.heads import LINE, NUMBERED, STAMPS, UNITS
from riskscan.structure.labels import read_label
from riskscan.structure.line import QUOTES, Line
from riskscan.structure.words import cued

_CUES = (
    ("следующего содержания", "следующей редакции", "новой редакции"),
    ("мынадай мазмұн", "мынадай редакци", "жаңа редакци"),
)
_VERBS = re.compile(r"дополнить|изложить|толықтырылсын|жазылсын|редакци\S+:$|мазмұн\S+:$")
_CLOSED = re.compile(r"[»\"”]\s*[;.,]?$")
_SAME_LINE = re.compile(r":\s*(?=[«\"“„])")
_OUTER = re.compile(
    r"(?:[Дд]ополнить|[Ии]сключить|[Сс]лова? [«\"]|[Вв] (?:пункте|статье|подпункте|главе|заголовке)"
    r"|(?:[Пп]ункт|[Пп]одпункт|[Сс]тать[юи]|[Чч]аст[ьи]|[Аа]бзац|[Пп]риложени[ея]|[Гг]лав[уы]"
    r"|[Зз]аголовок)\w*\b[^:«\"]{0,120}(?:изложить|исключить|дополнить)"
    r"|Настоящ\S+ (?:приказ|постановлени|решени|Закон|Кодекс)\S* вводится|Контроль за исполнением"
    r"|\d[\d-]*-?(?:тармақ|бап|тарау)\S* .{0,120}(?:редакцияда жазылсын|алып тасталсын)"
    r"|Осы (?:бұйры|қаулы|шеш[іi]м)\S* .{0,160}(?:қолданысқа енг[іi]з|күш[іi]не ен))"
)
_TAIL = 300


def mark_quoted(text: str, lines: list[Line]) -> list[Line]:
    """The lines with each stretch of quoted new text numbered; quotes on the line of the
    instruction become lines of their own."""
    announcing = set(cued(text, [line.start for line in lines], _CUES))
    if not announcing and not any(line.number and _opens(text, line) for line in lines):
        return lines
    marked: list[Line] = []
    stretch, place = 0, 0
    closable = True
    rest = _with_split_quotes(text, lines, announcing)
    while place < len(rest):
        line = rest[place]
        marked.append(line)
        place += 1
        if place < len(rest) and _opens(text, rest[place]) and _introduces(text, line, rest[place]):
            stretch += 1
            closing = _closing(text, rest, place) if closable else None
            closable = closing is not None  # once no quote closes, no later one does
            last = place if closing is None else closing
            for quoted in rest[place : last + 1]:
                quoted.quoted = stretch
                marked.append(quoted)
            place = last + 1
    return marked


def _introduces(text: str, line: Line, quoted: Line) -> bool:
    """Whether a line announces new text: by its words, or by what it quotes being numbered."""
    if text[line.end - 1] != ":" or line.head in {"note", "contents"}:
        return False
    tail = text[max(line.start, line.end - _TAIL) : line.end]
    worded = any(cue in tail for cues in _CUES for cue in cues) and _VERBS.search(tail)
    return bool(worded) or quoted.number is not None


def _opens(text: str, line: Line) -> bool:
    return text[line.start] in QUOTES


def _with_split_quotes(text: str, lines: list[Line], announcing: set[int]) -> list[Line]:
    """Cut «изложить в следующей редакции: «2. …»» before the quote."""
    split: list[Line] = []
    for index, line in enumerate(lines):
        cut = _SAME_LINE.search(text, line.body, line.end) if index in announcing else None
        if cut is None:
            split.append(line)
            continue
        instruction = replace(line, end=cut.start() + 1)
        quoted = _read_at(text, line, cut.end())
        split += [instruction, quoted] if _introduces(text, instruction, quoted) else [line]
    return split


def _read_at(text: str, line: Line, start: int) -> Line:
    """The rest of a line from a quote on, its label read anew."""
    piece = replace(
        line, start=start, label=start, body=start, head="", number=None, tail=start, inline=True
    )
    found = LINE.match(text, start)
    head = (found.lastgroup or "") if found else ""
    if found and (head in NUMBERED or head in UNITS):
        piece.head = head
        read_label(text, found, piece)
    return piece


def _closing(text: str, lines: list[Line], first: int) -> int | None:
    """The index of the last line of the quoted stretch that opens at ``first``.

    None when it is never closed; then only the line that opens it is certainly new text.
    """
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
    return None
