"""The findings of both texts, by the unit they stand in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riskscan.analysis import Analyzer, Finding, Options, Report
from riskscan.analysis.report import Interface
from riskscan.comparison.alignment import Matched
from riskscan.comparison.differences import Mismatch
from riskscan.comparison.model import SIDES
from riskscan.comparison.reading import Reading
from riskscan.text import Span

_FOREIGN = "language"  # why a provision was not checked: the engine does not read its language
_Findings = dict[int, list[Finding]]


class Risks:
    """The findings of tiers 1 and 2; ``compared`` is False when a text could not be checked."""

    def __init__(self, analyzer: Analyzer, ru: Reading, kk: Reading, ui: Interface) -> None:
        options = Options(ui=ui, max_tier=2)
        reports = [analyzer.analyze(each.act.document, options) for each in (ru, kk)]
        self.compared = all(map(_was_read, reports))
        self._bilingual = {
            rule.id
            for rule in analyzer.ruleset.rules
            if rule.examples.ru.flags and rule.examples.kk.flags
        }
        self._sides = _by_unit(ru, reports[0]), _by_unit(kk, reports[1])

    def alone(self, pair: Matched) -> Iterator[tuple[Mismatch, str]]:
        """The findings of a factor one of two paired units does not have, with their rules.

        Only of rules that read both languages; each may also be missed, so none is of tier 1.
        """
        if not self.compared:
            return
        found = [side.get(unit, []) for side, unit in zip(self._sides, pair, strict=True)]
        factors = [{each.factor for each in side} for side in found]
        for place, side in enumerate(SIDES):
            for each in found[place]:
                if each.rule in self._bilingual and each.factor not in factors[1 - place]:
                    span = Span(each.start, each.end)
                    yield (
                        Mismatch(
                            kind="finding",
                            variant=f"finding.only-{side}",
                            spans=(span, None) if side == "ru" else (None, span),
                            severity=each.severity if each.tier == 1 else "low",
                            confidence=round(each.confidence / (1 + each.tier), 2),
                            tier=2,
                            values=(("finding", each.title),),
                        ),
                        each.rule,
                    )


def _was_read(report: Report) -> bool:
    foreign = sum(skipped.reason == _FOREIGN for skipped in report.ledger.skipped)
    return report.ledger.provisions_checked > foreign


def _by_unit(reading: Reading, report: Report) -> _Findings:
    found: _Findings = defaultdict(list)
    for finding in report.findings:
        if finding.start < finding.end:
            found[reading.outline.owners[reading.provision_at(finding.start)]].append(finding)
    return found
