"""Two values for one thing: «плата составляет 2 МРП» and «после внесения платы в размере 3 МРП».

One sentence tells of nothing that the other does not tell of too, and of all their values one
differs. What only one of them has may be who acts and what he does, and no case of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.language.model import NOUNS
from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.likeness import OFTEN, Likeness, stands_alone
from riskscan.norms.quantities import AMOUNTS, Quantity
from riskscan.norms.reader import NormReader

_SHARED = 2  # stems that make two sentences one matter
_FURTHER = 4  # stems that only the fuller of the two has
_WEIGHED = AMOUNTS | {"year", "month", "person", OFTEN}
_APART = (Own.CONDITION, Own.NEGATED)


def unequal_values(reader: NormReader, likeness: Likeness) -> Iterator[Sighting]:
    """The later of two sentences that give different values to one thing."""
    told: set[int] = set()
    for one, other in likeness.pairs:
        if other in told or not _one_matter(reader, likeness, one, other):
            continue
        value = _differing(likeness.values(one), likeness.values(other))
        if value is None or not stands_alone(reader, one, other):
            continue
        told.add(other)
        place = OtherPlace(int(reader.text.provisions[one]), reader.sentence_span(one))
        frame = next((each for each in reader.frames(other) if not each.embedded), None)
        yield Sighting(Fact.UNEQUAL_VALUES, other, value.span, (place,), frame=frame)


def _one_matter(reader: NormReader, likeness: Likeness, one: int, other: int) -> bool:
    first, later = likeness.told(one), likeness.told(other)
    if len(first & later) < _SHARED or any(
        reader.table.has(each, word) for word in _APART for each in (one, other)
    ):
        return False
    fewer, fuller = (one, other) if len(first) <= len(later) else (other, one)
    missing = likeness.told(fewer) - likeness.told(fuller)
    further = likeness.told(fuller) - likeness.told(fewer)
    if len(further) > _FURTHER:
        return False
    return not _naming(reader, likeness, fewer, missing) and not _narrows(
        reader, likeness, fuller, further
    )


def _naming(reader: NormReader, likeness: Likeness, sentence: int, stems: frozenset[int]) -> bool:
    """Whether any of some stems of a sentence is of a word that names or describes a thing."""
    return any(
        reading.pos in NOUNS or reading.pos == "ADJ"
        for place in likeness.places(sentence, stems)
        for reading in reader.text.tokens.readings(place)[:1]
    )


def _narrows(reader: NormReader, likeness: Likeness, sentence: int, stems: frozenset[int]) -> bool:
    """Whether what only one sentence has makes it a case of its own: a kind, or a further noun."""
    frames = [frame for frame in reader.frames(sentence) if not frame.embedded]
    actors = [frame.actor.span for frame in frames if frame.actor.span is not None]
    acting = {place for span in actors for place in range(*reader.text.tokens.between(span))}
    doing = {hit.mark for hit in reader.table.of(sentence) if hit.group == "action"}
    nouns = 0
    for place in likeness.places(sentence, stems):
        if place in acting or place in doing:
            continue
        readings = reader.text.tokens.readings(place)
        if any(reading.pos == "ADJ" for reading in readings):
            return True
        nouns += any(reading.pos in NOUNS for reading in readings[:1])
    return nouns > 1


def _differing(one: list[Quantity], other: list[Quantity]) -> Quantity | None:
    """The one value of the second list that the first gives otherwise, where the rest agree.

    «В день» and «за каждый день» say the same of a sum: how often is weighed where nothing else is.
    """
    if any(each.unit in _WEIGHED for each in one if each.unit != OFTEN):
        one, other = ([each for each in side if each.unit != OFTEN] for side in (one, other))
    known = {(each.value, each.unit) for each in one}
    new = [each for each in other if (each.value, each.unit) not in known]
    old = known - {(each.value, each.unit) for each in other}
    if len(new) != 1 or len(old) != 1:
        return None
    (unit,) = {unit for _, unit in old}
    return new[0] if unit == new[0].unit and unit in _WEIGHED else None
