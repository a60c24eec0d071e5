"""The sample draft: made by its program, read with the numbers a word processor shows."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from riskscan.reading import read, read_bytes
from tests.reading.office import plain_texts, require_office

SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
SAMPLE = SAMPLES / "rules.docx"


def maker() -> ModuleType:
    """The program that makes the sample."""
    spec = importlib.util.spec_from_file_location("make_rules", SAMPLES / "make_rules.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sample_is_what_its_program_makes() -> None:
    """The file in the repository reads as the file made now, and made twice is the same."""
    made = maker().make()
    assert made == maker().make()
    assert read_bytes(made, "x").text == read(SAMPLE).text


def test_the_sample_shows_what_reading_can_do() -> None:
    """Generated numbers, a tracked insertion, a footnote and a table are all in the text."""
    document = read(SAMPLE)
    text = document.text
    assert "\nГлава 1. Общие положения\n" in text
    assert "\n10. Услугодатель отказывает" in text
    assert "обновляются не позднее пятого числа" in text
    assert "портал)[1]." in text
    assert "\n[1] Портал доступен" in text
    assert {segment.part for segment in document.segments} == {"body", "table", "footnote"}
    assert document.unread == ()
    assert 1300 <= len(text.split()) <= 1700


LABEL = re.compile(r"\s*(Глава \d+\.|\d+[.)])\s+(.{1,20})")


@pytest.mark.office
def test_the_addresses_of_the_sample_are_those_of_libreoffice(tmp_path: Path) -> None:
    """Both readings show the same sixty numbers before the same words in the same order."""
    require_office()
    document = read(SAMPLE)
    (exported,) = plain_texts([SAMPLE], tmp_path)
    ours, theirs = (
        [match.groups() for line in text.splitlines() if (match := LABEL.match(line))]
        for text in (document.text, exported)
    )
    assert ours == theirs
    generated = [document.text[s.start : s.end].strip() for s in document.segments if s.generated]
    assert [label for label, _ in ours] == [text for text in generated if "[" not in text]
    assert len(ours) == 60
