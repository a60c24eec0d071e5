"""A comparison of two texts for a terminal, as JSON, and as one self-contained page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup
from rich.console import RenderableType
from rich.text import Text

from riskscan.comparison import Comparison
from riskscan.comparison.model import SIDES, Difference, Parity, Place
from riskscan.report.html import style, template
from riskscan.report.terminal import SEVERITY_STYLES, printed, table
from riskscan.report.view import View
from riskscan.report.wording import Wording, one_line, visible
from riskscan.text import Document

Renderer = Callable[[Comparison, View], str]

_BLANK_LINES = re.compile(r"\n\s*\n")
_AROUND = 280  # characters of the provision shown before and behind the words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``before`` + ``words`` + ``after``: a place in its provision; words that are missing are
    empty.
    """

    before: str
    words: str
    after: str


def excerpt(place: Place, document: Document) -> Excerpt:
    """The words of a place with what stands around them in its provision."""
    text, own = document.text, place.provision
    start, end = min(own.start, place.start), max(own.end, place.end)
    if place.start == place.end:  # what should be here is not: the provision from its beginning
        last = min(end, start + 2 * _AROUND)
        return Excerpt("", "", _tidy(text[start:last].strip()) + (" …" if last < end else ""))
    first, last = max(start, place.start - _AROUND), min(end, place.end + _AROUND)
    before = ("… " if first > start else "") + _tidy(text[first : place.start].lstrip())
    after = _tidy(text[place.end : last].rstrip()) + (" …" if last < end else "")
    return Excerpt(before, visible(place.quote), after)


def _tidy(text: str) -> str:
    return visible(_BLANK_LINES.sub("\n", text))


def render_parity_json(comparison: Comparison, view: View) -> str:
    """The whole comparison, indented."""
    return comparison.parity.to_json(indent=2) + "\n"


def render_parity_html(comparison: Comparison, view: View) -> str:
    """A self-contained page: no scripts, nothing fetched, every word escaped by the template."""
    sheets = style("style.css") + style("parity.css")
    return template("parity.html").render(
        wording=Wording(view.ui),
        style=Markup(sheets),  # noqa: S704 — our own files, no input in them
        body=Markup(render_comparison(comparison, view)),  # noqa: S704 — made by our template
    )


def render_comparison(comparison: Comparison, view: View) -> str:
    """The comparison as a piece of HTML: warnings, counts, both places of every difference."""
    wording = Wording(view.ui)
    parity = comparison.parity
    return template("comparison.html").render(
        parity=parity,
        wording=wording,
        sides=SIDES,
        address=lambda place: _address(place, wording),
        excerpt=lambda difference, side: excerpt(getattr(difference, side), comparison.texts[side]),
        visible=visible,
        as_read=as_read(parity, wording),
        compared=is_compared(parity),
    )


def as_read(parity: Parity, wording: Wording) -> list[str]:
    """What of each file was not read, and what was assumed to read it."""
    return [
        f"{wording(f'parity.{side}')}. {line}"
        for side in SIDES
        for line in wording.notices(parity.texts[side])
    ]


def is_compared(parity: Parity) -> bool:
    """Whether there were two texts."""
    return parity.summary.aligned > 0


def render_parity_text(comparison: Comparison, view: View) -> str:
    """Plain text, or text with terminal colours when the view asks for them."""
    return printed(_parts(comparison.parity, Wording(view.ui)), view)


def _parts(parity: Parity, wording: Wording) -> Iterator[RenderableType]:
    yield Text(wording("parity"), style="bold")
    for side in SIDES:
        about = parity.texts[side]
        named = " · ".join(filter(None, (one_line(about.title), one_line(about.source or ""))))
        yield Text(f"{wording(f'parity.{side}')}: {named or wording('untitled')}")
    for line in (*(warning.text for warning in parity.warnings), *as_read(parity, wording)):
        yield Text(f"! {line}", style="yellow")
    for number, difference in enumerate(parity.differences, start=1):
        yield from _difference(number, difference, wording)
    yield Text(f"\n{closing(parity, wording)}")


def closing(parity: Parity, wording: Wording) -> str:
    """The counts as sentences."""
    if not is_compared(parity):
        return wording("parity.none.compared")
    facts = wording("parity.facts", aligned=parity.summary.aligned, **parity.summary.only)
    if parity.differences:
        return f"{wording('parity.count', count=len(parity.differences))}. {facts}"
    return f"{wording('parity.none')} {wording('parity.none.hint')} {facts}"


def _difference(number: int, difference: Difference, wording: Wording) -> Iterator[RenderableType]:
    severity = wording.name("severity", difference.severity)
    yield Text.assemble(
        (f"\n{number}. {difference.title}", "bold"),
        " · ",
        (severity, SEVERITY_STYLES[difference.severity]),
        f" · {wording(f'parity.tier.{difference.tier}')}",
    )
    parts = []
    for side in SIDES:
        place: Place = getattr(difference, side)
        words = f"«{one_line(place.quote)}»" if place.quote else wording("parity.absent").lower()
        parts.append((wording(f"parity.{side}"), f"{_address(place, wording)}: {words}"))
    yield table(
        (
            *parts,
            (wording("part.why"), visible(difference.explanation)),
            (wording("part.redraft"), visible(difference.recommendation)),
            (wording("part.basis"), "\n".join(wording.laws(difference.basis))),
        )
    )


def _address(place: Place, wording: Wording) -> str:
    citation = place.provision.citation
    found = citation.get(wording.ui) or citation.get("ru")
    return one_line(found) if found else wording("address.document")


PARITY_FORMATS: Mapping[str, Renderer] = {
    "text": render_parity_text,
    "json": render_parity_json,
    "html": render_parity_html,
}
