"""The wheel carries its rules: what is installed needs nothing of the checkout."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
ASK = (
    "from riskscan.engine import load_ruleset, rules_root; "
    "print(rules_root(), load_ruleset().digest)"
)


def test_an_unpacked_wheel_finds_the_same_rules(tmp_path: Path) -> None:
    """``rules_root()`` is inside the package, and the rules are those of the checkout."""
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    command = [sys.executable, "-c", ASK]
    asked = subprocess.run(
        command, cwd=installed, check=True, capture_output=True, text=True
    ).stdout.split()
    checkout = subprocess.run(
        command, cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split()
    assert Path(asked[0]).is_relative_to(installed)
    assert Path(checkout[0]) == ROOT / "rules"
    assert asked[1] == checkout[1]
    assert (installed / "riskscan_api" / "app.py").is_file()
    assert (installed / "riskscan_api" / "strings" / "kk.json").is_file()
    assert (installed / "riskscan_api" / "static" / "fonts" / "literata-OFL.txt").is_file()
