"""Terms that an act explains and never names again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.language.model import normalise
from riskscan.norms.entire import is_entire
from riskscan.norms.facts import Fact, Sighting
from riskscan.norms.reader import NormReader
from riskscan.structure.model import ITEMS, Definition, ZoneKind
from riskscan.structure.words import occurrences
from riskscan.text import Span

_WORD = re.compile(r"[^\W\d_]+")
_OTHER = re.compile(r"[(),]")
_BETWEEN = r"[^\w.;:]{1,3}"
_MOST = 4  # words of a term that is repeated as it stands
_ENDING = 3  # letters that may change from form to form
_LEAST = 3  # letters that must not


def unused_terms(reader: NormReader) -> Iterator[Sighting]:
    """The explained terms, one by one, that under none of their names stand anywhere else."""
    explained = [d for d in reader.act.definitions if _is_explained(reader, d)]
    if not explained or not is_entire(reader.act):
        return
    view, tokens = reader.text.view, reader.text.tokens
    text = normalise(view.text)
    for definition in explained:
        own = Span(*view.span_from_source(_own(reader, definition)))
        patterns = [_pattern(name) for name in _names(definition)]
        first, last = tokens.between(definition.span)
        if first == last or any(p is None or _stands(text, p, own) for p in patterns):
            continue
        words = tokens.span(first, last)
        yield Sighting(Fact.UNUSED_TERM, reader.sentence_at(first), words, ())


def _is_explained(reader: NormReader, definition: Definition) -> bool:
    return reader.act.provisions[definition.provision].zone is ZoneKind.DEFINITION


def _own(reader: NormReader, definition: Definition) -> Span:
    """Where the term itself is explained."""
    provision = reader.act.provisions[definition.provision]
    return provision.span if provision.kind in ITEMS else definition.span


def _names(definition: Definition) -> list[str]:
    """«преимущество (приоритет)», «поля ассенизации, поля запахивания»: any of them may be used."""
    written = ",".join(filter(None, (definition.term, definition.short)))
    return [name for name in _OTHER.split(written) if name.strip()]


def _pattern(name: str) -> tuple[str, re.Pattern[str]] | None:
    """The first stem of a name, and the pattern of all its forms; None when it is too long."""
    words = _WORD.findall(normalise(name))
    if not 0 < len(words) <= _MOST:
        return None
    stems = [word[: max(_LEAST, len(word) - _ENDING)] for word in words]
    return stems[0], re.compile(_BETWEEN.join(rf"\b{re.escape(stem)}\w*" for stem in stems))


def _stands(text: str, name: tuple[str, re.Pattern[str]], own: Span) -> bool:
    stem, pattern = name
    return any(
        not own.start <= place < own.end and pattern.match(text, place)
        for place in occurrences(text, stem)
    )
