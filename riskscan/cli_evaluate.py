"""``riskscan evaluate`` and ``riskscan diff-findings``: how good the rules are, and what a change
of rules changes.

Exit codes: 0 as asked for, 1 a floor not reached, a broken gate or (with ``--exit-code``) a
difference, 2 bad input or usage, 3 bad rules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from riskscan.cli_options import Rules
from riskscan.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from riskscan.evaluation.differences import DocumentDifference

evaluate_app = typer.Typer()

GOLD = Path("corpora/gold/ru")
_WIDTH = 130  # columns of what is no terminal

Format = Annotated[Literal["text", "json"], typer.Option("--format", "-f")]
RulesFolder = Annotated[Path, typer.Argument(exists=True, file_okay=False)]


@evaluate_app.command()
def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A gold folder.")] = GOLD,
    split: Annotated[
        Literal["development", "test", "all"],
        typer.Option(help="test: what is frozen; development: the rest."),
    ] = "all",
    clean: Annotated[
        Path | None,
        typer.Option(
            help="Well-drafted acts (*.txt); default: ../../clean/ beside the gold folder.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
    floor: Annotated[
        list[str] | None,
        typer.Option(help="j=0.6, recall.structural=0.5, false-alarms=0.12, planted=0.7 …"),
    ] = None,
    mistakes: Annotated[
        bool, typer.Option("--mistakes", help="List the development items that went wrong.")
    ] = False,
    format: Format = "text",
    rules: Rules = None,
) -> None:
    """Measure the rules on annotated drafts; exit 1 when a floor or the clean gate breaks."""
    from riskscan.evaluation import evaluate as measure
    from riskscan.evaluation.clean import clean_beside
    from riskscan.evaluation.floors import check, parse_floor
    from riskscan.report.evaluation import print_evaluation, print_mistakes

    wanted = [parse_floor(text) for text in floor or ()]
    if mistakes and split == "test":
        raise UsageError(
            "the frozen split is measured, not read",
            place="--mistakes",
            remedy="Use --split development",
        )
    evaluation = measure(folder, split, clean=clean or clean_beside(folder), rules=rules)
    reached = [check(each, evaluation) for each in wanted]
    if format == "json":
        hidden = None if mistakes else {"mistakes"}
        sys.stdout.write(evaluation.model_dump_json(by_alias=True, indent=1, exclude=hidden) + "\n")
    else:
        console = _console()
        print_evaluation(console, evaluation, reached)
        if mistakes:
            print_mistakes(console, evaluation)
    if mistakes and evaluation.frozen:
        typer.echo("riskscan: the frozen split is measured, not read: no mistakes of it", err=True)
    for each in reached:
        if not each.held:
            typer.echo(f"riskscan: floor {each.floor} is not reached", err=True)
    broken = evaluation.gate is not None and not evaluation.gate.passed
    if broken or not all(each.held for each in reached):
        raise typer.Exit(1)


@evaluate_app.command("diff-findings")
def diff_findings(
    old: RulesFolder,
    new: RulesFolder,
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="Of .txt and .docx files.")
    ],
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 when a finding differs.")
    ] = False,
    format: Format = "text",
) -> None:
    """Analyse every document with two rules folders and show what differs."""
    from riskscan.engine.ruleset import load_ruleset
    from riskscan.evaluation.differences import Tally, differences
    from riskscan.report.differences import json_differences, print_differences

    digests = (f"sha256:{load_ruleset(old).digest}", f"sha256:{load_ruleset(new).digest}")
    tally = Tally()
    found = _complaining(differences(old, new, folder))
    if format == "json":
        for piece in json_differences(found, tally, digests):
            sys.stdout.write(piece)
    else:
        print_differences(_console(), found, tally)
    if tally.unread:
        raise typer.Exit(2)
    if exit_code and tally.kinds.total():
        raise typer.Exit(1)


def _complaining(found: Iterator[DocumentDifference]) -> Iterator[DocumentDifference]:
    """Name every document that could not be read on stderr, and pass all of them on."""
    from riskscan.report.wording import one_line

    for each in found:
        if each.problem is not None:
            typer.echo(f"riskscan: {one_line(each.problem)}", err=True)
        yield each


def _console() -> Console:
    from rich.console import Console

    width = None if sys.stdout.isatty() else _WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False, soft_wrap=False)
