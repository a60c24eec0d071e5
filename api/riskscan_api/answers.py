"""What the doors give back, beside the report itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel

from riskscan.analysis.report import Report
from riskscan.comparison import Parity
from riskscan.comparison.model import Side

EXAMPLE_TEXT = "12. Срок рассмотрения заявки может быть продлен руководителем управления."

AnswerFormat = Literal["json", "sarif"]
MEDIA_TYPES: Mapping[str, AnswerFormat] = {
    "application/json": "json",
    "application/sarif+json": "sarif",
}


class FileReport(BaseModel):
    """The report on a file, with the text that was read from it: what its offsets count in."""

    text: str
    report: Report


class FileParity(BaseModel):
    """The comparison of files, with the two texts that were read: what its places count in."""

    texts: dict[Side, str]
    parity: Parity
