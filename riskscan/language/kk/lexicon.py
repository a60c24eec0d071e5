"""The Kazakh lexicon: stems by the form they take before endings.

Word lists in ``data/kk``, one word a line; ``lemma~stem`` names a second stem that no rule gives
(«халық~халқ»), ``lemma!front`` and ``lemma!back`` the harmony of a loan that does not follow its
last vowel («банк!front»). Regular alternations are made here: «тәртіп» – «тәртіб-», «оқы» – «оқ-»,
«қой» – «қо-».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import IntEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from riskscan.language.kk.sounds import BACK, FRONT, VOWELS, Context, ending, harmonies
from riskscan.language.kk.suffixes import SOFTENED
from riskscan.language.model import Reading

_LISTS = {
    "nouns.txt": "NOUN",
    "names.txt": "PROPN",
    "abbreviations.txt": "NOUN",
    "adjectives.txt": "ADJ",
    "adverbs.txt": "ADV",
    "verbs.txt": "VERB",
}
_ABBREVIATED = frozenset({"Abbr=Yes"})


class Shape(IntEnum):
    """What a stem's form demands of the ending that follows."""

    WHOLE = 0
    SOFTENED = 1  # a vowel: «тәртіб-і»
    SHORTENED = 2  # «у» or «и» where the stem lost ы or і: «оқ-у», «оқ-иды»
    MERGED = 3  # «ю» or «я» where the stem lost й: «қо-ю», «қо-яды»
    OPEN = 4  # «ю» or «я» after и: «ки-ю»


class Stem(NamedTuple):
    """One form of one lemma before endings."""

    lemma: str
    pos: str
    shape: Shape
    contexts: tuple[Context, ...]
    extra: frozenset[str]


Stems = defaultdict[str, list[Stem]]


class Lexicon:
    """Stems and whole forms, read once; ``others`` are the stems of another list, if any."""

    def __init__(self, others: Iterable[tuple[str, str]] = ()) -> None:
        self.stems: Stems = defaultdict(list)
        self.others: Stems = defaultdict(list)
        self.forms: dict[str, list[Reading]] = defaultdict(list)
        folder = files("riskscan.language") / "data" / "kk"
        for name, pos in _LISTS.items():
            extra = _ABBREVIATED if name == "abbreviations.txt" else frozenset[str]()
            for entry in _lines(folder / name):
                _enter(self.stems, entry, pos, extra)
        for line in _lines(folder / "closed.tsv"):
            form, lemma, pos, features = line.split("\t")
            parts = frozenset() if features == "_" else frozenset(features.split("|"))
            self.forms[form].append(Reading(lemma, pos, parts))
        for entry, pos in others:
            _enter(self.others, entry, pos, frozenset())


def _enter(stems: Stems, entry: str, pos: str, extra: frozenset[str]) -> None:
    entry, _, told = entry.partition("!")
    lemma, *others = entry.split("~")
    kinds = (told,) if told else harmonies(lemma)
    if extra:  # an abbreviation is read aloud, who knows how
        kinds = (BACK, FRONT)
    for form in (lemma, *others):
        here = tuple(Context(ending(form), harmony) for harmony in kinds)
        for written, shape in _shapes(form, pos):
            stem = Stem(lemma, pos, shape, here, extra)
            if stem not in stems[written]:
                stems[written].append(stem)


def _shapes(stem: str, pos: str) -> Iterator[tuple[str, Shape]]:
    yield stem, Shape.WHOLE
    last = stem[-1]
    if last in SOFTENED and stem[-2:-1] in VOWELS | {"р", "л", "ң", "й", "м", "н"}:
        yield stem[:-1] + SOFTENED[last], Shape.SOFTENED
    if pos == "VERB":
        if last in "ыі":
            yield stem[:-1], Shape.SHORTENED
        elif last == "й":
            yield stem[:-1], Shape.MERGED
        elif last == "и":
            yield stem, Shape.OPEN


def _lines(path: Traversable) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()
