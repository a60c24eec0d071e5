"""What the learned order looks at: named features of the rule, the norm frame and its surroundings.

What all findings of an act share (its kind, its profile) cannot order them and is left out; so are
guards: one that spoke left no finding.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from riskscan.analysis.report import SEVERITIES
from riskscan.analysis.scored import Scored
from riskscan.engine.evaluation import Lacking
from riskscan.engine.model import Item
from riskscan.norms.model import ElementKind, Frame, Modality, Role, Verdict
from riskscan.structure.model import ProvisionKind

Group = Sequence[Scored]  # what becomes one finding, its leading match first

_WORDS = "features.json"
_SAFEGUARDS = (
    ElementKind.REASONS,
    ElementKind.NOTICE,
    ElementKind.APPEAL,
    ElementKind.PUBLICATION,
)


def features(group: Group) -> dict[str, float]:
    """The value of every feature; of most 1 when it is there and 0 when it is not."""
    return {name: float(value(group)) for name, value in FEATURES.items()}


@cache
def titles() -> Mapping[str, Mapping[str, str]]:
    """The words for each feature in each interface language."""
    loaded: Mapping[str, Mapping[str, str]] = json.loads(
        files("riskscan.analysis").joinpath(_WORDS).read_text("utf-8")
    )
    return loaded


def _framed(holds: Callable[[Frame], bool]) -> Callable[[Group], float]:
    def value(group: Group) -> float:
        frame = group[0].match.site.frame
        return frame is not None and holds(frame)

    return value


def _bound(modality: Modality) -> Callable[[Group], float]:
    return _framed(lambda frame: frame.modality is modality)


def _acts(role: Role) -> Callable[[Group], float]:
    return _framed(lambda frame: frame.actor.role is role)


def _looked_for(group: Group) -> tuple[Lacking, ...]:
    match = group[0].match
    return (*match.lacking, *match.weighed)


def _absent(*kinds: ElementKind) -> Callable[[Group], float]:
    return lambda group: any(
        each.found.verdict is Verdict.ABSENT and each.element in kinds
        for each in _looked_for(group)
    )


def _item_absent(group: Group) -> float:
    return any(
        each.found.verdict is Verdict.ABSENT and isinstance(each.element, Item)
        for each in _looked_for(group)
    )


def _unknown(group: Group) -> float:
    return sum(each.found.verdict is Verdict.UNKNOWN for each in _looked_for(group))


def _listed(group: Group) -> float:
    site = group[0].match.site
    return site.reader.act.provisions[site.provision].kind is ProvisionKind.SUBPOINT


FEATURES: Mapping[str, Callable[[Group], float]] = {
    "confidence": lambda group: group[0].confidence,
    "severity": lambda group: SEVERITIES.index(group[0].grade.severity),
    "tier-2": lambda group: group[0].tier == 2,
    "tier-3": lambda group: group[0].tier == 3,
    "phrase": lambda group: group[0].match.site.phrase is not None,
    "merged": lambda group: len(group) - 1,
    "kazakh": lambda group: group[0].match.site.reader.text.language == "kk",
    "listed": _listed,
    **{f"modality-{each}": _bound(each) for each in (Modality.MAY, Modality.DECIDES)},
    **{
        f"actor-{each}": _acts(each)
        for each in Role
        if each not in {Role.CONTRACT_PARTY, Role.COURT, Role.SYSTEM}  # next to no findings
    },
    "actor-inherited": _framed(lambda frame: frame.actor.inherited),
    "passive": _framed(lambda frame: frame.passive),
    "nominal": _framed(lambda frame: frame.nominal),
    "embedded": _framed(lambda frame: frame.embedded),
    **{
        f"absent-{each}": _absent(each)
        for each in (
            ElementKind.TERM,
            ElementKind.BOUND,
            ElementKind.GROUND,
            ElementKind.CLOSED_LIST,
            ElementKind.CRITERIA,
            ElementKind.CITED_PROVISION,
            ElementKind.SCALE,
        )
    },
    "absent-safeguard": _absent(*_SAFEGUARDS),
    "absent-item": _item_absent,
    "unknown": _unknown,
}
