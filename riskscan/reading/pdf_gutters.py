"""Gutters: strips of blank paper that run down a page between two columns.

Words are parted by blanks anywhere, but in lines of prose no blank stands long under another. A
strip that stays blank over many lines, with words on both of its sides, was meant to part them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from riskscan.reading.pdf_bands import Band, Room, usual_blank, wide_rooms

FAR = 4.0  # times the size: nothing goes on over so much blank paper
_FEWEST = 3  # bands with words on both sides of a gutter
_FEWEST_BESIDE_NARROW = 6  # the same of a narrow one
_NARROW = 0.9  # of the size
_LIKE_BLANKS = 2.0  # times the usual blank: stretched lines have such
_ALIGNED = 0.7  # of the bands: they begin at one place behind a gutter
_MANY = 8  # bands
_STEP = 1.0  # points: the same place
_WIDE = 1.5  # times the size
_UNLIKE_BLANKS = 4.0  # times the usual blank: no stretched line has such below another
_ROOM = 1.8  # times the size: between two lines with an empty one between them
_MORE_ROOM = 1.15  # times the widest room before
_LAST_BANDS = 3  # fewer are no more than a signature
_MOSTLY = 0.6  # of a stretch: what a gutter of it must run through
_MOST = 60  # gutters on a page: beyond that it is a drawing


@dataclass(frozen=True, slots=True)
class Gutter:
    """A strip, wide as it was left by the bands with words on both of its sides.

    Those stand between ``first`` and ``last``; ``begins`` tells where the words behind the strip
    begin in each of them. ``rest`` is what later bands have left of it.
    """

    room: Room
    first: int
    last: int
    begins: tuple[float, ...]
    rest: Room


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bands from ``first`` to ``last`` with the gutters that part their columns."""

    first: int
    last: int
    gutters: tuple[Room, ...]


def stretches_of(bands: list[Band], least: float) -> list[Stretch]:
    """The stretches of a page that gutters run through, from top to bottom."""
    left = list(_gutters(bands, least))
    if len(left) > _MOST:
        return []
    found = []
    while left:
        ranges = {(gutter.first, gutter.last) for gutter in left}
        first, last = max(sorted(ranges), key=lambda each: _blank_paper(left, *each))
        through = [each for each in left if _runs_through(each, first, last)]
        found.append(Stretch(first, last, tuple(_joined(through))))
        left = [each for each in left if each.last < first or last < each.first]
    return sorted(found, key=lambda stretch: stretch.first)


def _gutters(bands: list[Band], least: float) -> Iterator[Gutter]:
    """All strips with enough bands on both sides."""
    active: list[Gutter] = []
    blank = usual_blank(bands)
    for index, band in enumerate(bands):
        if index and _is_apart(bands, index, active):
            yield from _proven(active, bands, blank)
            active = []
        rooms = wide_rooms(band, least)
        kept: list[Gutter] = []
        for gutter in active:
            narrowed = list(_narrowed(gutter, band, rooms, least, index))
            kept += narrowed
            if not narrowed:
                yield from _proven([gutter], bands, blank)
        fresh = [
            Gutter(room, index, index, (room[1],), room)
            for room in rooms
            if not any(_overlap(gutter.rest, room) for gutter in kept)
        ]
        active = sorted([*kept, *fresh], key=lambda gutter: gutter.rest)
    yield from _proven(active, bands, blank)


def _is_apart(bands: list[Band], index: int, active: list[Gutter]) -> bool:
    """Whether so much blank paper stands over a band that no columns go on with it.

    That is more than anywhere else in a stretch, before a line or two at its end.
    """
    step, size = bands[index].baseline - bands[index - 1].baseline, bands[index].size
    if not _ROOM * size < step <= FAR * size:
        return step > FAR * size
    begun = [gutter for gutter in active if len(gutter.begins) >= _FEWEST]
    above = bands[min((gutter.first for gutter in begun), default=index) : index]
    steps = [after.baseline - band.baseline for band, after in pairwise(above)]
    if not steps or step <= _MORE_ROOM * max(steps):
        return False
    following = bands[index : index + _LAST_BANDS]
    return len(following) < _LAST_BANDS or any(_crosses(band, begun) for band in following)


def _crosses(band: Band, gutters: list[Gutter]) -> bool:
    """Whether words stand in all gutters."""
    blanks = [(-inf, band.left), *band.rooms, (band.right, inf)]
    rests = [gutter.rest for gutter in gutters]
    return not any(left <= rest[0] and rest[1] <= right for rest in rests for left, right in blanks)


def _proven(gutters: list[Gutter], bands: list[Band], blank: float) -> Iterator[Gutter]:
    """Those that cannot be blanks of prose which happen to stand one under another.

    Words behind a gutter begin at one place, unless a wide one parts centred columns.
    """
    for gutter in gutters:
        width, size = gutter.room[1] - gutter.room[0], bands[gutter.first].size
        narrow = width < max(_NARROW * size, _LIKE_BLANKS * blank)
        wide = width > max(_WIDE * size, _UNLIKE_BLANKS * blank)
        enough = len(gutter.begins) >= (_FEWEST_BESIDE_NARROW if narrow else _FEWEST)
        if enough and (wide or _is_aligned(gutter.begins)):
            yield gutter


def _is_aligned(begins: tuple[float, ...]) -> bool:
    """Whether most words begin at one place; of many also at two, one of them an indent."""
    places = Counter(round(place / _STEP) for place in begins)
    enough = _ALIGNED * len(begins)
    first = _most_frequent(places)
    second = _most_frequent(places) if len(begins) >= _MANY else 0
    return first + second >= enough


def _most_frequent(places: Counter[int]) -> int:
    """How often a place and those beside it occur, which it takes out."""
    mode, _ = max(places.items(), key=lambda each: (each[1], -each[0]), default=(0, 0))
    return sum(places.pop(mode + step, 0) for step in (-1, 0, 1))


def _narrowed(
    gutter: Gutter, band: Band, rooms: list[Room], least: float, index: int
) -> Iterator[Gutter]:
    """What a band leaves of a gutter; words in the midst of it leave two."""
    edges = (-inf, band.left), (band.right, inf)
    for room in (*rooms, *edges):
        rest = max(gutter.rest[0], room[0]), min(gutter.rest[1], room[1])
        if rest[1] - rest[0] < least:
            continue
        if room in edges:
            yield replace(gutter, rest=rest)
        else:
            yield Gutter(rest, gutter.first, index, (*gutter.begins, room[1]), rest)


def _overlap(one: Room, other: Room) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _runs_through(gutter: Gutter, first: int, last: int) -> bool:
    return _shared(gutter, first, last) >= _MOSTLY * (last - first + 1)


def _shared(gutter: Gutter, first: int, last: int) -> int:
    return min(gutter.last, last) - max(gutter.first, first) + 1


def _blank_paper(gutters: list[Gutter], first: int, last: int) -> int:
    """How many bands all gutters of a stretch run through, added up."""
    return sum(_shared(each, first, last) for each in gutters if _runs_through(each, first, last))


def _joined(gutters: list[Gutter]) -> list[Room]:
    """From left to right; a gutter crossed by a single line is one, not two."""
    joined: list[Room] = []
    for gutter in sorted(gutters, key=lambda gutter: gutter.room):
        left, right = gutter.room
        if joined and left < joined[-1][1]:
            joined[-1] = left, min(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined
