"""A page set out: its ruled tables, and between them lines, tables without borders, columns."""

from __future__ import annotations

from bisect import bisect
from itertools import chain
from typing import TYPE_CHECKING

from riskscan.reading.pdf_lines import Glyph, Printed, printed_of
from riskscan.reading.pdf_page import Table
from riskscan.reading.pdf_tables import tables_of
from riskscan.reading.pdf_turned import parted, turned_lines_of
from riskscan.reading.pdf_unruled import Carried, Layout, layout_of
from riskscan.reading.pdf_verdict import Rule

if TYPE_CHECKING:
    from pdfplumber.page import Page as PlumberPage

_MOST_RULES = 4_000  # of a page: beyond that it is a drawing


def set_out(page: PlumberPage, glyphs: list[Glyph], carried: Carried | None) -> Layout:
    """The letters of a page put together; ``carried``: what the page before ended with."""
    tables, frames, rest = tables_of(page, glyphs)
    upright, turned = parted(rest)
    rules, height = _rules(page), float(page.height)
    layouts = []
    for table, inside in frames:
        layout = layout_of(printed_of(inside), rules, height, carried)
        if layout.tables or layout.columns:
            layouts.append(layout)
        else:
            tables.append(table)
    stretches = _between(printed_of(upright), tables)
    for number, printed in enumerate(stretches):
        layouts.append(layout_of(printed, rules, height, None if number else carried))
    lines = list(chain.from_iterable(layout.lines for layout in layouts))
    if frames:
        lines.sort(key=lambda line: line.baseline)
    unruled = chain.from_iterable(layout.tables for layout in layouts)
    return Layout(
        (*lines, *turned_lines_of(turned)),
        (*tables, *unruled),
        tuple(chain.from_iterable(layout.columns for layout in layouts)),
        layouts[-1].carried,
    )


def _between(printed: list[Printed], tables: list[Table]) -> list[list[Printed]]:
    """The lines above the first ruled table, those between it and the next one, and so on."""
    tops = sorted(table.box[1] for table in tables)
    stretches: list[list[Printed]] = [[] for _ in range(len(tops) + 1)]
    for each in printed:
        stretches[bisect(tops, each.line.baseline)].append(each)
    return stretches


def _rules(page: PlumberPage) -> list[Rule]:
    if len(page.edges) > _MOST_RULES:
        return []
    level = [edge for edge in page.edges if edge["orientation"] == "h"]
    return [Rule(edge["x0"], edge["x1"], edge["top"]) for edge in level]
