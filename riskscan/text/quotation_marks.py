"""Quotation marks: straight, English and German ones as «», so that a rule writes one kind.

Half of the published acts have straight marks. „ only opens and ” only closes; " and “ open where
a word begins, after white space, a bracket, a dash or «, and close everywhere else.
"""

from __future__ import annotations

import numpy as np

from riskscan.text.characters import SPACE
from riskscan.text.draft import Draft

_OPENING, _CLOSING = ord("«"), ord("»")
_STRAIGHT = ord('"')
_CURVED = range(0x201C, 0x201F)  # “ ” „
_ONLY_OPENS, _ONLY_CLOSES = ord("„"), ord("”")
_BEFORE_OPENING = [*map(ord, "([{«–—")]


def set_quotation_marks(draft: Draft) -> None:
    """Each quotation mark becomes « or » in its place."""
    codes = draft.codes
    marks = np.flatnonzero((codes == _STRAIGHT) | (codes - _CURVED.start < len(_CURVED)))
    if not len(marks):
        return
    follows = np.diff(marks, prepend=-2) == 1  # marks in a row stand on one side of a word
    before = np.maximum.accumulate(np.where(follows, 0, marks)) - 1
    opens = (before < 0) | np.isin(codes[before], _BEFORE_OPENING)
    opens |= (draft.kinds[before] & SPACE) != 0
    after = draft.kinds.take(marks + 1, mode="clip")
    opens &= (marks < len(codes) - 1) & ((after & SPACE) == 0)
    opens |= codes[marks] == _ONLY_OPENS
    opens &= codes[marks] != _ONLY_CLOSES
    draft.change()[marks] = np.where(opens, _OPENING, _CLOSING)
