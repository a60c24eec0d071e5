"""``riskscan rank``: the learned order of findings, trained from gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from riskscan.cli_options import Rules
from riskscan.cli_streams import write_whole

rank_app = typer.Typer(help="Train the learned order of findings.", no_args_is_help=True)


@rank_app.callback()
def rank() -> None:
    """Train the learned order of findings."""


@rank_app.command()
def train(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD…", help="Gold folders; their development split is read."),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", dir_okay=False, help="rules/ranking.json, say.")
    ],
    rules: Rules = None,
) -> None:
    """Train it (this needs scikit-learn) and say how it compares with the order by confidence."""
    from riskscan.evaluation.ranking import train as learn

    ranking = learn(folders, rules)
    write_whole(output, ranking.model_dump_json(by_alias=True, indent=1) + "\n")
    typer.echo(f"Learned from {ranking.right} right and {ranking.wrong} wrong findings.")
    for name, compared in ranking.cross_validated.items():
        typer.echo(f"Cross-validated, whole {name} held out:")
        for order, quality in (
            ("learned", compared.learned),
            ("confidence", compared.confidence),
        ):
            tops = ", ".join(f"{value:.3f} in {top}" for top, value in quality.precision.items())
            typer.echo(f"  {order:<10}  AUC {quality.auc:.3f}  precision {tops}")
