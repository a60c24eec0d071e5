"""Regions: the bands of a page that are set in columns, from their first line to their last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from riskscan.reading.pdf_bands import Band, Room, usual_pitch, wide_rooms
from riskscan.reading.pdf_gutters import FAR, stretches_of

CONTIGUOUS = 1.45  # of the usual distance: lines of one paragraph
_MOST_SPANNING = 2  # bands in a row that may cross the columns of a table
_HIGHEST_HEADING = 2  # lines over the first band with words in two columns
_ALIGNED = 1  # point
_MOST_SHORT = 3  # bands of a paragraph that end before a gutter
_LONGEST_TITLE = 4  # bands over a table that goes on at the top of a page

Marks = tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Bands from ``first`` up to ``end`` that the same gutters run through.

    ``marks`` tell for each column where its lines begin and what they are centred on, in points.
    ``continued``: the region began on the page before.
    """

    first: int
    end: int
    gutters: tuple[Room, ...]
    marks: Marks
    continued: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The words of a band in one column; ``spans``: they cross a gutter."""

    column: int
    left: float
    right: float
    spans: bool


def regions_of(bands: list[Band], least: float, carried: Region | None) -> list[Region]:
    """The regions of a page from top to bottom.

    ``carried`` is the table the page before ended with: it may go on with some of its columns
    empty, so that its gutters do not show.
    """
    pitch = usual_pitch(bands)
    found = [] if carried is None else _going_on(bands, least, pitch, carried)
    for stretch in stretches_of(bands, least):
        inside = bands[stretch.first : stretch.last + 1]
        marks = _marks(inside, stretch.gutters)
        region = Region(stretch.first, stretch.last + 1, stretch.gutters, marks)
        top = found[-1].end if found else 0
        if region.first >= top:
            found.append(_extended(_raised(region, bands, pitch, top), bands, least, pitch))
        elif region.end > top and (rooms := same_gutters(found[-1].gutters, region.gutters)):
            whole = _united(found[-1], region, rooms)
            found[-1] = _extended(whole, bands, least, pitch)
    return found


def same_gutters(some: tuple[Room, ...], others: tuple[Room, ...]) -> tuple[Room, ...]:
    """What the gutters of two regions share; nothing where they are not the same."""
    if len(some) != len(others):
        return ()
    pairs = zip(some, others, strict=True)
    shared = tuple((max(one[0], other[0]), min(one[1], other[1])) for one, other in pairs)
    return shared if all(left < right for left, right in shared) else ()


def _united(region: Region, below: Region, gutters: tuple[Room, ...]) -> Region:
    pairs = zip(region.marks, below.marks, strict=True)
    marks = tuple(one | other for one, other in pairs)
    return replace(region, end=below.end, gutters=gutters, marks=marks)


def parted_by(region: Region, bands: list[Band], gutters: tuple[Room, ...]) -> Region:
    """The region with some of its gutters only."""
    marks = _marks(bands[region.first : region.end], gutters)
    return replace(region, gutters=gutters, marks=marks)


def pieces_of(band: Band, gutters: tuple[Room, ...]) -> list[Piece]:
    """The words of a band, parted where a room covers a gutter."""
    middles = [(left + right) / 2 for left, right in gutters]
    cuts = [room for room in band.rooms if any(room[0] <= each <= room[1] for each in middles)]
    lefts = [band.left, *(right for _, right in cuts)]
    rights = [*(left for left, _ in cuts), band.right]
    return [
        Piece(column_at(left, gutters), left, right, _spans(left, right, gutters))
        for left, right in zip(lefts, rights, strict=True)
    ]


def column_at(place: float, gutters: tuple[Room, ...]) -> int:
    """Which column a place on the page belongs to."""
    return sum((left + right) / 2 <= place for left, right in gutters)


def _spans(left: float, right: float, gutters: tuple[Room, ...]) -> bool:
    return column_at(left, gutters) < column_at(right, gutters)


def _marks(bands: Iterable[Band], gutters: tuple[Room, ...]) -> Marks:
    """Where several lines of a column begin, and where most have their middle."""
    lefts = [Counter[int]() for _ in range(len(gutters) + 1)]
    middles = [Counter[int]() for _ in range(len(gutters) + 1)]
    for band in bands:
        for piece in pieces_of(band, gutters):
            if not piece.spans:
                lefts[piece.column][round(piece.left)] += 1
                middles[piece.column][round((piece.left + piece.right) / 2)] += 1
    return tuple(
        frozenset(place for place, count in [*left.items(), *middle.most_common(1)] if count > 1)
        for left, middle in zip(lefts, middles, strict=True)
    )


def _is_aligned(piece: Piece, marks: Marks) -> bool:
    """Whether a piece begins where others of its column do, or has their middle."""
    middle = (piece.left + piece.right) / 2
    return not piece.spans and any(
        abs(mark - place) <= _ALIGNED
        for mark in marks[piece.column]
        for place in (piece.left, middle)
    )


def _raised(region: Region, bands: list[Band], pitch: float, top: int) -> Region:
    """With the lines above that begin the heading of one of its columns."""
    first = region.first
    while first > max(top, region.first - _HIGHEST_HEADING):
        above, band = bands[first - 1], bands[first]
        pieces = pieces_of(above, region.gutters)
        if band.baseline - above.baseline > CONTIGUOUS * pitch or len(pieces) > 1:
            break
        below = (each for each in pieces_of(band, region.gutters) if _begins_small(band, each))
        if pieces[0].spans or pieces[0].column not in {each.column for each in below}:
            break
        first -= 1
    return replace(region, first=first)


def _begins_small(band: Band, piece: Piece) -> bool:
    glyphs = (glyph for each in band.lines for glyph in each.glyphs)
    return any(abs(glyph["x0"] - piece.left) < 1 and glyph["text"].islower() for glyph in glyphs)


def _extended(region: Region, bands: list[Band], least: float, pitch: float) -> Region:
    """With the bands below that keep to its columns, over single lines that cross them."""
    gutters, end = region.gutters, region.end
    marks = region.marks
    last = _last_baselines(bands[region.first : end], gutters)
    for index in range(region.end, len(bands)):
        band = bands[index]
        if end > region.first and band.baseline - bands[index - 1].baseline > FAR * band.size:
            break
        crossed = index - end
        narrowed = _narrowed(gutters, band, least)
        if narrowed is None:
            if crossed == _MOST_SPANNING:
                break
            continue
        pieces = pieces_of(band, narrowed)
        if not all(_is_aligned(piece, marks) for piece in pieces):
            break
        if len(pieces) == 1 and (crossed or _resumes(pieces[0], band, last, pitch)):
            break
        gutters, end = narrowed, index + 1
        last |= {piece.column: band.baseline for piece in pieces}
    return replace(region, end=end, gutters=gutters)


def _last_baselines(bands: Iterable[Band], gutters: tuple[Room, ...]) -> dict[int, float]:
    return {piece.column: band.baseline for band in bands for piece in pieces_of(band, gutters)}


def _resumes(piece: Piece, band: Band, last: dict[int, float], pitch: float) -> bool:
    """Whether a column goes on alone after blank paper: what stands there is no cell."""
    before = last.get(piece.column)
    return bool(last) and (before is None or band.baseline - before > CONTIGUOUS * pitch)


def _narrowed(gutters: tuple[Room, ...], band: Band, least: float) -> tuple[Room, ...] | None:
    """What a band leaves of the gutters; None when it crosses one."""
    edges = (float("-inf"), band.left), (band.right, float("inf"))
    blanks = [*wide_rooms(band, least), *edges]
    left = []
    for gutter in gutters:
        rests = [(max(gutter[0], room[0]), min(gutter[1], room[1])) for room in blanks]
        widest = max(rests, key=lambda rest: rest[1] - rest[0])
        if widest[1] - widest[0] < least:
            return None
        left.append(widest)
    return tuple(left)


def _going_on(bands: list[Band], least: float, pitch: float, carried: Region) -> list[Region]:
    """The table of the page before, where it goes on under the running title of this one."""
    for first in range(min(_LONGEST_TITLE, len(bands))):
        if not _is_title(bands[first : first + 2], pitch, carried):
            region = _extended(
                replace(carried, first=first, end=first, continued=True), bands, least, pitch
            )
            if _holds_cells(bands[first : region.end], region.gutters):
                return [region]
        if len(pieces_of(bands[first], carried.gutters)) > 1:
            break
    return []


def _is_title(bands: list[Band], pitch: float, carried: Region) -> bool:
    """Whether the first of two bands stands apart and alone, and in no column but the first."""
    apart = len(bands) > 1 and bands[1].baseline - bands[0].baseline > CONTIGUOUS * pitch
    first, *others = pieces_of(bands[0], carried.gutters)
    in_cell = first.column and _is_aligned(first, carried.marks)
    return apart and not others and not in_cell


def _holds_cells(bands: list[Band], gutters: tuple[Room, ...]) -> bool:
    """Whether words stand in any column but the first, or stay in that one for several lines.

    A line or two that end before a gutter a paragraph might have as well.
    """
    beyond = any(piece.column for band in bands for piece in pieces_of(band, gutters))
    return beyond or len(bands) > _MOST_SHORT
