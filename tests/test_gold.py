"""The gold corpus: sound data, a frozen test split, and floors no change may fall through."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from riskscan.analysis import Analyzer
from riskscan.text import Document

CORPORA = Path(__file__).parent.parent / "corpora"
GOLD = CORPORA / "gold" / "ru"


def read(name: str) -> list[dict[str, Any]]:
    """The items of one file."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["development.jsonl", "test.jsonl"])
def test_items_are_sound(name: str) -> None:
    """Ids are unique, half the items are clean, and a risk's span stands once in its text."""
    items = read(name)
    assert len({item["id"] for item in items}) == len(items)
    assert sum(item["label"] == "clean" for item in items) * 2 == len(items)
    for item in items:
        if item["label"] == "risk":
            assert item["text"].count(item["span"]) == 1
        else:
            assert item["trap"]


def test_the_test_split_is_frozen() -> None:
    """Whoever changes the test split must say so by changing its digest."""
    digest = hashlib.sha256((GOLD / "test.jsonl").read_bytes()).hexdigest()
    assert (GOLD / "test.sha256").read_text("utf-8").strip() == digest


def test_development_floor(analyzer: Analyzer) -> None:
    """Recall minus false alarms on the development split: a guess scores 0."""
    found = {"risk": 0, "clean": 0}
    items = read("development.jsonl")
    for item in items:
        findings = [f for f in analyzer.analyze(Document(item["text"])).findings if f.tier <= 2]
        if item["label"] == "clean":
            found["clean"] += bool(findings)
            continue
        start = item["text"].index(item["span"])
        end = start + len(item["span"])
        found["risk"] += any(f.provision.start < end and start < f.provision.end for f in findings)
    half = len(items) / 2
    recall, false_alarms = found["risk"] / half, found["clean"] / half
    assert recall >= 0.65
    assert false_alarms <= 0.10


@pytest.mark.parametrize(
    "path", sorted((CORPORA / "clean" / "ru").glob("*.txt")), ids=lambda p: p.stem
)
def test_clean_acts_pass_the_gate(analyzer: Analyzer, path: Path) -> None:
    """A well-drafted act gets no finding an expert would be asked to sign."""
    report = analyzer.analyze(Document(path.read_text("utf-8")))
    assert [f.quote for f in report.findings if f.tier == 1] == []
