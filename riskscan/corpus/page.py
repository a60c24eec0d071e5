"""The answers as one HTML page: charts with their tables, nothing fetched, no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from riskscan.corpus.charts import draw
from riskscan.corpus.questions import Answers, By, Group
from riskscan.corpus.wording import CorpusWording, comparable, shown_tables
from riskscan.text.printable import one_line

_FILES = 200  # of those not analysed that are listed
_CHARTED = 15  # rows of a chart


@dataclass(frozen=True, slots=True)
class Section:
    """One question: its chart (None when there is nothing to compare) and its table."""

    by: By
    chart: Markup | None
    groups: Sequence[Group]
    notes: Sequence[str]


def to_html(answers: Answers, wording: CorpusWording, top: int) -> str:
    """A page in the language of the wording; every word of an act is escaped by the template."""
    environment = Environment(
        loader=PackageLoader("riskscan.corpus"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("corpus.html").render(
        answers=answers,
        overall=answers.overall,
        wording=wording,
        sections=[_section(by, answers, wording, top) for by in shown_tables(answers)],
        failed=answers.not_analysed[:_FILES],
        one_line=one_line,
    )


def _section(by: By, answers: Answers, wording: CorpusWording, top: int) -> Section:
    groups = comparable(by, answers.tables[by])[:top]
    charted = [group for group in groups if not group.thin and group.key is not None][:_CHARTED]
    chart = draw(by, charted, answers, wording) if len(charted) > 1 else None
    return Section(by, chart, groups, wording.notes(by, len(groups)))
