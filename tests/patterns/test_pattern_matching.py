"""What patterns find in Russian."""

from __future__ import annotations

import pytest
from russian import vocabulary, written

from riskscan.language.model import AnnotatedAct
from riskscan.patterns import Hits, compile_patterns

CONCEPTS = {
    "authority": ["орган", "уполномоченный орган", "комиссия"],
    "extend": ["продлить", "продлевать", "продление"],
}


def find(source: str, text: str) -> list[str]:
    """The quotes of all matches."""
    act = written(text)
    hits = compile_patterns({"p": source}, CONCEPTS, vocabulary()).match(act)
    return quotes(act, hits)


def quotes(act: AnnotatedAct, hits: Hits) -> list[str]:
    """The words of every hit."""
    spans = zip(hits.start.tolist(), hits.end.tolist(), strict=True)
    return [act.tokens.span(*span).of(act.act.document.text) for span in spans]


EXAMPLES = [
    ("срок", "Сроки и срокам, но не срочно.", ["Сроки", "срокам"]),
    ("учет", "Учёт и учета.", ["Учёт", "учета"]),
    ('"как правило"', "КАК ПРАВИЛО, по правилам, как правила.", ["КАК ПРАВИЛО"]),
    ('"и (или)"', "Отказ и (или) возврат.", ["и (или)"]),
    ('"№"', "Приказ № 5.", ["№"]),
    ("срок[Case=Ins]", "Срок сроком, сроками.", ["сроком", "сроками"]),
    ("[VERB VerbForm=Inf]", "Вправе отказать и отказывает.", ["отказать"]),
    ("решение [Case=Gen]", "Решение комиссии решением комиссию.", ["Решение комиссии"]),
    ("<authority>", "Орган спросил комиссию.", ["Орган", "комиссию"]),
    ("уполномоченный? орган", "Уполномоченному органу.", ["Уполномоченному органу", "органу"]),
    (
        "иной|другой основание",
        "Иных оснований, других оснований.",
        [
            "Иных оснований",
            "других оснований",
        ],
    ),
    ("срок … <extend>", "Срок проверки может быть продлен.", ["Срок проверки может быть продлен"]),
    ("срок …2 <extend>", "Срок проверки может быть продлен.", []),
    ("отказ & основание", "По основаниям закона дается отказ.", ["основаниям закона дается отказ"]),
    ("<number> день", "В течение 5 (пяти) дней.", ["5 (пяти) дней"]),
    ("<number> день", "В течение двадцати пяти дней.", ["двадцати пяти дней", "пяти дней"]),
    ("<number> день", "В течение пяти (5) дней.", ["пяти (5) дней"]),
    ("орган <any> орган", "Орган и орган, орган, орган.", ["Орган и орган"]),
]


@pytest.mark.parametrize(("source", "text", "expected"), EXAMPLES)
def test_what_a_pattern_finds(source: str, text: str, expected: list[str]) -> None:
    """The quotes of all matches, in text order."""
    assert find(source, text) == expected


def test_every_start_and_end_is_reported() -> None:
    """Alternatives of different length give matches of their own."""
    assert find("<authority> … вправе", "Уполномоченный орган вправе.") == [
        "Уполномоченный орган вправе",
        "орган вправе",
    ]


def test_a_gap_stays_inside_its_clause() -> None:
    """What stands in a subordinate clause does not answer for the main one."""
    assert find("орган … <extend>", "Орган отказывает, если заявитель продлил договор.") == []


def test_a_gap_passes_over_a_parenthesis() -> None:
    """A clause is read as one, whatever interrupts it."""
    text = "Комиссия (далее также – рабочий орган областного акимата) вправе продлить срок."
    assert find("комиссия … <extend>", text) == [text[: text.index(" срок")]]


def test_words_side_by_side_may_stand_in_two_clauses() -> None:
    """Without a gap the text is read as it stands."""
    assert find('орган "," если', "Отказывает орган, если срок истек.") == ["орган, если"]


def test_no_match_crosses_a_sentence() -> None:
    """The last word of a sentence and the first of the next are no phrase."""
    assert find("срок проверка", "Установлен срок. Проверка начата.") == []


def test_joined_parts_give_the_shortest_stretches() -> None:
    """Of stretches that hold all the parts, those that hold another are left out."""
    assert find("отказ & основание", "Отказ, отказ и основание для отказа.") == [
        "отказ и основание",
        "основание для отказа",
    ]


def test_joined_parts_stand_in_one_clause() -> None:
    """A word of the condition does not complete a phrase of the conclusion."""
    assert find("отказ & основание", "Отказ дается, если нарушены основания.") == []


def test_features_must_stand_in_one_reading() -> None:
    """«Стали» is a past tense and a genitive, but no form of «стать» is both."""
    assert find("стать[Tense=Past]", "Сроки стали короче.") == ["стали"]
    assert find("стать[Case=Gen]", "Сроки стали короче.") == []


def test_a_guess_satisfies_a_lemma_but_no_exclusion() -> None:
    """Of a word the dictionary does not know nothing can be ruled out."""
    text = "Назначен квазиоператором."
    assert find("[Case=Ins]", text) == ["квазиоператором"]
    assert find("[NOUN !Case=Nom]", text) == []
    assert find("[NOUN !Case=Nom]", "Назначен оператором.") == ["оператором"]
