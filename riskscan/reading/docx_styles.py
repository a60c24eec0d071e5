"""Word styles: what a paragraph or a run inherits through ``basedOn``."""

from __future__ import annotations

from functools import cache

from lxml.etree import _Element

from riskscan.reading.ooxml import VAL, toggle, value, w

PARAGRAPH_PROPERTIES = w("pPr")
RUN_PROPERTIES = w("rPr")
STYLE_ID = w("styleId")
DEFAULT_LANGUAGE = "/".join(map(w, ("docDefaults", "rPrDefault", "rPr", "lang")))
DEEPEST = 64  # styles a style may inherit from; Word's own documents stay far below


class Styles:
    """The styles of one document, each asked for with all it is based on."""

    def __init__(self, root: _Element | None) -> None:
        found = () if root is None else root.iterfind(w("style"))
        self._styles = {style.get(STYLE_ID, ""): style for style in found}
        self._default = next(
            (
                identity
                for identity, style in self._styles.items()
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")
            ),
            None,
        )
        language = None if root is None else root.find(DEFAULT_LANGUAGE)
        self.russian = language is not None and language.get(VAL, "").lower().startswith("ru")
        self.chain = cache(self._chain)
        self.hidden = cache(self._hidden)
        self.numbering_properties = cache(self._numbering_properties)

    def of_paragraph(self, properties: _Element | None) -> str | None:
        """The style a paragraph names, else the document's default one."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def _numbering_properties(self, style: str | None) -> tuple[_Element, ...]:
        """The ``numPr`` elements a style brings, its own before inherited ones."""
        path = f"{PARAGRAPH_PROPERTIES}/{w('numPr')}"
        found = (self._styles[name].find(path) for name in self.chain(style))
        return tuple(properties for properties in found if properties is not None)

    def _chain(self, style: str | None) -> tuple[str, ...]:
        """The style and its ancestors, nearest first; a circle or an endless line is cut."""
        chain: dict[str, None] = {}
        while style in self._styles and style not in chain and len(chain) < DEEPEST:
            chain[style] = None
            style = value(self._styles[style], "basedOn")
        return tuple(chain)

    def _hidden(self, style: str | None) -> bool:
        """Whether a paragraph or character style hides its text."""
        for name in self.chain(style):
            hidden = toggle(self._styles[name].find(RUN_PROPERTIES), "vanish")
            if hidden is not None:
                return hidden
        return False
