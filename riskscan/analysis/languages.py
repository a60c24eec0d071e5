"""Which languages an act is in, and what was assumed to read it in them."""

from __future__ import annotations

from collections.abc import Iterator

from riskscan.analysis.options import Options
from riskscan.language.identify import Language, latin_kazakh_words
from riskscan.language.model import AnnotatedAct
from riskscan.text import Assumption, Document
from riskscan.text.document import AssumedKind
from riskscan.text.misread import count_misread

_DECLARED: dict[str, tuple[Language, AssumedKind]] = {
    "ru": ("kk", "declared-ru-read-kk"),
    "kk": ("ru", "declared-kk-read-ru"),
}


def assumptions(document: Document, text: AnnotatedAct, options: Options) -> Iterator[Assumption]:
    """What the reader of the report must know was assumed: nothing of it changes the document."""
    yield from document.assumed
    counts: dict[AssumedKind, int] = {
        "misread-kz-1048": count_misread(document.text),
        "latin-kazakh": latin_kazakh_words(text.tokens),
        "mixed-language": text.stretches.mixed,
    }
    if options.language in _DECLARED:
        other, kind = _DECLARED[options.language]
        found = text.stretches.words
        if 2 * found.get(other, 0) > sum(found.values()):
            counts[kind] = found[other]
    yield from (Assumption(kind, count) for kind, count in counts.items() if count)
