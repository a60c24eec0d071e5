"""Which unit of one text is the counterpart of which unit of the other.

Units are paired inside paired units. Where the numbers of the siblings are the same, that is all.
Where they are not, a unit may be missing and all after it renumbered: then the siblings are
aligned in order, by number and by what they say, in a band along the diagonal, so that time grows
with their count. Where the counts differ beyond the band, only the numbers count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from math import inf

from riskscan.comparison.facts import Facts
from riskscan.comparison.units import Outline

_WIDEST = 24  # units more on one side
_SLACK = 4
_SAME_NUMBER = 0.3
_ALONE = -0.2

Pair = tuple[int | None, int | None]
Matched = tuple[int, int]
FactsOf = Callable[[int], Facts]


def align(left: Outline, right: Outline, facts: tuple[FactsOf, FactsOf]) -> Iterator[Pair]:
    """Pairs of ordinals of units, in the order of the texts; None where the other has none.

    What stands under a unit without a counterpart is not paired and not named.
    """
    waiting: list[Pair] = [(0, 0)]
    while waiting:
        pair = waiting.pop()
        yield pair
        ours, theirs = pair
        if ours is not None and theirs is not None:
            below = _siblings(left, right, ours, theirs, facts)
            waiting += reversed(below)


def _siblings(
    left: Outline, right: Outline, ours: int, theirs: int, facts: tuple[FactsOf, FactsOf]
) -> list[Pair]:
    first, second = left.units[ours].children, right.units[theirs].children
    keys = [left.units[each].key for each in first]
    others = [right.units[each].key for each in second]
    if keys == others:
        return list(zip(first, second, strict=True))
    if abs(len(first) - len(second)) > _WIDEST:
        return _by_number(first, second, keys, others)

    def likeness(one: int, other: int) -> float:
        if keys[one][0] != others[other][0]:
            return -inf
        same = _SAME_NUMBER if keys[one][1] == others[other][1] else 0.0
        return same + _likeness(facts[0](first[one]), facts[1](second[other]))

    places = _in_order(len(first), len(second), likeness)
    return [
        (first[one] if one is not None else None, second[other] if other is not None else None)
        for one, other in places
    ]


def _likeness(one: Facts, other: Facts) -> float:
    """From 0 to 1: how far two units say the same, by length, children and facts."""
    longest = max(one.length, other.length, 1)
    length = (min(one.length, other.length) / longest) ** 2
    children = 1.0 if one.children == other.children else 0.0
    all_facts = one.signature | other.signature
    if not all_facts:
        return 0.75 * length + 0.25 * children
    shared = len(one.signature & other.signature) / len(all_facts)
    return 0.35 * length + 0.15 * children + 0.5 * shared


def _by_number(
    first: list[int],
    second: list[int],
    keys: list[tuple[str, str | None]],
    others: list[tuple[str, str | None]],
) -> list[Pair]:
    """Pairs of the same number, the first with the first; the others of the second text last."""
    waiting: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for unit, key in zip(reversed(second), reversed(others), strict=True):
        waiting[key].append(unit)
    pairs: list[Pair] = [
        (unit, waiting[key].pop() if waiting[key] else None)
        for unit, key in zip(first, keys, strict=True)
    ]
    return pairs + [(None, unit) for unit in sorted(chain.from_iterable(waiting.values()))]


def _in_order(
    count: int, other_count: int, likeness: Callable[[int, int], float]
) -> list[tuple[int | None, int | None]]:
    """The best alignment that keeps both orders, within a band around the diagonal."""
    low = min(0, other_count - count) - _SLACK
    high = max(0, other_count - count) + _SLACK
    width = high - low + 1
    best: list[list[float]] = []
    steps: list[bytearray] = []
    for one in range(count + 1):
        row, taken = [-inf] * width, bytearray(width)
        for place in range(width):
            other = one + low + place
            if not 0 <= other <= other_count:
                continue
            value, step = (0.0, 0) if one == other == 0 else (-inf, 0)
            if one and place + 1 < width and best[-1][place + 1] + _ALONE > value:
                value, step = best[-1][place + 1] + _ALONE, 1
            if other and place and row[place - 1] + _ALONE > value:
                value, step = row[place - 1] + _ALONE, 2
            if one and other and best[-1][place] > -inf:
                paired = best[-1][place] + likeness(one - 1, other - 1)
                if paired > value:
                    value, step = paired, 3
            row[place], taken[place] = value, step
        best.append(row)
        steps.append(taken)
    return _traced(steps, count, other_count, low)


def _traced(
    steps: list[bytearray], one: int, other: int, low: int
) -> list[tuple[int | None, int | None]]:
    places: list[tuple[int | None, int | None]] = []
    while one or other:
        step = steps[one][other - one - low]
        one -= step in {1, 3}
        other -= step in {2, 3}
        places.append((one if step in {1, 3} else None, other if step in {2, 3} else None))
    return places[::-1]
