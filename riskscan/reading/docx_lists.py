"""List definitions of a Word document: what ``numbering.xml`` says of each list and level.

Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from riskscan.reading.ooxml import as_number, number, toggle, value, w

LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: ``restart`` is how many of the outermost levels restart it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int = LEVELS
    legal: bool = False
    hidden: bool = False
    spaced: bool = True
    style: str | None = None


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """What a ``w:num`` says: lists of one ``family`` (``w:abstractNum``) share their counters.

    ``starts`` maps a level to the number this list sets there, once.
    """

    identity: str
    family: str
    levels: tuple[Level, ...]
    starts: dict[int, int]


def read_lists(root: _Element) -> dict[str, ListDefinition]:
    """The lists of a ``numbering.xml`` root by ``numId``; dangling ones are left out."""
    families = {
        element.get(w("abstractNumId")): element for element in root.iterfind(w("abstractNum"))
    }
    styled = {value(element, "styleLink"): element for element in families.values()}
    lists = {}
    for element in root.iterfind(w("num")):
        identity = element.get(w("numId"))
        family = value(element, "abstractNumId")
        if identity is None or family is None or family not in families:
            continue
        definition = families[family]
        definition = styled.get(value(definition, "numStyleLink") or "", definition)
        lists[identity] = read_list(identity, definition, element)
    return lists


def read_list(identity: str, family: _Element, element: _Element) -> ListDefinition:
    """One list: the levels of its family with the list's own changes laid over them."""
    levels = [Level()] * LEVELS
    starts = {}
    for found in family.iterfind(w("lvl")):
        place_level(levels, found)
    for override in element.iterfind(w("lvlOverride")):
        replacement = override.find(w("lvl"))
        if replacement is not None:
            place_level(levels, replacement)
        depth = as_number(override.get(w("ilvl")))
        start = number(override, "startOverride")
        if depth is not None and start is not None:
            starts[depth] = start
    return ListDefinition(identity, family.get(w("abstractNumId"), ""), tuple(levels), starts)


def place_level(levels: list[Level], element: _Element) -> None:
    """Read a ``w:lvl`` into its place; one outside the nine levels is ignored."""
    depth = as_number(element.get(w("ilvl")))
    if depth is not None and 0 <= depth < LEVELS:
        levels[depth] = read_level(element)


def read_level(element: _Element) -> Level:
    """One ``w:lvl``; what it does not say has the default of the standard."""
    start = number(element, "start")
    restart = number(element, "lvlRestart")
    return Level(
        start=0 if start is None else start,
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        restart=LEVELS if restart is None else restart,
        legal=toggle(element, "isLgl") is True,
        hidden=toggle(element.find(w("rPr")), "vanish") is True,
        spaced=value(element, "suff") != "nothing",
        style=value(element, "pStyle"),
    )
