"""An act read: sentences inside provisions, labels apart, other languages left out."""

from __future__ import annotations

from riskscan.language import AnnotatedAct, Vocabulary, annotate
from riskscan.language.ru.morphology import RussianMorphology
from riskscan.structure.model import Act, Provision, ProvisionKind, ZoneKind
from riskscan.text import Document, Span

VOCABULARY = Vocabulary(RussianMorphology())


def act(*points: tuple[str, str], before: str = "", separator: str = "\n") -> Act:
    """An act of points, each a label and its own text."""
    text, provisions = before, []
    for index, (label, words) in enumerate(points):
        start = len(text)
        own = start + len(label) + bool(label)
        text += f"{label} {words}" if label else words
        provisions.append(
            Provision(
                index=index,
                kind=ProvisionKind.POINT,
                number=label or None,
                parent=None,
                last=index + 1,
                span=Span(start, len(text)),
                label=Span(start, start + len(label)),
                text=Span(own, len(text)),
                zone=ZoneKind.NORM,
            )
        )
        text += separator
    return Act(Document(text), "", "rules", None, tuple(provisions), (), ())


def sentences(read: AnnotatedAct) -> list[tuple[int, str]]:
    text = read.act.document.text
    bounds = zip(read.sentences[:-1].tolist(), read.sentences[1:].tolist(), strict=True)
    spans = [read.tokens.span(first, last).of(text) for first, last in bounds]
    return list(zip(read.provisions.tolist(), spans, strict=True))


def test_sentences_belong_to_provisions() -> None:
    """Labels and what lies outside stand in sentences of their own, of no provision."""
    read = annotate(
        act(("1.", "Срок истек. Орган отказывает."), ("2.", "Порядок прост"), before="Правила\n"),
        VOCABULARY,
    )
    assert sentences(read) == [
        (-1, "Правила"),
        (-1, "1."),
        (0, "Срок истек."),
        (0, "Орган отказывает."),
        (-1, "2."),
        (1, "Порядок прост"),
    ]
    assert read.language == "ru"
    assert read.sentences[-1] == len(read.tokens) == len(read.clauses)


def test_unlabelled_texts_touching_each_other_are_kept_apart() -> None:
    """No character between two texts, still two sentences."""
    read = annotate(act(("", "Срок истек;"), ("", "порядок прост"), separator=""), VOCABULARY)
    assert sentences(read) == [(0, "Срок истек;"), (1, "порядок прост")]


def test_kazakh_provisions_are_left_out() -> None:
    """Their tokens stay, their sentences belong to no provision."""
    read = annotate(
        act(("1.", "Орган выдает копию."), ("2.", "Орган көшірмесін береді және тіркейді.")),
        VOCABULARY,
    )
    assert [index for index, _ in sentences(read)] == [-1, 0, -1, -1]


def test_positions_are_those_of_the_source() -> None:
    """Dropped characters and broken lines do not shift anything."""
    read = annotate(act(("1.", "Срок про\u00adдле\u00adния и осно-\nвания отказа.")), VOCABULARY)
    text = read.act.document.text
    words = [read.tokens.span(i, i + 1).of(text) for i in range(len(read.tokens))]
    assert words[2:-1] == ["Срок", "про\u00adдле\u00adния", "и", "осно-\nвания", "отказа"]
    assert read.tokens.normal(5) == "основания"


def test_an_empty_act_is_read() -> None:
    """No words, no sentences."""
    read = annotate(act(("", "")), VOCABULARY)
    assert len(read.tokens) == 0
    assert read.sentences.tolist() == [0]
    assert len(read.provisions) == 0


def test_reading_twice_gives_the_same() -> None:
    """What the vocabulary has learnt changes nothing."""
    draft = act(("1.", "Если срок истек, орган отказывает, но может вернуть копию."))
    first, second = annotate(draft, VOCABULARY), annotate(draft, VOCABULARY)
    assert first.clauses.tolist() == second.clauses.tolist()
    assert first.tokens.types.tolist() == second.tokens.types.tolist()
