"""The whole analysis of Kazakh acts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.analysis import Analyzer, Finding, Options
from riskscan.text import Document

ACT = """Жәрмеңкеде сауда орнын беру қағидалары

1-тарау. Сауда орнын беру тәртібі

1. Басқарма өтінішті бес жұмыс күні ішінде қарайды.
2. Қарау мерзімі басқарма басшысының шешімі бойынша ұзартылуы мүмкін.
3. Өтінішке мынадай құжаттар қоса беріледі:
1) жеке куәліктің көшірмесі;
2) басқа да қажетті құжаттар.
4. Басқарма сауда орнын беруден бас тартуға құқылы.
5. Сатушы орнынан кез келген уақытта бас тартуға құқылы.
"""
TWINS = str.maketrans("іаеосрхІАЕОСРХНМТК", "iaeocpxIAEOCPXHMTK")


def findings(analyzer: Analyzer, text: str) -> tuple[Finding, ...]:
    """What is said of a text in Kazakh, the two upper tiers."""
    return analyzer.analyze(Document(text), Options(ui="kk", max_tier=2)).findings


def test_the_risks_of_an_act_are_found_where_they_stand(analyzer: Analyzer) -> None:
    """An unbounded extension, an open list of papers, a refusal without grounds; no right."""
    found = {(f.provision.citation["kk"], f.factor) for f in findings(analyzer, ACT)}
    assert ("Қағидалардың 2-тармағы", "deadline-extension") in found
    assert ("Қағидалардың 3-тармағының 2) тармақшасы", "extra-documents") in found
    assert ("Қағидалардың 4-тармағы", "refusal-grounds-open") in found
    assert "Қағидалардың 5-тармағы" not in {citation for citation, _ in found}


def test_explanations_are_kazakh(analyzer: Analyzer) -> None:
    """Every text of a finding is in Kazakh, and no place of a template is left open."""
    for finding in findings(analyzer, ACT):
        for text in (finding.title, finding.explanation, finding.recommendation):
            assert any(letter in "әғқңөұүһі" for letter in text)
            assert "{" not in text
        assert finding.language == "kk"


@settings(max_examples=25)
@given(st.sets(st.integers(0, len(ACT) - 1), max_size=120))
def test_look_alikes_change_nothing(analyzer: Analyzer, places: set[int]) -> None:
    """A text with Latin i, a, e, o … inside its words has the findings of its clean twin."""
    letters = [
        letter.translate(TWINS) if place in places else letter for place, letter in enumerate(ACT)
    ]
    for start, end in _words(ACT):  # a word wholly in Latin letters is no Kazakh word
        if all(letter.isascii() for letter in letters[start:end]):
            letters[start:end] = ACT[start:end]
    twin = "".join(letters)
    clean, typed = findings(analyzer, ACT), findings(analyzer, twin)
    assert [(f.rule, f.start, f.end) for f in clean] == [(f.rule, f.start, f.end) for f in typed]
    assert all(f.quote == twin[f.start : f.end] for f in typed)


@pytest.mark.parametrize(
    "text",
    [
        "ғ" * 20_000,
        "Мерзім" * 3_000,
        "«" * 500 + "мерзім ұзартылуы мүмкін" + "»" * 500,
        "1. Мерзiм ұзартылуы мүмкiн\u0000\ufffd\u200b.\n" * 50,
        "Merzim uzartyluy múmkin. Komissiya sheshim qabyldaidy.",
        "1. Мерзім, " + "қажет болған жағдайда, " * 400 + "ұзартылады.",
    ],
)
def test_hostile_texts_are_answered(analyzer: Analyzer, text: str) -> None:
    """Long words, endless conditions, torn quotes: a report, with spans inside the text."""
    for finding in findings(analyzer, text):
        assert 0 <= finding.start < finding.end <= len(text)


def _words(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, letter in enumerate(text + " "):
        if letter.isalpha():
            start = place if start is None else start
        elif start is not None:
            found.append((start, place))
            start = None
    return found
