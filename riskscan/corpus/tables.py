"""The answers as tables of a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from riskscan.corpus.questions import Answers, By, Group
from riskscan.corpus.wording import CorpusWording, comparable, shown_tables
from riskscan.text.printable import one_line

_FILES = 20  # of those not analysed that are printed


def to_text(
    answers: Answers, wording: CorpusWording, top: int, width: int, colour: bool = False
) -> str:
    """Tables of at most ``top`` rows each; the words of acts are printed as they are, never run."""
    page = io.StringIO()
    console = Console(file=page, width=width, force_terminal=colour, highlight=False, markup=False)
    overall = answers.overall
    console.print(wording("title"), style="bold")
    console.print(wording.lead())
    rate = f"{wording.decimal(overall.tier1.per_1000)} {wording('card.rate')}"
    console.print(f"{rate} ({wording.interval(overall.tier1)})\n", style="bold")
    for by in shown_tables(answers):
        groups = comparable(by, answers.tables[by])[:top]
        if groups:
            console.print(_table(by, groups, wording))
        for note in wording.notes(by, len(groups)):
            console.print(note, style="dim")
        console.print()
    _print_rest(console, answers, wording)
    return page.getvalue()


def _table(by: By, groups: Sequence[Group], wording: CorpusWording) -> Table:
    table = Table(title=wording(f"by.{by}"), title_justify="left", title_style="bold", box=None)
    table.add_column("", ratio=1, min_width=20)
    for heading in wording.headings(by):
        table.add_column(heading, justify="right", no_wrap=True)
    for group in groups:
        style = "dim" if group.thin else None
        table.add_row(Text(wording.name(by, group)), *wording.cells(by, group), style=style)
    return table


def _print_rest(console: Console, answers: Answers, wording: CorpusWording) -> None:
    for line in wording.rest():
        console.print(line)
    failed = answers.not_analysed
    if failed:
        console.print(wording("failed", count=len(failed)), style="bold")
    for file in failed[:_FILES]:
        console.print(Text(one_line(f"  {file.path}: {file.cause}. {file.remedy}")))
    if len(failed) > _FILES:
        console.print(wording("failed.more", count=len(failed) - _FILES))
    console.print(wording.colophon(), style="dim")
