"""Properties that hold for every string, and for every act the grammar below can write."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import example, given, settings
from hypothesis import strategies as st

from riskscan.structure import (
    Targets,
    cite,
    cite_target,
    find_citations,
    parse,
    path,
    resolve,
)
from riskscan.structure.model import Act, ProvisionKind
from riskscan.text import Document, Span

PIECES = st.sampled_from(
    [
        *("1)", "2)", "1.", "2.", "3.", "а)", "б)", "1.1.", "8-1)", "№ 5", "I.", "§ 2"),
        *(
            "Статья 5.",
            "Глава 1",
            "РАЗДЕЛ 2",
            "Приложение 1",
            "к Правилам",
            "Утвержден",
            "приказом",
        ),
        *("5-бап.", "1-қосымша", "бекітілген", "Сноска.", "Примечание ИЗПИ!", "исключен Законом"),
        *("Содержание", "ПРИКАЗЫВАЮ:", "Министр", "Форма", "____", "(далее – Слово)", "пункта 5"),
        *("приказом", "от 3 июня", "№ 8"),
        *("дополнить пунктом следующего содержания:", "изложить в новой редакции:", "«", "»", '"'),
        *("заменить словами", "слова «орган вправе»", "исключить;", "1. Внести в Закон изменения:"),
        *("«орган» деген сөздер", "«орган құқылы» деген сөздермен", "ауыстырылсын;", "5-бапта:"),
        *("мынадай редакцияда жазылсын:", "согласно приложению 1 к настоящему приказу", "„", "“"),
        *("слово", "Слово", "понятия используются:", " – ", ":", ";", ".", ",", "|", "#", "> *"),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "    ",
            "\t",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\u00ad",
            "По\u00adнятие",
            '<a id="p-1"></a>',
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=16).map(" ".join))


@given(TEXTS)
@example("\xad0")  # what the view drops stands before the first words
@settings(max_examples=400)
def test_every_string_is_an_act(text: str) -> None:
    """Units nest, words are covered once, spans are exact, zones cover: whatever was sent."""
    act = parse(Document(text))
    check_nesting(act)
    check_words(act)
    check_zones(act)
    check_addresses(act)


def check_nesting(act: Act) -> None:
    """Pre-order: the descendants of a provision follow it and lie inside it."""
    provisions = act.provisions
    assert provisions[0].kind is ProvisionKind.ACT
    assert provisions[0].span == (0, len(act.document.text))
    assert provisions[0].last == len(provisions)
    for index, provision in enumerate(provisions):
        assert provision.index == index < provision.last
        if provision.parent is not None:
            parent = provisions[provision.parent]
            assert parent.index < index and provision.last <= parent.last
            assert parent.span.covers(provision.span)


def check_words(act: Act) -> None:
    """Labels and own texts stand in order, never overlap and leave out only what is unseen."""
    text, view = act.document.text, act.document.view

    def seen(start: int, end: int) -> str:
        return view.span_from_source(Span(start, end)).of(view.text).strip()

    end = 0
    for provision in act.provisions[1:]:
        label, words = provision.label, provision.text
        assert end <= label.start <= label.end <= words.start <= words.end
        assert seen(end, label.start) == seen(label.end, words.start) == ""
        assert words.of(text) == words.of(text).strip()
        assert provision.span.start == label.start and words.end <= provision.span.end
        end = words.end
    assert seen(end, len(text)) == ""


def check_zones(act: Act) -> None:
    """Sorted, without gaps and overlaps, from the first character to the last that is seen."""
    end = 0
    for zone in act.zones:
        assert zone.span.start == end < zone.span.end
        end = zone.span.end
    assert end == (len(act.document.text) if act.document.view.text else 0)


def check_addresses(act: Act) -> None:
    """Every provision can be cited, and every citation resolved."""
    targets = Targets(act)
    for provision in act.provisions:
        path(act, provision.index)
        target = targets.of(provision.index)
        if target is not None:
            assert cite_target(target, "ru") and cite_target(target, "kk")
        for language in ("ru", "kk", "en"):
            cite(act, provision.index, language)
        text = act.document.text
        for citation in find_citations(text, provision.text.start, provision.text.end):
            assert provision.text.covers(citation.span)
            for target in resolve(act, citation, provision.index):
                assert 0 <= target < len(act.provisions)


@dataclass(frozen=True)
class Point:
    """A written point: its subpoints, each with letters under it, and its closing sentences."""

    subpoints: tuple[int, ...]
    afterwords: int


POINTS = st.lists(
    st.builds(
        Point,
        st.lists(st.integers(0, 3), max_size=4).map(tuple),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=4,
)
CHAPTERS = st.lists(POINTS, min_size=1, max_size=3)
SPACE = st.sampled_from(["", " ", "   ", "\t", "\u00a0\u00a0"])
GAP = st.sampled_from(["\n", "\n\n", "\r\n", " \n \n"])


def write(chapters: list[list[Point]], space: str, gap: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of an act and the (kind, number) of its provisions in order."""
    rows: list[tuple[str, str, str]] = [("indent", "", "Правила маяка")]
    number = 0
    for chapter, points in enumerate(chapters, 1):
        rows.append(("chapter", str(chapter), f"Глава {chapter}. Общий порядок"))
        for point in points:
            number += 1
            end = ":" if point.subpoints else "."
            rows.append(("point", str(number), f"{space}{number}. Смотритель ведет журнал{end}"))
            for item, letters in enumerate(point.subpoints, 1):
                last = item == len(point.subpoints)
                end = ":" if letters else "." if last else ";"
                rows.append(("subpoint", str(item), f"{space}{item}) дневной записи{end}"))
                for place in range(letters):
                    stop = "." if last and place == letters - 1 else ";"
                    rows.append(("subpoint", "абв"[place], f"{'абв'[place]}) ночной записи{stop}"))
            rows += [("indent", "", f"{space}Журнал хранит порт.")] * point.afterwords
    text = gap.join(row for _, _, row in rows)
    return text, [(kind, number) for kind, number, _ in rows]


@given(CHAPTERS, SPACE, GAP)
@settings(max_examples=150)
def test_a_written_act_is_read_as_written(
    chapters: list[list[Point]], space: str, gap: str
) -> None:
    """Whatever the indents and blank lines, the provisions come back in kind, number and order."""
    text, expected = write(chapters, space, gap)
    act = parse(Document(text))
    assert [(p.kind.value, p.number or "") for p in act.provisions[1:]] == expected
    afterwords = [p for p in act.provisions[2:] if p.kind is ProvisionKind.INDENT]
    assert all(act.provisions[p.parent or 0].kind is ProvisionKind.POINT for p in afterwords)
    check_nesting(act)
    check_words(act)


@given(CHAPTERS)
@settings(max_examples=60)
def test_an_address_names_one_provision(chapters: list[list[Point]]) -> None:
    """In a well-numbered act no two provisions share a path."""
    text, _ = write(chapters, "", "\n")
    act = parse(Document(text))
    paths = [path(act, provision.index) for provision in act.provisions]
    assert len(set(paths)) == len(paths)


@given(CHAPTERS)
@settings(max_examples=60)
def test_a_provision_is_found_by_its_address(chapters: list[list[Point]]) -> None:
    """The Russian address of a point or subpoint, read as a citation, leads back to it."""
    text, _ = write(chapters, "", "\n")
    act = parse(Document(text))
    for provision in act.provisions:
        if provision.kind is ProvisionKind.POINT:
            address = cite(act, provision.index, "ru").replace("пункт ", "пункту ", 1)
            (citation,) = find_citations(address, 0, len(address))
            assert resolve(act, citation, 1) == (provision.index,)


def test_noise_is_read_in_one_pass() -> None:
    """Long rows of labels, quotes and colons make shallow trees."""
    for noise in ("1)\n" * 20_000, "1):\n" * 5_000, "а) 1):\n" * 3_000, "«1. слово:\n" * 3_000):
        act = parse(Document(noise))
        assert max(sum(1 for _ in act.ancestors(p.index)) for p in act.provisions[-50:]) < 20
        check_nesting(act)
