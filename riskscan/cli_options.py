"""Options that several commands have, with one meaning in all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

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
