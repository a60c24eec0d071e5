"""What stands in columns without borders between them, parted from the lines of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from riskscan.reading.pdf_bands import Band, bands_of, least_room, wide_rooms
from riskscan.reading.pdf_furniture import is_page_number
from riskscan.reading.pdf_lines import Printed
from riskscan.reading.pdf_page import Columns, Line, Table
from riskscan.reading.pdf_regions import Region, regions_of
from riskscan.reading.pdf_verdict import Rule, blocks_of

_MOST_BANDS = 400  # of a page: beyond that it is a drawing
_LAST_LINES = 2  # that may stand under a table which goes on over the page


class Carried(NamedTuple):
    """What a page ended with, and the next one may go on with."""

    region: Region
    block: Table | Columns


class Layout(NamedTuple):
    """What a page holds: lines in no column, tables, text in columns; what may go on behind it."""

    lines: tuple[Line, ...]
    tables: tuple[Table, ...] = ()
    columns: tuple[Columns, ...] = ()
    carried: Carried | None = None


def layout_of(
    printed: list[Printed], rules: Sequence[Rule], height: float, carried: Carried | None
) -> Layout:
    """Tell tables and columns from the lines of a page so high."""
    bands = bands_of(each for each in printed if not is_page_number(each.line, height))
    if not _may_have_columns(bands, carried):
        return Layout(tuple(each.line for each in printed))
    found: list[tuple[Region, Table | Columns]] = []
    before = carried.region if carried else None
    for region in regions_of(bands, least_room(bands), before):
        begun = carried.block if carried and region.continued else None
        found += blocks_of(bands, region, rules, begun)
    inside = {
        id(each)
        for region, _ in found
        for band in bands[region.first : region.end]
        for each in band.lines
    }
    at_end = found and len(bands) - found[-1][0].end <= _LAST_LINES
    return Layout(
        tuple(each.line for each in printed if id(each) not in inside),
        tuple(block for _, block in found if isinstance(block, Table)),
        tuple(block for _, block in found if isinstance(block, Columns)),
        Carried(*found[-1]) if at_end else None,
    )


def _may_have_columns(bands: list[Band], carried: Carried | None) -> bool:
    if not 0 < len(bands) <= _MOST_BANDS:
        return False
    least = least_room(bands)
    return carried is not None or any(wide_rooms(band, least) for band in bands)
