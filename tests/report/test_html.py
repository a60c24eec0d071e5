"""The HTML report: one file, no scripts, every word of the draft escaped."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riskscan.analysis.report import Interface
from riskscan.report import View
from riskscan.report.html import render_html
from riskscan.text import Document
from tests.report.sample import CONDITION, DOCUMENT, EXTENSION, FINDINGS, REPORT, TEXT, report


class Page(HTMLParser):
    """What a browser would see: elements with attributes, and the text inside ``lines``."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.draft = ""
        self._lines = 0
        self._badge = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.elements.append((tag, attributes))
        if tag == "div" and (self._lines or attributes.get("class") == "lines"):
            self._lines += 1
        self._badge = tag == "a" and attributes.get("class") == "number"

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._lines:
            self._lines -= 1
        if tag == "p" and self._lines:
            self.draft += "\n"
        self._badge = False

    def handle_data(self, data: str) -> None:
        if self._lines and not self._badge and data.strip("\n "):
            self.draft += data

    def ids(self) -> list[str]:
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]


def test_the_file_fetches_nothing() -> None:
    """No scripts, no external addresses, and a policy that would refuse them."""
    html = render_html(REPORT, DOCUMENT, View())
    assert "<script" not in html
    assert not re.search(r"https?://|url\(|@import", html)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_every_finding_shows_all_its_parts() -> None:
    """Quote, why, redraft, basis, evidence and address stand in the card."""
    html = render_html(REPORT, DOCUMENT, View())
    card = html[html.index('id="f1"') : html.index('id="f2"')]
    for part in (EXTENSION, "сколько угодно", "один раз", "статья 24", "Искали", "подпункт 1)"):
        assert part in card


def test_the_head_says_whether_an_expertise_is_due() -> None:
    """In the head of the page, before any finding."""
    html = render_html(REPORT, DOCUMENT, View())
    assert "подлежит антикоррупционной экспертизе" in html[: html.index("</header>")]


def test_the_index_of_certainty_shows_its_parts() -> None:
    """Behind a disclosure, with counts."""
    assert "обжалование: 1 из 3 (33 %)" in render_html(REPORT, DOCUMENT, View())


def test_text_and_findings_are_linked_both_ways() -> None:
    """Every local link has its target, and no id stands twice."""
    page = Page(render_html(REPORT, DOCUMENT, View()))
    links = {a["href"] for tag, a in page.elements if tag == "a" and a.get("href")}
    ids = page.ids()
    assert len(ids) == len(set(ids))
    assert links <= {f"#{identity}" for identity in ids}
    for number in range(1, len(FINDINGS) + 1):
        assert {f"#f{number}", f"#m{number}"} <= links


def test_overlapping_findings_are_cut_at_their_boundaries() -> None:
    """The shared words carry both numbers, the rest one."""
    page = Page(render_html(REPORT, DOCUMENT, View()))
    marks = [a["data-findings"] for tag, a in page.elements if tag == "mark"]
    assert EXTENSION.split()[-1] in CONDITION
    assert marks.count("1 4") == 1
    assert "1" in marks
    assert "4" in marks


def test_lower_tiers_wait_behind_a_disclosure() -> None:
    """Tier 1 is open, the others are closed until asked for."""
    page = Page(render_html(REPORT, DOCUMENT, View()))
    tiers = {a["id"]: "open" in a for tag, a in page.elements if a.get("class") == "tier"}
    assert tiers == {"tier1": True, "tier2": False, "tier3": False}


def test_markup_in_the_draft_stays_text() -> None:
    """A draft cannot add an element, an attribute or a style to the report."""
    hostile = "</p></style><img src=x onerror=alert(1)>\"'&amp;{{ 7*7 }}"
    finding = FINDINGS[1].model_copy(
        update={"title": hostile, "explanation": hostile, "start": 0, "end": len(hostile)}
    )
    text = hostile + "\n"
    page = Page(render_html(report(finding, title=hostile), Document(text), View()))
    assert "img" not in {tag for tag, _ in page.elements}
    assert page.draft.strip() == hostile
    assert not any(name.startswith("on") for _, a in page.elements for name in a)


def test_the_draft_is_shown_whole() -> None:
    """The text in the page is the text that was sent."""
    assert Page(render_html(REPORT, DOCUMENT, View())).draft.split() == TEXT.split()


@given(st.text(alphabet="аb<>&\"'{% }\n\x00\u202e", max_size=80))
def test_any_text_can_be_shown(text: str) -> None:
    """Whatever the draft holds, no element comes of it."""
    plain = Page(render_html(report(), Document(""), View()))
    page = Page(render_html(report(), Document(text), View()))
    added = len(page.elements) - len(plain.elements)
    assert added == text.count("\n")


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_page_declares_its_language(ui: Interface) -> None:
    """Screen readers learn the language of the interface and of each quote."""
    html = render_html(REPORT, DOCUMENT, View(ui=ui, max_tier=3))
    assert f'<html lang="{ui}">' in html
    assert '<blockquote lang="ru">' in html
