"""Training of the learned order: a logistic regression over named features, from gold.

The development split alone is read. A finding is right or wrong as in ``judging`` and ``planted``,
in every tier; on a well-drafted act it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.features import FEATURES, Group, features
from riskscan.analysis.ranking import Comparison, FeatureWeight, Quality, Ranking
from riskscan.errors import InputError, UsageError
from riskscan.evaluation.clean import clean_beside, read_clean
from riskscan.evaluation.gold import GoldAct, read_gold
from riskscan.evaluation.judging import outcome
from riskscan.evaluation.planted import finds
from riskscan.evaluation.sightings import Sighting
from riskscan.evaluation.workers import FEW, spread
from riskscan.text import Document

FOLDS = 10
SEED = 20
PENALTY = 0.1  # scikit-learn's C: the smaller, the nearer to no opinion
SHARES = (0.1, 0.25, 0.5)  # of the top, where precision is asked
DIGITS = 6

Spot = tuple[Sighting, list[float]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One finding gold can judge: the gold item and pattern it belongs to, its features."""

    item: str
    pattern: str
    right: bool
    confidence: float
    values: list[float]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to learn from and how it judges a finding."""

    name: str
    pattern: str
    document: Document
    right: Callable[[Sighting], bool | None]


def train(folders: Sequence[Path], rules: Path | None = None) -> Ranking:
    """A model trained on the development split of gold folders and the clean acts beside them.

    UsageError without scikit-learn; InputError for gold with too few right or wrong findings, and
    what reading gold raises.
    """
    _need_scikit_learn()
    samples = list(_samples([text for folder in folders for text in _texts(folder)], rules))
    right = np.array([sample.right for sample in samples], dtype=bool)
    values = np.array([sample.values for sample in samples], dtype=float)
    folded = {
        "items": [sample.item for sample in samples],
        "patterns": [sample.pattern for sample in samples],
    }
    compared = {
        name: _compared(values, right, np.array(groups), samples) for name, groups in folded.items()
    }
    scaler, regression = _fitted(values, right)
    means, scales, weights = scaler.mean_, scaler.scale_, regression.coef_[0]
    return Ranking.model_validate(
        {
            "right": int(right.sum()),
            "wrong": int((~right).sum()),
            "cross_validated": compared,
            "intercept": round(float(regression.intercept_[0]), DIGITS),
            "features": {
                name: FeatureWeight(
                    mean=round(float(mean), DIGITS),
                    scale=round(float(scale), DIGITS),
                    weight=round(float(weight), DIGITS),
                )
                for name, mean, scale, weight in zip(FEATURES, means, scales, weights, strict=True)
            },
        }
    )


def _need_scikit_learn() -> None:
    try:
        import sklearn  # noqa: F401
    except ModuleNotFoundError:
        raise UsageError(
            "scikit-learn is missing", place="rank train", remedy="pip install riskscan[ranking]"
        ) from None


def _texts(folder: Path) -> Iterator[_Text]:
    gold = read_gold(folder, "development")
    for file in gold.files:
        for item in file.provisions:
            name = f"{folder}/{file.name}:{item.id}"
            yield _Text(name, item.pattern, Document(item.text), partial(outcome, item))
    for act in gold.acts:
        name = f"{folder}/{act.name}"
        yield _Text(name, name, act.document, partial(_planted, act))
    for clean, document in read_clean(clean_beside(folder)):
        name = f"{folder}/clean/{clean}"
        yield _Text(name, name, document, lambda _: False)


def _planted(act: GoldAct, sighting: Sighting) -> bool:
    return any(finds(sighting, span) for _, span in act.defects)


def _samples(texts: Sequence[_Text], rules: Path | None) -> Iterator[Sample]:
    documents = [text.document for text in texts]
    seen = spread(partial(_observer, rules), documents, alone=len(texts) <= FEW)
    for text, spots in zip(texts, seen, strict=True):
        for sighting, values in spots:
            right = text.right(sighting)
            if right is not None:
                yield Sample(text.name, text.pattern, right, sighting.confidence, values)


def _observer(rules: Path | None) -> Callable[[Document], list[Spot]]:
    return partial(_spots, Analyzer(rules))


def _spots(analyzer: Analyzer, document: Document) -> list[Spot]:
    groups = analyzer.groups(analyzer.evaluators(document), Options())
    return [(_sighting(group), list(features(group).values())) for group in groups]


def _sighting(group: Group) -> Sighting:
    lead = group[0]
    rule, site = lead.match.rule, lead.match.site
    provision = site.reader.act.provisions[site.provision].span
    return Sighting(rule.id, rule.factor, lead.tier, lead.confidence, lead.words, provision, "", "")


def _compared(values: Any, right: Any, groups: Any, samples: Sequence[Sample]) -> Comparison:
    """Both orders on findings whose groups were held out of the training."""
    from sklearn.model_selection import StratifiedGroupKFold

    most = min(len(np.unique(groups[right == verdict])) for verdict in (True, False))
    if most < 2:
        raise InputError(
            f"too little to learn from: {int(right.sum())} right and {int((~right).sum())} wrong "
            "findings, each kind needs two texts of two patterns at least",
            remedy="Name larger gold folders (corpora/gold/ru corpora/gold/kk)",
        )
    folds = StratifiedGroupKFold(min(FOLDS, most), shuffle=True, random_state=SEED)
    scores = np.zeros(len(right))
    for learned, held in folds.split(values, right, groups):
        scaler, regression = _fitted(values[learned], right[learned])
        scores[held] = regression.decision_function(scaler.transform(values[held]))
    confidence = np.array([sample.confidence for sample in samples])
    return Comparison(learned=_quality(scores, right), confidence=_quality(confidence, right))


def _fitted(values: Any, right: Any) -> tuple[Any, Any]:
    """Standardised features and a balanced, L2-penalised logistic regression over them."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=PENALTY, class_weight="balanced", max_iter=5000)
    return scaler, regression.fit(scaler.transform(values), right)


def _quality(scores: Any, right: Any) -> Quality:
    """Equal scores share their outcomes: no order among them counts as skill or as luck."""
    from sklearn.metrics import roc_auc_score

    ties = np.unique(scores, return_inverse=True)[1]
    shared = (np.bincount(ties, right) / np.bincount(ties))[ties]
    best = shared[np.argsort(-scores, kind="stable")]
    return Quality(
        auc=round(float(roc_auc_score(right, scores)), 3),
        precision={
            f"{share:.0%}": round(float(best[: max(1, round(share * len(best)))].mean()), 3)
            for share in SHARES
        },
    )
