"""One language of a ruleset made ready: every pattern compiled once, acts evaluated many times."""

from __future__ import annotations

from collections.abc import Callable

from riskscan.engine.evaluation import Evaluator
from riskscan.engine.ruleset import RuleSet
from riskscan.language.model import AnnotatedAct, Vocabulary
from riskscan.language.ru.syntax import Syntax
from riskscan.norms.hits import HitTable
from riskscan.norms.reader import FrameBuilder, NormReader
from riskscan.norms.ru.builder import RussianFrames
from riskscan.norms.ru.surface import Nominative
from riskscan.patterns import Pattern, PatternSet, compile_patterns, parse_pattern

Opener = Callable[[AnnotatedAct, HitTable], FrameBuilder]


class LanguageEngine:
    """The rules of one language over one vocabulary: compiling costs, evaluating does not."""

    def __init__(self, ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> None:
        self.language = language
        self._ruleset = ruleset
        self._patterns = _compile(ruleset, language, vocabulary)
        nominative, syntax = Nominative(), Syntax()
        openers: dict[str, Opener] = {
            "ru": lambda text, table: RussianFrames(
                text, table, ruleset.lexicon, nominative, syntax
            )
        }
        self._open = openers[language]

    def read(self, text: AnnotatedAct) -> NormReader:
        """The norms of an annotated act, ready for questions."""
        table = HitTable(text, self._patterns.match(text))
        return NormReader(text, table, self._open(text, table), self._ruleset.lexicon)

    def evaluator(self, text: AnnotatedAct) -> Evaluator:
        """An evaluator of this language's rules on one act."""
        return Evaluator(self.read(text), self.language)


def _compile(ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> PatternSet:
    """Every pattern of the lexicon and the rules under one roof, each knowing its file and line."""
    patterns: dict[str, list[Pattern]] = {}
    for source in ruleset.lexicon.sources(language):
        parsed = parse_pattern(source.pattern, place=source.place)
        patterns.setdefault(source.name, []).append(parsed)
    for rule in ruleset.rules:
        file = ruleset.files[rule.id]
        for part, pattern, location in rule.phrases(language):
            parsed = parse_pattern(pattern, place=file.place(location))
            patterns.setdefault(f"phrase:{rule.id}:{part}", []).append(parsed)
    prefix = "concept:"
    concepts: dict[str, list[Pattern]] = {name: [] for name in ruleset.lexicon.concepts}
    concepts.update(
        (name.removeprefix(prefix), found)
        for name, found in patterns.items()
        if name.startswith(prefix)
    )
    return compile_patterns(patterns, concepts, vocabulary)
