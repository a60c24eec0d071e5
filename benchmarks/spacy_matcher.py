"""The common ground of the pattern language and of spaCy's Matcher.

Lemmas, literals, optional elements and gaps mean the same in both; features, concepts, ``&`` and
clauses have no counterpart in a Matcher over lemmas and are refused.
"""

from __future__ import annotations

from typing import Any

from riskscan.patterns import parse_pattern
from riskscan.patterns.tree import Choice, Gap, Literal, Maybe, Node, Sequence, Word

Tokens = list[dict[str, Any]]


def token_pattern(source: str) -> Tokens:
    """A pattern as spaCy's Matcher wants it. Raises ValueError for what has no counterpart."""
    parts = parse_pattern(source).parts
    if len(parts) > 1:
        raise ValueError("a Matcher has no «&»")
    return _tokens(parts[0])


def _tokens(node: Node) -> Tokens:
    match node:
        case Sequence(items):
            return [token for item in items for token in _tokens(item)]
        case Word(str(lemma), ()):
            return [{"LEMMA": lemma}]
        case Literal(text):
            return [{"LOWER": word} for word in text.lower().split()]
        case Gap(limit):
            return [{"OP": "?"} for _ in range(limit)]
        case Maybe(body) if len(token := _tokens(body)) == 1:
            return [{**token[0], "OP": "?"}]
        case Choice(options):
            return [{"LEMMA": {"IN": [_lemma(option) for option in options]}}]
        case _:
            raise ValueError(f"a Matcher has no {type(node).__name__}")


def _lemma(node: Node) -> str:
    match node:
        case Word(str(lemma), ()):
            return lemma
        case _:
            raise ValueError("a Matcher chooses between lemmas only")
