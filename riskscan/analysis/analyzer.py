"""The analyzer: a document in, a report out. Pure, deterministic, built once and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from riskscan import __version__
from riskscan.analysis.findings import build
from riskscan.analysis.options import Options
from riskscan.analysis.report import (
    DocumentInfo,
    Finding,
    Ledger,
    Notice,
    Report,
    RulesetInfo,
    Skipped,
)
from riskscan.analysis.score import summarise
from riskscan.engine.evaluation import Evaluator
from riskscan.engine.language import LanguageEngine
from riskscan.engine.ruleset import load_ruleset
from riskscan.errors import EmptyDocumentError, UsageError
from riskscan.language import annotate
from riskscan.language.identify import shares
from riskscan.language.model import AnnotatedAct, Vocabulary
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.structure import parse, path
from riskscan.structure.model import Act, ZoneKind
from riskscan.text import Document

_CHECKED = {ZoneKind.NORM, ZoneKind.INSERTED}


class Analyzer:
    """Reads rules and dictionaries once (about a second); each analysis then costs milliseconds."""

    def __init__(self, rules: Path | None = None) -> None:
        self.ruleset = load_ruleset(rules)
        self._vocabulary = Vocabulary(RussianMorphology())
        self._russian = LanguageEngine(self.ruleset, "ru", self._vocabulary)

    def analyze(self, document: Document, options: Options | None = None) -> Report:
        """Everything riskscan has to say of a document.

        EmptyDocumentError when it has no words; UsageError for a factor code that does not exist.
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
        text = annotate(act, self._vocabulary)
        evaluator = self._russian.evaluator(text)
        findings = self._findings(evaluator, options)
        certainty = evaluator.certainty()
        words = _words(text)
        return Report(
            document=_info(document, act, text, words),
            findings=tuple(findings),
            summary=summarise(findings, words, certainty),
            ledger=_ledger(act, text),
            engine=__version__,
            ruleset=RulesetInfo(
                version=self.ruleset.version, digest=f"sha256:{self.ruleset.digest}"
            ),
        )

    def evaluator(self, document: Document, options: Options | None = None) -> Evaluator:
        """The evaluator of a document, for ``explain`` and for those who measure rules."""
        return self._russian.evaluator(self.annotated(document, options))

    def annotated(self, document: Document, options: Options | None = None) -> AnnotatedAct:
        """The act with its words and sentences, as the rules see it."""
        return annotate(self._act(document, options or Options()), self._vocabulary)

    def _act(self, document: Document, options: Options) -> Act:
        act = parse(document)
        if options.title is not None:
            act = replace(act, title=options.title)
        return replace(act, kind=options.kind) if options.kind is not None else act

    def _findings(self, evaluator: Evaluator, options: Options) -> list[Finding]:
        rules = (rule for rule in self.ruleset.rules if rule.status != "deprecated")
        matches = (match for rule in rules for match in evaluator.matches(rule))
        return build(matches, self.ruleset, "ru", options)


def _words(text: AnnotatedAct) -> int:
    """The number of words and numbers; punctuation does not count."""
    return int(text.tokens.vocabulary.ask(_is_word, text.tokens.types).sum())


def _is_word(vocabulary: Vocabulary, identity: int) -> int:
    return int(vocabulary.surface(identity)[:1].isalnum())


def _info(document: Document, act: Act, text: AnnotatedAct, words: int) -> DocumentInfo:
    return DocumentInfo(
        source=document.source,
        title=act.title,
        kind=act.kind,
        profile=act.profile,
        languages={
            str(name): share for name, share in shares(text.tokens, text.sentences[:-1]).items()
        },
        characters=len(document.text),
        words=words,
        provisions=len(act.provisions),
        unread=tuple(Notice(what=each.what, count=each.count) for each in document.unread),
    )


def _ledger(act: Act, text: AnnotatedAct) -> Ledger:
    read = {int(provision) for provision in set(text.provisions.tolist())}
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
