"""Well-drafted acts: what no rule should find anything in."""

from __future__ import annotations

from pathlib import Path

from riskscan.errors import InputError
from riskscan.reading import read
from riskscan.text import Document


def clean_beside(gold: Path) -> Path | None:
    """corpora/clean/ru for corpora/gold/ru, if it is there."""
    folder = gold.resolve()
    clean = folder.parent.parent / "clean" / folder.name
    return clean if clean.is_dir() else None


def read_clean(folder: Path | None) -> list[tuple[str, Document]]:
    """The acts of a folder with their names; InputError when it holds none."""
    if folder is None:
        return []
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise InputError(
            "no well-drafted acts", place=str(folder), remedy="The folder must hold *.txt files"
        )
    return [(path.stem, read(path)) for path in paths]
