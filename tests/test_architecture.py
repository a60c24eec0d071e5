"""The stack of floors: a module imports only from floors below its own."""

from __future__ import annotations

import ast
from pathlib import Path

import riskscan

FLOORS = [
    {"errors"},
    {"yaml_file", "text"},
    {"reading", "structure"},
    {"language"},
    {"patterns"},
    {"norms"},
    {"engine"},
    {"analysis"},
    {"comparison", "corpus", "evaluation", "review"},
    {"report", "spacy"},
    {"cli_options", "cli_streams"},
    {"cli_comments", "cli_corpus", "cli_evaluate", "cli_parity", "cli_rank", "cli_rules"},
    {"cli"},
]
HEIGHT = {name: height for height, floor in enumerate(FLOORS) for name in floor}
PACKAGE = Path(riskscan.__file__).parent


def test_imports_go_down() -> None:
    """No module imports from a floor above, nor from another room of its own floor."""
    wrong = [
        f"{path.relative_to(PACKAGE)} imports riskscan.{target}"
        for path in PACKAGE.rglob("*.py")
        if (own := path.relative_to(PACKAGE).parts[0].removesuffix(".py")) != "__init__"
        for target in _imports(path)
        if target != own and HEIGHT[target] >= HEIGHT[own]
    ]
    assert wrong == []


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("riskscan."):
            names.add(str(node.module).split(".")[1])
    return names
