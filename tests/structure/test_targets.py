"""Targets: what the new text of an amending act will be in the act amended."""

from __future__ import annotations

import pytest

from riskscan.structure import Targets, cite_target
from riskscan.structure.model import ZoneKind
from tests.structure.drawing import act, own


def target(text: str, words: str, language: str = "ru") -> str | None:
    """The target of the provision whose own words begin so."""
    found = act(text)
    (provision,) = [p for p in found.provisions[1:] if own(found, p).startswith(words)]
    target = Targets(found).of(provision.index)
    return None if target is None else cite_target(target, language)


# An amending act round an instruction and new text, how the new text begins, how it is cited.
AMENDING = {
    "ru": (
        "1. Внести в Правила следующие изменения:\n1) {}\n{};\n2) пункт 9 исключить.",
        "Новое",
        "{} Правил",
    ),
    "kk": (
        "1. Қағидаларға мынадай өзгерістер енгізілсін:\n{}\n{};\n9-тармақ алып тасталсын.",
        "Жаңа",
        "Қағидалардың {}",
    ),
}


@pytest.mark.parametrize(
    ("language", "instruction", "new", "expected"),
    [
        (
            "ru",
            "пункт 2 статьи 5 изложить в следующей редакции:",
            "«2. Новое.»",
            "пункт 2 статьи 5",
        ),
        ("ru", "в статье 5 пункт 2 изложить в новой редакции:", "«2. Новое.»", "пункт 2 статьи 5"),
        ("ru", "изложить статью 5 в следующей редакции:", "«Статья 5. Новое.»", "статья 5"),
        (
            "ru",
            "статью 5 дополнить пунктом 2-1 следующего содержания:",
            "«2-1. Новое.»",
            "пункт 2-1 статьи 5",
        ),
        (
            "ru",
            "дополнить пунктом 2-1 после пункта 2 следующего содержания:",
            "«2-1. Новое.»",
            "пункт 2-1",
        ),
        ("ru", "пункты 6 и 7 изложить в следующей редакции:", "«6. Старое.\n7. Новое.»", "пункт 7"),
        (
            "ru",
            "абзац второй пункта 3 изложить в следующей редакции:",
            "«Новое.»",
            "абзац второй пункта 3",
        ),
        (
            "ru",
            "часть третью статьи 9 изложить в следующей редакции:",
            "«Новое.»",
            "часть третья статьи 9",
        ),
        (
            "ru",
            "дополнить главой 3 следующего содержания:",
            "«Глава 3. О новом\n9. Новое.»",
            "пункт 9",
        ),
        (
            "kk",
            "5-баптың 2-тармағы мынадай редакцияда жазылсын:",
            "«2. Жаңа.»",
            "5-бабының 2-тармағы",
        ),
        (
            "kk",
            "5-бап мынадай мазмұндағы 2-1-тармақпен толықтырылсын:",
            "«2-1. Жаңа.»",
            "5-бабының 2-1-тармағы",
        ),
        (
            "kk",
            "3-тармақтың екінші абзацы жаңа редакцияда жазылсын:",
            "«Жаңа.»",
            "3-тармағының екінші абзацы",
        ),
        (
            "kk",
            "6 және 7-тармақтар мынадай редакцияда жазылсын:",
            "«6. Ескі.\n7. Жаңа.»",
            "7-тармағы",
        ),
        ("kk", "2) тармақша мынадай редакцияда жазылсын:", "«2) Жаңа.»", "2) тармақшасы"),
    ],
)
def test_units_are_cited(language: str, instruction: str, new: str, expected: str) -> None:
    """In the order of the language, named by the instruction or by the new text itself."""
    text, word, cited = AMENDING[language]
    words = f"«{word}" if new.startswith(f"«{word}") else word
    assert target(text.format(instruction, new), words, language) == cited.format(expected)


FLAT = """
    1. Внести в приказ Министра связи от 3 мая 2020 года № 5 «О маяках» следующие изменения:
    в пункте 2:
    подпункт 1) изложить в следующей редакции:
    «1) первое;»;
    пункт 3 исключить;
    подпункт 4) изложить в следующей редакции:
    «4) второе;»;
    в Правилах посещения маяка, утвержденных указанным приказом:
    пункт 5 изложить в следующей редакции:
    «5. Третье.».
"""


FLAT_KK = """
    1. Қағидаларға мынадай өзгерістер мен толықтырулар енгізілсін:
    3-тармақта:
    2) тармақша мынадай редакцияда жазылсын:
    «2) бірінші;»;
    мынадай мазмұндағы 5) тармақшамен толықтырылсын:
    «5) екінші;»;
    4-тармақтың 1) тармақшасы мынадай редакцияда жазылсын:
    «1) үшінші;»;
    мынадай мазмұндағы 7-тармақпен толықтырылсын:
    «7. Төртінші.».
"""


def test_kazakh_lead_ins_on_one_level() -> None:
    """«3-тармақта:» holds for what is added to it, and no longer than another point."""
    assert target(FLAT_KK, "бірінші", "kk") == "Қағидалардың 3-тармағының 2) тармақшасы"
    assert target(FLAT_KK, "екінші", "kk") == "Қағидалардың 3-тармағының 5) тармақшасы"
    assert target(FLAT_KK, "үшінші", "kk") == "Қағидалардың 4-тармағының 1) тармақшасы"
    assert target(FLAT_KK, "Төртінші", "kk") == "Қағидалардың 7-тармағы"


def test_lead_ins_on_one_level() -> None:
    """«в пункте 2:» holds until another point is named; rules have the name of their own."""
    order = "приказа Министра связи от 3 мая 2020 года № 5 «О маяках»"
    assert target(FLAT, "первое") == f"подпункт 1) пункта 2 {order}"
    assert target(FLAT, "второе") == f"подпункт 4) {order}"
    assert target(FLAT, "Третье") == "пункт 5 Правил посещения маяка"
    assert target(FLAT, "Третье", "kk") == "Қағидалардың 5-тармағы"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "Внести в Гражданский кодекс Республики Казахстан следующие изменения:",
            "Гражданского кодекса Республики Казахстан",
        ),
        ("Внести в Закон «О маяках» следующее дополнение:", "Закона «О маяках»"),
        (
            "Внести в постановление акимата от 5 мая 2020 года № 3 «О порте» (№ 9) изменения:",
            "постановления акимата от 5 мая 2020 года № 3 «О порте»",
        ),
        ("Внести в Положение о порте следующие изменения:", "Положения о порте"),
    ],
)
def test_names_of_amended_acts(head: str, expected: str) -> None:
    """In the genitive, with the date, the number and the title they are cited by."""
    text = f"1. {head}\nпункт 2 изложить в следующей редакции:\n«2. Новое.»."
    assert target(text, "Новое") == f"пункт 2 {expected}"


ANNEXES = """
    ПРИКАЗЫВАЮ:
    1. Внести в приказ Министра связи «О маяках» следующие изменения:
    приложения 3 и 4 к указанному приказу изложить в новой редакции согласно приложениям 1 и 2 \
к настоящему приказу.
    2. Настоящий приказ вводится в действие завтра.
    Приложение 1
    к приказу
    Перечень огней
    1. Белый огонь.
    Приложение 2
    к приказу
    Перечень знаков
    1. Красный знак.
"""


def test_an_annex_with_new_text() -> None:
    """«… изложить согласно приложению … к настоящему приказу»: annexes are paired in order."""
    assert target(ANNEXES, "Белый") == "пункт 1 приложения 3 приказа Министра связи «О маяках»"
    found = act(ANNEXES)
    zones = {own(found, p): p.zone for p in found.provisions}
    assert zones["Белый огонь."] is ZoneKind.INSERTED
    assert target(ANNEXES, "Красный") == "пункт 1 приложения 4 приказа Министра связи «О маяках»"


def test_no_target_outside_new_text() -> None:
    """Instructions and ordinary norms amend nothing themselves."""
    assert target("1. Маяк открыт днем.", "Маяк") is None
    found = act(FLAT)
    targets = Targets(found)
    assert not any(targets.of(p.index) for p in found.provisions if p.zone is ZoneKind.INSTRUCTION)
