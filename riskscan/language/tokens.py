"""Tokens: where the words of a text are, and which word forms they are.

A token is, as a regular expression over the matching view::

    [^\\W_]+(?:[-'’ʼ][^\\W_]+)*|_+|[^\\w\\s]

that is: a run of letters and digits in which a single hyphen or apostrophe joins («санитарно-
защитный», «480-V», «2-1», «д'Арк»); a run of underscores; any other character that is no white
space, by itself. Numbers are not glued over points, commas or dashes: «12,5» is three tokens and
so is «5–7». What white space is, and what a letter, is what ``str.isspace`` and ``str.isalnum``
say, and so for combining marks: a word holds none, the view has composed them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import Tokens, Vocabulary
from riskscan.text import View, matching_view
from riskscan.text.characters import ALPHANUMERIC, JOINER, SPACE, UNDERSCORE, Codes, Kinds

_CHUNK = 1 << 17  # characters read at a time: what the processor's nearer cache holds
_Mask = NDArray[np.bool_]
_Places = NDArray[np.intp]


def tokenize(text: str | View, vocabulary: Vocabulary) -> Tokens:
    """The tokens of a text, with offsets into the source; unseen forms enter the vocabulary.

    A plain string is read through ``matching_view`` without known words.
    """
    view = matching_view(text) if isinstance(text, str) else text
    starts, ends = _edges(view.codes, view.kinds)
    types = np.empty(len(starts), dtype=np.int32)
    first = 0
    while first < len(starts):
        last = max(int(np.searchsorted(starts, starts[first] + _CHUNK)), first + 1)
        begin, stop = int(starts[first]), int(ends[last - 1])
        types[first:last] = vocabulary.intern_all(
            view.text[begin:stop],
            view.codes[begin:stop],
            starts[first:last] - begin,
            ends[first:last] - begin,
        )
        first = last
    return Tokens(
        view.starts_in_source(starts.astype(np.int32)),
        view.ends_in_source(ends.astype(np.int32)),
        types,
        vocabulary,
    )


def _edges(codes: Codes, kinds: Kinds) -> tuple[_Places, _Places]:
    """Where each token starts and ends in the view."""
    word = (kinds & ALPHANUMERIC) != 0
    joiners = np.flatnonzero((kinds[1:-1] == JOINER) & word[:-2] & word[2:]) + 1
    word[joiners] = True
    line = codes == UNDERSCORE
    single = (kinds & SPACE) == 0
    single &= ~(word | line)
    starts = single.copy()
    ends = single
    for run in (word, line):
        padded = np.pad(run, 1)
        starts |= run & ~padded[:-2]
        ends |= run & ~padded[2:]
    return np.flatnonzero(starts), np.flatnonzero(ends) + 1
