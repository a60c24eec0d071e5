"""What a proposed wording takes away: safeguards removed, terms lengthened, lists left open.

Each row of a comparative table is weighed on its own; a safeguard that is said in other words, or
elsewhere in the proposed wording, was moved and not removed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from riskscan.norms.compared import ComparedRows
from riskscan.norms.losses import Loss, Weakening
from riskscan.norms.measures import Measures
from riskscan.norms.model import TIMES, ElementKind
from riskscan.norms.openings import Openings
from riskscan.norms.reader import NormReader
from riskscan.norms.removed import OF_PROCEDURE, Removed
from riskscan.norms.sides import Sides

KINDS = frozenset({*TIMES, ElementKind.GROUND, ElementKind.SCALE, *OF_PROCEDURE})
"""The kinds of element a weakening asks for."""


class Weakenings:
    """The weakenings of one annotated act, by the proposed sentence."""

    def __init__(self, reader: NormReader, compared: ComparedRows) -> None:
        self._compared = compared
        sides = Sides(reader)
        self._removed = Removed(reader, compared, sides)
        self._seekers = (
            self._removed,
            Measures(reader, compared, sides),
            Openings(reader, sides),
        )

    def of(self, sentence: int, loss: Loss | None = None) -> list[Weakening]:
        """What a proposed sentence lost."""
        found = self._found.get(sentence, [])
        return [each for each in found if loss is None or each.loss is loss]

    def sentences(self, loss: Loss) -> frozenset[int]:
        """The proposed sentences with a loss of a kind."""
        return frozenset(sentence for sentence in self._found if self.of(sentence, loss))

    @cached_property
    def _found(self) -> dict[int, list[Weakening]]:
        found: dict[int, list[Weakening]] = defaultdict(list)
        for row in self._compared.rows:
            for seeker in self._seekers:
                for each in seeker.of(row):
                    found[each.sentence].append(each)
        for struck in self._compared.struck:
            for each in self._removed.of_struck(struck):
                found[each.sentence].append(each)
        return found
