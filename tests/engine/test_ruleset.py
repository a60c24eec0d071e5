"""Loading rules: every defect is refused with its file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from riskscan.engine import load_ruleset, rules_root
from riskscan.errors import RuleError
from riskscan.language.model import Vocabulary
from riskscan.language.ru.morphology import RussianMorphology
from tests.engine.rules_root import RULE, copy_rules


def spoil(folder: Path, old: str, new: str) -> Path:
    """A rules root with one replacement in one rule."""
    root = copy_rules(folder)
    text = (root / RULE).read_text("utf-8")
    assert old in text
    (root / RULE).write_text(text.replace(old, new, 1), "utf-8")
    return root


DEFECTS = [
    ("severity: high", "severity: hihg", "severity"),
    ("severity: high", "severity: high\nseverity: low", "duplicate key"),
    ("status: stable", "status: stable\ncolour: red", "Extra inputs"),
    ("factor: deadline-extension", "factor: deadline-missing", "begins with its factor"),
    ("action: <extend>", "action: <extent>", "unknown action"),
    ("action: <extend>", "action: extend", "<extend>"),
    ("object: <term-or-procedure>", "object: <no-such>", "unknown concept"),
    ("guards:", "doubtful_without: <no-one>\n  guards:", "unknown concept <no-one>"),
    ("source: kz-350-VI", "source: kz-1", "unknown source"),
    ("kind: law, source: kz-350-VI", "kind: law, source: *x", "undefined alias"),
    ("guards: [X04", "guards: [X99", "guards"),
    ("confidence: 0.75", "confidence: 1.5", "less than or equal"),
    ("title:", "title: [", "not valid YAML"),
]


@pytest.mark.parametrize(("old", "new", "cause"), DEFECTS)
def test_a_defect_is_refused_with_its_place(tmp_path: Path, old: str, new: str, cause: str) -> None:
    """The message names the file, a line and a column, and says what is wrong."""
    with pytest.raises(RuleError) as caught:
        load_ruleset(spoil(tmp_path, old, new))
    assert cause in str(caught.value)
    file, line, column = caught.value.place.rsplit(":", 2)
    assert Path(file).name == RULE.name
    assert int(line) > 0 and int(column) > 0


def test_the_place_is_the_defect_itself(tmp_path: Path) -> None:
    """Line and column point at the wrong value, not at the top of the file."""
    root = spoil(tmp_path, "severity: high", "severity: hihg")
    lines = (root / RULE).read_text("utf-8").splitlines()
    with pytest.raises(RuleError) as caught:
        load_ruleset(root)
    line = int(caught.value.place.rsplit(":", 2)[1])
    assert "hihg" in lines[line - 1]


def test_deep_nesting_and_large_files_are_refused(tmp_path: Path) -> None:
    """A hostile file costs an error message, not the process."""
    root = copy_rules(tmp_path)
    (root / RULE).write_text("a: " + "[" * 5000 + "]" * 5000, "utf-8")
    with pytest.raises(RuleError, match="nested"):
        load_ruleset(root)
    (root / RULE).write_text("a: " + "x" * 600_000, "utf-8")
    with pytest.raises(RuleError, match="limit"):
        load_ruleset(root)


def test_two_rules_of_one_id_are_refused(tmp_path: Path) -> None:
    """An id belongs to one rule, for ever."""
    root = copy_rules(tmp_path)
    (root / RULE).with_name("copy.yaml").write_bytes((root / RULE).read_bytes())
    with pytest.raises(RuleError, match="stands in"):
        load_ruleset(root)


def test_a_folder_that_is_no_rules_root(tmp_path: Path) -> None:
    """The remedy says what a rules root holds."""
    with pytest.raises(RuleError, match=r"factors\.yaml"):
        load_ruleset(tmp_path)


def test_the_digest_follows_every_file(tmp_path: Path) -> None:
    """One changed word in a concept is another ruleset."""
    root = copy_rules(tmp_path)
    before = load_ruleset(root).digest
    concept = root / "concepts" / "commission.yaml"
    concept.write_text(concept.read_text("utf-8") + "# a note\n", "utf-8")
    assert load_ruleset(root).digest != before


def test_a_bad_pattern_names_its_file_and_line(tmp_path: Path) -> None:
    """A pattern is compiled, not only parsed; its error still points into the YAML."""
    from riskscan.engine.language import LanguageEngine

    root = copy_rules(tmp_path)
    concept = root / "concepts" / "commission.yaml"
    concept.write_text(concept.read_text("utf-8").replace("\nkk:", "\n  - (жюри\nkk:"), "utf-8")
    vocabulary = Vocabulary(RussianMorphology())
    with pytest.raises(RuleError) as caught:
        LanguageEngine(load_ruleset(root), "ru", vocabulary)
    assert "commission.yaml:" in caught.value.place


def test_the_installed_rules_are_found() -> None:
    """A checkout, an editable install and a wheel all have a rules root."""
    assert (rules_root() / "factors.yaml").is_file()
    assert len(load_ruleset().rules) >= 13
