"""Kazakh endings, put together from ``data/kk/suffixes.yaml`` once for every context.

A *chain* is what can follow a stem as one string: «лар» + «ы» + «нда». Chains of nouns hold
number, possession and case; chains of verbs hold voice, negation and what ends the verb; a
participle or a verbal noun then takes the endings of a noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from riskscan.language.kk.sounds import FRONT, Context, Ending, ending

Features = frozenset[str]
Suffixes = list[tuple[str, Features]]
Chains = Mapping[str, tuple[Features, ...]]

_NONE: Features = frozenset()
_L, _N, _B, _Z = Ending.LATERAL, Ending.NASAL, Ending.BUZZ, Ending.VOICELESS
_HARD = {_N: "д", _L: "д", _B: "д", _Z: "т"}
_SOUNDS: dict[str, dict[Ending, str]] = {  # after what; else the first letter of _ELSE
    "G": {_Z: "қ"},
    "D": {_Z: "т"},
    "L": _HARD,
    "N": {Ending.GLIDE: "д", _L: "д", _B: "д", _Z: "т"},
    "Q": {Ending.GLIDE: "д", _L: "д", _N: "д", _B: "д", _Z: "т"},
    "B": {_N: "н", _Z: "т"},
    "M": {_N: "б", _B: "б", _Z: "п"},
    "E": {_B: "б", _Z: "п"},
}
_ELSE = {"G": "ғ", "D": "д", "L": "л", "N": "н", "Q": "н", "B": "д", "M": "м", "E": "м"}
_SOFT = {"ғ": "г", "қ": "к"}
_INVARIABLE = frozenset({"мен", "Eен"})
SOFTENED = {"п": "б", "к": "г", "қ": "ғ"}  # between vowels: «құқық» – «құқығы»


class Tail(NamedTuple):
    """A verb's ending that takes the endings of a noun, and what it says of the verb.

    ``agent`` marks «беруші»: with its stem it is a noun of its own.
    """

    features: Features
    agent: bool = False


class Derivation(NamedTuple):
    """An ending that makes a new word: its parts of speech, its base form, and its softening."""

    parts: tuple[str, ...]
    base: str
    softened: bool


@cache
def _data() -> dict[str, Any]:
    path = files("riskscan.language") / "data" / "kk" / "suffixes.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@cache
def attach(context: Context, suffix: str) -> str:
    """A suffix as it sounds in a context."""
    if suffix in _INVARIABLE:
        return suffix.replace("E", _sound("E", context))
    written: list[str] = []
    letters = iter(suffix)
    for letter in letters:
        here = Context(ending(written[-1]), context.harmony) if written else context
        if letter in "(<":
            optional = next(letters)
            next(letters)
            after_vowel = here.ending is Ending.VOWEL
            if after_vowel == (letter == "("):
                written.append(_sound(optional, here))
        else:
            written.append(_sound(letter, here))
    return "".join(written)


def _sound(letter: str, context: Context) -> str:
    if letter == "A":
        return "е" if context.harmony == FRONT else "а"
    if letter == "I":
        return "і" if context.harmony == FRONT else "ы"
    if letter == "K":
        return "к" if context.harmony == FRONT else "қ"
    if letter == "C":
        vowel = "е" if context.harmony == FRONT else "а"
        return "й" if context.ending is Ending.VOWEL else vowel
    sound = _SOUNDS.get(letter, {}).get(context.ending, _ELSE.get(letter, letter))
    return _SOFT.get(sound, sound) if context.harmony == FRONT and letter == "G" else sound


def _after(context: Context, written: str) -> Context:
    return Context(ending(written), context.harmony) if written else context


@cache
def nominal(context: Context) -> Chains:
    """What can follow a noun's stem, with the features of every way to read it."""
    found: dict[str, dict[Features, None]] = defaultdict(dict)
    for written, features in _nominal(context):
        found[written][features] = None
    return {written: tuple(ways) for written, ways in found.items()}


def _nominal(context: Context) -> Iterator[tuple[str, Features]]:
    data = _data()
    numbers = [("", _NONE), *_of(data["plural"])]
    owners = [("", _NONE), *_of(data["possessive"])]
    for number, plural in numbers:
        counted = attach(context, number)
        for owner, possessed in owners:
            owned = counted + attach(_after(context, counted), owner)
            here = _after(context, owned)
            yield from _cases(here, owned, plural | possessed)
    relative = attach(context, data["attributive"])  # «жылғы», «кейінгі»
    yield from _cases(_after(context, relative), relative, _NONE, bare=frozenset())


def _cases(
    context: Context, written: str, features: Features, bare: Features = frozenset({"Case=Nom"})
) -> Iterator[tuple[str, Features]]:
    data = _data()
    yield written, features | bare
    third = "Person[psor]=3" in features
    cases = _of(data["case_third" if third else "case"])
    if "Person[psor]=1" in features or "Person[psor]=2" in features:
        cases = [*cases, *_of(data["case_first"])]
    for case, which in cases:
        inflected = written + attach(context, case)
        yield inflected, features | which
        if "Case=Loc" in which:  # «қаладағы», «қаладағылар»
            here = _after(context, inflected)
            relative = inflected + attach(here, data["attributive"])
            yield relative, features | which
            here = _after(context, relative)
            for number, plural in [("", _NONE), *_of(data["plural"])]:
                counted = relative + attach(here, number)
                for again, ending_of in _of(data["case"]):
                    last = counted + attach(_after(context, counted), again)
                    yield last, features | plural | ending_of


@cache
def verbal(context: Context) -> Chains:
    """What can follow a verb's stem and ends the word: finite forms and converbs."""
    data = _data()
    finite = [(suffix, which | {"VerbForm=Fin"}) for suffix, which in _of(data["finite"])]
    affirmed, negated = (
        finite + [(suffix, which | {"VerbForm=Conv"}) for suffix, which in converbs]
        for converbs in _with_negative(data, "converb")
    )
    found: dict[str, dict[Features, None]] = defaultdict(dict)
    for written, features in _stems(context):
        here = _after(context, written)
        for suffix, which in negated if "Polarity=Neg" in features else affirmed:
            found[written + attach(here, suffix)][features | which] = None
    return {written: tuple(ways) for written, ways in found.items()}


@cache
def participial(context: Context) -> Mapping[str, tuple[Tail, ...]]:
    """What can follow a verb's stem and takes the endings of a noun."""
    data = _data()
    affirmed, negated = _with_negative(data, "participle")
    found: dict[str, dict[Tail, None]] = defaultdict(dict)
    for written, features in _stems(context):
        here = _after(context, written)
        for suffix, which in negated if "Polarity=Neg" in features else affirmed:
            formed = written + attach(here, suffix)
            found[formed][Tail(features | which)] = None
            quality = data["derived"][0]["suffix"]  # «берілмегендік», «берілмегендігі»
            abstract = formed + attach(_after(context, formed), quality)
            found[abstract][Tail(features | which)] = None
            found[abstract[:-1] + SOFTENED[abstract[-1]]][Tail(features | which)] = None
        agent = written + attach(here, data["agent"])
        found[agent][Tail(features, agent=True)] = None
    return {written: tuple(ways) for written, ways in found.items()}


@cache
def derived(context: Context) -> Mapping[str, Derivation]:
    """The endings that make nouns and adjectives of others, at most two of them."""
    found: dict[str, Derivation] = {}
    for first, _ in _derivations(context):
        for second, parts in [(first, ()), *_derivations(_after(context, first), first)]:
            kinds = parts or dict(_derivations(context))[first]
            found.setdefault(second, Derivation(tuple(kinds), second, False))
            soft = SOFTENED.get(second[-1])
            if soft:
                found.setdefault(second[:-1] + soft, Derivation(tuple(kinds), second, True))
    return found


def _derivations(context: Context, before: str = "") -> list[tuple[str, tuple[str, ...]]]:
    return [
        (before + attach(context, entry["suffix"]), tuple(entry["pos"]))
        for entry in _data()["derived"]
    ]


def _stems(context: Context) -> Iterator[tuple[str, Features]]:
    """Voices and negation: «∅», «-ыл», «-тырыл», «-ылма» …"""
    data = _data()
    voices = _of(data["voice"])
    firsts = [(attach(context, suffix), which) for suffix, which in voices]
    stems = [("", _NONE), *firsts]
    for _ in range(2):
        firsts = [
            (written + attach(_after(context, written), suffix), features | which)
            for written, features in firsts
            if "Voice=Pass" not in features
            for suffix, which in voices
        ]
        stems += firsts
    for written, features in stems:
        yield written, features
        here = _after(context, written)
        yield written + attach(here, data["negation"]), features | {"Polarity=Neg"}


def _with_negative(data: dict[str, Any], name: str) -> tuple[Suffixes, Suffixes]:
    """The suffixes of any stem, and those of a negated one: some follow nothing else."""
    common = _of(data[name])
    return common, [*common, *_of(data[f"{name}_negative"])]


def _of(table: dict[str, list[str]]) -> Suffixes:
    return [(suffix, frozenset(features)) for suffix, features in table.items()]
