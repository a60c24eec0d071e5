"""The identity of a finding: survives renumbering, edits elsewhere and a change of leading rule."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from riskscan.structure.model import ANNEXED, LARGE, Act

_HEADED = ANNEXED | LARGE
_NOISE = re.compile(r"[\W\d_]+")


def fingerprints(act: Act, sites: Sequence[tuple[str, int]]) -> list[str]:
    """A fingerprint for each (factor, provision) in text order.

    Made of the factor, the provision's own words, the headings above it without their numbers, and
    an ordinal among equals.
    """
    seen: Counter[str] = Counter()
    result = []
    for factor, provision in sites:
        key = _digest([factor, _words(act, provision), *_lineage(act, provision)])
        result.append(f"{key}-{seen[key]}" if seen[key] else key)
        seen[key] += 1
    return result


def _lineage(act: Act, provision: int) -> Iterable[str]:
    return (
        _words(act, ancestor.index)
        for ancestor in act.ancestors(provision)
        if ancestor.kind in _HEADED
    )


def _words(act: Act, provision: int) -> str:
    text = act.provisions[provision].text.of(act.document.text)
    return _NOISE.sub(" ", text.lower().replace("ё", "е")).strip()


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
