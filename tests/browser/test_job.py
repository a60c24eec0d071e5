"""The expert's whole job: from a pasted or opened draft to the conclusion on disk."""

from __future__ import annotations

import json
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from tests.browser.conftest import SAMPLE, Opener
from tests.browser.steps import DRAFT, EXTENDED, check, current, numbers, upload, verdict

NOTE = "Спросить разработчика о сроке в кодексе"
COLUMNS = ["Фактор N", "Структурный элемент", "Текст проблемной нормы", "Замечания", "Рекомендации"]


def export(page: Page, format: str, folder: Path) -> Path:
    """Export the reviewed list; the file on disk."""
    page.click(".export summary")
    with page.expect_download() as download:
        page.click(f"[data-export={format}]")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def decide(page: Page) -> int:
    """Reject the first remark with a reason, note the second, accept all but the last."""
    count = len(numbers(page))
    page.keyboard.press("r")
    page.keyboard.press("2")
    page.keyboard.press("n")
    page.keyboard.type(NOTE)
    page.keyboard.press("Escape")
    for _ in range(count - 2):
        page.keyboard.press("a")
    return count


def test_from_paste_to_the_conclusion_in_word(open_page: Opener, tmp_path: Path) -> None:
    """The exported table holds what was accepted, in the official form, and owns up to the rest."""
    page = open_page()
    check(page)
    count = decide(page)
    path = export(page, "docx", tmp_path)
    assert path.name == "Заключение — Правила пользования причалом.docx"
    document = docx.Document(str(path))
    (table,) = document.tables
    header, *rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert header == COLUMNS
    assert [row[0] for row in rows] == [f"Фактор {number}" for number in range(1, count - 1)]
    (extension,) = [row for row in rows if "родление" in row[3] and EXTENDED in row[2]]
    assert extension[1] == "пункт 3 Правил"
    assert "3. Срок рассмотрения заявления может быть продлен" in extension[2]
    assert "наличие коррупциогенного фактора" in extension[3]
    assert "Административный процедурно-процессуальный кодекс" in extension[3]
    assert "рабочих дней" in extension[4]
    assert sum(NOTE in row[3] for row in rows) == 1
    assert not any("иные документы" in row[2] for row in rows)
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Правила пользования причалом" in said
    assert f"принятые экспертом: {count - 2}" in said
    assert "предел назван в другом акте (1)" in said
    assert "не принял решения" in said
    assert "Проверено структурных элементов" in said


def test_tracked_changes_are_read_as_chosen(
    open_page: Opener, tracked: Path, tmp_path: Path
) -> None:
    """Accepted unless chosen otherwise, by a click or a drop; the conclusion says it too."""
    page = open_page()
    upload(page, tracked)
    expect(page.locator("header .notice").last).to_contain_text("Вставок: 1. Удалений: 1.")
    expect(page.locator(".lines")).to_contain_text("не продлевается")
    page.click(".actions [data-do=new]")
    page.wait_for_selector("html.js")
    expect(page.locator("#view")).to_have_value("accepted")
    page.select_option("#view", "original")
    upload(page, tracked)
    expect(page.locator("header .notice")).to_contain_text("Прочитана исходная редакция")
    expect(page.locator(".lines")).to_contain_text(EXTENDED)
    page.keyboard.press("a")
    html = export(page, "html", tmp_path).read_text("utf-8")
    assert "Прочитана исходная редакция" in html
    assert EXTENDED in html


def test_a_file_without_an_original_is_refused_in_words(open_page: Opener, tmp_path: Path) -> None:
    """With the way out beside it: the choice is still there."""
    plain = tmp_path / "draft.txt"
    plain.write_text(DRAFT, "utf-8")
    page = open_page()
    page.select_option("#view", "original")
    page.set_input_files("#file", plain)
    expect(page.locator("[data-kind=original]")).to_be_visible()
    expect(page.locator("#view")).to_have_value("original")
    page.select_option("#view", "accepted")
    upload(page, plain)


def test_the_same_list_as_html_and_json(open_page: Opener, tmp_path: Path) -> None:
    """The other two formats hold the same decisions."""
    page = open_page()
    check(page)
    count = decide(page)
    html = export(page, "html", tmp_path).read_text("utf-8")
    assert html.count('<th scope="row">') == count - 2
    assert NOTE in html
    reviewed = json.loads(export(page, "json", tmp_path).read_text("utf-8"))
    assert reviewed["schema"] == "riskscan-reviewed/1"
    assert [len(reviewed[name]) for name in ("accepted", "rejected", "undecided")] == [
        count - 2,
        1,
        1,
    ]
    (rejected,) = reviewed["rejected"]
    assert rejected["decision"] == {"verdict": "rejected", "reason": "other-act", "note": ""}
    for each in reviewed["accepted"]:
        finding = each["finding"]
        assert DRAFT[finding["start"] : finding["end"]] == finding["quote"]


def test_a_word_file_is_opened(open_page: Opener, tmp_path: Path) -> None:
    """A .docx with Word's own numbers becomes text, outline and findings; the export names it."""
    page = open_page()
    upload(page, SAMPLE)
    expect(page.locator(".source")).to_have_text("rules.docx")
    assert len(numbers(page)) >= 5
    expect(page.locator(".outline li")).not_to_have_count(0)
    page.keyboard.press("a")
    document = docx.Document(str(export(page, "docx", tmp_path)))
    assert "rules.docx" in [paragraph.text for paragraph in document.paragraphs]


def test_a_word_file_comes_back_with_comments(open_page: Opener, tmp_path: Path) -> None:
    """The draft itself, under a name that says so; a pasted text offers no such thing."""
    page = open_page()
    upload(page, SAMPLE)
    page.keyboard.press("r")
    page.keyboard.press("2")
    copy = export(page, "docx-comments", tmp_path)
    assert copy.name.startswith("Проект с комментариями — ")
    assert copy.suffix == ".docx"
    assert len([*docx.Document(str(copy)).comments]) == len(numbers(page)) - 1


def test_a_pasted_draft_is_not_given_back_as_word(open_page: Opener) -> None:
    """There is no file to put comments in."""
    page = open_page()
    check(page, DRAFT)
    expect(page.locator("[data-export=docx]")).to_have_count(1)
    expect(page.locator("[data-export=docx-comments]")).to_have_count(0)


def test_a_file_can_be_dropped(open_page: Opener) -> None:
    """A file let go over the form is checked like a chosen one."""
    page = open_page()
    handle = page.evaluate_handle(
        """text => {
          const files = new DataTransfer();
          files.items.add(new File([text], "причал.txt", {type: "text/plain"}));
          return files;
        }""",
        DRAFT,
    )
    page.dispatch_event("#sheet", "dragover", {"dataTransfer": handle})
    expect(page.locator("body")).to_have_class("dragging")
    page.dispatch_event("#sheet", "drop", {"dataTransfer": handle})
    expect(page.locator(".source")).to_have_text("причал.txt")
    expect(page.locator("#title")).to_have_text("Правила пользования причалом")


def test_every_finding_explains_itself(open_page: Opener) -> None:
    """Quote, why, redraft, basis, evidence and address stand in the card, in this order."""
    page = open_page()
    check(page)
    card = page.locator("article.finding", has_text="Продление срока").first
    card.click()
    expect(card.locator("blockquote")).to_have_text(EXTENDED)
    names = card.locator("dt").all_inner_texts()
    assert names == [
        "Почему это риск",
        "Как исправить",
        "Основание",
        "На чём основан вывод",
        "Место",
    ]
    evidence = card.locator("dd").nth(3)
    expect(evidence).to_contain_text("Искали: предел — в самой норме")
    expect(evidence).to_contain_text("Не найдено")


def test_text_and_findings_lead_to_each_other(open_page: Opener) -> None:
    """A click on a mark opens its finding, a click on a finding shows its mark."""
    page = open_page()
    check(page)
    last = numbers(page)[-1]
    page.locator(f"mark[data-findings~='{last}']").first.click()
    chosen = current(page)
    assert chosen in str(
        page.locator(f"mark[data-findings~='{last}']").first.get_attribute("data-findings")
    )
    page.locator("#f1 h3").click()
    assert current(page) == "1"
    expect(page.locator("mark.current").first).to_be_in_viewport()
    expect(page.locator("#m1")).to_have_class("number current")
    page.locator("#m2").click()
    assert current(page) == "2"


def test_overlapping_findings_are_seen_and_reached(open_page: Opener) -> None:
    """Words under two findings carry both numbers and a second line, and both can be opened."""
    page = open_page()
    check(page)
    shared = page.locator("mark.several", has_text=EXTENDED)
    first, second = str(shared.get_attribute("data-findings")).split()
    assert shared.evaluate("mark => getComputedStyle(mark).borderBottomStyle") == "dotted"
    for number in (first, second):
        page.locator(f"#m{number}").click()
        assert current(page) == number


def test_severity_and_tier_are_never_colour_alone(open_page: Opener) -> None:
    """Each severity has an underline of its own, and the card says it in words."""
    page = open_page()
    check(page)
    page.keyboard.press("?")
    styles = page.locator(".legend mark").evaluate_all(
        "all => all.map(e => { const s = getComputedStyle(e);"
        " return [s.textDecorationStyle, s.textDecorationThickness, s.borderBottomStyle].join() })"
    )
    assert len(styles) == len(set(styles)) == 6
    page.keyboard.press("Escape")
    expect(page.locator("#f1 .severity")).to_have_text("высокий риск")


def test_the_outline_leads_into_the_text(open_page: Opener) -> None:
    """A heading chosen in the outline is brought into view; it says how many findings it holds."""
    page = open_page()
    check(page, DRAFT + "\n".join(f"{n}. Причал осматривают утром." for n in range(6, 200)))
    entry = page.locator(".outline li", has_text="Глава 3")
    page.locator(".lines p").last.scroll_into_view_if_needed()
    entry.locator("a").click()
    expect(page.locator(".lines .heading", has_text="Глава 3")).to_be_in_viewport()
    holding = page.locator(".outline li", has_text="Глава 2").locator(".holds")
    expect(holding).to_contain_text(str(len(numbers(page, "article.finding"))))


def test_filters_narrow_text_and_list(open_page: Opener) -> None:
    """By tier, factor, severity and decision; what is filtered out steps back in the text too."""
    page = open_page()
    upload(page, SAMPLE)
    everything = len(numbers(page, "article.finding"))
    first = len(numbers(page))
    assert 0 < first < everything
    page.click(".tiers button[data-tier='2']")
    page.click(".tiers button[data-tier='3']")
    assert len(numbers(page)) == everything
    page.select_option("[data-filter=factor]", "deadline-extension")
    extended = numbers(page)
    assert 0 < len(extended) < first
    marked = page.locator("mark:not(.faded)").first.get_attribute("data-findings")
    assert set(str(marked).split()) & set(extended)
    page.select_option("[data-filter=severity]", "medium")
    expect(page.locator("#nothing-fits")).to_be_visible()
    page.click("#nothing-fits button")
    assert len(numbers(page)) == everything
    page.keyboard.press("a")
    page.select_option("[data-filter=verdict]", "accepted")
    assert numbers(page) == [n for n in numbers(page) if verdict(page, n) == "accepted"]
    assert len(numbers(page)) == 1
