"""What the analyzer saw in one document, cut down to what measuring needs."""

from __future__ import annotations

from dataclasses import dataclass

from riskscan.analysis import Analyzer, Finding
from riskscan.text import Document, Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """One finding: what it claims, how sure, and where."""

    rule: str
    factor: str
    tier: int
    confidence: float
    span: Span
    provision: Span
    quote: str
    citation: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The findings of one document, the spans of its sentences and the number of its words.

    ``sentences`` is empty when there are no findings: then nobody asks.
    """

    sightings: tuple[Sighting, ...]
    sentences: tuple[Span, ...]
    words: int

    def upto(self, tier: int) -> tuple[Sighting, ...]:
        """The sightings of this tier or a better one."""
        return tuple(each for each in self.sightings if each.tier <= tier)


class Observer:
    """Analyses documents; built once in each process."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def __call__(self, document: Document) -> Seen:
        """What the analyzer says of a document."""
        report = self._analyzer.analyze(document)
        return Seen(
            tuple(map(_sighting, report.findings)),
            self._sentences(document) if report.findings else (),
            report.document.words,
        )

    def _sentences(self, document: Document) -> tuple[Span, ...]:
        text = self._analyzer.annotated(document)[0]
        bounds = text.sentences.tolist()
        return tuple(map(text.tokens.span, bounds[:-1], bounds[1:]))


def _sighting(finding: Finding) -> Sighting:
    return Sighting(
        finding.rule,
        finding.factor,
        finding.tier,
        finding.confidence,
        Span(finding.start, finding.end),
        Span(finding.provision.start, finding.provision.end),
        finding.quote,
        finding.provision.citation["ru"],
    )
