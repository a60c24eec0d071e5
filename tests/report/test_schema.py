"""The published JSON Schema: in step with the model, and kept to by real reports."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from riskscan.analysis import Analyzer
from riskscan.report.schema import make_schema, read_schema
from riskscan.text import Document


def test_the_file_is_what_the_model_says() -> None:
    """A change of the model without ``python -m riskscan.report.schema`` fails here."""
    assert read_schema().decode() == make_schema()


def test_reports_keep_to_it(analyzer: Analyzer) -> None:
    """A real report is valid; one without its findings, or with a stranger, is not."""
    schema = json.loads(read_schema())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    text = "1. Срок проверки может быть продлен руководителем инспекции.\n"
    report = json.loads(analyzer.analyze(Document(text)).to_json())
    assert report["findings"]
    validator.validate(report)
    for broken in ({**report, "findings": None}, {**report, "stranger": 1}):
        with pytest.raises(ValidationError):
            validator.validate(broken)
