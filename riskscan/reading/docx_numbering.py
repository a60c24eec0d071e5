"""The numbers Word generates: counters and labels of numbered paragraphs.

Source: ECMA-376 part 1, 17.9; where it is silent, what LibreOffice shows, with which the tests
compare label by label.
"""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element

from riskscan.reading.docx_changes import FORMER_LABEL, former_label
from riskscan.reading.docx_lists import LEVELS, Level, ListDefinition, read_lists
from riskscan.reading.docx_styles import PARAGRAPH_PROPERTIES, Styles
from riskscan.reading.number_formats import FORMATS
from riskscan.reading.ooxml import number, value, w

# A placeholder with the literal text up to the next one.
PLACEHOLDER = re.compile(r"%([1-9])((?:(?!%[1-9]).)*)", re.DOTALL)
NUMBERING_PROPERTIES = w("numPr")
NO_LIST = "0"
DASHES = frozenset("-‐‑‒–—−")
BULLET = "•"


class Numbering:
    """Gives each paragraph its label; ask for every paragraph once, in document order."""

    def __init__(self, root: _Element | None, styles: Styles, tally: Counter[str]) -> None:
        self._styles = styles
        self._lists = {} if root is None else read_lists(root)
        self._counters: dict[str, list[int | None]] = {}
        self._linked_levels: dict[tuple[str, str | None], int] = {}
        self._used: set[tuple[str, int]] = set()
        self._tally = tally

    def label(self, paragraph: _Element) -> str:
        """The label with the space after it; empty for a paragraph without a number."""
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        place = self._place(properties)
        if place is None:
            return ""
        definition, depth = place
        counts = self._count(definition, depth)
        level = definition.levels[depth]
        former = former_look(properties)
        if former is not None:
            label = former_label(former)
        else:
            label = "" if level.hidden else self._compose(definition, level, counts)
        return f"{label} " if label and level.spaced else label

    def _place(self, properties: _Element | None) -> tuple[ListDefinition, int] | None:
        """The list and level of a paragraph, each from the nearest source that names it."""
        style = self._styles.of_paragraph(properties)
        direct = None if properties is None else properties.find(NUMBERING_PROPERTIES)
        sources = self._styles.numbering_properties(style)
        if direct is not None:
            sources = (direct, *sources)
        identity = next((found for source in sources if (found := value(source, "numId"))), NO_LIST)
        definition = self._lists.get(identity)
        if definition is None or identity == NO_LIST:
            return None
        depths = (number(source, "ilvl") for source in sources)
        depth = next((found for found in depths if found is not None), None)
        if depth is None:
            linked = definition.identity, style
            if linked not in self._linked_levels:
                self._linked_levels[linked] = self._linked_level(definition, style)
            depth = self._linked_levels[linked]
        return definition, min(max(depth, 0), LEVELS - 1)

    def _linked_level(self, definition: ListDefinition, style: str | None) -> int:
        """The level that names the paragraph's style or one it is based on; the first if none."""
        for name in self._styles.chain(style):
            for depth, level in enumerate(definition.levels):
                if level.style == name:
                    return depth
        return 0

    def _count(self, definition: ListDefinition, depth: int) -> list[int | None]:
        """Count one more paragraph at a level; the counts of all levels after it."""
        counts = self._counters.setdefault(definition.family, [None] * LEVELS)
        levels = definition.levels
        for outer in range(depth):
            if counts[outer] is None:
                counts[outer] = levels[outer].start
        current = counts[depth]
        first_use = (definition.identity, depth) not in self._used
        self._used.add((definition.identity, depth))
        if first_use and depth in definition.starts:
            counts[depth] = definition.starts[depth]
        else:
            counts[depth] = levels[depth].start if current is None else current + 1
        for inner in range(depth + 1, LEVELS):
            if depth < levels[inner].restart:
                counts[inner] = None
        return counts

    def _compose(self, definition: ListDefinition, level: Level, counts: list[int | None]) -> str:
        if level.format == "bullet":
            return bullet(level.text)

        def written(placeholder: re.Match[str]) -> str:
            """A level without numbers also drops the separator after it, but not the ending."""
            depth = int(placeholder[1]) - 1
            count = counts[depth]
            form = definition.levels[depth].format
            if count is None or "none" in (form, level.format):
                return placeholder[2] if placeholder.end() == len(level.text) else ""
            return self._write(form, level.legal, count) + placeholder[2]

        return PLACEHOLDER.sub(written, level.text)

    def _write(self, form: str, legal: bool, count: int) -> str:
        if form == "bullet":
            return ""
        if legal:
            form = "decimal"
        if form not in FORMATS or (form == "ordinal" and not self._styles.russian):
            self._tally["unknown-numbering"] += 1
            form = "decimal"
        return FORMATS[form](count)


def former_look(properties: _Element | None) -> str | None:
    """How the number of a paragraph looked before a change, where the original text is read."""
    direct = None if properties is None else properties.find(NUMBERING_PROPERTIES)
    return None if direct is None else direct.get(FORMER_LABEL)


def bullet(text: str) -> str:
    """A dash stays a dash; any other sign, often a letter of a symbol font, becomes a bullet."""
    return text if text in DASHES or not text else BULLET
