"""Words that white space has cut: letter-spaced ones, and those broken at the end of a line."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import numpy as np

from riskscan.text.characters import ALPHANUMERIC, BLANK, JOINER, LETTER, ODD, SPACE
from riskscan.text.draft import Draft, Marks

Known = Callable[[str], bool]

_SPACED_LETTERS = 4
_LINE_BREAK = re.compile(r"[-\u00ad][ \t]*(?:\r\n|[\n\r\f\u0085\u2028])[ \t]*([^\W\d_]+)")
_WORD_END = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_LONGEST_WORD = 60
# Endings that are no words themselves: what may stand alone behind a cut.
_ENDINGS = """
    і ы ін ын ің ың сі сы ні ны ді ды ті ты лі лы ші шы нің ның дің дың тің тың сін сын
    ге ға ке нен нан ден дан тен тан нде нда дегі дағы тегі дер лар лер лік лық дік дық тік тық
    ген ған кен ып іп йді йды еді ады етін атын тін тын ілді ылды ілу ылу
"""
_LONGEST_ENDING = 4


def _key(ending: str) -> int:
    """The code points of an ending as one number."""
    return int.from_bytes(ending.encode("utf-16-be"), "big")


_ENDING_KEYS = np.array(sorted(map(_key, _ENDINGS.split())), dtype=np.uint64)


def close_letter_spacing(draft: Draft) -> None:
    """Close up runs of single letters of one case, each followed by one space."""
    single = _lone_letters(draft)
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


def _lone_letters(draft: Draft) -> Marks:
    """Letters with no letter or digit beside them."""
    lone = (draft.kinds & LETTER) != 0
    other = (draft.kinds & ALPHANUMERIC) == 0
    before, after = other[:-1], other[1:]
    lone[1:] &= before
    lone[:-1] &= after
    found: Marks = lone.nonzero()[0]
    return found


def _is_one_word(text: str, letters: Marks) -> bool:
    """Letters of one case make a word; one-letter words in a row («В и С и») do not."""
    word = text[letters[0] : letters[-1] + 1 : 2]
    return word.isupper() or word[1:].islower()


def join_broken_words(draft: Draft, known: Known) -> None:
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


def join_cut_words(draft: Draft, known: Known) -> None:
    """Join Kazakh words that one space or line end cuts before an ending («көрсетілет ін»).

    Only where the left part is no word and the joined one is; three single letters in a row are
    tried as a word, too («м е н»). Text in other languages is left alone.
    """
    if not draft.is_kazakh():
        return
    known = cache(known)
    text = draft.text()
    dropped: list[int] = []
    for first in _three_letters(draft).tolist():
        if known(text[first : first + 5 : 2]):
            dropped += (first + 1, first + 3)
    for space, length in zip(*_spaces_before_endings(draft), strict=True):
        before = _WORD_END.search(text[max(0, space - _LONGEST_WORD) : space])
        if before is None or space - 1 in dropped[-1:]:
            continue
        if not known(before[0]) and known(before[0] + text[space + 1 : space + 1 + length]):
            dropped.append(space)
    if dropped:
        draft.drop(np.array(dropped, dtype=np.intp))


def _three_letters(draft: Draft) -> Marks:
    """Where three single letters stand in a row, a space between them."""
    lone = _lone_letters(draft)
    spaced = (np.diff(lone) == 2) & (draft.codes[lone[:-1] + 1] == BLANK)
    found: Marks = lone[:-2][spaced[:-1] & spaced[1:]]
    return found


def _spaces_before_endings(draft: Draft) -> tuple[list[int], list[int]]:
    """Single white-space characters between a letter and an ending, and the ending's length."""
    codes, kinds = draft.codes, draft.kinds
    breaks = np.flatnonzero((kinds & (ALPHANUMERIC | JOINER)) == 0)
    lengths = np.diff(breaks, append=len(kinds)) - 1
    short = (lengths > 0) & (lengths <= _LONGEST_ENDING) & (breaks > 0)
    spaces, lengths = breaks[short], lengths[short]
    parted = ((kinds[spaces] & SPACE) != 0) & ((kinds[spaces - 1] & LETTER) != 0)
    spaces, lengths = spaces[parted], lengths[parted]
    keys = np.zeros(len(spaces), dtype=np.uint64)
    for step in range(_LONGEST_ENDING):
        letters = codes.take(spaces + 1 + step, mode="clip").astype(np.uint64)
        keys = np.where(lengths > step, keys << np.uint64(16) | letters, keys)
    endings = _ENDING_KEYS.take(np.searchsorted(_ENDING_KEYS, keys), mode="clip") == keys
    return spaces[endings].tolist(), lengths[endings].tolist()
