"""The report as terminal tables, CSV, JSON and HTML: complete, honest and harmless."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from lxml import html

from riskscan.analysis.report import Interface
from riskscan.corpus.output import to_csv, to_json
from riskscan.corpus.page import to_html
from riskscan.corpus.questions import Answers, ask
from riskscan.corpus.scan import Plan, scan
from riskscan.corpus.tables import to_text
from riskscan.corpus.wording import CorpusWording, strings
from tests.corpus.conftest import act

LANGUAGES: tuple[Interface, ...] = ("ru", "kk", "en")
HOSTILE = (
    "Правила <script>alert(1)</script> [bold]x[/bold] \x1b[31m\u202e&<b>",
    "Правила </svg></text><img src=http://x.example/y.png onerror=alert(1)>",
)


@pytest.fixture(scope="module")
def answers(scanned: Path) -> Answers:
    """Nine acts, none too short to be ranked."""
    return ask(scanned, minimum_words=50)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    """Acts whose titles and names attack whoever shows them."""
    base = tmp_path_factory.mktemp("hostile")
    (base / "acts").mkdir()
    for number, title in enumerate(HOSTILE):
        path = base / "acts" / f"=1+{number}<i>[red].txt"
        path.write_text(f"{title}\n\n" + act(number).split("\n", 1)[1], "utf-8")
    (base / "acts" / "=cmd <img src=x>\x1b[2J.pdf").write_bytes(b"%PDF-1.4")
    scan(Plan(base / "acts", base / "out"))
    return ask(base / "out", minimum_words=0)


def test_all_languages_have_the_same_strings() -> None:
    """And the same gaps in them."""
    gaps = {
        language: {key: set(re.findall(r"{(\w+)}", text)) for key, text in texts.items()}
        for language, texts in strings().items()
    }
    assert gaps["ru"] == gaps["kk"] == gaps["en"]


@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_terminal_report_names_every_table(answers: Answers, ui: Interface) -> None:
    """In the language asked for, within the width, with the files that were not analysed."""
    wording = CorpusWording(answers, ui)
    text = to_text(answers, wording, top=5, width=110)
    for by in ("factor", "rule", "kind", "body", "year", "act"):
        assert wording(f"by.{by}") in text
    assert "picture.txt" in text
    assert wording("more", shown=5, total=9) in text
    assert max(map(len, text.splitlines())) <= 110


def test_json_holds_everything(answers: Answers) -> None:
    """Each table with its titles, numbers as numbers."""
    report = json.loads(to_json(answers, CorpusWording(answers, "en")))
    assert report["schema"] == "riskscan-corpus-report/1"
    assert len(report["tables"]["act"]) == 9
    factor = report["tables"]["factor"][0]
    assert factor["title"] != factor["key"]
    assert factor["tier1"]["low"] <= factor["tier1"]["per_1000"] <= factor["tier1"]["high"]
    assert report["not_analysed"][0]["path"] == "picture.txt"


def test_csv_has_a_row_a_group(answers: Answers) -> None:
    """And agrees with the JSON."""
    wording = CorpusWording(answers, "ru")
    rows = list(csv.DictReader(io.StringIO(to_csv(answers, wording))))
    report = json.loads(to_json(answers, wording))
    for by, groups in report["tables"].items():
        own = [row for row in rows if row["table"] == by]
        assert [row["title"] for row in own] == [group["title"] for group in groups]
        assert [int(row["tier1"]) for row in own] == [g["tier1"]["findings"] for g in groups]
    assert [row["key"] for row in rows if row["table"] == "not-analysed"] == ["picture.txt"]


@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_page_stands_alone(answers: Answers, ui: Interface) -> None:
    """No script, nothing fetched, each chart with title, description and table, ids unique."""
    page = html.fromstring(to_html(answers, CorpusWording(answers, ui), top=20))
    assert page.get("lang") == ui
    assert not page.xpath("//script | //link | //img | //iframe | //*[@src]")
    for value in page.xpath("//@href | //@*[contains(., 'url(')]"):
        assert str(value).startswith(("#", "url(#"))
    identities = page.xpath("//@id")
    assert len(identities) == len(set(identities))
    charts = page.xpath("//section[.//svg]")
    assert len(charts) >= 3
    for section in charts:
        (chart,) = section.xpath(".//svg[@role='img']")
        for identity in chart.get("aria-labelledby").split():
            assert chart.xpath(f".//*[@id='{identity}']")[0].text
        assert section.xpath(".//table//th[@scope='row']")


def test_words_of_acts_cannot_act_on_the_page(hostile: Answers) -> None:
    """Titles and names are text, in the tables and inside the charts."""
    written = to_html(hostile, CorpusWording(hostile, "ru"), top=20)
    page = html.fromstring(written)
    assert not page.xpath("//script | //img | //b | //i | //*[@onerror]")
    assert any("<script" in text for text in page.xpath("//th//text()"))
    assert any("<script" in text for text in page.xpath("//svg//text()"))
    assert "\x1b" not in written and "\u202e" not in written


def test_words_of_acts_cannot_act_on_the_terminal(hostile: Answers) -> None:
    """No escape passes, no markup is run."""
    text = to_text(hostile, CorpusWording(hostile, "ru"), top=20, width=200)
    assert "\x1b" not in text and "\u202e" not in text
    assert "[bold]x[/bold]" in text


def test_words_of_acts_cannot_act_in_a_spreadsheet(hostile: Answers) -> None:
    """No cell begins like a formula."""
    table = csv.reader(io.StringIO(to_csv(hostile, CorpusWording(hostile, "ru"))))
    cells = [cell for row in table for cell in row]
    assert any(cell.startswith("'=1+0") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells if cell)


def test_a_corpus_of_one_act_needs_no_chart_of_acts(tmp_path: Path) -> None:
    """A picture of one dot compares nothing; the page still has its tables."""
    (tmp_path / "acts").mkdir()
    (tmp_path / "acts" / "a.txt").write_text(act(1), "utf-8")
    scan(Plan(tmp_path / "acts", tmp_path / "out"))
    answers = ask(tmp_path / "out")
    page = html.fromstring(to_html(answers, CorpusWording(answers, "ru"), top=20))
    assert not page.xpath("//section[@id='act']//svg")
    assert page.xpath("//section[@id='factor']//table")
