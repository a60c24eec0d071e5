"""Numbers that the proposed wording changes against a person: terms, frequencies and sums.

A term grows longer; a check comes oftener, or as often as one likes; a sum grows, or is left to
whoever names it. What becomes shorter, rarer or smaller is no loss.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from riskscan.norms.compared import ComparedRows, PairedRow
from riskscan.norms.concepts import Own
from riskscan.norms.losses import ADVERSE, Loss, Weakening, is_private
from riskscan.norms.model import ElementKind, Frame
from riskscan.norms.quantities import DAYS, Quantity
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import members
from riskscan.norms.sides import Sides

_LONGER = 1.2  # «месяц» for «тридцать календарных дней» is no longer term
_OTHER = 10  # times as long, in another unit: a time of something else
_OFTENER = 1.05
_HOLDING = frozenset({"extend", "suspend", "inspect"})  # their limit is a term for the person too
_OF_WORK = frozenset({"workday", "hour", "minute"})
_TAKING_TIME = _HOLDING | {"examine", "register"}


class Measures:
    """Asks row by row; a limit that went elsewhere is looked for in the whole table."""

    def __init__(self, reader: NormReader, compared: ComparedRows, sides: Sides) -> None:
        self._reader = reader
        self._compared = compared
        self._sides = sides

    def of(self, row: PairedRow) -> Iterator[Weakening]:
        """What a row makes longer, oftener or dearer."""
        yield from self._lengthened(row)
        yield from self._oftener(row)
        yield from self._raised(row)

    def _lengthened(self, row: PairedRow) -> Iterator[Weakening]:
        for new, old in row.before.items():
            pairs = self._terms(old), self._terms(new)
            if len(pairs[0]) != len(pairs[1]) or self._sides.binds_private(new):
                continue
            for one, other in zip(*pairs, strict=True):
                if _is_longer(one, other):
                    frame = self._sides.frame(new, old)
                    if self._waits(new, frame, other):
                        yield Weakening(
                            Loss.LENGTHENED, ElementKind.TERM, one.span, other.span, new, frame
                        )

    def _waits(self, sentence: int, frame: Frame | None, term: Quantity) -> bool:
        """Whether a person waits for what a sentence gives time for.

        Not for news; and nobody counts in working days how long a permit is good for.
        """
        if frame is not None and frame.actions:
            return "notify" not in frame.actions
        return term.unit in _OF_WORK or not _TAKING_TIME.isdisjoint(self._sides.actions(sentence))

    def _terms(self, sentence: int) -> list[Quantity]:
        """The terms a sentence sets in numbers; how long a permit is good for is none."""
        sides = self._sides
        kinds = [ElementKind.TERM]
        if not _HOLDING.isdisjoint(sides.actions(sentence)):
            kinds.append(ElementKind.BOUND)
        said = [span for kind in kinds for span in sides.spans(sentence, kind)]
        rates = [each.span for each in sides.checks(sentence)]
        return [
            each
            for each in sides.times(sentence)
            if any(span.overlaps(each.span) for span in said)
            and not any(span.overlaps(each.span) for span in rates)
        ]

    def _oftener(self, row: PairedRow) -> Iterator[Weakening]:
        for old in row.current:
            rates = [each for each in self._sides.checks(old) if not each.least]
            new = row.after.get(old)
            target = new if new is not None else self._checking(row, old)
            if not rates or target is None:
                continue
            frame = self._sides.frame(target, old)
            if is_private(frame):
                continue
            now = [each for each in self._sides.checks(target) if not each.least]
            if now:
                for one, other in zip(rates, now, strict=False):
                    if other.yearly > _OFTENER * one.yearly:
                        yield Weakening(
                            Loss.OFTENER, ElementKind.BOUND, one.span, other.span, target, frame
                        )
            elif not self._sides.newly_cites(old, target) and not self._limited(row, old, target):
                yield Weakening(Loss.OFTENER, ElementKind.BOUND, rates[0].span, None, target, frame)

    def _checking(self, row: PairedRow, old: int) -> int | None:
        """The proposed sentence that lives on without the one that said how often."""
        actions = self._sides.borne(old) & ADVERSE
        return next((s for s in row.proposed if self._sides.actions(s) & actions), None)

    def _limited(self, row: PairedRow, old: int, target: int) -> bool:
        """Whether another sentence says now how often, and no oftener, or where that is said."""
        sides = self._sides
        most = max(each.yearly for each in sides.checks(old))
        actions = sides.borne(old) & ADVERSE
        added = (s for s in row.proposed if s not in row.before and sides.actions(s) & actions)
        if any(self._reader.citations(sentence) for sentence in added):
            return True
        return any(
            not each.least and each.yearly <= _OFTENER * most
            for sentence in self._adverse
            if sentence != target and sides.borne(sentence) & actions
            for each in sides.checks(sentence)
        )

    @cached_property
    def _adverse(self) -> list[int]:
        """The proposed sentences that name what a person bears."""
        naming = frozenset(members(self._reader.candidates.naming(*ADVERSE)))
        return sorted({*self._compared.proposed(naming), *self._compared.added(naming)})

    def _raised(self, row: PairedRow) -> Iterator[Weakening]:
        for old in row.current:
            sums = self._sides.amounts(old)
            new = row.after.get(old)
            target = new if new is not None else self._paying(row, old)
            if not sums or target is None:
                continue
            frame = self._sides.frame(target, old)
            now = self._sides.amounts(target)
            if now and new is not None:
                yield from self._dearer(sums, now, target, frame)
            elif not now and not self._told(old, target):
                yield Weakening(Loss.RAISED, ElementKind.BOUND, sums[0].span, None, target, frame)

    def _dearer(
        self, sums: list[Quantity], now: list[Quantity], sentence: int, frame: Frame | None
    ) -> Iterator[Weakening]:
        if len(sums) != len(now) or not self._charges(sentence):
            return
        for one, other in zip(sums, now, strict=True):
            if one.unit == other.unit and float(other.value) > float(one.value):
                yield Weakening(
                    Loss.RAISED, ElementKind.BOUND, one.span, other.span, sentence, frame
                )

    def _charges(self, sentence: int) -> bool:
        """Whether more money is worse for a person: he pays it, and is not let off."""
        return self._sides.about(sentence, Own.CHARGE) and not self._sides.about(
            sentence, Own.RELIEF
        )

    def _paying(self, row: PairedRow, old: int) -> int | None:
        """The proposed sentence that lives on without the one that named the sum."""
        nouns = self._sides.nouns(old)
        return next(
            (
                sentence
                for sentence in row.proposed
                if self._sides.named(sentence, Own.MONEY_MATTER)
                and not nouns.isdisjoint(self._sides.nouns(sentence))
            ),
            None,
        )

    def _told(self, old: int, target: int) -> bool:
        """Whether nobody is left to name the sum: another place does, a measure, or none is due."""
        sides = self._sides
        if not sides.about(target, Own.MONEY_MATTER) or sides.named(target, Own.RELIEF):
            return True
        if sides.newly_cites(old, target) or sides.spans(target, ElementKind.SCALE):
            return True
        said = {(each.value, each.unit) for each in sides.amounts(old)}
        nouns = sides.nouns(old)
        return any(
            not nouns.isdisjoint(sides.nouns(sentence))
            and not said.isdisjoint((each.value, each.unit) for each in sides.amounts(sentence))
            for sentence in self._about_money
            if sentence != target
        )

    @cached_property
    def _about_money(self) -> list[int]:
        """The proposed sentences about money, and the items they introduce."""
        named = self._reader.table.bits("concept", Own.MONEY_MATTER)
        every = frozenset(members(named | self._reader.introduced(named)))
        return sorted({*self._compared.proposed(every), *self._compared.added(every)})


def _is_longer(one: Quantity, other: Quantity) -> bool:
    """Whether one term has become another, longer one."""
    before, after = _days(one), _days(other)
    return after > _LONGER * before and (one.unit == other.unit or after < _OTHER * before)


def _days(quantity: Quantity) -> float:
    return float(quantity.value) * DAYS[quantity.unit]
