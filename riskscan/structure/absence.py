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
_FEWEST = {
    _Kind.SECTION: 2,
    _Kind.CHAPTER: 2,
    _Kind.PARAGRAPH: 2,
    _Kind.ARTICLE: 3,
    _Kind.POINT: 3,
    _Kind.SUBPOINT: 2,
    _Kind.ANNEX: 2,
}
_EXCERPTED = frozenset({_Kind.ARTICLE, _Kind.POINT})  # of which some may be all that is shown
_UNOWNED = frozenset({_Kind.SECTION, _Kind.CHAPTER, _Kind.PARAGRAPH, _Kind.POINT, _Kind.ANNEX})
"""What a citation without the name of an act means in its own act."""
_COUNTED = {_Kind.PART: 0, _Kind.INDENT: 1}  # and how many more there may be as one counts
_AMENDING = frozenset({ZoneKind.INSERTED, ZoneKind.INSTRUCTION, ZoneKind.CURRENT})
# How a unit's number stands in a text that was not split into units: "… 14. Комиссия …".
_LABELS = {
    _Kind.ARTICLE: r"(?i:статья)\s+{n}\b|\b{n}-?\s?(?i:бап)\b",
    _Kind.POINT: r"(?m:^|[.;:»|])[\s|]*{n}(?:\s?\.(?!\d)|\s+[А-ЯЁӘҒҚҢӨҰҮҺІ])",
    _Kind.SUBPOINT: r"(?m:^|[.;:»|])\s*{n}\s?\)",
    _Kind.SECTION: r"(?i:раздел)\s+{n}\b|\b{n}-?\s?(?i:бөлім)\b",
    _Kind.CHAPTER: r"(?i:глава|раздел)\s+{n}\b|\b{n}-?\s?(?i:тарау|бөлім)\b",
    _Kind.PARAGRAPH: r"(?i:параграф|§)\s*{n}\b|\b{n}-?\s?(?i:параграф)\b",
    _Kind.ANNEX: r"(?m:^[\s|]*(?i:приложение)\s+(?:№\s*)?{n}\b)|\b{n}-?\s?(?i:қосымша)\b",
}
_KAZAKH_UNIT = re.compile("тарма[қғ]|тарау|бөлім|-параграф", re.I)
# «пункта 12 Правил»: they have no title, so in rules they are these.
_OWN_NAMES = (
    ("rules", re.compile(r"\b(?:Правил|Регламент|Требовани|Порядк|Қағида|Талаптар|Тәртіп)")),
    ("regulation", re.compile(r"\b(?:Положени|Ереже)")),
    ("instruction", re.compile(r"\b(?:Инструкци|Нұсқаулық)")),
    ("methodology", re.compile(r"\b(?:Методик|Әдістеме)")),
    ("standard", re.compile(r"\bСтандарт")),
)
_MODEL = re.compile(r"\b(?:[Тт]ипов|[Үү]лгілік)")  # rules after which these are made
# A Russian citation names its act behind itself, a Kazakh one before.
_CLOSING_RU = re.compile(
    r"[,.;)](?:\s|$)|\s+(?:(?:в|во|на|с|со|за|к|от|до|при|для|о|об|без|не)\b"
    r"|[а-яё]+(?:[еёию]т|[ая]т|ют|ут)(?:ся)?\b)"
)
_OPENING_KK = re.compile(r"(?:^|[.;:,(]\s*)$")
_UNNAMED_KK = re.compile(r"(?:^|[^\w»\"”)])(?!\w*(?:[нтд][ыі]ң|\d)\s)[а-яёәғқңөұүһі]{3,}\s+$", re.I)
_NEAR = 30  # characters
_REMOVED = re.compile(
    r"\W*(?:исключ[её]н\w*|утратил\w*\s+силу|алы(?:п|нып)\s+тасталды|күші\s+жойылды)"
    r"(?!\s+из\b)(?:\W*\Z|\s+(?:в\s+соотв|зак|прик|пост|реш)|\s*[–—.(-])",
    re.I,
)
_LETTERS = "абвгдежзиклмнопрст"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ITEM = re.compile(r"\d\s?\)")
_UNCOUNTABLE = re.compile(r"[:|]|\d\s?\)")  # lists, tables and formulas


@dataclass(frozen=True, slots=True)
class Absent:
    """A cited unit that is not there, and the last one of its kind that is."""

    kind: ProvisionKind
    number: str
    last: Provision


def absent(act: Act, citation: Citation, at: int) -> Absent | None:
    """The unit that a citation standing in provision ``at`` names and this act surely lacks."""
    if not citation.steps or not _is_of_this_act(act, citation):
        return None
    meant = resolve(act, citation, at)
    if meant:
        return _removed(act, act.provisions[meant[0]], act.provisions[at])
    scope, steps = _start(act, citation, act.provisions[at])
    if scope is None or _is_amending(act, scope):
        return None
    for kind, number in steps:
        if not number or kind not in {*_FEWEST, *_COUNTED}:
            return None
        found = inside(act, scope, kind, number)
        if found is None and kind in _COUNTED:
            return _uncounted(act, scope, kind, number)
        if found is None:
            fewest = _FEWEST[kind] + (citation.internal is None and kind in _EXCERPTED)
            return _missing(act, scope, kind, number, fewest, at)
        scope = found
    return None


def _is_of_this_act(act: Act, citation: Citation) -> bool:
    """Whether a citation says «настоящих Правил», or names a point and can name no other act."""
    if citation.internal is not None:
        return citation.internal
    view = act.document.view
    begin, end = view.span_from_source(citation.span)
    if _MODEL.search(view.text, begin, end):
        return False
    named = [kind for kind, name in _OWN_NAMES if name.search(view.text, begin, end)]
    if named and act.kind not in {*named, "unknown"}:
        return False
    if not named and citation.steps[0][0] not in _UNOWNED:
        return False
    before, after = view.text[max(0, begin - _NEAR) : begin], view.text[end : end + _NEAR]
    if _KAZAKH_UNIT.search(view.text, begin, end):
        if not named and not view.text[begin].isdigit():  # «министрлік туралы ереженің …»
            return False
        alone = _OPENING_KK.search(before) or _UNNAMED_KK.search(before)
        return alone is not None
    return _CLOSING_RU.match(after) is not None


def _removed(act: Act, meant: Provision, here: Provision) -> Absent | None:
    """«3. Исключен …»: only the number is left of it; what is removed too cites nothing."""
    view = act.document.view
    if not meant.number or meant.zone in _AMENDING or here.zone in _AMENDING:
        return None
    gone = _REMOVED.match(view.text, *view.span_from_source(meant.text)) is not None
    return Absent(meant.kind, meant.number, meant) if gone else None


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


def _siblings(numbers: list[str], number: str) -> tuple[list[str], str]:
    """«2.1», «2.2» beside «2.9», letters beside a letter: each as a number by itself."""
    group, dot, _ = number.rpartition(".")
    if dot:
        numbers = [each for each in numbers if each.startswith(group + dot)]
    return [_plain(each, group + dot) for each in numbers], _plain(number, group + dot)


def _plain(number: str, group: str) -> str:
    own = number.removeprefix(group)
    if len(own) == 1 and own in _LETTERS:
        return str(_LETTERS.index(own) + 1)
    return str(_ROMAN.index(own) + 1) if own in _ROMAN else own


def _missing(
    act: Act, scope: Provision, kind: ProvisionKind, number: str, fewest: int, at: int
) -> Absent | None:
    if _is_range(number):
        return None
    near = act.provisions[0] if kind is _Kind.ANNEX else scope
    kinds = ANNEXED if kind is _Kind.ANNEX else {kind}
    there = [p for p in units(act, scope, kind) if p.kind in kinds and p.number]
    if not there and near is not scope:
        there = [p for p in units(act, near, kind) if p.kind in kinds and p.number]
    unlisted = kind is _Kind.SUBPOINT and not there and _is_full(act, scope)
    only = _only_annex(act, number, at) if kind is _Kind.ANNEX and not there else None
    numbers, sought = _siblings([str(p.number) for p in there], number)
    counted = _is_whole(numbers, fewest) and sought.replace("-", "").isdecimal()
    if not unlisted and only is None and not counted:
        return None
    text = act.document.view.text
    begin, end = act.document.view.span_from_source(near.span)
    if re.compile(_LABELS[kind].format(n=re.escape(number))).search(text, begin, end):
        return None
    last = only or max(there, key=lambda p: key(str(p.number)), default=scope)
    return Absent(kind, number, last)


def _uncounted(act: Act, scope: Provision, kind: ProvisionKind, number: str) -> Absent | None:
    """«часть четвертая пункта 4», which has two; of a list nobody knows what counts as one."""
    below = act.provisions[scope.index + 1 : scope.last]
    if scope.kind is not _Kind.POINT or any(p.kind is not _Kind.INDENT for p in below):
        return None
    text = act.document.view.text
    begin, end = act.document.view.span_from_source(scope.span)
    if not number.isdecimal() or not text[begin:end].rstrip().endswith("."):
        return None
    if _UNCOUNTABLE.search(text, begin, end):
        return None
    return Absent(kind, number, scope) if int(number) > len(below) + 1 + _COUNTED[kind] else None


def _only_annex(act: Act, number: str, at: int) -> Provision | None:
    """The annex without a number beside which the act before it can have no second one."""
    annexes = [p for p in units(act, act.provisions[0], _Kind.ANNEX) if p.kind in ANNEXED]
    if len(annexes) != 1 or annexes[0].kind is not _Kind.ANNEX or annexes[0].number is not None:
        return None
    if annexes[0].index <= at:
        return None
    return annexes[0] if number.isdecimal() and int(number) > 1 else None


def _is_full(act: Act, point: Provision) -> bool:
    """Whether a point ends as a sentence does and so has no list that an excerpt left out."""
    begin, end = act.document.view.span_from_source(point.span)
    words = act.document.view.text[begin:end].rstrip()
    return words.endswith(".") and ":" not in words and not _ITEM.search(words)


def _is_range(number: str) -> bool:
    """«38-40-баптар»: read as a number inserted after another, it may be a stretch of them."""
    if not number.replace("-", "").isdecimal():
        return False
    first, *inserted = key(number)
    return bool(inserted) and inserted[0] > first


def _is_whole(numbers: list[str], fewest: int) -> bool:
    """«1, 2, 2-1, 3»: from the first on, nothing skipped, nothing counted anew."""
    counted = [key(number) for number in numbers if number.replace("-", "").isdecimal()]
    if len(counted) < fewest or len(counted) < len(numbers) or not is_first(numbers[0]):
        return False
    return all(before < this and this[0] - before[0] <= 1 for before, this in pairwise(counted))
