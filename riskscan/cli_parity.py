"""``riskscan parity``: the Russian and the Kazakh text of one act held against each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from riskscan.cli_options import ChangesView, FailOn, Rules, Ui, reaches
from riskscan.cli_streams import colour, read_document, width, write_whole
from riskscan.errors import UsageError

parity_app = typer.Typer()

_FORMATS = {".json": "json", ".html": "html", ".htm": "html"}


@parity_app.command()
def parity(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="RU KK | BOTH",
            help="Two drafts, or one with a table of two columns; “-” reads stdin.",
        ),
    ],
    format: Annotated[
        Literal["text", "json", "html"] | None,
        typer.Option("--format", "-f", help="Default: by the suffix of --output, or text."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False)] = None,
    ui: Ui = "ru",
    fail_on: FailOn = None,
    view: ChangesView = "accepted",
    rules: Rules = None,
) -> None:
    """Say where the Russian and the Kazakh text of one act differ."""
    if len(files) > 2:
        raise UsageError(
            "more than two files",
            place="parity",
            remedy="Name the Russian and the Kazakh text, or one file with both in two columns",
        )
    if files.count("-") > 1:
        raise UsageError(
            "both texts cannot come from stdin",
            place="parity",
            remedy="Name a file for one of them",
        )
    from riskscan.analysis import Analyzer
    from riskscan.analysis.process import settle
    from riskscan.comparison import compare, split_columns
    from riskscan.report.parity import PARITY_FORMATS
    from riskscan.report.view import View

    documents = [read_document(name, view) for name in files]
    if len(documents) == 1:
        columns = split_columns(documents[0])
        ru, kk, notes = columns.ru, columns.kk, columns.notes
    else:
        (ru, kk), notes = documents, ()
    analyzer = Analyzer(rules)
    settle()
    comparison = compare(analyzer, ru, kk, ui, notes)
    chosen = format or _FORMATS.get(output.suffix if output else "", "text")
    shown = View(ui=ui, colour=colour(output), width=width(output))
    text = PARITY_FORMATS[chosen](comparison, shown)
    if output is None:
        sys.stdout.write(text)
    else:
        write_whole(output, text)
    if fail_on is not None and reaches(comparison.parity.differences, fail_on):
        raise typer.Exit(1)
