"""The items the analyzer got wrong, for those who mend rules.

Only ever called with development items: the frozen split is measured, not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from riskscan.evaluation.gold import GoldAct
from riskscan.evaluation.judging import TIERS, Judged
from riskscan.evaluation.planted import judge_act
from riskscan.evaluation.result import Accusation, Mistake
from riskscan.evaluation.sightings import Seen, Sighting

_TIER = max(TIERS)


def mistakes_in_provisions(judged: Iterable[Judged]) -> Iterator[Mistake]:
    """Risks missed or found under a wrong factor, and clean provisions flagged."""
    for each in judged:
        item, verdict = each.item, each.verdicts[_TIER]
        if item.label == "clean":
            kind = "false-alarm" if verdict.alarm else None
        elif not verdict.found:
            kind = "missed"
        else:
            kind = None if verdict.right_factor else "wrong-factor"
        if kind is not None:
            yield Mistake.model_validate(
                {
                    "kind": kind,
                    "file": each.file,
                    "id": item.id,
                    "pattern": item.pattern,
                    "difficulty": item.difficulty,
                    "trap": item.trap or "",
                    "words": item.span or item.text,
                    "findings": tuple(map(_accusation, each.seen.upto(_TIER))),
                }
            )


def mistakes_in_acts(acts: Iterable[tuple[GoldAct, Seen]]) -> Iterator[Mistake]:
    """Planted defects nothing found, and findings that found none."""
    for act, seen in acts:
        judged = judge_act(act, seen, _TIER)
        for defect, _, found in judged.defects:
            if not found:
                yield Mistake(
                    kind="missed-defect",
                    file=act.name,
                    id=defect.provision,
                    pattern=defect.pattern,
                    difficulty=defect.difficulty or "",
                    words=defect.span,
                )
        for sighting in judged.unmatched:
            yield Mistake(
                kind="unmatched",
                file=act.name,
                id=sighting.citation,
                words=sighting.quote,
                findings=(_accusation(sighting),),
            )


def _accusation(sighting: Sighting) -> Accusation:
    return Accusation(
        rule=sighting.rule,
        tier=sighting.tier,
        confidence=sighting.confidence,
        quote=sighting.quote,
    )
