"""Definitions: the terms an act explains and the short names it introduces («далее – Правила»)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.model import ITEMS, Definition, ProvisionKind, ZoneKind
from riskscan.structure.tree import Node
from riskscan.structure.words import cued
from riskscan.text import Span

_TERM = re.compile(r"((?:\([^()]{0,160}\)|[^;:.()]){2,200}?)\s+[-–—]\s")
_SHORT = re.compile(
    r"\(\s*(?:далее(?:\s+по\s+тексту)?(?:\s+(?:именуе\w+|также))?|бұдан\s+әр[іi])\s*[-–—:]?\s*"
    r"([^()\n]{1,120})\)"
)
_CUES = (("(далее",), ("(бұдан әр",))
_NAMED = re.compile(r"[^,;:.()]{1,160}$")
_REACH = 160


def find_definitions(text: str, nodes: list[Node]) -> tuple[Definition, ...]:
    """All definitions in text order."""
    found = [*_terms(text, nodes), *_short_names(text, nodes)]
    return tuple(sorted(found, key=lambda definition: definition.span))


def _terms(text: str, nodes: list[Node]) -> Iterator[Definition]:
    """«1) термин (далее – сокращение) – …;» in an article of definitions.

    Or in one sentence: «используются понятия: термин – …; термин – …».
    """
    for index, start, end in _explanations(text, nodes):
        found = _TERM.match(text, start, min(end, start + 2 * _REACH))
        if found is None:
            continue
        short = _SHORT.search(found[1])
        term = found[1][: short.start()] if short else found[1]
        yield Definition(
            term=" ".join(term.split()),
            short=" ".join(short[1].split()) if short else None,
            span=Span(found.start(1), found.end(1)),
            provision=index,
        )


def _explanations(text: str, nodes: list[Node]) -> Iterator[tuple[int, int, int]]:
    """Where each explanation begins and ends, with the ordinal of its node."""
    for index, node in enumerate(nodes):
        if node.zone is not ZoneKind.DEFINITION:
            continue
        if node.kind in ITEMS:
            yield index, node.body, node.end
            continue
        colon = text.find(": ", node.body, node.end)
        start = colon + 2 if colon >= 0 else node.end
        while start < node.end:
            stop = text.find("; ", start, node.end)
            end = stop if stop >= 0 else node.end
            yield index, start, end
            start = end + 2


def _short_names(text: str, nodes: list[Node]) -> Iterator[Definition]:
    """«… (далее – Правила)» anywhere else; the term is the words before the bracket."""
    for index in sorted(set(cued(text, [node.start for node in nodes], _CUES))):
        node = nodes[index]
        inside_term = node.zone is ZoneKind.DEFINITION and node.kind is ProvisionKind.SUBPOINT
        for found in _SHORT.finditer(text, node.body, node.end):
            place = found.start()
            if inside_term and place - node.body < _REACH:
                continue
            before = _NAMED.search(text[max(node.body, place - _REACH) : place])
            yield Definition(
                term=" ".join(before.group().split()) if before else "",
                short=" ".join(found[1].split()),
                span=Span(place, found.end()),
                provision=index,
            )
