"""How long five hundred comments take in an act of a hundred pages.

``python -m benchmarks.comments`` prints seconds on this machine: reading the file, and giving it
back with a comment and a highlight on each finding.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from time import perf_counter

import docx

from riskscan.analysis import Analyzer, Options
from riskscan.reading import read_bytes
from riskscan.report import View
from riskscan.report.docx_comments import annotated_docx

FINDINGS = 500
NORM = "Срок проверки может быть продлен руководителем управления. "
FILLER = "Заявка подается через портал и регистрируется в день поступления. " * 8
MADE = datetime(2026, 1, 1)


def act() -> bytes:
    """A .docx file with as many risky norms, about 250,000 characters in all."""
    document = docx.Document()
    for number in range(1, FINDINGS + 1):
        paragraph = document.add_paragraph(f"{number}. {NORM}")
        paragraph.add_run(FILLER).italic = True
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def main() -> None:
    """Print the figures."""
    data = act()
    start = perf_counter()
    document = read_bytes(data, "act.docx")
    read = perf_counter() - start
    report = Analyzer().analyze(document, Options())
    comments = sum(finding.tier == 1 for finding in report.findings)
    start = perf_counter()
    annotated_docx(data, document, report, View(), MADE)
    written = perf_counter() - start
    print(f"{len(document.text)} characters read in {read:.2f} s")
    print(f"{comments} comments written in {written:.2f} s")


if __name__ == "__main__":
    main()
