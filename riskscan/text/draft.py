"""A view in the making."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import Codes, to_text
from riskscan.text.view import Positions, View

Marks = NDArray[np.intp]

_FIRST_KAZAKH = 0x0492  # Ғ; up to ө, with few letters of other languages between
_KAZAKH_LETTERS = 0x58


class Draft:
    """A view in the making: arrays that shrink as characters are dropped."""

    def __init__(self, view: View) -> None:
        self._begun = view
        self.codes = view.codes
        self.kinds = view.kinds
        self.starts = view.starts
        self.ends = view.ends
        self._changed = False

    def change(self) -> Codes:
        """The code points, copied before the first change."""
        if not self._changed:
            self.codes = self.codes.copy()
            self._changed = True
        return self.codes

    def positions(self) -> tuple[Positions, Positions]:
        """Where each character starts and ends in the source."""
        if self.starts is None or self.ends is None:
            self.starts = np.arange(len(self.codes), dtype=np.int32)
            self.ends = self.starts + np.int32(1)
        return self.starts, self.ends

    def drop(self, dropped: Marks) -> None:
        """Leave the characters at these positions out."""
        starts, ends = self.positions()
        kept = np.ones(len(self.codes), dtype=bool)
        kept[dropped] = False
        self.starts, self.ends = starts[kept], ends[kept]
        self.codes, self.kinds = self.codes[kept], self.kinds[kept]
        self._changed = True

    def is_kazakh(self) -> bool:
        """Whether the text holds a fair share of Kazakh, by the letters Russian does not have.

        і is left out: it may still stand as a Latin letter.
        """
        letters = int(np.count_nonzero(self.codes - _FIRST_KAZAKH < _KAZAKH_LETTERS))
        return 40 * letters > len(self.codes)

    def text(self) -> str:
        return to_text(self.codes) if self._changed else self._begun.text

    def view(self) -> View:
        length = self._begun.source_length
        return View(self.text(), self.codes, self.kinds, length, self.starts, self.ends)
