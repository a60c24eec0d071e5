"""A comparative table: what is inherited, what is new, which safeguards are gone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import docx
import pytest

from riskscan.analysis import Analyzer, Finding, Options, Report
from riskscan.analysis.explain import explain
from riskscan.reading import read, read_bytes
from riskscan.structure import parse
from riskscan.text import Document, Segment
from tests.analysis.comparative_rows import KK_HEADING, KK_ROWS, RU_HEADING, RU_ROWS, Row
from tests.reading.office import convert, require_office
from tests.reading.rich_files import rich, table

TABLES = {"ru": (RU_HEADING, RU_ROWS), "kk": (KK_HEADING, KK_ROWS)}
NEW = {("4", "competence-may.power-as-right", 1), ("4", "discretion-wide.at-discretion", 1)}
NEW |= {("4", "procedure-missing.reasons", 1), ("4", "refusal-grounds-open.no-grounds", 1)}
INHERITED = {
    ("7", "competence-may.power-as-right", 2),
    ("7", "deadline-extension.unbounded", 2),
    ("7", "discretion-wide.if-necessary", 2),
    ("8", "procedure-missing.reasons", 2),
}
REMOVED = {
    ("6", "safeguard-removed.element", 1),
    ("8", "safeguard-removed.element", 1),
    ("11", "safeguard-removed.element", 1),
}
GROWN = {
    ("12", "safeguard-removed.longer", 1),
    ("13", "safeguard-removed.list", 2),
    ("13", "excessive-requirements.held-documents", 1),
}
EXPECTED = {
    "ru": NEW
    | INHERITED
    | REMOVED
    | GROWN
    | {
        ("8", "composition-biased.unregulated", 2),
        ("11", "deadline-missing.decision", 2),
    },
    "kk": NEW | INHERITED | REMOVED | GROWN,
}


@pytest.fixture(scope="module", params=["ru", "kk"])
def language(request: pytest.FixtureRequest) -> str:
    """Each of the two languages of a table."""
    return str(request.param)


@pytest.fixture(scope="module")
def report(language: str, analyzer: Analyzer, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report on a table in a Word file."""
    path = tmp_path_factory.mktemp("table") / "table.docx"
    return analyzer.analyze(read(write_table(path, *TABLES[language])))


def write_table(path: Path, heading: tuple[str, ...], rows: tuple[Row, ...]) -> Path:
    """A Word file with a numbered comparative table, its pages turned as such tables are."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width
    table = document.add_table(rows=0, cols=len(heading), style="Table Grid")
    for row in (heading, *((str(n), *row) for n, row in enumerate(rows, start=1))):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(path))
    return path


def drawn(heading: tuple[str, ...], rows: tuple[Row, ...]) -> Document:
    """The same table as a text whose segments name the cells."""
    cells, segments, start = [], [], 0
    for place, row in enumerate((heading, *((str(n), *row) for n, row in enumerate(rows)))):
        for column, words in enumerate(row):
            cells.append(words)
            segments.append(Segment(start, start + len(words), "table", cell=(0, place, column)))
            start += len(words) + 1
    return Document("\n".join(cells), segments=tuple(segments))


def told(report: Report) -> set[tuple[str, str, int]]:
    """Findings as (article, rule, tier)."""
    return {(article(each), each.rule, each.tier) for each in report.findings}


def article(finding: Finding) -> str:
    """The number of the article a finding is addressed to."""
    return next(s.partition(":")[2] for s in finding.provision.path if s.startswith("article"))


def told_apart(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Findings as (fingerprint, rule, tier), in text order."""
    return [(each.id, each.rule, each.tier) for each in findings]


def of(report: Report, number: str, rule: str) -> Finding:
    """The finding of a rule in an article."""
    return next(f for f in report.findings if (article(f), f.rule) == (number, rule))


def sides(finding: Finding) -> dict[str, str | None]:
    """What the evidence quotes of the two sides."""
    return {e.role: e.quote for e in finding.evidence if e.role in {"current", "proposed"}}


def test_a_table_gives_exactly_what_changed_for_the_worse(language: str, report: Report) -> None:
    """New risks are signed, inherited ones are notes, moved and reworded safeguards are silent."""
    assert told(report) == EXPECTED[language]


def test_the_same_table_as_text_with_cells(language: str, analyzer: Analyzer) -> None:
    """Only the cells matter, not the file they came from."""
    assert told(analyzer.analyze(drawn(*TABLES[language]))) == EXPECTED[language]


def test_the_same_table_as_rich_text(language: str, report: Report, analyzer: Analyzer) -> None:
    """Finding by finding, to the fingerprint: no word processor is needed for its cells."""
    heading, rows = TABLES[language]
    numbered = (heading, *((str(n), *row) for n, row in enumerate(rows, start=1)))
    found = analyzer.analyze(read_bytes(rich(table(numbered)), "table.rtf")).findings
    assert told_apart(found) == told_apart(report.findings)


@pytest.mark.parametrize("form", ["pdf", "html", "rtf"])
def test_the_same_table_printed_or_saved_as_a_page(
    language: str, form: str, analyzer: Analyzer, tmp_path: Path
) -> None:
    """Columns narrow enough to cut words, cells that go on on the next page."""
    require_office()
    source = write_table(tmp_path / "table.docx", *TABLES[language])
    converted = convert([source], tmp_path, form) / f"table.{form}"
    assert told(analyzer.analyze(read(converted), Options())) == EXPECTED[language]


def test_findings_are_addressed_by_the_element_column(language: str, report: Report) -> None:
    """The address is that of the act that is amended."""
    cited = of(report, "13", "excessive-requirements.held-documents").provision.citation
    assert cited == {
        "ru": "подпункт 3) пункта 1 статьи 13 (в предлагаемой редакции)",
        "kk": "13-баптың 1-тармағының 3) тармақшасы (ұсынылатын редакцияда)",
    }


def test_both_sides_are_quoted(language: str, report: Report) -> None:
    """The words in force, and the proposed ones without them."""
    ru = language == "ru"
    assert sides(of(report, "6", "safeguard-removed.element")) == {
        "current": "в течение десяти рабочих дней" if ru else "он жұмыс күні ішінде",
        "proposed": "Управление рассматривает заявку на аренду причала."
        if ru
        else "Басқарма айлақты жалға алу өтінімін қарайды.",
    }
    assert sides(of(report, "12", "safeguard-removed.longer")) == {
        "current": "3 рабочих дней" if ru else "3 жұмыс күні",
        "proposed": "15 рабочих дней" if ru else "15 жұмыс күні",
    }


@pytest.mark.parametrize(
    ("ui", "note", "explanation"),
    [
        ("ru", "формулировка действует и сейчас", "было 2, в предлагаемом стало 3"),
        ("kk", "тұжырым қазір де қолданыста", "тізбеде 2 тармақ болған, ұсынылатын тізбеде 3"),
        ("en", "the wording is already in force", "has 2 items, the proposed one 3"),
    ],
)
def test_what_is_said_in_each_interface_language(
    ui: str, note: str, explanation: str, analyzer: Analyzer
) -> None:
    """Inherited wording says so; a longer list gives both numbers."""
    options = Options.model_validate({"ui": ui})
    report = analyzer.analyze(drawn(*TABLES["ru"]), options)
    inherited = of(report, "7", "deadline-extension.unbounded")
    assert [e.note for e in inherited.evidence if e.role == "current"] == [note]
    longer = of(report, "13", "safeguard-removed.list")
    assert explanation in longer.explanation
    assert {basis.item for basis in longer.basis} == {"29.2", "30"}


def test_quotes_are_the_text_they_stand_in(analyzer: Analyzer) -> None:
    """Every place of a finding, on either side, is exact."""
    document = drawn(*TABLES["ru"])
    for finding in analyzer.analyze(document).findings:
        assert document.text[finding.start : finding.end] == finding.quote
        for each in finding.evidence:
            if each.start is not None:
                assert document.text[each.start : each.end] == each.quote


def test_what_stands_beside_the_proposed_wording_is_no_norm(report: Report) -> None:
    """The reasons speak of powers too, and nobody checks them."""
    assert "5" not in {article(finding) for finding in report.findings}
    assert {skipped.reason for skipped in report.ledger.skipped} >= {"current", "note", "heading"}


@pytest.mark.parametrize(
    ("current", "proposed"),
    [
        (  # a person's own term
            "Заявитель подает жалобу в течение десяти рабочих дней.",
            "Заявитель подает жалобу.",
        ),
        (  # how long a permit is good for
            "Разрешение выдается сроком на три года.",
            "Разрешение выдается сроком на пять лет.",
        ),
        (  # the term stands in the provision that is cited
            "Управление рассматривает заявку в течение пяти рабочих дней.",
            "Управление рассматривает заявку в срок, установленный пунктом 4 статьи 9.",
        ),
        (  # nothing changed
            "Управление рассматривает заявку в течение пяти рабочих дней.",
            "Управление рассматривает заявку в течение пяти рабочих дней.",
        ),
    ],
)
def test_no_safeguard_is_lost(current: str, proposed: str, analyzer: Analyzer) -> None:
    """What is better for a person, or said by reference, is no loss."""
    rows = (("Статья 2", current, proposed, "Уточнение."),)
    factors = {each.factor for each in analyzer.analyze(drawn(RU_HEADING, rows)).findings}
    assert "safeguard-removed" not in factors


def test_a_risk_of_a_changed_clause_is_new(analyzer: Analyzer) -> None:
    """The words stand in force, but with the limit that is now struck out."""
    rows = (
        (
            "Статья 2",
            "Управление вправе продлить срок проверки один раз на пять рабочих дней.",
            "Управление вправе продлить срок проверки.",
            "Уточнение.",
        ),
    )
    removed = of(analyzer.analyze(drawn(RU_HEADING, rows)), "2", "safeguard-removed.element")
    assert removed.tier == 1
    assert "deadline-extension.unbounded" in {each.rule for each in removed.related}


@pytest.mark.parametrize(("article", "tiers"), [("Статья 3, пункт 2", []), ("Статья 9", [1])])
def test_a_limit_counts_in_the_rows_of_its_article(
    article: str, tiers: list[int], analyzer: Analyzer
) -> None:
    """Another row about the same article may bound a power, a row about another may not."""
    limit = "Срок проверки продлевается не более чем на пять рабочих дней."
    rows = (
        (
            "Статья 3, пункт 1",
            "отсутствует",
            "Управление вправе продлить срок проверки.",
            "Новое.",
        ),
        (article, "отсутствует", limit, "Новое."),
    )
    found = analyzer.analyze(drawn(RU_HEADING, rows)).findings
    assert [f.tier for f in found if f.rule == "deadline-extension.unbounded"] == tiers


def test_why_a_row_is_silent(analyzer: Analyzer) -> None:
    """A row is asked about by the address its element column gives."""
    traces = explain(analyzer, drawn(*TABLES["ru"]), "safeguard-removed.element", "ст. 6 п. 2")
    assert [trace.fired for trace in traces] == [True]
    traces = explain(analyzer, drawn(*TABLES["ru"]), "safeguard-removed.element", "ст. 6 п. 3")
    assert [(trace.fired, trace.condition) for trace in traces] == [(False, "when.document")]


def test_a_text_without_tables_has_no_rows() -> None:
    """Two paragraphs alike are no comparative table."""
    assert parse(Document("1. Орган отказывает.\n2. Орган вправе отказать.")).compared == ()
