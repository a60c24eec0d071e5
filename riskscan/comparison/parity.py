"""The comparison itself: two documents in, their differences out. Pure, like an analysis."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from riskscan import __version__
from riskscan.analysis import Analyzer, Finding, Options, Report
from riskscan.analysis.report import Interface, RulesetInfo
from riskscan.comparison.alignment import Pair, align
from riskscan.comparison.columns import Note
from riskscan.comparison.differences import Mismatch, mismatches, paragraphs
from riskscan.comparison.model import (
    SIDES,
    Difference,
    Parity,
    ParitySummary,
    Text,
    Warning,
)
from riskscan.comparison.reading import Reading, in_order, readings
from riskscan.comparison.records import Recorder
from riskscan.comparison.units import HEADINGS
from riskscan.comparison.wording import say
from riskscan.errors import EmptyDocumentError
from riskscan.text import Document, Span

_FOREIGN = "language"  # why a provision was not checked: the engine does not read its language
Findings = dict[int, list[Finding]]


def compare(
    analyzer: Analyzer,
    ru: Document,
    kk: Document,
    ui: Interface = "ru",
    notes: Sequence[Note] = (),
) -> Parity:
    """Where the Russian and the Kazakh text of one act do not say the same.

    Texts in the wrong order are exchanged, which a warning says; ``notes`` are told as warnings
    too. EmptyDocumentError when neither text has words.
    """
    blank = [not document.text.strip() for document in (ru, kk)]
    if all(blank):
        raise EmptyDocumentError("both texts are empty", remedy="Send the texts of the act")
    found = [*notes]
    if not any(blank):
        ru, kk, swapped = in_order(ru, kk)
        found += swapped
    left, right, assumed = readings(ru, kk)
    if any(blank):
        assumed = [Note(f"empty-{side}") for side, empty in zip(SIDES, blank, strict=True) if empty]
        pairs: list[Pair] = []
        differences: list[Difference] = []
    else:
        pairs = list(align(left.outline, right.outline, (left.facts, right.facts)))
        findings, compared = _findings(analyzer, left, right, ui)
        recorder = Recorder(left, right, analyzer.ruleset, ui)
        differences = list(_differences(left, right, pairs, findings, recorder))
        assumed += _doubts(left, right, pairs)
        assumed += [] if compared else [Note("findings")]
    return Parity(
        texts={side: _text(each) for side, each in zip(SIDES, (left, right), strict=True)},
        warnings=tuple(
            Warning(code=each.code, text=say(ui, f"warning.{each.code}", count=each.count))
            for each in (*found, *assumed)
        ),
        differences=tuple(differences),
        summary=_summary(pairs, differences),
        engine=__version__,
        ruleset=RulesetInfo(
            version=analyzer.ruleset.version, digest=f"sha256:{analyzer.ruleset.digest}"
        ),
    )


def _differences(
    ru: Reading,
    kk: Reading,
    pairs: list[Pair],
    findings: tuple[Findings, Findings],
    recorder: Recorder,
) -> Iterator[Difference]:
    run: list[Pair] = []
    theirs = {one: other for one, other in pairs if one is not None and other is not None}
    ours = {other: one for one, other in theirs.items()}
    for pair in [*pairs, (None, None)]:
        if run and not _goes_on(ru, kk, run[-1], pair):
            yield _missing(ru, kk, run, (theirs, ours), recorder)
            run = []
        one, other = pair
        if one is None or other is None:
            run += [pair] if pair != (None, None) else []
            continue
        yield from _paired(ru, kk, (one, other), findings, recorder)


def _paired(
    ru: Reading,
    kk: Reading,
    pair: tuple[int, int],
    findings: tuple[Findings, Findings],
    recorder: Recorder,
) -> Iterator[Difference]:
    """The differences of two units that are each other's counterpart."""
    first, second = ru.outline.units[pair[0]], kk.outline.units[pair[1]]
    if first.silent or second.silent:
        return
    uneven = paragraphs(first, second)
    if uneven is not None:
        yield recorder.record(uneven, pair)
    for each in mismatches(ru.facts(pair[0]), kk.facts(pair[1])):
        one, other = each.spans
        spans = (ru.in_source(one) if one else None, kk.in_source(other) if other else None)
        yield recorder.record(replace(each, spans=spans), pair)
    there = [
        {each.factor for each in side.get(unit, ())}
        for side, unit in zip(findings, pair, strict=True)
    ]
    for place, side in enumerate(SIDES):
        for finding in findings[place].get(pair[place], ()):
            if finding.factor not in there[1 - place]:
                span = Span(finding.start, finding.end)
                spans = (span, None) if side == "ru" else (None, span)
                mismatch = Mismatch(
                    "finding", f"finding.only-{side}", spans, finding.severity,
                    round(finding.confidence / 2, 2), 2, (("finding", finding.title),),
                )  # fmt: skip
                yield recorder.record(mismatch, pair, finding.rule)


def _goes_on(ru: Reading, kk: Reading, last: Pair, pair: Pair) -> bool:
    """Whether a unit without a counterpart stands beside the last one, in the same text."""
    for reading, before, now in ((ru, last[0], pair[0]), (kk, last[1], pair[1])):
        if (before is None) != (now is None):
            return False
        if before is not None and now is not None:
            units = reading.outline.units
            if units[before].parent != units[now].parent or units[before].kind != units[now].kind:
                return False
    return pair != (None, None)


def _missing(
    ru: Reading,
    kk: Reading,
    run: list[Pair],
    counterparts: tuple[dict[int, int], dict[int, int]],
    recorder: Recorder,
) -> Difference:
    """One difference for the units in a row that stand in one text only."""
    place = 0 if run[0][0] is not None else 1
    side, reading = SIDES[place], (ru, kk)[place]
    first, *rest = [int(pair[place] or 0) for pair in run]
    unit = reading.outline.units[first]
    other = counterparts[place][unit.parent]
    name = recorder.address(place, first)
    if rest:
        name = recorder.several(name, len(rest))
    heading = unit.kind in {kind.value for kind in HEADINGS}
    provision = reading.act.provisions[unit.index]
    span = Span(provision.span.start, max(provision.text.end, provision.label.end))
    spans = (span, None) if side == "ru" else (None, span)
    mismatch = Mismatch(
        "provision", f"provision.only-{side}", spans, "low" if heading else "high",
        0.6 if heading else 0.9, 2 if heading else 1, ((side, name),),
    )  # fmt: skip
    return recorder.record(mismatch, (first, other) if side == "ru" else (other, first))


def _findings(
    analyzer: Analyzer, ru: Reading, kk: Reading, ui: Interface
) -> tuple[tuple[Findings, Findings], bool]:
    """The findings of tiers 1 and 2 by unit; none when the rules could not read both texts."""
    reports = [analyzer.analyze(side.act.document, Options(ui=ui, max_tier=2)) for side in (ru, kk)]
    if not all(map(_was_read, reports)):
        return ({}, {}), False
    return (_by_unit(ru, reports[0]), _by_unit(kk, reports[1])), True


def _was_read(report: Report) -> bool:
    foreign = sum(skipped.reason == _FOREIGN for skipped in report.ledger.skipped)
    return report.ledger.provisions_checked > foreign


def _by_unit(reading: Reading, report: Report) -> Findings:
    found: Findings = defaultdict(list)
    for finding in report.findings:
        if finding.start < finding.end:
            found[reading.outline.owners[reading.provision_at(finding.start)]].append(finding)
    return found


def _doubts(ru: Reading, kk: Reading, pairs: list[Pair]) -> list[Note]:
    """What makes the whole comparison doubtful."""
    sizes = len(ru.outline.units), len(kk.outline.units)
    if max(sizes) == 1:
        return [Note("unnumbered")]
    aligned = sum(one is not None and other is not None for one, other in pairs)
    return [Note("unaligned")] if 2 * aligned < max(sizes) else []


def _text(reading: Reading) -> Text:
    document = reading.act.document
    return Text(
        source=document.source,
        title=reading.act.title,
        language=reading.language,
        characters=len(document.text),
        provisions=len(reading.act.provisions),
    )


def _summary(pairs: list[Pair], differences: list[Difference]) -> ParitySummary:
    return ParitySummary(
        aligned=sum(one is not None and other is not None for one, other in pairs),
        only={
            "ru": sum(other is None for _, other in pairs),
            "kk": sum(one is None for one, _ in pairs),
        },
        by_kind=dict(Counter(each.kind for each in differences)),
    )
