"""Edits of a text, and where a span of it stands afterwards."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from riskscan.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


Edits = tuple[Edit, ...]
Transformation = Callable[[str], Iterator[Edits]]
"""Every way a transformation changes a text; nothing where it does not apply."""


def apply(text: str, edits: Edits) -> str:
    """The text with all edits made; they must not overlap."""
    parts, last = [], 0
    for edit in sorted(edits):
        assert last <= edit.start <= edit.end
        parts += [text[last : edit.start], edit.new]
        last = edit.end
    return "".join([*parts, text[last:]])


def carry(span: Span, edits: Edits) -> Span:
    """Where a span of the old text stands in the new one; an edited edge takes the whole edit."""
    ordered = sorted(edits)
    return Span(_place(span.start, ordered, 0), _place(span.end, ordered, 1))


def _place(position: int, edits: list[Edit], side: int) -> int:
    at = bisect_right([edit.start for edit in edits], position - side)
    before = edits[:at]
    shift = sum(len(edit.new) - (edit.end - edit.start) for edit in before)
    if before and position < before[-1].end:
        last = before[-1]
        shift -= len(last.new) - (last.end - last.start)
        return last.start + shift + side * len(last.new)
    return position + shift
