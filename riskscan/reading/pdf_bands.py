"""Bands: what stands side by side on a page, though columns may not share their baselines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from riskscan.reading.pdf_lines import Printed

Room = tuple[float, float]  # a stretch of blank paper, from its left end to its right one

_BESIDE = 0.75  # of the size: lines whose baselines are nearer than that stand side by side
_NARROWEST = 0.4  # of the size: what may part two columns
_WIDER = 1.5  # than the blanks between words
_USUAL = 0.25  # of the size: a blank, where a page has none to measure
_MOST_ROOMS = 40  # of a band: no table has so many columns
_SHORT = 1.0  # of the size: wider rooms are not blanks between words


@dataclass(frozen=True)
class Band:
    """Printed lines side by side, and the rooms between their words from left to right."""

    lines: tuple[Printed, ...]
    rooms: tuple[Room, ...]

    @cached_property
    def left(self) -> float:
        """Where its first word begins."""
        return min(each.line.left for each in self.lines)

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return max(each.line.right for each in self.lines)

    @property
    def baseline(self) -> float:
        """That of its highest line."""
        return self.lines[0].line.baseline

    @property
    def size(self) -> float:
        """That of its highest line."""
        return self.lines[0].line.size


def bands_of(printed: Iterable[Printed]) -> list[Band]:
    """The bands of a page from top to bottom."""
    bands: list[Band] = []
    for each in printed:
        beside = _beside(bands[-1], each) if bands else None
        if beside is None:
            bands.append(Band((each,), tuple(each.rooms)))
        else:
            bands[-1] = beside
    return bands


def least_room(bands: list[Band]) -> float:
    """How wide the paper between two columns must be on this page.

    Wider than its narrower blanks: those of justified lines are stretched, and not alike.
    """
    size = median(band.size for band in bands)
    blanks = _blanks(bands, size)
    return max(_NARROWEST * size, _WIDER * blanks[len(blanks) // 4])


def usual_blank(bands: list[Band]) -> float:
    """The usual room between two words of this page."""
    return median(_blanks(bands, median(band.size for band in bands)))


def _blanks(bands: list[Band], size: float) -> list[float]:
    """The rooms between words from the narrowest on; what an unset one is where there is none."""
    widths = (right - left for band in bands for left, right in band.rooms)
    return sorted(width for width in widths if width < _SHORT * size) or [_USUAL * size]


def wide_rooms(band: Band, least: float) -> list[Room]:
    """The rooms of a band that may part columns."""
    found = [(left, right) for left, right in band.rooms if right - left >= least]
    return found if len(found) <= _MOST_ROOMS else []


def usual_pitch(bands: list[Band]) -> float:
    """The usual distance of two bands."""
    steps = [after.baseline - band.baseline for band, after in pairwise(bands)]
    return median(steps) if steps else 0.0


def _beside(band: Band, printed: Printed) -> Band | None:
    """The band with one more line, where that stands beside the others."""
    line = printed.line
    if line.baseline - band.baseline >= _BESIDE * min(line.size, band.size):
        return None
    words = sorted([*_words(band.left, band.right, band.rooms), *_words_of(printed)])
    if any(after[0] < word[1] for word, after in pairwise(words)):
        return None
    rooms = tuple((word[1], after[0]) for word, after in pairwise(words))
    return Band((*band.lines, printed), rooms)


def _words_of(printed: Printed) -> Iterator[Room]:
    return _words(printed.line.left, printed.line.right, printed.rooms)


def _words(left: float, right: float, rooms: Iterable[Room]) -> Iterator[Room]:
    """Where the words between the rooms stand."""
    for end, begin in rooms:
        yield left, end
        left = begin
    yield left, right
