"""The report as one HTML file: no scripts, nothing fetched, readable on paper too."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from riskscan.analysis.report import Report
from riskscan.report.conclusion import Conclusion
from riskscan.report.marks import mark_lines
from riskscan.report.view import View, numbered
from riskscan.report.wording import Wording
from riskscan.text import Document
from riskscan.text.printable import visible


def render_html(report: Report, document: Document, view: View) -> str:
    """A self-contained page: text left, findings right; every word escaped by the template."""
    by_tier = numbered(report)
    findings = [finding for found in by_tier.values() for _, finding in found]
    return template("report.html").render(
        report=report,
        wording=Wording(view.ui),
        view=view,
        tiers=by_tier,
        lines=mark_lines(document.text, findings),
        style=Markup(style("style.css")),  # noqa: S704 — our own file, no input in it
        visible=visible,
    )


def render_conclusion(conclusion: Conclusion) -> str:
    """The expert's reviewed list as one self-contained page, set for paper."""
    sheet = Markup(style("conclusion.css"))  # noqa: S704 — our own file, no input in it
    return template("conclusion.html").render(it=conclusion, style=sheet)


@cache
def template(name: str) -> Template:
    """A template of this floor, which escapes every word it is given."""
    environment = Environment(
        loader=PackageLoader("riskscan.report"),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)


@cache
def style(name: str) -> str:
    """A style sheet of this floor."""
    return files("riskscan.report").joinpath(name).read_text("utf-8")
