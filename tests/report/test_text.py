"""The terminal report: tier 1 in full, the rest counted, nothing carried by colour alone."""

from __future__ import annotations

import pytest

from riskscan.analysis.report import Expertise, Interface
from riskscan.report import View
from riskscan.report.text import render_text
from tests.report.sample import DOCUMENT, EXPERTISE_LAW, EXTENSION, REPORT, finding, report


def test_a_finding_shows_all_its_parts() -> None:
    """Address, quote, why, redraft, basis and evidence stand under the title."""
    text = render_text(REPORT, DOCUMENT, View())
    for part in (
        "1. Продление без предела",
        "высокий риск",
        "подпункт 1) пункта 7",
        f"«{EXTENSION}»",
        "Заведующий продлевает срок сколько угодно.",
        "Продлить можно один раз на три дня.",
        "статья 24, пункт 3",
        "Искали: предел",
        "deadline-extension.unbounded",
    ):
        assert part in text


def test_the_head_says_whether_an_expertise_is_due() -> None:
    """With the clause of the law; an excluded draft says what excludes it."""
    head = render_text(REPORT, DOCUMENT, View()).partition("\n\n")[0]
    assert "подлежит антикоррупционной экспертизе (Закон «О правовых актах», статья 30" in head
    excluded = Expertise(status="excluded", exclusion="decree", basis=EXPERTISE_LAW)
    text = render_text(report(expertise=excluded), DOCUMENT, View(width=200))
    assert "не подлежит антикоррупционной экспертизе: это нормативный правовой указ" in text


def test_the_default_view_counts_the_lower_tiers() -> None:
    """Tiers 2 and 3 are counted, not shown."""
    text = render_text(REPORT, DOCUMENT, View())
    assert "решает эксперт: 1, юридическая техника: 1" in text
    assert "Срок оценочный" not in text
    assert "--max-tier 3" in text


def test_a_deeper_view_shows_them() -> None:
    """Asked for three tiers, the report shows three."""
    text = render_text(REPORT, DOCUMENT, View(max_tier=3))
    assert "3. Срок оценочный" in text
    assert "4. Условие оценочное" in text
    assert "--max-tier" not in text


def test_no_findings_is_not_a_clean_bill() -> None:
    """An empty report says what silence means and what was not checked."""
    text = render_text(report(), DOCUMENT, View())
    assert "Замечаний нет." in text
    assert "Не проверялось" in text


def test_colour_only_repeats_the_words() -> None:
    """Without colour there is no escape sequence, and the same words stand in both."""
    plain = render_text(REPORT, DOCUMENT, View())
    coloured = render_text(REPORT, DOCUMENT, View(colour=True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert "критический риск" in plain


def test_a_hostile_title_cannot_reach_the_terminal() -> None:
    """Escape sequences in the draft are replaced, square brackets are no markup."""
    hostile = finding(EXTENSION, title="[bold]\x1b]0;окно\x07", explanation="a\x1b[2Jb")
    text = render_text(report(hostile, title="\x1b[31mкрасный"), DOCUMENT, View())
    assert "\x1b" not in text
    assert "[bold]" in text


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
@pytest.mark.parametrize("width", [40, 100, 200])
def test_every_language_and_width_renders(ui: Interface, width: int) -> None:
    """No line is wider than asked, in any language."""
    text = render_text(REPORT, DOCUMENT, View(ui=ui, width=width, max_tier=3))
    assert max(map(len, text.splitlines())) <= width
