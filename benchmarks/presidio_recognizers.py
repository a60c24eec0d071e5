"""The phrases as Presidio recognizers: regular expressions over all forms of their words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pymorphy3
from presidio_analyzer import Pattern, PatternRecognizer

from benchmarks.phrases import PHRASES
from riskscan.patterns import parse_pattern
from riskscan.patterns.tree import Choice, Gap, Literal, Maybe, Node, Sequence, Word

_SPACE = r"\s*+"
_TOKEN = r"(?:\w+(?:-\w+)*|[^\w\s])"  # noqa: S105


class PresidioSide:
    """A recognizer for every phrase; no language model, for they need none."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._recognizers = {
            name: PatternRecognizer(
                supported_entity=name.upper(),
                supported_language="ru",
                patterns=[Pattern(name, _expression(parse_pattern(source).parts[0]), 0.5)],
            )
            for name, source in PHRASES.items()
        }

    def find(self) -> object:
        """Matches of every recognizer."""
        return self.hits()

    def hits(self) -> set[tuple[str, int, int]]:
        """The matches in characters."""
        return {
            (name, found.start, found.end)
            for name, recognizer in self._recognizers.items()
            for found in recognizer.analyze(self._text, [name.upper()])
        }


@cache
def _morphology() -> Any:
    return pymorphy3.MorphAnalyzer(lang="ru")


def _expression(node: Node) -> str:
    match node:
        case Sequence(items):
            return _sequence(items)
        case Word(str(lemma), ()):
            return rf"\b(?:{'|'.join(sorted(_forms(lemma), key=len, reverse=True))})\b"
        case Literal(text):
            return _SPACE.join(
                rf"\b{re.escape(word)}\b" if word[0].isalnum() else re.escape(word)
                for word in text.split()
            )
        case Choice(options):
            return f"(?:{'|'.join(map(_expression, options))})"
        case _:
            raise ValueError(f"no expression for {type(node).__name__}")


def _sequence(items: tuple[Node, ...]) -> str:
    """Elements with white space between; what may be absent takes its space along."""
    written = ""
    for number, item in enumerate(items):
        match item:
            case Gap(limit):
                written += rf"(?:{_TOKEN}{_SPACE}){{0,{limit}}}?"
            case Maybe(body):
                written += f"(?:{_expression(body)}{_SPACE})?"
            case _:
                written += _expression(item) + (_SPACE if number < len(items) - 1 else "")
    return written


def _forms(lemma: str) -> set[str]:
    return {
        form.word
        for parse in _morphology().parse(lemma)
        if parse.normal_form == lemma
        for form in parse.lexeme
    }
