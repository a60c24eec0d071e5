"""Where rules could hold, by words and places alone: so no frame is built where none can."""

from __future__ import annotations

from riskscan.engine.load import Loads
from riskscan.engine.model import Rule, When
from riskscan.engine.needs import Kind, Need
from riskscan.engine.surroundings import Surroundings
from riskscan.engine.whole import WholeAct
from riskscan.norms.model import ElementKind, Modality, Place
from riskscan.norms.reader import NormReader
from riskscan.norms.sentence_bits import SentenceBits, between, holds, members, of
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
        self._every = between(0, len(reader.text.sentences) - 1)
        self._found: dict[Need, SentenceBits] = {}

    def of(self, rule: Rule) -> list[tuple[int, int]]:
        """The sentences where a branch of a rule could hold, in order, each with its number."""
        if rule.wordings is not None and rule.wordings.isdisjoint(self._reader.table.labels):
            return []
        worded = [
            (number, held)
            for number, needs in enumerate(rule.needs)
            if (held := self._worded(rule.when.branches[number], needs))
        ]
        if not worded or self._around.foreign_throughout(rule):
            return []
        cleared = self._reader.table.bits("phrase", rule.id, "phrase")
        for kind, lack in rule.lacks.items():
            if Place.CLAUSE in lack.in_ and not rule.over_choices:
                cleared |= self._reader.candidates.outright(kind)
        found = 0
        for _, held in worded:
            found |= held
        return [
            (at, number)
            for at in members(found & ~cleared)
            if self._placed(rule, at)
            for number, held in worded
            if holds(held, at) and self._around.fits(rule.when.branches[number], at)
        ]

    def _placed(self, rule: Rule, sentence: int) -> bool:
        """Whether a sentence stands where a rule looks, and nothing around it clears it."""
        provision = int(self._reader.text.provisions[sentence])
        return (
            provision >= 0
            and self._reader.act.provisions[provision].zone in rule.zones
            and (self._reader.one_text or self._around.foreign(rule, provision) is None)
            and not self._around.under_heading(rule, provision)
            and not self._around.said_nearby(rule, provision)
        )

    def _worded(self, branch: When, needs: tuple[Need, ...]) -> SentenceBits:
        """The sentences that hold words for every condition of a branch that needs words."""
        held = self._every if needs or branch.found_by_structure else 0
        for each in needs:
            found = self._found.get(each)
            if found is None:
                found = self._found[each] = self._holding(each)
            held &= found
            if not held:
                return 0
        return self._in_act(branch, held) if branch.document or branch.load else held

    def _in_act(self, branch: When, held: SentenceBits) -> SentenceBits:
        """Of some sentences those that meet what a branch asks of the act and of their load."""
        asked = branch.document
        if asked is not None and self._whole.hopeless(asked) is not None:
            return 0
        if asked is not None and asked.weakened is not None:
            compared = self._reader.act.compared
            held &= of(self._weakenings.sentences(asked.weakened)) if compared else 0
        if held and asked is not None and asked.rival:
            held &= self._whole.repeated()
        if held and asked is not None and asked.fact is not None:
            held &= of(self._sightings.sentences(asked.fact))
        if held and branch.load is not None:
            held &= of(self._loads.sentences(branch.load))
        return held

    def _holding(self, asked: Need) -> SentenceBits:
        """The sentences that hold what is asked for."""
        table, candidates = self._reader.table, self._reader.candidates
        match asked.kind:
            case Kind.PHRASE:
                return table.bits("phrase", *asked.names)
            case Kind.NAMED:
                return candidates.naming(*asked.names)
            case Kind.PREDICATE:
                return candidates.predicating(*asked.names)
            case Kind.MODALITY:
                return candidates.with_modality(*map(Modality, asked.names))
            case Kind.CONCEPT:
                return table.bits("concept", *asked.names)
            case Kind.POWER:
                return candidates.powerful
            case Kind.TERM:
                return table.bits("element", ElementKind.TERM.value, "patterns")
            case Kind.CHOICE:
                return candidates.choosing
            case Kind.PASSIVE:
                return candidates.passive
