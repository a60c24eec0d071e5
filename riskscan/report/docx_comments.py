"""The findings as comments in a copy of the expert's own Word file.

The words of each finding are highlighted and commented on; no other character, property or part
of the file changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from riskscan.analysis.report import Finding, Report
from riskscan.errors import UsageError
from riskscan.reading.docx import find_main
from riskscan.reading.docx_atoms import Atom, read_atoms
from riskscan.reading.docx_notes import KINDS
from riskscan.reading.limits import Limits
from riskscan.reading.package import Package, encode
from riskscan.reading.reader import DEFAULT_LIMITS
from riskscan.report.docx_comment_part import CommentPart, Line
from riskscan.report.docx_places import Anchor, Places, anchor, within
from riskscan.report.docx_ranges import tie
from riskscan.report.docx_runs import cut_runs, highlight
from riskscan.report.view import View
from riskscan.report.wording import Wording, one_line
from riskscan.text import Document, Span


def annotated_docx(
    original: bytes,
    document: Document,
    report: Report,
    view: View,
    made: datetime,
    notes: Mapping[str, str] = MappingProxyType({}),
    limits: Limits = DEFAULT_LIMITS,
) -> bytes:
    """The .docx file with a comment, made then, on each finding up to the view's tier.

    ``notes`` are an expert's own words on findings, by id; they end the comment.
    ``document`` and ``report`` must be of these bytes, tracked changes read as accepted.
    Raises UsageError when they are not, and what reading the file raises.
    """
    name = document.source or "-"
    package = Package(original, name, limits)
    text, atoms = read_atoms(package, name, limits)
    if text != document.text:
        raise UsageError(
            "the findings are about another wording than the file's",
            place=name,
            remedy="Analyse this very file, with its tracked changes accepted",
        )
    findings = [finding for finding in report.findings if finding.tier <= view.max_tier]
    if not findings:
        return original
    main = find_main(package, name)
    comments = CommentPart(package, main, made)
    wording = Wording(view.ui)
    spans = [Span(finding.start, finding.end) for finding in findings]
    anchors = _mark(Places(package.parse(main), atoms), atoms, spans)
    written = [
        comments.add(_lines(finding, notes.get(finding.id, ""), wording)) for finding in findings
    ]
    tie([*zip(written, anchors, strict=True)])
    changed = [main, *_notes_in(package, main, spans, atoms)]
    parts = {part: encode(package.parse(part), package.is_strict(part)) for part in changed}
    return package.rewritten(parts | comments.parts())


def takes_comments(document: Document) -> bool:
    """Whether what was read is a .docx as it is: not converted, not as it was before changes."""
    as_it_is = all(each.what not in ("converted", "view-original") for each in document.assumed)
    return as_it_is and any(segment.run is not None for segment in document.segments)


def _mark(places: Places, atoms: Sequence[Atom], spans: Sequence[Span]) -> list[Anchor]:
    """Cut the runs at the ends of the spans and highlight these; what each comment covers."""
    found = [places.of(span) for span in spans]
    ends = [each for each in (*spans, *found) if isinstance(each, Span)]
    stretches = cut_runs(atoms, (end for span in ends if span.start < span.end for end in span))
    for span in spans:
        for stretch in within(stretches, span):
            highlight(stretch.run)
    return [anchor(place, stretches) for place in found]


def _notes_in(
    package: Package, main: str, spans: Sequence[Span], atoms: Sequence[Atom]
) -> Iterator[str]:
    """The parts with notes in which a span is highlighted."""
    companions = package.related(main)
    for kind in KINDS:
        for part in companions.get(f"{kind}s", [])[:1]:
            root = package.parse(part)
            shown = [a for a in atoms if a.element.getroottree().getroot() is root]
            if shown and any(s.start < shown[-1].end and shown[0].start < s.end for s in spans):
                yield part


def _lines(finding: Finding, note: str, wording: Wording) -> Iterator[Line]:
    """What a comment says: the risk, why it is one, the redraft, the law, the note."""
    tier = wording.name("tier", str(finding.tier))
    severity = wording.name("severity", finding.severity)
    confidence = wording("confidence", percent=round(finding.confidence * 100))
    yield one_line(finding.title), ""
    yield "", f"{tier} · {severity} · {confidence}"
    for name, words in (
        ("part.why", finding.explanation),
        ("part.redraft", finding.recommendation),
        ("part.basis", "; ".join(wording.basis(finding))),
        ("conclusion.note", note.strip()),
    ):
        if words:
            yield f"{wording(name)}: ", one_line(words)
