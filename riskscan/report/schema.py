"""The published JSON Schema of a report; ``python -m riskscan.report.schema`` writes it anew."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from riskscan.analysis.report import Report

NAME = "riskscan-report-1.json"


def make_schema() -> str:
    """The schema as the model has it now."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:riskscan:schema:report-1",
        **Report.model_json_schema(by_alias=True, mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def read_schema() -> bytes:
    """The schema as it is published."""
    return files("riskscan.report").joinpath(NAME).read_bytes()


if __name__ == "__main__":
    Path(__file__).with_name(NAME).write_text(make_schema(), encoding="utf-8", newline="\n")
