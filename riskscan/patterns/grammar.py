"""The pattern language: text to tree.

From loosest to tightest::

    pattern   sequence & sequence …      all in one clause, in any order
    sequence  item item …                one after another
    item      name=choice?  …  …8  [[ sequence ]]
    choice    element|element …          ``|`` joins single elements or bracketed sequences
    element   срок  срок[Case=Ins]  [VERB VerbForm=Inf]  "как правило"  <authority>  ( sequence )
              (отозвать|изъять)[VerbForm=Part]  <authority>[Case=Ins]

So ``a b|c d`` is a, then b or c, then d; ``name=`` and ``?`` take the whole choice: ``a|b?`` is
"a or b, or nothing". Inside square brackets all conditions must hold in one reading; ``|`` joins
alternatives of one condition and ``!`` excludes: ``[VERB|ADJ Case=Gen !Number=Plur]``. A guessed
reading may be required but proves nothing absent. Conditions behind a concept hold for the last
word of each of its forms, where that is a word and not a literal.

A pattern without gaps reads the text as it stands, within a sentence. A pattern with a gap or
``&`` reads single clauses, passing over what interrupts them: to ``орган … вправе`` the text «орган
(далее – орган) вправе» is three words. A gap counts tokens of the clause, 4 unless it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, UnexpectedToken

from riskscan.errors import PatternError
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
    Pattern,
    Sequence,
    Trait,
    Traits,
    Word,
)
from riskscan.patterns.universal import FEATURES, PARTS_OF_SPEECH

DEFAULT_GAP = 4

_GRAMMAR = r"""
pattern: sequence ("&" sequence)*
sequence: item+
?item: choice | maybe | named | gap | highlight
maybe: choice "?"
named: CAPTURE (choice | maybe)
gap: GAP
highlight: "[[" sequence "]]"
?choice: element | element ("|" element)+ -> choice
?element: word | literal | concept | "(" sequence ")" | agreeing
agreeing: "(" choice _GROUPED traits "]"
word: WORD (_ATTACHED traits "]")? | _DETACHED traits "]" -> anyword
traits: condition+
condition: trait ("|" trait)*
trait: NOT? (FEATURE | PART_OF_SPEECH)
literal: LITERAL
concept: CONCEPT (_OF_CONCEPT traits "]")?

CAPTURE.2: /[a-z][a-z0-9_]*=/
WORD: /[^\W_]+([-'’ʼ][^\W_]+)*/
_ATTACHED: /(?<=\w)\[(?!\[)/
_DETACHED: /(?<![\w)>])\[(?!\[)/
_OF_CONCEPT: /(?<=>)\[(?!\[)/
_GROUPED: /\)\[(?!\[)/
FEATURE.2: /[A-Za-z]+(\[[a-z]+\])?=\w+/
PART_OF_SPEECH: /[A-Za-z]+/
NOT: "!"
LITERAL: /"(?!\s*")(\\.|[^"\\])+"/
CONCEPT: /<[A-Za-z][\w.-]*>/
GAP: /(…|\.\.\.)\d*/
%import common.WS
%ignore WS
"""


def parse_pattern(source: str | Pattern, *, place: str = "") -> Pattern:
    """The tree of one pattern; ``place`` (file and field, or a rule id) leads error messages.

    A pattern parsed before keeps its place. Raises PatternError with line, column and the nearest
    valid form.
    """
    if isinstance(source, Pattern):
        return source
    try:
        return Pattern(source, _parse(source), place)
    except UnexpectedInput as error:
        offset = _offset(source, error)
        rest = source[offset:].split(maxsplit=1)
        cause = f"nothing fits «{rest[0]}» here" if rest else "the pattern ends too early"
        remedy = _did_you_mean(_nearest_valid(source, offset))
        raise error_at(place, source, offset, cause, remedy) from None
    except _MisnamedError as error:
        raise error.located(place, source) from None


def error_at(place: str, source: str, column: int, cause: str, remedy: str = "") -> PatternError:
    """A PatternError that points at the character ``column`` (from 0) of the source."""
    return PatternError(cause, place=_position(place, source, column), remedy=remedy)


def suggest(name: str, known: frozenset[str]) -> str:
    """A remedy that offers the closest of the known names, empty when none is close."""
    return _did_you_mean(next(iter(get_close_matches(name, sorted(known), n=1)), None))


def _did_you_mean(form: str | None) -> str:
    return f"Did you mean «{form}»?" if form else ""


def _position(place: str, source: str, offset: int) -> str:
    before = source[:offset]
    column = offset - (before.rfind("\n") + 1)
    point = f"line {before.count(chr(10)) + 1}, column {column + 1}"
    return f"{place}, {point}" if place else point


def _parse(source: str) -> tuple[Node, ...]:
    parts: tuple[Node, ...] = _parser()(source)  # the transformer leaves no tree
    return parts


@cache
def _parser() -> Callable[[str], Any]:
    return Lark(_GRAMMAR, start="pattern", parser="lalr", transformer=_Builder()).parse


class _MisnamedError(Exception):
    """A part of speech or feature that Universal Dependencies does not know."""

    def __init__(self, token: Token, known: frozenset[str]) -> None:
        self.token = token
        self.known = known

    def located(self, place: str, source: str) -> PatternError:
        kind = "feature" if "=" in self.token else "part of speech"
        cause = f"«{self.token}» is no {kind} of Universal Dependencies"
        remedy = suggest(str(self.token), self.known)
        return error_at(place, source, self.token.start_pos or 0, cause, remedy)


@v_args(inline=True)
class _Builder(Transformer[Token, tuple[Node, ...]]):
    def pattern(self, *parts: Node) -> tuple[Node, ...]:
        return parts

    def sequence(self, *items: Node) -> Node:
        return items[0] if len(items) == 1 else Sequence(items)

    def choice(self, *options: Node) -> Node:
        return Choice(options)

    def maybe(self, body: Node) -> Node:
        return Maybe(body)

    def named(self, name: Token, body: Node) -> Node:
        if isinstance(body, Maybe):
            return Maybe(Capture(name[:-1], body.body))
        return Capture(name[:-1], body)

    def highlight(self, body: Node) -> Node:
        return Capture(HIGHLIGHT, body)

    def gap(self, token: Token) -> Node:
        return Gap(int(token.lstrip("….") or DEFAULT_GAP))

    def word(self, lemma: Token, traits: Traits = ()) -> Node:
        return Word(normalise(lemma), traits, lemma.start_pos or 0)

    def anyword(self, traits: Traits) -> Node:
        return Word(None, traits)

    def agreeing(self, choice: Node, traits: Traits) -> Node:
        """The conditions of a bracketed choice hold for each of its words."""
        options = choice.options if isinstance(choice, Choice) else (choice,)
        return Choice(
            tuple(
                replace(option, traits=option.traits + traits)
                if isinstance(option, Word)
                else option
                for option in options
            )
        )

    def traits(self, *groups: tuple[Trait, ...]) -> Traits:
        return groups

    def condition(self, *traits: Trait) -> tuple[Trait, ...]:
        return traits

    def trait(self, *tokens: Token) -> Trait:
        known = FEATURES if tokens[-1].type == "FEATURE" else PARTS_OF_SPEECH
        if tokens[-1] not in known:
            raise _MisnamedError(tokens[-1], known)
        return Trait(str(tokens[-1]), negated=len(tokens) > 1)

    def literal(self, token: Token) -> Node:
        return Literal(re.sub(r"\\(.)", r"\1", token[1:-1]))

    def concept(self, token: Token, traits: Traits = ()) -> Node:
        return ConceptName(token[1:-1], traits, token.start_pos or 0)


def _offset(source: str, error: UnexpectedInput) -> int:
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return len(source.rstrip())
    return error.pos_in_stream or 0


def _nearest_valid(source: str, offset: int) -> str | None:
    """The first valid pattern one small edit away from the source."""
    for edited in _neighbours(source, offset):
        try:
            _parse(edited)
        except (UnexpectedInput, _MisnamedError):
            continue
        return edited.strip()
    return None


def _neighbours(source: str, offset: int) -> Iterator[str]:
    yield source.replace("[[", "[[[")  # a highlight that begins with features
    # A bracket or quote left open is the commonest slip, and it is closed where a word ends.
    ends = sorted(
        (found.end() for found in re.finditer(r"[\w\"\]>)?](?!\w)", source)),
        key=lambda end: (end != len(source.rstrip()), abs(end - offset)),
    )
    for end in ends:
        for closer in (")", '"', "]", "]]", ">"):
            yield source[:end] + closer + source[end:]
    for at in sorted(range(len(source)), key=lambda at: abs(at - offset)):
        yield source[:at] + source[at + 1 :]
