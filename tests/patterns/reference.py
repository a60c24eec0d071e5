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
Listed = Mapping[str, Sequence[str]]


def matches(source: str, concepts: Listed, text: AnnotatedAct) -> set[Span]:
    """Every (start, end), in tokens, where the pattern matches."""
    parts = parse_pattern(source).parts
    found = set()
    for line in lines(source, concepts, text):
        chosen = product(*(spans(part, concepts, line) for part in parts))
        hulls = {(min(start for start, _ in all_), max(end for _, end in all_)) for all_ in chosen}
        if len(parts) > 1:
            hulls = {hull for hull in hulls if not any(within(other, hull) for other in hulls)}
        found |= {(line[start].number, line[end - 1].number + 1) for start, end in hulls}
    return found


def captured(node: Node, source: str, concepts: Listed, text: AnnotatedAct) -> set[Span]:
    """Every (start, end), in tokens, that a part of the pattern can match."""
    return {
        (line[start].number, line[end - 1].number + 1)
        for line in lines(source, concepts, text)
        for start, end in spans(node, concepts, line)
        if end > start
    }


def spans(node: Node, concepts: Listed, line: list[Token]) -> set[Span]:
    """Every (start, end) in the line that the node matches."""
    return {(at, end) for at in range(len(line)) for end in ends(node, at, concepts, line)}


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


def ends(node: Node, at: int, concepts: Listed, line: list[Token]) -> set[int]:
    """Every place in the line where a match that starts here can end."""
    left = len(line) - at
    match node:
        case Word():
            fitting = left and any(fits(each, node) for each in line[at].readings)
            return {at + 1} if fitting else set()
        case Literal(text):
            words = text.split()
            there = [token.normal for token in line[at : at + len(words)]]
            return {at + len(words)} if there == words else set()
        case ConceptName("any"):
            return {at + 1} if left and re.search(r"\w", line[at].normal) else set()
        case ConceptName("numeral"):
            return {at + 1} if left and numeral(line[at]) else set()
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
        case ConceptName(name):
            bodies = [parse_pattern(source).parts[0] for source in concepts[name]]
            return {end for body in bodies for end in ends(body, at, concepts, line)}
        case Gap(limit):
            return set(range(at, at + min(limit, left) + 1))
        case Maybe(body):
            return {at} | ends(body, at, concepts, line)
        case Capture(_, body):
            return ends(body, at, concepts, line)
        case Choice(options):
            return {end for option in options for end in ends(option, at, concepts, line)}
        case Items(items):
            places = {at}
            for item in items:
                places = {end for place in places for end in ends(item, place, concepts, line)}
            return places
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
    """Whether one reading has the lemma and passes all the tests."""
    if word.lemma is not None and word.lemma != reading.lemma:
        return False
    for group in word.tests:
        passed = []
        for test in group:
            has = test.value in {reading.pos, *reading.features}
            passed.append(not has and not reading.guessed if test.negated else has)
        if not any(passed):
            return False
    return True
