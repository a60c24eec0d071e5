"""The figures of an evaluation as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from riskscan.evaluation.floors import Reached
from riskscan.evaluation.result import (
    ActTier,
    Calibration,
    Evaluation,
    Family,
    Gate,
    Group,
    Interval,
    Mistake,
    Planted,
    Rates,
)
from riskscan.report.wording import one_line

_FAMILIES: dict[Family, str] = {
    "split": "By split",
    "pattern": "By pattern",
    "factor": "By factor",
    "difficulty": "By difficulty",
    "trap": "False alarms by trap",
}
_FEWEST = 5  # clean provisions a trap must have to be shown
_MEASURES = {
    "recall": "recall",
    "strict_recall": "recall, own sentence",
    "precision": "precision",
    "false_alarms": "false alarms",
    "j": "J = recall − false alarms",
    "factor_accuracy": "right factor, of found",
}
_WORDS = 160  # characters shown of a mistake


def print_evaluation(console: Console, evaluation: Evaluation, floors: Sequence[Reached]) -> None:
    """Print every table, the gate and the floors."""
    for part in _parts(evaluation, floors):
        console.print(part)


def print_mistakes(console: Console, evaluation: Evaluation) -> None:
    """Print the development items the analyzer got wrong, kind by kind, with their ids."""
    ordered = sorted(evaluation.mistakes, key=_place)
    for (file, kind), mistakes in groupby(ordered, key=_place):
        console.print(Text(f"\n{file}: {kind}", style="bold"))
        for mistake in mistakes:
            console.print(_mistake(mistake), soft_wrap=True)


def _parts(evaluation: Evaluation, floors: Sequence[Reached]) -> Iterator[RenderableType]:
    files = ", ".join(
        f"{file.name} ({file.provisions}{', frozen' if file.frozen else ''})"
        for file in evaluation.files
    )
    yield Text(f"Split {evaluation.split}: {files or 'no provisions'}")
    if evaluation.files:
        yield from _overall(evaluation.overall)
        for family, title in _FAMILIES.items():
            groups = evaluation.groups[family]
            if family == "trap":
                yield from _traps(title, groups)
            elif len(groups) > 1:
                yield from _groups(title, groups)
        yield from _calibration(evaluation.calibration, "provisions")
    if evaluation.planted is not None:
        yield from _calibration(evaluation.calibration_in_acts, "whole acts")
        yield from _planted(evaluation.planted)
    yield _gate(evaluation.gate)
    for reached in floors:
        held = "held" if reached.held else "NOT REACHED"
        measured = "not measured" if reached.measured is None else f"{reached.measured:.3f}"
        yield Text(f"floor {reached.floor}: {measured}, {held}", style=_style(reached.held))


def _overall(tiers: dict[str, Rates]) -> Iterator[RenderableType]:
    first = tiers["2"]
    title, table = _table(
        f"{first.risks} risks, {first.cleans} clean; 95 % bootstrap intervals",
        "tiers 1 and 2",
        "tier 1",
    )
    for field, name in _MEASURES.items():
        table.add_row(name, *(_interval(getattr(tiers[tier], field)) for tier in ("2", "1")))
    yield from (title, table)


def _groups(title: str, groups: Sequence[Group]) -> Iterator[RenderableType]:
    heading, table = _table(
        f"{title} (tiers 1 and 2; the last two columns tier 1)",
        *("risks", "clean", "recall", "false alarms", "J", "precision", "factor"),
        *("recall 1", "alarms 1"),
    )
    for group in groups:
        rates, signed = group.tiers["2"], group.tiers["1"]
        table.add_row(
            group.key,
            str(rates.risks),
            str(rates.cleans),
            _interval(rates.recall),
            _interval(rates.false_alarms),
            _interval(rates.j),
            _value(rates.precision),
            _value(rates.factor_accuracy),
            _value(signed.recall),
            _value(signed.false_alarms),
        )
    yield from (heading, table)


def _traps(title: str, groups: Sequence[Group]) -> Iterator[RenderableType]:
    shown = [group for group in groups if group.tiers["2"].cleans >= _FEWEST]
    heading, table = _table(title, "clean", "false alarms", "tier 1")
    for group in shown:
        rates = group.tiers["2"]
        table.add_row(
            one_line(group.key),
            str(rates.cleans),
            _interval(rates.false_alarms),
            _value(group.tiers["1"].false_alarms),
        )
    yield from (heading, table)
    rest = len(groups) - len(shown)
    if rest:
        yield Text(f"{rest} traps with fewer than {_FEWEST} provisions stand in --format json.")


def _calibration(calibration: Calibration, where: str) -> Iterator[RenderableType]:
    if calibration.brier is None or calibration.expected_error is None:
        yield Text(f"\nNo findings in {where} to calibrate confidence on.")
        return
    heading, table = _table(
        f"Confidence of {calibration.findings} findings in {where} "
        f"({calibration.unjudged} unjudged): "
        f"Brier {calibration.brier:.3f}, calibration error {calibration.expected_error:.3f}",
        *("findings", "confidence", "right"),
    )
    for each in calibration.bins:
        table.add_row(
            f"{each.low:.1f}–{each.high:.1f}",
            str(each.findings),
            f"{each.confidence:.2f}",
            f"{each.precision:.2f}",
        )
    yield from (heading, table)


def _planted(planted: Planted) -> Iterator[RenderableType]:
    heading, table = _table(
        "Defects planted in whole acts (tiers 1 and 2; the last two columns tier 1); "
        "unmatched: findings per 1,000 words",
        *("words", "defects", "found", "factor", "unmatched", "found 1", "unmatched 1"),
    )
    words = sum(act.words for act in planted.acts)
    for act in planted.acts:
        table.add_row(one_line(act.name), *_act_row(act.words, act.tiers))
    table.add_section()
    table.add_row("all", *_act_row(words, planted.total))
    yield from (heading, table)


def _act_row(words: int, tiers: dict[str, ActTier]) -> tuple[str, ...]:
    both, first = tiers["2"], tiers["1"]
    return (
        str(words),
        str(both.defects),
        _interval(both.recall),
        _value(both.factor_accuracy),
        f"{both.unmatched_per_1000_words:.1f}",
        _value(first.recall),
        f"{first.unmatched_per_1000_words:.1f}",
    )


def _gate(gate: Gate | None) -> Text:
    if gate is None:
        return Text("\nclean acts: not measured (no folder)", style="yellow")
    verdict = "pass" if gate.passed else "FAIL"
    text = Text(
        f"\nclean acts: {verdict} ({gate.acts} acts, {gate.words} words: "
        f"{len(gate.breaches)} findings of tier 1, {gate.tier_2} of tier 2)",
        style=_style(gate.passed),
    )
    for breach in gate.breaches:
        place = " · ".join(filter(None, (breach.act, breach.citation, breach.rule)))
        text.append(f"\n  {place}: «{one_line(breach.quote)}»")
    return text


def _place(mistake: Mistake) -> tuple[str, str]:
    return mistake.file, mistake.kind


def _mistake(mistake: Mistake) -> Text:
    facts = (mistake.id, mistake.pattern, mistake.difficulty, mistake.trap)
    text = Text(f"  {one_line(' · '.join(filter(None, facts)))}\n", style="bold")
    words = one_line(mistake.words)
    text.append(f"    {words[:_WORDS]}{'…' if len(words) > _WORDS else ''}", style="not bold")
    for each in mistake.findings:
        text.append(
            f"\n    {each.rule} · tier {each.tier} · {each.confidence:.2f}: "
            f"«{one_line(each.quote)}»",
            style="not bold dim",
        )
    return text


def _table(title: str, *columns: str) -> tuple[Text, Table]:
    """A title on a line of its own, and a table of a name and right-aligned columns."""
    table = Table(box=None, pad_edge=False)
    table.add_column("", no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right")
    return Text(f"\n{title}", style="bold"), table


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return "–"
    return f"{interval.value:.2f} ({interval.low:.2f}–{interval.high:.2f})"


def _value(interval: Interval | None) -> str:
    return "–" if interval is None else f"{interval.value:.2f}"


def _style(good: bool) -> str:
    return "green" if good else "bold red"
