"""The matching view: a text as rules should see it, with a way back to every source character.

What is normalised, in this order:

1. invisible characters (soft hyphens, zero-width and bidirectional marks) are dropped, letters
   written as base + combining mark are composed, stress marks that compose nothing are dropped,
   odd spaces become a space, typographic hyphens become ``-``;
2. Latin letters that look Cyrillic are folded inside words that hold Cyrillic letters, and the
   en dash between two letters becomes a hyphen («финансово–хозяйственный»);
3. letter-spaced words are closed up («П Р И К А З Ы В А Ю»);
4. words broken by a hyphen at the end of a line are joined, if ``known`` knows the joined word.

The source is never changed. Positions are code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from riskscan.text.characters import (
    ALPHANUMERIC,
    BLANK,
    COMBINING_MARKS,
    CYRILLIC,
    DASH,
    HYPHEN,
    INVISIBLE,
    JOINER,
    LATIN,
    LETTER,
    ODD,
    SOFT_HYPHEN,
    SPACE,
    TYPOGRAPHIC_HYPHENS,
    Codes,
    Kinds,
    code_points,
    kinds_of,
    to_text,
)
from riskscan.text.span import Span

Positions = NDArray[np.int32]
Known = Callable[[str], bool]
_Marks = NDArray[np.intp]

_SPACED_LETTERS = 4
_LINE_ENDS = [ord("\n"), ord("\r")]
_TWINS = str.maketrans("aceopxyiABCEHKMOPTXI", "асеорхуіАВСЕНКМОРТХІ")
_ROMAN = frozenset("IVXLCDMІХСМ")
_LATIN_LETTER = re.compile("[A-Za-z]")
_LINE_BREAK = re.compile(r"[-\u00ad][ \t]*(?:\r\n|[\n\r\f\u0085\u2028])[ \t]*([^\W\d_]+)")
_WORD_END = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_LONGEST_WORD = 60


class View:
    """``text`` is what to match; every position in it knows its place in the source.

    ``codes`` and ``kinds`` are the view's characters as arrays (see ``characters``); ``starts``
    and ``ends`` are where each stands in the source, None where every position is the source's.
    """

    __slots__ = ("codes", "ends", "kinds", "source_length", "starts", "text")

    def __init__(
        self,
        text: str,
        codes: Codes,
        kinds: Kinds,
        source_length: int,
        starts: Positions | None = None,
        ends: Positions | None = None,
    ) -> None:
        self.text = text
        self.codes = codes
        self.kinds = kinds
        self.source_length = source_length
        self.starts = starts
        self.ends = ends

    @property
    def is_source(self) -> bool:
        """Whether the positions of the view are those of the source."""
        return self.starts is None

    def to_source(self, position: int) -> int:
        """Where the view's character stands in the source; the view's end is the source's."""
        if position >= len(self.text):
            return self.source_length
        return position if self.starts is None else int(self.starts[position])

    def span_in_source(self, span: Span) -> Span:
        """The source characters behind a span of the view, without dropped ones at its edges."""
        if span.start >= span.end or self.ends is None:
            return Span(self.to_source(span.start), self.to_source(span.end))
        return Span(self.to_source(span.start), int(self.ends[span.end - 1]))

    def from_source(self, position: int) -> int:
        """The first character of the view that does not stand before a place in the source."""
        return position if self.starts is None else int(np.searchsorted(self.starts, position))

    def span_from_source(self, span: Span) -> Span:
        """The characters of the view that stand in a span of the source."""
        return Span(self.from_source(span.start), self.from_source(span.end))

    def starts_in_source(self, starts: Positions) -> Positions:
        """Source offsets of many first characters."""
        return starts if self.starts is None else self.starts[starts]

    def ends_in_source(self, ends: Positions) -> Positions:
        """Source offsets of the ends of many non-empty half-open spans."""
        return ends if self.ends is None else self.ends[ends - 1]


def matching_view(text: str, known: Known | None = None) -> View:
    """The view of a text; ``known`` says whether a word exists, without it no line is joined."""
    return join_lines(line_view(text), known or _no_word_is_known)


def line_view(text: str) -> View:
    """The view before words broken at line ends are joined: what needs no dictionary."""
    codes = code_points(text)
    draft = _Draft(View(text, codes, kinds_of(codes), len(text)))
    _clean_characters(draft)
    _fold_look_alikes(draft)
    _close_letter_spacing(draft)
    return draft.view()


def join_lines(view: View, known: Known) -> View:
    """The matching view that ``line_view`` began."""
    draft = _Draft(view)
    _join_broken_words(draft, known)
    return draft.view()


def _no_word_is_known(word: str) -> bool:
    return False


class _Draft:
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

    def drop(self, dropped: _Marks) -> None:
        """Leave the characters at these positions out."""
        starts, ends = self.positions()
        kept = np.ones(len(self.codes), dtype=bool)
        kept[dropped] = False
        self.starts, self.ends = starts[kept], ends[kept]
        self.codes, self.kinds = self.codes[kept], self.kinds[kept]
        self._changed = True

    def text(self) -> str:
        return to_text(self.codes) if self._changed else self._begun.text

    def view(self) -> View:
        length = self._begun.source_length
        return View(self.text(), self.codes, self.kinds, length, self.starts, self.ends)


def _clean_characters(draft: _Draft) -> None:
    """Drop, compose or replace the single characters no rule should ever see."""
    if not (draft.kinds & ODD).any():
        return
    codes = draft.change()
    odd = np.flatnonzero(draft.kinds & ODD)
    codes[odd[(draft.kinds[odd] & SPACE) != 0]] = BLANK
    codes[odd[np.isin(codes[odd], TYPOGRAPHIC_HYPHENS)]] = HYPHEN
    invisible = odd[np.isin(codes[odd], INVISIBLE) & ~_breaks_line(codes, odd)]
    if len(invisible):
        draft.drop(invisible)
    _compose(draft)
    draft.kinds = kinds_of(draft.codes)


def _breaks_line(codes: Codes, positions: _Marks) -> NDArray[np.bool_]:
    """Which of the characters are soft hyphens in use: the last of their line."""
    soft: NDArray[np.bool_] = codes[positions] == SOFT_HYPHEN
    soft &= np.isin(codes.take(positions + 1, mode="clip"), _LINE_ENDS)
    return soft


def _compose(draft: _Draft) -> None:
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


def _fold_look_alikes(draft: _Draft) -> None:
    """Latin twins inside Cyrillic words become Cyrillic, a dash between two letters a hyphen."""
    kinds = draft.kinds
    scripts = kinds & (CYRILLIC | LATIN)
    mixed = np.flatnonzero((scripts[:-1] | scripts[1:]) == CYRILLIC | LATIN)
    dashes = np.flatnonzero(kinds[1:-1] == DASH) + 1
    dashes = dashes[(kinds[dashes - 1] & kinds[dashes + 1] & LETTER) != 0]
    if not len(mixed) and not len(dashes):
        return
    text = draft.text()
    codes = draft.change()
    codes[dashes] = HYPHEN
    letters = (kinds & LETTER).tobytes()
    end = 0
    for position in mixed.tolist():
        if position < end:
            continue
        start = letters.rfind(b"\0", 0, position) + 1
        end = letters.find(b"\0", position)
        end = end if end >= 0 else len(letters)
        codes[start:end] = code_points(_fold(text[start:end]))
    draft.kinds = kinds_of(codes)


def _fold(word: str) -> str:
    """A word in two scripts with its Latin letters made Cyrillic, if all of them have a twin.

    What reads as a Roman numeral («ХI» with a Cyrillic Х) stays as it is. Latin i stands for the
    Kazakh і: no Russian word has one.
    """
    folded = word.translate(_TWINS)
    return word if _ROMAN.issuperset(word) or _LATIN_LETTER.search(folded) else folded


def _close_letter_spacing(draft: _Draft) -> None:
    """Close up runs of single letters of one case, each followed by one space."""
    kinds = draft.kinds
    letter = (kinds & LETTER) != 0
    word = np.pad((kinds & ALPHANUMERIC) != 0, 1)
    single = np.flatnonzero(letter & ~word[:-2] & ~word[2:])
    spaced = (np.diff(single) == 2) & (draft.codes[single[:-1] + 1] == BLANK)
    edges = np.flatnonzero(np.diff(spaced, prepend=False, append=False)).reshape(-1, 2)
    runs = edges[edges[:, 1] - edges[:, 0] >= _SPACED_LETTERS - 1]
    if not len(runs):
        return
    text = draft.text()
    words = [single[first : last + 1] for first, last in runs.tolist()]
    spaces = [word[:-1] + 1 for word in words if _is_one_word(text, word)]
    if spaces:
        draft.drop(np.concatenate(spaces))


def _is_one_word(text: str, letters: _Marks) -> bool:
    """Letters of one case make a word; one-letter words in a row («В и С и») do not."""
    word = text[letters[0] : letters[-1] + 1 : 2]
    return word.isupper() or word[1:].islower()


def _join_broken_words(draft: _Draft, known: Known) -> None:
    """Join words broken by a hyphen at the end of a line.

    «админис-⏎тративных» loses hyphen and break when the joined word is known; a word that is
    known with its hyphen («социально-⏎экономический») loses the break alone.
    """
    kinds = draft.kinds
    hyphens = (kinds[1:-1] & (JOINER | ODD)) != 0  # the only odd characters left: soft hyphens
    hyphens &= ((kinds[:-2] & LETTER) != 0) & ((kinds[2:] & SPACE) != 0)
    candidates = np.flatnonzero(hyphens) + 1
    dropped = np.flatnonzero(kinds & ODD).tolist()
    text = draft.text()
    known = cache(known)
    for hyphen in candidates.tolist():
        after = _LINE_BREAK.match(text, hyphen)
        before = _WORD_END.search(text[max(0, hyphen - _LONGEST_WORD) : hyphen])
        if after is None or before is None:
            continue
        left, right = before[0], after[1]
        if known(left + right):
            dropped.extend(range(hyphen, after.start(1)))
        elif known(f"{left}-{right}") and text[hyphen] == "-":
            dropped.extend(range(hyphen + 1, after.start(1)))
    if dropped:
        draft.drop(np.array(dropped, dtype=np.intp))
