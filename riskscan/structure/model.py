"""The anatomy of an act: provisions in document order, and zones.

Source of the hierarchy: Law of the Republic of Kazakhstan 480-V "On legal acts", article 23.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from riskscan.text import Document, Span


class ProvisionKind(StrEnum):
    """The structural elements of an act, from large to small."""

    ACT = "act"  # the root: the main act itself
    INSTRUMENT = "instrument"  # rules, regulations, instruction "approved by the order"
    ANNEX = "annex"
    PART = "part"  # the named part of a code (Общая часть)
    SECTION = "section"
    SUBSECTION = "subsection"
    CHAPTER = "chapter"
    PARAGRAPH = "paragraph"
    ARTICLE = "article"
    POINT = "point"
    SUBPOINT = "subpoint"
    INDENT = "indent"  # any unnumbered paragraph


ANNEXED = frozenset({ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX})
"""What stands behind the act itself, under a heading of its own."""

LARGE = frozenset(
    {
        ProvisionKind.PART,
        ProvisionKind.SECTION,
        ProvisionKind.SUBSECTION,
        ProvisionKind.CHAPTER,
        ProvisionKind.PARAGRAPH,
        ProvisionKind.ARTICLE,
    }
)
"""The headed elements inside an act."""


class ZoneKind(StrEnum):
    """What a stretch of text is for: only ``norm`` and ``inserted`` are checked as law."""

    NORM = "norm"
    HEADING = "heading"
    PREAMBLE = "preamble"
    DEFINITION = "definition"
    INSTRUCTION = "instruction"
    INSERTED = "inserted"
    REPLACED = "replaced"
    CURRENT = "current"
    NOTE = "note"
    SIGNATURE = "signature"
    FORM = "form"
    BOILERPLATE = "boilerplate"


class Provision(NamedTuple):
    """One structural element.

    Provisions stand in document order (pre-order): the descendants of provision ``i`` are exactly
    ``i + 1 … last - 1``. ``span`` covers the element with all it contains; ``label`` is its
    enumerator ("Статья 5.", "12.", "3)"), empty for unnumbered ones; ``text`` is its own words
    without the label and without its children's words. Own texts never overlap.
    """

    index: int  # type: ignore[assignment]  # nobody asks a provision for tuple.index
    kind: ProvisionKind
    number: str | None  # "5", "2-1", "8-1"; None when unnumbered
    parent: int | None
    last: int
    span: Span
    label: Span
    text: Span
    zone: ZoneKind
    inline: bool = False  # a list item inside its parent's paragraph: "в случаях: 1) …; 2) …"
    fragment: bool = False  # new words of an amendment whose norm is not here: "словами «…»"


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of text of one zone; zones are sorted, do not overlap and cover the document."""

    kind: ZoneKind
    span: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """A term the act defines for itself, or an abbreviation it introduces («далее – …»)."""

    term: str
    short: str | None
    span: Span
    provision: int


Steps = tuple[tuple[ProvisionKind, str], ...]
"""The units of an address with their numbers, from large to small."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of a comparative table: a provision as it is in force and as it is proposed.

    ``span`` covers all its cells. ``element`` is the cell that names the provision (that of a row
    above where cells are merged) and ``address`` what it names. A side that is
    empty, or says «отсутствует» or «исключить», is None. ``struck`` stands for the proposed wording
    of a provision that goes: the words that strike it out, or what names it where there are none.
    """

    span: Span
    element: Span | None
    current: Span | None
    proposed: Span | None
    address: Steps = ()
    struck: Span | None = None


_NEW_WORDING = frozenset({ZoneKind.INSERTED, ZoneKind.DEFINITION})
ITEMS = frozenset({ProvisionKind.SUBPOINT, ProvisionKind.INDENT})
LISTED = ITEMS | {ProvisionKind.POINT}


def _article(row: ComparedRow) -> Steps:
    """The address of a row down to its article; empty when it names none."""
    kinds = [kind for kind, _ in row.address]
    if ProvisionKind.ARTICLE not in kinds:
        return ()
    return row.address[: kinds.index(ProvisionKind.ARTICLE) + 1]


@dataclass(frozen=True)  # no slots: what is derived from the tree is kept once derived
class Act:
    """A document with its anatomy found; building one never fails (structure never refuses)."""

    document: Document
    title: str
    kind: str  # law, code, order, resolution, decision, decree, rules, regulation, instruction, …
    profile: str | None  # public-service, permit, inspection, procurement, …; None when unknown
    provisions: tuple[Provision, ...]
    zones: tuple[Zone, ...]
    definitions: tuple[Definition, ...]
    compared: tuple[ComparedRow, ...] = ()  # the rows of comparative tables, in text order

    def row_at(self, offset: int) -> ComparedRow | None:
        """The row of a comparative table that a place of the text stands in."""
        if not self.compared:
            return None
        place = bisect_right(self._row_starts, offset) - 1
        row = self.compared[place] if place >= 0 else None
        return row if row is not None and offset < row.span.end else None

    def rows_of_article(self, row: ComparedRow) -> Span:
        """The row, with its neighbours about the same article."""
        article = _article(row)
        first = last = self.compared.index(row, bisect_right(self._row_starts, row.span.start) - 1)
        while article and first and _article(self.compared[first - 1]) == article:
            first -= 1
        while article and last + 1 < len(self.compared):
            if _article(self.compared[last + 1]) != article:
                break
            last += 1
        return Span(self.compared[first].span.start, self.compared[last].span.end)

    def is_aside(self, offset: int) -> bool:
        """Whether a place stands in a row of a comparative table beside the proposed wording."""
        row = self.row_at(offset)
        if row is None:
            return False
        side = row.proposed or row.struck
        return side is None or not side.start <= offset < side.end

    @cached_property
    def _row_starts(self) -> list[int]:
        return [row.span.start for row in self.compared]

    @cached_property
    def has_instruments(self) -> bool:
        """Whether the act carries approved rules or annexes with numbering of their own."""
        own = {ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX}
        return any(provision.kind in own for provision in self.children(0))

    @cached_property
    def preamble(self) -> Provision | None:
        """The enacting clause, when there is one."""
        found = (p for p in self.children(0) if p.zone is ZoneKind.PREAMBLE)
        return next(found, None)

    @cached_property
    def restarting(self) -> frozenset[tuple[int | None, ProvisionKind]]:
        """The kinds of heading, by parent, of which more than one counts its points from one."""
        counts: Counter[tuple[int | None, ProvisionKind]] = Counter(
            (heading.parent, heading.kind)
            for heading in self.provisions
            if heading.kind not in LISTED and self._begins_with_one(heading)
        )
        return frozenset(key for key, count in counts.items() if count > 1)

    def _begins_with_one(self, heading: Provision) -> bool:
        points = (p for p in self.children(heading.index) if p.kind is ProvisionKind.POINT)
        first = next(points, None)
        return first is not None and first.number == "1"

    def ancestors(self, index: int) -> Iterator[Provision]:
        """The provision's parents, nearest first."""
        parent = self.provisions[index].parent
        while parent is not None:
            yield self.provisions[parent]
            parent = self.provisions[parent].parent

    def part(self, index: int) -> int:
        """Where the text a provision belongs to begins: an annex, new wording, or the act (0)."""
        below = self.provisions[index]
        for each in (below, *self.ancestors(index)):
            if each.kind in ANNEXED:
                return each.index
            if each.zone is ZoneKind.INSTRUCTION and below.zone in _NEW_WORDING:
                return below.index
            below = each
        return 0

    def children(self, index: int) -> Iterator[Provision]:
        """The provision's direct children in order."""
        child = index + 1
        while child < self.provisions[index].last:
            yield self.provisions[child]
            child = self.provisions[child].last
