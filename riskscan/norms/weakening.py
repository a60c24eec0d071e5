"""What a proposed wording takes away: safeguards removed, terms lengthened, lists made longer.

Each row of a comparative table is weighed on its own; a safeguard that is said in other words, or
elsewhere in the proposed wording, was moved and not removed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from riskscan.language.model import NOUNS
from riskscan.norms.compared import ComparedRows, PairedRow
from riskscan.norms.concepts import Own
from riskscan.norms.distant import owners_of
from riskscan.norms.hits import Hit
from riskscan.norms.model import POWER, TIMES, ElementKind, Frame, Modality, Role
from riskscan.norms.quantities import Quantity, quantities
from riskscan.norms.reader import NormReader
from riskscan.structure.model import Provision
from riskscan.text import Span

_DAYS: Mapping[str, float] = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1,
    "calendar-day": 1,
    "workday": 1.4,
    "week": 7,
    "month": 30,
    "quarter": 91,
    "year": 365,
}
_LONGER = 1.2  # «месяц» for «тридцать календарных дней» is no longer term
# What protects a whole procedure, so that its loss is one even when its sentence goes with it.
_OF_PROCEDURE = (
    ElementKind.APPEAL,
    ElementKind.COMPETITION,
    ElementKind.CRITERIA,
    ElementKind.NOTICE,
    ElementKind.PUBLICATION,
    ElementKind.REASONS,
)
KINDS = frozenset({*TIMES, ElementKind.GROUND, ElementKind.CITED_PROVISION, *_OF_PROCEDURE})
"""The kinds of element a weakening asks for."""
_ADVERSE = frozenset({"refuse", "suspend", "revoke", "extend", "sanction", "demand", "inspect"})
_HOLDING = frozenset({"extend", "suspend", "inspect"})  # their limit is a term for the person too
_OF_WORK = frozenset({"workday", "hour", "minute"})
_TAKING_TIME = _HOLDING | {"examine", "register"}
_PRIVATE = frozenset({Role.PRIVATE, Role.CONTRACT_PARTY})


class Loss(StrEnum):
    """What became of a safeguard."""

    REMOVED = "removed"
    LENGTHENED = "lengthened"  # a term
    EXTENDED = "extended"  # a list of documents, or of grounds


@dataclass(frozen=True, slots=True)
class Weakening:
    """One safeguard of the wording in force that the proposed one does not keep.

    ``current`` and ``proposed`` are the words of both sides; ``proposed`` is None for what was
    removed. ``sentence`` and ``frame`` are those of the proposed wording it belonged to;
    ``before`` and ``after`` count the items of a list.
    """

    loss: Loss
    kind: ElementKind
    current: Span
    proposed: Span | None
    sentence: int
    frame: Frame | None
    before: int = 0
    after: int = 0


class Weakenings:
    """The weakenings of one annotated act, by the proposed sentence."""

    def __init__(self, reader: NormReader, compared: ComparedRows) -> None:
        self._reader = reader
        self._compared = compared
        self._newly: dict[ElementKind, list[int]] = {}

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
            for each in (*self._removed(row), *self._lengthened(row), *self._extended(row)):
                found[each.sentence].append(each)
        return found

    def _removed(self, row: PairedRow) -> Iterator[Weakening]:
        for old in row.current:
            new = row.after.get(old)
            for kind in (ElementKind.TERM, ElementKind.GROUND, *_OF_PROCEDURE):
                said = self._stretches(old, kind)
                if said and not self._keeps(row, old, new, kind, said):
                    yield from self._lost(row, old, new, kind, said[0])

    def _keeps(
        self, row: PairedRow, old: int, new: int | None, kind: ElementKind, said: list[Span]
    ) -> bool:
        """Whether a safeguard stands in the proposed wording, in its own place or another."""
        if new is not None:
            if len(self._stretches(new, kind)) >= len(said):
                return True
            cited = self._reader.says(new, ElementKind.CITED_PROVISION)
            if cited and not self._reader.says(old, ElementKind.CITED_PROVISION):
                return True
            if kind is not ElementKind.TERM and self._stretches(new, kind):
                return True
        elif kind in _OF_PROCEDURE and any(self._stretches(each, kind) for each in row.proposed):
            return True
        return any(
            self._moved(old, other, kind) for other in self._newly_saying(kind) if other != new
        )

    def _moved(self, old: int, other: int, kind: ElementKind) -> bool:
        """Whether what a sentence in force said of an element is what another one says now."""
        shared = self._actions(old) & self._actions(other)
        if kind is ElementKind.GROUND:
            return not shared.isdisjoint(_ADVERSE)
        if kind is ElementKind.TERM and self._values(old).isdisjoint(self._values(other)):
            return False
        return bool(shared or self._nouns(old) & self._nouns(other))

    def _newly_saying(self, kind: ElementKind) -> list[int]:
        """The proposed sentences that say of an element more than those they replace."""
        if kind not in self._newly:
            self._newly[kind] = [*self._grown(kind), *self._alone(kind)]
        return self._newly[kind]

    def _grown(self, kind: ElementKind) -> list[int]:
        return [
            sentence
            for row in self._compared.rows
            for sentence in row.proposed
            if len(self._stretches(sentence, kind))
            > (len(self._stretches(row.before[sentence], kind)) if sentence in row.before else 0)
        ]

    def _alone(self, kind: ElementKind) -> list[int]:
        """The sentences of rows that only add something."""
        reader = self._reader
        return [
            sentence
            for sentence in reader.table.sentences("element", kind.value, "patterns")
            if self._compared.of(sentence) is None
            and reader.act.row_at(reader.sentence_span(sentence).start) is not None
        ]

    def _lost(
        self, row: PairedRow, old: int, new: int | None, kind: ElementKind, said: Span
    ) -> Iterator[Weakening]:
        if self._binds_private(old, kind):
            return
        target = new if new is not None else self._heir(row, old, kind)
        if target is None:
            return
        frame = self._frame(target, old)
        if frame is not None and frame.actor.role in _PRIVATE and kind is not ElementKind.APPEAL:
            return
        if kind is ElementKind.GROUND and _ADVERSE.isdisjoint(self._actions(old)):
            return
        yield Weakening(Loss.REMOVED, kind, said, None, target, frame)

    def _heir(self, row: PairedRow, old: int, kind: ElementKind) -> int | None:
        """The proposed sentence that lives on without a sentence struck out beside it."""
        actions = self._actions(old)
        akin = [each for each in row.proposed if not actions.isdisjoint(self._actions(each))]
        if akin or kind not in _OF_PROCEDURE:
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

    def _lengthened(self, row: PairedRow) -> Iterator[Weakening]:
        for new, old in row.before.items():
            pairs = self._terms(old), self._terms(new)
            if len(pairs[0]) != len(pairs[1]) or self._binds_private(new, ElementKind.TERM):
                continue
            for one, other in zip(*pairs, strict=True):
                if _days(other) > _LONGER * _days(one):
                    frame = self._frame(new, old)
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
        return term.unit in _OF_WORK or not _TAKING_TIME.isdisjoint(self._actions(sentence))

    def _terms(self, sentence: int) -> list[Quantity]:
        """The terms a sentence sets in numbers; how long a permit is good for is none."""
        kinds = [ElementKind.TERM]
        if not _HOLDING.isdisjoint(self._actions(sentence)):
            kinds.append(ElementKind.BOUND)
        said = [span for kind in kinds for span in self._spans(sentence, kind)]
        return [
            each
            for each in self._quantities(sentence)
            if any(span.overlaps(each.span) for span in said)
        ]

    def _extended(self, row: PairedRow) -> Iterator[Weakening]:
        reader = self._reader
        if row.row.current is None or row.row.proposed is None:
            return
        old_lists = self._lists(row.row.current)
        for lead, items in self._lists(row.row.proposed):
            new = self._last_sentence(lead)
            old = row.before.get(new) if new is not None else None
            if new is None or old is None:
                continue
            kind = self._listed(new)
            before = [each for each in old_lists if self._last_sentence(each[0]) == old]
            if kind is None or not before or len(before[0][1]) >= len(items):
                continue
            known = [reader.words_of(item.text) for item in before[0][1]]
            added = min(items, key=lambda item: _closest(reader.words_of(item.text), known))
            yield Weakening(
                Loss.EXTENDED,
                kind,
                before[0][0].text,
                added.text,
                new,
                self._frame(new, old),
                len(before[0][1]),
                len(items),
            )

    def _lists(self, cell: Span) -> list[tuple[Provision, list[Provision]]]:
        """The provisions of a cell that introduce a list, with its items."""
        act = self._reader.act
        return [
            (provision, items)
            for provision in act.provisions[slice(*self._reader.provisions_in(cell))]
            if cell.covers(provision.span)
            and self._reader.introduces(provision.index)
            and (items := list(act.children(provision.index)))
        ]

    def _last_sentence(self, provision: Provision) -> int | None:
        first, last = self._reader.text.tokens.between(provision.text)
        if first == last:
            return None
        return int(self._reader.text.sentences.searchsorted(last)) - 1

    def _listed(self, sentence: int) -> ElementKind | None:
        """What a list holds whose growth burdens a person: grounds of a refusal, or documents."""
        adverse = not _ADVERSE.isdisjoint(self._actions(sentence))
        if adverse and self._reader.says(sentence, ElementKind.GROUND):
            return ElementKind.GROUND
        if self._reader.table.has(sentence, Own.PAPER):
            return ElementKind.CLOSED_LIST
        return None

    def _stretches(self, sentence: int, kind: ElementKind) -> list[Span]:
        """What a sentence says of an element; a term and its limit are one."""
        if kind is not ElementKind.TERM:
            return self._spans(sentence, kind)
        return _merged([span for each in sorted(TIMES) for span in self._spans(sentence, each)])

    def _spans(self, sentence: int, kind: ElementKind) -> list[Span]:
        tokens = self._reader.text.tokens
        hits = self._reader.elements(sentence, kind)
        return _merged([tokens.span(hit.start, hit.end) for hit in hits])

    def _quantities(self, sentence: int) -> list[Quantity]:
        text = self._reader.text
        span = text.sentence_span(sentence)
        found = quantities(text.act.document.text, span, text.language)
        return [each for each in found if each.unit in _DAYS]

    def _values(self, sentence: int) -> frozenset[tuple[str, str]]:
        return frozenset((each.value, each.unit) for each in self._quantities(sentence))

    def _binds_private(self, sentence: int, kind: ElementKind) -> bool:
        """Whether the times of a sentence are a person's own, or of a mere condition."""
        if kind is not ElementKind.TERM:
            return False
        frames = self._reader.frames(sentence)
        hits: list[Hit] = [h for k in TIMES for h in self._reader.elements(sentence, k)]
        clauses = self._reader.text.clauses
        return any(owners_of(frames, hit, int(clauses[hit.start])) is None for hit in hits)

    def _actions(self, sentence: int) -> frozenset[str]:
        table = self._reader.table
        return frozenset(hit.id for hit in table.of(sentence) if hit.group == "action")

    def _nouns(self, sentence: int) -> frozenset[str]:
        return self._reader.text.tokens.lemmas(*self._reader.text.sentence_tokens(sentence), NOUNS)

    def _frame(self, sentence: int, old: int) -> Frame | None:
        """The frame of a proposed sentence that goes on with one of the sentence it replaces."""
        frames = [frame for frame in self._reader.frames(sentence) if not frame.embedded]
        actions = self._actions(old)
        akin = [frame for frame in frames if not actions.isdisjoint(frame.actions)]
        acting = [frame for frame in frames if frame.actions]
        return next(iter(akin or acting or frames), None)


def _days(quantity: Quantity) -> float:
    return float(quantity.value) * _DAYS[quantity.unit]


def _closest(words: frozenset[str], known: list[frozenset[str]]) -> float:
    """How much of some words the likest of the known items has."""
    return max((len(words & each) / max(len(words), 1) for each in known), default=0.0)


def _merged(spans: list[Span]) -> list[Span]:
    """Stretches that touch or overlap as one: «не позднее» and «пяти рабочих дней»."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
