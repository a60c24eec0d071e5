"""Normative certainty: of how many powers that need an element the act says it."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Report
from riskscan.report import View
from riskscan.report.text import render_text
from riskscan.text import Document

BARE = "Управление отказывает в выдаче пропуска."
GROUNDED = "Управление отказывает в выдаче пропуска в течение двух рабочих дней, если нет места."
HEAD = "Правила маяка\n"


def analyzed(analyzer: Analyzer, *norms: str, head: str = HEAD) -> Report:
    """The report of a draft with these points."""
    points = "\n".join(f"{number}. {norm}" for number, norm in enumerate(norms, 1))
    return analyzer.analyze(Document(head + points))


def parts(report: Report) -> dict[str, tuple[int, int]]:
    """Said and needed, by element."""
    return {part.element: (part.said, part.of) for part in report.summary.certainty_parts}


def test_every_part_is_counted_over_the_powers_that_need_it(analyzer: Analyzer) -> None:
    """A refusal needs a term, a ground, a notice, reasons and an appeal."""
    found = parts(analyzed(analyzer, BARE))
    assert found == dict.fromkeys(("term", "ground", "notice", "reasons", "appeal"), (0, 1))


def test_what_is_said_counts(analyzer: Analyzer) -> None:
    """In the sentence itself."""
    found = parts(analyzed(analyzer, GROUNDED))
    assert (found["term"], found["ground"], found["appeal"]) == ((1, 1), (1, 1), (0, 1))


def test_the_index_is_the_sum_of_its_parts(analyzer: Analyzer) -> None:
    """What is said of what is needed."""
    report = analyzed(analyzer, BARE, GROUNDED)
    said, of = map(sum, zip(*parts(report).values(), strict=True))
    assert report.summary.normative_certainty == round(said / of, 2)


def test_a_line_speaks_for_the_list_it_introduces(analyzer: Analyzer) -> None:
    """The term before the colon is that of every item."""
    lead = "Управление вправе в течение пяти рабочих дней:"
    listed = f"{lead}\n1) приостановить пропуск;\n2) отказать в пропуске."
    assert parts(analyzed(analyzer, listed))["term"] == (2, 2)


def test_a_safeguard_holds_wherever_it_stands(analyzer: Analyzer) -> None:
    """Said of decisions in general, it is said of each."""
    found = parts(analyzed(analyzer, BARE, "Решения управления обжалуются в суд."))
    assert found["appeal"] == (1, 1)
    assert found["reasons"] == (0, 1)


def test_a_term_elsewhere_is_that_of_another_norm(analyzer: Analyzer) -> None:
    """What bounds the very action is not borrowed."""
    found = parts(analyzed(analyzer, BARE, "Книга ведется в течение пяти рабочих дней."))
    assert found["term"][0] == 0


@pytest.mark.parametrize(("head", "asked"), [(HEAD, False), ("Закон о маяке\n", True)])
def test_only_statutes_name_a_procedure(analyzer: Analyzer, head: str, asked: bool) -> None:
    """Rules are one."""
    assert ("procedure" in parts(analyzed(analyzer, BARE, head=head))) is asked


def test_an_act_without_powers_has_no_certainty(analyzer: Analyzer) -> None:
    """Nothing is bounded, nothing is not."""
    report = analyzed(analyzer, "Маяк светит ночью.")
    assert report.summary.normative_certainty is None
    assert report.summary.certainty_parts == ()


def test_kazakh_powers_are_counted_too(analyzer: Analyzer) -> None:
    """By their own words."""
    norms = (
        "Басқарма рұқсат беруден бас тартады.",
        "Басқарма бес жұмыс күні ішінде рұқсат беруден бас тартады.",
    )
    found = parts(analyzed(analyzer, *norms, head="Шамшырақ қағидалары\n"))
    assert found["term"] == (1, 2)


def test_the_terminal_shows_the_parts(analyzer: Analyzer) -> None:
    """Under the index."""
    report = analyzed(analyzer, BARE, GROUNDED)
    text = render_text(report, Document(HEAD), View())
    assert "Нормативная определённость: 30" in text
    assert "срок: 1 из 2 (50 %)" in text
