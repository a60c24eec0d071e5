"""Where rules could hold, by words and places alone: so no frame is built where none can."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.engine.load import Loads
from riskscan.engine.model import Rule, When
from riskscan.engine.surroundings import Surroundings
from riskscan.engine.whole import WholeAct
from riskscan.norms.model import POWER, Modality, Place
from riskscan.norms.reader import NormReader
from riskscan.norms.sightings import Sightings
from riskscan.norms.weakening import Weakenings


class Prospects:
    """The sentences of one act that are worth weighing."""

    def __init__(
        self,
        reader: NormReader,
        around: Surroundings,
        whole: WholeAct,
        loads: Loads,
        weakenings: Weakenings,
        sightings: Sightings,
    ) -> None:
        self._reader = reader
        self._around = around
        self._whole = whole
        self._loads = loads
        self._weakenings = weakenings
        self._sightings = sightings

    def of(self, rule: Rule) -> list[tuple[int, int]]:
        """The sentences where a branch of a rule could hold, in order, each with its number."""
        table = self._reader.table
        met = table.parts("phrase", rule.id)
        if not met and rule.by_words_alone:
            return []
        if self._around.foreign(rule) or (rule.over_rows and not self._reader.act.compared):
            return []
        worded = {
            number: sentences
            for number, branch in enumerate(rule.when.branches)
            if branch.phrase is None or (met and f"when{number}" in met)
            if (sentences := self._worded(rule, branch, number))
        }
        if not worded:
            return []
        found = frozenset[int]().union(*worded.values())
        found -= table.sentences("phrase", rule.id, "phrase")
        for kind, lack in rule.lacks.items():
            if Place.CLAUSE in lack.in_ and not rule.over_choices:
                found -= self._reader.candidates.outright(kind)
        placed = sorted(sentence for sentence in found if self._placed(rule, sentence))
        return [
            (at, number)
            for at in placed
            for number, held in worded.items()
            if at in held and self._around.fits(rule.when.branches[number], at)
        ]

    def _placed(self, rule: Rule, sentence: int) -> bool:
        """Whether a sentence stands where a rule looks, and nothing around it clears it."""
        provision = int(self._reader.text.provisions[sentence])
        return (
            provision >= 0
            and self._reader.act.provisions[provision].zone in rule.zones
            and not self._around.under_heading(rule, provision)
            and not self._around.said_nearby(rule, provision)
        )

    def _worded(self, rule: Rule, branch: When, number: int) -> frozenset[int]:
        """The sentences that hold words for every condition of a branch that needs words."""
        if branch.document is not None and self._whole.hopeless(branch.document) is not None:
            return frozenset()
        held: frozenset[int] | None = None
        for needed in self._needed(rule, branch, number):
            held = needed if held is None else held & needed
            if not held:
                break
        return held or frozenset()

    def _needed(self, rule: Rule, branch: When, number: int) -> Iterator[frozenset[int]]:
        """The sentences that hold words for each condition of a branch, the rarest words first."""
        reader = self._reader
        if branch.document is not None and branch.document.weakened is not None:
            yield self._weakenings.sentences(branch.document.weakened)
        if branch.document is not None and branch.document.fact is not None:
            yield self._sightings.sentences(branch.document.fact)
        if branch.load is not None:
            yield self._loads.sentences(branch.load)
        if branch.phrase is not None:
            yield reader.table.sentences("phrase", rule.id, f"when{number}")
        if branch.action:
            # a phrase may name the action by a bare noun («выдает … либо … отказ»)
            named = branch.phrase is not None
            candidates = reader.candidates
            said = candidates.naming_any if named else candidates.predicating_any
            yield said(branch.action)
        if branch.modality and Modality.DECIDES not in branch.modality:
            yield frozenset().union(*map(reader.candidates.with_modality, branch.modality))
        if branch.object is not None:
            yield reader.table.sentences("concept", branch.object)
        if branch.actor and POWER.issuperset(branch.actor):
            yield reader.candidates.powerful
        if branch.choice:
            yield reader.candidates.choosing
        if branch.passive:
            yield reader.candidates.passive
