"""The norm a finding stands in, quoted as a conclusion quotes it: lead-in, norm, the risky words.

The form comes from a published conclusion on the draft Construction Code: the quotation begins
with the article's heading or the list's lead-in.
"""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.analysis.report import Finding
from riskscan.structure.model import LISTED, Act, Provision, ProvisionKind
from riskscan.text import Span

_LONGEST = 1_200  # characters of one norm; beyond it only the lines around the words are quoted
_LEADING = {ProvisionKind.ARTICLE, ProvisionKind.POINT}
_CUT = "[…]"


@dataclass(frozen=True, slots=True)
class Quotation:
    """``before`` + ``words`` + ``after``: the norm's text, ``words`` being those of the finding."""

    before: str
    words: str
    after: str


def quote_norm(act: Act, finding: Finding) -> Quotation:
    """The norm of a finding; a finding about the whole document has an empty quotation."""
    text = act.document.text
    words = Span(finding.start, finding.end)
    if words.start >= words.end:
        return Quotation("", "", "")
    start, end = finding.provision.start, finding.provision.end
    start, end = min(start, words.start), max(end, words.end)
    before, after = text[start : words.start], text[words.end : end]
    if end - start > _LONGEST:
        before, after = _last_line(before), _first_line(after)
    lead = _lead_in(act, finding, start)
    return Quotation(lead + before.lstrip(), words.of(text), after.rstrip())


def _last_line(text: str) -> str:
    cut, _, line = text.rpartition("\n")
    return f"{_CUT}\n{line}" if cut.strip() else line


def _first_line(text: str) -> str:
    line, _, cut = text.partition("\n")
    return f"{line}\n{_CUT}" if cut.strip() else line


def _lead_in(act: Act, finding: Finding, start: int) -> str:
    """The heading of the article or the lead-in of the list above the norm, with a line end."""
    own = _provision(act, finding)
    if own is None or own.kind not in LISTED:
        return ""
    text = act.document.text
    above = (p for p in act.ancestors(own.index) if p.kind in _LEADING)
    nearest = next(above, None)
    if nearest is None or nearest.text.end > start:
        return ""
    line = text[nearest.span.start : nearest.text.end].strip()
    if not line or len(line) > _LONGEST:
        return ""
    between = text[nearest.text.end : start].strip()
    return f"{line}\n{_CUT}\n" if between else f"{line}\n"


def _provision(act: Act, finding: Finding) -> Provision | None:
    spot = (finding.provision.start, finding.provision.end)
    return next((p for p in act.provisions if (p.span.start, p.span.end) == spot), None)
