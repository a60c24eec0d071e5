"""Matches become findings: merged, addressed, explained, with their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from riskscan.analysis.fingerprint import fingerprints
from riskscan.analysis.options import Options
from riskscan.analysis.report import (
    SEVERITIES,
    Address,
    Basis,
    Evidence,
    Finding,
    Related,
    SeverityStep,
)
from riskscan.analysis.retold import retells
from riskscan.analysis.tiers import confidence, tier
from riskscan.engine.evaluation import Lacking, Match
from riskscan.engine.explanation import ELEMENTS, describe, explain, wording
from riskscan.engine.guards import Site
from riskscan.engine.model import BasisReference
from riskscan.engine.rubric import Grade, Rubric
from riskscan.engine.ruleset import RuleSet
from riskscan.norms.concepts import Own
from riskscan.norms.losses import Weakening
from riskscan.norms.model import Verdict
from riskscan.structure import Targets, cite, cite_target, path
from riskscan.text import Span

# A list of papers is one norm whoever brings them.
_OF_PAPERS = frozenset({"excessive-requirements", "extra-documents"})
_NO_GUARD = {
    "ru": "обстоятельство, исключающее риск, не установлено",
    "kk": "тәуекелді жоққа шығаратын мән-жай анықталған жоқ",
    "en": "no circumstance that clears the wording was found",
}
_IN_FORCE = {
    "ru": "формулировка действует и сейчас",
    "kk": "тұжырым қазір де қолданыста",
    "en": "the wording is already in force",
}
_GONE = {"ru": "нет", "kk": "жоқ", "en": "none"}


@dataclass(frozen=True, slots=True)
class Scored:
    """A match with its tier, confidence and grade of severity."""

    match: Match
    tier: Literal[1, 2, 3]
    confidence: float
    grade: Grade

    @property
    def strength(self) -> tuple[int, int, float]:
        """Sorts stronger before weaker."""
        return (self.tier, -SEVERITIES.index(self.grade.severity), -self.confidence)

    @property
    def row(self) -> Span | None:
        """The row of a comparative table it stands in."""
        site = self.match.site
        row = site.reader.act.row_at(site.span.start)
        return row.span if row is not None else None

    @property
    def norm(self) -> tuple[str, int]:
        """One factor on one norm is one finding; items of one list are one norm."""
        site, rule = self.match.site, self.match.rule
        frame = site.frame
        provision = site.provision
        if (frame is not None and frame.actor.inherited) or rule.factor in _OF_PAPERS:
            lead = site.reader.lead_in(provision)
            if lead is not None:
                provision = int(site.reader.text.provisions[lead])
        return rule.factor, provision


def score(match: Match, rubric: Rubric) -> Scored:
    """Tier, confidence and severity of a match."""
    sure = confidence(match)
    default = match.rule.default
    gap_filled = default is not None and _defaulted(match)
    base = default.severity if default is not None and gap_filled else match.rule.severity
    return Scored(match, tier(match, sure), sure, rubric.grade(match.rule, match.site, base))


def build(matches: Iterable[Match], ruleset: RuleSet, options: Options) -> list[Finding]:
    """Findings in text order; weaker ones of one factor and norm join the leading one."""
    groups: dict[tuple[str, int], list[Scored]] = {}
    scores = (score(match, ruleset.rubric) for match in matches)
    wanted = [scored for scored in scores if _wanted(scored, options)]
    wanted.sort(key=lambda scored: scored.strength)
    tellers: dict[Span | None, list[Scored]] = {}
    for scored in wanted:
        if scored.match.weakened:
            tellers.setdefault(scored.row, []).append(scored)
    retold: list[tuple[Scored, Scored]] = []
    for scored in wanted:
        near = tellers.get(scored.row, ()) if tellers else ()
        teller = next((each for each in near if _retells(scored, each)), None)
        if teller is None:
            groups.setdefault(scored.norm, []).append(scored)
        else:
            retold.append((teller, scored))
    for teller, scored in retold:
        groups[teller.norm].append(scored)
    ordered = sorted(groups.values(), key=lambda group: (_span(group[0]), group[0].match.rule.id))
    if not ordered:
        return []
    act = ordered[0][0].match.site.reader.act
    identities = fingerprints(
        act, [(group[0].match.rule.factor, group[0].match.site.provision) for group in ordered]
    )
    targets = Targets(act)
    return [
        _finding(group, identity, targets, ruleset, options.ui)
        for group, identity in zip(ordered, identities, strict=True)
    ]


def _retells(scored: Scored, teller: Scored) -> bool:
    return teller.tier <= scored.tier and retells(scored.match, teller.match)


def _wanted(scored: Scored, options: Options) -> bool:
    rule = scored.match.rule
    return (
        (options.factors is None or rule.factor in options.factors)
        and scored.tier <= options.max_tier
        and scored.confidence >= options.min_confidence
        and SEVERITIES.index(scored.grade.severity) >= SEVERITIES.index(options.min_severity)
    )


def _finding(
    group: list[Scored], identity: str, targets: Targets, ruleset: RuleSet, ui: str
) -> Finding:
    lead, *rest = group
    match = lead.match
    rule = match.rule
    act = match.site.reader.act
    text = act.document.text
    span = _span(lead)
    quote = span.of(text)
    provision = act.provisions[match.site.provision]
    return Finding(
        id=identity,
        rule=rule.id,
        factor=rule.factor,
        group=ruleset.factors[rule.factor].group,
        severity=lead.grade.severity,
        severity_steps=tuple(
            SeverityStep(reason=step.id, by=step.by, title=wording(step.title, ui))
            for step in lead.grade.steps
        ),
        confidence=lead.confidence,
        tier=lead.tier,
        language=match.site.reader.text.language,
        start=span.start,
        end=span.end,
        quote=quote,
        provision=Address(
            path=path(act, provision.index),
            citation={name: cite(act, provision.index, name) for name in ("ru", "kk")},
            start=provision.span.start,
            end=provision.span.end,
            target=_target(targets, provision.index),
        ),
        title=wording(rule.title, ui),
        explanation=explain(match, quote, ui),
        recommendation=wording(rule.redraft, ui),
        basis=tuple(_basis(match, ruleset, ui)),
        evidence=tuple(_evidence(match, ui)),
        related=tuple(_related(scored, text, ui) for scored in _others(lead, rest)),
    )


def _target(targets: Targets, index: int) -> dict[str, str] | None:
    target = targets.of(index)
    return None if target is None else {name: cite_target(target, name) for name in ("ru", "kk")}


def _span(scored: Scored) -> Span:
    site = scored.match.site
    if site.phrase is not None:
        return site.reader.text.tokens.span(site.phrase.mark, site.phrase.shown)
    return site.span


def _others(lead: Scored, rest: list[Scored]) -> list[Scored]:
    """The weaker ones with something of their own to say, which one rule on overlapping words and
    one factor on the same words say once."""
    kept = [lead]
    for scored in rest:
        if not any(_alike(scored, other) for other in kept):
            kept.append(scored)
    return kept[1:]


def _alike(one: Scored, other: Scored) -> bool:
    spans, rules = (_span(one), _span(other)), (one.match.rule, other.match.rule)
    same = spans[0] == spans[1] and rules[0].factor == rules[1].factor
    if rules[0].over_rows and rules[1].over_rows:  # two losses of one norm are two
        return rules[0].id == rules[1].id and same
    return same or (rules[0].id == rules[1].id and spans[0].overlaps(spans[1]))


def _related(scored: Scored, text: str, ui: str) -> Related:
    span = _span(scored)
    rule = scored.match.rule
    return Related(
        rule=rule.id,
        start=span.start,
        end=span.end,
        quote=span.of(text),
        title=wording(rule.title, ui),
    )


def _basis(match: Match, ruleset: RuleSet, ui: str) -> Iterable[Basis]:
    """The laws a finding rests on; foreign methodologies stand in the rule's page only."""
    references = [basis for basis in match.rule.basis if basis.kind == "law"]
    default = match.rule.default
    if default is not None and _defaulted(match):
        references.append(BasisReference(kind="law", source=default.source, item=default.item))
    for reference in dict.fromkeys(references):
        source = ruleset.sources[reference.source]
        if source.grade == "V":
            yield Basis(
                kind=reference.kind,
                source=reference.source,
                item=reference.item,
                title=wording(source.title, ui),
            )


def _defaulted(match: Match) -> bool:
    """Whether the statutory default reaches this act: it bounds answers to a person's request."""
    default = match.rule.default
    if default is None:
        return False
    site = match.site
    return site.reader.table.has(site.sentence, Own.REQUEST)


def _evidence(match: Match, ui: str) -> Iterable[Evidence]:
    site = match.site
    text = site.reader.act.document.text
    yield _spoken("trigger", site.span, text)
    frame = site.frame
    if frame is not None:
        if frame.actor.span is not None:
            yield _spoken("actor", frame.actor.span, text, frame.actor.role.value)
        else:
            yield Evidence(role="actor", verdict="absent", note=frame.actor.role.value)
        if frame.actions and site.phrase is not None:
            yield _spoken("action", frame.predicate, text)
    for each in (*match.lacking, *match.weighed):
        yield _lack(each, text, ui)
    for weakening in match.weakened:
        yield from _weakened(weakening, site, text, ui)
    for other in match.sighting.elsewhere if match.sighting is not None else ():
        address = cite(site.reader.act, other.provision, ui)
        yield _spoken("elsewhere", other.words, text, note=address)
    if match.standing is not None:
        yield _spoken("current", match.standing, text, note=_IN_FORCE[ui])
    if match.rule.guards:
        yield Evidence(
            role="guard",
            verdict="absent",
            where=tuple(match.rule.guards),
            note=_NO_GUARD[ui],
        )


def _weakened(each: Weakening, site: Site, text: str, ui: str) -> Iterable[Evidence]:
    """The words in force, and the proposed ones: those that replace them, or that lack them."""
    name, kind = ELEMENTS[ui][each.kind], each.kind.value
    count = f": {each.before} → {each.after}" if each.after else ""
    gone = "" if each.proposed else f": {_GONE[ui]}"
    proposed = each.proposed or site.reader.sentence_span(each.sentence)
    for role, span, note in (("current", each.current, count), ("proposed", proposed, gone)):
        yield _spoken(role, span, text, kind, note=name + note)


def _spoken(
    role: str, span: Span, text: str, element: str | None = None, note: str = ""
) -> Evidence:
    return Evidence.model_validate(
        {
            "role": role,
            "element": element,
            "verdict": "present",
            "start": span.start,
            "end": span.end,
            "quote": span.of(text),
            "note": note,
        }
    )


def _lack(each: Lacking, text: str, ui: str) -> Evidence:
    span = each.found.span
    found = each.found.verdict is not Verdict.ABSENT and span is not None
    return Evidence(
        role="lacks",
        element=each.name,
        verdict=each.found.verdict.value,
        where=tuple(place.value for place in each.found.where),
        start=span.start if found and span else None,
        end=span.end if found and span else None,
        quote=span.of(text) if found and span else None,
        note=describe(each, ui),
    )
