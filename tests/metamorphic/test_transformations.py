"""The transformations themselves: what they change, what they leave alone, where spans go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.text import Span
from tests.metamorphic import typography, wording
from tests.metamorphic.edits import Edit, Transformation, apply, carry


def results(transformation: Transformation, text: str) -> list[str]:
    """Every way the text comes out."""
    return [apply(text, edits) for edits in transformation(text)]


@pytest.mark.parametrize(
    ("transformation", "text", "result"),
    [
        (
            wording.actors,
            "Акимату поручено вести учет.",
            "Уполномоченному органу поручено вести учет.",
        ),
        (wording.actors, "Решение акимата хранится.", "Решение министерства хранится."),
        (wording.numbers, "в течение 5 рабочих дней", "в течение 7 рабочих дней"),
        (wording.numbers, "не более десяти дней", "не более двенадцати дней"),
        (wording.point_numbers, "3. Раз.\n4. Два.", "43. Раз.\n44. Два."),
        (wording.synonyms, "Срок продлен.", "Срок пролонгирован."),
        (wording.aspects, "Отдел вправе отказать.", "Отдел вправе отказывать."),
        (wording.modals, "Отдел может отказать.", "Отдел вправе отказать."),
        (
            wording.fronted_terms,
            "2. Отдел отвечает в течение пяти дней.",
            "2. В течение пяти дней отдел отвечает.",
        ),
        (
            wording.inversions,
            "Комиссия отказывает в приеме.",
            "Отказывает комиссия в приеме.",
        ),
        (typography.dots, "Срок продлен.", "Срок продлён."),
        (typography.quotes, "«Да»", '"Да"'),
        (typography.unbroken_spaces, "Срок в 5 дней", "Срок в\xa05\xa0дней"),
        (typography.double_spaces, "срок дней", "срок  дней"),
        (typography.windows_lines, "а\nб", "а\r\nб"),
        (typography.capitals, "Отдел отказывает.", "Отдел ОТКАЗЫВАЕТ."),
        (typography.latin_letters, "Заявка", "Зaявка"),
        (typography.soft_hyphens, "заявление", "заяв\xadление"),
    ],
)
def test_what_it_changes(transformation: Transformation, text: str, result: str) -> None:
    """One example of each."""
    assert result in results(transformation, text)


def test_lines_are_wrapped_between_words() -> None:
    """Hard wraps replace spaces and nothing else."""
    text = "Заявление рассматривается комиссией на ближайшем заседании после его регистрации."
    (wrapped,) = results(typography.hard_wraps, text)
    assert wrapped.replace("\n", " ") == text != wrapped


@pytest.mark.parametrize(
    ("transformation", "text"),
    [
        (wording.actors, "Комиссия заседает."),
        (wording.point_numbers, "3. Раз.\n4. Согласно пункту 3."),
        (wording.modals, "Срок может быть продлен."),
        (wording.aspects, "Отказать нельзя."),
        (wording.fronted_terms, "Отдел, получив заявку, отвечает в течение пяти дней."),
        (wording.inversions, "В приеме отказывает комиссия."),
        (typography.dots, "Срок."),
    ],
)
def test_what_it_leaves_alone(transformation: Transformation, text: str) -> None:
    """Where a change would not be safe there is none."""
    assert results(transformation, text) == []


@pytest.mark.parametrize(
    "text", ["Местный акимат отказал.", "Акимат отказал.", "Решение должен принять акимат."]
)
def test_no_gender_is_broken(text: str) -> None:
    """«Министерство отказал» is no Russian; a masculine authority may come instead."""
    found = results(wording.actors, text)
    assert found and not any("министерств" in each.lower() for each in found)


@given(st.text("абв ", min_size=1), st.data())
def test_untouched_words_are_carried_exactly(text: str, data: st.DataObject) -> None:
    """A span no edit touches covers the same words afterwards."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    places = [at for at in range(len(text)) if not start <= at < end]
    chosen = data.draw(st.sets(st.sampled_from(places))) if places else set()
    new = st.sampled_from(["", "x", "yyy"])
    edits = tuple(Edit(at, at + 1, data.draw(new)) for at in chosen)
    span = Span(start, end)
    assert carry(span, edits).of(apply(text, edits)) == span.of(text)


def test_an_edited_edge_takes_the_whole_edit() -> None:
    """A span that begins or ends inside an edit covers all of what was written."""
    text, edits = "0123456789", (Edit(2, 5, "abcdef"),)
    assert carry(Span(3, 8), edits).of(apply(text, edits)) == "abcdef567"
    assert carry(Span(0, 4), edits).of(apply(text, edits)) == "01abcdef"
    assert carry(Span(0, 2), edits).of(apply(text, edits)) == "01"
    assert carry(Span(5, 7), edits).of(apply(text, edits)) == "56"
