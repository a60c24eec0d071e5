"""Where the sentences of an act stand: provisions, lists, points and articles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

import numpy as np

from riskscan.language.model import AnnotatedAct
from riskscan.norms.references import References
from riskscan.norms.sentence_bits import SentenceBits, between, marked
from riskscan.structure import Subjects
from riskscan.structure.model import ANNEXED, ProvisionKind, ZoneKind
from riskscan.text import Span

_NEARBY = 40  # sentences
_MARGIN = 20  # characters of white space that may follow a colon


class Places:
    """The neighbourhoods of the sentences of one annotated act."""

    def __init__(self, text: AnnotatedAct) -> None:
        self.text = text
        self.act = text.act
        self.references = References(text)
        self._subjects = Subjects(self.act)
        self._first, self._last = _sentence_ranges(text)
        placed = np.flatnonzero(text.provisions >= 0)
        self._positions: list[int] = placed.tolist()
        self._owners: list[int] = text.provisions[placed].tolist()

    def sentences(self, provision: int) -> range:
        """The sentences of a provision's own text."""
        return range(self._first[provision], self._last[provision])

    def sentence_at(self, token: int) -> int:
        """The sentence a token stands in."""
        return int(np.searchsorted(self.text.sentences, token, side="right")) - 1

    def opens_with(self, provision: int, pos: str) -> bool:
        """Whether the first word of a provision's own text is of a part of speech."""
        first, last = self.text.tokens.between(self.act.provisions[provision].text)
        for token in range(first, last):
            readings = self.text.tokens.readings(token)
            if readings and readings[0].pos not in {"PUNCT", "NUM"}:
                return readings[0].pos == pos
        return False

    def lead_in(self, provision: int) -> int | None:
        """The sentence that introduces the list a provision belongs to ("… вправе:").

        «… изложить в следующей редакции:» introduces none: new words are another text.
        """
        found = self.led_by(provision)
        if found is None or not self._orders:
            return found
        return None if int(self.text.provisions[found]) in self._orders else found

    def led_by(self, provision: int) -> int | None:
        """The sentence that introduces the list a provision belongs to, or orders new words."""
        for ancestor in self.act.ancestors(provision):
            own = self.sentences(ancestor.index)
            if own and self.introduces(ancestor.index):
                return own[-1]
            if ancestor.kind not in {ProvisionKind.INDENT, ProvisionKind.SUBPOINT}:
                return None
        return None

    def siblings(self, provision: int, sentence: int) -> list[int]:
        """The sentences of the same point around one: its own text, list and indents.

        A point of hundreds of sentences is read as far as a reader's memory goes, ``_NEARBY`` to
        each side.
        """
        root = self.references.point(provision)
        whole = self.sentences_between(root.index, root.last)
        near = range(max(whole.start, sentence - _NEARBY), min(whole.stop, sentence + _NEARBY + 1))
        return [other for other in near if self.text.provisions[other] >= 0]

    def around(self, sentence: int, reach: int) -> Iterator[int]:
        """The sentences of the article near one, ``reach`` to each side, in order, without it."""
        provision = int(self.text.provisions[sentence])
        if provision < 0:
            return
        within = self.sentences_between(*self.article(provision))
        for other in range(
            max(within.start, sentence - reach), min(within.stop, sentence + reach + 1)
        ):
            if other != sentence and self.text.provisions[other] >= 0:
                yield other

    def sentences_between(self, first: int, last: int) -> range:
        """The sentences of provisions ``first … last - 1``, labels among them."""
        begin, end = bisect_left(self._owners, first), bisect_left(self._owners, last)
        if begin == end:
            return range(0)
        return range(self._positions[begin], self._positions[end - 1] + 1)

    def article(self, provision: int) -> tuple[int, int]:
        """The provision range of the article, or in acts without articles of the chapter.

        In a comparative table that of the rows about the same article.
        """
        row = self.act.row_at(self.act.provisions[provision].span.start)
        for ancestor in (self.act.provisions[provision], *self.act.ancestors(provision)):
            if ancestor.kind in {
                ProvisionKind.ARTICLE,
                ProvisionKind.PARAGRAPH,
                ProvisionKind.CHAPTER,
                ProvisionKind.SECTION,
                ProvisionKind.INSTRUMENT,
                ProvisionKind.ANNEX,
                ProvisionKind.ACT,
            }:
                if row is not None and not row.span.covers(ancestor.span):
                    return self.provisions_in(self.act.rows_of_article(row))
                return ancestor.index, ancestor.last
        return provision, self.act.provisions[provision].last

    def document(self, provision: int) -> int:
        """The act, rules or annex a provision stands in."""
        above = (each.index for each in self.act.ancestors(provision) if each.kind in ANNEXED)
        return next(above, 0)

    @property
    def one_text(self) -> bool:
        """Whether the act holds neither new wording of other acts nor annexes."""
        return self._subjects.one

    def profile(self, provision: int) -> str | None:
        """What the text a provision stands in is about."""
        return self._subjects.of(provision)

    def headed_by(self, provision: int, sentences: frozenset[int]) -> bool:
        """Whether any of some sentences stands in a heading above a provision."""
        return any(
            ancestor.kind is not ProvisionKind.ACT
            and not sentences.isdisjoint(self.sentences(ancestor.index))
            for ancestor in self.act.ancestors(provision)
        )

    def provisions_in(self, span: Span) -> tuple[int, int]:
        """The range of the provisions that begin inside a stretch of the act."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [provision.span.start for provision in self.act.provisions]

    def introduces(self, provision: int) -> bool:
        """Whether a provision's own text ends with a colon."""
        text = self.act.provisions[provision].text
        ending = self.act.document.text[max(text.start, text.end - _MARGIN) : text.end]
        return ending.rstrip().endswith(":")

    def introduced(self, sentences: SentenceBits) -> SentenceBits:
        """The sentences of the lists that the provisions of some sentences introduce."""
        found = 0
        for own, listed in self._lists if sentences else ():
            if sentences >> own.start & between(0, len(own)):
                found |= between(listed.start, listed.stop)
        return found & self._owned

    def following(self, sentences: SentenceBits) -> SentenceBits:
        """The later sentences of the same paragraphs, which may keep an actor."""
        found = 0
        for own in self._paragraphs if sentences else ():
            said = sentences >> own.start & between(0, len(own))
            if said:
                earliest = (said & -said).bit_length() - 1
                found |= between(own.start + earliest + 1, own.stop)
        return found

    @cached_property
    def _orders(self) -> frozenset[int]:
        """The instructions of an amending act."""
        every = self.act.provisions
        return frozenset(each.index for each in every if each.zone is ZoneKind.INSTRUCTION)

    @cached_property
    def _lists(self) -> list[tuple[range, range]]:
        """The sentences of each provision that introduces a list, and those of the list."""
        return [
            (self.sentences(each.index), self.sentences_between(each.index + 1, each.last))
            for each in self.act.provisions
            if each.last > each.index + 1
            and each.zone is not ZoneKind.INSTRUCTION
            and self.sentences(each.index)
            and self.introduces(each.index)
        ]

    @cached_property
    def _owned(self) -> SentenceBits:
        """The sentences that stand in the text of a provision."""
        return marked(self.text.provisions >= 0)

    @cached_property
    def _paragraphs(self) -> list[range]:
        """The sentences of the provisions that have more than one."""
        ranges = zip(self._first, self._last, strict=True)
        return [range(first, last) for first, last in ranges if last > first + 1]


def _sentence_ranges(text: AnnotatedAct) -> tuple[list[int], list[int]]:
    """First and last+1 sentence of each provision (an empty range when it has none)."""
    count = len(text.act.provisions)
    order = np.arange(len(text.provisions))
    first = np.zeros(count, dtype=np.int64)
    last = np.zeros(count, dtype=np.int64)
    known = text.provisions >= 0
    owners, positions = text.provisions[known], order[known]
    first[owners[::-1]] = positions[::-1]
    last[owners] = positions + 1
    return first.tolist(), last.tolist()
