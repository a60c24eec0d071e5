"""Reports printed for a terminal: the page and the table of parts they share.

Colour repeats what the words say and is never the only carrier.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from riskscan.report.view import View

SEVERITY_STYLES = {"low": "cyan", "medium": "yellow", "high": "red", "critical": "bold red"}
_INDENT = 4


def printed(parts: Iterable[RenderableType], view: View) -> str:
    """Plain text, or text with terminal colours when the view asks for them."""
    out = StringIO()
    console = Console(
        file=out,
        width=view.width,
        force_terminal=view.colour,
        color_system="standard" if view.colour else None,
        highlight=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return "\n".join(lines).strip("\n") + "\n"


def indented(part: RenderableType) -> Padding:
    """Under the heading it belongs to."""
    return Padding(part, (0, 0, 0, _INDENT))


def table(rows: Iterable[tuple[str, str]]) -> Padding:
    """The named parts of a finding, indented."""
    parts = Table.grid(padding=(0, 2), expand=False)
    parts.add_column(no_wrap=True, style="dim")
    parts.add_column()
    for name, words in rows:
        parts.add_row(Text(name), Text(words))
    return indented(parts)
