"""``analyze --format docx-comments``: a copy of the draft with its findings as Word comments."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from riskscan.cli_streams import read_draft, write_whole
from riskscan.errors import UsageError

if TYPE_CHECKING:
    from riskscan.analysis import Analyzer, Options
    from riskscan.analysis.report import Report
    from riskscan.report import View

FORMAT = "docx-comments"


def check_copy(name: str, output: Path | None, view: str, rank: str | None) -> Path:
    """Where the copy goes; UsageError when nowhere, or over the draft, or of its old wording.

    Or in another order than the draft's.
    """
    if rank is not None:
        raise UsageError(
            "comments stand where their words do, in no other order",
            place="--rank",
            remedy="Leave --rank out",
        )
    if view == "original":
        raise UsageError(
            "comments stand in the draft as it is, not as it was before its tracked changes",
            place="--view",
            remedy="Leave --view out",
        )
    if output is None:
        raise UsageError("the copy needs a file", place=FORMAT, remedy="Name it with --output")
    if name != "-" and output.resolve() == Path(name).resolve():
        raise UsageError(
            "the copy would overwrite the draft", place=name, remedy="Choose another --output"
        )
    return output


def write_copy(analyzer: Analyzer, name: str, output: Path, options: Options, view: View) -> Report:
    """Analyse a .docx file and write its copy; UsageError for other drafts, InputError and kin."""
    from riskscan.reading import read_bytes
    from riskscan.report.docx_comments import annotated_docx, takes_comments

    original = read_draft(name)
    document = read_bytes(original, name)
    if not takes_comments(document):
        raise UsageError(
            "only a .docx file can be given back with comments",
            place=name,
            remedy="Choose another --format, or save the draft as .docx",
        )
    report = analyzer.analyze(document, options)
    write_whole(output, annotated_docx(original, document, report, view, datetime.now()))
    return report
