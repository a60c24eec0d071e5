"""Resolution: which provisions of the same document a citation means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from riskscan.structure.citations import Citation
from riskscan.structure.model import Act, Provision, ProvisionKind, ZoneKind

_RANKS = {kind: rank for rank, kind in enumerate(ProvisionKind)}
_CONTAINERS = frozenset({ProvisionKind.ACT, ProvisionKind.INSTRUMENT, ProvisionKind.ANNEX})
_WHOLE = frozenset({ProvisionKind.ACT, ProvisionKind.INSTRUMENT})
_POINTS = frozenset({ProvisionKind.POINT, ProvisionKind.SUBPOINT, ProvisionKind.ARTICLE})


def resolve(act: Act, citation: Citation, at: int) -> tuple[int, ...]:
    """The indexes of the provisions a citation standing in provision ``at`` means.

    Empty when it names another act or nothing with that number is there. A citation of a whole
    act («настоящими Правилами») gives the instrument it stands in.
    """
    if citation.internal is False:
        return ()
    here = act.provisions[at]
    if not citation.steps:
        return (instrument_of(act, here).index,) if citation.internal else ()
    (kind, number), *rest = _steps(act, citation, here)
    found = _first(act, here, kind, number, whole=citation.internal is True)
    for kind, number in rest:
        if found is None:
            return ()
        found = inside(act, found, kind, number, quoted=here.zone is ZoneKind.INSERTED)
    return (found.index,) if found is not None else ()


def _steps(act: Act, citation: Citation, here: Provision) -> tuple[tuple[ProvisionKind, str], ...]:
    """The steps of a citation that can be taken.

    «пункт 13 настоящей главы» in an extract without the chapter's heading is point 13 of it.
    """
    (kind, number), *rest = citation.steps
    unheaded = not number and kind is not ProvisionKind.ANNEX
    if rest and unheaded and cited_from(act, here, kind) is None:
        return tuple(rest)
    return citation.steps


def _lineage(act: Act, provision: Provision) -> Iterator[Provision]:
    yield provision
    yield from act.ancestors(provision.index)


def instrument_of(act: Act, provision: Provision) -> Provision:
    """The act or approved rules a provision stands in."""
    return next(p for p in _lineage(act, provision) if p.kind in _WHOLE)


def _first(
    act: Act, here: Provision, kind: ProvisionKind, number: str, *, whole: bool
) -> Provision | None:
    """The largest unit cited, looked for from the place of the citation outwards."""
    quoted = here.zone is ZoneKind.INSERTED
    if kind is ProvisionKind.ANNEX:
        return _annex(act, here, number)
    if not number:
        return cited_from(act, here, kind)
    for scope in _scopes(act, here, kind, whole=whole):
        found = inside(act, scope, kind, number, quoted=quoted)
        if found is not None:
            return found
    return None


def cited_from(act: Act, here: Provision, kind: ProvisionKind) -> Provision | None:
    """The unit «настоящий» means; the «часть» of an article may be a point of ours."""
    kinds = {kind}
    if kind is ProvisionKind.PART:
        kinds = {ProvisionKind.POINT}
    return next((p for p in _lineage(act, here) if p.kind in kinds), None)


def _scopes(act: Act, here: Provision, kind: ProvisionKind, *, whole: bool) -> Iterator[Provision]:
    """Where to look for the largest unit cited, near to far."""
    for provision in _lineage(act, here):
        if whole and kind is not ProvisionKind.SUBPOINT:
            if provision.kind in _WHOLE:
                yield provision
                return
        elif provision.kind in _CONTAINERS:
            yield provision
            if provision.kind in _WHOLE:
                return
        elif provision.kind in _POINTS and (
            kind is ProvisionKind.PART or _RANKS[provision.kind] < _RANKS[kind]
        ):
            yield provision


def _annex(act: Act, here: Provision, number: str) -> Provision | None:
    """An annex of the instrument, or else of the whole document."""
    for scope in (instrument_of(act, here), act.provisions[0]):
        annexes = [
            p
            for p in units(act, scope, ProvisionKind.ANNEX)
            if p.kind in {ProvisionKind.ANNEX, ProvisionKind.INSTRUMENT}
        ]
        found = [p for p in annexes if (p.number or "") == number]
        if not found and not number and len(annexes) == 1:
            found = annexes
        if not found and number == "1" and len(annexes) == 1 and annexes[0].number is None:
            found = annexes
        if found:
            return found[0]
    return None


def inside(
    act: Act, scope: Provision, kind: ProvisionKind, number: str, *, quoted: bool = False
) -> Provision | None:
    """The unit of a kind and number in a scope, not counting quoted new text."""
    if kind in {ProvisionKind.PART, ProvisionKind.INDENT}:
        return _paragraph(act, scope, kind, number)
    among: Iterable[Provision] = units(act, scope, kind)
    if kind is ProvisionKind.SUBPOINT:  # a letter may stand under a number
        among = chain(among, act.provisions[scope.index + 1 : scope.last])
    for unit in among:
        new = unit.zone is ZoneKind.INSERTED
        if unit.kind is kind and unit.number == number and (quoted or not new):
            return unit
    return None


def units(act: Act, scope: Provision, kind: ProvisionKind) -> Iterator[Provision]:
    """Provisions of a kind and those beside them, never looking inside one of them."""
    index, provisions = scope.index + 1, act.provisions
    rank = _RANKS[kind]
    inner = scope.kind in _CONTAINERS
    while index < scope.last:
        provision = provisions[index]
        own = _RANKS[provision.kind]
        if provision.kind in _CONTAINERS and kind not in _CONTAINERS and inner:
            index = provision.last
            continue
        if own == rank or (kind in _CONTAINERS and provision.kind in _CONTAINERS):
            yield provision
        index = provision.last if own >= rank and own != _RANKS[ProvisionKind.INDENT] else index + 1


def _paragraph(act: Act, scope: Provision, kind: ProvisionKind, number: str) -> Provision | None:
    """«часть вторая», «абзац второй»: the own words of the unit are the first."""
    if kind is ProvisionKind.PART:
        for child in act.children(scope.index):
            if child.kind is ProvisionKind.POINT and child.number == number:
                return child
    if not number.isdecimal():
        return None
    paragraphs = (
        [scope]
        if scope.text.start < scope.text.end
        and scope.kind
        in {
            ProvisionKind.POINT,
            ProvisionKind.SUBPOINT,
        }
        else []
    )
    wanted = int(number)
    for index in range(scope.index + 1, scope.last):
        if len(paragraphs) >= wanted:
            break
        child = act.provisions[index]
        if child.kind is ProvisionKind.INDENT and child.zone is not ZoneKind.NOTE:
            capital = not act.document.text[child.text.start].islower()
            if kind is ProvisionKind.INDENT or capital:
                paragraphs.append(child)
    return paragraphs[wanted - 1] if len(paragraphs) >= wanted else None
