"""The report for a terminal: tier 1 in full, the other tiers counted.

The words of the draft reach the
terminal with control characters replaced.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from riskscan.analysis.report import Finding, Report
from riskscan.report.terminal import SEVERITY_STYLES, indented, printed, table
from riskscan.report.view import View, numbered
from riskscan.report.wording import Wording
from riskscan.text import Document
from riskscan.text.printable import one_line, visible


def render_text(report: Report, document: Document, view: View) -> str:
    """Plain text, or text with terminal colours when the view asks for them."""
    return printed(_parts(report, view), view)


def _parts(report: Report, view: View) -> Iterator[RenderableType]:
    wording = Wording(view.ui)
    yield _heading(report, wording)
    by_tier = numbered(report)
    for tier, findings in by_tier.items():
        if tier <= view.max_tier and findings:
            yield Text(f"\n{wording.name('tier', str(tier))}", style="bold underline")
            for number, finding in findings:
                yield from _finding(number, finding, wording)
    yield _closing(report, wording, view, by_tier)


def _heading(report: Report, wording: Wording) -> Text:
    title = one_line(report.document.title) or wording("untitled")
    lines = [Text(title, style="bold")]
    if report.document.source:
        lines.append(Text(one_line(report.document.source), style="dim"))
    lines.append(Text(wording.facts(report)))
    lines += map(Text, wording.expertise(report))
    return Text("\n").join(lines)


def _finding(number: int, finding: Finding, wording: Wording) -> Iterator[RenderableType]:
    severity = wording.name("severity", finding.severity)
    confidence = wording("confidence", percent=round(finding.confidence * 100))
    yield Text("")
    yield Text.assemble(
        (f"{number}. {one_line(finding.title)}", "bold"),
        " · ",
        (severity, SEVERITY_STYLES[finding.severity]),
        f" · {confidence}",
    )
    parts = (
        ("part.address", [wording.address(finding)]),
        ("part.quote", [f"«{one_line(finding.quote)}»"] if finding.quote else []),
        ("part.why", [visible(finding.explanation)]),
        ("part.redraft", [visible(finding.recommendation)]),
        ("part.basis", wording.basis(finding)),
        ("part.evidence", [f"• {each}" for each in wording.evidence(finding)]),
        ("part.related", [f"• {each}" for each in wording.related(finding)]),
        ("part.rank", [f"• {each}" for each in wording.rank(finding)]),
    )
    yield table((wording(name), "\n".join(words)) for name, words in parts if words)
    yield indented(Text(f"{finding.rule} · {finding.id}", style="dim"))


def _closing(
    report: Report, wording: Wording, view: View, by_tier: dict[int, list[tuple[int, Finding]]]
) -> Text:
    summary = report.summary
    lines = [Text("")]
    counts = ", ".join(
        f"{wording.name('tier', str(tier)).lower()}: {len(found)}"
        for tier, found in by_tier.items()
    )
    if not by_tier[1]:
        lines.append(Text(f"{wording('none')} {wording('none.hint')}"))
    lines.append(Text(counts, style="bold"))
    if any(found for tier, found in by_tier.items() if tier > view.max_tier):
        lines.append(Text(wording("more"), style="dim"))
    lines.append(Text(f"{wording('index')}: {wording('index.of', index=summary.risk_index)}"))
    lines += [Text(f"  {term}", style="dim") for term in wording.index_terms(report)]
    if summary.normative_certainty is not None:
        percent = round(summary.normative_certainty * 100)
        lines.append(Text(f"{wording('certainty')}: {percent}\N{NO-BREAK SPACE}%"))
        lines += [Text(f"  {part}", style="dim") for part in wording.certainty(report)]
    for line in (*wording.ledger(report.ledger), *wording.notices(report.document)):
        lines.append(Text(line))
    lines.append(Text(wording.colophon(report), style="dim"))
    return Text("\n").join(lines)
