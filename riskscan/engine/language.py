"""One language of a ruleset made ready: every pattern compiled once, acts evaluated many times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from riskscan.engine.evaluation import Evaluator
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet
from riskscan.errors import PatternError
from riskscan.language.model import AnnotatedAct, Vocabulary
from riskscan.norms.hits import HitTable
from riskscan.norms.reader import FrameBuilder, NormReader
from riskscan.norms.ru.builder import RussianFrames
from riskscan.norms.ru.words import Words
from riskscan.patterns import compile_patterns, parse_pattern

Opener = Callable[[AnnotatedAct, HitTable], FrameBuilder]


class LanguageEngine:
    """The rules of one language over one vocabulary. Keep it: compiling costs, evaluating does not."""

    def __init__(self, ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> None:
        self.language = language
        self._ruleset = ruleset
        self._patterns = _compile(ruleset, language, vocabulary)
        words = Words(vocabulary)
        openers: dict[str, Opener] = {
            "ru": lambda text, table: RussianFrames(text, table, ruleset.lexicon, words)
        }
        self._open = openers[language]

    def read(self, text: AnnotatedAct) -> NormReader:
        """The norms of an annotated act, ready for questions."""
        table = HitTable(text, self._patterns.match(text))
        return NormReader(text, table, self._open(text, table), self._ruleset.lexicon)

    def evaluator(self, text: AnnotatedAct) -> Evaluator:
        """An evaluator of this language's rules on one act."""
        return Evaluator(self.read(text), self.language)


def _compile(ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> Any:
    sources: dict[str, list[str]] = {}
    places: dict[tuple[str, str], str] = {}
    for source in ruleset.lexicon.sources(language):
        sources.setdefault(source.name, []).append(source.pattern)
        places[source.name, source.pattern] = source.place
    for rule in ruleset.rules:
        for name, pattern, place in _rule_patterns(ruleset, rule, language):
            sources.setdefault(name, []).append(pattern)
            places[name, pattern] = place
    for (_, pattern), place in places.items():
        parse_pattern(pattern, place=place)
    concepts = ruleset.lexicon.concept_patterns(language)
    try:
        return compile_patterns(sources, concepts, vocabulary)
    except PatternError as error:
        raise _with_place(error, places) from None


def _rule_patterns(ruleset: RuleSet, rule: Rule, language: str) -> list[tuple[str, str, str]]:
    file = ruleset.files[rule.id]
    return [
        (f"phrase:{rule.id}:{part}", pattern, file.place(location))
        for part, pattern, location in rule.phrases(language)
    ]


def _with_place(error: PatternError, places: dict[tuple[str, str], str]) -> PatternError:
    """The compiler knows a pattern by name; the author needs its file and line."""
    for (name, pattern), place in places.items():
        if error.place.startswith(name) and pattern in f"{error.place} {error.cause}":
            return PatternError(error.cause, place=place, remedy=error.remedy)
    return error
