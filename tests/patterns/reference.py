"""The meaning of patterns, as plainly as it can be said and as slowly."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import product

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

Span = tuple[int, int]
Listed = Mapping[str, Sequence[str]]


def matches(source: str, concepts: Listed, text: AnnotatedAct) -> set[Span]:
    """Every (start, end) where the pattern matches."""
    parts = parse_pattern(source).parts
    whole = len(parts) == 1
    clausal = not whole or has_gap(parts[0], concepts)
    found = [spans(part, concepts, text, clausal) for part in parts]
    if whole:
        return found[0]
    hulls = {
        (min(start for start, _ in chosen), max(end for _, end in chosen))
        for chosen in product(*found)
    }
    hulls = {hull for hull in hulls if together(text, *hull, clausal=True)}
    return {a for a in hulls if not any(b != a and a[0] <= b[0] and b[1] <= a[1] for b in hulls)}


def spans(node: Node, concepts: Listed, text: AnnotatedAct, clausal: bool) -> set[Span]:
    """Every stretch of one sentence (or clause) that the node matches."""
    return {
        (start, end)
        for start in range(len(text.tokens))
        for end in ends(node, start, concepts, text)
        if together(text, start, end, clausal)
    }


def together(text: AnnotatedAct, start: int, end: int, clausal: bool) -> bool:
    """Whether the tokens stand in one sentence, and in one clause when that is asked."""
    if any(start < first < end for first in text.sentences.tolist()):
        return False
    return not clausal or len(set(text.clauses[start:end].tolist())) == 1


def has_gap(node: Node, concepts: Listed) -> bool:
    """Whether the node, its concepts spelt out, holds a gap."""
    if isinstance(node, ConceptName):
        named = (parse_pattern(source).parts[0] for source in concepts.get(node.name, ()))
        return any(has_gap(inner, concepts) for inner in named)
    return isinstance(node, Gap) or any(has_gap(inner, concepts) for inner in children(node))


def ends(node: Node, at: int, concepts: Listed, text: AnnotatedAct) -> set[int]:
    """Every place where a match that starts here can end."""
    left = len(text.tokens) - at
    match node:
        case Word():
            fitting = left and any(fits(each, node) for each in text.tokens.readings(at))
            return {at + 1} if fitting else set()
        case Literal(words):
            there = [text.tokens.normal(at + k) for k in range(min(left, len(words)))]
            return {at + len(words)} if there == list(words) else set()
        case ConceptName("any"):
            return {at + 1} if left and re.search(r"\w", text.tokens.normal(at)) else set()
        case ConceptName("numeral"):
            return {at + 1} if left and numeral(at, text) else set()
        case ConceptName("number"):
            few = {end for end in steps(numeral, at, text) if end <= at + 3}
            bracketed = {
                close + 1
                for end in few
                if end < len(text.tokens) and text.tokens.normal(end) == "("
                for close in steps(numeral, end + 1, text)
                if close <= end + 4
                if close < len(text.tokens) and text.tokens.normal(close) == ")"
            }
            return few | bracketed
        case ConceptName(name):
            bodies = [parse_pattern(source).parts[0] for source in concepts[name]]
            return {end for body in bodies for end in ends(body, at, concepts, text)}
        case Gap(limit):
            return set(range(at, at + min(limit, left) + 1))
        case Maybe(body):
            return {at} | ends(body, at, concepts, text)
        case Capture(_, body):
            return ends(body, at, concepts, text)
        case Choice(options):
            return {end for option in options for end in ends(option, at, concepts, text)}
        case Items(items):
            places = {at}
            for item in items:
                places = {end for place in places for end in ends(item, place, concepts, text)}
            return places
    raise TypeError(node)


def steps(asked: Callable[[int, AnnotatedAct], bool], at: int, text: AnnotatedAct) -> set[int]:
    """The ends of all runs from here on of tokens that answer yes."""
    found = set()
    while at < len(text.tokens) and asked(at, text):
        at += 1
        found.add(at)
    return found


def numeral(at: int, text: AnnotatedAct) -> bool:
    """Digits, or a word with a reading NUM."""
    digits = text.tokens.normal(at).isdigit()
    return digits or any(reading.pos == "NUM" for reading in text.tokens.readings(at))


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
