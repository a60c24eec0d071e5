"""All figures of one run as tables, each made when it is asked for.

uv run python -m benchmarks.tables [FOLDER WITH .txt FILES]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import analyzer, kazakh, peers, phrases


def tables(folder: Path | None = None) -> Iterator[Table | str]:
    """One table after another, and lines that explain them."""
    yield _analyzer(folder)
    yield _costs(folder)
    yield _phrases(folder)
    yield from _peers(folder)


def _analyzer(folder: Path | None) -> Table:
    table = _table("The whole analyzer", "figure", "riskscan", "baseline", "what")
    for each in [*analyzer.run(folder), *kazakh.run()]:
        table.add_row(
            each.what,
            f"{each.value:,.2f} {each.unit}",
            f"{each.theirs:,.2f} {each.unit}",
            each.baseline,
        )
    return table


def _costs(folder: Path | None) -> Table:
    table = _table("What more rules cost (whole analyzer, same texts)", "rules", "s", "ratio")
    found = analyzer.costs(folder)
    for number, seconds in found:
        table.add_row(str(number), f"{seconds:.3f}", f"x{seconds / found[0][1]:.2f}")
    return table


def _phrases(folder: Path | None) -> Table:
    title = f"Phrase search, {len(phrases.PHRASES)} rules: identical hits (asserted)"
    table = _table(title, "what", "MB/s", "to spaCy Matcher")
    for row in phrases.run(folder):
        table.add_row(row.what, f"{row.speed:,.1f}", f"x{row.ratio:,.1f}")
    return table


def _peers(folder: Path | None) -> Iterator[Table | str]:
    ours, compared, absent = peers.run(folder)
    title = f"The same {len(phrases.PHRASES)} phrases in other tools, {ours.megabytes:.2f} MB"
    table = _table(title, "tool", "MB/s", "riskscan is", "peak MB", "hits", "the same", "not")
    table.add_row(
        ours.what, f"{ours.speed:,.2f}", "", f"{ours.memory:.0f}", str(len(ours.hits)), "", ""
    )
    for each in compared:
        them = each.outcome
        differing = f"{each.missed} missed, {each.extra} extra"
        table.add_row(
            them.what,
            f"{them.speed:,.3f}",
            f"x{each.ratio:,.0f}",
            f"{them.memory:.0f}",
            str(len(them.hits)),
            f"{each.compared - each.missed} of {each.compared}",
            differing if each.missed or each.extra else "",
        )
    yield table
    yield (
        f"Compared with spaCy: all phrases, one lemma a word. With the others: the "
        f"{len(peers.contiguous())} phrases without gaps and optional words; of matches that "
        "overlap they report one, riskscan all."
    )
    yield from absent


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(columns[0])
    for column in columns[1:]:
        table.add_column(column, justify="left" if column == "what" else "right")
    return table


def main() -> None:
    """Print the tables as they are ready."""
    console = Console()
    for each in tables(Path(sys.argv[1]) if len(sys.argv) > 1 else None):
        console.print(each)


if __name__ == "__main__":
    main()
