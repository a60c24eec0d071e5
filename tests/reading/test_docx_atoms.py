"""Each character of a Word document is known by the element that shows it."""

from __future__ import annotations

from riskscan.reading import Limits, read_bytes
from riskscan.reading.docx_atoms import read_atoms
from riskscan.reading.ooxml import w
from riskscan.reading.package import Package
from tests.reading.nasty_document import nasty_document


def test_every_character_but_line_ends_has_its_element() -> None:
    """The atoms are the segments taken apart; what no run holds points at its paragraph."""
    data = nasty_document()
    document = read_bytes(data, "draft.docx")
    text, atoms = read_atoms(Package(data, "draft.docx", Limits()), "draft.docx", Limits())
    assert text == document.text
    shown = [place for atom in atoms for place in range(atom.start, atom.end)]
    assert shown == [place for each in document.segments for place in range(each.start, each.end)]
    for atom in atoms:
        if atom.element.tag == w("t"):
            assert atom.element.text == text[atom.start : atom.end]
        assert atom.generated == (atom.element.tag == w("p"))
