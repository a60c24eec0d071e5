"""What is kept: over a reload, between tabs, over an edit of the text; and what is not."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import SAMPLE, Opener
from tests.browser.steps import DRAFT, check, current, fill_up, numbers, upload, verdict


def test_a_reload_restores_text_place_and_decisions(open_page: Opener) -> None:
    """In the middle of a review nothing is lost."""
    page = open_page()
    check(page)
    page.keyboard.press("a")
    page.keyboard.press("r")
    page.keyboard.press("n")
    page.keyboard.type("в середине")
    page.reload()
    expect(page.locator(".reader")).to_be_visible()
    assert [verdict(page, number) for number in numbers(page)[:3]] == [
        "accepted",
        "rejected",
        "open",
    ]
    assert current(page) == "2"
    expect(page.locator(".note textarea")).to_have_value("в середине")


def test_a_reload_restores_an_opened_file(open_page: Opener) -> None:
    """The file's bytes are kept with the tab, so that even its tables are read again."""
    page = open_page()
    upload(page, SAMPLE)
    before = numbers(page, "article.finding")
    page.reload()
    expect(page.locator(".source")).to_have_text("rules.docx")
    assert numbers(page, "article.finding") == before


def test_a_reload_restores_as_what_changes_were_read(open_page: Opener, tracked: Path) -> None:
    """A file read in its original wording is read so again, in another language too."""
    page = open_page()
    page.select_option("#view", "original")
    upload(page, tracked)
    page.reload()
    expect(page.locator(".notice").first).to_contain_text("Прочитана исходная редакция")
    page.click(".languages a[lang=en]")
    expect(page.locator(".notice").first).to_contain_text("The original wording")


def test_a_reload_restores_unchecked_text(open_page: Opener) -> None:
    """What was pasted and not yet checked is still in the field."""
    page = open_page()
    page.fill("#text", "1. Ещё не проверено.")
    page.reload()
    expect(page.locator("#text")).to_have_value("1. Ещё не проверено.")


def test_another_language_keeps_the_session(open_page: Opener) -> None:
    """The interface changes its language, the review stays."""
    page = open_page()
    check(page)
    page.keyboard.press("a")
    page.click(".languages a[lang=kk]")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    expect(page.locator(".reader")).to_be_visible()
    expect(page.locator("#f1 .verdict")).to_have_text("Қабылданды")
    page.goto(page.url.split("?")[0])
    expect(page.locator("html")).to_have_attribute("lang", "kk")


def test_two_tabs_do_not_lose_each_others_decisions(open_page: Opener) -> None:
    """Each tab sees what the other decides, and neither overwrites it."""
    one, other = open_page(), open_page()
    check(one)
    check(other)
    one.keyboard.press("a")
    expect(other.locator("#f1")).to_have_attribute("data-verdict", "accepted")
    other.keyboard.press("j")
    other.keyboard.press("r")
    expect(one.locator("#f2")).to_have_attribute("data-verdict", "rejected")
    for tab in (one, other):
        tab.reload()
        expect(tab.locator("#f1")).to_have_attribute("data-verdict", "accepted")
        expect(tab.locator("#f2")).to_have_attribute("data-verdict", "rejected")


def test_undo_does_not_undo_another_tab(open_page: Opener) -> None:
    """A decision the other tab has changed since stands."""
    one, other = open_page(), open_page()
    check(one)
    check(other)
    one.keyboard.press("a")
    expect(other.locator("#f1")).to_have_attribute("data-verdict", "accepted")
    other.locator("#f1 [data-verdict=rejected]").click()
    expect(one.locator("#f1")).to_have_attribute("data-verdict", "rejected")
    one.keyboard.press("u")
    expect(one.locator("#toast")).to_contain_text("в другой вкладке")
    assert verdict(one, "1") == "rejected"


def test_decisions_belong_to_the_text(open_page: Opener) -> None:
    """Another draft begins without decisions; the first one finds its own again."""
    page = open_page()
    check(page)
    page.keyboard.press("a")
    page.click(".actions [data-do=new]")
    page.wait_for_selector("html.js")
    expect(page.locator("#text")).to_have_value("")
    check(page, DRAFT.replace("Причал открыт", "Причал работает"))
    assert verdict(page, "1") == "open"
    page.click(".actions [data-do=new]")
    page.wait_for_selector("html.js")
    check(page)
    assert verdict(page, "1") == "accepted"


def test_an_edit_carries_decisions_about_unchanged_norms(open_page: Opener) -> None:
    """A norm that stayed the same keeps its decision; a changed one asks for a new one."""
    page = open_page()
    check(page)
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.click("[data-do=edit]")
    expect(page.locator("#text")).to_have_value(DRAFT)
    check(page, DRAFT.replace("Срок рассмотрения заявления", "Срок проверки заявления"))
    expect(page.locator("#toast")).to_contain_text("перенесено решений: 1")
    assert verdict(page, "1") == "accepted"
    assert verdict(page, "2") == "open"


def test_all_decisions_can_be_forgotten_and_brought_back(open_page: Opener) -> None:
    """Forgetting is one step, and one step back undoes it."""
    page = open_page()
    check(page)
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.click(".export summary")
    page.click("[data-do=forget]")
    assert [verdict(page, number) for number in ("1", "2")] == ["open", "open"]
    page.keyboard.press("u")
    assert [verdict(page, number) for number in ("1", "2")] == ["accepted", "accepted"]


def test_a_draft_too_large_to_keep_says_so(open_page: Opener) -> None:
    """What a reload would lose is named at once; the decisions are kept all the same."""
    page = open_page()
    fill_up(page, "sessionStorage")
    check(page)
    expect(page.locator("#toast")).to_contain_text("придётся открыть снова")
    page.keyboard.press("a")
    page.reload()
    expect(page.locator("#compose")).to_be_visible()


def test_a_browser_that_keeps_nothing_says_so(open_page: Opener) -> None:
    """Without room for decisions the review works, and the expert is warned once."""
    page = open_page()
    check(page)
    fill_up(page, "localStorage")
    page.keyboard.press("a")
    expect(page.locator("#toast")).to_contain_text("не даёт сохранять решения")
    assert verdict(page, "1") == "accepted"


def test_junk_in_the_store_is_no_decision(open_page: Opener) -> None:
    """What somebody else wrote under our keys is passed over."""
    page = open_page()
    check(page)
    digest = page.locator(".reader").get_attribute("data-digest")
    identity = page.locator("#f1").get_attribute("data-id")
    for junk in ("{", "null", "[]", '{"verdict": "<b>", "note": 7}', '{"verdict": {"a": 1}}'):
        page.evaluate(
            "([key, value]) => localStorage.setItem(key, value)",
            [f"riskscan.decision.{digest}.{identity}", junk],
        )
        page.reload()
        expect(page.locator("#f1")).to_have_attribute("data-verdict", "open")
    page.keyboard.press("a")
    assert verdict(page, "1") == "accepted"
