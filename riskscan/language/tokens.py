"""Tokens: where the words of a text are, and which word forms they are.

A token is, as a regular expression over the matching view::

    [^\\W_]+(?:[-'’ʼ][^\\W_]+)*|_+|[^\\w\\s]

that is: a run of letters and digits in which a single hyphen or apostrophe joins («санитарно-
защитный», «480-V», «2-1», «д'Арк»); a run of underscores; any other character that is no white
space, by itself. Numbers are not glued over points, commas or dashes: «12,5» is three tokens and
so is «5–7». What white space is, and what a letter, is what ``str.isspace`` and ``str.isalnum``
say, and so for combining marks: a word holds none, the view has composed them.

Words that lost the space between them are told apart where both are known: at the capital inside
«РеспубликасыҚаржы» (the only one: «ҚазМұнайГаз» is a name) and before the number in «бұйрығына2».
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from riskscan.language.model import IntArray, Tokens, Vocabulary, normalise
from riskscan.text import View, matching_view
from riskscan.text.characters import ALPHANUMERIC, JOINER, SPACE, UNDERSCORE, Codes, Kinds

_GLUED_NUMBER = re.compile(r"([^\W\d_]*[^\W\d_A-Za-z]{4})\d")
_GLUED_WORD = re.compile(r"[^\W\d_A-Za-z]{4,}")
_PLAIN_WORDS = re.compile("[а-яёәғқңөұүһі]{2,}(?: [а-яёәғқңөұүһі]{2,}| [а-я](?= [^ ]{2}))*")
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
    starts, ends, types = _part_glued(starts, ends, types, vocabulary)
    return Tokens(
        view.starts_in_source(starts.astype(np.int32)),
        view.ends_in_source(ends.astype(np.int32)),
        types,
        vocabulary,
    )


def token_forms(text: str, vocabulary: Vocabulary) -> list[str]:
    """The normalised forms of the tokens of a text.

    Of words in plain small letters that nothing has spaced out or cut, each is its own token.
    """
    if _PLAIN_WORDS.fullmatch(text):
        return normalise(text).split()
    tokens = tokenize(text, vocabulary)
    return [tokens.normal(k) for k in range(len(tokens))]


def _edges(codes: Codes, kinds: Kinds) -> tuple[_Places, _Places]:
    """Where each token starts and ends in the view."""
    word = (kinds & ALPHANUMERIC) != 0
    joiners = np.flatnonzero((kinds[1:-1] == JOINER) & word[:-2] & word[2:]) + 1
    word[joiners] = True
    starts = (kinds & SPACE) == 0
    ends = starts.copy()
    for run in (word, codes == UNDERSCORE):
        inside = run[1:] & run[:-1]
        starts[1:] &= ~inside
        ends[:-1] &= ~inside
    return starts.nonzero()[0], ends.nonzero()[0] + 1


def _part_glued(
    starts: _Places, ends: _Places, types: IntArray, vocabulary: Vocabulary
) -> tuple[_Places, _Places, IntArray]:
    """The tokens with each glued one made two, again and again until none is left."""
    while True:
        cuts = vocabulary.ask(_cut, types)
        glued = np.flatnonzero(cuts)
        if not len(glued):
            return starts, ends, types
        pairs = [_parts(vocabulary, *each) for each in zip(types[glued], cuts[glued], strict=True)]
        middles = starts[glued] + cuts[glued]
        types[glued] = [left for left, _ in pairs]
        types = np.insert(types, glued + 1, [right for _, right in pairs])
        starts = np.insert(starts, glued + 1, middles)
        ends = np.insert(ends, glued, middles)


def _parts(vocabulary: Vocabulary, identity: int, cut: int) -> tuple[int, int]:
    surface = vocabulary.surface(identity)
    return vocabulary.intern(surface[:cut]), vocabulary.intern(surface[cut:])


def _cut(vocabulary: Vocabulary, identity: int) -> int:
    """Where a glued form falls in two, 0 for all others."""
    surface, known = vocabulary.surface(identity), vocabulary.morphology.known
    if surface.islower() and surface.isalpha():
        return 0
    word = _GLUED_WORD.match(surface)
    if word is None:
        return 0
    capitals = [
        place
        for place in range(1, word.end())
        if surface[place].isupper() and surface[place - 1].islower()
    ]
    if len(capitals) == 1:
        parts = word[0][: capitals[0]], word[0][capitals[0] :]
        return capitals[0] if all(len(part) > 3 and known(part) for part in parts) else 0
    number = _GLUED_NUMBER.match(surface)
    return number.end(1) if number and not capitals and known(number[1]) else 0
