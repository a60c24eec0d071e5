"""From pattern sources to a PatternSet: checks, concepts expanded, elements made predicates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from riskscan.errors import PatternError
from riskscan.language.model import Vocabulary, normalise
from riskscan.language.tokens import token_forms
from riskscan.patterns.concepts import Concepts, Sources
from riskscan.patterns.grammar import error_at, parse_pattern
from riskscan.patterns.matcher import PatternSet
from riskscan.patterns.phrases import Source
from riskscan.patterns.shape import Shapes
from riskscan.patterns.symbols import Form, Predicate
from riskscan.patterns.tree import (
    Capture,
    Choice,
    Kind,
    Literal,
    Maybe,
    Node,
    NodeMap,
    Pattern,
    Symbol,
    Word,
    children,
    choice,
    sequence,
)
from riskscan.patterns.tree import Sequence as Items

MOST_GAP = 40
_MIXED = re.compile("[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]")


def compile_patterns(
    patterns: Mapping[str, str | Pattern | Sources],
    concepts: Mapping[str, Sources],
    vocabulary: Vocabulary,
) -> PatternSet:
    """One PatternSet of all the patterns, for texts read with this vocabulary.

    ``patterns``: identifier to source, or to several sources that count as one pattern;
    ``concepts``: name to sources. Sources parsed beforehand keep their place in error messages.
    Raises PatternError for the first that cannot be used.
    """
    known = Concepts(concepts)
    compiler = _Compiler(vocabulary)
    for named in known.patterns.values():
        for pattern in named:
            compiler.check(pattern, known.expand(pattern))
    compiled = []
    for number, (identity, sources) in enumerate(patterns.items()):
        for source in [sources] if isinstance(sources, str | Pattern) else sources:
            pattern = parse_pattern(source, place=identity)
            parts = known.expand(pattern)
            gap = compiler.check(pattern, parts)
            clausal = len(parts) > 1 or gap > 0
            compiled.append(Source(number, tuple(map(compiler.lower, parts)), clausal))
    return PatternSet(list(patterns), compiled, compiler.predicates, vocabulary)


class _Compiler:
    """Numbers the predicates and refuses what could never work."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._symbols: dict[Predicate, Symbol] = {}
        self._vocabulary = vocabulary
        self._lemmas: set[str] = set()
        self._literals: dict[str, Node] = {}
        self._lowered: NodeMap[Node] = NodeMap()
        self._shapes = Shapes()
        self._gaps: dict[str, int] = {}  # by source: many stand in several places

    @property
    def predicates(self) -> list[Predicate]:
        """Every predicate, by number."""
        return list(self._symbols)

    def check(self, pattern: Pattern, expanded: tuple[Node, ...]) -> int:
        """Refuse a pattern that matches nothing at all, everything, or not what it says.

        Returns the most tokens that the gaps of one of its parts can skip.
        """
        if pattern.source not in self._gaps:
            self._gaps[pattern.source] = self._checked(pattern, expanded)
        return self._gaps[pattern.source]

    def _checked(self, pattern: Pattern, expanded: tuple[Node, ...]) -> int:
        for word in _words(pattern.parts):
            if word.lemma not in self._lemmas:
                self._check_lemma(word, pattern)
        shapes = [self._shapes.of(part) for part in expanded]
        if sum(shape.highlights for shape in shapes) > 1:
            _refuse(pattern, "only one part can be highlighted", "Use one [[ ]], or captures")
        if any(shape.empty for shape in shapes):
            _refuse(pattern, "the pattern can match no words at all", "Make an element certain")
        if any(shape.opens or shape.closes for shape in shapes):
            _refuse(pattern, "a gap must stand between two elements", "Remove the outer gap")
        gap = max(shape.gap for shape in shapes)
        if gap > MOST_GAP:
            cause = f"the gaps add up to {gap} tokens, more than {MOST_GAP}"
            _refuse(pattern, cause, "Shorten them, or join the parts with «&»")
        return gap

    def _check_lemma(self, word: Word, pattern: Pattern) -> None:
        """A known form that is not its own lemma would never match, and nobody would notice."""
        lemma = word.lemma
        if lemma is None:
            return
        if _MIXED.search(lemma):
            cause = f"«{lemma}» mixes Latin letters with Cyrillic ones"
            raise error_at(pattern.place, pattern.source, word.column, cause)
        morphology = self._vocabulary.morphology
        if not morphology.is_lemma(lemma):
            readings = morphology.readings(lemma)
            proper = [normalise(reading.lemma) for reading in readings if not reading.guessed]
            if proper:
                cause = f"«{lemma}» is a form, not a dictionary word"
                remedy = f'Did you mean «{proper[0]}» (any form) or «"{lemma}"» (this form)?'
                raise error_at(pattern.place, pattern.source, word.column, cause, remedy)
            if not morphology.predicts:
                cause = f"no dictionary has «{lemma}»"
                remedy = f'Enter it in the lexicon, or write «"{lemma}"» (this form)'
                raise error_at(pattern.place, pattern.source, word.column, cause, remedy)
        self._lemmas.add(lemma)

    def lower(self, node: Node) -> Node:
        """The node with symbols for words, and a choice of symbols made one symbol."""
        match node:
            case Word() | Kind():
                return self._symbol(node)
            case Literal(text):
                return self._literal(text)
            case Maybe(body):
                return Maybe(self.lower(body))
            case Capture(name, body):
                return Capture(name, self.lower(body))
            case Items(items):
                return sequence(*map(self.lower, items))
            case Choice(options):
                known = self._lowered.get(node)
                return known or self._lowered.put(node, choice(*map(self.lower, options)))
            case _:
                return node

    def _literal(self, text: str) -> Node:
        found = self._literals.get(text)
        if found is None:
            forms = map(Form, token_forms(text, self._vocabulary))
            found = self._literals[text] = sequence(*map(self._symbol, forms))
        return found

    def _symbol(self, predicate: Predicate) -> Symbol:
        known = self._symbols.get(predicate)
        if known is None:
            known = self._symbols[predicate] = Symbol(frozenset([len(self._symbols)]))
        return known


def _refuse(pattern: Pattern, cause: str, remedy: str) -> None:
    raise PatternError(cause, place=pattern.place, remedy=remedy)


def _words(parts: Iterable[Node]) -> Iterator[Word]:
    """The words of a pattern, in the order they are written."""
    ahead = [*parts][::-1]
    while ahead:
        node = ahead.pop()
        if isinstance(node, Word):
            yield node
        else:
            ahead.extend(reversed(children(node)))
