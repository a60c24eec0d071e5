"""Markdown is plain text whose marks structure looks through."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from riskscan.analysis import Analyzer
from riskscan.reading import read_bytes
from riskscan.structure import parse
from riskscan.structure.model import Act, ProvisionKind
from tests.reading.acts import ACTS, FOUND, places


def act_of(text: str) -> Act:
    """The anatomy of a Markdown text."""
    return parse(read_bytes(text.encode(), "draft.md"))


def labels(act: Act) -> list[str]:
    """Kind and number of each numbered provision in order."""
    return [f"{each.kind} {each.number}" for each in act.provisions if each.number]


def as_list(line: str) -> str:
    """The line as it is."""
    return line


def bold(line: str) -> str:
    """The line with its number in bold."""
    number, _, words = line.partition(" ")
    return f"**{number}** {words}"


def escaped(line: str) -> str:
    """The line as converters write it, lest its number begin a list."""
    number, _, words = line.partition(" ")
    return f"{number[:-1]}\\{number[-1]} {words}"


@pytest.mark.parametrize("written", [as_list, bold, escaped])
@pytest.mark.parametrize("language", ACTS)
def test_an_act_in_markdown_is_read(
    language: str, written: Callable[[str], str], analyzer: Analyzer
) -> None:
    """Headings with hashes, points as list items, in bold or escaped."""
    title, lines = ACTS[language]
    marked = [f"# {title}"]
    for line in lines:
        heading = "Глава" in line or "тарау" in line
        marked.append(f"## {line}" if heading else written(line))
    document = read_bytes("\n\n".join(marked).encode(), "draft.md")
    assert places(analyzer, document) >= FOUND
    act = parse(document)
    assert act.title == title
    assert [each.number for each in act.provisions if each.kind is ProvisionKind.CHAPTER] == [
        "1",
        "2",
    ]


def test_rows_of_a_table_are_no_points() -> None:
    """Numbers in the first column count rows."""
    act = act_of(
        "# Правила\n\n1. Сроки хранения:\n\n| № | Груз | Срок |\n|---|---|---|\n"
        "| 1. | Зерно | год |\n| 2) | Уголь | месяц |\n\n2. Склад ведет журнал.\n"
    )
    assert labels(act) == ["point 1", "point 2"]


def test_articles_in_bold_are_articles() -> None:
    """Bold words are the same words."""
    act = act_of(
        "# Закон\n\n**Статья 1. Склады**\n\n1. Склад ведет журнал.\n\n**Статья 2.** Сроки\n"
    )
    assert labels(act) == ["article 1", "point 1", "article 2"]


def test_the_label_holds_the_marks_around_a_number() -> None:
    """And the words begin after them."""
    act = act_of("**1.** Склад ведет журнал.\n**2\\.** *Склад* закрыт.\n")
    text = act.document.text
    assert [(each.label.of(text), each.text.of(text)) for each in act.provisions[1:]] == [
        ("**1.**", "Склад ведет журнал."),
        ("**2\\.**", "*Склад* закрыт."),
    ]


@pytest.mark.parametrize("label", ["1.", "1)", "а)", "1-1.", "1-1)"])
def test_lists_are_numbered_as_in_word(label: str) -> None:
    """Points, subpoints and letters by the sign after the number."""
    kind = "point" if label.endswith(".") else "subpoint"
    assert labels(act_of(f"{label} Склад ведет журнал.\n")) == [f"{kind} {label[:-1]}"]
