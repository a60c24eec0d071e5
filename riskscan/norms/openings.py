"""Lists that the proposed wording makes longer, or leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.norms.compared import PairedRow
from riskscan.norms.concepts import Own
from riskscan.norms.losses import ADVERSE, Loss, Weakening, is_private
from riskscan.norms.model import ElementKind, Modality
from riskscan.norms.reader import NormReader
from riskscan.norms.sides import Sides
from riskscan.structure.model import Provision
from riskscan.text import Span

_List = tuple[Provision, list[Provision]]
_ASKING = ADVERSE | {"apply"}  # «представляет заявление и иные документы»
_NEXT = 2  # words between «только» and the papers it closes


class Openings:
    """Asks row by row."""

    def __init__(self, reader: NormReader, sides: Sides) -> None:
        self._reader = reader
        self._sides = sides

    def of(self, row: PairedRow) -> Iterator[Weakening]:
        """The lists a row makes longer or leaves open."""
        lists = list(self._paired_lists(row))
        for new, old, before, items in lists:
            yield from self._listed_more(new, old, before, items)
        tailed = {new for new, _, _, items in lists if any(map(self._is_tail, items))}
        for new, old in row.before.items():
            if new not in tailed:
                yield from self._tailed(new, old)
                yield from self._unclosed(row, new, old)
        for old in row.current:
            if old not in row.after:
                yield from self._unforbidden(row, old)

    def _paired_lists(self, row: PairedRow) -> Iterator[tuple[int, int, _List, list[Provision]]]:
        """The sentences that introduce a list, new and old, the old list, the new items."""
        if row.row.current is None or row.row.proposed is None:
            return
        old_lists = self._lists(row.row.current)
        for lead, items in self._lists(row.row.proposed):
            new = self._sides.last_sentence(lead)
            old = row.before.get(new) if new is not None else None
            before = [each for each in old_lists if self._sides.last_sentence(each[0]) == old]
            if new is not None and old is not None and before:
                yield new, old, before[0], items

    def _listed_more(
        self, new: int, old: int, before: _List, items: list[Provision]
    ) -> Iterator[Weakening]:
        """A list with more items, or with one that takes in whatever one likes."""
        kind = self._listed(new)
        if kind is None:
            return
        lead, known = before
        frame = self._sides.frame(new, old)
        tails = [item for item in items if self._is_tail(item)]
        if tails and not any(map(self._is_tail, known)):
            tail = self._opening(tails[0])[0]
            yield Weakening(Loss.OPENED, ElementKind.CLOSED_LIST, lead.text, tail, new, frame)
            items = [item for item in items if item not in tails]
        if len(known) < len(items):
            words = [self._reader.words_of(item.text) for item in known]
            added = min(items, key=lambda item: _closest(self._reader.words_of(item.text), words))
            counts = len(known), len(items)
            yield Weakening(Loss.EXTENDED, kind, lead.text, added.text, new, frame, *counts)

    def _tailed(self, new: int, old: int) -> Iterator[Weakening]:
        """«… и в иных случаях» at the end of what was a closed row."""
        tails = [
            tail
            for tail in self._sides.named(new, Own.ADDED_TAIL)
            if not self._sides.done(new, tail).isdisjoint(_ASKING)
        ]
        if not tails or self._sides.named(old, Own.ADDED_TAIL, Own.OPEN_TAIL):
            return
        if not self._protects(new, old):
            return
        closed, frame = self._reader.sentence_span(old), self._sides.frame(new, old)
        yield Weakening(Loss.OPENED, ElementKind.CLOSED_LIST, closed, tails[-1], new, frame)

    def _unclosed(self, row: PairedRow, new: int, old: int) -> Iterator[Weakening]:
        """«только в случаях …», «исключительно по итогам конкурса» without the word that closes."""
        named = self._sides.named
        if not named(old, Own.CLOSING_WORD) or named(new, Own.CLOSING_WORD):
            return
        if not self._limits(old, new) or not self._protects(new, old):
            return
        forbidding = (f.modality is Modality.MUST_NOT for f in self._reader.frames(new))
        if any(forbidding) or self._closed_elsewhere(row):
            return
        closed, frame = self._reader.sentence_span(old), self._sides.frame(new, old)
        yield Weakening(Loss.OPENED, ElementKind.CLOSED_LIST, closed, None, new, frame)

    def _unforbidden(self, row: PairedRow, old: int) -> Iterator[Weakening]:
        """«Отказ по иным основаниям не допускается» struck out after a list that stays."""
        forbidden = self._forbidden(old)
        asked = forbidden | ({"apply"} if "demand" in forbidden else set())
        target = next((s for s in row.proposed if self._sides.borne(s) & asked), None)
        if not forbidden or target is None or not self._sides.named(old, Own.CLOSING_WORD):
            return
        if any(self._forbidden(each) & forbidden for each in row.proposed):
            return
        if not self._closed_elsewhere(row):
            words, frame = self._reader.sentence_span(old), self._sides.frame(target, old)
            yield Weakening(Loss.OPENED, ElementKind.CLOSED_LIST, words, None, target, frame)

    def _forbidden(self, sentence: int) -> frozenset[str]:
        """What a person bears that a sentence forbids."""
        frames = self._reader.frames(sentence)
        forbidding = any(frame.modality is Modality.MUST_NOT for frame in frames)
        return self._sides.actions(sentence) & ADVERSE if forbidding else frozenset()

    def _limits(self, old: int, new: int) -> bool:
        """Whether what was closed stands in both wordings: grounds, a way of choosing, papers."""
        sides = self._sides
        shared = sides.actions(old) & sides.actions(new)
        for kind in (ElementKind.GROUND, ElementKind.COMPETITION):
            if sides.spans(old, kind) and sides.spans(new, kind):
                return kind is ElementKind.COMPETITION or not shared.isdisjoint(ADVERSE)
        return self._only_papers(old) and not shared.isdisjoint({"apply", "demand"})

    def _only_papers(self, old: int) -> bool:
        """«только заявление», «өтініш қана»: it is papers that are closed, and not their form."""
        between, kazakh = self._reader.text.tokens.between, self._reader.text.language == "kk"
        papers = [between(span) for span in self._sides.named(old, Own.PAPER)]
        return any(
            (end <= first <= end + _NEXT and not any(map(self._is_preposition, range(end, first))))
            or (kazakh and last == begin)
            for begin, end in map(between, self._sides.named(old, Own.CLOSING_WORD))
            for first, last in papers
        )

    def _closed_elsewhere(self, row: PairedRow) -> bool:
        """Whether another proposed sentence closes now what this one did."""
        closing = (each for each in row.proposed if self._sides.named(each, Own.CLOSING_WORD))
        return any(
            each not in row.before or not self._sides.named(row.before[each], Own.CLOSING_WORD)
            for each in closing
        )

    def _protects(self, new: int, old: int) -> bool:
        """Not what a person may do himself; the papers he brings are asked of him."""
        return not is_private(self._sides.frame(new, old)) or "apply" in self._sides.borne(new)

    def _is_tail(self, item: Provision) -> bool:
        """«3) иные документы»: an item that begins with what leaves the list open."""
        return bool(self._opening(item))

    def _opening(self, item: Provision) -> list[Span]:
        """The words an item begins with, if they leave its list open."""
        text = self._reader.text
        first, last = text.tokens.between(item.text)
        if first == last:
            return []
        sentence = int(text.sentences.searchsorted(first, side="right")) - 1
        begins = {first, first + self._is_preposition(first)}
        return [
            text.tokens.span(hit.start, hit.end)
            for hit in self._reader.table.concept(sentence, Own.OPEN_TAIL)
            if hit.start in begins
        ]

    def _is_preposition(self, token: int) -> bool:
        return any(reading.pos == "ADP" for reading in self._reader.text.tokens.readings(token))

    def _lists(self, cell: Span) -> list[_List]:
        """The provisions of a cell that introduce a list, with its items."""
        act = self._reader.act
        return [
            (provision, items)
            for provision in act.provisions[slice(*self._reader.provisions_in(cell))]
            if cell.covers(provision.span)
            and self._reader.introduces(provision.index)
            and (items := list(act.children(provision.index)))
        ]

    def _listed(self, sentence: int) -> ElementKind | None:
        """What a list holds whose growth burdens a person: grounds of a refusal, or documents."""
        adverse = not ADVERSE.isdisjoint(self._sides.actions(sentence))
        if adverse and self._reader.says(sentence, ElementKind.GROUND):
            return ElementKind.GROUND
        if self._reader.table.has(sentence, Own.PAPER):
            return ElementKind.CLOSED_LIST
        return None


def _closest(words: frozenset[str], known: list[frozenset[str]]) -> float:
    """How much of some words the likest of the known items has."""
    return max((len(words & each) / max(len(words), 1) for each in known), default=0.0)
