"""The keyboard: by the place of the key, whatever letter the layout puts on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.steps import check, current, numbers, press, verdict

LAYOUTS = {
    "english": {"KeyJ": "j", "KeyK": "k", "KeyA": "a", "KeyR": "r", "KeyU": "u"},
    "russian": {"KeyJ": "о", "KeyK": "л", "KeyA": "ф", "KeyR": "к", "KeyU": "г"},
}


@pytest.mark.parametrize("layout", ["english", "russian"])
def test_a_review_without_the_mouse(open_page: Opener, layout: str) -> None:
    """Next, previous, accept, reject with a reason, undo."""
    keys = LAYOUTS[layout]
    page = open_page()
    check(page)
    press(page, "KeyJ", keys["KeyJ"])
    assert current(page) == "2"
    press(page, "KeyK", keys["KeyK"])
    press(page, "KeyK", keys["KeyK"])
    assert current(page) == "1"
    press(page, "KeyA", keys["KeyA"])
    assert verdict(page, "1") == "accepted"
    assert current(page) == "2"
    press(page, "KeyR", keys["KeyR"])
    assert verdict(page, "2") == "rejected"
    expect(page.locator(".reasons")).to_be_visible()
    assert current(page) == "2"
    press(page, "Digit3", "3")
    assert current(page) == "3"
    press(page, "KeyU", keys["KeyU"])
    assert (current(page), verdict(page, "2")) == ("2", "rejected")
    press(page, "KeyU", keys["KeyU"])
    assert verdict(page, "2") == "open"
    press(page, "KeyU", keys["KeyU"])
    assert verdict(page, "1") == "open"
    press(page, "KeyU", keys["KeyU"])
    expect(page.locator("#toast")).to_have_text("Отменять нечего.")


@pytest.mark.parametrize(("code", "key"), [("Slash", "?"), ("Digit7", "?")])
def test_help_opens_where_the_layout_puts_the_question_mark(
    open_page: Opener, code: str, key: str
) -> None:
    """The dialog shows every key and closes with Escape; the focus goes back."""
    page = open_page()
    check(page)
    press(page, code, key)
    expect(page.locator("#help")).to_be_visible()
    expect(page.locator("#help kbd")).to_have_count(9)
    page.keyboard.press("a")
    assert verdict(page, "1") == "open"
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_letters_typed_into_a_note_decide_nothing(open_page: Opener) -> None:
    """In a field the letters are letters."""
    page = open_page()
    check(page)
    page.keyboard.press("n")
    page.keyboard.type("jar ukraj")
    assert verdict(page, "1") == "open"
    assert current(page) == "1"
    expect(page.locator(".note textarea")).to_have_value("jar ukraj")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert current(page) == "2"
    expect(page.locator(".note textarea")).to_have_value("")


def test_browser_shortcuts_are_left_alone(open_page: Opener) -> None:
    """Ctrl with a letter belongs to the browser."""
    page = open_page()
    check(page)
    page.keyboard.press("Control+a")
    assert verdict(page, "1") == "open"


def test_the_last_decision_says_that_all_is_reviewed(open_page: Opener) -> None:
    """Progress counts up, and the end of the work is announced."""
    page = open_page()
    check(page)
    count = len(numbers(page))
    for done in range(count):
        expect(page.locator("#progress-words")).to_have_text(f"Рассмотрено {done} из {count}")
        expect(page.locator("#all-reviewed")).to_be_hidden()
        page.keyboard.press("a")
    expect(page.locator("#all-reviewed")).to_be_visible()


def test_the_current_finding_is_announced(open_page: Opener) -> None:
    """A screen reader hears the place in the list and the decision."""
    page = open_page()
    check(page)
    count = len(numbers(page))
    page.keyboard.press("j")
    expect(page.locator("#status")).to_have_text(f"Замечание 2 из {count}")
    page.keyboard.press("r")
    expect(page.locator("#status")).to_have_text("Отклонено")
    expect(page.locator("article[aria-current]")).to_have_attribute("data-number", "2")
