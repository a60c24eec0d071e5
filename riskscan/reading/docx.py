"""Word documents: a .docx becomes a Document with its numbers, notes, tables and source map.

Read as Word shows the text, with tracked changes accepted or as it was before them: hidden text
left out, generated numbers in place. What is not text is listed in ``Document.unread``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from lxml.etree import _Element

from riskscan.errors import DamagedFileError, UnsupportedFormatError
from riskscan.reading.builder import TextBuilder, unread
from riskscan.reading.docx_changes import DELETIONS, INSERTIONS, count_changes, reverse
from riskscan.reading.docx_notes import KINDS
from riskscan.reading.docx_numbering import Numbering
from riskscan.reading.docx_story import Manuscript, StoryReader
from riskscan.reading.docx_styles import Styles
from riskscan.reading.limits import Limits
from riskscan.reading.ooxml import w
from riskscan.reading.package import CONTENT_TYPES, SAVE_AGAIN, Package
from riskscan.text import Assumption, Document
from riskscan.text.document import AssumedKind

SAVE_AS_DOCX = "Save it as .docx"
Changes = Literal["accepted", "original"]  # as what tracked changes are read
READ_AS: dict[Changes, AssumedKind] = {"accepted": "view-accepted", "original": "view-original"}
Companions = dict[str, list[str]]  # the parts the main one points to, by kind
WORD_DOCUMENTS = ("document.main+xml", "template.main+xml")


def read_docx(data: bytes, name: str, limits: Limits, view: Changes = "accepted") -> Document:
    """Read the bytes of a .docx file, its tracked changes accepted or the wording before them.

    Raises UnsupportedFormatError for other archives and for documents with macros,
    DamagedFileError, DocumentTooLargeError.
    """
    return read_package(Package(data, name, limits), name, TextBuilder(name, limits), view)


def read_package(
    package: Package, name: str, builder: TextBuilder, view: Changes = "accepted"
) -> Document:
    """Read an opened .docx file with an empty builder; raises as ``read_docx`` does."""
    main = find_main(package, name)
    document = package.parse(main)
    body = document.find(w("body"))
    if body is None:
        raise DamagedFileError("no document body", place=f"{name}: {main}", remedy=SAVE_AGAIN)
    tally: Counter[str] = Counter()
    companions = package.related(main)
    notes = parse_notes(package, companions)
    stories = (document, *notes.values())
    changes = sum(map(count_changes, stories), Counter[str]())
    if view == "original":
        for story in stories:
            reverse(story)
    styles = Styles(parse_first(package, companions, "styles"))
    numbering = Numbering(parse_first(package, companions, "numbering"), styles, tally)
    manuscript = Manuscript(styles, numbering, builder, tally)
    StoryReader(body, manuscript).read(body, "body")
    read_notes(notes, manuscript)
    tally_other_parts(package, companions, tally)
    if view == "original":
        del tally["deleted-text"]  # here it is what was inserted, and the assumptions tell of it
    assumed = tuple(assumptions(changes, view))
    return Document(builder.text(), name, tuple(builder.segments), unread(tally), assumed)


def assumptions(changes: Counter[str], view: Changes) -> Iterator[Assumption]:
    """As what tracked changes were read, how many there are, and of them insertions, deletions."""
    if view == "original" or changes:
        yield Assumption(READ_AS[view], changes.total())
    if inserted := sum(changes[name] for name in INSERTIONS):
        yield Assumption("tracked-insertions", inserted)
    if deleted := sum(changes[name] for name in DELETIONS):
        yield Assumption("tracked-deletions", deleted)


def find_main(package: Package, name: str) -> str:
    """The name of the part that holds the text; raises when it is no Word document we read."""
    if CONTENT_TYPES not in package:
        raise UnsupportedFormatError(
            "the archive holds no Word document", place=name, remedy=SAVE_AS_DOCX
        )
    types = package.content_types()
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types.values()):
        raise UnsupportedFormatError(
            "the document contains macros", place=name, remedy="Save it as .docx without macros"
        )
    for part in package.related("").get("officeDocument", ()):
        if types.get(part.lower(), "").endswith(WORD_DOCUMENTS):
            return part
    raise UnsupportedFormatError(
        "the Office file is no Word document", place=name, remedy=SAVE_AS_DOCX
    )


def parse_first(package: Package, companions: Companions, kind: str) -> _Element | None:
    """The root of the main part's companion of one kind; None when it has none."""
    return next((package.parse(part) for part in companions.get(kind, ())), None)


def parse_notes(package: Package, companions: Companions) -> dict[str, _Element]:
    """The roots of the notes parts, by kind of note."""
    roots = {kind: parse_first(package, companions, f"{kind}s") for kind in KINDS}
    return {kind: root for kind, root in roots.items() if root is not None}


def read_notes(roots: dict[str, _Element], manuscript: Manuscript) -> None:
    """Add the notes the text refers to, footnotes first, each behind its mark."""
    for kind, root in roots.items():
        story = StoryReader(root, manuscript)
        for mark, note in manuscript.notes.cited(kind, root):
            opening = next((text.text for text in note.iter(w("t")) if text.text), "")
            story.read(note, "footnote", lead=mark if opening[:1].isspace() else f"{mark} ")


def tally_other_parts(package: Package, companions: Companions, tally: Counter[str]) -> None:
    """Count the comments, and the headers and footers that hold text."""
    for part in companions.get("comments", ()):
        tally["comment"] += len(package.parse(part).findall(w("comment")))
    for part in companions.get("header", []) + companions.get("footer", []):
        texts = package.parse(part).iter(w("t"))
        tally["header-footer"] += any((text.text or "").strip() for text in texts)
