"""The meaning of patterns, as plainly as it can be said and as slowly."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from riskscan.language.model import AnnotatedAct, Reading
from riskscan.patterns.grammar import parse_pattern
from riskscan.patterns.tree import (
    Capture,
    Choice,
    ConceptName,
    Gap,
    Literal,
    Maybe,
    Node,
    Word,
    children,
)
from riskscan.patterns.tree import Sequence as Items


@dataclass(frozen=True)
class Token:
    """What a pattern can see of a token, and where in the text it stands."""

    number: int
    normal: str
    readings: tuple[Reading, ...]


Span = tuple[int, int]
Way = tuple[int, Span | None]  # where a match ends, and from where to where it is highlighted
Listed = Mapping[str, Sequence[str]]


def matches(source: str, concepts: Listed, text: AnnotatedAct) -> dict[Span, Span]:
    """Every (start, end), in tokens, where the pattern matches, with what to highlight."""
    parts = parse_pattern(source).parts
    found: dict[Span, Span] = {}
    for line in lines(source, concepts, text):
        several = [spans(part, concepts, line) for part in parts]
        hulls: dict[Span, list[Span]] = defaultdict(list)
        for chosen in product(*several):
            hull = min(start for start, _, _ in chosen), max(end for _, end, _ in chosen)
            hulls[hull].extend(lit for _, _, lit in chosen if lit)
        for hull, lits in hulls.items():
            if len(parts) == 1 or not any(within(other, hull) for other in hulls):
                span = in_tokens(hull, line)
                lit = min([in_tokens(lit, line) for lit in lits], default=span)
                found[span] = min(lit, found.get(span, lit))
    return found


def captured(node: Node, source: str, concepts: Listed, text: AnnotatedAct) -> set[Span]:
    """Every (start, end), in tokens, that a part of the pattern can match."""
    return {
        in_tokens((start, end), line)
        for line in lines(source, concepts, text)
        for start, end, _ in spans(node, concepts, line)
        if end > start
    }


def spans(node: Node, concepts: Listed, line: list[Token]) -> set[tuple[int, int, Span | None]]:
    """Every (start, end, highlight) in the line that the node matches."""
    return {
        (at, end, lit) for at in range(len(line)) for end, lit in ways(node, at, concepts, line)
    }


def in_tokens(span: Span, line: list[Token]) -> Span:
    """A stretch of the line as tokens of the text."""
    return line[span[0]].number, line[span[1] - 1].number + 1


def within(inner: Span, outer: Span) -> bool:
    """Whether one stretch is a smaller part of the other."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def lines(source: str, concepts: Listed, text: AnnotatedAct) -> list[list[Token]]:
    """The tokens of each sentence, or of each clause when there is a gap or "&"."""
    parts = parse_pattern(source).parts
    clausal = len(parts) > 1 or has_gap(parts[0], concepts)
    sentence = np.searchsorted(text.sentences, np.arange(len(text.tokens)), side="right")
    gathered: dict[int, list[Token]] = defaultdict(list)
    for number, line in enumerate((text.clauses if clausal else sentence).tolist()):
        token = Token(number, text.tokens.normal(number), text.tokens.readings(number))
        gathered[line].append(token)
    return list(gathered.values())


def has_gap(node: Node, concepts: Listed) -> bool:
    """Whether the node, its concepts spelt out, holds a gap."""
    if isinstance(node, ConceptName):
        named = (parse_pattern(source).parts[0] for source in concepts.get(node.name, ()))
        return any(has_gap(inner, concepts) for inner in named)
    return isinstance(node, Gap) or any(has_gap(inner, concepts) for inner in children(node))


def ways(node: Node, at: int, concepts: Listed, line: list[Token]) -> set[Way]:
    """Every way to match from here on."""
    match node:
        case Gap(limit):
            return {(end, None) for end in range(at, min(at + limit, len(line)) + 1)}
        case Maybe(body):
            return {(at, None)} | ways(body, at, concepts, line)
        case Capture("[[ ]]", body):
            return {(end, (at, end)) for end, _ in ways(body, at, concepts, line)}
        case Capture(_, body):
            return ways(body, at, concepts, line)
        case Choice(options):
            return {way for option in options for way in ways(option, at, concepts, line)}
        case Items(items):
            reached: set[Way] = {(at, None)}
            for item in items:
                reached = {
                    (end, lit or later)
                    for place, lit in reached
                    for end, later in ways(item, place, concepts, line)
                }
            return reached
        case ConceptName(name) if name in concepts:
            bodies = [parse_pattern(source).parts[0] for source in concepts[name]]
            return {way for body in bodies for way in ways(body, at, concepts, line)}
        case _:
            return {(end, None) for end in ends(node, at, line)}


def ends(node: Node, at: int, line: list[Token]) -> set[int]:
    """Every place in the line where a match of a simple element ends."""
    here = line[at : at + 1]
    match node:
        case Word():
            fitting = any(fits(each, node) for token in here for each in token.readings)
            return {at + 1} if fitting else set()
        case Literal(text):
            words = text.split()
            there = [token.normal for token in line[at : at + len(words)]]
            return {at + len(words)} if there == words else set()
        case ConceptName("any"):
            return {at + 1} if any(re.search(r"\w", token.normal) for token in here) else set()
        case ConceptName("numeral"):
            return {at + 1} if any(map(numeral, here)) else set()
        case ConceptName("number"):
            few = run(at, line)
            bracketed = {
                close + 1
                for end in few
                if end < len(line) and line[end].normal == "("
                for close in run(end + 1, line)
                if close < len(line) and line[close].normal == ")"
            }
            return few | bracketed
    raise TypeError(node)


def run(at: int, line: list[Token]) -> set[int]:
    """The ends of one, two or three numerals from here on."""
    found = set()
    for end in range(at, min(at + 3, len(line))):
        if not numeral(line[end]):
            break
        found.add(end + 1)
    return found


def numeral(token: Token) -> bool:
    """Digits, or a word with a reading NUM."""
    return token.normal.isdigit() or any(reading.pos == "NUM" for reading in token.readings)


def fits(reading: Reading, word: Word) -> bool:
    """Whether one reading has the lemma and has all the traits."""
    if word.lemma is not None and word.lemma != reading.lemma:
        return False
    for group in word.traits:
        passed = []
        for trait in group:
            has = trait.value in {reading.pos, *reading.features}
            passed.append(not has and not reading.guessed if trait.negated else has)
        if not any(passed):
            return False
    return True
