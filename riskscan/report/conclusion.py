"""The reviewed list in words: the table of an official conclusion and what must be said under it.

Columns: Фактор N – структурный элемент – Текст проблемной нормы – Замечания – Рекомендации, the
form of the scientific anti-corruption expertise of Kazakhstan; N counts the remarks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riskscan.analysis.report import Interface, Report
from riskscan.report.quotation import Quotation, quote_norm
from riskscan.report.wording import Wording, one_line, visible
from riskscan.review import Reviewed, ReviewedList
from riskscan.structure import parse
from riskscan.structure.model import Act
from riskscan.text import Document

COLUMNS = ("factor", "element", "norm", "remark", "advice")


@dataclass(frozen=True, slots=True)
class Row:
    """One accepted finding as a row of the table; ``remark`` and ``advice`` are paragraphs."""

    factor: str
    element: str
    norm: Quotation
    language: str
    remark: tuple[str, ...]
    advice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Everything an export of the reviewed list says, in one language, control characters out."""

    ui: Interface
    heading: str
    title: str
    source: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    none: str
    undecided_heading: str
    undecided: tuple[str, ...]
    scope_heading: str
    scope: tuple[str, ...]
    colophon: str


def conclude(
    report: Report,
    document: Document,
    reviewed: ReviewedList,
    ui: Interface,
    factors: Mapping[str, str],
) -> Conclusion:
    """The conclusion in words; ``factors`` are the names of the factors by code."""
    wording = Wording(ui)
    act = parse(document)
    return Conclusion(
        ui=ui,
        heading=wording("conclusion.heading"),
        title=one_line(report.document.title) or wording("untitled"),
        source=one_line(report.document.source) if report.document.source else None,
        columns=tuple(wording(f"conclusion.{column}") for column in COLUMNS),
        rows=tuple(
            _row(number, each, act, wording, factors)
            for number, each in enumerate(reviewed.accepted, start=1)
        ),
        none=wording("conclusion.none"),
        undecided_heading=wording("conclusion.undecided"),
        undecided=tuple(
            f"{wording.address(each.finding)}: {one_line(each.finding.title)}"
            for each in reviewed.undecided
            if each.finding.tier == 1
        ),
        scope_heading=wording("conclusion.scope"),
        scope=tuple(_scope(report, reviewed, wording)),
        colophon=wording.colophon(report),
    )


def _row(
    number: int, each: Reviewed, act: Act, wording: Wording, factors: Mapping[str, str]
) -> Row:
    finding = each.finding
    norm = quote_norm(act, finding)
    name = factors.get(finding.factor, finding.factor)
    remark = [wording("conclusion.found", factor=name), finding.explanation]
    basis = wording.basis(finding)
    if basis:
        remark.append(f"{wording('part.basis')}: {'; '.join(basis)}.")
    if each.decision.note.strip():
        remark.append(f"{wording('conclusion.note')}: {each.decision.note.strip()}")
    return Row(
        factor=wording("conclusion.number", number=number),
        element=wording.address(finding),
        norm=Quotation(visible(norm.before), visible(norm.words), visible(norm.after)),
        language=finding.language,
        remark=tuple(map(visible, remark)),
        advice=(visible(finding.recommendation),),
    )


def _scope(report: Report, reviewed: ReviewedList, wording: Wording) -> Iterable[str]:
    """What stands in the table, what was left out, and what nobody has read."""
    yield wording("conclusion.included", count=len(reviewed.accepted))
    if reviewed.rejected:
        reasons = Counter(each.decision.reason or "none" for each in reviewed.rejected)
        yield wording(
            "conclusion.rejected",
            count=len(reviewed.rejected),
            list=wording.counted("reason", reasons.items()),
        )
    undecided = Counter(each.finding.tier for each in reviewed.undecided)
    for tier, count in sorted(undecided.items()):
        yield wording("conclusion.open", tier=wording.name("tier", str(tier)), count=count)
    if reviewed.orphans:
        yield wording("conclusion.orphans", count=reviewed.orphans)
    yield from wording.expertise(report)
    yield from wording.ledger(report.ledger)
    yield from wording.notices(report.document)
