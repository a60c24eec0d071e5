"""What the page shows, as HTML; every word of a draft is escaped by the templates."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from riskscan.analysis.report import SEVERITIES, Interface, Report
from riskscan.reading.docx import Changes
from riskscan.report.docx_comments import takes_comments
from riskscan.report.marks import mark_lines
from riskscan.report.view import numbered
from riskscan.report.wording import Wording, one_line, visible
from riskscan.review import REASONS
from riskscan.structure import parse
from riskscan.text import Document
from riskscan_api.contents import outline
from riskscan_api.drafts import VIEWS
from riskscan_api.settings import MEGABYTE, Settings
from riskscan_api.words import LANGUAGES, Words

_KNOWN_TO_SCRIPTS = ("network", "empty", "long", "large")  # found out without asking the server


def render_page(
    settings: Settings, ui: Interface, theme: str, result: str = "", problem: str = ""
) -> str:
    """The whole page; ``result`` and ``problem`` are HTML made here."""
    return (
        _environment()
        .get_template("page.html")
        .render(
            words=Words(ui),
            wording=Wording(ui),
            theme=theme,
            languages=LANGUAGES,
            reasons=REASONS,
            views=VIEWS,
            view=VIEWS[0],
            limit=settings.max_characters,
            max_bytes=settings.max_bytes,
            result=result,
            problem=problem,
            problems={kind: render_problem(settings, ui, kind) for kind in _KNOWN_TO_SCRIPTS},
        )
    )


def render_result(
    report: Report, document: Document, ui: Interface, factors: Mapping[str, str]
) -> str:
    """The text with its marks, the findings by tier, the outline, what was not checked."""
    by_tier = numbered(report)
    findings = [finding for found in by_tier.values() for _, finding in found]
    present = sorted({finding.factor for finding in findings})
    entries = outline(parse(document), findings)
    return (
        _environment()
        .get_template("result.html")
        .render(
            words=Words(ui),
            wording=Wording(ui),
            report=report,
            digest=hashlib.sha256(document.text.encode("utf-8", "replace")).hexdigest(),
            title=one_line(report.document.title),
            tiers=by_tier,
            shown=next((tier for tier, found in by_tier.items() if found), 1),
            commentable=takes_comments(document),
            lines=mark_lines(document.text, findings),
            outline=entries,
            headings={entry.line for entry in entries if entry.heading},
            factors={code: factors.get(code, code) for code in present},
            severities=[s for s in reversed(SEVERITIES) if any(f.severity == s for f in findings)],
            visible=visible,
        )
    )


def render_parity(
    ui: Interface,
    theme: str,
    result: str = "",
    problem: str = "",
    pasted: tuple[str, str] = ("", ""),
    view: Changes = "accepted",
) -> str:
    """The page of two texts; ``result`` and ``problem`` are HTML made here, ``pasted`` is not."""
    return (
        _environment()
        .get_template("parity.html")
        .render(
            words=Words(ui),
            theme=theme,
            languages=LANGUAGES,
            result=result,
            problem=problem,
            pasted={"ru": pasted[0], "kk": pasted[1]},
            views=VIEWS,
            view=view,
        )
    )


def render_problem(settings: Settings, ui: Interface, kind: str) -> str:
    """Why there is no result, and what to do."""
    words = Words(ui)
    values = {
        "limit": Wording(ui).number(settings.max_characters),
        "megabytes": max(1, settings.max_bytes // MEGABYTE),
    }
    return (
        _environment()
        .get_template("problem.html")
        .render(
            words=words,
            kind=kind,
            cause=words(f"error.{kind}", **values),
            remedy=words(f"error.{kind}.remedy", **values),
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("riskscan_api"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
