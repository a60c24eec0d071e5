"""Sightings made by hand, where a test needs to know exactly what was seen."""

from __future__ import annotations

from riskscan.evaluation.sightings import Seen, Sighting
from riskscan.text import Span


def sighting(
    start: int,
    end: int,
    *,
    provision: tuple[int, int] = (0, 100),
    factor: str = "deadline-extension",
    tier: int = 1,
    confidence: float = 0.8,
) -> Sighting:
    """A finding at a place."""
    return Sighting(
        f"{factor}.rule", factor, tier, confidence, Span(start, end), Span(*provision), "…", "п. 1"
    )


def seen(
    *sightings: Sighting, sentences: tuple[tuple[int, int], ...] = (), words: int = 10
) -> Seen:
    """What was seen in one document."""
    return Seen(sightings, tuple(Span(*each) for each in sentences), words)
