"""Stems of Debian's ``hunspell-kk``, read when the package is installed.

They only speak for words our own lexicon does not know, so what it knows reads the same on every
machine. The list is the package's own file, unmodified (GPL-2+, LGPL-2.1+ or MPL-1.1+), never part
of riskscan; a report names its digest, since findings can differ.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

INSTALLED = Path("/usr/share/hunspell/kk_KZ.dic")
_VERB_FLAG = "M"  # endings of tense and mood
_NOUN_FLAG = "C"  # endings of case


def find() -> Path | None:
    """The installed list of stems, if there is one."""
    return INSTALLED if INSTALLED.is_file() else None


def digest(path: Path) -> str:
    """What a report says of a list: its name and the SHA-256 of its bytes."""
    return f"{path.name} sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def stems(path: Path) -> Iterator[tuple[str, str]]:
    """Every stem with its part of speech, NOUN or VERB; entries without endings are left out."""
    for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]:
        stem, _, flags = line.strip().partition("/")
        if not stem.isalpha():
            continue
        if _VERB_FLAG in flags:
            yield stem.lower(), "VERB"
        elif _NOUN_FLAG in flags:
            yield stem.lower(), "NOUN"
