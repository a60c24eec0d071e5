"""Safeguards that the proposed wording does not keep, in their own place or in another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from riskscan.language.model import NOUNS
from riskscan.norms.compared import ComparedRows, PairedRow, StruckRow
from riskscan.norms.losses import ADVERSE, Loss, Weakening, is_private
from riskscan.norms.model import POWER, ElementKind, Modality, Role
from riskscan.norms.reader import NormReader
from riskscan.norms.sides import Sides
from riskscan.text import Span

OF_PROCEDURE = (
    ElementKind.APPEAL,
    ElementKind.COMPETITION,
    ElementKind.CRITERIA,
    ElementKind.LIABILITY,
    ElementKind.NOTICE,
    ElementKind.PUBLICATION,
    ElementKind.REASONS,
)
"""What protects a whole procedure, so that its loss is one even when its sentence goes with it."""
_KINDS = (ElementKind.TERM, ElementKind.GROUND, ElementKind.SCALE, *OF_PROCEDURE)
_SCALED = frozenset({"set-amount", "distribute", "pay", "sanction", "select"})


class Removed:
    """Asks row by row; where a safeguard went is looked for in the whole table."""

    def __init__(self, reader: NormReader, compared: ComparedRows, sides: Sides) -> None:
        self._reader = reader
        self._compared = compared
        self._sides = sides
        self._newly: dict[ElementKind, list[int]] = {}

    def of_struck(self, row: StruckRow) -> Iterator[Weakening]:
        """What protected a procedure that lives on without the provision struck out."""
        for old in row.current:
            if not self._serves_what_stays(old):
                continue
            for kind in OF_PROCEDURE:
                if (
                    self._sides.stretches(old, kind)
                    and self._protects(old, kind)
                    and not self._is_elsewhere(old, None, kind)
                ):
                    said = self._reader.sentence_span(old)
                    yield Weakening(Loss.REMOVED, kind, said, None, row.struck, None)

    def of(self, row: PairedRow) -> Iterator[Weakening]:
        """The safeguards a row loses."""
        for old in row.current:
            new = row.after.get(old)
            for kind in _KINDS:
                said = self._sides.stretches(old, kind)
                if said and not self._keeps(row, old, new, kind, said):
                    yield from self._lost(row, old, new, kind, said)

    def _keeps(
        self, row: PairedRow, old: int, new: int | None, kind: ElementKind, said: list[Span]
    ) -> bool:
        """Whether a safeguard stands in the proposed wording, in its own place or another."""
        stretches = self._sides.stretches
        if new is not None:
            if len(stretches(new, kind)) >= len(said) or self._sides.newly_cites(old, new):
                return True
            if kind is not ElementKind.TERM and stretches(new, kind):
                return True
        elif kind in OF_PROCEDURE and any(stretches(each, kind) for each in row.proposed):
            return True
        return self._is_elsewhere(old, new, kind)

    def _is_elsewhere(self, old: int, new: int | None, kind: ElementKind) -> bool:
        """Whether another sentence says now what a sentence in force said of an element."""
        others = (other for other in self._newly_saying(kind) if other != new)
        return any(self._moved(old, other, kind) for other in others)

    def _moved(self, old: int, other: int, kind: ElementKind) -> bool:
        """Whether what a sentence in force said of an element is what another one says now."""
        sides = self._sides
        shared = sides.actions(old) & sides.actions(other)
        if kind is ElementKind.GROUND:
            return not shared.isdisjoint(ADVERSE)
        if kind is ElementKind.TERM and self._values(old).isdisjoint(self._values(other)):
            return False
        if kind is ElementKind.LIABILITY and not self._power_answers(other):
            return False
        return bool(shared or sides.nouns(old) & sides.nouns(other))

    def _newly_saying(self, kind: ElementKind) -> list[int]:
        """The proposed sentences that say of an element more than those they replace."""
        if kind not in self._newly:
            self._newly[kind] = [*self._grown(kind), *self._alone(kind)]
        return self._newly[kind]

    def _grown(self, kind: ElementKind) -> list[int]:
        stretches = self._sides.stretches
        return [
            sentence
            for row in self._compared.rows
            for sentence in row.proposed
            if len(stretches(sentence, kind))
            > (len(stretches(row.before[sentence], kind)) if sentence in row.before else 0)
        ]

    def _alone(self, kind: ElementKind) -> list[int]:
        """The sentences of rows that only add something."""
        named = self._reader.table.sentences("element", kind.value, "patterns")
        return self._compared.added(named)

    def _lost(
        self, row: PairedRow, old: int, new: int | None, kind: ElementKind, said: list[Span]
    ) -> Iterator[Weakening]:
        if not self._protects(old, kind):
            return
        target = new if new is not None else self._heir(row, old, kind)
        frame = self._sides.frame(target, old) if target is not None else None
        if target is None or (is_private(frame) and kind is not ElementKind.APPEAL):
            if kind not in OF_PROCEDURE or not self._serves_what_stays(old):
                return
            target = row.proposed[0]
            frame = self._sides.frame(target, old)
        yield Weakening(Loss.REMOVED, kind, self._gone(old, new, said), None, target, frame)

    def _gone(self, old: int, new: int | None, said: list[Span]) -> Span:
        """The words around an element that the proposed sentence does without."""
        if new is None:
            return self._reader.sentence_span(old)
        for stretch in self._sides.left_out(old, new):
            if any(stretch.overlaps(span) for span in said):
                return stretch
        return said[0]

    def _serves_what_stays(self, old: int) -> bool:
        """Whether a power that the proposed wording gives or keeps is about the same things."""
        nouns = self._sides.nouns(old)
        return any(not nouns.isdisjoint(theirs) for theirs in self._given)

    @cached_property
    def _given(self) -> list[frozenset[str]]:
        """What the proposed sentences with a power are about: their nouns, but for who acts."""
        tokens = self._reader.text.tokens
        found = []
        for sentence in (each for row in self._compared.rows for each in row.proposed):
            frames = self._reader.frames(sentence)
            if any(frame.actor.role in POWER and frame.actions for frame in frames):
                actors = [frame.actor.span for frame in frames if frame.actor.span is not None]
                named = (tokens.lemmas(*tokens.between(span), NOUNS) for span in actors)
                found.append(self._sides.nouns(sentence).difference(*named))
        return found

    def _protects(self, old: int, kind: ElementKind) -> bool:
        """Whether an element binds those who hold power, or serves who depends on them."""
        sides = self._sides
        match kind:
            case ElementKind.TERM:
                return not sides.binds_private(old)
            case ElementKind.GROUND:
                answering = sides.stretches(old, ElementKind.LIABILITY)
                return not answering and not ADVERSE.isdisjoint(sides.actions(old))
            case ElementKind.SCALE:
                return not sides.amounts(old) and not _SCALED.isdisjoint(sides.actions(old))
            case ElementKind.LIABILITY:
                return self._power_answers(old)
            case _:
                return True

    def _power_answers(self, old: int) -> bool:
        """«должностные лица несут ответственность»: not those whom power calls to account."""
        clauses = self._reader.text.clauses
        told = {int(clauses[h.start]) for h in self._reader.elements(old, ElementKind.LIABILITY)}
        frames = [frame for frame in self._reader.frames(old) if frame.clause in told]
        if any(frame.actor.role in POWER and "sanction" not in frame.actions for frame in frames):
            return True
        unsaid = all(frame.actor.role is Role.UNSTATED for frame in frames)
        bounds = self._reader.text.sentence_tokens(old)
        return unsaid and self._reader.candidates.names_power(old, *bounds)

    def _heir(self, row: PairedRow, old: int, kind: ElementKind) -> int | None:
        """The proposed sentence that lives on without a sentence struck out beside it."""
        actions = self._sides.actions(old)
        akin = [s for s in row.proposed if not actions.isdisjoint(self._sides.actions(s))]
        if akin or kind not in OF_PROCEDURE:
            return akin[0] if akin else None
        return next(filter(self._gives_power, row.proposed), None)

    def _gives_power(self, sentence: int) -> bool:
        actions = self._reader.actions
        return any(
            frame.actor.role in POWER
            and frame.modality is not Modality.MUST_NOT
            and any(actions[action].affects_persons for action in frame.actions)
            for frame in self._reader.frames(sentence)
        )

    def _values(self, sentence: int) -> frozenset[tuple[str, str]]:
        return frozenset((each.value, each.unit) for each in self._sides.times(sentence))
