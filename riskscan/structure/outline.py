"""From a document to an act: lines, tree, zones, kind, definitions."""

from __future__ import annotations

from riskscan.structure.amendments import mark_quoted
from riskscan.structure.contents import strike_contents
from riskscan.structure.definitions import find_definitions
from riskscan.structure.headings import promote_headings
from riskscan.structure.inline import split_lists
from riskscan.structure.kinds import identify
from riskscan.structure.lines import LineReader
from riskscan.structure.model import Act, Provision
from riskscan.structure.stamps import mark_closing_stamps
from riskscan.structure.tree import Node, TreeBuilder
from riskscan.structure.zones import mark_zones
from riskscan.text import Document, Span


def parse(document: Document) -> Act:
    """The anatomy of a document. Never fails: what has no structure is a row of indents.

    Time and memory grow with the length of the text.
    """
    text = document.text
    lines = LineReader(document).read()
    lines = mark_closing_stamps(text, lines)
    strike_contents(text, lines)
    lines = mark_quoted(text, lines)
    promote_headings(text, lines)
    lines = split_lists(text, lines)
    nodes = TreeBuilder(text, lines).build()
    zones = mark_zones(document, nodes)
    identity = identify(text, nodes)
    provisions = tuple(map(_provision, range(len(nodes)), nodes))
    return Act(
        document=document,
        title=identity.title,
        kind=identity.kind,
        profile=identity.profile,
        provisions=provisions,
        zones=zones,
        definitions=find_definitions(text, nodes),
    )


def _provision(index: int, node: Node) -> Provision:
    return Provision(
        index,
        node.kind,
        node.number,
        node.parent if node.parent >= 0 else None,
        node.last,
        Span(node.start, node.close),
        Span(node.start, node.label),
        Span(node.body, node.end),
        node.zone,
        node.inline,
    )
