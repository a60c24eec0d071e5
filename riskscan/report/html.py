"""The report as one HTML file: no scripts, nothing fetched, readable on paper too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from riskscan.analysis.report import SEVERITIES, Finding, Report
from riskscan.report.segments import cut, paragraphs
from riskscan.report.view import View, numbered
from riskscan.report.wording import Wording
from riskscan.text import Document, Span
from riskscan.text.printable import visible


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: its words, the findings that begin here, the look of the mark."""

    text: str
    opens: tuple[int, ...]
    numbers: str
    look: str


def render_html(report: Report, document: Document, view: View) -> str:
    """A self-contained page: text left, findings right; every word escaped by the template."""
    by_tier = numbered(report)
    findings = [finding for found in by_tier.values() for _, finding in found]
    return _template().render(
        report=report,
        wording=Wording(view.ui),
        view=view,
        tiers=by_tier,
        lines=list(_lines(document.text, findings)),
        style=Markup(_style()),  # noqa: S704 — our own file, no input in it
        visible=visible,
    )


def _lines(text: str, findings: list[Finding]) -> Iterator[list[Piece]]:
    segments = cut(len(text), [Span(finding.start, finding.end) for finding in findings])
    for line in paragraphs(text, segments):
        yield [
            Piece(
                visible(segment.span.of(text)),
                tuple(ordinal + 1 for ordinal in segment.opens),
                " ".join(str(ordinal + 1) for ordinal in segment.over),
                _look([findings[ordinal] for ordinal in segment.over]),
            )
            for segment in line
        ]


def _look(over: list[Finding]) -> str:
    """The class of a mark: that of the strongest finding over it."""
    if not over:
        return ""
    strongest = min(over, key=lambda f: (f.tier, -SEVERITIES.index(f.severity)))
    return f"tier{strongest.tier} {strongest.severity}"


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("riskscan.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


@cache
def _style() -> str:
    return files("riskscan.report").joinpath("style.css").read_text("utf-8")
