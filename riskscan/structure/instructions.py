"""Instructions: what an amending act orders («слова «…» заменить словами «…»»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.model import Zone, ZoneKind
from riskscan.structure.tree import Node
from riskscan.structure.words import cued
from riskscan.text import Span

_CUES = (
    ("нести ", "изложить", "дополнить", "заменить", "исключить"),
    ("өзгер", "толықтыр", "редакцияда жазылсын", "ауыстырылсын", "алып тасталсын"),
)
_AMENDING = re.compile(  # everything under such words is an instruction
    r"[*_|> ]*Внести\s(?:в\s|изменени|дополнени|следующ)"
    r"|.{1,300}\sвнести\s.{0,700}?следующ\w+\s(?:изменени|дополнени)"
    r"|.{0,1500}мынадай\s(?:өзгер[іi]с|толықтыру).{0,80}енг[іi]з[іi]лс[іi]н",
    re.DOTALL,
)
_UNIT = r"(?:пункт|стать|част|абзац|глав|раздел|параграф|приложени|предложени|заголов|преамбул)"
_INSTRUCTION = re.compile(
    rf"\b{_UNIT}[^.]{{0,300}}изложить в (?:следующей|новой) редакции"
    r"|\bдополнить\b.{0,200}(?:следующего содержания|слов|цифр|знак)"
    r"|(?:слов[ао]|цифр[ыу]|знак\w*) [«\"].{1,400}?(?:заменить|исключить|дополнить)"
    rf"|^(?:в \S+ )?{_UNIT}\w*\s[^«\"]{{0,120}}исключить[;.]?$"
    r"|мынадай (?:редакцияда|мазмұндағы)|жаңа редакцияда жазылсын"
    r"|деген сөз.{0,300}(?:ауыстырылсын|алып тасталсын|толықтырылсын)|алып тасталсын[;.]?$",
    re.DOTALL | re.IGNORECASE,
)
_OLD_WORDS = re.compile(r"(?:слов[ао]|цифр[ыу]|знак\w*)\s+([«\"][^»\"]{1,2000}[»\"])")
_NEW_WORDS = re.compile(r"(?:словами|словом|цифрами|знак\w*ми)\s+([«\"][^»\"]{1,2000}[»\"])")
_REACH = 1600


def mark_instructions(text: str, nodes: list[Node], starts: list[int]) -> list[Zone]:
    """Give instructions their zone; return the old and the new words they quote."""
    instructions: set[int] = set()
    for index in set(cued(text, starts, _CUES)):
        node = nodes[index]
        reach = min(node.end, node.body + _REACH)
        if node.zone in {ZoneKind.NOTE, ZoneKind.INSERTED}:
            continue
        if _AMENDING.match(text, node.body, reach):
            instructions.update(range(index, node.last))
        elif _INSTRUCTION.search(text, node.body, reach):
            instructions.add(index)
    zones: list[Zone] = []
    for index in sorted(instructions):
        node = nodes[index]
        if node.zone is ZoneKind.NORM:
            node.zone = ZoneKind.INSTRUCTION
            zones += _quoted_words(text, node)
    return zones


def _quoted_words(text: str, node: Node) -> Iterator[Zone]:
    """The old words of an instruction, which are nobody's norm, and the new ones."""
    quoted = [
        Zone(kind, Span(*found.span(1)))
        for kind, pattern in ((ZoneKind.REPLACED, _OLD_WORDS), (ZoneKind.INSERTED, _NEW_WORDS))
        for found in pattern.finditer(text, node.body, node.end)
    ]
    end = node.body
    for zone in sorted(quoted, key=lambda zone: zone.span):
        if zone.span.start >= end:
            yield zone
            end = zone.span.end
