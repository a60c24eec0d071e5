"""Random Word documents full of numbered paragraphs, and their labels by two readers.

A document holds tracked points, inserted and deleted. LibreOffice shows both at once, so it is
asked about the same document written twice, without marks: as accepted, and as it was before.
LibreOffice 7.4 ignores ``isLgl``; a family with it on all levels is given to it with decimal ones.

Left out is what it does not do and the standard asks for: ``lvlRestart`` other than the default,
levels linked to styles, levels without a definition, hidden labels, Russian letters past the 29th.
A level redefined by one list keeps the family's start, for LibreOffice takes a skipped level's
start from a neighbouring list.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from riskscan.reading import read_bytes
from riskscan.reading.docx import Changes
from tests.reading.office import plain_texts
from tests.reading.word_files import docx, paragraph

LEVELS = 4
RUSSIAN = ("russianLower", "russianUpper")
FORMATS = (
    "decimal", "decimalZero", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter",
    "ordinal",
)  # fmt: skip
SILENT = ("none", "bullet", "picture")
Writing = Literal["marked", "accepted", "original"]
WORD = "Слово"
LONG = 60
SHORT = 20  # with starts up to 9, Russian letters then never run out
BULLETS = frozenset("-–•◦▪·")  # exported to text, LibreOffice's bullets differ from the file's


@dataclass(frozen=True)
class Disagreement:
    """A paragraph whose label the two readers show differently."""

    seed: int
    view: Changes
    paragraph: int
    ours: str | None
    office: str | None


def compare(seeds: range) -> tuple[int, list[Disagreement]]:
    """Read the documents of all seeds both ways; the labels compared and the disagreements."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases = [(seed, view) for seed in seeds for view in get_args(Changes)]
        files = [folder / f"{seed}-{view}.docx" for seed, view in cases]
        for (seed, view), file in zip(cases, files, strict=True):
            file.write_bytes(numbered_document(seed, view))
        theirs = map(labels, plain_texts(files, folder))
        ours = [labels(our_text(seed, view)) for seed, view in cases]
        readings = list(zip(cases, ours, theirs, strict=True))
    found = [
        Disagreement(*case, place, ours.get(place), theirs.get(place))
        for case, ours, theirs in readings
        for place in sorted(ours.keys() | theirs.keys())
        if ours.get(place) != theirs.get(place)
    ]
    compared = sum(label != "" for _, ours, _ in readings for label in ours.values())
    return compared, found


def our_text(seed: int, view: Changes) -> str:
    """A view of the document with its changes marked, as we read it."""
    return read_bytes(numbered_document(seed), f"{seed}.docx", view=view).text


def labels(text: str) -> dict[int, str]:
    """What stands before the word each paragraph consists of, by the number in that word."""
    found = {}
    for line in text.splitlines():
        label, word, place = line.partition(WORD)
        if word:
            label = label.strip()
            found[int(place)] = "•" if label in BULLETS else label
    return found


@dataclass(frozen=True)
class Family:
    """What the levels of a list and of its own changes have in common."""

    starts: list[int]
    formats: tuple[str, ...]
    legal: bool


def numbered_document(seed: int, written: Writing = "marked") -> bytes:
    """A document with random lists and paragraphs; the same seed gives the same document.

    With its changes "marked", or settled as LibreOffice is to see it in one view.
    """
    chance = random.Random(seed)  # noqa: S311
    short = chance.random() < 0.5
    families = [one_family(chance, short) for _ in range(chance.randint(1, 3))]
    nums = range(1, chance.randint(len(families), 5) + 1)
    marked = written == "marked"
    definitions = "".join(abstract(chance, *item, marked) for item in enumerate(families))
    lists = "".join(list_of(chance, num, families, marked) for num in nums)
    places = range(SHORT if short else LONG)
    body = "".join(one_paragraph(chance, place, nums, written) for place in places)
    numbering = PICTURES + definitions + LINKED + lists + LINKING
    return docx(body, {"numbering": numbering, "styles": STYLES})


def one_family(chance: random.Random, short: bool) -> Family:
    """Random starts, and the formats to choose from: a legal family writes all its levels."""
    legal = chance.random() < 0.2
    formats = FORMATS + (RUSSIAN * 2 if short else ()) + (() if legal else SILENT)
    return Family(chance.choices((1, 1, 1, 3, 7), k=LEVELS), formats, legal)


PICTURES = (
    '<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape style="width:9pt;height:9pt">'
    "<v:imagedata/></v:shape></w:pict></w:numPicBullet>"
)


# A list defined through a numbering style, as "numStyleLink" and "styleLink" do it.
LINKED = (
    '<w:abstractNum w:abstractNumId="8"><w:styleLink w:val="Numbers"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="№ %1"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Numbers"/></w:abstractNum>'
)
LINKING = (
    '<w:num w:numId="8"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
)


def style(name: str, numbering: str, based_on: str = "") -> str:
    """A paragraph style with numbering properties."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:pPr>{numbering}</w:pPr></w:style>'
    )


def numbering(num: int | None = None, level: int | None = None) -> str:
    """The ``w:numPr`` of a paragraph or style, with what is given."""
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    identity = "" if num is None else f'<w:numId w:val="{num}"/>'
    return f"<w:numPr>{depth}{identity}</w:numPr>"


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault>'
    "</w:docDefaults>"
    + style("Point", numbering(1, 0))
    + style("Subpoint", numbering(1, 1))
    + style("Based", "", "Subpoint")
    + style("Deeper", numbering(level=1), "Point")
    + style("Unnumbered", numbering(0), "Point")
    + '<w:style w:type="numbering" w:styleId="Numbers"><w:name w:val="Numbers"/>'
    f"<w:pPr>{numbering(8)}</w:pPr></w:style>"
)
STYLE_NAMES = ("Point", "Subpoint", "Based", "Deeper", "Unnumbered")


def abstract(chance: random.Random, identity: int, family: Family, marked: bool) -> str:
    """A ``w:abstractNum`` with random levels."""
    levels = "".join(level(chance, family, depth, marked) for depth in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{identity}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def level(chance: random.Random, family: Family, depth: int, marked: bool) -> str:
    """A ``w:lvl``: own number in some pattern, now and then with the outer ones before it."""
    form = chance.choice(family.formats)
    own = f"%{depth + 1}"
    pattern = chance.choice((f"{own}.", f"{own})", f"({own})", f"Глава {own}.", own, ""))
    if depth and chance.random() < 0.4:
        outer = (f"%{outer}" for outer in range(1, depth + 1))
        pattern = chance.choice((".", "-")).join((*outer, pattern))
    restart = f'<w:lvlRestart w:val="{depth}"/>' if depth and chance.random() < 0.3 else ""
    suffix = chance.choice(("tab", "space", "nothing"))
    legal = "<w:isLgl/>" if family.legal and marked else ""
    if family.legal and not marked:
        form = "decimal"
    picture = '<w:lvlPicBulletId w:val="0"/>' if form == "picture" else ""
    if form in ("bullet", "picture"):
        form, pattern = "bullet", "–"
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{family.starts[depth]}"/>'
        f'<w:numFmt w:val="{form}"/>{restart}{legal}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val="{pattern}"/>{picture}</w:lvl>'
    )


def list_of(chance: random.Random, num: int, families: list[Family], marked: bool) -> str:
    """A ``w:num`` of a family, now and then with a start or a level of its own."""
    identity = num % len(families)
    changes = ""
    if chance.random() < 0.5:
        depth = chance.randrange(3)
        start = f'<w:startOverride w:val="{chance.randint(1, 9)}"/>'
        own = level(chance, families[identity], depth, marked)
        change = chance.choice((start, own, start + own))
        changes = f'<w:lvlOverride w:ilvl="{depth}">{change}</w:lvlOverride>'
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{identity}"/>{changes}</w:num>'


def one_paragraph(chance: random.Random, place: int, nums: range, written: Writing) -> str:
    """A paragraph: numbered directly, by its style, by both, in a cell, tracked, or not at all."""
    text = f"{WORD}{place}"
    depth = min(chance.randrange(LEVELS), chance.randrange(LEVELS))
    kind = chance.random()
    if kind < 0.05:
        return paragraph(text)
    if kind < 0.2:
        named = f'<w:pStyle w:val="{chance.choice(STYLE_NAMES)}"/>'
        direct = chance.choice(("", "", numbering(0), numbering(level=depth)))
        return paragraph(text, named + direct)
    if kind < 0.25:
        return paragraph(text, numbering(chance.choice((8, 9)), 0))
    num = chance.choice(nums)
    if kind < 0.45:
        former = numbering(num, chance.randrange(LEVELS))
        change = chance.choice(("inserted", "deleted", "changed"))
        return tracked(text, numbering(num, depth), former, change, written)
    item = paragraph(text, numbering(num, depth))
    return f"<w:tbl><w:tr><w:tc>{item}</w:tc></w:tr></w:tbl>" if kind < 0.5 else item


def tracked(text: str, number: str, former: str, change: str, written: Writing) -> str:
    """A point that was inserted, deleted or given another number, or what a view has of it."""
    if written == "marked":
        return MARKED[change].format(text=text, number=number, former=former)
    if change == "changed":
        return paragraph(text, number if written == "accepted" else former)
    held = (change == "inserted") == (written == "accepted")
    return paragraph(text, number) if held else ""


MARKED = {
    "inserted": "<w:p><w:pPr>{number}<w:rPr><w:ins/></w:rPr></w:pPr>"
    "<w:ins><w:r><w:t>{text}</w:t></w:r></w:ins></w:p>",
    "deleted": "<w:p><w:pPr>{number}<w:rPr><w:del/></w:rPr></w:pPr>"
    "<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del></w:p>",
    "changed": "<w:p><w:pPr>{number}<w:pPrChange><w:pPr>{former}</w:pPr></w:pPrChange></w:pPr>"
    "<w:r><w:t>{text}</w:t></w:r></w:p>",
}
