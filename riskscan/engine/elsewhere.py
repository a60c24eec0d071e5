"""What other sentences say of the words in question: «справку, указанную в пункте 4, дает система».

A sentence is about a provision when it cites it, and about a thing when it names what the thing is
of («справка о доходах» – «доходы отдел видит в базе») or the thing itself and nothing more
(«справку портал получает сам»), or points back to the sentence before («такие справки …»).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from riskscan.engine.guards import Site
from riskscan.language.model import NOUNS, Reading
from riskscan.norms.concepts import Own
from riskscan.norms.distant import names_action

_ADJECTIVES = frozenset({"ADJ", "DET"})
_OPENING = 6  # tokens
_STEM = 7  # letters that «порядочный» and «порядочность» share, and «порядок» does not
_Word = tuple[int, str, bool]


def said_of(site: Site, said: Collection[int]) -> bool:
    """Whether any of some sentences is about the provision of a site or about its words."""
    reader = site.reader
    following = _pointing_back(site)
    if any(sentence in said for sentence in (*reader.citing(site.provision), *following)):
        return True
    near = reader.sentences_between(*reader.article(site.provision))
    names = _repeats(site) if site.phrase is not None else _names_action(site)
    return any(
        sentence in near and sentence != site.sentence and names(sentence) for sentence in said
    )


def _pointing_back(site: Site) -> list[int]:
    """The next sentence, when it opens by pointing back: «такое требование предъявляется …»."""
    text, table = site.reader.text, site.reader.table
    for sentence in range(site.sentence + 1, len(text.sentences) - 1):
        if text.provisions[sentence] >= 0:  # not «6.»: a label
            opening = int(text.sentences[sentence]) + _OPENING
            hits = table.concept(sentence, Own.ANAPHOR)
            return [sentence] if any(hit.start < opening for hit in hits) else []
    return []


def _names_action(site: Site) -> Callable[[int], bool]:
    """«изъятие проводится …»: whether a sentence names what a frame does."""
    table, frame = site.reader.table, site.frame
    return lambda sentence: frame is not None and names_action(table.of(sentence), frame.actions)


def _repeats(site: Site) -> Callable[[int], bool]:
    """Whether a sentence names what a phrase names."""
    phrase = site.phrase
    kinds = NOUNS | _ADJECTIVES
    words = _stems(site, phrase.mark, phrase.shown, kinds) if phrase is not None else []
    return lambda sentence: bool(words) and _about(site, sentence, words)


def _stems(site: Site, first: int, last: int, kinds: frozenset[str]) -> list[_Word]:
    """The words of some kinds among tokens: where each is, its stem, and whether it is a noun."""
    return [
        (place, reading.lemma[:_STEM], reading.pos in NOUNS)
        for place, reading in _read(site, first, last)
        if reading.pos in kinds or "VerbForm=Part" in reading.features
    ]


def _about(site: Site, sentence: int, words: list[_Word]) -> bool:
    begin, end = site.reader.text.sentence_tokens(sentence)
    theirs = _stems(site, begin, end, NOUNS | _ADJECTIVES)
    stems = {stem for _, stem, _ in theirs}
    if len(words) > 1 and stems.issuperset(stem for _, stem, _ in words):
        return True
    named = [stem for _, stem, noun in words if noun] or [words[0][1]]
    head, matter = named[0], named[-1]
    if matter != head and matter in stems:
        return True
    return any(stem == head and not _specified(site, place + 1) for place, stem, _ in theirs)


def _specified(site: Site, token: int) -> bool:
    """Whether what follows a noun says of what: «справку о доходах», «опыт работы»."""
    following = next(_read(site, token, token + 1), None)
    if following is None:
        return False
    reading = following[1]
    return reading.pos == "ADP" or (
        reading.pos in NOUNS | _ADJECTIVES and "Case=Gen" in reading.features
    )


def _read(site: Site, first: int, last: int) -> Iterator[tuple[int, Reading]]:
    tokens = site.reader.text.tokens
    for place in range(first, min(last, len(tokens))):
        readings = tokens.readings(place)
        if readings:
            yield place, readings[0]
