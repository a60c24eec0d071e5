"""The report for a terminal: tier 1 in full, the other tiers counted.

Colour repeats what the words say and is never the only carrier. The words of the draft reach the
terminal with control characters replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from riskscan.analysis.report import Finding, Report
from riskscan.report.view import View, numbered
from riskscan.report.wording import Wording
from riskscan.text import Document
from riskscan.text.printable import one_line, visible

SEVERITY_STYLES = {"low": "cyan", "medium": "yellow", "high": "red", "critical": "bold red"}
_INDENT = 4


def render_text(report: Report, document: Document, view: View) -> str:
    """Plain text, or text with terminal colours when the view asks for them."""
    wording = Wording(view.ui)
    out = StringIO()
    console = Console(
        file=out,
        width=view.width,
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        highlight=False,
        emoji=False,
    )
    console.print(_heading(report, wording))
    by_tier = numbered(report)
    for tier, findings in by_tier.items():
        if tier <= view.max_tier and findings:
            console.print(Text(f"\n{wording.name('tier', str(tier))}", style="bold underline"))
            for number, finding in findings:
                for part in _finding(number, finding, wording):
                    console.print(part)
    console.print(_closing(report, wording, view, by_tier))
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def _heading(report: Report, wording: Wording) -> Text:
    title = one_line(report.document.title) or wording("untitled")
    lines = [Text(title, style="bold")]
    if report.document.source:
        lines.append(Text(one_line(report.document.source), style="dim"))
    lines.append(Text(wording.facts(report)))
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
    parts = Table.grid(padding=(0, 2), expand=False)
    parts.add_column(no_wrap=True, style="dim")
    parts.add_column()
    for name, words in (
        ("part.address", [wording.address(finding)]),
        ("part.quote", [f"«{one_line(finding.quote)}»"] if finding.quote else []),
        ("part.why", [visible(finding.explanation)]),
        ("part.redraft", [visible(finding.recommendation)]),
        ("part.basis", wording.basis(finding)),
        ("part.evidence", [f"• {each}" for each in wording.evidence(finding)]),
        ("part.related", [f"• {each}" for each in wording.related(finding)]),
    ):
        if words:
            parts.add_row(Text(wording(name)), Text("\n".join(words)))
    yield Padding(parts, (0, 0, 0, _INDENT))
    yield Padding(Text(f"{finding.rule} · {finding.id}", style="dim"), (0, 0, 0, _INDENT))


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
    for line in (*wording.ledger(report.ledger), *wording.notices(report.document)):
        lines.append(Text(line))
    lines.append(Text(wording.colophon(report), style="dim"))
    return Text("\n").join(lines)
