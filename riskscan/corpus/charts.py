"""A chart of rates with their intervals, as SVG to stand inside a page: no script, no network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import altair as alt
import vl_convert
from markupsafe import Markup, escape

from riskscan.corpus.questions import Answers, By, Group
from riskscan.corpus.wording import CorpusWording

_WIDTH = 540
_LABELS = 330  # pixels for names
_ROW = 26
_INK, _RULE, _MEAN = "#a8391f", "#d99b8b", "#5b6168"
_FONT = "Noto Sans, DejaVu Sans, sans-serif"
_IDENTITIES = re.compile(r'(\bid="|url\(#|href="#)')


def draw(by: By, groups: Sequence[Group], answers: Answers, wording: CorpusWording) -> Markup:
    """The chart of one table: a dot a group, a line for its interval, the mean over all acts.

    It is drawn by vl-convert inside this process. ``title`` and ``desc`` say what it shows; the
    numbers belong in a table beside it.
    """
    rows = [
        {
            "name": wording.name(by, group),
            "order": order,
            "rate": group.tier1.per_1000,
            "low": group.tier1.low,
            "high": group.tier1.high,
        }
        for order, group in enumerate(groups)
        if not group.thin
    ]
    mean = None if by in {"factor", "rule"} else answers.overall.tier1.per_1000
    spec = _chart(rows, wording("axis"), mean).to_dict()
    svg: str = vl_convert.vegalite_to_svg(spec, format_locale=_locale(wording.ui))
    return Markup(_described(svg, by, wording))  # noqa: S704 — Vega escapes what it writes


def _chart(rows: list[dict[str, Any]], axis: str, mean: float | None) -> alt.LayerChart:
    # Long intervals of small groups may not squeeze the others into a corner.
    ends = sorted(row["high"] for row in rows)
    furthest = max([row["rate"] for row in rows] + [2.5 * ends[len(ends) // 2]])
    limit = min(ends[-1], furthest) * 1.04 or 1.0
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("order:O", axis=None, scale=alt.Scale(paddingInner=0.1)),
    )
    x = alt.X(
        "rate:Q",
        title=axis,
        scale=alt.Scale(domain=[0, limit], nice=False),
        axis=alt.Axis(tickCount=6, labelFlush=False, titleFontWeight="normal", titlePadding=10),
    )
    names = base.mark_text(align="right", x=-10, fontSize=13, limit=_LABELS).encode(text="name:N")
    lines = base.mark_rule(strokeWidth=5, color=_RULE, clip=True, strokeCap="round").encode(
        x=alt.X("low:Q"), x2="high:Q"
    )
    dots = base.mark_circle(size=90, color=_INK, opacity=1).encode(x=x)
    layers: list[alt.Chart] = [lines, dots, names]
    if mean is not None:
        across = alt.Chart(alt.InlineData(values=[{"mean": mean}]))
        layers.insert(
            0, across.mark_rule(strokeDash=[4, 4], color=_MEAN, clip=True).encode(x="mean:Q")
        )
    chart: alt.LayerChart = (
        alt.layer(*layers)
        .properties(width=_WIDTH, height=_ROW * max(1, len(rows)))
        .configure(
            font=_FONT,
            background="transparent",
            padding={"left": _LABELS + 12, "right": 16, "top": 6, "bottom": 46},
            autosize=alt.AutoSizeParams(type="none"),
            aria=False,
        )
        .configure_axis(labelFontSize=12, titleFontSize=12, gridColor="#8884", domain=False)
        .configure_view(stroke=None)
    )
    return chart


def _locale(ui: str) -> dict[str, Any]:
    decimal, thousands = (".", ",") if ui == "en" else (",", "\N{NO-BREAK SPACE}")
    return {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", ""]}


def _described(svg: str, by: By, wording: CorpusWording) -> str:
    """With a title and a description for those who do not see it, and ids no other chart has."""
    svg = _IDENTITIES.sub(rf"\g<1>{by}-", svg)
    title, words = escape(wording(f"by.{by}")), escape(wording("chart"))
    opening = f'<svg role="img" aria-labelledby="{by}-title {by}-desc" '
    start = svg.index("<svg")
    head, rest = svg[start + 4 :].split(">", 1)
    return (
        f'{opening}{head}><title id="{by}-title">{title}</title>'
        f'<desc id="{by}-desc">{words}</desc>{rest}'
    )
