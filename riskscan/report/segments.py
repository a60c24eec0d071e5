"""Overlapping findings as stretches of text that do not overlap: cut at every boundary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from riskscan.text import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text and the ordinals of the spans over it; ``opens``: those beginning here."""

    span: Span
    over: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()


def cut(length: int, spans: Sequence[Span]) -> Iterator[Segment]:
    """Segments that cover ``0 … length`` exactly, in order; empty spans mark nothing."""
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for ordinal, span in enumerate(spans):
        if span.start < span.end:
            starting.setdefault(span.start, []).append(ordinal)
            ending.setdefault(span.end, []).append(ordinal)
    bounds = sorted({0, length} | starting.keys() | ending.keys())
    live: dict[int, None] = {}
    for start, end in pairwise(bounds):
        for ordinal in ending.get(start, ()):
            del live[ordinal]
        opens = starting.get(start, [])
        live.update(dict.fromkeys(opens))
        yield Segment(Span(start, end), tuple(sorted(live)), tuple(opens))


def paragraphs(text: str, segments: Iterator[Segment]) -> Iterator[list[Segment]]:
    """The segments cut once more at line ends, one list a line; the line ends are left out."""
    line: list[Segment] = []
    for segment in segments:
        start, end = segment.span
        opens = segment.opens
        while (stop := text.find("\n", start, end)) >= 0:
            if stop > start or opens:
                line.append(Segment(Span(start, stop), segment.over, opens))
            yield line
            line, opens, start = [], (), stop + 1
        if start < end:
            line.append(Segment(Span(start, end), segment.over, opens))
    yield line
