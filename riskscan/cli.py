"""The command line: a thin shell over reading, analysis and report.

Exit codes: 0 nothing at the threshold, 1 findings at ``--fail-on``, 2 bad input or usage, 3 bad
rules, 70 a defect of riskscan itself. What is slow to import is imported by the command that
needs it, so that ``--help`` answers at once.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from riskscan import __version__
from riskscan.cli_comments import check_copy, write_copy
from riskscan.cli_corpus import corpus_app
from riskscan.cli_evaluate import evaluate_app
from riskscan.cli_options import ChangesView, FailOn, Rules, SeverityOption, Ui, reaches
from riskscan.cli_parity import parity_app
from riskscan.cli_rank import rank_app
from riskscan.cli_rules import known_rule, rules_app
from riskscan.cli_streams import colour, read_document, tell, width, write_whole
from riskscan.errors import InputError, RiskscanError, RuleError, UsageError

if TYPE_CHECKING:
    from riskscan.analysis import Analyzer, Options
    from riskscan.analysis.report import Report
    from riskscan.reading.docx import Changes
    from riskscan.text import Document

FORMATS_BY_SUFFIX = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".docx": "docx-comments",
}

app = typer.Typer(
    name="riskscan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(rules_app, name="rules")
app.add_typer(evaluate_app)
app.add_typer(parity_app)
app.add_typer(corpus_app, name="corpus")
app.add_typer(rank_app, name="rank")


@app.callback(invoke_without_command=True)
def start(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
) -> None:
    """Corruption-risk analysis of draft legal acts of Kazakhstan."""
    if version:
        typer.echo(f"riskscan {__version__}")
        raise typer.Exit


@app.command()
def analyze(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Drafts; “-” reads stdin.")],
    format: Annotated[
        Literal["text", "json", "jsonl", "html", "sarif", "docx-comments"] | None,
        typer.Option(
            "--format",
            "-f",
            help="Default: by the suffix of --output, or text. docx-comments: a copy of the .docx "
            "with a comment on each finding.",
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", dir_okay=False)] = None,
    ui: Ui = "ru",
    language: Annotated[Literal["auto", "ru", "kk"], typer.Option(help="Of the draft.")] = "auto",
    factors: Annotated[str | None, typer.Option(help="Only these codes, comma-separated.")] = None,
    min_severity: SeverityOption = "low",
    max_tier: Annotated[
        int | None,
        typer.Option(min=1, max=3, help="Default: text and comments show tier 1, the others all."),
    ] = None,
    rank: Annotated[
        Literal["learned"] | None,
        typer.Option(
            help="Order findings by a trained weight; default: as they stand in the text."
        ),
    ] = None,
    fail_on: FailOn = None,
    view: ChangesView = "accepted",
    rules: Rules = None,
) -> None:
    """Analyse drafts and print a report for each, in the order given."""
    from riskscan.analysis import Analyzer, Options
    from riskscan.analysis.process import settle
    from riskscan.report import View, renderer

    chosen = _format(format, output, len(files))
    options = Options.model_validate(
        {
            "ui": ui,
            "language": language,
            "factors": None if factors is None else _words(factors),
            "min_severity": min_severity,
            "max_tier": max_tier or 3,
            "rank": rank,
        }
    )
    copy = check_copy(files[0], output, view, rank) if chosen == "docx-comments" else None
    analyzer = Analyzer(rules)
    settle()
    shown = View(ui=ui, max_tier=max_tier or 1, colour=colour(output), width=width(output))
    if copy is not None:
        reports = [write_copy(analyzer, files[0], copy, options, shown)]
    else:
        render = renderer(chosen, analyzer.ruleset)
        analysed = _analysed(analyzer, files, view, options)
        pages = ((report, render(report, document, shown)) for report, document in analysed)
        reports = _put(pages, output, "\n" if chosen == "text" else "")
    if len(reports) < len(files):
        raise typer.Exit(2)
    if fail_on is not None and any(reaches(report.findings, fail_on) for report in reports):
        raise typer.Exit(1)


def _format(asked: str | None, output: Path | None, files: int) -> str:
    """The format asked for, else that of the output's suffix; UsageError when it holds one file."""
    chosen = asked or FORMATS_BY_SUFFIX.get(output.suffix if output else "", "text")
    if files > 1 and chosen in {"json", "html", "sarif", "docx-comments"}:
        raise UsageError(
            f"several files make no single {chosen} document",
            place="--format",
            remedy="Use jsonl or text, or analyse them one by one",
        )
    return chosen


def _analysed(
    analyzer: Analyzer, files: list[str], view: Changes, options: Options
) -> Iterator[tuple[Report, Document]]:
    """The reports on the files that can be read; what is wrong with the others is said."""
    for name in files:
        try:
            document = read_document(name, view)
            report = analyzer.analyze(document, options)
        except InputError as error:
            tell(str(error))
            continue
        yield report, document


def _put(pages: Iterable[tuple[Report, str]], output: Path | None, between: str) -> list[Report]:
    """Print each report as soon as it is there, or write all of them when they all are."""
    reports: list[Report] = []
    texts: list[str] = []
    for report, text in pages:
        reports.append(report)
        texts.append(between + text if texts else text)
        if output is None:
            sys.stdout.write(texts[-1])
            sys.stdout.flush()
    if output is not None and texts:
        write_whole(output, "".join(texts))
    return reports


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A draft; “-” reads stdin.")],
    rule: Annotated[str, typer.Option(help="The rule's id.")],
    at: Annotated[str, typer.Option(help="The provision: «п. 12», «ст. 5 п. 2 пп. 3)».")],
    ui: Ui = "ru",
    view: ChangesView = "accepted",
    rules: Rules = None,
) -> None:
    """Say why a rule fired at a provision, or which condition kept it from firing."""
    from riskscan.analysis import Analyzer
    from riskscan.analysis.explain import explain as weigh
    from riskscan.report.wording import Wording
    from riskscan.text.printable import one_line

    analyzer = Analyzer(rules)
    known_rule(analyzer.ruleset, rule)
    wording = Wording(ui)
    traces = weigh(analyzer, read_document(file, view), rule, at, ui)
    for trace in traces:
        verdict = wording("explain.fired" if trace.fired else "explain.silent")
        reason = ": ".join(filter(None, (trace.condition, trace.detail)))
        typer.echo(one_line(f"{trace.address} — {verdict}: «{trace.quote}»"))
        typer.echo(f"    {one_line(reason)}")
    if not traces:
        typer.echo(wording("explain.nothing"))


@app.command()
def serve(
    host: str = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    workers: Annotated[int | None, typer.Option(min=1, help="Default: one a core.")] = None,
    rules: Rules = None,
) -> None:
    """Serve the web page and the HTTP interface until interrupted."""
    import uvicorn

    from riskscan.engine.ruleset import load_ruleset
    from riskscan_api.settings import PREFIX, read_settings

    chosen = {"WORKERS": workers, "RULES": rules}
    given = {PREFIX + name: str(value) for name, value in chosen.items() if value is not None}
    os.environ.update(given)  # where the application reads its settings
    load_ruleset(read_settings().rules)
    try:
        uvicorn.run("riskscan_api.app:app", host=host, port=port, access_log=False)
    except SystemExit as error:
        raise typer.Exit(2 if error.code else 0) from None


@app.command()
def bench(
    folder: Annotated[
        Path | None, typer.Argument(help="Of .txt files; default: a made-up corpus.", exists=True)
    ] = None,
) -> None:
    """Measure the analyzer beside its peers on this machine; needs the source checkout."""
    try:
        from benchmarks.tables import tables
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{error.name} is missing",
            place="bench",
            remedy="Benchmarks are part of the source checkout, not of the installed package",
        ) from None
    if folder is not None and not any(folder.glob("*.txt")):
        raise UsageError("no .txt file", place=str(folder), remedy="Name a folder of acts as text")
    from rich.console import Console

    console = Console(highlight=False)
    for each in tables(folder):
        console.print(each)


def main() -> NoReturn:
    """The program: every error ends in one line on stderr and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    try:
        app()
    except RuleError as error:
        tell(str(error))
        sys.exit(3)
    except RiskscanError as error:
        tell(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        if os.environ.get("RISKSCAN_DEBUG"):
            raise
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(last.filename).name}:{last.lineno}"
        tell(
            f"a defect of riskscan ({type(error).__name__} at {where}). "
            "Please report it; RISKSCAN_DEBUG=1 prints the whole trace"
        )
        sys.exit(70)
    sys.exit(0)


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


if __name__ == "__main__":
    main()
