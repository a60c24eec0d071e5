"""The analyzer: a document in, a report out. Pure, deterministic, built once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from riskscan import __version__
from riskscan.analysis.expertise import expertise
from riskscan.analysis.findings import build, merge
from riskscan.analysis.languages import assumptions
from riskscan.analysis.options import Options
from riskscan.analysis.process import unwatched
from riskscan.analysis.ranking import NAME, Ranking, ranked, read_ranking
from riskscan.analysis.report import (
    CertaintyPart,
    DocumentInfo,
    Ledger,
    Report,
    RulesetInfo,
    Skipped,
    notices,
)
from riskscan.analysis.score import summarise
from riskscan.analysis.scored import Scored
from riskscan.engine.evaluation import Evaluator
from riskscan.engine.language import LanguageEngine
from riskscan.engine.ruleset import load_ruleset
from riskscan.errors import EmptyDocumentError, UsageError
from riskscan.language import annotate
from riskscan.language.identify import has_kazakh
from riskscan.language.kk import hunspell
from riskscan.language.kk.morphology import KazakhMorphology
from riskscan.language.model import AnnotatedAct, Morphology, Vocabulary
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.structure import parse, path
from riskscan.structure.model import Act, ZoneKind
from riskscan.text import Document

_CHECKED = {ZoneKind.NORM, ZoneKind.INSERTED}


class Analyzer:
    """Reads rules and dictionaries once; each analysis then costs milliseconds."""

    def __init__(self, rules: Path | None = None) -> None:
        with unwatched():
            self.ruleset = load_ruleset(rules)
        self._engines: dict[str, LanguageEngine] = {}
        self._stems: str | None = None  # what optional Kazakh stems were read

    def analyze(self, document: Document, options: Options | None = None) -> Report:
        """Everything riskscan has to say of a document.

        EmptyDocumentError when it has no words; UsageError for a factor code that does not exist;
        RuleError when the learned order is asked for and its model cannot be used.
        """
        options = options or Options()
        if not self.ruleset.factors.keys() >= set(options.factors or ()):
            raise UsageError(
                "a factor code that does not exist",
                place="factors",
                remedy=f"The codes are: {', '.join(sorted(self.ruleset.factors))}",
            )
        if not document.text.strip():
            raise EmptyDocumentError(
                "the document is empty", place=document.source or "", remedy="Send some text."
            )
        act = self._act(document, options)
        texts = self._read(act)
        evaluators = [self.engine(text.language).evaluator(text) for text in texts]
        groups = self.groups(evaluators, options)
        findings = build(groups, self.ruleset, options)
        if options.rank is not None:
            findings = ranked(findings, groups, self._ranking, options.ui)
        words = _words(texts[0])
        return Report(
            document=self._info(document, act, texts[0], words, options),
            findings=tuple(findings),
            summary=summarise(findings, words, _certainty(evaluators)),
            ledger=_ledger(act, texts),
            engine=__version__,
            ruleset=RulesetInfo(
                version=self.ruleset.version,
                digest=f"sha256:{self.ruleset.digest}",
                stems=self._stems if any(text.language == "kk" for text in texts) else None,
            ),
        )

    def evaluators(self, document: Document, options: Options | None = None) -> list[Evaluator]:
        """The evaluators of a document, one for each of its languages, the leading one first."""
        return [
            self.engine(text.language).evaluator(text) for text in self.annotated(document, options)
        ]

    def annotated(self, document: Document, options: Options | None = None) -> list[AnnotatedAct]:
        """The act with its words and sentences, as the rules of each of its languages see it."""
        return self._read(self._act(document, options or Options()))

    def _read(self, act: Act) -> list[AnnotatedAct]:
        """The act in each of its languages, the one with more provisions first.

        A text with no Kazakh letter is read as Russian alone.
        """
        view = act.document.view
        if not has_kazakh(view.text):
            return [annotate(act, self.engine("ru").vocabulary)]
        kazakh = annotate(act, self.engine("kk").vocabulary)
        russian = annotate(act, self.engine("ru").vocabulary) if kazakh.foreign else None
        found = [text for text in (kazakh, russian) if text is not None and text.own]
        return sorted(found, key=lambda text: -text.own) or [kazakh]

    def engine(self, language: str) -> LanguageEngine:
        """The rules of one language, made ready when first asked for.

        So whoever reads Russian alone does not wait for Kazakh. RuleError for a pattern that
        cannot be used.
        """
        if language not in self._engines:
            with unwatched():
                morphology = RussianMorphology() if language == "ru" else self._kazakh()
                vocabulary = Vocabulary(morphology)
                self._engines[language] = LanguageEngine(self.ruleset, language, vocabulary)
        return self._engines[language]

    @cached_property
    def _ranking(self) -> Ranking:
        return read_ranking(self.ruleset.root / NAME)

    def _kazakh(self) -> Morphology:
        others = hunspell.find()
        self._stems = hunspell.digest(others) if others is not None else None
        return KazakhMorphology(others)

    def _act(self, document: Document, options: Options) -> Act:
        act = parse(document)
        if options.title is not None:
            act = replace(act, title=options.title)
        return replace(act, kind=options.kind) if options.kind is not None else act

    def _info(
        self, document: Document, act: Act, text: AnnotatedAct, words: int, options: Options
    ) -> DocumentInfo:
        return DocumentInfo(
            source=document.source,
            title=act.title,
            kind=act.kind,
            profile=act.profile,
            languages={str(name): share for name, share in text.stretches.shares.items()},
            characters=len(document.text),
            words=words,
            provisions=len(act.provisions),
            expertise=expertise(act, self.ruleset.sources, options.ui),
            unread=notices(document.unread),
            assumed=notices(assumptions(document, text, options)),
        )

    def groups(self, evaluators: list[Evaluator], options: Options) -> list[list[Scored]]:
        """What the rules match, merged: each group is a finding, its leading match first."""
        rules = [rule for rule in self.ruleset.rules if rule.status != "deprecated"]
        matches = (
            match for evaluator in evaluators for rule in rules for match in evaluator.matches(rule)
        )
        return merge(matches, self.ruleset.rubric, options)


def _certainty(evaluators: list[Evaluator]) -> list[CertaintyPart]:
    """The parts of the normative certainty of all languages together."""
    total: dict[str, tuple[int, int]] = {}
    for part in (part for evaluator in evaluators for part in evaluator.certainty()):
        said, of = total.get(part.kind.value, (0, 0))
        total[part.kind.value] = said + part.said, of + part.of
    return [
        CertaintyPart(element=element, said=said, of=of) for element, (said, of) in total.items()
    ]


def _words(text: AnnotatedAct) -> int:
    """The number of words and numbers; punctuation does not count."""
    return int(text.tokens.vocabulary.ask(_is_word, text.tokens.types).sum())


def _is_word(vocabulary: Vocabulary, identity: int) -> int:
    return int(vocabulary.surface(identity)[:1].isalnum())


def _ledger(act: Act, texts: list[AnnotatedAct]) -> Ledger:
    read = {provision for text in texts for provision in text.provisions.tolist()}
    checked, skipped = 0, []
    for provision in act.provisions:
        if provision.text.start == provision.text.end:
            continue
        if provision.zone not in _CHECKED:
            skipped.append(Skipped(path=path(act, provision.index), reason=provision.zone.value))
        elif provision.index not in read:
            skipped.append(Skipped(path=path(act, provision.index), reason="language"))
        else:
            checked += 1
    return Ledger(provisions_checked=checked, skipped=tuple(_grouped(skipped)))


def _grouped(skipped: list[Skipped]) -> Iterator[Skipped]:
    """One line for a run of provisions with the same path and reason."""
    yield from dict.fromkeys(skipped)
