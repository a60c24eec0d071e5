"""The tree of a pattern: what the grammar builds and everything above reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Trait:
    """What a reading must have: a part of speech ("VERB") or a feature ("Case=Ins")."""

    value: str
    negated: bool = False

    @property
    def is_feature(self) -> bool:
        """Whether it is a feature rather than a part of speech."""
        return "=" in self.value


# Every group must hold, and a group holds when any of its traits does.
Traits: TypeAlias = tuple[tuple[Trait, ...], ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A token with a reading of this lemma (None: any) that has every group of traits."""

    lemma: str | None
    traits: Traits = ()
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Literal:
    """The tokens of this text one after another, in any case."""

    text: str


@dataclass(frozen=True, slots=True)
class ConceptName:
    """A concept, still by name."""

    name: str
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """From 0 to ``limit`` tokens of any kind."""

    limit: int


class Kind(Enum):
    """A kind of token that no lemma or feature names."""

    WORD = "any"  # anything but punctuation
    NUMERAL = "numeral"  # digits, or a word some reading of which is NUM


@dataclass(frozen=True, slots=True)
class Symbol:
    """One token that satisfies any of these predicates (numbers given by the compiler).

    ``marked`` says that the token belongs to the highlight.
    """

    predicates: frozenset[int]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Maybe:
    """The body or nothing."""

    body: Node


@dataclass(frozen=True, slots=True)
class Choice:
    """Any one of the options."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Sequence:
    """The items one after another."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """The body under a name; the name ``HIGHLIGHT`` marks the part to highlight."""

    name: str
    body: Node


HIGHLIGHT = "[[ ]]"

Node: TypeAlias = (
    Word | Literal | ConceptName | Kind | Gap | Symbol | Maybe | Choice | Sequence | Capture
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; more than one part when joined by ``&``."""

    source: str
    parts: tuple[Node, ...]
    place: str = ""


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside."""
    match node:
        case Maybe(body) | Capture(_, body):
            return (body,)
        case Choice(inner) | Sequence(inner):
            return inner
        case _:
            return ()


def sequence(*items: Node) -> Node:
    """The items one after another, sequences inside made part of the whole."""
    flat: list[Node] = []
    for item in items:
        flat.extend(item.items if isinstance(item, Sequence) else [item])
    return flat[0] if len(flat) == 1 else Sequence(tuple(flat))


def choice(*options: Node) -> Node:
    """Any of the options, all those of one symbol joined into a single symbol."""
    symbols: dict[bool, set[int]] = {}
    others: dict[Node, None] = {}
    for option in options:
        for each in option.options if isinstance(option, Choice) else (option,):
            if isinstance(each, Symbol):
                symbols.setdefault(each.marked, set()).update(each.predicates)
            else:
                others[each] = None
    joined = [Symbol(frozenset(taken), marked) for marked, taken in symbols.items()]
    merged = (*joined, *others)
    return merged[0] if len(merged) == 1 else Choice(merged)


def without_captures(node: Node, *, marked: bool = False) -> Node:
    """The same matches with nothing named; the symbols of the highlight are marked."""
    match node:
        case Symbol(predicates):
            return Symbol(predicates, marked)
        case Capture(name, body):
            return without_captures(body, marked=marked or name == HIGHLIGHT)
        case Maybe(body):
            return Maybe(without_captures(body, marked=marked))
        case Choice(options):
            return choice(*(without_captures(option, marked=marked) for option in options))
        case Sequence(items):
            return sequence(*(without_captures(item, marked=marked) for item in items))
        case _:
            return node


def can_be_empty(node: Node) -> bool:
    """Whether the node can match no token at all."""
    match node:
        case Maybe() | Gap():
            return True
        case Choice(options):
            return any(map(can_be_empty, options))
        case Sequence(items):
            return all(map(can_be_empty, items))
        case Capture(_, body):
            return can_be_empty(body)
        case _:
            return False


def longest_gap(node: Node) -> int:
    """The most tokens that gaps can skip in one match."""
    match node:
        case Gap(limit):
            return limit
        case Choice(options):
            return max(map(longest_gap, options))
        case _:
            return sum(map(longest_gap, children(node)))


def most_highlights(node: Node) -> int:
    """The most parts to highlight in one match."""
    match node:
        case Choice(options):
            return max(map(most_highlights, options))
        case Capture(name, body):
            return (name == HIGHLIGHT) + most_highlights(body)
        case _:
            return sum(map(most_highlights, children(node)))


def opens_with_gap(node: Node, *, backwards: bool = False) -> bool:
    """Whether a match can begin (or end, when read backwards) inside a gap."""
    if isinstance(node, Gap):
        return True
    if not isinstance(node, Sequence):
        return any(opens_with_gap(inner, backwards=backwards) for inner in children(node))
    for item in reversed(node.items) if backwards else node.items:
        if opens_with_gap(item, backwards=backwards):
            return True
        if not can_be_empty(item):
            return False
    return False
