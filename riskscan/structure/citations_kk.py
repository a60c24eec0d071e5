"""Kazakh citations: the act first, then units from large to small."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riskscan.structure.citation_steps import (
    QUOTED,
    Citation,
    Step,
    chained,
    combined,
    is_larger,
    numbers_in,
    title_in,
)
from riskscan.structure.model import ProvisionKind
from riskscan.structure.ordinals import ORDINAL_KK
from riskscan.text import Span

_UNITS = {
    "тармақша": ProvisionKind.SUBPOINT,
    "тармақ": ProvisionKind.POINT,
    "тармағ": ProvisionKind.POINT,
    "бап": ProvisionKind.ARTICLE,
    "баб": ProvisionKind.ARTICLE,
    "бөлік": ProvisionKind.PART,
    "бөліг": ProvisionKind.PART,
    "абзац": ProvisionKind.INDENT,
    "азатжол": ProvisionKind.INDENT,
    "тарау": ProvisionKind.CHAPTER,
    "параграф": ProvisionKind.PARAGRAPH,
    "бөлім": ProvisionKind.SECTION,
    "қосымша": ProvisionKind.ANNEX,
}
_NAMES = "|".join(_UNITS)
_JOIN = r"(?:\s*,\s*|\s*[–—]\s*|\s+(?:және|немесе|мен)\s+)"
_ONE = r"(?:\d{1,4}(?:-\d{1,3})?\)?(?:-)?|[а-я]\))"
_STEP = re.compile(
    rf"(?<![\w-])(?:осы\s+(?P<here>{_NAMES})\w*"
    rf"|(?P<ordinals>(?:{ORDINAL_KK})(?:{_JOIN}(?:{ORDINAL_KK}))*)\s+(?P<ordunit>бөлі[кг]|абзац)\w*"
    rf"|(?P<numbers>{_ONE}(?:{_JOIN}{_ONE})*)\s?-?(?P<unit>{_NAMES})\w*)",
    re.I,
)
_ACT_NOUNS = (
    "Заң|[Кк]одекс|Конституция|Қағида|қағида|Ереже|ереже|Нұсқаулық|нұсқаулық|Әдістеме|әдістеме"
    "|Стандарт|стандарт|бұйрық|бұйрығ|қаулы|шешім|Жарлы|Талаптар|Тәртіптің|Регламенттің"
    "|Жарғының|Нормалардың|Тізбенің|Өлшемшарттардың"
)
_ACT = re.compile(
    rf"(?:(?P<this>[Оо]сы)\s+|(?P<that>көрсетілген|аталған)\s+|(?P<title>{QUOTED})\s+"
    rf"(?:Қазақстан\s+Республикасы(?:ның)?\s+(?:[\w.-]+\s+){{0,3}})?)?"
    rf"(?P<name>(?:[А-ЯӘҒҚҢӨҰҮҺІ]\w+\s+){{0,3}}?(?:{_ACT_NOUNS})\w*)\s+$",
)
_STATUTE = re.compile("Заң|[Кк]одекс|Конституция")
_BEFORE = 300  # characters before a Kazakh citation in which its act is named


def kazakh(text: str, start: int, end: int) -> Iterator[Citation]:
    """The Kazakh citations in ``text[start:end]``."""
    steps = [_step(found) for found in _STEP.finditer(text, start, end)]
    for chain in chained(steps, lambda last, step: _follows(text, last, step)):
        first = chain[0].start
        head = max(start, first - _BEFORE)
        named = _ACT.search(text[head:first])
        internal: bool | None = True if chain[0].here else None
        title = None
        if named and internal is None:
            first = head + named.start()
            if named["this"]:
                internal = True
            elif named["title"] or named["that"] or _STATUTE.search(named["name"]):
                internal, title = False, title_in(named["title"] or named["name"])
        yield from combined(Span(first, chain[-1].end), chain, internal, title)


def _step(found: re.Match[str]) -> Step:
    word = (found["here"] or found["ordunit"] or found["unit"]).lower()
    kind = next(kind for name, kind in _UNITS.items() if word.startswith(name))
    if found["here"]:
        return Step(kind, ("",), True, found.start(), found.end())
    numbers = numbers_in(found["numbers"] or found["ordinals"])
    return Step(kind, numbers, False, found.start(), found.end())


def _follows(text: str, last: Step, step: Step) -> bool:
    """«12-тармақтың 3) тармақшасы»: blanks between, and the next unit is smaller."""
    return text[last.end : step.start].isspace() and is_larger(last.kind, step.kind)
