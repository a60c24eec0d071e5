"""Which languages an act is in, and what was assumed to read it in them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.analysis.options import Options
from riskscan.language.identify import Language, Stretches, latin_kazakh_words
from riskscan.language.model import AnnotatedAct
from riskscan.text import Assumption, Document
from riskscan.text.document import AssumedKind
from riskscan.text.misread import count_misread

_DECLARED: dict[str, tuple[Language, AssumedKind]] = {
    "ru": ("kk", "declared-ru-read-kk"),
    "kk": ("ru", "declared-kk-read-ru"),
}


def provisions_read(text: AnnotatedAct) -> Stretches:
    """The own texts of the provisions, each of which is in one language."""
    starts = [each.text.start for each in text.act.provisions if each.text.start < each.text.end]
    firsts = np.unique(text.tokens.starts.searchsorted(np.array([0, *starts], dtype=np.int32)))
    return Stretches(text.tokens, firsts[firsts < len(text.tokens)].astype(np.int32))


def assumptions(
    document: Document, text: AnnotatedAct, provisions: Stretches, options: Options
) -> Iterator[Assumption]:
    """What the reader of the report must know was assumed: nothing of it changes the document."""
    yield from document.assumed
    counts: dict[AssumedKind, int] = {
        "misread-kz-1048": count_misread(document.text),
        "latin-kazakh": latin_kazakh_words(text.tokens),
        "mixed-language": provisions.mixed,
    }
    if options.language in _DECLARED:
        other, kind = _DECLARED[options.language]
        found = provisions.words
        if 2 * found.get(other, 0) > sum(found.values()):
            counts[kind] = found[other]
    yield from (Assumption(kind, count) for kind, count in counts.items() if count)
