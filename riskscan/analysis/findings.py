"""Matches become findings: merged, addressed, explained, with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from riskscan.analysis.scored import Scored, defaulted, score
from riskscan.engine.evaluation import Lacking, Match
from riskscan.engine.explanation import ELEMENTS, describe, explain, wording
from riskscan.engine.guards import Site
from riskscan.engine.model import BasisReference
from riskscan.engine.rubric import Rubric
from riskscan.engine.ruleset import RuleSet
from riskscan.norms.losses import Weakening
from riskscan.norms.model import Verdict
from riskscan.structure import Targets, cite, cite_target, path
from riskscan.text import Span

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


def merge(matches: Iterable[Match], rubric: Rubric, options: Options) -> list[list[Scored]]:
    """What becomes one finding each, in text order: weaker matches follow the leading one.

    One factor on one norm is one finding.
    """
    groups: dict[tuple[str, int], list[Scored]] = {}
    scores = (score(match, rubric) for match in matches)
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
    return sorted(groups.values(), key=lambda group: (group[0].words, group[0].match.rule.id))


def build(groups: Sequence[list[Scored]], ruleset: RuleSet, options: Options) -> list[Finding]:
    """The findings of some groups, in their order."""
    if not groups:
        return []
    act = groups[0][0].match.site.reader.act
    identities = fingerprints(
        act, [(group[0].match.rule.factor, group[0].match.site.provision) for group in groups]
    )
    targets = Targets(act)
    return [
        _finding(group, identity, targets, ruleset, options.ui)
        for group, identity in zip(groups, identities, strict=True)
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
    span = lead.words
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


def _others(lead: Scored, rest: list[Scored]) -> list[Scored]:
    """The weaker ones with something of their own to say, which one rule on overlapping words and
    one factor on the same words say once."""
    kept = [lead]
    for scored in rest:
        if not any(_alike(scored, other) for other in kept):
            kept.append(scored)
    return kept[1:]


def _alike(one: Scored, other: Scored) -> bool:
    spans, rules = (one.words, other.words), (one.match.rule, other.match.rule)
    same = spans[0] == spans[1] and rules[0].factor == rules[1].factor
    if rules[0].over_rows and rules[1].over_rows:  # two losses of one norm are two
        return rules[0].id == rules[1].id and same
    return same or (rules[0].id == rules[1].id and spans[0].overlaps(spans[1]))


def _related(scored: Scored, text: str, ui: str) -> Related:
    span = scored.words
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
    if default is not None and defaulted(match):
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
