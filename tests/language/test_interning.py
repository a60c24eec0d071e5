"""The type index: many forms to ids at once, never a wrong one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from riskscan.language import interning
from riskscan.language.interning import TypeIndex


class Forms:
    """Names every form by the order of its first sight and counts how often it was asked."""

    def __init__(self) -> None:
        self.index = TypeIndex()
        self.ids: dict[tuple[int, ...], int] = {}
        self.asked = 0

    def look_up(self, forms: list[tuple[int, ...]]) -> list[int]:
        flat = [unit for form in forms for unit in form]
        wide = any(unit > 0xFFFF for unit in flat)
        codes = np.array(flat, dtype=np.uint32 if wide else np.uint16)
        ends = np.cumsum([len(form) for form in forms], dtype=np.intp)
        starts = ends - np.array([len(form) for form in forms], dtype=np.intp)

        def name(start: int, end: int) -> int:
            self.asked += 1
            return self.ids.setdefault(tuple(flat[start:end]), len(self.ids))

        return self.index.look_up(codes, starts, ends, name).tolist()


UNIT = st.integers(0, 3) | st.integers(0, 0x10FFFF)
FORM = st.lists(UNIT, min_size=1, max_size=36).map(tuple)


@given(st.lists(st.lists(FORM, min_size=1), min_size=1, max_size=3))
def test_equal_forms_and_only_they_share_an_id(texts: list[list[tuple[int, ...]]]) -> None:
    """Whatever the characters and lengths, the id is that of the form."""
    forms = Forms()
    for text in texts:
        assert forms.look_up(text) == [forms.ids[form] for form in text]


def test_forms_with_equal_sums_are_told_apart() -> None:
    """A clash of the weighted sums, computed on purpose, is caught by comparing the quads."""
    modulus = 1 << 64
    first, second = interning._WEIGHTS[:2].tolist()
    inverse = pow(first, -1, modulus)
    one = tuple(map(ord, "срокдело"))
    low, high = np.array(one, dtype=np.uint16).view(np.uint64).tolist()
    other_low = (low - second * inverse) % modulus
    other = np.array([other_low, high + 1], dtype=np.uint64).view(np.uint16)
    clash = tuple(other.tolist())
    assert 0xFFFF not in clash
    forms = Forms()
    assert forms.look_up([one, clash, one, clash]) == [0, 1, 0, 1]
    assert forms.look_up([clash, one]) == [1, 0]


@settings(max_examples=5)
@given(st.integers(9_000, 12_000))
def test_the_table_grows(count: int) -> None:
    """Beyond its first size the table still knows every form, without asking again."""
    forms = Forms()
    words = [(number >> 8 | 1, number & 255, 7) for number in range(count)]
    expected = forms.look_up(words)
    asked = forms.asked
    assert forms.look_up(words) == expected
    assert forms.asked - asked < count / 50
