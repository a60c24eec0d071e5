"""Options that several commands have, with one meaning in all of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from riskscan.analysis.report import Finding
    from riskscan.comparison.model import Difference

SeverityOption = Literal["low", "medium", "high", "critical"]
Ui = Annotated[Literal["ru", "kk", "en"], typer.Option(help="Language of the explanations.")]
Rules = Annotated[
    Path | None, typer.Option("--rules", help="Another rules folder.", exists=True, file_okay=False)
]
FailOn = Annotated[
    SeverityOption | None, typer.Option(help="Exit 1 when tier 1 has this severity or more.")
]
ChangesView = Annotated[
    Literal["accepted", "original"],
    typer.Option(
        "--view", help="Of a .docx: its tracked changes accepted, or the wording before them."
    ),
]


def reaches(found: Iterable[Finding | Difference], threshold: SeverityOption) -> bool:
    """Whether something of tier 1 is as severe as the threshold of ``--fail-on``."""
    from riskscan.analysis.report import SEVERITIES

    serious = SEVERITIES[SEVERITIES.index(threshold) :]
    return any(each.tier == 1 and each.severity in serious for each in found)
