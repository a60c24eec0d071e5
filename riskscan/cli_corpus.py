"""``riskscan corpus``: scan a folder of acts into tables, and report on the tables."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from riskscan.cli_options import ChangesView, Rules
from riskscan.cli_streams import tell
from riskscan.errors import UsageError

if TYPE_CHECKING:
    from riskscan.corpus.scan import Progress, Watch

corpus_app = typer.Typer(
    help="Scan many files into tables; report on the tables.", no_args_is_help=True
)

_FORMATS = {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html"}
_LIBRARIES = {"altair", "duckdb", "pyarrow", "vl_convert"}


@corpus_app.command("scan")
def scan_corpus(
    folder: Annotated[Path, typer.Argument(help="Of acts.", exists=True, file_okay=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="Of the tables.", file_okay=False)],
    workers: Annotated[int | None, typer.Option(min=1, help="Default: one a core.")] = None,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds for one document.")] = 60.0,
    quotes: Annotated[
        bool, typer.Option("--quotes/--no-quotes", help="Keep the words of a finding.")
    ] = True,
    view: ChangesView = "accepted",
    rules: Rules = None,
) -> None:
    """Analyse every file of a folder and its folders; the same command goes on after a stop.

    A file that cannot be analysed is listed in files.parquet with the reason; the others go on.
    """
    with _libraries():
        from riskscan.corpus.scan import Plan, scan

    plan = Plan(folder, out, rules, workers or _cores(), timeout, quotes, view)
    try:
        with _progress() as watch:
            summary = scan(plan, watch)
    except KeyboardInterrupt:
        tell("stopped; what is done is kept. Give the same command again to go on")
        raise typer.Exit(130) from None
    counts = summary["counts"]
    tell(
        f"documents: {counts['documents']}; files: {counts['files']} "
        f"(not analysed: {counts['refused'] + counts['failed']}, "
        f"passed over: {counts['passed_over']}); "
        f"findings of tier 1: {counts['tier1']}, of tier 2: {counts['tier2']}; "
        f"{summary['seconds']} s"
    )
    tell(f"ask: riskscan corpus report {out}")


@corpus_app.command("report")
def report_corpus(
    results: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Of a finished scan.", exists=True, file_okay=False),
    ],
    format: Annotated[
        Literal["text", "json", "csv", "html"] | None,
        typer.Option("--format", "-f", help="Default: by the suffix of --output, or text."),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False)] = None,
    ui: Annotated[Literal["ru", "kk", "en"], typer.Option(help="Language of the report.")] = "ru",
    min_words: Annotated[
        int, typer.Option(min=0, help="Shorter acts and groups are not ranked.")
    ] = 1000,
    top: Annotated[int, typer.Option(min=1, help="Rows of a table; CSV and JSON have all.")] = 20,
) -> None:
    """Say where the findings are: by factor, rule, kind of act, body, year and act."""
    with _libraries():
        from riskscan.corpus.output import to_csv, to_json
        from riskscan.corpus.questions import ask
        from riskscan.corpus.tables import to_text
        from riskscan.corpus.wording import CorpusWording

    chosen = format or _FORMATS.get(output.suffix if output else "", "text")
    answers = ask(results, min_words)
    wording = CorpusWording(answers, ui)
    if chosen == "json":
        text = to_json(answers, wording)
    elif chosen == "csv":
        text = to_csv(answers, wording)
    elif chosen == "html":
        with _libraries():
            from riskscan.corpus.page import to_html
        text = to_html(answers, wording, top)
    else:
        on_terminal = output is None and sys.stdout.isatty()
        width = shutil.get_terminal_size((120, 24)).columns if on_terminal else 120
        text = to_text(answers, wording, top, width, on_terminal and "NO_COLOR" not in os.environ)
    if output is None:
        sys.stdout.write(text)
        return
    from riskscan.corpus.store import write_whole

    # Excel takes a CSV file for UTF-8 only when it begins with a mark.
    encoding = "utf-8-sig" if chosen == "csv" else "utf-8"
    write_whole(output, lambda file: file.write(text.encode(encoding)))


def _cores() -> int:
    """The cores this process may use, which in a container are fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _libraries() -> Iterator[None]:
    """Name the extra to install when one of its libraries is missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise UsageError(
            f"{error.name} is missing",
            place="corpus",
            remedy="Install it with the others this command needs: pip install riskscan[corpus]",
        ) from None


@contextmanager
def _progress() -> Iterator[Watch]:
    """A bar with the time left on a terminal's stderr; silence anywhere else."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("…", total=None)

        def watch(progress: Progress) -> None:
            failed = f", {progress.failed} not analysed" if progress.failed else ""
            bar.update(
                task,
                description=f"{progress.files} of {progress.total_files} files{failed}",
                completed=progress.bytes,
                total=progress.total_bytes,
            )

        yield watch
