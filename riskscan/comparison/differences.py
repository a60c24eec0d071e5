"""What two paired units do not say alike.

Values are compared, not words. What stands in one text only is claimed with care: the other text
may say it in words we do not read, so any loose number of the same value is taken for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from riskscan.analysis.report import Severity
from riskscan.comparison.facts import Facts, Target
from riskscan.comparison.modality import Force, Modality
from riskscan.comparison.model import Kind
from riskscan.comparison.units import HEADINGS, Unit
from riskscan.norms.quantities import AMOUNTS, TERMS, WORD, Quantity
from riskscan.text import Span

Spans = tuple[Span | None, Span | None]
_OPPOSED: tuple[tuple[Force, Force], ...] = (("may", "must"), ("must", "may"))


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One difference; ``spans`` in the Russian and the Kazakh text, None where words are missing.

    ``variant`` names its wording: ``values`` fills it.
    """

    kind: Kind
    variant: str
    spans: Spans
    severity: Severity
    confidence: float
    tier: Literal[1, 2]
    values: tuple[tuple[str, str], ...] = ()


def mismatches(ru: Facts, kk: Facts) -> Iterator[Mismatch]:
    """The differences between the facts of two paired units."""
    yield from _quantities(ru, kk)
    yield from _modality(ru, kk)
    yield from _references(ru, kk)
    yield from _short_names(ru.short_names, kk.short_names)


def paragraphs(ru: Unit, kk: Unit) -> Mismatch | None:
    """A point or subpoint with more unnumbered paragraphs in one text."""
    if ru.indents == kk.indents or ru.kind in {"act", "annexed", *HEADINGS}:
        return None
    counts = (("ru_count", str(ru.indents)), ("kk_count", str(kk.indents)))
    return Mismatch("provision", "paragraphs", (None, None), "low", 0.5, 2, counts)


def _short_names(ru: Sequence[Span], kk: Sequence[Span]) -> Iterator[Mismatch]:
    if len(ru) == len(kk):
        return
    counts = (("ru_count", str(len(ru))), ("kk_count", str(len(kk))))
    spans = (ru[-1], None) if len(ru) > len(kk) else (None, kk[-1])
    yield Mismatch("definition", "definition", spans, "low", 0.6, 2, counts)


def _quantities(ru: Facts, kk: Facts) -> Iterator[Mismatch]:
    pairs, ours, theirs = _paired(_left(ru, kk), _left(kk, ru))
    told = set()
    for one, other in pairs:
        said = one.unit, one.value, other.unit, other.value
        if said not in told and not _agree(one, other):
            yield _differing(one, other)
        told.add(said)
    for each in _first_of_each(ours):
        if not _said(each, kk):
            yield _alone(each, (each.span, None))
    for each in _first_of_each(theirs):
        if not _said(each, ru):
            yield _alone(each, (None, each.span))


def _first_of_each(quantities: list[Quantity]) -> Iterable[Quantity]:
    return {(each.unit, each.value): each for each in reversed(quantities)}.values()


def _left(facts: Facts, other: Facts) -> list[Quantity]:
    """The quantities of a unit that its counterpart does not have, or not as often."""
    there = Counter((each.unit, each.value) for each in other.quantities)
    left = []
    for each in facts.quantities:
        key = (each.unit, each.value)
        if each.unit == WORD:
            continue
        if there[key]:
            there[key] -= 1
        else:
            left.append(each)
    return left


def _paired(
    ours: list[Quantity], theirs: list[Quantity]
) -> tuple[list[tuple[Quantity, Quantity]], list[Quantity], list[Quantity]]:
    """Pairs of what measures the same: of one value, then of one unit, then in order; the rest."""
    pairs = []
    for key in (_value_of, _unit_of, _measure):
        waiting: dict[object, deque[Quantity]] = defaultdict(deque)
        for each in theirs:
            waiting[key(each)].append(each)
        left = []
        for one in ours:
            if waiting[key(one)]:
                pairs.append((one, waiting[key(one)].popleft()))
            else:
                left.append(one)
        ours, theirs = left, list(chain.from_iterable(waiting.values()))
    return pairs, ours, theirs


def _value_of(quantity: Quantity) -> tuple[str, str]:
    return _measure(quantity), quantity.value


def _unit_of(quantity: Quantity) -> str:
    return quantity.unit


def _measure(quantity: Quantity) -> str:
    if quantity.unit in TERMS:
        return "term"
    return "amount" if quantity.unit in AMOUNTS else quantity.unit


def _agree(one: Quantity, other: Quantity) -> bool:
    """A date may lack its year in one text."""
    return one.unit == "date" and (
        one.value.endswith(other.value) or other.value.endswith(one.value)
    )


def _said(quantity: Quantity, other: Facts) -> bool:
    """Whether the other text may say it after all: repeated, without a unit, or as «месяц»."""
    if quantity.value == "1" or quantity.value in other.loose:
        return True
    if quantity.unit in TERMS | AMOUNTS:
        return (quantity.unit, quantity.value) in other.measured
    return quantity.value in other.values


def _differing(one: Quantity, other: Quantity) -> Mismatch:
    kind: Kind = "number"
    severity: Severity = "medium"
    if one.unit in TERMS | AMOUNTS:
        kind = "term" if one.unit in TERMS else "amount"
        severity = "high"
    if one.value == other.value and "day" in {one.unit, other.unit}:
        return Mismatch(kind, "days", (one.span, other.span), "medium", 0.6, 2)
    certain = 0.9 if kind != "number" else 0.75
    return Mismatch(kind, kind, (one.span, other.span), severity, certain, 1)


def _alone(quantity: Quantity, spans: Spans) -> Mismatch:
    variant = "only-ru" if spans[0] else "only-kk"
    if quantity.unit in TERMS:
        return Mismatch("term", f"term.{variant}", spans, "high", 0.7, 1)
    if quantity.unit in AMOUNTS:
        return Mismatch("amount", f"amount.{variant}", spans, "high", 0.7, 1)
    return Mismatch("number", f"number.{variant}", spans, "medium", 0.5, 2)


def _modality(ru: Facts, kk: Facts) -> Iterator[Mismatch]:
    ours, theirs = ru.modality, kk.modality
    banned = ours.strong.get("ban"), theirs.strong.get("ban")
    if banned[0] and not theirs.negated:
        yield Mismatch("modality", "ban.only-ru", (banned[0], _first(theirs)), "high", 0.8, 1)
    elif banned[1] and not ours.negated:
        yield Mismatch("modality", "ban.only-kk", (_first(ours), banned[1]), "high", 0.8, 1)
    else:
        yield from _rights(ours, theirs)


def _rights(ours: Modality, theirs: Modality) -> Iterator[Mismatch]:
    """A right in one text that is a duty in the other."""
    for one, other in _OPPOSED:
        if ours.is_only(one) and theirs.is_only(other):
            spans = ours.strong[one], theirs.strong[other]
            forces = (("ru_force", one), ("kk_force", other))
            yield Mismatch("modality", "modality", spans, "high", 0.8, 1, forces)
    if ours.is_only("may") and theirs.is_silent:
        yield Mismatch("modality", "may.only-ru", (ours.strong["may"], None), "medium", 0.5, 2)
    if theirs.is_only("may") and ours.is_silent:
        yield Mismatch("modality", "may.only-kk", (None, theirs.strong["may"]), "medium", 0.5, 2)


def _first(modality: Modality) -> Span | None:
    return min(modality.strong.values(), default=None)


def _references(ru: Facts, kk: Facts) -> Iterator[Mismatch]:
    ours = [target for target in ru.references if not _cited(target, kk)]
    theirs = [target for target in kk.references if not _cited(target, ru)]
    waiting: dict[str, deque[Target]] = defaultdict(deque)
    for target in theirs:
        waiting[target[0]].append(target)
    alone = []
    for target in ours:
        if waiting[target[0]]:
            spans = ru.references[target], kk.references[waiting[target[0]].popleft()]
            yield Mismatch("reference", "reference", spans, "medium", 0.75, 1)
        else:
            alone.append(target)
    theirs = list(chain.from_iterable(waiting.values()))
    for span in _distinct(alone, ru):
        yield Mismatch("reference", "reference.only-ru", (span, None), "medium", 0.5, 2)
    for span in _distinct(theirs, kk):
        yield Mismatch("reference", "reference.only-kk", (None, span), "medium", 0.5, 2)


def _cited(target: Target, other: Facts) -> bool:
    """Whether the other text cites that number too, be it as a part where here it is a point."""
    number = target[1]
    return number in other.cited_numbers or number in other.loose


def _distinct(targets: Sequence[Target], facts: Facts) -> list[Span]:
    return list(dict.fromkeys(facts.references[target] for target in targets))
