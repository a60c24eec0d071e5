"""The report as JSON: indented for reading, or one line for pipes."""

from __future__ import annotations

from riskscan.analysis.report import Report
from riskscan.report.view import View
from riskscan.text import Document


def render_json(report: Report, document: Document, view: View) -> str:
    """The whole report, indented."""
    return report.to_json(indent=2) + "\n"


def render_jsonl(report: Report, document: Document, view: View) -> str:
    """The whole report on one line."""
    return report.to_json() + "\n"
