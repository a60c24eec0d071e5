"""Tracked changes turned round: accepted, the reversed tree reads as the text before them.

Only names and properties change, never the number or order of paragraphs and runs: the source map
of the reversed tree is that of the file. Source: ECMA-376 part 1, 17.13.5.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element

from riskscan.reading.number_formats import FORMATS
from riskscan.reading.ooxml import as_number, w

REVERSED = {
    w(name): w(opposite)
    for pair in (("ins", "del"), ("moveTo", "moveFrom"), ("cellIns", "cellDel"))
    for name, opposite in (pair, pair[::-1])
}
# What deletions hold has names of its own; given back to the text, it has the usual ones.
RESTORED = {w("delText"): w("t"), w("delInstrText"): w("instrText")}
PROPERTIES = tuple(w(name) for name in ("pPr", "rPr", "trPr", "tcPr", "tblPr", "sectPr"))
# What former properties do not repeat: the marks of changes, and properties tracked on their own.
KEPT = frozenset((*REVERSED, w("rPr"), w("sectPr")))
CELL_MERGE = w("cellMerge")
NUMBERING_CHANGE = w("numberingChange")
INSERTIONS = tuple(map(w, ("ins", "moveTo", "cellIns")))
DELETIONS = tuple(REVERSED[name] for name in INSERTIONS)
COUNTED = (*REVERSED, *(f"{name}Change" for name in PROPERTIES), CELL_MERGE, NUMBERING_CHANGE)

# Of a changed number Word keeps how it looked, as level, number, format and what follows.
FORMER_LABEL = "formerLabel"
FORMER_NUMBER = re.compile(r"%\d{1,2}:(\d{1,9}):(\d{1,3}):")
FORMATS_BY_CODE = {
    "0": "decimal", "1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter",
    "22": "decimalZero", "58": "russianLower", "59": "russianUpper",
}  # fmt: skip


def count_changes(root: _Element) -> Counter[str]:
    """The tracked changes of one part, by the name of their element."""
    return Counter(element.tag for element in root.iter(*COUNTED))


def reverse(root: _Element) -> None:
    """Turn every tracked change of one part round, in place."""
    for properties in list(root.iter(*PROPERTIES)):
        restore(properties)
    for numbering in list(root.iter(w("numPr"))):
        restore_numbering(numbering)
    for merge in root.iter(CELL_MERGE):
        restore_merge(merge)
    for element in list(root.iter(*REVERSED, *RESTORED)):
        element.tag = REVERSED.get(element.tag) or RESTORED[element.tag]


def restore(properties: _Element) -> None:
    """Put the former properties a ``…Change`` element keeps in the place of the present ones."""
    change = properties.find(f"{properties.tag}Change")
    if change is not None:
        kept = [child for child in properties if child.tag in KEPT]
        properties[:] = [*next(iter(change), ()), *kept]


def restore_numbering(numbering: _Element) -> None:
    """Take a number away that was added to a paragraph; note the look of one that was changed."""
    change = numbering.find(NUMBERING_CHANGE)
    if change is not None:
        numbering.set(FORMER_LABEL, change.get(w("original"), ""))
    if numbering.find(w("ins")) is not None:
        numbering.clear()


def restore_merge(merge: _Element) -> None:
    """Let a cell be merged as it was, or not at all."""
    former = merge.get(w("vMergeOrig"), "rest")
    merge.attrib.clear()
    merge.set(w("vMerge"), former)


def former_label(text: str) -> str:
    """What a paragraph's changed number looked like, from how Word keeps it: "%1:3:0:." is "3."."""

    def written(number: re.Match[str]) -> str:
        form = FORMATS_BY_CODE.get(number[2], "decimal")
        return FORMATS[form](as_number(number[1]) or 0)

    return FORMER_NUMBER.sub(written, text)
