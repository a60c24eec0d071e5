"""One norm told twice in other words: another order, another voice, the same thing.

Both sentences tell the same, name the same values, deny or affirm alike; where each has a word the
other has not, they are two norms.
"""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.likeness import Likeness, stands_alone
from riskscan.norms.reader import NormReader

_SHARED = 4  # stems and values that make two sentences one norm
_FURTHER = 3  # shared stems for each that only one of the two has
_BEHIND = 4  # sentences and labels behind the first, in which it may go on
_ALIKE = (Own.CONDITION, Own.NEGATED)


def retold_norms(reader: NormReader, likeness: Likeness) -> Iterator[Sighting]:
    """The later of two sentences that tell one norm."""
    told: set[int] = set()
    for one, other in likeness.pairs:
        if other in told or not _same(reader, likeness, one, other):
            continue
        told.add(other)
        place = OtherPlace(int(reader.text.provisions[one]), reader.sentence_span(one))
        frame = next((each for each in reader.frames(other) if not each.embedded), None)
        yield Sighting(Fact.RETOLD_NORM, other, reader.sentence_span(other), (place,), frame=frame)


def _same(reader: NormReader, likeness: Likeness, one: int, other: int) -> bool:
    first, later = likeness.told(one), likeness.told(other)
    values = _values(likeness, one)
    shared = len(first & later) + len(values)
    if shared < _SHARED or values != _values(likeness, other):
        return False
    left, right = first - later, later - _gone_on(reader, likeness, one, other)
    if (left and right) or _FURTHER * max(len(left), len(right)) > shared:
        return False
    return (
        all(reader.table.has(one, word) == reader.table.has(other, word) for word in _ALIKE)
        and stands_alone(reader, one, other)
        and _written(reader, one) != _written(reader, other)
    )


def _written(reader: NormReader, sentence: int) -> list[str]:
    """The words as they stand; the same words twice are another fault."""
    words = map(reader.text.tokens.normal, range(*reader.text.sentence_tokens(sentence)))
    return [word for word in words if word.isalnum()]


def _gone_on(reader: NormReader, likeness: Likeness, one: int, until: int) -> frozenset[int]:
    """What a sentence tells with those behind it: the second norm may put two into one."""
    found = likeness.told(one)
    for behind in range(one + 1, min(until, one + _BEHIND)):
        if reader.text.provisions[behind] >= 0:
            found |= likeness.told(behind)
    return found


def _values(likeness: Likeness, sentence: int) -> frozenset[tuple[str, str]]:
    return frozenset((each.value, each.unit) for each in likeness.values(sentence))
