"""The output formats by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from riskscan.analysis.report import Report
from riskscan.engine.ruleset import RuleSet
from riskscan.report.html import render_html
from riskscan.report.json_text import render_json, render_jsonl
from riskscan.report.sarif import render_sarif
from riskscan.report.text import render_text
from riskscan.report.view import View
from riskscan.text import Document

Renderer = Callable[[Report, Document, View], str]

FORMATS: Mapping[str, Renderer] = {
    "text": render_text,
    "json": render_json,
    "jsonl": render_jsonl,
    "html": render_html,
}


def renderer(name: str, ruleset: RuleSet) -> Renderer:
    """The renderer of a format; SARIF describes the rules beside the findings."""
    return partial(render_sarif, ruleset) if name == "sarif" else FORMATS[name]
