"""What the page asks of a worker process: a draft checked and shown, or its review exported.

Only plain data goes back, and what is refused is named by a key of the page's strings.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from riskscan.analysis import Options
from riskscan.analysis.report import Interface, Report
from riskscan.engine.explanation import wording
from riskscan.engine.ruleset import RuleSet
from riskscan.errors import (
    DamagedFileError,
    DocumentTooLargeError,
    EmptyDocumentError,
    EncodingError,
    NoOriginalError,
    RiskscanError,
    RuleError,
    UnsupportedFormatError,
    UsageError,
)
from riskscan.reading import read_bytes
from riskscan.report.conclusion import conclude
from riskscan.report.docx import render_docx
from riskscan.report.docx_comments import annotated_docx, takes_comments
from riskscan.report.html import render_conclusion
from riskscan.report.reviewed_json import render_reviewed_json
from riskscan.report.view import View
from riskscan.review import ReviewedList, read_review, review
from riskscan.text import Document
from riskscan_api.drafts import Draft, Form
from riskscan_api.rendering import render_result
from riskscan_api.worker import Crashed, Setup, analyzer, crashed

ExportFormat = Literal["docx", "html", "json", "docx-comments"]

_KINDS: tuple[tuple[type[RiskscanError], str], ...] = (
    (EmptyDocumentError, "empty"),
    (EncodingError, "encoding"),
    (UnsupportedFormatError, "format"),
    (DamagedFileError, "damaged"),
    (DocumentTooLargeError, "long"),
    (NoOriginalError, "original"),
    (UsageError, "review"),
)


@dataclass(frozen=True, slots=True)
class Unusable:
    """A draft or a review that cannot be used; ``kind`` is a key of the ``error.…`` strings."""

    kind: str


PageOutcome = bytes | Unusable | Crashed


def check(setup: Setup, draft: Draft, ui: Interface) -> PageOutcome:
    """The result as HTML: the text with its marks, the findings, the outline."""

    def answer() -> bytes:
        document, report = _analyse(setup, draft, ui)
        factors = factor_names(analyzer(setup).ruleset, ui)
        return render_result(report, document, ui, factors).encode()

    return _outcome(answer)


def export(setup: Setup, form: Form, ui: Interface, format: ExportFormat) -> PageOutcome:
    """The reviewed list as a file's bytes; a review that is empty decides nothing."""

    def answer() -> bytes:
        decided = read_review(form.review or b"{}")
        document, report = _analyse(setup, form.draft, ui)
        reviewed = review(report, decided)
        if format == "json":
            return render_reviewed_json(report, reviewed).encode()
        if format == "docx-comments":
            return _commented(setup, form.draft, document, report, reviewed, ui)
        factors = factor_names(analyzer(setup).ruleset, ui)
        conclusion = conclude(report, document, reviewed, ui, factors)
        if format == "docx":
            return render_docx(conclusion)
        return render_conclusion(conclusion).encode()

    return _outcome(answer)


def _commented(
    setup: Setup,
    draft: Draft,
    document: Document,
    report: Report,
    reviewed: ReviewedList,
    ui: Interface,
) -> bytes:
    """The file that was sent, with the expert's notes in the comments."""
    if not takes_comments(document):
        raise UnsupportedFormatError("only a .docx file can be given back with comments")
    notes = {each.finding.id: each.decision.note for each in reviewed.accepted}
    return annotated_docx(
        draft.data,
        document,
        _upheld(report, reviewed),
        View(ui, max_tier=3),
        made=datetime.now(),
        notes=notes,
        limits=setup.limits,
    )


def _upheld(report: Report, reviewed: ReviewedList) -> Report:
    """The report with the findings accepted, and those of tier 1 nobody has decided about."""
    upheld = [each.finding for each in reviewed.accepted]
    upheld += [each.finding for each in reviewed.undecided if each.finding.tier == 1]
    return report.model_copy(update={"findings": tuple(sorted(upheld, key=lambda f: f.start))})


def _outcome(answer: Callable[[], bytes]) -> PageOutcome:
    """The answer, or what the page says instead; a worker never raises."""
    try:
        return answer()
    except RuleError as error:
        return Crashed("RuleError", str(error))
    except RiskscanError as error:
        return Unusable(_kind(error))
    except Exception as error:
        return crashed(error)


def factor_names(ruleset: RuleSet, ui: Interface) -> dict[str, str]:
    """The names of the factors by code."""
    return {code: wording(factor.title, ui) for code, factor in ruleset.factors.items()}


def _analyse(setup: Setup, draft: Draft, ui: Interface) -> tuple[Document, Report]:
    if draft.name is None:
        document = Document(draft.data.decode("utf-8", "replace"))
    else:
        document = read_bytes(draft.data, draft.name, setup.limits, draft.view)
    if len(document.text) > setup.limits.characters:
        raise DocumentTooLargeError("the text is too long")
    return document, analyzer(setup).analyze(document, Options(ui=ui))


def _kind(error: RiskscanError) -> str:
    return next((kind for known, kind in _KINDS if isinstance(error, known)), "refused")
