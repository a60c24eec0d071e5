"""Whether the law wants an anti-corruption expertise of a draft, said with its clause."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.text import Document

POINT = "1. Срок проверки может быть продлен руководителем инспекции."


@pytest.mark.parametrize(
    ("head", "status", "exclusion", "item"),
    [
        ("О маяках\nПРИКАЗЫВАЮ:", "subject", None, "30.6"),
        ("О маяках\nВ целях охраны судов ПОСТАНОВЛЯЮ:", "excluded", "decree", "30.6"),
        (
            "О республиканском бюджете на 2031 – 2033 годы",
            "excluded",
            "republican-budget",
            "30.3",
        ),
        ("Правила маяка", "unknown", None, "30.6"),
    ],
)
def test_the_clause_of_article_30(
    analyzer: Analyzer, head: str, status: str, exclusion: str | None, item: str
) -> None:
    """Subject, excluded by a clause, or not to be told from the text."""
    found = analyzer.analyze(Document(f"{head}\n{POINT}")).document.expertise
    assert found is not None
    assert (found.status, found.exclusion, found.basis.item) == (status, exclusion, item)


def test_findings_do_not_depend_on_it(analyzer: Analyzer) -> None:
    """A decree shows what the same order shows."""
    ordered, decreed = (
        analyzer.analyze(Document(f"О маяках\n{enacting}:\n{POINT}"))
        for enacting in ("ПРИКАЗЫВАЮ", "ПОСТАНОВЛЯЮ")
    )
    assert ordered.findings
    assert [each.rule for each in ordered.findings] == [each.rule for each in decreed.findings]


def test_the_law_is_named_in_the_language_of_the_interface(analyzer: Analyzer) -> None:
    """As everywhere in a report."""
    report = analyzer.analyze(Document(f"О маяках\nПРИКАЗЫВАЮ:\n{POINT}"), Options(ui="kk"))
    assert report.document.expertise is not None
    assert "Құқықтық актілер" in report.document.expertise.basis.title
