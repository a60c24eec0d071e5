"""Instructions: what an amending act orders («слова «…» заменить словами «…»»)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from riskscan.structure.model import ANNEXED, Zone, ZoneKind
from riskscan.structure.orders import (
    is_instruction,
    is_named,
    named_annexes,
    quoted_words,
)
from riskscan.structure.tree import Node
from riskscan.structure.words import Cues, cued, holding
from riskscan.text import Span

_AMENDING = re.compile(  # everything under such words is an instruction
    r"[*_|> ]*Внести\s(?:в\s|изменени|дополнени|следующ)"
    r"|.{1,300}\sвнести\s.{0,700}?следующ\w+\s(?:изменени|дополнени)"
    r"|.{0,1500}(?:мынадай|келес[іi]|төмендег[іi]\S*)\s(?:өзгер[іi]с|толықтыру|түзету).{0,80}"
    r"енг[іi]з[іi]лс[іi]н",
    re.DOTALL,
)
_REACH = 1600
_NO_ORDERS = frozenset({ZoneKind.NOTE, ZoneKind.INSERTED})
_AMENDING_CUES: Cues = (("нести ",), ("өзгер", "толықтыр", "түзету"))


def mark_instructions(
    text: str, nodes: list[Node], starts: list[int], orders: Sequence[int]
) -> list[Zone]:
    """Give instructions their zone; return the old and the new words they quote.

    ``orders`` are the places of cues of orders.
    """
    instructions: set[int] = set()
    for index in set(cued(text, starts, _AMENDING_CUES)):
        node = nodes[index]
        if node.zone not in _NO_ORDERS and _AMENDING.match(
            text, node.body, min(node.end, node.body + _REACH)
        ):
            instructions.update(range(index, node.last))
    for index in set(holding(starts, orders)) - instructions:
        node = nodes[index]
        if node.zone not in _NO_ORDERS and is_instruction(text, node.body, node.end):
            instructions.add(index)
    instructions.update(i for i, node in enumerate(nodes) if node.zone is ZoneKind.INSTRUCTION)
    zones: list[Zone] = []
    for index in sorted(instructions):
        node = nodes[index]
        if node.zone is ZoneKind.NORM:
            node.zone = ZoneKind.INSTRUCTION
        if node.zone is ZoneKind.INSTRUCTION:
            _mark_annexes(text, nodes, node)
            zones += (
                Zone(kind, Span(start, end))
                for kind, start, end in quoted_words(text, node.body, node.end)
            )
    return zones


def _mark_annexes(text: str, nodes: list[Node], instruction: Node) -> None:
    """The annexes that hold the new text of an instruction: «… согласно приложению 1 к …»."""
    for _, numbers in named_annexes(text, instruction.body, instruction.end):
        for index, annex in enumerate(nodes):
            if annex.kind in ANNEXED and is_named(annex.number, numbers):
                for inner in nodes[index + 1 : annex.last]:
                    if inner.zone is ZoneKind.NORM:
                        inner.zone = ZoneKind.INSERTED
