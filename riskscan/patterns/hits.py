"""What the patterns found in one text, in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from riskscan.language.model import IntArray
from riskscan.patterns.trace import Found, Trace
from riskscan.patterns.tree import HIGHLIGHT

if TYPE_CHECKING:
    from riskscan.patterns.matcher import PatternSet


class Hits:
    """All distinct (pattern, start, end), sorted by start, end, pattern.

    Parallel columns: ``pattern[k]`` counts the identifiers in the order they were compiled;
    ``start[k] … end[k] - 1`` are the tokens matched, ``highlight_start[k] … highlight_end[k] - 1``
    those to highlight: all of them, unless the pattern says ``[[ ]]``.
    """

    def __init__(
        self,
        patterns: PatternSet,
        trace: Trace,
        pattern: IntArray,
        start: IntArray,
        end: IntArray,
        highlight_start: IntArray,
        highlight_end: IntArray,
    ) -> None:
        self.patterns = patterns
        self.pattern = pattern
        self.start = start
        self.end = end
        self.highlight_start = highlight_start
        self.highlight_end = highlight_end
        self._trace = trace

    def __len__(self) -> int:
        return len(self.pattern)

    def rows(self) -> IntArray:
        """The hits as rows: start, end, bounds of the highlight, pattern."""
        columns = (self.start, self.end, self.highlight_start, self.highlight_end, self.pattern)
        return np.stack(columns, axis=1)

    def name(self, k: int) -> str:
        """The identifier of the pattern of hit ``k``."""
        return self.patterns.names[int(self.pattern[k])]

    def starting(self, first: int, last: int) -> slice:
        """The hits, of any pattern, that start at tokens ``first … last - 1``."""
        begin, stop = np.searchsorted(self.start, [first, last]).tolist()
        return slice(begin, stop)

    def captures(self, k: int) -> Found:
        """Token bounds of the named parts of hit ``k``, worked out when asked for.

        Parts that took no token are left out.
        """
        start, end = int(self.start[k]), int(self.end[k])
        sources = self.patterns.sources[int(self.pattern[k])]
        ways = (self._trace.found(source, start, end) for source in sources)
        found = next(way for way in ways if way is not None)
        return {name: span for name, span in found.items() if name != HIGHLIGHT}
