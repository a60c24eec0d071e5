"""Which languages an act is in, and what was assumed to read it in them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.analysis.options import Options
from riskscan.language.identify import Language, latin_kazakh_words, mixed, shares, words
from riskscan.language.model import AnnotatedAct, IntArray
from riskscan.text import Assumption, Document
from riskscan.text.document import AssumedKind
from riskscan.text.misread import count_misread

_DECLARED: dict[str, tuple[Language, AssumedKind]] = {
    "ru": ("kk", "declared-ru-read-kk"),
    "kk": ("ru", "declared-kk-read-ru"),
}


def language_shares(text: AnnotatedAct) -> dict[Language, float]:
    """The share of each language in the words of an act, each provision being in one language."""
    return shares(text.tokens, _first_tokens(text))


def assumptions(document: Document, text: AnnotatedAct, options: Options) -> Iterator[Assumption]:
    """What the reader of the report must know was assumed: nothing of it changes the document."""
    yield from document.assumed
    counts: dict[AssumedKind, int] = {
        "misread-kz-1048": count_misread(document.text),
        "latin-kazakh": latin_kazakh_words(text.tokens),
        "mixed-language": int(np.count_nonzero(mixed(text.tokens, _first_tokens(text)))),
    }
    if options.language in _DECLARED:
        other, kind = _DECLARED[options.language]
        found = words(text.tokens, _first_tokens(text))
        if 2 * found.get(other, 0) > sum(found.values()):
            counts[kind] = found[other]
    yield from (Assumption(kind, count) for kind, count in counts.items() if count)


def _first_tokens(text: AnnotatedAct) -> IntArray:
    """The first tokens of the provisions' own texts, and of what stands before them."""
    starts = [each.text.start for each in text.act.provisions if each.text.start < each.text.end]
    firsts = np.unique(text.tokens.starts.searchsorted(np.array([0, *starts], dtype=np.int32)))
    return firsts[firsts < len(text.tokens)].astype(np.int32)
