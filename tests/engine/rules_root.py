"""A small rules root written to a folder, for tests that break one file of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from riskscan.engine import rules_root


def copy_rules(folder: Path) -> Path:
    """The project's own rules, copied where a test may spoil them."""
    target = folder / "rules"
    shutil.copytree(rules_root(), target)
    return target


RULE = Path("deadlines/deadline-extension.unbounded.yaml")
