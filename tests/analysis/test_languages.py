"""What the report says of the languages of a document, and of what was assumed about them."""

from __future__ import annotations

import pytest

from riskscan.analysis import Analyzer, Options
from riskscan.analysis.report import Interface, Notice, Report
from riskscan.reading import read_bytes
from riskscan.report.wording import Wording, strings
from riskscan.text import Document

RUSSIAN = "1. Уполномоченный орган рассматривает заявление в течение пяти рабочих дней."
KAZAKH = "2. Уәкілетті орган өтінішті қарайды және бес жұмыс күні ішінде шешім қабылдайды."
LATIN = "Uäkılettı organ ötınıştı bes jūmys künı ışınde qaraidy jäne şeşım qabyldaidy."


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer()


def assumed(analyzer: Analyzer, text: str, **options: str) -> tuple[Notice, ...]:
    report = analyzer.analyze(Document(text), Options.model_validate(options))
    return report.document.assumed


@pytest.mark.parametrize(
    ("text", "declared", "notices"),
    [
        (KAZAKH, "ru", (Notice(what="declared-ru-read-kk", count=11),)),
        (RUSSIAN, "kk", (Notice(what="declared-kk-read-ru", count=9),)),
        (f"{RUSSIAN}\n{KAZAKH}\n3. Өтініш қаралады.", "ru", ()),
        (RUSSIAN, "ru", ()),
        (KAZAKH, "kk", ()),
        (KAZAKH, "auto", ()),
    ],
)
def test_a_wrongly_declared_language_is_told(
    analyzer: Analyzer, text: str, declared: str, notices: tuple[Notice, ...]
) -> None:
    """A document mostly in the other language is read as what it is, and the report says so."""
    if text.count("\n"):
        text = text.replace("\n3.", f"\n3. {RUSSIAN[3:]} {RUSSIAN[3:]}\n4.")
    assert assumed(analyzer, text, language=declared) == notices


def test_a_provision_in_both_languages_is_told(analyzer: Analyzer) -> None:
    """A provision that says everything twice is read once, and counted."""
    both = f"{KAZAKH[3:]} / {RUSSIAN[3:]} Решение принимается не позднее трёх дней."
    assert assumed(analyzer, f"1. {both}\n{KAZAKH}") == (Notice(what="mixed-language", count=1),)


def test_latin_kazakh_is_not_analysed_and_told(analyzer: Analyzer) -> None:
    """The 2021 alphabet ends in no crash and no finding, but a notice."""
    report = analyzer.analyze(Document(f"1. {LATIN}\n2. {LATIN}"))
    assert report.document.assumed == (Notice(what="latin-kazakh", count=22),)
    assert report.document.languages == {"other": 1.0}
    assert report.findings == ()


def test_spoilt_kazakh_letters_are_read_and_told(analyzer: Analyzer) -> None:
    """A text decoded by the wrong table keeps its characters; it is read as the Kazakh it is."""
    spoilt = KAZAKH.encode("kz1048").decode("cp1251")
    wrong = sum(left != right for left, right in zip(spoilt, KAZAKH, strict=True))
    report = analyzer.analyze(Document(spoilt))
    assert report.document.assumed == (Notice(what="misread-kz-1048", count=wrong),)
    assert report.document.languages == {"kk": 1.0}


def test_a_guessed_encoding_reaches_the_report(analyzer: Analyzer) -> None:
    """What was assumed while reading the file is said in the report."""
    report = analyzer.analyze(read_bytes(RUSSIAN.encode("cp1251"), "draft.txt"))
    assert [notice.what for notice in report.document.assumed] == ["encoding-windows-1251"]


def test_a_provision_has_one_language(analyzer: Analyzer) -> None:
    """Shares are counted by provisions: a short sentence does not fall out of its provision."""
    report = analyzer.analyze(Document(f"{KAZAKH} Паспорт. Акт.\n{RUSSIAN}"))
    assert report.document.languages == {"kk": pytest.approx(13 / 22), "ru": pytest.approx(9 / 22)}


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_every_assumption_is_a_sentence(analyzer: Analyzer, ui: Interface) -> None:
    """All outputs print what was assumed, in the language of the interface."""
    report: Report = analyzer.analyze(Document(KAZAKH), Options(language="ru"))
    assert Wording(ui).notices(report.document) == [
        strings()[ui]["assumed.declared-ru-read-kk"].format(count=11)
    ]
