"""The tree of a pattern: what the grammar builds and everything above reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, NamedTuple, TypeAlias, TypeVar


class Trait(NamedTuple):
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
    """A concept, still by name; its traits are asked of the last word of each of its forms."""

    name: str
    traits: Traits = ()
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Gap:
    """From 0 to ``limit`` tokens of any kind."""

    limit: int


class Kind(Enum):
    """A kind of token that no lemma or feature names."""

    WORD = "any"  # anything but punctuation
    NUMERAL = "numeral"  # digits, or a word some reading of which is NUM


class Symbol(NamedTuple):
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


T = TypeVar("T")


class NodeMap(Generic[T]):
    """What is known of nodes that stand in many trees, by identity: hashing one walks all of it."""

    def __init__(self) -> None:
        # A node is kept beside its answer, so that its id stays its own.
        self._known: dict[int, tuple[Node, T]] = {}

    def get(self, node: Node) -> T | None:
        """The answer for this very node, if it was put."""
        known = self._known.get(id(node))
        return None if known is None else known[1]

    def put(self, node: Node, answer: T) -> T:
        """Remember the answer, and give it back."""
        self._known[id(node)] = (node, answer)
        return answer


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
