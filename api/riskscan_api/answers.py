"""What the doors give back, beside the report itself."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from riskscan.analysis.report import Report

AnswerFormat = Literal["json", "sarif"]
MEDIA_TYPES: dict[str, AnswerFormat] = {
    "application/json": "json",
    "application/sarif+json": "sarif",
}


class FileReport(BaseModel):
    """The report on a file, with the text that was read from it: what its offsets count in."""

    text: str
    report: Report
