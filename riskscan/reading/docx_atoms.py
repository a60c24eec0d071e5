"""Which element of a Word file shows which characters of the text read from it.

What is written back into a draft asks here instead of counting characters a second time.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml.etree import _Element

from riskscan.reading.builder import Piece, TextBuilder
from riskscan.reading.docx import read_package
from riskscan.reading.limits import Limits
from riskscan.reading.package import Package


class Atom(NamedTuple):
    """The element that shows ``text[start:end]``, never empty.

    Generated text has the paragraph whose number or mark it is, or the reference to a note.
    """

    start: int
    end: int
    element: _Element
    generated: bool


def read_atoms(package: Package, name: str, limits: Limits) -> tuple[str, list[Atom]]:
    """The text of a .docx file and its atoms in text order, in the trees of the package.

    Raises as ``read_docx`` does.
    """
    builder = AtomBuilder(name, limits)
    document = read_package(package, name, builder)
    return document.text, builder.atoms


class AtomBuilder(TextBuilder):
    """A builder that remembers the elements, too."""

    def __init__(self, name: str, limits: Limits) -> None:
        super().__init__(name, limits)
        self.atoms: list[Atom] = []

    def note(self, piece: Piece) -> None:
        """Keep the elements that show the piece."""
        end = self.length
        for element, text in piece.sources:
            start, end = end, end + len(text)
            if text:
                self.atoms.append(Atom(start, end, element, piece.run is None))
