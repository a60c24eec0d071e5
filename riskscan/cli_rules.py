"""``riskscan rules``: list, show, lint and test the rules."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from riskscan.cli_options import Rules
from riskscan.errors import UsageError

if TYPE_CHECKING:
    from riskscan.analysis import Analyzer
    from riskscan.engine.model import Rule
    from riskscan.engine.ruleset import RuleSet

rules_app = typer.Typer(help="List, show, lint, test and print the rules.", no_args_is_help=True)

Ui = Annotated[Literal["ru", "kk", "en"], typer.Option(help="Language of titles.")]


@rules_app.command("list")
def list_rules(ui: Ui = "ru", rules: Rules = None) -> None:
    """Print every rule: id, severity, status, title."""
    from riskscan.engine.ruleset import load_ruleset

    ruleset = load_ruleset(rules)
    width = max((len(rule.id) for rule in ruleset.rules), default=0)
    for rule in ruleset.rules:
        title = getattr(rule.title, ui)
        typer.echo(f"{rule.id:<{width}}  {rule.severity:<8}  {rule.status:<12}  {title}")


@rules_app.command("show")
def show_rule(
    identity: Annotated[str, typer.Argument(metavar="ID")], ui: Ui = "ru", rules: Rules = None
) -> None:
    """Print one rule's page: what it says, what it rests on, what it flags and passes."""
    from riskscan.engine.ruleset import load_ruleset

    ruleset = load_ruleset(rules)
    typer.echo(_page(known_rule(ruleset, identity), ruleset, ui))


@rules_app.command("docs")
def print_rules(
    folder: Annotated[Path, typer.Argument(metavar="DIR", file_okay=False)],
    ui: Ui = "ru",
    rules: Rules = None,
) -> None:
    """Write coverage.md and a page for each rule (rules/ID.md) into a folder."""
    from riskscan.engine.catalogue import load_catalogue
    from riskscan.engine.ruleset import load_ruleset
    from riskscan.report.rule_pages import coverage, page

    ruleset = load_ruleset(rules)
    catalogue = load_catalogue(ruleset.root)
    pages = folder / "rules"
    pages.mkdir(parents=True, exist_ok=True)
    (folder / "coverage.md").write_text(coverage(ruleset, catalogue, ui), "utf-8")
    for rule in ruleset.rules:
        (pages / f"{rule.id}.md").write_text(page(rule, ruleset, catalogue, ui), "utf-8")
    typer.echo(f"{len(ruleset.rules)} pages and coverage.md in {folder}")


@rules_app.command("lint")
def lint_rules(
    rules: Rules = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Print what each rule costs, the dearest first.")
    ] = False,
    texts: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Acts (*.txt) to take the costs on; default: the rules' examples.",
            exists=True,
            file_okay=False,
        ),
    ] = None,
) -> None:
    """Check that every rule loads, compiles and is complete; exit 3 when one is not."""
    from riskscan.analysis import Analyzer
    from riskscan.engine.lint import lint

    analyzer = Analyzer(rules)
    for language in ("ru", "kk"):  # only here is a word met that no dictionary has
        analyzer.engine(language)
    ruleset = analyzer.ruleset
    issues = lint(ruleset)
    errors = [issue for issue in issues if issue.level == "error"]
    for issue in issues:
        typer.echo(f"{issue.level}: {issue.place}: {issue.text}", err=issue.level == "error")
    debts = len(issues) - len(errors)
    typer.echo(f"{len(ruleset.rules)} rules, {len(errors)} errors, {debts} debts")
    if profile:
        _print_costs(analyzer, texts)
    if errors:
        raise typer.Exit(3)


def _print_costs(analyzer: Analyzer, texts: Path | None) -> None:
    """A line for each rule; one that costs more than its share is named so."""
    from riskscan.analysis.costs import costs
    from riskscan.analysis.examples import together
    from riskscan.reading import read

    documents = (
        together(analyzer.ruleset) if texts is None else map(read, sorted(texts.glob("*.txt")))
    )
    found = costs(analyzer, documents)
    width = max((len(cost.rule) for cost in found), default=0)
    for cost in found:
        mark = "  more than its share" if cost.dear else ""
        typer.echo(
            f"{cost.rule:<{width}}  {cost.seconds * 1000:9.1f} ms  {cost.share:6.1%}"
            f"  {cost.matches:6} matches{mark}"
        )


@rules_app.command("test")
def test_rules(rules: Rules = None) -> None:
    """Run every rule's own examples; exit 3 when one does not hold."""
    from riskscan.analysis import Analyzer
    from riskscan.analysis.examples import run_examples

    results = list(run_examples(Analyzer(rules)))
    failures = [result for result in results if result.problem]
    for result in failures:
        typer.echo(f"{result.rule}: {result.side}: {result.text}\n  {result.problem}", err=True)
    typer.echo(f"{len(results) - len(failures)} examples hold, {len(failures)} do not")
    if failures:
        raise typer.Exit(3)


def known_rule(ruleset: RuleSet, identity: str) -> Rule:
    """The rule of that id; UsageError offers the nearest one when there is none."""
    if identity in ruleset.files:
        return ruleset.rule(identity)
    near = get_close_matches(identity, ruleset.files, n=1)
    remedy = f"Did you mean {near[0]}?" if near else "“riskscan rules list” prints them all"
    raise UsageError("no rule has this id", place=identity, remedy=remedy)


def _page(rule: Rule, ruleset: RuleSet, ui: str) -> str:
    factor = getattr(ruleset.factors[rule.factor].title, ui)
    lines = [
        getattr(rule.title, ui),
        "",
        f"{rule.id} · {factor} · {rule.severity} · {rule.status}",
        str(ruleset.files[rule.id].path),
        "",
        getattr(rule.explain, ui),
        "",
        getattr(rule.redraft, ui),
        "",
    ]
    for basis in rule.basis:
        source = ruleset.sources[basis.source]
        lines.append(f"{basis.kind}: {getattr(source.title, ui)}, {basis.item}")
    for language in ("ru", "kk"):
        examples = getattr(rule.examples, language)
        lines += [f"+ {text}" for text in examples.flags]
        lines += [f"- {text}" for text in examples.passes]
    return "\n".join(lines)
