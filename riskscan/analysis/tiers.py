"""How sure: confidence and tier of a match."""

from __future__ import annotations

from typing import Literal

from riskscan.engine.evaluation import Match
from riskscan.norms.concepts import Own
from riskscan.norms.model import Role, Verdict
from riskscan.structure.model import ProvisionKind

# Below this line an expert would want to see the finding, but would not sign it unread.
SIGNABLE = 0.5
# The one says what a body does (how, other acts say), the other how it reckons.
_NO_PROCEDURE = frozenset({"body-regulation", "methodology"})
_STAFF = "personnel"
# What courts and investigators do is reviewed as the code lays down, and offences and private law
# give no official a power: an expert reads by-laws and statutes of administration.
_BRANCHES = frozenset({"criminal", "procedural", "civil", "penalty"})
_CODIFIED = frozenset({"code", "law", "unknown"})
_SANCTIONS = "liability-range"
_INHERITED = 0.9
_UNSTATED = 0.95
_STRENGTHENED = 0.8  # what each further absent safeguard leaves of the doubt


def confidence(match: Match) -> float:
    """The rule's own confidence, adjusted by how the actor is known and what else is absent."""
    value = match.branch.confidence or match.rule.confidence
    frame = match.site.frame
    if frame is not None:
        if frame.actor.inherited:
            value *= _INHERITED
        if frame.actor.role is Role.UNSTATED:
            value *= _UNSTATED
    for each in match.weighed if value >= SIGNABLE else ():
        if each.found.verdict is Verdict.ABSENT:
            value = 1 - (1 - value) * _STRENGTHENED
    return round(min(value, 0.99), 2)


def tier(match: Match, sure: float) -> Literal[1, 2, 3]:
    """1: what an expert would sign; 2: unproven, or in force already; 3: drafting technique."""
    if match.rule.technique:
        return 3
    sound = match.power and match.proven and sure >= SIGNABLE and not _doubtful(match)
    return 1 if sound and match.standing is None else 2


def _doubtful(match: Match) -> bool:
    """Whether what an expert signs elsewhere is no more than a note in this place."""
    reader, sentence = match.site.reader, match.site.sentence
    if reader.act.kind in match.rule.unless.doubtful:
        return True
    profile = reader.profile(match.site.provision)
    if profile in _NO_PROCEDURE or (profile in _BRANCHES and _codified(match)):
        return True
    if match.rule.unless.doubtful_listed and _listed(match):
        return True
    wanted = match.rule.unless.doubtful_without
    if wanted is not None and not reader.in_context(sentence, wanted):
        return True
    if reader.table.has(sentence, Own.TOLD_TO_DO):
        return True
    inner = profile == _STAFF or reader.table.has(sentence, Own.INNER_WORK)
    return inner and not reader.table.has(sentence, Own.OUTSIDER)


def _codified(match: Match) -> bool:
    return match.site.reader.act.kind in _CODIFIED and match.rule.factor != _SANCTIONS


def _listed(match: Match) -> bool:
    """Whether the power is one of a list of rights: when it may be used, other provisions say."""
    frame, site = match.site.frame, match.site
    kind = site.reader.act.provisions[site.provision].kind
    return kind is ProvisionKind.SUBPOINT and frame is not None and frame.actor.inherited
