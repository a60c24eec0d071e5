"""What citations of both languages are made of: steps, numbers, chains of steps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from riskscan.structure.model import ProvisionKind, Steps
from riskscan.structure.numbering import normal
from riskscan.structure.ordinals import ORDINAL_KK, ORDINAL_RU, ordinal_number
from riskscan.text import Span

QUOTED = r"(?:«[^»]{2,400}»{1,2}|\"[^\"]{2,400}\"|“[^”]{2,400}”)"
_MOST = 100  # targets of one expression: «пункты 1–99»
_NUMBER = re.compile(r"\d{1,4}(?:-\d{1,3})*(?:\.\d{1,3})*|[а-яё](?=\))|[IVX]+")
_RANGE = re.compile(r"(\d{1,4})\)?\s*[–—-]\s*(\d{1,4})\)?")
_ORDINAL = re.compile(rf"(?:{ORDINAL_RU}|{ORDINAL_KK})", re.I)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited provision.

    ``steps`` go from large to small; a number "" is the unit the citation itself stands in
    («настоящей статьи»), or for an annex the only one. A «часть» is a PART step: the paragraph of
    a point or the numbered part of an article, as the act has it. ``internal`` is True when the
    text says «настоящий», False when it names another act, None when it names none.
    """

    span: Span
    steps: Steps
    internal: bool | None
    act_title: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One unit of a citation with the numbers listed for it; ``here``: «настоящей статьей»."""

    kind: ProvisionKind
    numbers: tuple[str, ...]
    here: bool
    start: int
    end: int


def combined(
    span: Span, steps: Iterable[Step], internal: bool | None, title: str | None
) -> Iterator[Citation]:
    """One citation for each combination of the numbers listed; the steps large to small."""
    choices = [[(step.kind, number) for number in step.numbers] for step in steps]
    for count, chosen in enumerate(product(*choices)):
        if count == _MOST:
            return
        yield Citation(span, chosen, internal, title)


def chained(steps: Iterable[Step], follows: Callable[[Step, Step], bool]) -> Iterator[list[Step]]:
    """Runs of steps of which each ``follows`` the one before."""
    chain: list[Step] = []
    for step in steps:
        if chain and not follows(chain[-1], step):
            yield chain
            chain = []
        chain.append(step)
    if chain:
        yield chain


def numbers_in(written: str, *, plural: bool = False) -> tuple[str, ...]:
    """The numbers of «1), 2) и 5)», «5–7», «второй и третьей».

    After a word in the plural a hyphen makes a range («пунктами 5-7»), else an inserted number.
    """
    if _NUMBER.search(written) is None:
        return tuple(filter(None, map(ordinal_number, _ORDINAL.findall(written))))
    numbers: list[str] = []
    place = 0
    while place < len(written):
        stretch = _RANGE.match(written, place)
        found = _NUMBER.match(written, place)
        if stretch and _is_range(stretch, plural=plural):
            numbers += map(str, range(int(stretch[1]), int(stretch[2]) + 1))
            place = stretch.end()
        elif found:
            numbers.append(normal(found.group()))
            place = found.end()
        else:
            place += 1
    return tuple(numbers)


def _is_range(found: re.Match[str], *, plural: bool) -> bool:
    first, last = int(found[1]), int(found[2])
    dashed = any(mark in found.group() for mark in "–—)")
    return (dashed or plural) and first < last <= first + _MOST


_SIZES = {
    kind: size
    for size, kind in enumerate(
        (
            ProvisionKind.INDENT,
            ProvisionKind.SUBPOINT,
            ProvisionKind.PART,
            ProvisionKind.POINT,
            ProvisionKind.ARTICLE,
            ProvisionKind.PARAGRAPH,
            ProvisionKind.CHAPTER,
            ProvisionKind.SUBSECTION,
            ProvisionKind.SECTION,
            ProvisionKind.ANNEX,
        )
    )
}
_ANY_ORDER = frozenset({ProvisionKind.PART, ProvisionKind.SUBPOINT, ProvisionKind.POINT})


def is_larger(kind: ProvisionKind, than: ProvisionKind) -> bool:
    """Whether a unit may hold the other; «пункта 3 части 2» and «части 2 пункта 3» both occur."""
    if kind is than:
        return False
    return _SIZES[kind] > _SIZES[than] or (kind in _ANY_ORDER and than in _ANY_ORDER)


def title_in(name: str) -> str:
    """The title of an act inside its quotes, or the whole name."""
    quoted = re.search(QUOTED, name)
    return quoted.group()[1:-1].strip('«»"') if quoted else name.strip()
