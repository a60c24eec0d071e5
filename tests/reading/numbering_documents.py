"""Random Word documents full of numbered paragraphs, and their labels by two readers.

Left out is what LibreOffice 7.4 does not do and the standard asks for: ``isLgl``, ``lvlRestart``,
levels linked to styles, levels without a definition, hidden labels, Russian letters past the 29th.
A level redefined by one list keeps the family's start, for LibreOffice takes a skipped level's
start from a neighbouring list.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

from riskscan.reading import read_bytes
from tests.reading.office import plain_texts
from tests.reading.word_files import docx, paragraph

LEVELS = 4
RUSSIAN = ("russianLower", "russianUpper")
FORMATS = (
    "decimal", "decimalZero", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter",
    "none", "bullet",
)  # fmt: skip
WORD = "Слово"
LONG = 60
SHORT = 20  # with starts up to 9, Russian letters then never run out
BULLETS = frozenset("-–•◦▪·")  # exported to text, LibreOffice's bullets differ from the file's


@dataclass(frozen=True)
class Disagreement:
    """A paragraph whose label the two readers show differently."""

    seed: int
    paragraph: int
    ours: str | None
    office: str | None


def compare(seeds: range) -> tuple[int, list[Disagreement]]:
    """Read the documents of all seeds both ways; the labels compared and the disagreements."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {seed: folder / f"{seed}.docx" for seed in seeds}
        for seed, file in files.items():
            file.write_bytes(numbered_document(seed))
        texts = plain_texts(list(files.values()), folder)
        readings = [
            (seed, labels(read_bytes(file.read_bytes(), file.name).text), labels(text))
            for (seed, file), text in zip(files.items(), texts, strict=True)
        ]
    found = [
        Disagreement(seed, place, ours.get(place), theirs.get(place))
        for seed, ours, theirs in readings
        for place in sorted(ours.keys() | theirs.keys())
        if ours.get(place) != theirs.get(place)
    ]
    compared = sum(label != "" for _, ours, _ in readings for label in ours.values())
    return compared, found


def labels(text: str) -> dict[int, str]:
    """What stands before the word each paragraph consists of, by the number in that word."""
    found = {}
    for line in text.splitlines():
        label, word, place = line.partition(WORD)
        if word:
            label = label.strip()
            found[int(place)] = "•" if label in BULLETS else label
    return found


def numbered_document(seed: int) -> bytes:
    """A document with random lists and paragraphs; the same seed gives the same document."""
    chance = random.Random(seed)  # noqa: S311
    short = chance.random() < 0.5
    formats = FORMATS + RUSSIAN * 2 if short else FORMATS
    starts = [chance.choices((1, 1, 1, 3, 7), k=LEVELS) for _ in range(chance.randint(1, 3))]
    nums = range(1, chance.randint(len(starts), 5) + 1)
    definitions = "".join(family(chance, formats, *item) for item in enumerate(starts))
    lists = "".join(list_of(chance, formats, num, starts) for num in nums)
    body = "".join(one_paragraph(chance, place, nums) for place in range(SHORT if short else LONG))
    return docx(body, {"numbering": definitions + LINKED + lists + LINKING, "styles": STYLES})


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
    style("Point", numbering(1, 0))
    + style("Subpoint", numbering(1, 1))
    + style("Based", "", "Subpoint")
    + style("Deeper", numbering(level=1), "Point")
    + style("Unnumbered", numbering(0), "Point")
    + '<w:style w:type="numbering" w:styleId="Numbers"><w:name w:val="Numbers"/>'
    f"<w:pPr>{numbering(8)}</w:pPr></w:style>"
)
STYLE_NAMES = ("Point", "Subpoint", "Based", "Deeper", "Unnumbered")


def family(
    chance: random.Random, formats: tuple[str, ...], identity: int, starts: list[int]
) -> str:
    """A ``w:abstractNum`` with random levels."""
    levels = "".join(level(chance, formats, *item) for item in enumerate(starts))
    return (
        f'<w:abstractNum w:abstractNumId="{identity}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def level(chance: random.Random, formats: tuple[str, ...], depth: int, start: int) -> str:
    """A ``w:lvl``: own number in some pattern, now and then with the outer ones before it."""
    form = chance.choice(formats)
    own = f"%{depth + 1}"
    pattern = chance.choice((f"{own}.", f"{own})", f"({own})", f"Глава {own}.", own, ""))
    if depth and chance.random() < 0.4:
        outer = (f"%{outer}" for outer in range(1, depth + 1))
        pattern = chance.choice((".", "-")).join((*outer, pattern))
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:suff w:val="{chance.choice(("tab", "space", "nothing"))}"/>'
        f'<w:lvlText w:val="{"–" if form == "bullet" else pattern}"/></w:lvl>'
    )


def list_of(
    chance: random.Random, formats: tuple[str, ...], num: int, starts: list[list[int]]
) -> str:
    """A ``w:num`` of a family, now and then with a start or a level of its own."""
    identity = num % len(starts)
    changes = ""
    if chance.random() < 0.5:
        depth = chance.randrange(3)
        start = f'<w:startOverride w:val="{chance.randint(1, 9)}"/>'
        own = level(chance, formats, depth, starts[identity][depth])
        change = chance.choice((start, own, start + own))
        changes = f'<w:lvlOverride w:ilvl="{depth}">{change}</w:lvlOverride>'
    return f'<w:num w:numId="{num}"><w:abstractNumId w:val="{identity}"/>{changes}</w:num>'


def one_paragraph(chance: random.Random, place: int, nums: range) -> str:
    """A paragraph: numbered directly, by its style, by both, in a table cell, or not at all."""
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
    item = paragraph(text, numbering(chance.choice(nums), depth))
    return f"<w:tbl><w:tr><w:tc>{item}</w:tc></w:tr></w:tbl>" if kind < 0.3 else item
