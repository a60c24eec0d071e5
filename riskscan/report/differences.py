"""What a change of rules changes, as text and as one JSON document, both written as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from riskscan.evaluation.differences import (
    Change,
    DocumentDifference,
    Kind,
    Tally,
    Verdict,
)
from riskscan.report.wording import one_line

SCHEMA = "riskscan-diff/1"
_KINDS: tuple[Kind, ...] = ("gone", "new", "changed")
_SIGNS = {"gone": ("−", "red"), "new": ("+", "green"), "changed": ("~", "yellow")}


def print_differences(
    console: Console, differences: Iterable[DocumentDifference], tally: Tally
) -> None:
    """Print each document that differs, then the counts by rule."""
    for difference in tally.watch(differences):
        if difference.changes:
            name = one_line(difference.document)
            console.print(
                Text(f"{name}: {difference.before} → {difference.after} findings", style="bold")
            )
            for change in difference.changes:
                console.print(_change(change), soft_wrap=True)
    if tally.rules:
        console.print(_by_rule(tally))
    kinds = ", ".join(f"{tally.kinds[kind]} {kind}" for kind in _KINDS)
    console.print(Text(f"{tally.documents} documents: {kinds}", style="bold"))


def json_differences(
    differences: Iterable[DocumentDifference], tally: Tally, rules: tuple[str, str]
) -> Iterator[str]:
    """The pieces of one JSON document; ``rules`` are the digests of the old and new rules."""
    head = json.dumps({"schema": SCHEMA, "old": rules[0], "new": rules[1]})
    yield f'{head[:-1]}, "documents": ['
    comma = "\n"
    for difference in tally.watch(differences):
        if difference.changes or difference.problem is not None:
            yield f"{comma}{difference.model_dump_json()}"
            comma = ",\n"
    summary: dict[str, int] = {kind: tally.kinds[kind] for kind in _KINDS}
    summary |= {"documents": tally.documents, "unread": tally.unread}
    by_rule = {rule: dict(tally.rules[rule]) for rule in sorted(tally.rules)}
    yield f'],\n"summary": {json.dumps(summary)},\n"by_rule": {json.dumps(by_rule)}}}\n'


def _change(change: Change) -> Text:
    sign, style = _SIGNS[change.change]
    place = one_line(change.citation) or change.factor
    text = Text.assemble((f"  {sign} ", style), f"{place}: «{one_line(change.quote)}»\n")
    if change.before is not None and change.after is not None:
        told = _told(change.before, change.after)
    else:
        told = _whole(change.before or change.after)
    return text.append(f"      {told}", style="dim")


def _told(before: Verdict, after: Verdict) -> str:
    """What differs between two verdicts, and the rule when it stayed."""
    old, new = before.model_dump(), after.model_dump()
    parts = [f"{name} {old[name]} → {new[name]}" for name in old if old[name] != new[name]]
    return " · ".join(parts if before.rule != after.rule else (before.rule, *parts))


def _whole(verdict: Verdict | None) -> str:
    if verdict is None:
        return ""
    return f"{verdict.rule} · tier {verdict.tier} · {verdict.severity} · {verdict.confidence}"


def _by_rule(tally: Tally) -> Table:
    table = Table(title="By rule", title_justify="left", title_style="bold", box=None)
    table.add_column("rule")
    for kind in _KINDS:
        table.add_column(kind, justify="right")
    for rule in sorted(tally.rules):
        table.add_row(rule, *(str(tally.rules[rule][kind]) for kind in _KINDS))
    return table
