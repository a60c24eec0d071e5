"""Single characters: the odd ones dropped, composed or replaced, the wrongly decoded read anew."""

from __future__ import annotations

import unicodedata

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import (
    BLANK,
    COMBINING_MARKS,
    HYPHEN,
    INVISIBLE,
    ODD,
    SOFT_HYPHEN,
    SPACE,
    TYPOGRAPHIC_HYPHENS,
    Codes,
    kinds_of,
)
from riskscan.text.draft import Draft, Marks
from riskscan.text.misread import is_misread, read_anew

_LINE_ENDS = [ord("\n"), ord("\r")]


def clean_characters(draft: Draft) -> None:
    """Drop, compose or replace the single characters no rule should ever see."""
    if is_misread(draft.text()):
        read_anew(draft.change())
    if not (draft.kinds & ODD).any():
        return
    codes = draft.change()
    odd = np.flatnonzero((draft.kinds & ODD) != 0)
    codes[odd[(draft.kinds[odd] & SPACE) != 0]] = BLANK
    codes[odd[np.isin(codes[odd], TYPOGRAPHIC_HYPHENS)]] = HYPHEN
    invisible = odd[np.isin(codes[odd], INVISIBLE) & ~_breaks_line(codes, odd)]
    if len(invisible):
        draft.drop(invisible)
    _compose(draft)
    draft.kinds = kinds_of(draft.codes)


def _breaks_line(codes: Codes, positions: Marks) -> NDArray[np.bool_]:
    """Which of the characters are soft hyphens in use: the last of their line."""
    soft: NDArray[np.bool_] = codes[positions] == SOFT_HYPHEN
    soft &= np.isin(codes.take(positions + 1, mode="clip"), _LINE_ENDS)
    return soft


def _compose(draft: Draft) -> None:
    """Put base letters and combining marks together; marks that compose nothing go."""
    codes = draft.codes
    marks = np.flatnonzero((codes >= COMBINING_MARKS.start) & (codes < COMBINING_MARKS.stop))
    if not len(marks):
        return
    _, ends = draft.positions()
    base = previous = -1
    for mark in marks.tolist():
        if mark != previous + 1:
            base = mark - 1
        previous = mark
        if base < 0:
            continue
        composed = unicodedata.normalize("NFC", chr(codes[base]) + chr(codes[mark]))
        if len(composed) == 1:
            codes[base] = ord(composed)
            ends[base] = ends[mark]
    draft.drop(marks)
