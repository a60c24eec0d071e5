"""One language of a ruleset made ready: every pattern compiled once, acts evaluated many times."""

from __future__ import annotations

from collections.abc import Callable

from riskscan.engine.evaluation import Evaluator
from riskscan.engine.ruleset import RuleSet
from riskscan.language.model import AnnotatedAct, Vocabulary
from riskscan.language.ru.syntax import Syntax
from riskscan.norms.certainty import LOOKED_FOR
from riskscan.norms.concepts import Own
from riskscan.norms.frame_builder import FrameBuilder
from riskscan.norms.hits import HitTable
from riskscan.norms.kk.builder import KazakhFrames
from riskscan.norms.lexicon import Lexicon
from riskscan.norms.model import ElementKind
from riskscan.norms.reader import NormReader
from riskscan.norms.ru.builder import RussianFrames
from riskscan.norms.ru.surface import Nominative
from riskscan.norms.weakening import KINDS
from riskscan.patterns import Pattern, PatternSet, compile_patterns, parse_pattern

# What look-through and the index of certainty ask for on their own account.
_OWN_ELEMENTS = (
    frozenset({ElementKind.TERM, ElementKind.BOUND, ElementKind.GROUND}) | KINDS | LOOKED_FOR
)

# A concept that has no words in a language is named nowhere.
_NOTHING = parse_pattern('"∅"')
Opener = Callable[[AnnotatedAct, HitTable], FrameBuilder]


class LanguageEngine:
    """The rules of one language over one vocabulary: compiling costs, evaluating does not."""

    def __init__(self, ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> None:
        self.language = language
        self._ruleset = ruleset
        self._patterns = _compile(ruleset, language, vocabulary)
        self.vocabulary = vocabulary
        self._open = _OPENERS[language](ruleset.lexicon)

    def read(self, text: AnnotatedAct) -> NormReader:
        """The norms of an annotated act, ready for questions."""
        table = HitTable(text, self._patterns.match(text))
        return NormReader(text, table, self._open(text, table), self._ruleset.lexicon)

    def evaluator(self, text: AnnotatedAct) -> Evaluator:
        """An evaluator of this language's rules on one act."""
        return Evaluator(self.read(text), self._ruleset.profiles)


def _russian(lexicon: Lexicon) -> Opener:
    nominative, syntax = Nominative(), Syntax()
    return lambda text, table: RussianFrames(text, table, lexicon, nominative, syntax)


def _kazakh(lexicon: Lexicon) -> Opener:
    return lambda text, table: KazakhFrames(text, table, lexicon)


_OPENERS = {"ru": _russian, "kk": _kazakh}


def _compile(ruleset: RuleSet, language: str, vocabulary: Vocabulary) -> PatternSet:
    """Every pattern the lexicon and the rules ask for, each knowing its file and line."""
    lexicon: dict[str, list[Pattern]] = {}
    for source in ruleset.lexicon.sources(language):
        parsed = parse_pattern(source.pattern, place=source.place)
        lexicon.setdefault(source.name, []).append(parsed)
    asked = _asked(ruleset)
    patterns = {
        name: found for name, found in lexicon.items() if ":".join(name.split(":")[:2]) in asked
    }
    groups = (("phrase", ruleset.rules), ("profile", ruleset.profiles.values()))
    for group, owners in groups:
        for owner in owners:
            file = ruleset.files[owner.id]
            for part, pattern, location in owner.phrases(language):
                parsed = parse_pattern(pattern, place=file.place(location))
                patterns.setdefault(f"{group}:{owner.id}:{part}", []).append(parsed)
    concepts = {
        name: lexicon.get(f"concept:{name}", [_NOTHING]) for name in ruleset.lexicon.concepts
    }
    return compile_patterns(patterns, concepts, vocabulary)


def _asked(ruleset: RuleSet) -> frozenset[str]:
    """The lexicon entries somebody asks for by name; the rest only serve inside other patterns."""
    lexicon = ruleset.lexicon
    branches = [branch for rule in ruleset.rules for branch in rule.when.branches]
    concepts = {
        *Own,
        *(c.id for c in lexicon.concepts.values() if c.role or c.modality),
        *(name for branch in branches for name in (branch.object, branch.context) if name),
        *(
            name
            for branch in branches
            if branch.document
            for name in (branch.document.names, branch.document.silent)
            if name
        ),
        *(r.unless.doubtful_without for r in ruleset.rules if r.unless.doubtful_without),
        *(step.concept for step in ruleset.rubric.steps if step.concept),
    }
    elements = {
        *_OWN_ELEMENTS,
        *(kind for rule in ruleset.rules for kind in (*rule.lacks, *rule.weighed)),
        *(item.element for p in ruleset.profiles.values() for item in p.items if item.element),
    }
    return frozenset(
        {
            *(f"concept:{name}" for name in concepts),
            *(f"element:{kind.value}" for kind in elements),
            *(f"action:{name}" for name in lexicon.actions),
        }
    )
