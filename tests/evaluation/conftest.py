"""Two rules and an analyzer over them: figures known beforehand must not hang on new rules."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.engine import rules_root

KEPT = {"deadline-extension.unbounded", "discretion-wide.at-discretion"}


@pytest.fixture(scope="session")
def two_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rules folder with two rules left."""
    root = tmp_path_factory.mktemp("two") / "rules"
    shutil.copytree(rules_root(), root)
    for path in root.glob("*/*.*.yaml"):
        if path.stem not in KEPT:
            path.unlink()
    return root


@pytest.fixture(scope="session")
def analyzer(two_rules: Path) -> Analyzer:
    """The analyzer over the two rules."""
    return Analyzer(two_rules)
