"""The pairs of units told one after another: what differs inside them, and who stands alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from riskscan.comparison.alignment import Matched, Pair
from riskscan.comparison.differences import Mismatch, mismatches, paragraphs
from riskscan.comparison.model import Difference, Side
from riskscan.comparison.reading import Reading
from riskscan.comparison.records import Recorder
from riskscan.comparison.risks import Risks
from riskscan.comparison.units import HEADINGS
from riskscan.text import Span

_HEADINGS = {kind.value for kind in HEADINGS}


class Teller:
    """Tells the differences of two texts in their order."""

    def __init__(self, ru: Reading, kk: Reading, risks: Risks, recorder: Recorder) -> None:
        self._ru = ru
        self._kk = kk
        self._risks = risks
        self._recorder = recorder

    def tell(self, pairs: list[Pair]) -> Iterator[Difference]:
        """The differences; units in a row that stand in one text only are one difference."""
        theirs = {one: other for one, other in pairs if one is not None and other is not None}
        ours = {other: one for one, other in theirs.items()}
        for _, group in groupby(pairs, self._row):
            row = list(group)
            one, other = row[0]
            if one is not None and other is not None:
                for pair in row:
                    yield from self._differing((int(pair[0] or 0), int(pair[1] or 0)))
            elif one is not None:
                place = theirs[self._ru.outline.units[one].parent]
                yield self._alone("ru", self._ru, one, place, len(row) - 1)
            elif other is not None:
                place = ours[self._kk.outline.units[other].parent]
                yield self._alone("kk", self._kk, other, place, len(row) - 1)

    def _row(self, pair: Pair) -> tuple[str, int, str]:
        """Equal for pairs, and for units alone in one text that are siblings of one kind."""
        one, other = pair
        if one is not None and other is not None:
            return "both", 0, ""
        side, reading = ("ru", self._ru) if one is not None else ("kk", self._kk)
        unit = reading.outline.units[int((other if one is None else one) or 0)]
        return side, unit.parent, unit.kind

    def _differing(self, pair: Matched) -> Iterator[Difference]:
        """The differences of two units that are each other's counterpart."""
        first, second = self._ru.outline.units[pair[0]], self._kk.outline.units[pair[1]]
        if first.silent or second.silent:
            return
        uneven = paragraphs(first, second)
        if uneven is not None:
            yield self._recorder.record(uneven, pair)
        for each in mismatches(self._ru.facts(pair[0]), self._kk.facts(pair[1])):
            one, other = each.spans
            spans = (
                self._ru.in_source(one) if one else None,
                self._kk.in_source(other) if other else None,
            )
            yield self._recorder.record(replace(each, spans=spans), pair)
        for each, rule in self._risks.alone(pair):
            yield self._recorder.record(each, pair, rule)

    def _alone(
        self, side: Side, reading: Reading, unit: int, place: int, others: int
    ) -> Difference:
        """A unit that stands in one text only, and how many follow it; ``place`` in the other."""
        own = reading.outline.units[unit]
        provision = reading.act.provisions[own.index]
        span = Span(provision.span.start, max(provision.text.end, provision.label.end))
        headed = own.kind in _HEADINGS
        name = self._recorder.address(reading, unit, others)
        mismatch = Mismatch(
            kind="provision",
            variant=f"provision.only-{side}",
            spans=(span, None) if side == "ru" else (None, span),
            severity="low" if headed else "high",
            confidence=0.6 if headed else 0.9,
            tier=2 if headed else 1,
            values=((side, name),),
        )
        return self._recorder.record(mismatch, (unit, place) if side == "ru" else (place, unit))
