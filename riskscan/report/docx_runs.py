"""Runs of a Word document cut at given characters, so that a mark covers these and no others.

Cutting moves what a run holds into new runs with the same properties: the text, its look and the
elements that show it stay what they were.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml.etree import _Element

from riskscan.reading.docx_atoms import Atom
from riskscan.reading.ooxml import VAL, w

PARAGRAPH = w("p")
RUN = w("r")
TEXT = w("t")
PROPERTIES = w("rPr")
HIGHLIGHT = w("highlight")
COLOUR = "yellow"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What stands before a highlight in w:rPr (ECMA-376 part 1, 17.3.2.28).
BEFORE_HIGHLIGHT = frozenset(
    w(name)
    for name in (
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
        "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
        "color", "spacing", "w", "kern", "position", "sz", "szCs",
    )
)  # fmt: skip


class Stretch(NamedTuple):
    """A run, or what was cut from one, that shows the characters from ``start`` up to ``end``."""

    start: int
    end: int
    run: _Element


def cut_runs(atoms: Iterable[Atom], cuts: Iterable[int]) -> list[Stretch]:
    """Cut the runs of these atoms wherever a cut falls inside one; all their stretches in order.

    Where a run cannot be divided, inside a branch kept for older programs, it stays whole.
    """
    shown: dict[_Element, list[Atom]] = {}
    for atom in atoms:
        run = run_of(atom.element)
        if run is not None:
            shown.setdefault(run, []).append(atom)
    places = sorted(set(cuts))
    stretches: list[Stretch] = []
    for run, of_run in shown.items():
        first = bisect_right(places, of_run[0].start)
        last = bisect_left(places, of_run[-1].end)
        stretches += _cut_run(run, of_run, places[first:last])
    return sorted(stretches, key=lambda stretch: stretch.start)


def run_of(element: _Element) -> _Element | None:
    """The run that holds an element; None for what stands beside runs, such as a paragraph."""
    return None if element.tag == PARAGRAPH else next(element.iterancestors(RUN), None)


def highlight(run: _Element) -> None:
    """Mark a run in colour, unless its author has marked it already."""
    properties = run.find(PROPERTIES)
    if properties is None:
        properties = run.makeelement(PROPERTIES)
        run.insert(0, properties)
    present = properties.find(HIGHLIGHT)
    if present is None:
        place = sum(child.tag in BEFORE_HIGHLIGHT for child in properties)
        properties.insert(place, properties.makeelement(HIGHLIGHT, {VAL: COLOUR}))
    elif present.get(VAL) == "none":
        present.set(VAL, COLOUR)


def _cut_run(run: _Element, shown: Sequence[Atom], cuts: Sequence[int]) -> Iterator[Stretch]:
    """The stretches from the last to the first, so that what is left to cut stays in the run."""
    end = shown[-1].end
    for cut in reversed(cuts):
        first = _first_after(run, shown, cut)
        if first is not None:
            yield Stretch(cut, end, _cut_off(run, first))
            end = cut
    yield Stretch(shown[0].start, end, run)


def _first_after(run: _Element, shown: Sequence[Atom], cut: int) -> _Element | None:
    """The child of the run that begins at the cut, made if need be; None where none can."""
    index = bisect_right(shown, cut, key=lambda atom: atom.end)
    atom = shown[index]
    child = _child_of(run, atom.element)
    if atom.start < cut:
        return _divide(child, cut - atom.start) if child is atom.element else None
    shared = index > 0 and _child_of(run, shown[index - 1].element) is child
    return None if shared else child


def _child_of(run: _Element, element: _Element) -> _Element:
    parent = element.getparent()
    while parent is not None and parent is not run:
        element, parent = parent, parent.getparent()
    return element


def _divide(text: _Element, length: int) -> _Element | None:
    """Leave the first ``length`` characters in a ``w:t``; a new one after it has the others."""
    if text.tag != TEXT:
        return None
    words = text.text or ""
    rest = _like(text)
    for element, part in ((text, words[:length]), (rest, words[length:])):
        element.text = part
        if part != part.strip():
            element.set(SPACE, "preserve")
    text.addnext(rest)
    return rest


def _cut_off(run: _Element, first: _Element) -> _Element:
    """A new run after this one with its properties and what it holds from ``first`` on."""
    rest = _like(run)
    properties = run.find(PROPERTIES)
    if properties is not None:
        rest.append(deepcopy(properties))
    for child in [first, *first.itersiblings()]:
        if child.tag != PROPERTIES:
            rest.append(child)
    run.addnext(rest)
    return rest


def _like(element: _Element) -> _Element:
    """An empty element of the same name and attributes."""
    twin = element.makeelement(element.tag)
    for name, value in element.items():
        twin.set(name, value)
    return twin
