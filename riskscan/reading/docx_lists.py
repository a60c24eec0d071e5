"""List definitions of a Word document: what ``numbering.xml`` says of each list and level.

Source: ECMA-376 part 1, 17.9.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from riskscan.reading.ooxml import as_number, number, toggle, value, w

LEVELS = 9
LONGEST_TEXT = 255  # characters of a level's pattern; Word takes far fewer


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
    """The lists of a ``numbering.xml`` root by ``numId``; dangling ones are left out.

    A family that only names a numbering style is the family that defines this style.
    """
    families = {
        element.get(w("abstractNumId"), ""): element for element in root.iterfind(w("abstractNum"))
    }
    levels = {identity: read_levels(element) for identity, element in families.items()}
    styled = {value(element, "styleLink"): identity for identity, element in families.items()}
    lists = {}
    for element in root.iterfind(w("num")):
        family = value(element, "abstractNumId") or ""
        if family in families:
            family = styled.get(value(families[family], "numStyleLink") or "", family)
            identity = element.get(w("numId"), "")
            lists[identity] = read_list(element, identity, family, levels[family])
    return lists


def read_levels(family: _Element) -> tuple[Level, ...]:
    """The levels of a ``w:abstractNum``; those it does not define write nothing."""
    levels = [Level()] * LEVELS
    for element in family.iterfind(w("lvl")):
        place_level(levels, element)
    return tuple(levels)


def read_list(
    element: _Element, identity: str, family: str, levels: tuple[Level, ...]
) -> ListDefinition:
    """A ``w:num``: the levels of its family with the list's own changes laid over them."""
    own = list(levels)
    starts = {}
    for override in element.iterfind(w("lvlOverride")):
        replacement = override.find(w("lvl"))
        if replacement is not None:
            place_level(own, replacement)
        depth = as_number(override.get(w("ilvl")))
        start = number(override, "startOverride")
        if depth is not None and start is not None:
            starts[depth] = start
    return ListDefinition(identity, family, tuple(own), starts)


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
        text=(value(element, "lvlText") or "")[:LONGEST_TEXT],
        restart=LEVELS if restart is None else restart,
        legal=toggle(element, "isLgl") is True,
        hidden=toggle(element.find(w("rPr")), "vanish") is True,
        spaced=value(element, "suff") != "nothing",
        style=value(element, "pStyle"),
    )
