"""Differences as records: places with addresses, words, basis, identity."""

from __future__ import annotations

import hashlib
from collections import Counter

from riskscan.analysis.report import Address, Basis, Interface
from riskscan.comparison.differences import Mismatch
from riskscan.comparison.model import FACTOR, Difference, Place
from riskscan.comparison.reading import Reading
from riskscan.comparison.wording import say
from riskscan.engine.explanation import wording
from riskscan.engine.ruleset import RuleSet
from riskscan.structure import cite, path
from riskscan.text import Span
from riskscan.text.printable import one_line

_AUTHENTICITY = ("kz-480-V", "24.3")  # "the texts … in Kazakh and Russian must be authentic"
_LONGEST_QUOTE = 120  # characters of a quote inside an explanation


class Recorder:
    """Writes differences of one pair of texts, in one interface language."""

    def __init__(self, ru: Reading, kk: Reading, ruleset: RuleSet, ui: Interface) -> None:
        self._sides = ru, kk
        self._ui = ui
        self._group = ruleset.factors[FACTOR].group
        source, item = _AUTHENTICITY
        title = wording(ruleset.sources[source].title, ui)
        self._basis = (Basis(kind="law", source=source, item=item, title=title),)
        self._seen: Counter[str] = Counter()

    def record(
        self, mismatch: Mismatch, units: tuple[int, int], rule: str | None = None
    ) -> Difference:
        """A mismatch of two units; the spans are those of the texts that were sent."""
        ru, kk = (
            self._place(side, unit, span)
            for side, unit, span in zip(self._sides, units, mismatch.spans, strict=True)
        )
        values = dict(mismatch.values)
        for name in ("ru_force", "kk_force"):
            if name in values:
                values[name] = say(self._ui, f"force.{values[name]}")
        words = {"ru": _short(ru.quote), "kk": _short(kk.quote)} | values
        return Difference(
            id=self._identity(mismatch, ru, kk),
            kind=mismatch.kind,
            group=self._group,
            severity=mismatch.severity,
            confidence=mismatch.confidence,
            tier=mismatch.tier,
            ru=ru,
            kk=kk,
            rule=rule,
            title=say(self._ui, f"title.{mismatch.kind}"),
            explanation=say(self._ui, mismatch.variant, **words),
            recommendation=say(self._ui, f"redraft.{mismatch.kind}"),
            basis=self._basis,
        )

    def address(self, reading: Reading, unit: int, others: int) -> str:
        """A unit's address in the interface language, and how many units follow it in a row."""
        first = cite(reading.act, reading.outline.units[unit].index, self._ui)
        return say(self._ui, "run", first=first, count=others) if others else first

    def _place(self, reading: Reading, unit: int, span: Span | None) -> Place:
        act = reading.act
        own = reading.outline.units[unit].index
        if span is None:
            end = act.provisions[own].text.end
            span, index = Span(end, end), own
        else:
            index = max(own, reading.provision_at(span.start))
        provision = act.provisions[index]
        return Place(
            start=span.start,
            end=span.end,
            quote=span.of(act.document.text),
            provision=Address(
                path=path(act, index),
                citation={name: cite(act, index, name) for name in ("ru", "kk", "en")},
                start=provision.span.start,
                end=provision.span.end,
            ),
        )

    def _identity(self, mismatch: Mismatch, ru: Place, kk: Place) -> str:
        parts = (mismatch.kind, mismatch.variant, *ru.provision.path, ru.quote, kk.quote)
        key = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._seen[key] += 1
        return key if self._seen[key] == 1 else f"{key}-{self._seen[key] - 1}"


def _short(quote: str) -> str:
    words = one_line(quote)
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE].rstrip()}…"
