"""Wording: what a finding rests on, said in the reader's language."""

from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from riskscan.analysis.report import Expertise, Interface, Notice, SeverityStep
from riskscan.norms.certainty import PARTS
from riskscan.norms.model import ElementKind
from riskscan.report.wording import Wording, strings
from riskscan.structure.adoption import Adoption
from riskscan.text.document import AssumedKind, UnreadKind
from riskscan.text.printable import one_line, visible
from tests.report.sample import EXPERTISE_LAW, EXTENSION, FINDINGS, REPORT, finding, report

LANGUAGES: tuple[Interface, ...] = ("ru", "kk", "en")


def gaps(text: str) -> set[str]:
    """The names of the gaps in a string."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_says_the_same_things() -> None:
    """Each key stands in all three languages, with the same gaps."""
    russian = strings()["ru"]
    for language in LANGUAGES:
        other = strings()[language]
        assert {k: gaps(v) for k, v in other.items()} == {k: gaps(v) for k, v in russian.items()}


@pytest.mark.parametrize(
    ("ui", "line"),
    [
        ("ru", "обжалование: 1 из 3 (33 %)"),
        ("kk", "шағым жасау: 3 ішінен 1 (33 %)"),
        ("en", "appeal: 1 of 3 (33 %)"),
    ],
)
def test_certainty_is_shown_with_its_parts(ui: Interface, line: str) -> None:
    """Each with its counts."""
    assert Wording(ui).certainty(REPORT)[1] == line


@pytest.mark.parametrize("kind", sorted(PARTS))
def test_every_part_of_certainty_has_a_name(kind: ElementKind) -> None:
    """In all languages."""
    assert all(f"element.{kind}" in strings()[ui] for ui in LANGUAGES)


@pytest.mark.parametrize("ui", LANGUAGES)
def test_absence_says_where_it_was_looked_for(ui: Interface) -> None:
    """Evidence of absence names the element, the places and the verdict."""
    lines = Wording(ui).evidence(FINDINGS[1])
    assert any("предел — в самой норме, в статье" in line for line in lines)
    assert len(lines) == 5


@pytest.mark.parametrize("exclusion", sorted(set(Adoption) - {Adoption.ORDINARY}))
def test_every_exclusion_from_the_expertise_is_named(exclusion: Adoption) -> None:
    """No draft is called excluded without saying why."""
    expertise = Expertise(status="excluded", exclusion=exclusion.value, basis=EXPERTISE_LAW)
    lines = {Wording(ui).expertise(report(expertise=expertise))[0] for ui in LANGUAGES}
    assert len(lines) == len(LANGUAGES)
    assert all(f"expertise.{exclusion.value}" in strings()[ui] for ui in LANGUAGES)


def test_absence_and_ignorance_are_told_apart() -> None:
    """“Not found” and “the text points elsewhere” are different sentences."""
    lines = Wording("ru").evidence(FINDINGS[1])
    assert "Не найдено" in lines[2]
    assert "за пределы документа" in lines[3]


@pytest.mark.parametrize(
    ("ui", "line"),
    [
        ("ru", "Тяжесть повышена на ступень: акт о земле."),
        ("kk", "Ауырлығы бір сатыға көтерілді: акт о земле."),
        ("en", "Severity raised by one step: акт о земле."),
    ],
)
def test_a_moved_severity_is_explained(ui: Interface, line: str) -> None:
    """Among what the conclusion rests on."""
    step = SeverityStep(reason="land", by=1, title="акт о земле")
    assert Wording(ui).evidence(finding(EXTENSION, severity_steps=(step,))) == [line]


def test_only_kazakh_law_is_printed() -> None:
    """A foreign methodology never stands among the grounds of a conclusion."""
    assert Wording("ru").basis(FINDINGS[1]) == ["Закон «О правовых актах», статья 24, пункт 3"]


def test_the_address_follows_the_interface() -> None:
    """A Kazakh reader gets the Kazakh citation; English falls back on the document's own."""
    assert Wording("kk").address(FINDINGS[1]) == "7-тармақтың 1) тармақшасы"
    assert Wording("en").address(FINDINGS[1]) == "подпункт 1) пункта 7"


def test_a_finding_about_the_whole_document_says_so() -> None:
    """Without a citation the address is the document."""
    address = finding(EXTENSION).provision.model_copy(update={"citation": {}})
    assert Wording("ru").address(finding(EXTENSION, provision=address)) == "документ в целом"


def test_the_ledger_counts_what_was_skipped() -> None:
    """What was not checked is named and counted."""
    checked, skipped = Wording("ru").ledger(REPORT.ledger)
    assert "8" in checked
    assert skipped == "Не проверялось: заголовки (1), действующая редакция (1)."


def test_what_the_file_hid_is_said() -> None:
    """Unread parts of the file are listed; a file read whole has no such line."""
    assert Wording("ru").notices(REPORT.document) == ["Не прочитано в файле: изображения (2)."]
    assert Wording("ru").notices(report(unread=()).document) == []


def test_tracked_changes_are_said_in_one_line() -> None:
    """As what they were read, and how many words came and went."""
    changes = {"view-accepted": 5, "tracked-insertions": 3, "tracked-deletions": 1}
    assumed = tuple(Notice(what=what, count=count) for what, count in changes.items())
    assert Wording("ru").notices(report(unread=(), assumed=assumed).document) == [
        "Прочитана редакция с принятыми исправлениями (исправлений: 5). Вставок: 3. Удалений: 1."
    ]


@pytest.mark.parametrize("ui", LANGUAGES)
def test_every_kind_of_notice_has_its_words(ui: Interface) -> None:
    """Whatever a reader may leave out or take for granted is said, with its number."""
    for kind in get_args(UnreadKind):
        (line,) = Wording(ui).notices(report(unread=(Notice(what=kind, count=43),)).document)
        assert strings()[ui][f"unread.{kind}"] in line
        assert "(43)" in line
    for kind in get_args(AssumedKind):
        (line,) = Wording(ui).notices(
            report(unread=(), assumed=(Notice(what=kind, count=43),)).document
        )
        assert ("43" in line) == ("{count}" in strings()[ui][f"assumed.{kind}"])


def test_numbers_follow_the_language() -> None:
    """Russian and Kazakh use a comma and a no-break space, English a point and a comma."""
    assert Wording("ru").number(1240.5) == "1\N{NO-BREAK SPACE}240,5"
    assert Wording("en").number(1240.5) == "1,240.5"


def test_control_characters_cannot_forge_a_line() -> None:
    """Escape sequences and direction overrides of a draft never reach the reader's screen."""
    assert visible("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"
    assert one_line(" срок\n\tможет ") == "срок может"


def test_new_text_of_an_amendment_is_shown_with_its_target() -> None:
    """The reader sees where the text stands and which norm it changes."""
    target = {"ru": "пункт 2 статьи 5", "kk": "5-баптың 2-тармағы"}
    address = FINDINGS[1].provision.model_copy(update={"target": target})
    words = Wording("ru").address(finding(EXTENSION, provision=address))
    assert words == "подпункт 1) пункта 7; изменяемая норма – пункт 2 статьи 5"
