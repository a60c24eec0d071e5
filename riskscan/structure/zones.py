"""Zones: what each stretch of an act is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from riskscan.structure.columns import Table, mark_columns
from riskscan.structure.instructions import mark_instructions
from riskscan.structure.model import ITEMS, ProvisionKind, Zone, ZoneKind
from riskscan.structure.shell import mark_closing, mark_opening, mark_signature
from riskscan.structure.tree import Node
from riskscan.structure.words import cued
from riskscan.text import Span

_ANNEXED = frozenset({ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX})
_REACH = 400  # characters of a paragraph that show what it is for

_EXCLUDED_STARTS = ("исключен", "Исключен", "(исключен", "утратил", "Утратил")
_EXCLUDED_CUES = ((), ("алып тасталды",))
_EXCLUDED = re.compile(
    r"\(?[Ии]сключен[аоы]?\s*(?:[-–—]\s*)?(?:\(?[Зз]акон|приказ|постановлени|решени|[Уу]каз"
    r"|[Кк]онституц|[Кк]одекс|в соответствии с\s+(?:[Зз]акон|приказ|постановл|[Кк]онстит)|\.?$)"
    r"|[Уу]тратил[аои]? силу (?:[Зз]акон|приказ|постановлени|решени|[Уу]каз|в соответствии с)"
    r"|[^;]{0,80}алып тасталды"
)
_DEFINING_CUES = (("понятия", "термины", "определения:"), ("ұғымдар", "терминдер"))
_DEFINING = re.compile(
    r"(?:использ|применя|употребля)\S*\s(?:\S+\s){0,4}?(?:поняти|термин|определени|сокращени)"
    r"|(?:[Пп]онятия|[Тт]ермины|[Оо]пределения)\b[^.;]{0,60}"
    r"(?:использ|применя|употребля|связанные с)"
    r"|(?:ұғымдар|терминдер|анықтамалар)\S*[^.;]{0,60}(?:пайдаланыл|қолданыл)"
)
_DASH = re.compile(r"\s[-–—]\s|:\s*$|\sозначает\s")
_INLINE = re.compile(r":\s[^.;:]{2,120}\s[-–—]\s[^;]+;[^.;:]{2,120}\s[-–—]\s")
_FORM_CUES = (("___", "отметить"), ())
_FORM = re.compile(r"_{3,}|[Оо]тметить\b")
_FORM_TITLE = re.compile(
    r"(?i)[\s*#>_|«\"]*(?:форма\b|заявление\b|анкета\b|расписка\b|опросный лист|журнал\b|бланк\b"
    r"|нысан\b|өтініш\b)"
)
_BARE_FORM = frozenset(
    {"форма", "нысан", "заявление", "өтініш", "өтінім", "анкета", "сауалнама", "расписка", "қолхат"}
)
_FRAME = " *_|\t\n"
_HEADED = 4  # lines of an annex among which its name stands


def mark_zones(
    text: str, nodes: list[Node], tables: list[Table], orders: Sequence[int]
) -> tuple[Zone, ...]:
    """Set the zone of every node and return the zones that cover the document."""
    starts = [node.start for node in nodes]
    _mark_excluded(text, nodes, starts)
    mark_opening(text, nodes)
    _mark_definitions(text, nodes, starts)
    _mark_forms(text, nodes, starts)
    overlays = mark_instructions(text, nodes, starts, orders)
    mark_signature(text, nodes)
    mark_closing(text, nodes, starts)
    mark_columns(tables, nodes)
    return tuple(_over(_laid(len(text), nodes), sorted(overlays, key=lambda zone: zone.span)))


def _mark_excluded(text: str, nodes: list[Node], starts: list[int]) -> None:
    """«5) исключен Законом …» is a note about a provision that is no more."""
    suspects = [node for node in nodes if text.startswith(_EXCLUDED_STARTS, node.body)]
    suspects += [nodes[index] for index in cued(text, starts, _EXCLUDED_CUES)]
    for node in suspects:
        if node.zone is not ZoneKind.NOTE and _EXCLUDED.match(text, node.body, node.end):
            node.zone = ZoneKind.NOTE


def _mark_definitions(text: str, nodes: list[Node], starts: list[int]) -> None:
    """The words «используются следующие понятия» and the items with a dash under them."""
    for index in set(cued(text, starts, _DEFINING_CUES)):
        node = nodes[index]
        if node.zone is not ZoneKind.NORM or text[node.end - 1] not in ":.":
            continue
        if not _DEFINING.search(text, node.body, min(node.end, node.body + _REACH)):
            continue
        defined = [child for child in _children(nodes, index) if _is_definition(text, nodes[child])]
        if defined or _INLINE.search(text, node.body, node.end):
            node.zone = ZoneKind.DEFINITION
        for child in defined:
            for inner in nodes[child : nodes[child].last]:
                if inner.zone is ZoneKind.NORM:
                    inner.zone = ZoneKind.DEFINITION


def _children(nodes: list[Node], index: int) -> Iterator[int]:
    child = index + 1
    while child < nodes[index].last:
        yield child
        child = nodes[child].last


def _is_definition(text: str, node: Node) -> bool:
    reach = min(node.end, node.body + _REACH)
    return node.kind in ITEMS and bool(_DASH.search(text, node.body, reach))


def _mark_forms(text: str, nodes: list[Node], starts: list[int]) -> None:
    """Lines to fill in, and annexes that are forms."""
    for index in set(cued(text, starts, _FORM_CUES)):
        node = nodes[index]
        if node.zone is ZoneKind.NORM and _FORM.search(text, node.body, node.end):
            node.zone = ZoneKind.FORM
    for index, node in enumerate(nodes):
        if node.kind not in _ANNEXED:
            continue
        inside = nodes[index + 1 : node.last]
        opening = (text[each.body : each.end] for each in (node, *inside[:_HEADED]))
        named = any(line.partition("__")[0].strip(_FRAME).lower() in _BARE_FORM for line in opening)
        if named or _FORM_TITLE.match(text, node.body, node.end):
            for child in inside:
                if child.zone is ZoneKind.NORM:
                    child.zone = ZoneKind.FORM


def _laid(length: int, nodes: list[Node]) -> list[Zone]:
    """The zones side by side: a node's zone from its first character to the next node's."""
    if length == 0:
        return []
    zones: list[Zone] = []
    kind = nodes[1].zone if len(nodes) > 1 else ZoneKind.NORM
    start = 0
    for node in nodes[2:]:
        if node.zone is not kind:
            zones.append(Zone(kind, Span(start, node.start)))
            kind, start = node.zone, node.start
    zones.append(Zone(kind, Span(start, length)))
    return zones


def _over(zones: list[Zone], overlays: list[Zone]) -> Iterator[Zone]:
    """Lay small zones over the large ones that hold them."""
    place = 0
    for zone in zones:
        start = zone.span.start
        while place < len(overlays) and overlays[place].span.start < zone.span.end:
            over = overlays[place]
            place += 1
            if over.span.end > zone.span.end or over.span.start < start:
                continue
            if over.span.start > start:
                yield Zone(zone.kind, Span(start, over.span.start))
            yield over
            start = over.span.end
        if start < zone.span.end:
            yield Zone(zone.kind, Span(start, zone.span.end))
