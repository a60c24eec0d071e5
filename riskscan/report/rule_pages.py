"""The rule book as Markdown: a page for each rule, and what the rules cover."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from riskscan.engine.catalogue import Catalogue, RiskPattern
from riskscan.engine.explanation import wording
from riskscan.engine.model import LanguageExamples, Rule
from riskscan.engine.ruleset import RuleSet

_LANGUAGES = ("ru", "kk")
_WORDS = {
    "ru": {
        "coverage": "Что находят правила",
        "counts": "Правил: {rules}. Приёмов в каталоге: {patterns}, с правилом: {covered}.",
        "columns": "| Приём | | Правила | Примеры ru (+/−) | Примеры kk (+/−) |",
        "none": "нет правила",
        "corpus": "виден только рядом с другими актами",
        "found": "находит `{by}`",
        "pattern": "Приём",
        "factor": "Фактор",
        "severity": "Тяжесть",
        "why": "Почему это риск",
        "redraft": "Как исправить",
        "basis": "На чём основано",
        "guards": "Что исключает риск",
        "flags": "Отмечается",
        "passes": "Не отмечается",
    },
    "kk": {
        "coverage": "Ережелер нені табады",
        "counts": "Ережелер: {rules}. Каталогтағы тәсілдер: {patterns}, ережесі бары: {covered}.",
        "columns": "| Тәсіл | | Ережелер | ru мысалдары (+/−) | kk мысалдары (+/−) |",
        "none": "ереже жоқ",
        "corpus": "басқа актілермен қатар ғана көрінеді",
        "found": "`{by}` табады",
        "pattern": "Тәсіл",
        "factor": "Фактор",
        "severity": "Ауырлығы",
        "why": "Неге бұл тәуекел",
        "redraft": "Қалай түзету керек",
        "basis": "Неге негізделген",
        "guards": "Тәуекелді не жоққа шығарады",
        "flags": "Белгіленеді",
        "passes": "Белгіленбейді",
    },
    "en": {
        "coverage": "What the rules find",
        "counts": "Rules: {rules}. Patterns in the catalogue: {patterns}, with a rule: {covered}.",
        "columns": "| Pattern | | Rules | Examples ru (+/−) | Examples kk (+/−) |",
        "none": "no rule yet",
        "corpus": "shows only beside other acts",
        "found": "found by `{by}`",
        "pattern": "Pattern",
        "factor": "Factor",
        "severity": "Severity",
        "why": "Why it is a risk",
        "redraft": "How to mend it",
        "basis": "What it rests on",
        "guards": "What clears it",
        "flags": "Flagged",
        "passes": "Passed",
    },
}


def coverage(ruleset: RuleSet, catalogue: Catalogue, ui: str) -> str:
    """A table for each group of patterns: the rules that find it and their examples' numbers."""
    words = _WORDS[ui]
    rules = _by_pattern(ruleset)
    covered = sum(pattern.id in rules for pattern in catalogue.patterns)
    counts = words["counts"].format(
        rules=len(ruleset.rules), patterns=len(catalogue.patterns), covered=covered
    )
    lines = [f"# {words['coverage']}", "", counts]
    for group in catalogue.groups:
        lines += ["", f"## {group.id}. {wording(group.title, ui)}", "", words["columns"]]
        lines.append("| --- | --- | --- | --- | --- |")
        lines += [
            _row(pattern, rules.get(pattern.id, []), ui)
            for pattern in catalogue.patterns
            if pattern.id.startswith(group.id)
        ]
    return "\n".join([*lines, ""])


def page(rule: Rule, ruleset: RuleSet, catalogue: Catalogue, ui: str) -> str:
    """Everything a lawyer may ask of one rule."""
    words = _WORDS[ui]
    titles = {pattern.id: wording(pattern.title, ui) for pattern in catalogue.patterns}
    facts = [
        (words["pattern"], f"{rule.pattern} {titles.get(rule.pattern, '')}".rstrip()),
        (words["factor"], wording(ruleset.factors[rule.factor].title, ui)),
        (words["severity"], rule.severity),
    ]
    basis = [
        f"- {wording(ruleset.sources[each.source].title, ui)}: {each.item}" for each in rule.basis
    ]
    lines = [f"# {wording(rule.title, ui)}", "", f"`{rule.id}` · {rule.status}", ""]
    lines += [f"- {name}: {fact}" for name, fact in facts]
    if rule.guards:
        lines.append(f"- {words['guards']}: {', '.join(rule.guards)}")
    for name, body in (("why", rule.explain), ("redraft", rule.redraft)):
        lines += ["", f"## {words[name]}", "", wording(body, ui)]
    lines += ["", f"## {words['basis']}", "", *basis]
    for side in ("flags", "passes"):
        lines += ["", f"## {words[side]}", *_examples(rule, side)]
    return "\n".join([*lines, ""])


def _by_pattern(ruleset: RuleSet) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in ruleset.rules:
        if rule.status != "deprecated":
            found[rule.pattern].append(rule)
    return found


def _row(pattern: RiskPattern, rules: list[Rule], ui: str) -> str:
    cells = [pattern.id, wording(pattern.title, ui), _found_by(pattern, rules, ui)]
    for language in _LANGUAGES:
        examples = [_side(rule, language) for rule in rules]
        flags = sum(len(each.flags) for each in examples)
        passes = sum(len(each.passes) for each in examples)
        cells.append(f"{flags}/{passes}" if rules else "")
    return f"| {' | '.join(cells)} |"


def _found_by(pattern: RiskPattern, rules: list[Rule], ui: str) -> str:
    if rules:
        return ", ".join(f"`{rule.id}`" for rule in rules)
    if pattern.awaits is not None:
        return _WORDS[ui][pattern.awaits]
    if pattern.found_by is not None:
        return _WORDS[ui]["found"].format(by=pattern.found_by)
    return _WORDS[ui]["none"]


def _examples(rule: Rule, side: str) -> Iterator[str]:
    for language in _LANGUAGES:
        for text in getattr(_side(rule, language), side):
            yield ""
            yield from (
                f"> {line}" for line in text.replace("[[", "**").replace("]]", "**").split("\n")
            )


def _side(rule: Rule, language: str) -> LanguageExamples:
    side: LanguageExamples = getattr(rule.examples, language)
    return side
