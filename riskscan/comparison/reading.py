"""The two texts as read, each in its language, and what had to be assumed about them."""

from __future__ import annotations

from bisect import bisect_right

from riskscan.comparison.columns import Note
from riskscan.comparison.facts import Facts, facts
from riskscan.comparison.units import outline
from riskscan.language.identify import identify
from riskscan.structure import parse
from riskscan.text import Document, Span


class Reading:
    """One text: its units and, when first asked for, what each of them says."""

    def __init__(self, document: Document, language: str) -> None:
        self.language = language
        self.act = parse(document)
        self.outline = outline(self.act)
        self._facts: dict[int, Facts] = {}
        self._starts = [provision.span.start for provision in self.act.provisions]

    def facts(self, unit: int) -> Facts:
        """What a unit says."""
        if unit not in self._facts:
            self._facts[unit] = facts(self.outline, self.outline.units[unit], self.language)
        return self._facts[unit]

    def in_source(self, span: Span) -> Span:
        """A span of the matching view as one of the text that was sent."""
        return self.act.document.view.span_in_source(span)

    def provision_at(self, offset: int) -> int:
        """The innermost provision a place of the text stands in."""
        return max(0, bisect_right(self._starts, offset) - 1)


def in_order(first: Document, second: Document) -> tuple[Document, Document, list[Note]]:
    """The Russian and the Kazakh text, exchanged when they came the other way round."""
    languages = _language(first), _language(second)
    if (languages[0] == "kk" != languages[1]) or (languages[1] == "ru" != languages[0]):
        return second, first, [Note("swapped")]
    return first, second, []


def readings(ru: Document, kk: Document) -> tuple[Reading, Reading, list[Note]]:
    """Both texts, each read in the language its words show."""
    languages = _language(ru), _language(kk)
    notes = []
    if languages[0] == languages[1] != "other":
        notes.append(Note(f"same-{languages[0]}"))
    assumed = []
    for side, language in zip(("ru", "kk"), languages, strict=True):
        if language == "other":
            notes.append(Note(f"unknown-{side}"))
        assumed.append(side if language == "other" else language)
    return Reading(ru, assumed[0]), Reading(kk, assumed[1]), notes


def _language(document: Document) -> str:
    return identify(document.view.text)
