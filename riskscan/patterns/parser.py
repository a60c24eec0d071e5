"""From the text of a pattern to its tree: read from left to right, one token at a time.

By hand and not by a parser generator: a ruleset holds ten thousand patterns, and every start of
the program reads them all. The language itself is described in ``grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NoReturn

from riskscan.language.model import normalise
from riskscan.patterns.tree import (
    HIGHLIGHT,
    Capture,
    Choice,
    ConceptName,
    Gap,
    Literal,
    Maybe,
    Node,
    Sequence,
    Trait,
    Traits,
    Word,
)
from riskscan.patterns.universal import FEATURES, PARTS_OF_SPEECH

DEFAULT_GAP = 4
_DEEPEST = 60  # brackets in one another; Python's own stack ends somewhere too

_BLANKS = " \t\f\r\n"
_SPACE = rf"[{_BLANKS}]*"
_TOKEN = re.compile(
    _SPACE
    + r"""(?:
    (?P<name>[a-z][a-z0-9_]*=)
    |(?P<word>[^\W_]+(?:[-'’ʼ][^\W_]+)*)
    |(?P<traits>\[(?!\[)(?:[^\[\]]|\[[a-z]+\])*(?:\]|(?s:.*)))
    |(?P<literal>"(?!\s*")(?:\\.|[^"\\])+")
    |(?P<concept><[A-Za-z][\w.-]*>)
    |(?P<gap>(?:…|\.\.\.)\d*)
    |(\[\[|\]\]|[&|?()])
    )""",
    re.VERBOSE,
)
_TRAIT = re.compile(
    _SPACE + r"(?:(?P<feature>[A-Za-z]+(?:\[[a-z]+\])?=\w+)|(?P<part>[A-Za-z]+)|([!|\]]))"
)
_ESCAPED = re.compile(r"\\(.)")
_ELEMENTS = frozenset({"word", "traits", "literal", "concept", "("})
_ITEMS = _ELEMENTS | {"name", "gap", "[["}
_END, _UNREAD = "end", "unread"
_KNOWN = {"feature": FEATURES, "part": PARTS_OF_SPEECH}

_Token = tuple[str, str, int]  # kind (of a mark: itself), text, first character


class UnexpectedError(Exception):
    """Nothing fits at this character of the source."""

    def __init__(self, offset: int) -> None:
        self.offset = offset


class TooDeepError(Exception):
    """One round bracket too many opens here."""

    def __init__(self, offset: int) -> None:
        self.offset = offset


class MisnamedError(Exception):
    """A part of speech or feature that Universal Dependencies does not know."""

    def __init__(self, name: str, offset: int) -> None:
        self.name = name
        self.offset = offset


def parse(source: str) -> tuple[Node, ...]:
    """The parts of a pattern. UnexpectedError, MisnamedError or TooDeepError for the first slip."""
    return _Parser(source).pattern()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = list(_tokens(source, _TOKEN))
        self._at = 0
        self._depth = 0  # of round brackets

    def pattern(self) -> tuple[Node, ...]:
        parts = [self._sequence()]
        while self._next("&"):
            parts.append(self._sequence())
        self._expect(_END)
        return tuple(parts)

    def _sequence(self, *begun: Node) -> Node:
        items = [*begun] or [self._item()]
        while self._tokens[self._at][0] in _ITEMS:
            items.append(self._item())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _item(self) -> Node:
        kind, text, _ = self._tokens[self._at]
        if kind not in _ITEMS:
            self._refuse()
        if kind in _ELEMENTS:
            return self._optional(self._choice())
        self._at += 1
        if kind == "name":
            return self._optional(Capture(text[:-1], self._choice()))
        if kind == "gap":
            return Gap(int(text.lstrip("….") or DEFAULT_GAP))
        body = self._sequence()
        self._expect("]]")
        return Capture(HIGHLIGHT, body)

    def _optional(self, body: Node) -> Node:
        return Maybe(body) if self._next("?") else body

    def _choice(self) -> Node:
        options = [self._element()]
        while self._next("|"):
            options.append(self._element())
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def _element(self) -> Node:
        kind, text, start = self._tokens[self._at]
        if kind not in _ELEMENTS:
            self._refuse()
        if kind == "traits":
            return Word(None, self._detached())
        self._at += 1
        if kind == "word":
            return Word(normalise(text), self._attached(), start)
        if kind == "literal":
            return Literal(_ESCAPED.sub(r"\1", text[1:-1]))
        if kind == "concept":
            return ConceptName(text[1:-1], self._attached(), start)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooDeepError(start)
        body = self._bracket()
        self._depth -= 1
        return body

    def _bracket(self) -> Node:
        """What stands in brackets; conditions behind it hold for each word of a lone choice."""
        element = self._tokens[self._at][0] in _ELEMENTS
        first = self._item()
        lone = element and self._tokens[self._at - 1][0] != "?"
        if lone and self._next(")"):
            traits = self._attached()
            return _agreeing(first, traits) if traits else first
        body = self._sequence(first)
        self._expect(")")
        return body

    def _attached(self) -> Traits:
        """The conditions that stand right behind what was read last, if any do."""
        _, before, start = self._tokens[self._at - 1]
        kind, text, at = self._tokens[self._at]
        if kind != "traits" or at > start + len(before):
            return ()
        self._at += 1
        return _placed(text, at)

    def _detached(self) -> Traits:
        """Conditions that stand by themselves, and so for any word."""
        _, text, at = self._tokens[self._at]
        if self._source[at - 1 : at].isalnum() or self._source[at - 1 : at] == ")":
            self._refuse()
        self._at += 1
        return _placed(text, at)

    def _next(self, mark: str) -> bool:
        """Whether this mark comes next; if so, it is read."""
        found = self._tokens[self._at][0] == mark
        self._at += found
        return found

    def _expect(self, mark: str) -> None:
        if not self._next(mark):
            self._refuse()

    def _refuse(self) -> NoReturn:
        raise UnexpectedError(self._tokens[self._at][2])


def _tokens(source: str, token: re.Pattern[str]) -> Iterator[_Token]:
    """The tokens as far as the text can be read, and the place where that ends."""
    end = 0
    while found := token.match(source, end):
        text = found[found.lastindex or 0]
        end = found.end()
        yield found.lastgroup or text, text, end - len(text)
    rest = source[end:]
    unread = rest.lstrip(_BLANKS)
    yield (_UNREAD, unread, len(source) - len(unread)) if unread else (_END, "", end)


def _placed(block: str, start: int) -> Traits:
    try:
        return _traits(block)
    except UnexpectedError as error:
        raise UnexpectedError(start + error.offset) from None
    except MisnamedError as error:
        raise MisnamedError(error.name, start + error.offset) from None


@lru_cache(maxsize=4096)  # the same few hundred stand in all patterns
def _traits(block: str) -> Traits:
    """The groups of conditions in square brackets."""
    groups: list[tuple[Trait, ...]] = []
    before, joined, wrong = "", False, None
    for kind, text, start in _tokens(block[1:], _TRAIT):
        if wrong and kind not in (_END, _UNREAD):
            raise wrong
        if kind in _KNOWN:
            if text not in _KNOWN[kind]:
                wrong = MisnamedError(text, start + 1)
            trait = (Trait(text, negated=before == "!"),)
            groups = [*groups[:-1], groups[-1] + trait] if joined else [*groups, trait]
            joined = False
        elif kind == "]" and before in _KNOWN:
            return tuple(groups)
        elif kind == "|" and before in _KNOWN:
            joined = True
        elif kind != "!" or before == "!":
            break
        before = kind
    raise UnexpectedError(start + 1)


def _agreeing(choice: Node, traits: Traits) -> Node:
    options = choice.options if isinstance(choice, Choice) else (choice,)
    return Choice(
        tuple(
            replace(option, traits=option.traits + traits) if isinstance(option, Word) else option
            for option in options
        )
    )
