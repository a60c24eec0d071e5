"""One evaluation: read gold, analyse every text, judge, measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from riskscan import __version__
from riskscan.analysis import Analyzer
from riskscan.analysis.report import RulesetInfo
from riskscan.engine.ruleset import RuleSet, load_ruleset
from riskscan.evaluation.bootstrap import rates
from riskscan.evaluation.calibration import calibrate, calibrate_acts
from riskscan.evaluation.clean import read_clean
from riskscan.evaluation.factors import Factors, read_factors
from riskscan.evaluation.gold import Gold, ProvisionFile, Split, read_gold
from riskscan.evaluation.judging import TIERS, Judged, judge
from riskscan.evaluation.mistakes import mistakes_in_acts, mistakes_in_provisions
from riskscan.evaluation.planted import measure_acts, measure_gate
from riskscan.evaluation.result import Evaluation, Family, GoldFile, Group, Rates
from riskscan.evaluation.sightings import Observer, Seen
from riskscan.evaluation.workers import FEW, spread
from riskscan.text import Document

_KEYS: dict[Family, Callable[[Judged], str | None]] = {
    "split": lambda judged: "test" if judged.frozen else "development",
    "pattern": lambda judged: judged.item.pattern,
    "factor": lambda judged: judged.factor,
    "difficulty": lambda judged: judged.item.difficulty,
    "trap": lambda judged: judged.item.trap if judged.item.label == "clean" else None,
}


def evaluate(
    folder: Path,
    split: Split = "all",
    *,
    clean: Path | None = None,
    rules: Path | None = None,
    analyzer: Analyzer | None = None,
) -> Evaluation:
    """Measure the rules on a gold folder and on a folder of well-drafted acts (``*.txt``).

    Mistakes are named for development items only. An analyzer given is used in this process;
    otherwise one is built from ``rules``, in several processes when there is much to do.
    InputError for bad gold or an unreadable act, RuleError for bad rules.
    """
    gold = read_gold(folder, split)
    ruleset = load_ruleset(rules) if analyzer is None else analyzer.ruleset
    factors = read_factors(folder, ruleset)
    gate = read_clean(clean)
    texts = [
        *(Document(each.text) for file in gold.files for each in file.provisions),
        *(act.document for act in gold.acts),
        *(document for _, document in gate),
    ]
    make = partial(_observer, rules) if analyzer is None else partial(Observer, analyzer)
    seen = spread(make, texts, alone=analyzer is not None or len(texts) <= FEW)
    judged = list(_judged(gold.files, seen, factors))
    acts = [(act, next(seen)) for act in gold.acts]
    clean_acts = [(name, document, next(seen)) for name, document in gate]
    return Evaluation(
        split=split,
        files=_files(gold),
        overall=_rates(judged),
        groups={family: _groups(judged, key) for family, key in _KEYS.items()},
        calibration=calibrate(judged),
        calibration_in_acts=calibrate_acts(acts),
        planted=measure_acts(acts, factors),
        gate=measure_gate(clean_acts) if gate else None,
        mistakes=(
            *mistakes_in_provisions([each for each in judged if not each.frozen]),
            *mistakes_in_acts([(act, found) for act, found in acts if not act.frozen]),
        ),
        engine=__version__,
        ruleset=_info(ruleset),
    )


def _observer(rules: Path | None) -> Observer:
    return Observer(Analyzer(rules))


def _judged(
    files: Sequence[ProvisionFile], seen: Iterator[Seen], factors: Factors
) -> Iterator[Judged]:
    for file in files:
        for item in file.provisions:
            sight = next(seen)
            verdicts = {tier: judge(item, sight, factors, tier) for tier in TIERS}
            main = factors.main(item.pattern)
            yield Judged(file.name, file.frozen, item, main, sight, verdicts)


def _rates(judged: Sequence[Judged]) -> dict[str, Rates]:
    risks = [each for each in judged if each.item.label == "risk"]
    cleans = [each for each in judged if each.item.label == "clean"]
    return {
        str(tier): rates([r.verdicts[tier] for r in risks], [c.verdicts[tier] for c in cleans])
        for tier in TIERS
    }


def _groups(judged: Sequence[Judged], key: Callable[[Judged], str | None]) -> tuple[Group, ...]:
    parts: dict[str, list[Judged]] = {}
    for each in judged:
        name = key(each)
        if name is not None:
            parts.setdefault(name, []).append(each)
    return tuple(Group(key=name, tiers=_rates(parts[name])) for name in sorted(parts))


def _files(gold: Gold) -> tuple[GoldFile, ...]:
    return tuple(
        GoldFile(name=file.name, frozen=file.frozen, provisions=len(file.provisions))
        for file in gold.files
    )


def _info(ruleset: RuleSet) -> RulesetInfo:
    return RulesetInfo(version=ruleset.version, digest=f"sha256:{ruleset.digest}")
