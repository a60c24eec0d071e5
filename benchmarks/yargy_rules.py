"""The phrases as yargy rules by normal form."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks.phrases import PHRASES
from riskscan.patterns import parse_pattern
from riskscan.patterns.tree import Choice, Gap, Literal, Maybe, Node, Sequence, Word

# yargy asks for pymorphy2, whose dictionary lookup fails with the setuptools of today; its
# successor has the same interface and a faster dictionary.
importlib.import_module("pymorphy3")
for _name in [name for name in sys.modules if name.split(".")[0] == "pymorphy3"]:
    sys.modules[_name.replace("pymorphy3", "pymorphy2", 1)] = sys.modules[_name]

from yargy import Parser, or_, rule  # noqa: E402
from yargy.predicates import caseless, normalized, true  # noqa: E402
from yargy.tokenizer import MorphTokenizer  # noqa: E402


class YargySide:
    """A parser for every phrase; the tokens of a text are made once for all of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokenizer = _Once()
        self._parsers = {
            name: Parser(_rule(parse_pattern(source).parts[0]), tokenizer=self._tokenizer)
            for name, source in PHRASES.items()
        }

    def find(self) -> object:
        """Tokens, readings and matches."""
        self._tokenizer.forget()
        return self.hits()

    def hits(self) -> set[tuple[str, int, int]]:
        """The matches in characters."""
        return {
            (name, match.span.start, match.span.stop)
            for name, parser in self._parsers.items()
            for match in parser.findall(self._text)
        }


class _Once(MorphTokenizer):  # type: ignore[misc]
    """Tokens made once: thirty parsers would make them thirty times."""

    _tokens: list[Any] | None = None

    def forget(self) -> None:
        """Make them anew next time."""
        self._tokens = None

    def __call__(self, text: str) -> Iterator[Any]:
        if self._tokens is None:
            self._tokens = list(super().__call__(text))
        return iter(self._tokens)


def _rule(node: Node) -> Any:
    match node:
        case Sequence(items):
            return rule(*map(_rule, items))
        case Word(str(lemma), ()):
            return rule(normalized(lemma))
        case Literal(text):
            return rule(*map(caseless, text.split()))
        case Gap(limit):
            return rule(*[rule(true()).optional() for _ in range(limit)])
        case Maybe(body):
            return _rule(body).optional()
        case Choice(options):
            return or_(*map(_rule, options))
        case _:
            raise ValueError(f"no yargy rule for {type(node).__name__}")
