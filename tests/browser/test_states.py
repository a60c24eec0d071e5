"""Every state of the page: nothing for axe to find, in both themes; three languages; no scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SAMPLE, Opener
from tests.browser.steps import DRAFT, JUDGED, SILENT, check, numbers, upload


def _nothing(page: Page) -> None:
    expect(page.locator("#compose")).to_be_visible()


def _waiting(page: Page) -> None:
    page.route("**/check?*", lambda route: None)
    page.fill("#text", DRAFT)
    page.click("#submit")
    expect(page.locator("#loading")).to_be_visible()


def _refused(page: Page) -> None:
    pdf = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 "}
    page.set_input_files("#file", pdf)  # type: ignore[arg-type]
    expect(page.locator("#problems .problem")).to_be_visible()


def _result(page: Page) -> None:
    upload(page, SAMPLE)
    page.click(".tiers button[data-tier='2']")
    page.keyboard.press("j")


def _rejecting(page: Page) -> None:
    check(page)
    page.keyboard.press("r")


def _reviewed(page: Page) -> None:
    check(page)
    for _ in numbers(page):
        page.keyboard.press("a")
    page.click(".export summary")


def _help(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()


def _silent(page: Page) -> None:
    check(page, SILENT)
    expect(page.locator(".none:visible")).to_contain_text("Замечаний нет")
    expect(page.locator(".none:visible")).to_contain_text("Проверено структурных элементов: 2")


def _judged(page: Page) -> None:
    check(page, JUDGED)
    expect(page.locator(".none:visible")).to_contain_text("решает эксперт")
    assert numbers(page) == ["1"]


STATES: dict[str, Callable[[Page], None]] = {
    "nothing yet": _nothing,
    "waiting": _waiting,
    "refused": _refused,
    "result": _result,
    "rejecting": _rejecting,
    "reviewed": _reviewed,
    "help": _help,
    "no findings": _silent,
    "only for the expert to judge": _judged,
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Opener, state: str) -> None:
    """No violation in any state, light and dark, wide and narrow."""
    page = open_page()
    STATES[state](page)
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
            found = Axe().run(page)
            assert found.violations_count == 0, f"{theme} {width}: {found.generate_report()}"


@pytest.fixture
def context(chromium: Browser) -> object:
    """A browser that lets axe in: its script is no file of the server."""
    made = chromium.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    yield made
    made.close()


@pytest.mark.parametrize(("ui", "said"), [("kk", "Қабылдау"), ("en", "Accept")])
def test_the_other_languages_are_as_clean(open_page: Opener, ui: str, said: str) -> None:
    """The same result in Kazakh and English."""
    page = open_page(ui)
    check(page)
    expect(page.locator("[data-verdict=accepted]").first).to_contain_text(said)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_theme_is_remembered(open_page: Opener) -> None:
    """The expert's choice goes before the system's, and the next page begins with it."""
    page = open_page()
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.click("[data-do=theme]")
    assert page.evaluate(paper) != light
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.emulate_media(color_scheme="dark")
    page.click("[data-do=theme]")
    assert page.evaluate(paper) == light


def test_waiting_can_be_ended(open_page: Opener) -> None:
    """Cancel goes back to the form, and the text is still there."""
    page = open_page()
    _waiting(page)
    page.click("[data-do=cancel]")
    expect(page.locator("#compose")).to_be_visible()
    expect(page.locator("#text")).to_have_value(DRAFT)


def test_a_narrow_screen_shows_one_pane_at_a_time(open_page: Opener) -> None:
    """Text, findings and outline take turns; a mark leads to its finding and back."""
    page = open_page()
    page.set_viewport_size({"width": 390, "height": 844})
    check(page)
    expect(page.locator(".text")).to_be_visible()
    expect(page.locator(".findings")).to_be_hidden()
    page.locator("mark").first.click()
    expect(page.locator("#f1")).to_be_visible()
    page.locator("#f1 a.number").click()
    expect(page.locator("mark").first).to_be_in_viewport()
    page.click(".panes [data-pane=outline]")
    page.locator(".outline a").last.click()
    expect(page.locator(".text")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_paper_shows_every_finding_in_full(open_page: Opener) -> None:
    """Printed, no finding is folded and no control is left."""
    page = open_page()
    check(page)
    count = len(numbers(page))
    page.emulate_media(media="print")
    assert page.locator("article.finding dl:visible").count() == count
    assert page.locator("button:visible").count() == 0


def test_without_scripts_a_pasted_draft_is_still_checked(chromium: Browser, address: str) -> None:
    """The form posts, and the server answers with the whole page: text, findings, links."""
    context: BrowserContext = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.fill("#text", DRAFT)
    page.click("#submit")
    expect(page.locator("article.finding dl").first).to_be_visible()
    expect(page.locator(".lines")).to_contain_text("Причал открыт с первого апреля.")
    page.click("#m1")
    expect(page.locator("#f1")).to_be_in_viewport()
    page.goto(address)
    page.fill("#text", "   ")
    page.click("#submit")
    expect(page.locator(".problem")).to_contain_text("Текста нет.")
    context.close()
