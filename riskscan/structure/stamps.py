"""Stamps: «Утверждены приказом …», «Приложение 1 к Правилам …» and what they begin."""

from __future__ import annotations

import re

from riskscan.structure.heads import STAMPS
from riskscan.structure.line import Line

_INSTRUMENT_TITLE = re.compile(
    r"(?i)[\s*#>_«\"“]*(?:(?:типов\w+|санитарн\w+|техническ\w+|квалификационн\w+)\s+)*"
    r"(?:правила|положение|инструкция|методика|стандарт|регламент|требования|порядок|устав"
    r"|методические|классификатор|ереже|қағида|нұсқаулық|әдістеме|жарғы)"
)
_APPROVAL = re.compile(r"(?i)у ?т ?в ?е ?р ?ж ?д ?е ?н|утверждаю|бекітіл(?:ген|ді)|бекітемін")
_ANNEX = re.compile(r"(?i)[\s*#>_|]*п ?р ?и ?л ?о ?ж ?е ?н ?и ?е|\d[ -]*қосымша|қосымша")
_OF_ACT = re.compile(
    r"(?i)\bк\s+(?:\w+\s+)?(?:приказ|постановлени|решени|распоряжени|указ|закон|кодекс|договор"
    r"|соглашени|конвенци)|(?:бұйры[қғ]|қаулы|шешім|өкім|жарлы|заң)\w*\s+\d*[ -]*қосымша"
)
_KAZAKH = re.compile(r"(?:бек[іi]т[іi]л(?:ген|д[іi])|қосымша(?:сы)?)[*_|\s]*$", re.I)
_BLOCK_QUOTE = re.compile(r">.*(?:№|\bN)\s*\S{1,12}[*_\s]*$", re.DOTALL)
_LONGEST = 300
_LONGEST_PART = 120
_ENDS = ".;:!?"


def is_instrument(stamp: str, title: str) -> bool:
    """Whether a stamp begins an approved act of its own (rules, …) and not a mere annex."""
    if _ANNEX.match(stamp):
        return bool(_INSTRUMENT_TITLE.match(title)) and not is_of_instrument(stamp)
    return bool(_APPROVAL.search(stamp))


def is_of_instrument(stamp: str) -> bool:
    """Whether an annex belongs to the rules it names, and not to the order itself."""
    return bool(_ANNEX.search(stamp)) and not _OF_ACT.search(stamp)


def mark_closing_stamps(text: str, lines: list[Line]) -> list[Line]:
    """Kazakh stamps name the act first and end with «бекітілген», «бекітілді», «1-қосымша».

    The short lines before the word are put into the stamp.
    """
    if "ғ" not in text and "ң" not in text:
        return lines
    marked: list[Line] = []
    for place, line in enumerate(lines):
        after_stamp = bool(marked) and marked[-1].head in STAMPS
        following = lines[place + 1] if place + 1 < len(lines) else None
        if line.head in {"", "lower", "annex", "approval"} and _closes_stamp(text, line, following):
            line.head = "approval" if "кітіл" in text[line.start : line.end] else "annex"
            line.number = line.number or _annex_number(text[line.start : line.end])
            while marked and _precedes(text, marked[-1], line):
                first = marked.pop()
                line.start, line.gap = first.start, first.gap
            line.label = line.body = line.end
        elif after_stamp and not line.head and text[line.end - 1] not in _ENDS:
            line.head = "title"
        marked.append(line)
    return marked


def _closes_stamp(text: str, line: Line, following: Line | None) -> bool:
    if line.end - line.start > _LONGEST:
        return False
    words = text[line.start : line.end]
    titled = following is not None and text[following.start] == "#"
    return bool(_KAZAKH.search(words)) or (titled and bool(_BLOCK_QUOTE.match(words)))


def _precedes(text: str, before: Line, line: Line) -> bool:
    """Whether a short line right before the stamp is its beginning."""
    return (
        before.head in {"", "lower", "glue"}
        and not line.gap
        and before.end - before.start <= _LONGEST_PART
        and line.end - before.start <= _LONGEST
        and text[before.end - 1] not in _ENDS
    )


def _annex_number(stamp: str) -> str | None:
    found = re.search(r"(\d{1,3})\s*-\s*қосымша", stamp)
    return found[1] if found else None
