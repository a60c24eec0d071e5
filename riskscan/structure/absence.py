"""Absence: which cited units are surely not in this act. What cannot be told is no absence.

An excerpt, a unit whose number was read amiss and a citation of another act all look as if
something were missing; so the numbering around the place must be whole, and the number must stand
nowhere in the text as a label would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from riskscan.structure.citations import Citation
from riskscan.structure.model import ANNEXED, Act, Provision, ProvisionKind, ZoneKind
from riskscan.structure.numbering import is_first, key
from riskscan.structure.resolution import cited_from, inside, instrument_of, resolve, units

_Kind = ProvisionKind
_FEWEST = {_Kind.ARTICLE: 4, _Kind.POINT: 4, _Kind.SUBPOINT: 2, _Kind.CHAPTER: 2, _Kind.ANNEX: 2}
_AMENDING = frozenset({ZoneKind.INSERTED, ZoneKind.INSTRUCTION, ZoneKind.CURRENT})
# How a unit's number stands in a text that was not split into units: "… 14. Комиссия …".
_LABELS = {
    _Kind.ARTICLE: r"(?i:статья)\s+{n}\b|\b{n}-?\s?(?i:бап)\b",
    _Kind.POINT: r"(?m:^|[.;:»|])[\s|]*{n}(?:\s?\.(?!\d)|\s+[А-ЯЁӘҒҚҢӨҰҮҺІ])",
    _Kind.SUBPOINT: r"(?m:^|[.;:»|])\s*{n}\s?\)",
    _Kind.CHAPTER: r"(?i:глава|раздел)\s+{n}\b|\b{n}-?\s?(?i:тарау|бөлім)\b",
    _Kind.ANNEX: r"(?m:^[\s|]*(?i:приложение)\s+(?:№\s*)?{n}\b)|\b{n}-?\s?(?i:қосымша)\b",
}
_KAZAKH_POINT = re.compile("тарма[қғ]", re.I)
# A Russian citation names its act behind itself, a Kazakh one before.
_CLOSING_RU = re.compile(r"[,.;)](?:\s|$)")
_OPENING_KK = re.compile(r"(?:^|[.;:,(]\s*)$")
_NEAR = 3  # characters
_ITEM = re.compile(r"\d\s?\)")


@dataclass(frozen=True, slots=True)
class Absent:
    """A cited unit that is not there, and the last one of its kind that is."""

    kind: ProvisionKind
    number: str
    last: Provision


def absent(act: Act, citation: Citation, at: int) -> Absent | None:
    """The unit that a citation standing in provision ``at`` names and this act surely lacks."""
    if not citation.steps or not _is_of_this_act(act, citation) or resolve(act, citation, at):
        return None
    scope, steps = _start(act, citation, act.provisions[at])
    if scope is None or _is_amending(act, scope):
        return None
    for kind, number in steps:
        if kind not in _FEWEST or not number:
            return None
        found = inside(act, scope, kind, number)
        if found is None:
            return _missing(act, scope, kind, number)
        scope = found
    return None


def _is_of_this_act(act: Act, citation: Citation) -> bool:
    """Whether a citation says «настоящих Правил», or names a point and can name no other act."""
    if citation.internal is not None or citation.steps[0][0] is not _Kind.POINT:
        return bool(citation.internal)
    view = act.document.view
    begin, end = view.span_from_source(citation.span)
    before, after = view.text[max(0, begin - _NEAR) : begin], view.text[end : end + _NEAR]
    if _KAZAKH_POINT.search(view.text, begin, end):
        return _OPENING_KK.search(before) is not None
    return _CLOSING_RU.match(after) is not None


def _start(
    act: Act, citation: Citation, here: Provision
) -> tuple[Provision | None, tuple[tuple[ProvisionKind, str], ...]]:
    """Where the largest unit cited with a number must be, and the steps to look for there."""
    kind, number = citation.steps[0]
    if kind is _Kind.SUBPOINT or (kind is _Kind.POINT and _counts_anew(act, here)):
        return None, ()
    if not number and kind is not _Kind.ANNEX:
        return cited_from(act, here, kind), citation.steps[1:]
    return instrument_of(act, here), citation.steps


def _counts_anew(act: Act, here: Provision) -> bool:
    """Whether points are counted from one in every article or chapter of an instrument."""
    points = [p.number for p in units(act, instrument_of(act, here), _Kind.POINT)]
    return points.count("1") > 1


def _is_amending(act: Act, scope: Provision) -> bool:
    """Whether new wording of another act stands there, or a piece of it was left out."""
    return any(
        provision.zone in _AMENDING or provision.fragment
        for provision in act.provisions[scope.index : scope.last]
    )


def _missing(act: Act, scope: Provision, kind: ProvisionKind, number: str) -> Absent | None:
    if not number.replace("-", "").isdecimal() or _is_range(number):
        return None
    near = act.provisions[0] if kind is _Kind.ANNEX else scope
    kinds = ANNEXED if kind is _Kind.ANNEX else {kind}
    there = [p for p in units(act, scope, kind) if p.kind in kinds and p.number]
    if not there and near is not scope:
        there = [p for p in units(act, near, kind) if p.kind in kinds and p.number]
    unlisted = kind is _Kind.SUBPOINT and not there and _is_full(act, scope)
    if not unlisted and not _is_whole([str(p.number) for p in there], _FEWEST[kind]):
        return None
    text = act.document.view.text
    begin, end = act.document.view.span_from_source(near.span)
    if re.compile(_LABELS[kind].format(n=re.escape(number))).search(text, begin, end):
        return None
    last = max(there, key=lambda p: key(str(p.number)), default=scope)
    return Absent(kind, number, last)


def _is_full(act: Act, point: Provision) -> bool:
    """Whether a point ends as a sentence does and so has no list that an excerpt left out."""
    begin, end = act.document.view.span_from_source(point.span)
    words = act.document.view.text[begin:end].rstrip()
    return words.endswith(".") and ":" not in words and not _ITEM.search(words)


def _is_range(number: str) -> bool:
    """«38-40-баптар»: read as a number inserted after another, it may be a stretch of them."""
    first, *inserted = key(number)
    return bool(inserted) and inserted[0] > first


def _is_whole(numbers: list[str], fewest: int) -> bool:
    """«1, 2, 2-1, 3»: from the first on, nothing skipped, nothing counted anew."""
    counted = [key(number) for number in numbers if number.replace("-", "").isdecimal()]
    if len(counted) < fewest or len(counted) < len(numbers) or not is_first(numbers[0]):
        return False
    return all(before < this and this[0] - before[0] <= 1 for before, this in pairwise(counted))
