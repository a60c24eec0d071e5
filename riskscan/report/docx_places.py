"""Where in the body of a Word document a comment on given characters may stand.

Word has comments in the body only: words of a note are commented on at the mark of the note, words
of a text box at its anchor, a generated number at its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from lxml.etree import _Element

from riskscan.reading.docx_atoms import Atom
from riskscan.reading.docx_fields import DELETED
from riskscan.reading.docx_inline import TEXT_BOX
from riskscan.reading.docx_notes import KINDS
from riskscan.reading.ooxml import w
from riskscan.report.docx_runs import PARAGRAPH, Stretch, run_of
from riskscan.text import Span

ID = w("id")
REFERENCES = {w(kind): w(f"{kind}Reference") for kind in KINDS}


class Anchor(NamedTuple):
    """The first and the last run a comment covers, or twice the same paragraph."""

    first: _Element
    last: _Element


Place = Span | _Element


class Places:
    """The root of the main part, asked where comments on spans of the text belong."""

    def __init__(self, root: _Element, atoms: Sequence[Atom]) -> None:
        self._root = root
        self._atoms = atoms
        self._starts = [atom.start for atom in atoms]
        self._marks = {
            atom.element: Span(atom.start, atom.end)
            for atom in atoms
            if atom.generated and run_of(atom.element) is not None
        }

    def of(self, span: Span) -> Place:
        """The part of the span the body shows, else the element that stands for it there."""
        touched = self._touched(span)
        shown = [atom for atom in touched if not atom.generated]
        body = [atom for atom in shown if self._holds(atom.element)]
        if body:
            return Span(max(span.start, body[0].start), min(span.end, body[-1].end))
        if touched:
            element = self._host((shown or touched)[0].element)
            return self._marks.get(element, element)
        nearest = self._atoms[max(0, bisect_right(self._starts, span.start) - 1)].element
        return self._host(paragraph_of(nearest))

    def _touched(self, span: Span) -> Sequence[Atom]:
        if span.start == span.end:
            return ()
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_left(self._starts, span.end)
        return [atom for atom in self._atoms[first:last] if atom.end > span.start]

    def _holds(self, element: _Element) -> bool:
        """Whether a comment may stand at an element."""
        in_box = next(element.iterancestors(TEXT_BOX), None) is not None
        return not in_box and element.getroottree().getroot() is self._root

    def _host(self, element: _Element) -> _Element:
        """The element itself, or the mark of its note, or the text box it is in.

        The first paragraph when only another note refers to the note.
        """
        note = next(element.iterancestors(*REFERENCES), None)
        if note is not None:
            mark = (REFERENCES[note.tag], note.get(ID))
            element = self._references.get(mark, next(self._root.iter(PARAGRAPH)))
        return [element, *element.iterancestors(TEXT_BOX)][-1]

    @cached_property
    def _references(self) -> dict[tuple[str, str | None], _Element]:
        """Where the text refers to each note for the first time."""
        first: dict[tuple[str, str | None], _Element] = {}
        for reference in self._root.iter(*REFERENCES.values()):
            around = {ancestor.tag for ancestor in reference.iterancestors()}
            if PARAGRAPH in around and around.isdisjoint(DELETED):
                first.setdefault((reference.tag, reference.get(ID)), reference)
        return first


def anchor(place: Place, stretches: Sequence[Stretch]) -> Anchor:
    """What a comment at a place covers, once the runs have been cut at its ends."""
    if isinstance(place, Span):
        covered = within(stretches, place)
        return Anchor(covered[0].run, covered[-1].run)
    one = run_of(place)
    if one is None:
        one = paragraph_of(place)
    return Anchor(one, one)


def within(stretches: Sequence[Stretch], span: Span) -> Sequence[Stretch]:
    """The stretches that show a character of the span; ``stretches`` stand in order."""
    first = bisect_right(stretches, span.start, key=lambda stretch: stretch.end)
    last = bisect_left(stretches, span.end, key=lambda stretch: stretch.start)
    return stretches[first:last] if span.start < span.end else ()


def paragraph_of(element: _Element) -> _Element:
    """The paragraph that is an element or holds it."""
    return element if element.tag == PARAGRAPH else next(element.iterancestors(PARAGRAPH))
