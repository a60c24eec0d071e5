"""Comparative tables: the old column is never checked, the proposed one is new text.

Law 480-V "On legal acts", article 29, point 2: a bill that amends acts comes with a table of the
current and the proposed wording. The columns are known only when the source map names the cells.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from riskscan.structure.model import Zone, ZoneKind
from riskscan.structure.tree import Node
from riskscan.text import Document, Span

_CURRENT = re.compile(r"(?i)действующая\s+редакция|қолданыстағы\s+редакция")
_PROPOSED = re.compile(r"(?i)предлагаемая\s+редакция|ұсынылатын\s+редакция")
_LONGEST_HEADING = 80


def mark_columns(document: Document, nodes: list[Node], starts: list[int]) -> list[Zone]:
    """Set the zones of the nodes in the two columns and return the columns' stretches."""
    zones: list[Zone] = []
    tables: dict[int, dict[int, ZoneKind]] = {}
    for segment in document.segments:
        if segment.cell is None:
            continue
        table, _, column = segment.cell
        columns = tables.setdefault(table, {})
        words = document.text[segment.start : segment.end]
        if column not in columns and len(words) < _LONGEST_HEADING:
            if _CURRENT.search(words):
                columns[column] = ZoneKind.CURRENT
                continue
            if _PROPOSED.search(words):
                columns[column] = ZoneKind.INSERTED
                continue
        kind = columns.get(column)
        if kind is not None and ZoneKind.CURRENT in columns.values():
            zones.append(Zone(kind, Span(segment.start, segment.end)))
            first = max(1, bisect_right(starts, segment.start) - 1)
            for node in nodes[first : bisect_right(starts, segment.end - 1)]:
                if node.start >= segment.start and node.zone is not ZoneKind.NOTE:
                    node.zone = kind
    return zones
