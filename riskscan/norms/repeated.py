"""One norm written twice: the same words in two provisions of one document of an act.

Only whole sentences long enough to be a norm count, and none that leans on what stands around it: a
list, a line that introduces it, «указанный», «такой».
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from riskscan.norms.concepts import Own
from riskscan.norms.facts import Fact, OtherPlace, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ZoneKind

_LONG = 12  # tokens


def repeated_norms(reader: NormReader) -> Iterator[Sighting]:
    """The later of two sentences with the same words, when both say a norm."""
    first: dict[tuple[int, bytes], int] = {}
    for sentence, words in _written(reader):
        key = reader.document(int(reader.text.provisions[sentence])), words
        earlier = first.setdefault(key, sentence)
        if earlier == sentence or not _stands_alone(reader, earlier, sentence):
            continue
        frame = next((each for each in reader.frames(sentence) if not each.embedded), None)
        if frame is None:
            continue
        place = OtherPlace(int(reader.text.provisions[earlier]), reader.sentence_span(earlier))
        begin = reader.text.sentence_tokens(sentence)[0]
        span = reader.text.tokens.span(begin, begin + _LONG)  # enough to know it by
        yield Sighting(Fact.REPEATED_NORM, sentence, span, (place,), frame=frame)


def _written(reader: NormReader) -> Iterator[tuple[int, bytes]]:
    """The long sentences whose words another one may have, each with its words to compare."""
    text = reader.text
    bounds, types = text.sentences, text.tokens.types
    long = ((np.diff(bounds) >= _LONG) & (text.provisions >= 0)).nonzero()[0]
    if len(long) < 2:
        return
    # equal words have equal sums; the closing mark may differ
    sums = np.add.reduceat(types.astype(np.int64), bounds[:-1])[long] - types[bounds[long + 1] - 1]
    _, kinds, counts = np.unique(sums, return_inverse=True, return_counts=True)
    for sentence in long[counts[kinds] > 1].tolist():
        provision = reader.act.provisions[int(text.provisions[sentence])]
        if provision.zone is ZoneKind.NORM:
            yield sentence, types[bounds[sentence] : bounds[sentence + 1] - 1].tobytes()


def _stands_alone(reader: NormReader, *sentences: int) -> bool:
    """Whether sentences mean the same wherever they stand: in two provisions, and by themselves."""
    provisions = [int(reader.text.provisions[sentence]) for sentence in sentences]
    return (
        len(set(provisions)) == len(provisions)
        and all(reader.lead_in(provision) is None for provision in provisions)
        and not any(map(reader.introduces, provisions))
        and not reader.table.has(sentences[0], Own.ANAPHOR)
    )
