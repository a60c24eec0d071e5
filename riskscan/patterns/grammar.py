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
from collections.abc import Iterator
from difflib import get_close_matches

from riskscan.errors import PatternError
from riskscan.patterns.parser import MisnamedError, TooDeepError, UnexpectedError, parse
from riskscan.patterns.tree import Pattern
from riskscan.patterns.universal import FEATURES, PARTS_OF_SPEECH


def parse_pattern(source: str | Pattern, *, place: str = "") -> Pattern:
    """The tree of one pattern; ``place`` (file and field, or a rule id) leads error messages.

    A pattern parsed before keeps its place. Raises PatternError with line, column and the nearest
    valid form.
    """
    if isinstance(source, Pattern):
        return source
    try:
        return Pattern(source, parse(source), place)
    except UnexpectedError as error:
        rest = source[error.offset :].split(maxsplit=1)
        cause = f"nothing fits «{rest[0]}» here" if rest else "the pattern ends too early"
        remedy = _did_you_mean(_nearest_valid(source, error.offset))
        raise error_at(place, source, error.offset, cause, remedy) from None
    except TooDeepError as error:
        remedy = "Make a concept of the inner parts"
        raise error_at(place, source, error.offset, "too many brackets", remedy) from None
    except MisnamedError as error:
        feature = "=" in error.name
        kind = "feature" if feature else "part of speech"
        cause = f"«{error.name}» is no {kind} of Universal Dependencies"
        remedy = suggest(error.name, FEATURES if feature else PARTS_OF_SPEECH)
        raise error_at(place, source, error.offset, cause, remedy) from None


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


def _nearest_valid(source: str, offset: int) -> str | None:
    """The first valid pattern one small edit away from the source."""
    for edited in _neighbours(source, offset):
        try:
            parse(edited)
        except (UnexpectedError, MisnamedError, TooDeepError):
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
