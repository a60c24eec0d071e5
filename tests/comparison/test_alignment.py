"""Which norm is whose counterpart: by structure and number, with norms left out on one side."""

from __future__ import annotations

from tests.comparison.conftest import Comparing, stated

TERMS = (3, 5, 7, 10, 15, 20, 30, 45)


def russian(terms: tuple[int, ...]) -> str:
    """Points counted from one, each with its term."""
    lines = (f"{n}. Отдел отвечает за {t} рабочих дней.\n" for n, t in enumerate(terms, 1))
    return "Правила ответа\n\n" + "".join(lines)


def kazakh(terms: tuple[int, ...]) -> str:
    """The same in Kazakh."""
    lines = (f"{n}. Бөлім {t} жұмыс күнінде жауап береді.\n" for n, t in enumerate(terms, 1))
    return "Жауап беру қағидалары\n\n" + "".join(lines)


def test_the_same_numbers_are_counterparts(comparing: Comparing) -> None:
    """Nothing differs, all are paired."""
    found = comparing(russian(TERMS), kazakh(TERMS))
    assert stated(found) == ()
    assert (found.summary.aligned, found.summary.only) == (len(TERMS) + 1, {"ru": 0, "kk": 0})


def test_a_point_left_out_does_not_shift_the_others(comparing: Comparing) -> None:
    """The Kazakh text lacks the third point and counts on: one difference, not six."""
    found = comparing(russian(TERMS), kazakh(TERMS[:2] + TERMS[3:]))
    (missing,) = stated(found)
    assert (missing.kind, missing.tier) == ("provision", 1)
    assert missing.ru.provision.path == ("point:3",)
    assert missing.kk.quote == ""


def test_norms_left_out_in_a_row_are_one_difference(comparing: Comparing) -> None:
    """However many there are."""
    found = comparing(russian(TERMS[:2]), kazakh(TERMS))
    (missing,) = stated(found)
    assert missing.ru.quote == ""
    assert "5" in missing.explanation  # five further ones
    assert found.summary.only == {"ru": 0, "kk": 6}


def test_a_heading_in_one_text_only_moves_no_point(comparing: Comparing) -> None:
    """Points meet whether or not their chapter is recognised."""
    ru = "Глава 1. Общие положения\n\n" + russian(TERMS)
    assert [each.kind for each in stated(comparing(ru, kazakh(TERMS)))] == ["provision"]


def test_numbers_that_begin_anew_in_every_chapter(comparing: Comparing) -> None:
    """Each point meets that of its own chapter."""
    ru = "Глава 1. Общее\n1. Срок – 3 дня.\nГлава 2. Порядок\n1. Срок – 5 дней.\n"
    kk = "1-тарау. Жалпы\n1. Мерзім – 3 күн.\n2-тарау. Тәртіп\n1. Мерзім – 5 күн.\n"
    assert stated(comparing(ru, kk)) == ()


def test_subpoints_are_paired_inside_their_point(comparing: Comparing) -> None:
    """A subpoint more in one text is told with the address of its point in the other."""
    ru = "1. Лицо представляет:\n1) заявление;\n2) копию договора;\n3) план места.\n"
    kk = "1. Тұлға мыналарды ұсынады:\n1) өтініш;\n2) шарттың көшірмесі.\n"
    (missing,) = stated(comparing(ru, kk))
    assert missing.ru.provision.path == ("point:1", "subpoint:3")
    assert missing.kk.provision.path == ("point:1",)


def test_different_acts_are_said_not_to_fit(comparing: Comparing) -> None:
    """A warning, and one difference for all that has no counterpart."""
    found = comparing(russian(tuple(range(2, 92))), kazakh((2,)))
    assert "unaligned" in [warning.code for warning in found.warnings]
    assert len(stated(found)) == 1
