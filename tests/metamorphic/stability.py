"""Whether verdicts stay the same when the wording changes and the meaning does not.

``python -m tests.metamorphic.stability`` prints the share of stable verdicts of every
transformation and each unstable case, for those who mend rules. Cases are the development split of
gold and the examples of the rules; the frozen split is never transformed, since its cases would
then be read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from riskscan.analysis import Analyzer
from riskscan.analysis.examples import plain
from riskscan.evaluation.gold import read_gold
from riskscan.text import Document, Span
from tests.metamorphic import typography, wording
from tests.metamorphic.edits import Edits, Transformation, apply, carry

GOLD = Path(__file__).parent.parent.parent / "corpora" / "gold" / "ru"
TRANSFORMATIONS: Mapping[str, Transformation] = {
    each.__name__: each
    for each in (
        wording.actors,
        wording.numbers,
        wording.point_numbers,
        wording.synonyms,
        wording.aspects,
        wording.modals,
        wording.fronted_terms,
        wording.inversions,
        typography.dots,
        typography.quotes,
        typography.unbroken_spaces,
        typography.double_spaces,
        typography.hard_wraps,
        typography.windows_lines,
        typography.capitals,
        typography.latin_letters,
        typography.soft_hyphens,
    )
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether there is a finding of tier 1 or 2, one of tier 1, and by which rules.

    Of a risk, findings count whose provision overlaps the span.
    """

    risk: bool
    signed: bool
    rules: frozenset[str]


@dataclass(frozen=True, slots=True)
class Case:
    """A text with a verdict; for a risk, the span a finding's provision must overlap."""

    name: str
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Trial:
    """One case transformed once."""

    case: Case
    text: str
    before: Verdict
    after: Verdict


def cases(analyzer: Analyzer) -> Iterator[Case]:
    """Development provisions, then every Russian example of every rule."""
    for file in read_gold(GOLD, "development").files:
        for item in file.provisions:
            yield Case(f"{file.name} {item.id}", item.text, item.where)
    for rule in analyzer.ruleset.rules:
        if rule.over_rows:  # its examples are tables, whose cells a text does not name
            continue
        for side in ("flags", "passes"):
            for number, text in enumerate(getattr(rule.examples.ru, side), start=1):
                yield Case(f"{rule.id} {side} {number}", plain(text), None)


def verdict(analyzer: Analyzer, text: str, span: Span | None) -> Verdict:
    """What the analyzer says of a text."""
    findings = analyzer.analyze(Document(text)).findings
    heard = [
        each
        for each in findings
        if each.tier <= 2
        and (span is None or Span(each.provision.start, each.provision.end).overlaps(span))
    ]
    return Verdict(
        bool(heard), any(each.tier == 1 for each in heard), frozenset(each.rule for each in heard)
    )


class Stability:
    """Runs transformations over cases; the verdict of an untouched case is found when needed."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._cases = list(cases(analyzer))
        self._before: dict[Case, Verdict] = {}

    def trials(self, transformation: Transformation, every: int = 1) -> list[Trial]:
        """Every case (or every third, …) a transformation applies to, each way it does."""
        return [
            Trial(case, apply(case.text, edits), self._untouched(case), self._verdict(case, edits))
            for case in self._cases[::every]
            for edits in transformation(case.text)
        ]

    def _untouched(self, case: Case) -> Verdict:
        found = self._before.get(case)
        if found is None:
            found = self._before[case] = self._verdict(case, ())
        return found

    def _verdict(self, case: Case, edits: Edits) -> Verdict:
        span = None if case.span is None else carry(case.span, edits)
        return verdict(self._analyzer, apply(case.text, edits), span)


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of trials in which the risk, the tier-1 verdict and the set of rules stayed."""

    risk: float
    signed: float
    rules: float


def shares(trials: list[Trial]) -> Shares:
    """How stable verdicts were; there must be trials."""
    pairs = [(each.before, each.after) for each in trials]
    return Shares(
        risk=sum(a.risk == b.risk for a, b in pairs) / len(pairs),
        signed=sum(a.signed == b.signed for a, b in pairs) / len(pairs),
        rules=sum(a.rules == b.rules for a, b in pairs) / len(pairs),
    )


def main() -> None:
    """Print shares and unstable cases."""
    stability = Stability(Analyzer())
    for name, transformation in TRANSFORMATIONS.items():
        trials = stability.trials(transformation)
        stable = shares(trials)
        print(
            f"\n{name}: {len(trials)} trials; stable: "
            f"risk {stable.risk:.3f}, tier 1 {stable.signed:.3f}, rules {stable.rules:.3f}"
        )
        for trial in trials:
            if trial.before != trial.after:
                print(f"  {trial.case.name}: {_told(trial.before)} → {_told(trial.after)}")
                print(f"    {trial.text!r}")


def _told(verdict: Verdict) -> str:
    tier = "tier 1" if verdict.signed else "tier 2" if verdict.risk else "nothing"
    return f"{tier} ({', '.join(sorted(verdict.rules))})" if verdict.rules else tier


if __name__ == "__main__":
    main()
