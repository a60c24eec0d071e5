"""What an expert does on the page, by name."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

DRAFT = """Правила пользования причалом

Глава 1. Общие положения
1. Причал открыт с первого апреля.

Глава 2. Выдача пропуска
2. Для получения пропуска лицо представляет:
1) заявление;
2) иные документы, необходимые для рассмотрения.
3. Срок рассмотрения заявления может быть продлен начальником управления.
4. Начальник управления вправе отказать в выдаче пропуска.

Глава 3. Заключительные положения
5. Пропуск возвращается в день окончания сезона.
"""
EXTENDED = "может быть продлен"
JUDGED = """9. Если требуется дополнительное изучение представленных документов, лицо ждёт ответа.
"""
SILENT = """Правила хранения ключей

1. Ключи хранятся в сейфе.
2. Сейф закрывается на ночь.
"""


def check(page: Page, text: str = DRAFT) -> None:
    """Paste a draft and wait for its result."""
    page.fill("#text", text)
    page.click("#submit")
    expect(page.locator(".reader")).to_be_visible()


def upload(page: Page, path: Path) -> None:
    """Open a file and wait for its result."""
    page.set_input_files("#file", path)
    expect(page.locator(".reader")).to_be_visible()


def numbers(page: Page, selector: str = "article.finding:visible") -> list[str]:
    """The numbers of the findings a selector finds."""
    return [str(card.get_attribute("data-number")) for card in page.locator(selector).all()]


def current(page: Page) -> str:
    """The number of the current finding."""
    return str(page.locator("article.finding.current").get_attribute("data-number"))


def verdict(page: Page, number: str) -> str:
    """The decision shown on a finding: open, accepted or rejected."""
    return str(page.locator(f"#f{number}").get_attribute("data-verdict"))


def press(page: Page, code: str, key: str) -> None:
    """Press the key at that place of the keyboard, on which the layout put that letter."""
    session = page.context.new_cdp_session(page)
    event = {"code": code, "key": key, "windowsVirtualKeyCode": 0}
    session.send("Input.dispatchKeyEvent", {"type": "keyDown", "text": key, **event})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **event})
    session.detach()


def fill_up(page: Page, store: str) -> None:
    """Leave no room in a store of the browser."""
    page.evaluate(
        """name => {
          for (let size = 2 ** 21; size >= 1; size = Math.floor(size / 2))
            try { for (let n = 0; ; n++) window[name].setItem(`${size}-${n}`, "x".repeat(size)) }
            catch { /* full for this size */ }
        }""",
        store,
    )
