"""The rules as the interface shows them: texts in three languages, and what each rule looks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel

from riskscan import __version__
from riskscan.analysis.report import RulesetInfo, Severity
from riskscan.engine.model import Examples, LanguageExamples, Rule, Wording
from riskscan.engine.ruleset import RuleSet

DraftLanguage = Literal["ru", "kk"]
DRAFT_LANGUAGES: tuple[DraftLanguage, ...] = ("ru", "kk")


class RuleSummary(BaseModel):
    """A rule in the list; ``languages`` are those of the drafts it reads."""

    id: str
    factor: str
    group: str
    severity: Severity
    status: Literal["experimental", "stable", "deprecated"]
    languages: list[DraftLanguage]
    title: Wording


class RuleList(BaseModel):
    """The rules that fit the filters, by id."""

    ruleset: RulesetInfo
    rules: list[RuleSummary]


class Ground(BaseModel):
    """A law or a methodology a rule rests on."""

    kind: Literal["law", "comparative"]
    source: str
    item: str
    title: Wording


class RulePage(RuleSummary):
    """One rule: what it says, what it rests on, what must be absent, what it flags and passes.

    ``{…}`` in ``explanation`` are gaps a finding fills. ``lacks`` names each element that must be
    proven absent and the places it is looked for in; ``guards`` are reasons of innocence.
    """

    ruleset: RulesetInfo
    pattern: str
    explanation: Wording
    recommendation: Wording
    confidence: float
    basis: list[Ground]
    lacks: dict[str, list[str]]
    guards: list[str]
    examples: Examples


class FactorInfo(BaseModel):
    """One factor of the closed list and the number of its rules."""

    code: str
    group: str
    title: Wording
    rules: int


class RulesetPage(RulesetInfo):
    """The rules in force on this server."""

    engine: str
    rules: int
    factors: list[FactorInfo]


class Catalogue:
    """A ruleset, asked for what the interface shows of it."""

    def __init__(self, ruleset: RuleSet) -> None:
        self.ruleset = ruleset
        self.info = RulesetInfo(version=ruleset.version, digest=f"sha256:{ruleset.digest}")

    def current(self) -> RulesetPage:
        """The whole ruleset in short."""
        codes = [rule.factor for rule in self.ruleset.rules]
        return RulesetPage(
            version=self.info.version,
            digest=self.info.digest,
            engine=__version__,
            rules=len(codes),
            factors=[
                FactorInfo(
                    code=each.code, group=each.group, title=each.title, rules=codes.count(each.code)
                )
                for each in self.ruleset.factors.values()
            ],
        )

    def filters(self) -> dict[str, list[str]]:
        """What the list of rules can be asked by, and the values each filter has."""
        factors = self.ruleset.factors
        return {
            "factor": list(factors),
            "group": sorted({factor.group for factor in factors.values()}),
            "language": list(DRAFT_LANGUAGES),
        }

    def rules(self, asked: Mapping[str, str]) -> RuleList:
        """The rules that fit every filter asked for."""
        found = []
        for rule in self.ruleset.rules:
            summary = RuleSummary.model_validate(self._summary(rule))
            answers = {"factor": [rule.factor], "group": [summary.group]}
            answers["language"] = list(summary.languages)
            if all(value in answers[name] for name, value in asked.items()):
                found.append(summary)
        return RuleList(ruleset=self.info, rules=found)

    def page(self, identity: str) -> RulePage | None:
        """One rule; None when there is none of that id."""
        rule = next((rule for rule in self.ruleset.rules if rule.id == identity), None)
        if rule is None:
            return None
        return RulePage.model_validate(
            {
                **self._summary(rule),
                "ruleset": self.info,
                "pattern": rule.pattern,
                "explanation": rule.explain,
                "recommendation": rule.redraft,
                "confidence": rule.confidence,
                "basis": [
                    Ground(
                        kind=each.kind,
                        source=each.source,
                        item=each.item,
                        title=self.ruleset.sources[each.source].title,
                    )
                    for each in rule.basis
                ],
                "lacks": {
                    element.value: [place.value for place in lack.in_]
                    for element, lack in rule.lacks.items()
                },
                "guards": list(rule.guards),
                "examples": rule.examples,
            }
        )

    def _summary(self, rule: Rule) -> dict[str, object]:
        return {
            "id": rule.id,
            "factor": rule.factor,
            "group": self.ruleset.factors[rule.factor].group,
            "severity": rule.severity,
            "status": rule.status,
            "languages": list(_languages(rule)),
            "title": rule.title,
        }


def _languages(rule: Rule) -> Iterable[DraftLanguage]:
    """The languages a rule has examples in: that side of it is written and tested."""
    for language in DRAFT_LANGUAGES:
        side: LanguageExamples = getattr(rule.examples, language)
        if side.flags:
            yield language
