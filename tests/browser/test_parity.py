"""The page of two texts in a browser: nothing for axe to find, and it works without scripts."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ROOT, Opener

SAMPLES = ROOT / "corpora" / "samples"


def compared(page: Page) -> None:
    """Paste the sample pair and wait for its differences."""
    for side in ("ru", "kk"):
        page.fill(f"#{side}", (SAMPLES / f"terrace-{side}.txt").read_text("utf-8"))
    page.click("#submit")
    expect(page.locator(".comparison")).to_be_visible()


def opened(open_page: Opener, address: str, ui: str = "ru") -> Page:
    """The page, reached by the link on the expert's page."""
    page = open_page(ui)
    page.click("a[href^='/parity']")
    page.wait_for_selector("html.js #pair")
    assert page.url.startswith(f"{address}/parity")
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_axe_finds_nothing(open_page: Opener, address: str, ui: str, theme: str) -> None:
    """Neither in the form nor in the result, in each language and both themes."""
    page = opened(open_page, address, ui)
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")  # type: ignore[arg-type]
    assert Axe().run(page).violations_count == 0
    compared(page)
    assert Axe().run(page).violations_count == 0


def test_both_places_stand_side_by_side(open_page: Opener, address: str) -> None:
    """The words of each text marked in their norm; one above the other on a narrow screen."""
    page = opened(open_page, address)
    compared(page)
    card = page.locator("article[data-kind='term']")
    expect(card.locator("mark")).to_have_text(
        ["10 (десяти) рабочих дней", "15 (он бес) жұмыс күні"]
    )
    first, second = (side.bounding_box() for side in card.locator(".side").all())
    assert first
    assert second
    assert first["y"] == second["y"]
    page.set_viewport_size({"width": 390, "height": 844})
    first, second = (side.bounding_box() for side in card.locator(".side").all())
    assert first
    assert second
    assert first["y"] < second["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_texts_can_be_changed_and_compared_again(open_page: Opener, address: str) -> None:
    """What was pasted is still in the form under the result."""
    page = opened(open_page, address)
    compared(page)
    page.click(".again summary")
    page.fill("#kk", page.input_value("#kk").replace("15 (он бес)", "10 (он)"))
    page.click("#submit")
    expect(page.locator("article[data-kind='amount']")).to_be_visible()
    expect(page.locator("article[data-kind='term']")).to_have_count(0)


def test_the_page_works_without_scripts(chromium: Browser, address: str) -> None:
    """The form posts to the page itself."""
    context: BrowserContext = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/parity")
    compared(page)
    assert page.locator("article").count() >= 5
    context.close()
