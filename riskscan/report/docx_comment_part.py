"""The comments part of a Word file: the user's own comments, and new ones after them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count

from lxml import etree
from lxml.etree import _Element

from riskscan.reading.ooxml import INTEGER, TRANSITIONAL, VAL, w
from riskscan.reading.package import CONTENT_TYPES, Package, encode
from riskscan.report.xml_text import legal

AUTHOR, INITIALS = "riskscan", "RS"
COMMENT = w("comment")
ID = w("id")
CITED = tuple(map(w, ("commentRangeStart", "commentRangeEnd", "commentReference")))
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PRESERVE = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
SIZE = "20"  # half points

Line = tuple[str, str]  # what is in bold, and what follows it


class CommentPart:
    """The comments of one package, whose main part is named; ``parts`` gives them as bytes."""

    def __init__(self, package: Package, main: str, made: datetime) -> None:
        self._package = package
        self._main = main
        self._made = made
        present = package.related(main).get("comments", ())
        self._name = next(iter(present), "")
        self._root = (
            package.parse(self._name)
            if self._name
            else etree.Element(w("comments"), nsmap={"w": TRANSITIONAL})
        )
        self._identities = count(1 + max(self._taken(), default=-1))

    def add(self, lines: Iterable[Line]) -> str:
        """Write a comment; its id."""
        identity = str(next(self._identities))
        comment = etree.SubElement(
            self._root,
            COMMENT,
            {
                ID: identity,
                w("author"): AUTHOR,
                w("initials"): INITIALS,
                # Word writes the local time and marks it as universal; so it shows it right.
                w("date"): self._made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        )
        for number, line in enumerate(lines):
            _paragraph(comment, line, first=number == 0)
        return identity

    def parts(self) -> dict[str, bytes]:
        """The parts that hold the comments and make them known, by name."""
        if self._name:
            return {self._name: encode(self._root, self._package.is_strict(self._name))}
        name = self._free_name()
        strict = self._package.is_strict(self._main)
        return self._linked(name, strict) | {name: encode(self._root, strict)}

    def _taken(self) -> Iterator[int]:
        """The ids of comments and of references to them, also of those without a comment."""
        cited = self._package.parse(self._main).iter(*CITED)
        for element in (*self._root.iterfind(COMMENT), *cited):
            identity = element.get(ID, "")
            if INTEGER.fullmatch(identity):
                yield int(identity)

    def _free_name(self) -> str:
        """A name that neither a part nor a declaration of a missing one bears."""
        taken = self._package.content_types()
        folder = posixpath.dirname(self._main)
        names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
        return next(name for name in names if name.lower() not in taken)

    def _linked(self, name: str, strict: bool) -> dict[str, bytes]:
        """The content types with the new part's, and the main part's relationships with it."""
        types = self._package.parse(CONTENT_TYPES)
        declared = {"PartName": f"/{name}", "ContentType": CONTENT_TYPE}
        types.append(types.makeelement(_beside(types, "Override"), declared))

        folder, base = posixpath.split(self._main)
        place = posixpath.join(folder, "_rels", f"{base}.rels")
        links = (
            self._package.parse(place)
            if place in self._package
            else etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
        )
        taken = {link.get("Id") for link in links}
        identity = next(each for each in map("rId{}".format, count(1)) if each not in taken)
        link = {"Id": identity, "Type": f"{OFFICE}/comments", "Target": posixpath.basename(name)}
        links.append(links.makeelement(_beside(links, "Relationship"), link))
        return {CONTENT_TYPES: encode(types, strict=False), place: encode(links, strict)}


def _beside(root: _Element, name: str) -> str:
    """The name in the namespace of the root."""
    return f"{{{etree.QName(root).namespace}}}{name}"


def _paragraph(comment: _Element, line: Line, first: bool) -> None:
    """One paragraph with its own layout: that of the act is made for the act."""
    paragraph = etree.SubElement(comment, w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("spacing"), {w("before"): "0", w("after"): "0"})
    etree.SubElement(properties, w("ind"), {w("left"): "0", w("firstLine"): "0"})
    etree.SubElement(properties, w("jc"), {VAL: "left"})
    if first:
        etree.SubElement(etree.SubElement(paragraph, w("r")), w("annotationRef"))
    for words, bold in zip(line, (True, False), strict=True):
        if words:
            _run(paragraph, words, bold)


def _run(paragraph: _Element, words: str, bold: bool) -> None:
    run = etree.SubElement(paragraph, w("r"))
    properties = etree.SubElement(run, w("rPr"))
    if bold:
        etree.SubElement(properties, w("b"))
    etree.SubElement(properties, w("sz"), {VAL: SIZE})
    etree.SubElement(run, w("t"), PRESERVE).text = legal(words)
