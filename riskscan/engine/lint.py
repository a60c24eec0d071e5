"""Lint: what is wrong or owed in a ruleset that loads."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from riskscan.engine.catalogue import load_catalogue
from riskscan.engine.explanation import CAPTURES
from riskscan.engine.model import Rule
from riskscan.engine.ruleset import RuleSet
from riskscan.yaml_file import YamlFile

MIN_EXAMPLES = {"ru": 4, "kk": 3}


@dataclass(frozen=True, slots=True)
class Issue:
    """One defect (``error``), or what an experimental rule still owes (``debt``)."""

    level: Literal["error", "debt"]
    rule: str
    place: str
    text: str


def lint(ruleset: RuleSet) -> list[Issue]:
    """All issues, in rule order; an empty list means the rules are finished."""
    known = frozenset(pattern.id for pattern in load_catalogue(ruleset.root).patterns)
    return [
        issue
        for rule in ruleset.rules
        for issue in (*_unknown_pattern(rule, ruleset, known), *_rule_issues(rule, ruleset))
    ]


def _unknown_pattern(rule: Rule, ruleset: RuleSet, known: frozenset[str]) -> Iterator[Issue]:
    if rule.pattern not in known:
        place = ruleset.files[rule.id].place(("pattern",))
        yield Issue("error", rule.id, place, f"patterns.yaml has no {rule.pattern}")


def _rule_issues(rule: Rule, ruleset: RuleSet) -> Iterator[Issue]:
    file = ruleset.files[rule.id]
    for language, wanted in MIN_EXAMPLES.items():
        for side in ("flags", "passes"):
            count = len(getattr(getattr(rule.examples, language), side))
            if count < wanted:
                level = _level(rule, language)
                place = file.place(("examples", language, side))
                yield Issue(level, rule.id, place, f"{count} {side}; at least {wanted}")
    for text in ("ru", "kk", "en"):
        unknown = _captures(getattr(rule.explain, text)) - CAPTURES
        if unknown:
            place = file.place(("explain", text))
            yield Issue("error", rule.id, place, f"explain uses unknown {sorted(unknown)}")
    yield from _guards(rule, file)
    if not any(basis.kind == "law" for basis in rule.basis):
        yield Issue("error", rule.id, file.place(("basis",)), "no Kazakhstani law to rest on")


def _guards(rule: Rule, file: YamlFile) -> Iterator[Issue]:
    """What a rule says of guards must change something."""
    for name, told in (("guards", rule.unless.guards), ("allow", rule.unless.allow)):
        for index, guard in enumerate(told):
            place = file.place(("unless", name, index))
            if guard in told[:index]:
                yield Issue("error", rule.id, place, f"{guard} is named twice")
            elif name == "guards" and guard in rule.default_guards:
                yield Issue("error", rule.id, place, f"{guard} is in force by default")
            elif name == "allow" and guard not in rule.default_guards:
                yield Issue("error", rule.id, place, f"{guard} is no default here")


def _level(rule: Rule, language: str) -> Literal["error", "debt"]:
    """A rule in use speaks both languages; one on trial may still owe its Kazakh side."""
    return "debt" if language == "kk" and rule.status == "experimental" else "error"


def _captures(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}
