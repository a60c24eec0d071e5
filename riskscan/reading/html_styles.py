"""The style sheets in a page, as far as they hide something: which elements no browser shows.

A rule hides when its selector names the element itself: its tag, its id, its classes. What a rule
that looks at more than that may show again is read, for to read too much is the smaller harm.
Nothing is fetched, and sheets over the limits are not followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from riskscan.reading.html_elements import classes
from riskscan.reading.html_sheets import rules

LONGEST = 1_000_000  # characters of all the sheets of a page
MOST_OF_A_KEY = 50  # rules that one tag, id or class may stand in
WHOLE_PAGE = frozenset(("html", "body"))  # hidden until a script shows them

DECLARATION = re.compile(
    r"(?<![-\w])(display|visibility|mso-hide)\s*:\s*([-a-z]+)\s*(!\s*important)?", re.IGNORECASE
)
HIDING = {"display": "none", "visibility": "hidden", "mso-hide": "all"}
COMPOUND = re.compile(r"[a-z][-\w]*(?:[.#][-\w]+)*|(?:[.#][-\w]+)+", re.IGNORECASE)
NAME = re.compile(r"([.#]?)([-\w]+)")
COMBINATOR = re.compile(r"[\s>+~]+")
CLASS_LIKE = re.compile(r"[.:\[]")

Weight = tuple[int, int, int, int]  # own style, ids, classes, tags
OWN_STYLE: Weight = (1, 0, 0, 0)


class Verdict(NamedTuple):
    """What is said of one property: whether it hides; of two the greater one holds."""

    important: bool
    weight: Weight
    order: int
    name: str
    hides: bool


class Meant(NamedTuple):
    """What an element must be to be meant by a selector, and what is said of it."""

    tag: str
    identity: str
    classes: frozenset[str]
    verdicts: tuple[Verdict, ...]

    def fits(self, tag: str, identity: str, names: frozenset[str]) -> bool:
        """Whether an element is meant."""
        return self.tag in ("", tag) and self.identity in ("", identity) and self.classes <= names


class StyleSheets:
    """The sheets of one page, in order."""

    def __init__(self) -> None:
        self._meant: dict[str, list[Meant]] = {}
        self._length = 0
        self._order = 0
        self._hiding = False

    def add(self, sheet: str, media: str) -> None:
        """Follow one more sheet, for the media named."""
        self._length += len(sheet)
        if self._length > LONGEST:
            self._give_up()
            return
        for selectors, declarations, certain in rules(sheet, media):
            if not DECLARATION.search(declarations):
                continue
            self._order += 1
            for selector in selectors.split(","):
                if self._length > LONGEST:
                    return
                self._follow(selector.strip(), declarations, certain=certain)

    def hide(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether the sheets hide an element; its own style may show it again."""
        if not self._hiding or tag in WHOLE_PAGE:
            return False
        identity = attributes.get("id", "")
        names = frozenset(classes(attributes)) if "class" in attributes else frozenset()
        keys = (tag, f"#{identity}", *(f".{name}" for name in names))
        said = [
            meant.verdicts
            for key in keys
            for meant in self._meant.get(key, ())
            if meant.fits(tag, identity, names)
        ]
        if not said:
            return False
        own = verdicts(attributes.get("style", ""), OWN_STYLE, 0)
        last = {each.name: each.hides for each in sorted(chain(own, *said))}
        return any(last.values())

    def _follow(self, selector: str, declarations: str, *, certain: bool) -> None:
        """Keep what a rule says; of what may not be meant only that it is shown."""
        named = COMPOUND.match(COMBINATOR.split(selector)[-1])
        if named is None:
            return
        said = verdicts(declarations, weight(selector), self._order)
        if not certain or named[0] != selector:
            said = (each for each in said if not each.hides)
        meant = meaning(named[0], tuple(said))
        if not meant.verdicts:
            return
        self._hiding |= any(each.hides for each in meant.verdicts)
        kept = self._meant.setdefault(key(meant), [])
        kept.append(meant)
        if len(kept) > MOST_OF_A_KEY:
            self._give_up()

    def _give_up(self) -> None:
        """Follow none of the sheets: half of them may hide what the rest shows."""
        self._meant.clear()
        self._hiding = False
        self._length = LONGEST + 1


def verdicts(declarations: str, weight: Weight, order: int) -> Iterator[Verdict]:
    """What declarations say of being shown."""
    for name, value, important in DECLARATION.findall(declarations):
        hides = value.lower() == HIDING[name.lower()]
        yield Verdict(bool(important), weight, order, name.lower(), hides)


def weight(selector: str) -> Weight:
    """How much a selector counts against others."""
    tags = sum(part[:1].isalpha() for part in COMBINATOR.split(selector))
    return 0, selector.count("#"), len(CLASS_LIKE.findall(selector)), tags


def meaning(compound: str, said: tuple[Verdict, ...]) -> Meant:
    """The element a tag, an id and classes name."""
    names = NAME.findall(compound)
    tag = next((name.lower() for sign, name in names if not sign), "")
    identity = next((name for sign, name in names if sign == "#"), "")
    return Meant(tag, identity, frozenset(name for sign, name in names if sign == "."), said)


def key(meant: Meant) -> str:
    """Under which of its names an element is looked up: the rarest."""
    if meant.identity:
        return f"#{meant.identity}"
    return f".{min(meant.classes)}" if meant.classes else meant.tag
