"""From a document to an act: lines, tree, zones, kind, definitions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from riskscan.structure.amendments import mark_quoted
from riskscan.structure.columns import find_tables, part_cells
from riskscan.structure.contents import strike_contents
from riskscan.structure.definitions import find_definitions
from riskscan.structure.headings import promote_headings
from riskscan.structure.inline import split_lists
from riskscan.structure.kinds import identify
from riskscan.structure.lines import LineReader
from riskscan.structure.model import Act, ComparedRow, Provision, Zone
from riskscan.structure.orders import CUES
from riskscan.structure.stamps import mark_closing_stamps
from riskscan.structure.tree import Node, TreeBuilder
from riskscan.structure.words import places
from riskscan.structure.zones import mark_zones
from riskscan.text import Document, Span, View


def parse(document: Document) -> Act:
    """The anatomy of a document. Never fails: what has no structure is a row of indents.

    Read in the matching view; offsets are the source's. Time and memory grow with the length of the
    text.
    """
    view = document.view
    viewed = _viewed(document, view)
    text = viewed.text
    lines = LineReader(viewed).read()
    lines = mark_closing_stamps(text, lines)
    strike_contents(text, lines)
    orders = list(places(text, CUES))
    lines = mark_quoted(text, lines, orders)
    tables = find_tables(viewed)
    part_cells(tables, lines)
    promote_headings(text, lines)
    lines = split_lists(text, lines)
    nodes = TreeBuilder(text, lines).build()
    zones = mark_zones(text, nodes, tables, orders)
    identity = identify(text, nodes)
    return Act(
        document=document,
        title=identity.title,
        kind=identity.kind,
        profile=identity.profile,
        provisions=tuple(_provisions(nodes, view)),
        zones=tuple(Zone(zone.kind, _stretch(zone.span, view)) for zone in zones),
        definitions=tuple(
            replace(each, span=view.span_in_source(each.span))
            for each in find_definitions(text, nodes)
        ),
        compared=tuple(
            _in_source(row, view)
            for row in sorted((row for table in tables for row in table.rows), key=_place)
        ),
    )


def _viewed(document: Document, view: View) -> Document:
    """The document as its view reads it; positions are the view's."""
    if view.text is document.text:
        return document
    segments = tuple(
        replace(segment, start=view.from_source(segment.start), end=view.from_source(segment.end))
        for segment in document.segments
    )
    return Document(view.text, document.source, segments, document.unread, document.assumed)


def _stretch(span: Span, view: View) -> Span:
    """A stretch of the source up to the next one: what the view drops belongs to one of them."""
    return Span(view.to_source(span.start) if span.start else 0, view.to_source(span.end))


def _place(row: ComparedRow) -> Span:
    return row.span


def _in_source(row: ComparedRow, view: View) -> ComparedRow:
    """A row of the view's text with the places of the source."""
    element, current, proposed, struck = (
        None if side is None else view.span_in_source(side)
        for side in (row.element, row.current, row.proposed, row.struck)
    )
    span = view.span_in_source(row.span)
    return ComparedRow(span, element, current, proposed, row.address, struck)


def _provisions(nodes: list[Node], view: View) -> Iterator[Provision]:
    starts = view.all_to_source([node.start for node in nodes])
    starts[0] = 0  # what the view drops before the first words belongs to the act alone
    spans = map(Span, starts, view.all_to_source([node.close for node in nodes]))
    labels = view.spans_in_source([(node.start, node.label) for node in nodes])
    texts = view.spans_in_source([(node.body, node.end) for node in nodes])
    for index, (node, span, label, own) in enumerate(zip(nodes, spans, labels, texts, strict=True)):
        yield Provision(
            index,
            node.kind,
            node.number,
            node.parent if node.parent >= 0 else None,
            node.last,
            span,
            label,
            own,
            node.zone,
            node.inline,
            node.fragment,
        )
