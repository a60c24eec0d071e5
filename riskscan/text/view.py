"""A view of a text: characters to match, each of which knows its place in the source."""

from __future__ import annotations

import itertools

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import Codes, Kinds
from riskscan.text.span import Span

Positions = NDArray[np.int32]


class View:
    """``text`` is what to match; every position in it knows its place in the source.

    ``codes`` and ``kinds`` are the view's characters as arrays (see ``characters``); ``starts``
    and ``ends`` are where each stands in the source, None where every position is the source's.
    """

    __slots__ = ("codes", "ends", "kinds", "source_length", "starts", "text")

    def __init__(
        self,
        text: str,
        codes: Codes,
        kinds: Kinds,
        source_length: int,
        starts: Positions | None = None,
        ends: Positions | None = None,
    ) -> None:
        self.text = text
        self.codes = codes
        self.kinds = kinds
        self.source_length = source_length
        self.starts = starts
        self.ends = ends

    @property
    def is_source(self) -> bool:
        """Whether the positions of the view are those of the source."""
        return self.starts is None

    def to_source(self, position: int) -> int:
        """Where the view's character stands in the source; the view's end is the source's."""
        if position >= len(self.text):
            return self.source_length
        return position if self.starts is None else int(self.starts[position])

    def span_in_source(self, span: Span) -> Span:
        """The source characters behind a span of the view, without dropped ones at its edges."""
        if span.start >= span.end or self.ends is None:
            return Span(self.to_source(span.start), self.to_source(span.end))
        return Span(self.to_source(span.start), int(self.ends[span.end - 1]))

    def all_to_source(self, positions: list[int]) -> list[int]:
        """``to_source`` of many positions."""
        if self.starts is None:
            return positions
        found: list[int] = np.append(self.starts, self.source_length)[positions].tolist()
        return found

    def spans_in_source(self, spans: list[tuple[int, int]]) -> list[Span]:
        """``span_in_source`` of many spans."""
        if self.ends is None:
            return list(itertools.starmap(Span, spans))
        starts = self.all_to_source([start for start, _ in spans])
        ends = self.all_to_source([end for _, end in spans])
        if len(self.ends):
            lasts = self.ends[[max(end - 1, 0) for _, end in spans]].tolist()
            for at, (start, end) in enumerate(spans):
                if start < end:
                    ends[at] = lasts[at]
        return list(map(Span, starts, ends))

    def from_source(self, position: int) -> int:
        """The first character of the view that does not stand before a place in the source."""
        return position if self.starts is None else int(np.searchsorted(self.starts, position))

    def span_from_source(self, span: Span) -> Span:
        """The characters of the view that stand in a span of the source."""
        return Span(self.from_source(span.start), self.from_source(span.end))

    def starts_in_source(self, starts: Positions) -> Positions:
        """Source offsets of many first characters."""
        return starts if self.starts is None else self.starts[starts]

    def ends_in_source(self, ends: Positions) -> Positions:
        """Source offsets of the ends of many non-empty half-open spans."""
        return ends if self.ends is None else self.ends[ends - 1]
