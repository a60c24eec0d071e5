"""The whole comparison: the sample pair, warnings instead of guesses, texts built to do harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from riskscan.analysis import Analyzer
from riskscan.analysis.report import Interface
from riskscan.comparison import Comparison, compare
from riskscan.comparison.wording import strings
from riskscan.errors import EmptyDocumentError
from riskscan.text import Document
from tests.comparison.conftest import Comparing, stated

RU = "1. Отдел выдает пропуск за 5 рабочих дней.\n2. Пропуск хранят до конца года.\n"
KK = "1. Бөлім рұқсатнаманы 5 жұмыс күнінде береді.\n2. Рұқсатнама жыл соңына дейін сақталады.\n"
PARALLEL = Path("/work/shared/corpora/parallel")


def codes(comparison: Comparison) -> list[str]:
    """The warnings by code, without the one of an engine that does not read Kazakh."""
    return [each.code for each in comparison.parity.warnings if each.code != "findings"]


def test_the_planted_mismatches_are_found(sample: Comparison) -> None:
    """Five, at the right points, and none beside what the texts really differ in."""
    found = [(each.kind, *each.ru.provision.path) for each in stated(sample.parity)]
    assert found == [
        ("provision", "point:3", "subpoint:4"),
        ("term", "point:4"),
        ("modality", "point:6"),
        ("amount", "point:7"),
        ("reference", "point:8"),
    ]


def test_every_difference_is_ready_to_be_signed(sample: Comparison) -> None:
    """Factor, law, words, both addresses; places quote the texts."""
    for each in sample.parity.differences:
        assert each.factor == "language-mismatch"
        assert [(basis.source, basis.item) for basis in each.basis] == [("kz-480-V", "24.3")]
        assert each.title
        assert each.explanation
        assert each.recommendation
        for place, side in ((each.ru, "ru"), (each.kk, "kk")):
            text = sample.texts[side].text  # type: ignore[index]
            assert text[place.start : place.end] == place.quote
            assert place.provision.citation["kk"]
    assert len({each.id for each in sample.parity.differences}) == len(sample.parity.differences)


def test_the_same_texts_give_the_same_bytes(analyzer: Analyzer, sample: Comparison) -> None:
    """A comparison is pure, and its JSON reads back as it was."""
    again = compare(analyzer, sample.texts["ru"], sample.texts["kk"])
    assert again.parity.to_json() == sample.parity.to_json()
    assert json.loads(again.parity.to_json())["schema"] == "riskscan-parity/1"


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_three_languages(analyzer: Analyzer, sample: Comparison, ui: Interface) -> None:
    """The same differences, each told in the language asked for."""
    told = compare(analyzer, sample.texts["ru"], sample.texts["kk"], ui).parity.differences
    assert [each.id for each in told] == [each.id for each in sample.parity.differences]
    assert next(e for e in told if e.kind == "provision").title == strings()[ui]["title.provision"]


def test_all_languages_have_the_same_strings() -> None:
    """No key is missing anywhere."""
    russian, *others = (set(words) for words in strings().values())
    assert all(other == russian for other in others)


def test_texts_in_the_wrong_order_are_exchanged(analyzer: Analyzer) -> None:
    """With a warning, and the places in the texts where they belong."""
    found = compare(analyzer, Document(KK), Document(RU.replace("5", "6")))
    assert codes(found) == ["swapped"]
    assert found.texts["kk"].text == KK
    assert stated(found.parity)[0].kk.quote == "5 жұмыс күнінде"


@pytest.mark.parametrize(
    ("ru", "kk", "expected"),
    [
        (RU, RU, ["same-ru"]),
        (KK, KK, ["same-kk"]),
        (RU, "one two three " * 9, ["unknown-kk", "unaligned"]),
        (RU, " \n", ["empty-kk"]),
        ("", KK, ["empty-ru"]),
        ("Пропуск дают всем.\n", "Рұқсатнама бәріне беріледі.\n", ["unnumbered"]),
    ],
)
def test_what_was_assumed_is_said(
    analyzer: Analyzer, ru: str, kk: str, expected: list[str]
) -> None:
    """One language twice, none known, a text missing, nothing to count by."""
    assert codes(compare(analyzer, Document(ru), Document(kk))) == expected


def test_two_empty_texts_are_an_error(analyzer: Analyzer) -> None:
    """There is nothing to say of them."""
    with pytest.raises(EmptyDocumentError):
        compare(analyzer, Document(" "), Document("\n"))


def test_one_text_in_both_places_has_no_differences(comparing: Comparing) -> None:
    """Whatever is read from it is read twice."""
    text = (Path(__file__).parents[2] / "corpora/clean/ru/kindergarten.txt").read_text("utf-8")
    assert comparing(text, text).differences == ()


HOSTILE = {
    "ten thousand points": (
        "".join(f"{n}. Срок – {n} дней.\n" for n in range(1, 10_001)),
        "".join(f"{n}. Мерзім – {n} күн.\n" for n in range(1, 9_998)),
    ),
    "numbers": ("5 " * 20_000, "6 " * 20_000),
    "different numbers": (" ".join(map(str, range(20_000))), "бір екі үш"),
    "open brackets": ("5 (" * 20_000, "5 (бес " * 20_000),
    "one word": ("а" * 100_000, "ғ" * 300),
    "controls": ("1. \x00\u202e дней\n", "1. \ud800 күн\n"),
    "percent signs": ("{ru} %s {0} 5 дней", "{kk} %s {0} 6 күн"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_in_an_answer(comparing: Comparing, name: str) -> None:
    """No crash, and never more differences than one can be told."""
    found = comparing(*HOSTILE[name])
    assert len(found.differences) <= 2000
    assert found.texts.keys() == {"ru", "kk"}


def test_differences_beyond_count_are_said_to_be_more(comparing: Comparing) -> None:
    """The first are told, and that there are others."""
    found = comparing(*HOSTILE["different numbers"])
    assert len(found.differences) == 2000
    assert "many" in [warning.code for warning in found.warnings]


@pytest.mark.skipif(not PARALLEL.is_dir(), reason="no parallel acts here")
@pytest.mark.parametrize("name", ["attestation_2016_100021", "maslikhat_2023_186181"])
def test_real_acts_that_agree_give_no_alarm(comparing: Comparing, name: str) -> None:
    """Acts in force, whose two texts say the same."""
    ru, kk = ((PARALLEL / f"{name}_{side}.txt").read_text("utf-8") for side in ("ru", "kk"))
    assert stated(comparing(ru, kk)) == ()
